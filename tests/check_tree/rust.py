"""The modules of a Rust crate and their imports.

Not a parser of Rust: it reads `mod`, `use` and paths, which is what a circle is made of.
An import through `mod.rs` or `lib.rs` counts as one of the file that defines the name, so
that a list of re-exports is no circle; what such a file defines itself counts as any other.
Tests are left out: they may name whatever they test.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

Names = tuple[str, ...]
# A module, and the name of an item in it, or `None` for the module itself.
Target = tuple["Module", str | None]

_NOISE = re.compile(
    r"""//[^\n]*|/\*.*?\*/|r(\#*)".*?"\1|b?"(?:\\.|[^"\\])*"|b?'(?:\\.[^']*|[^'\\])'""", re.DOTALL | re.VERBOSE
)
_MODULE = re.compile(r"((?:#\[[^\]]*\]\s*)*)(?:pub(?:\([^)]*\))?\s+)?\bmod\s+(\w+)\s*([;{])")
_USE = re.compile(r"(pub(?:\([^)]*\))?\s+)?\buse\s+([^;]+);")
_PATH = re.compile(r"(?<![\w:])[A-Za-z_]\w*(?:\s*::\s*[A-Za-z_]\w*)+")


@dataclass
class Module:
    """A module, in a file of its own or within one."""

    file: Path
    parent: "Module | None" = None
    children: dict[str, "Module"] = field(default_factory=dict)
    # What `use` binds, by name; and where `*` takes names from.
    bindings: dict[str, Names] = field(default_factory=dict)
    globs: list[Names] = field(default_factory=list)
    # What is only handed on by a list of re-exports.
    handed_on: set[str] = field(default_factory=set)
    paths: list[Names] = field(default_factory=list)

    def root(self) -> "Module":
        return self.parent.root() if self.parent else self


def without_tests(text: str) -> str:
    """The code without comments, texts and test modules."""
    code = _NOISE.sub('""', text)
    position = 0
    while match := _MODULE.search(code, position):
        end = _closing(code, match.end()) if match[3] == "{" else match.end()
        if _is_test(match[1]):
            code = code[: match.start()] + code[end:]
            position = match.start()
        else:
            position = match.end()
    return code


def _is_test(attributes: str) -> bool:
    return re.search(r"cfg\((?:all\()?test\b", attributes.replace(" ", "")) is not None


def files(module: "Module") -> set[Path]:
    """The files of a module and of those below it."""
    return {module.file}.union(*(files(child) for child in module.children.values()))


def modules(root: Path) -> Module:
    """The modules below `lib.rs` or `main.rs`."""
    module = Module(root)
    _read(module, _NOISE.sub('""', root.read_text()), root.parent)
    return module


def _read(module: Module, code: str, folder: Path) -> None:
    while match := _MODULE.search(code):
        attributes, name, opening = match.groups()
        end = match.end()
        inside = ""
        if opening == "{":
            end = _closing(code, end)
            inside = code[match.end() : end - 1]
        code = code[: match.start()] + code[end:]
        if _is_test(attributes):
            continue
        if opening == "{":
            child = Module(module.file, module)
            _read(child, inside, folder / name)
        else:
            file = next(file for file in (folder / f"{name}.rs", folder / name / "mod.rs") if file.exists())
            child = Module(file, module)
            _read(child, _NOISE.sub('""', file.read_text()), folder / name)
        module.children[name] = child
    is_list = module.file.name in ("mod.rs", "lib.rs")
    for match in _USE.finditer(code):
        for path, name in _tree(match[2]):
            if name == "*":
                module.globs.append(path)
                continue
            module.bindings[name] = path
            if is_list and match[1]:
                module.handed_on.add(name)
    code = _USE.sub("", code)
    module.paths = [tuple(re.split(r"\s*::\s*", path)) for path in _PATH.findall(code)]


def _closing(code: str, start: int) -> int:
    depth = 1
    for position in range(start, len(code)):
        depth += {"{": 1, "}": -1}.get(code[position], 0)
        if depth == 0:
            return position + 1
    return len(code)


def _tree(text: str) -> Iterator[tuple[Names, str]]:
    """The paths of `a::{b, c::{self, d as e}, f::*}`, each with the name that it binds."""
    text = text.strip()
    if text.startswith("::"):
        text = text[2:]
    if (brace := text.find("{")) >= 0:
        start = tuple(part.strip() for part in text[:brace].rstrip(": ").split("::") if part.strip())
        for part in _split(text[brace + 1 : text.rindex("}")]):
            for path, name in _tree(part):
                whole = start + path
                if path == ("self",):
                    whole, name = start, name if name != "self" else start[-1]
                yield whole, name
        return
    path_text, _, alias = text.partition(" as ")
    names = tuple(part.strip() for part in path_text.split("::"))
    if names[-1] == "*":
        yield names[:-1], "*"
    else:
        yield names, alias.strip() or names[-1]


def _split(text: str) -> list[str]:
    parts, depth = [""], 0
    for character in text:
        depth += {"{": 1, "}": -1}.get(character, 0)
        if character == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += character
    return [part for part in parts if part.strip()]


def resolve(module: Module, path: Names, seen: frozenset[tuple[int, Names]] = frozenset()) -> Target | None:
    """Where a path leads; `None` for one into another crate."""
    if (id(module), path) in seen:
        return None
    seen |= {(id(module), path)}
    here, rest = module, path
    if rest[0] == "crate":
        here, rest = module.root(), rest[1:]
    elif rest[0] in ("self", "super"):
        while rest and rest[0] in ("self", "super"):
            parent = here.parent if rest[0] == "super" else here
            if parent is None:
                return None
            here, rest = parent, rest[1:]
    elif rest[0] not in module.children:
        if rest[0] not in module.bindings:
            return None
        if module.bindings[rest[0]] == rest:
            return None
        target = resolve(module, module.bindings[rest[0]], seen)
        return _below(target, rest[1:], seen)
    return _below((here, None), rest, seen)


def _below(target: Target | None, rest: Names, seen: frozenset[tuple[int, Names]]) -> Target | None:
    if target is None or not rest or target[1] is not None:
        return target
    module, name = target[0], rest[0]
    if name in module.children:
        return _below((module.children[name], None), rest[1:], seen)
    if name in module.bindings and module.bindings[name] != (name,):
        return _below(resolve(module, module.bindings[name], seen), rest[1:], seen)
    for glob in module.globs:
        found = resolve(module, glob, seen)
        if found and found[1] is None and _defines(found[0], name):
            return _below(found, rest, seen)
    return module, name


def _defines(module: Module, name: str) -> bool:
    if name in module.children or name in module.bindings:
        return True
    code = _NOISE.sub('""', module.file.read_text())
    return re.search(rf"\b(?:fn|struct|enum|trait|type|const|static|macro_rules!)\s+{name}\b", code) is not None


def arrows(root: Module) -> dict[Path, set[Path]]:
    """Which file imports which."""
    found: dict[Path, set[Path]] = {}
    _arrows(root, found)
    return found


def _arrows(module: Module, found: dict[Path, set[Path]]) -> None:
    own = found.setdefault(module.file, set())
    starts = {path[0] for path in module.paths}
    for name, path in module.bindings.items():
        if name in module.handed_on:
            continue
        target = resolve(module, path)
        # A module that is bound to a name is imported by the paths that begin with it.
        if target and (target[1] is not None or name not in starts):
            own.add(target[0].file)
    for path in [*module.paths, *([] if module.file.name in ("mod.rs", "lib.rs") else module.globs)]:
        if target := resolve(module, path):
            own.add(target[0].file)
    own.discard(module.file)
    for child in module.children.values():
        _arrows(child, found)
