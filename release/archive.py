"""Puts the command and its licences into an archive: build/dist/vereinbar-VERSION-PLATFORM.

Run by `make dist-command`, once the command is built.
"""

import pathlib
import shutil
import subprocess
import tomllib

ROOT = pathlib.Path(__file__).resolve().parents[1]
DIST = ROOT / "build" / "dist"


def main() -> None:
    version = tomllib.loads((ROOT / "Cargo.toml").read_text(encoding="utf-8"))["workspace"]["package"]["version"]
    host = subprocess.run(("rustc", "--print", "host-tuple"), check=True, capture_output=True, text=True).stdout.strip()
    is_windows = "windows" in host
    name = f"vereinbar-{version}-{host}"
    folder = ROOT / "build" / "archive" / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    shutil.copy2(ROOT / "target" / "dist" / ("vereinbar.exe" if is_windows else "vereinbar"), folder)
    for file in ("CHANGELOG.md", "LICENSE-APACHE", "LICENSE-MIT"):
        shutil.copyfile(ROOT / file, folder / file)
    shutil.copytree(ROOT / "bindings" / "python" / "licenses", folder / "licenses")
    DIST.mkdir(parents=True, exist_ok=True)
    print(shutil.make_archive(str(DIST / name), "zip" if is_windows else "gztar", folder.parent, name))


if __name__ == "__main__":
    main()
