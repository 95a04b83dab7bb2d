"""`python -m vereinbar` hands over to the command `vereinbar` of the same version, a program of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from pathlib import Path

from . import __version__

_MISSING = """\
Der Befehl vereinbar ist nicht installiert oder liegt in keinem Ordner aus PATH.
Dieses Python-Paket bringt ihn nicht mit; es bietet dasselbe als Funktionen: import vereinbar
Den Befehl baut, wer den Quelltext hat, mit: cargo install --path crates/vereinbar-cli --profile dist --locked
"""
_OTHER = """\
{command} meldet sich als „{reported}“; zu diesem Python-Paket gehört der Befehl in Version {version}.
Installieren Sie beide in derselben Version, oder rufen Sie den Befehl selbst auf.
"""


def _command() -> Path | None:
    """The command beside this Python, else in a folder of PATH."""
    name = "vereinbar.exe" if os.name == "nt" else "vereinbar"
    # Not with shutil.which: on Windows it looks into the working folder first, where anything may lie.
    for folder in (sysconfig.get_path("scripts"), *os.get_exec_path()):
        file = Path(folder, name)
        if file.is_absolute() and file.is_file() and os.access(file, os.X_OK):
            return file
    return None


def main(arguments: list[str]) -> int:
    """Runs the command with these arguments and gives its exit code, 2 where there is none of this version."""
    command = _command()
    if command is None:
        sys.stderr.write(_MISSING)
        return 2
    version = subprocess.run([command, "--version"], capture_output=True, encoding="utf-8", check=False)
    if version.stdout.strip() != f"vereinbar {__version__}":
        reported = version.stdout.strip()
        sys.stderr.write(_OTHER.format(command=command, reported=reported, version=__version__))
        return 2
    if os.name == "posix":
        os.execv(command, [str(command), *arguments])
    return subprocess.run([command, *arguments], check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
