"""`python -m vereinbar` hands over to the command."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import vereinbar


def run(*arguments: str, path: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "vereinbar", *arguments],
        capture_output=True, text=True, encoding="utf-8", env={**os.environ, "PATH": path, "PYTHONUTF8": "1"},
        cwd=folder, check=False,
    )  # fmt: skip


def script(version: str) -> str:
    """A program that says that it is the command in this version, and otherwise repeats its arguments."""
    return f'#!/bin/sh\n[ "$1" = --version ] && echo "vereinbar {version}" && exit\nprintf "%s|" "$@"\nexit 7\n'


def test_without_the_command_it_says_where_to_get_it(tmp_path: Path) -> None:
    result = run("--help", path=str(tmp_path), folder=tmp_path)
    assert (result.returncode, result.stdout) == (2, "")
    assert "nicht installiert" in result.stderr and "cargo install" in result.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="the script is one for a POSIX shell")
def test_arguments_output_and_exit_code_are_those_of_the_command(tmp_path: Path) -> None:
    command = tmp_path / "vereinbar"
    command.write_text(script(vereinbar.__version__), encoding="utf-8")
    command.chmod(0o755)
    result = run("render", "a b.json", "-o", "ü.pdf", path=str(tmp_path), folder=tmp_path)
    assert (result.returncode, result.stdout, result.stderr) == (7, "render|a b.json|-o|ü.pdf|", "")


@pytest.mark.skipif(sys.platform == "win32", reason="the script is one for a POSIX shell")
def test_a_command_of_another_version_is_not_run(tmp_path: Path) -> None:
    command = tmp_path / "vereinbar"
    command.write_text(script("0.0.9"), encoding="utf-8")
    command.chmod(0o755)
    result = run("render", path=str(tmp_path), folder=tmp_path)
    assert (result.returncode, result.stdout) == (2, "")
    assert f"{command} meldet sich als „vereinbar 0.0.9“" in result.stderr and vereinbar.__version__ in result.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="the script is one for a POSIX shell")
def test_nothing_is_run_from_the_working_folder(tmp_path: Path) -> None:
    command = tmp_path / "vereinbar"
    command.write_text(script(vereinbar.__version__), encoding="utf-8")
    command.chmod(0o755)
    assert run("render", path=".", folder=tmp_path).returncode == 2


def test_it_is_the_real_command(command: Any, tmp_path: Path) -> None:
    expected = command("--version").stdout.decode()
    folder = Path(command("--version").args[0]).parent
    assert run("--version", path=str(folder), folder=tmp_path).stdout == expected
