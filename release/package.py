"""Packages what crates.io would get, and tests it from there: `make package`.

The packages are made of a copy of the tracked files in build/package/source, without
vereinbar-workspace-hack (crates/workspace-hack says what that is). Then they are unpacked
side by side and tested with nothing else around them, in the target folder of the
workspace: their dependencies have the same features there, so Typst is not built again.

From the copy they are published as well: CONTRIBUTING.md.
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tarfile
import tomllib
from typing import Any

ROOT = pathlib.Path(__file__).resolve().parents[1]
WORK = ROOT / "build" / "package"
SOURCE, UNPACKED = WORK / "source", WORK / "unpacked"
HACK = "vereinbar-workspace-hack"
# What each of them holds, whatever else.
FILES = {"Cargo.toml", "LICENSE-APACHE", "LICENSE-MIT", "README.md"}
# What each of them says of itself; crates.io has the address of the documentation by itself.
FIELDS = ("authors", "categories", "description", "keywords", "license", "metadata", "readme", "rust-version")


def run(*command: str, cwd: pathlib.Path, **environment: str) -> None:
    if subprocess.run(command, cwd=cwd, env={**os.environ, **environment}).returncode:
        sys.exit(f"failed in {cwd}: {' '.join(command)}")


def read(*command: str, cwd: pathlib.Path) -> str:
    return subprocess.run(command, cwd=cwd, stdout=subprocess.PIPE, text=True, check=True).stdout


def copy() -> list[str]:
    """Copies the tracked files, and says which crates are published."""
    shutil.rmtree(WORK, ignore_errors=True)
    for name in read("git", "ls-files", "-z", cwd=ROOT).split("\0"):
        # Of a file that is moved but not yet committed, the old name is listed too.
        if name and (ROOT / name).exists():
            target = SOURCE / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, target)
    for manifest in SOURCE.glob("crates/*/Cargo.toml"):
        lines = manifest.read_text(encoding="utf-8").splitlines(keepends=True)
        manifest.write_text("".join(line for line in lines if not line.startswith(HACK)), encoding="utf-8")
    packages = json.loads(read("cargo", "metadata", "--format-version=1", "--offline", "--no-deps", cwd=SOURCE))["packages"]
    return sorted(package["name"] for package in packages if package["publish"] != [])


def profile_as_toml(name: str, settings: dict[str, Any]) -> str:
    """A profile, and those of single packages within it."""
    lines = [f"{key} = {json.dumps(value)}\n" for key, value in settings.items() if key != "package"]
    packages = settings.get("package", {}).items()
    return f"[{name}]\n{''.join(lines)}\n" + "".join(
        profile_as_toml(f"{name}.package.{json.dumps(package)}", of_one) for package, of_one in packages
    )


def unpack(names: list[str]) -> None:
    """Unpacks the packages into a workspace that finds each of them where crates.io would be asked."""
    root = tomllib.loads((ROOT / "Cargo.toml").read_text(encoding="utf-8"))
    version = root["workspace"]["package"]["version"]
    for name in names:
        with tarfile.open(WORK / "target" / "package" / f"{name}-{version}.crate") as archive:
            archive.extractall(UNPACKED, filter="data")
        folder = UNPACKED / f"{name}-{version}"
        package = tomllib.loads((folder / "Cargo.toml").read_text(encoding="utf-8"))["package"]
        lacking = sorted(FILES - {file.name for file in folder.iterdir()})
        lacking += [field for field in FIELDS if not package.get(field)]
        if name != HACK and lacking:
            sys.exit(f"{folder.name} lacks {', '.join(lacking)}")
    # What evens out the features is beside them, and the profile is the same, or Typst would be built again.
    settings = root["profile"]["release"]
    settings["package"] = {name: of_one for name, of_one in settings["package"].items() if name in names}
    profile = profile_as_toml("profile.release", settings)
    patches = "".join(f'{name} = {{ path = "{name}-{version}" }}\n' for name in names)
    (UNPACKED / "Cargo.toml").write_text(
        f'[workspace]\nresolver = "3"\nmembers = ["*"]\n\n{profile}\n[patch.crates-io]\n{patches}',
        encoding="utf-8",
    )
    shutil.copyfile(ROOT / "Cargo.lock", UNPACKED / "Cargo.lock")


def main() -> None:
    published = copy()
    names = [*published, HACK]
    selection = [argument for name in names for argument in ("-p", name)]
    run("cargo", "package", "--offline", "--no-verify", "--allow-dirty", *selection, cwd=SOURCE,
        CARGO_TARGET_DIR=str(WORK / "target"))  # fmt: skip
    unpack(names)
    print(f"packaged: {', '.join(published)}", flush=True)
    run("cargo", "test", "--release", "--offline", "--workspace", cwd=UNPACKED, CARGO_TARGET_DIR=str(ROOT / "target"))


if __name__ == "__main__":
    main()
