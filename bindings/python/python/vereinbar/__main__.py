"""`python -m vereinbar` hands over to the command `vereinbar`, which is a program of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

_MISSING = """\
Der Befehl vereinbar ist nicht installiert oder liegt in keinem Ordner aus PATH.
Dieses Python-Paket bringt ihn nicht mit; es bietet dasselbe als Funktionen: import vereinbar
Den Befehl baut, wer den Quelltext hat, mit: cargo install --path crates/vereinbar-cli
"""


def main(arguments: list[str]) -> int:
    """Runs the command with these arguments and gives its exit code, 2 where there is none."""
    command = shutil.which("vereinbar")
    if command is None:
        sys.stderr.write(_MISSING)
        return 2
    if os.name == "posix":
        os.execv(command, [command, *arguments])
    return subprocess.run([command, *arguments], check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
