"""Circles among files that import one another, in any language."""

from collections.abc import Iterable
from pathlib import Path

import python
import rust
import typst

# Which file imports which.
Arrows = dict[Path, set[Path]]


def faults(files: Iterable[Path], roots: Iterable[Path]) -> list[str]:
    """The circles of each crate, of the templates and of the Python files, file by file."""
    files = list(files)
    trees = [*(rust.arrows(rust.modules(root)) for root in roots), typst.arrows(files), python.arrows(files)]
    return [f"imports in a circle: {' → '.join(map(str, way))}" for tree in trees for way in circles(tree)]


def circles(arrows: Arrows) -> list[list[Path]]:
    """The shortest circle through each group of files that all import one another."""
    found = []
    left = set(arrows)
    while left:
        file = min(left)
        group = _reachable(arrows, file) & {other for other in left if file in _reachable(arrows, other)}
        left -= group | {file}
        if file in group:
            found.append(_shortest(arrows, file))
    return found


def _reachable(arrows: Arrows, start: Path) -> set[Path]:
    reached: set[Path] = set()
    waiting = list(arrows.get(start, ()))
    while waiting:
        file = waiting.pop()
        if file not in reached:
            reached.add(file)
            waiting.extend(arrows.get(file, ()))
    return reached


def _shortest(arrows: Arrows, start: Path) -> list[Path]:
    ways = [[start]]
    seen = set()
    for way in ways:
        for file in sorted(arrows.get(way[-1], ())):
            if file == start:
                return [*way, start]
            if file not in seen:
                seen.add(file)
                ways.append([*way, file])
    return []
