"""Builds the wheel twice, in two folders, and compares the bytes: `make test-reproducible`.

reproducible.py [TARGET_DIR]: with a folder of cargo's the dependencies are taken from there, and only the crates of
this repository are built twice. What is built is the last commit.
"""

import hashlib
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from zipfile import ZipFile

from notices import ROOT

# Neither as long as the other.
FOLDERS = ("a", "ein_anderer_ort/b")


def wheel(commit: str, folder: Path, target: Path | None) -> Path:
    source = folder / "vereinbar"
    source.mkdir(parents=True)
    archive = subprocess.run(["git", "archive", commit], cwd=ROOT, stdout=subprocess.PIPE, check=True).stdout
    # The files are new, or cargo would take what it has built of the other folder.
    subprocess.run(["tar", "--extract", "--touch"], cwd=source, input=archive, check=True)
    maturin = [str(Path(sys.executable).parent / "maturin"), "build", "--release", "--locked"]
    manifest = ["--manifest-path", str(source / "bindings/python/Cargo.toml"), "--out", str(folder / "wheels")]
    environment = {**os.environ, "CARGO_TARGET_DIR": str(target or folder / "target")}
    # Where `.cargo` is found.
    subprocess.run([*maturin, *manifest], cwd=source, check=True, env=environment)
    (made,) = (folder / "wheels").glob("*.whl")
    return made


def differences(one: Path, other: Path) -> list[str]:
    """The files in the wheels that are not the same."""
    with ZipFile(one) as first, ZipFile(other) as second:
        names = sorted({*first.namelist(), *second.namelist()})
        both = [set(archive.namelist()) for archive in (first, second)]
        return [
            name for name in names if not all(name in held for held in both) or first.read(name) != second.read(name)
        ]


def main() -> int:
    target = Path(sys.argv[1]).resolve() if sys.argv[1:] else None
    # Another one may come while it is built.
    commit = subprocess.run(["git", "rev-parse", "HEAD"], cwd=ROOT, capture_output=True, check=True, text=True).stdout
    with tempfile.TemporaryDirectory() as name:
        one, other = (wheel(commit.strip(), Path(name) / folder, target) for folder in FOLDERS)
        digests = [hashlib.sha256(made.read_bytes()).hexdigest() for made in (one, other)]
        print(f"{one.name}: {digests[0]}\n{other.name}: {digests[1]}")
        if digests[0] == digests[1]:
            return 0
        print("These differ:", *differences(one, other), sep="\n  ")
        return 1


if __name__ == "__main__":
    sys.exit(main())
