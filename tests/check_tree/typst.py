"""Which Typst file imports which."""

import os
import re
from collections.abc import Iterable
from pathlib import Path

# Where a path with a slash before it begins: the root that the engine and `typst --root` have.
ROOT = Path("templates")
_NOISE = re.compile(r"//[^\n]*|/\*.*?\*/", re.DOTALL)
_IMPORT = re.compile(r"""\b(?:import|include)\s+"([^"@]+\.typ)\"""")


def arrows(files: Iterable[Path]) -> dict[Path, set[Path]]:
    return {file: imports(file) for file in files if file.suffix == ".typ"}


def imports(file: Path) -> set[Path]:
    paths = _IMPORT.findall(_NOISE.sub("", file.read_text()))
    return {Path(os.path.normpath(ROOT / path[1:] if path[0] == "/" else file.parent / path)) for path in paths}
