"""How this Python is started once more, for a process that makes documents."""

from __future__ import annotations

import os
import site
import sys
from pathlib import Path


def command() -> tuple[str, list[str], dict[str, str]] | None:
    """Program, arguments and further environment; None where this is no Python that can be started."""
    # A program that was made of a script and a Python starts the script.
    if not sys.executable or getattr(sys, "frozen", False):
        return None
    flags = ["-I"] if sys.flags.isolated else []
    # What lies in the working folder is not to be imported; older ones than Python 3.11 do not know it.
    environment = {"PYTHONSAFEPATH": "1"}
    root = str(Path(__file__).resolve().parents[1])
    if root not in (*site.getsitepackages(), site.getusersitepackages()):
        paths = os.environ.get("PYTHONPATH", "").split(os.pathsep)
        environment["PYTHONPATH"] = os.pathsep.join([*filter(None, paths), root])
    return sys.executable, [*flags, "-m", "vereinbar.worker"], environment
