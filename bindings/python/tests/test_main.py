"""`python -m vereinbar` hands over to the command."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest


def run(*arguments: str, path: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "vereinbar", *arguments],
        capture_output=True, text=True, encoding="utf-8", env={**os.environ, "PATH": path, "PYTHONUTF8": "1"},
        cwd=folder, check=False,
    )  # fmt: skip


def test_without_the_command_it_says_where_to_get_it(tmp_path: Path) -> None:
    result = run("--help", path=str(tmp_path), folder=tmp_path)
    assert (result.returncode, result.stdout) == (2, "")
    assert "nicht installiert" in result.stderr and "cargo install" in result.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="the script is one for a POSIX shell")
def test_arguments_output_and_exit_code_are_those_of_the_command(tmp_path: Path) -> None:
    command = tmp_path / "vereinbar"
    command.write_text('#!/bin/sh\nprintf "%s|" "$@"\nexit 7\n', encoding="utf-8")
    command.chmod(0o755)
    result = run("render", "a b.json", "-o", "ü.pdf", path=str(tmp_path), folder=tmp_path)
    assert (result.returncode, result.stdout, result.stderr) == (7, "render|a b.json|-o|ü.pdf|", "")


def test_it_is_the_real_command(command: Any, tmp_path: Path) -> None:
    expected = command("--version").stdout.decode()
    folder = Path(command("--version").args[0]).parent
    assert run("--version", path=str(folder), folder=tmp_path).stdout == expected
