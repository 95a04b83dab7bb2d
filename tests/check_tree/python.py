"""Which Python file imports which.

Imports for the type checker and within functions count as well: they are how a circle is
hidden. A package's `__init__.py` that only hands on a name is passed through to the file
that has it, so that a list of re-exports is no circle. The stub of the extension is left
out: it describes what is written in Rust, in types of the package.
"""

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path


def arrows(files: Iterable[Path]) -> dict[Path, set[Path]]:
    return {file: set(_imports(file)) - {file} for file in files if file.suffix == ".py"}


def _imports(file: Path) -> Iterator[Path]:
    tree = ast.parse(file.read_text())
    # What a package hands on is no import of its own.
    handed_on = set(tree.body) if file.name == "__init__.py" else set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield from _module(_folder(file, alias.name), alias.name.split("."))
        elif isinstance(node, ast.ImportFrom) and node not in handed_on:
            start = file.parents[node.level - 1] if node.level else _folder(file, node.module or "")
            for alias in node.names:
                yield from _name(start, (node.module or "").split(".") if node.module else [], alias.name)


def _folder(file: Path, module: str) -> Path:
    """Where an absolute import begins: beside the file, or beside the package that it is in."""
    name = module.split(".")[0]
    package = next((folder for folder in file.parents if folder.name == name and (folder / "__init__.py").exists()), None)
    return package.parent if package else file.parent


def _module(start: Path, path: list[str]) -> Iterator[Path]:
    place = start.joinpath(*path)
    found = [place / "__init__.py", *([place.with_suffix(".py")] if path else [])]
    yield from [file for file in found if file.exists()][:1]


def _name(start: Path, path: list[str], name: str) -> Iterator[Path]:
    """The file that an imported name is in: a module of that name, or the one it is taken from."""
    for file in _module(start, [*path, name]):
        yield file
        return
    for file in _module(start, path):
        yield from _handed_on(file, name) if file.name == "__init__.py" else [file]


def _handed_on(package: Path, name: str) -> Iterator[Path]:
    for node in ast.parse(package.read_text()).body:
        if isinstance(node, ast.ImportFrom) and node.level:
            for alias in node.names:
                if (alias.asname or alias.name) == name:
                    start = package.parents[node.level - 1]
                    yield from _name(start, node.module.split(".") if node.module else [], alias.name)
                    return
    yield package
