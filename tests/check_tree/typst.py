"""Which Typst file imports which."""

import os
import re
from collections.abc import Iterable
from pathlib import Path

# Where a path with a slash before it begins: the root that the engine and `typst --root` have.
ROOT = Path("templates")
_NOISE = re.compile(r"//[^\n]*|/\*.*?\*/", re.DOTALL)
_NAMES = re.compile(r"""^#import\s+"[^"]+":\s*(\([^)]*\)|[^\n]*)""", re.MULTILINE)
_DEFINED = re.compile(r"^#let\s+([\w-]+)", re.MULTILINE)
_IMPORT = re.compile(r"""\b(?:import|include)\s+"([^"@]+\.typ)\"""")


def arrows(files: Iterable[Path]) -> dict[Path, set[Path]]:
    return {file: imports(file) for file in files if file.suffix == ".typ"}


def imports(file: Path) -> set[Path]:
    paths = _IMPORT.findall(_NOISE.sub("", file.read_text()))
    return {Path(os.path.normpath(ROOT / path[1:] if path[0] == "/" else file.parent / path)) for path in paths}


def unused(files: Iterable[Path]) -> list[str]:
    """What a file takes from another and does not name again, and what it defines and nobody names."""
    texts = {file: _NOISE.sub("", file.read_text()) for file in files if file.suffix == ".typ"}
    found = []
    for file, text in texts.items():
        for names in _NAMES.finditer(text):
            rest = text[: names.start()] + text[names.end() :]
            taken = (name.split(" as ")[-1].strip() for name in names[1].strip("()").split(","))
            found += [f"{file} imports {name} and does not use it" for name in taken if name and not _is_in(name, rest)]
        for name in _DEFINED.findall(text):
            if not any(_is_in(name, other, 1 if own == file else 0) for own, other in texts.items()):
                found.append(f"{file} defines {name}, which nobody uses")
    return found


def _is_in(name: str, text: str, besides: int = 0) -> bool:
    return len(re.findall(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text)) > besides
