"""Every code block of README.md and of the handbooks is run.

The blocks of a document run in order, in one namespace, in an empty folder; a document that goes on with another
runs behind it:

- ```python runs. A ```text block after it is what it prints.
- ```json after a line that ends in "`NAME`:" is written to the file NAME.
- ```sh runs where it calls `vereinbar`; its other commands are those that the tests or the Makefile run.
"""

from __future__ import annotations

import contextlib
import inspect
import io
import re
import shlex
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import vereinbar
from conftest import ROOT

README = ROOT / "bindings" / "python" / "README.md"
HANDBUCH = ROOT / "docs" / "handbuch.md"
HANDBUCH_ENTGELT = ROOT / "docs" / "handbuch-entgelt.md"
# These go on with the examples of the one before.
HANDBUCH_LISTEN = ROOT / "docs" / "handbuch-listen.md"
HANDBUCH_AUSWERTUNG = ROOT / "docs" / "handbuch-auswertung.md"
STORIES = [(README,), (HANDBUCH, HANDBUCH_LISTEN, HANDBUCH_AUSWERTUNG), (HANDBUCH_ENTGELT,)]

SHELL = {
    "pip install ./bindings/python",
    "pip install pandas openpyxl tqdm",
    "make wheel",
    "make test",
    "make test-python",
}


class Block(NamedTuple):
    language: str
    text: str
    before: str
    line: int


def blocks(file: Path) -> list[Block]:
    lines = file.read_text(encoding="utf-8").splitlines()
    found: list[Block] = []
    index = 0
    while index < len(lines):
        if lines[index].startswith("```"):
            language = lines[index].removeprefix("```")
            end = lines.index("```", index + 1)
            before = next((line for line in reversed(lines[:index]) if line.strip()), "")
            found.append(Block(language, "\n".join(lines[index + 1 : end]) + "\n", before, index + 2))
            index = end
        index += 1
    return found


def named_file(block: Block) -> str:
    match = re.search(r"`([\w.-]+)`:$", block.before)
    assert match, f"line {block.line}: the line before a {block.language} block names its file"
    return match[1]


@pytest.mark.parametrize("files", STORIES, ids=lambda files: files[0].name)
def test_every_block_runs(
    files: tuple[Path, ...], command: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    run_story(files, command)


def run_story(files: tuple[Path, ...], command: Any) -> None:
    """Runs the blocks of each file, in one namespace; without a `command` there are none of the shell."""
    namespace: dict[str, Any] = {"__name__": "__main__"}
    for file in files:
        run_blocks(file, command, namespace)


def run_blocks(file: Path, command: Any, namespace: dict[str, Any]) -> None:
    printed = io.StringIO()
    count = 0
    for block in blocks(file):
        place = f"{file.name}, line {block.line}"
        if block.language == "python":
            assert not printed.getvalue(), f"{place}: the block before prints what nobody shows"
            source = "\n" * (block.line - 1) + block.text
            with contextlib.redirect_stdout(printed):
                exec(compile(source, file, "exec"), namespace)
            count += 1
        elif block.language == "text":
            assert block.text == printed.getvalue(), place
            printed = io.StringIO()
        elif block.language == "json":
            Path(named_file(block)).write_text(block.text, encoding="utf-8")
        elif block.language == "sh":
            for line in block.text.splitlines():
                program, *arguments = shlex.split(line)
                if program == "vereinbar":
                    command(*arguments)
                else:
                    assert line in SHELL, place
        else:
            pytest.fail(f"{place}: blocks of the kind {block.language!r} are not tested")
    assert not printed.getvalue(), "the last block prints what nobody shows"
    assert count >= 2


def test_the_python_example_of_the_root_readme_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    examples = [block for block in blocks(ROOT / "README.md") if block.language == "python"]
    assert examples
    for block in examples:
        with contextlib.redirect_stdout(io.StringIO()):
            exec(compile(block.text, "README.md", "exec"), {"__name__": "__main__"})
    assert Path("vereinbarung.pdf").read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize("file", [file for files in STORIES for file in files], ids=lambda file: file.name)
def test_every_link_leads_somewhere(file: Path) -> None:
    for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", file.read_text(encoding="utf-8")):
        assert (file.parent / target).exists(), target


def test_the_readme_has_a_row_for_each_function_with_its_options() -> None:
    rows = re.findall(r"^\| `(\w+)\((.*?)\)` \|", README.read_text(encoding="utf-8"), re.MULTILINE)
    functions = [name for name in vereinbar.__all__ if inspect.isfunction(getattr(vereinbar, name))]
    assert sorted(name for name, _ in rows) == sorted(functions)
    for name, arguments in rows:
        described = {one.split("=")[0] for one in arguments.partition("*, ")[2].split(", ") if one}
        parameters = inspect.signature(getattr(vereinbar, name)).parameters.values()
        options = {one.name for one in parameters if one.kind is inspect.Parameter.KEYWORD_ONLY}
        # Three dots stand for those that the text names.
        assert described - {"..."} <= options and ("..." in described or described == options), name


def test_a_docstring_describes_each_parameter() -> None:
    functions = [getattr(vereinbar, name) for name in vereinbar.__all__ if inspect.isfunction(getattr(vereinbar, name))]
    assert len(functions) > 10
    for function in functions:
        described = (inspect.getdoc(function) or "").partition("Args:\n")[2].partition("\n\n")[0]
        names = set(re.findall(r"^    (\w+):", described, re.MULTILINE))
        parameters = inspect.signature(function).parameters
        if "options" in names:
            # Those of another function, which the text names.
            names |= {name for name, one in parameters.items() if one.kind is inspect.Parameter.KEYWORD_ONLY}
        assert names - {"options"} == set(parameters), function.__name__


def test_the_readme_has_its_four_sections() -> None:
    headings = re.findall(r"^## (.+)$", README.read_text(encoding="utf-8"), re.MULTILINE)
    assert headings[:4] == ["Installation", "Usage", "Development", "Testing"]
