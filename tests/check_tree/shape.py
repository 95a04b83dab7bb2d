"""How large files and folders may grow, and that a name means one thing."""

import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import rust

MAX_LINES = 500
MAX_FILES = 20
# What somebody reads and changes. Fixtures and references are looked up by name.
CODE = (".py", ".rs", ".typ")

# A file of one of these names is the same thing in every crate or folder.
SAME_IN_EACH = {
    "lib": "the door of a crate",
    "main": "the door of a program",
    "mod": "the door of a folder",
    "error": "why what that crate or folder does fails",
    "limits": "the limits of that crate or folder",
    "options": "how that crate or folder is told what to do",
}
# The verbs of the library and their nouns. The command and the Python package have a file for each of them, which does
# nothing but hand over.
HANDED_OVER = ("batch", "evaluate", "extract", "findings", "preview", "profile", "render", "schema", "vereinbarung")
BORDERS = (Path("crates/vereinbar-cli/src"), Path("bindings/python/src"))
# These folders are one list of concepts, seen from several sides: the type, its rules, its calculation.
CONCEPTS = Path("crates/vereinbar/src")
MIRRORS = ("modell", "parse", "validate", "entgelt")

# Types that have one name in several crates, with the reason.
SHARED_TYPES = {
    "Auswertung": "the class of the Python package holds the type of the library",
    "Evaluator": "the class of the Python package holds the type of the library",
    "Letterhead": "the tuple of the Python package becomes the type of the library",
    "Vereinbarung": "the class of the Python package holds the type of the library",
}


def large_files(files: Iterable[Path]) -> list[str]:
    found = []
    for file in files:
        text = file.read_text() if file.suffix in (*CODE, ".md") else ""
        if (lines := text.count("\n")) > MAX_LINES and not is_generated(text):
            found.append(f"{file} has {lines} lines, more than {MAX_LINES}: split it")
    return found


def is_generated(text: str) -> bool:
    return re.search(r"^\W*(Generated (from|by)|Aus \w+ \w+ erzeugt)\b", text[:1000], re.MULTILINE) is not None


def large_folders(files: Iterable[Path]) -> list[str]:
    folders = defaultdict(list)
    for file in files:
        if file.suffix in CODE:
            folders[file.parent].append(file)
    return [
        f"{folder} has {len(inside)} files, more than {MAX_FILES}: give those that belong together a folder"
        for folder, inside in sorted(folders.items())
        if len(inside) > MAX_FILES
    ]


def same_files(files: Iterable[Path]) -> list[str]:
    stems = defaultdict(list)
    for file in files:
        # A test is named after what it tests.
        is_test = {"tests", "benches"} & set(file.parts)
        hands_over = file.stem in HANDED_OVER and any(file.is_relative_to(border) for border in BORDERS)
        if file.suffix == ".rs" and not is_test and not hands_over and file.stem not in SAME_IN_EACH:
            stems[file.stem].append(file)
    return [
        f"the name {stem}.rs means several things: {', '.join(map(str, same))}"
        for stem, same in sorted(stems.items())
        if len({_concept(file) for file in same}) > 1
    ]


def _concept(file: Path) -> Path | str:
    """The file itself, but one word for all sides of a concept."""
    if file.is_relative_to(CONCEPTS) and file.relative_to(CONCEPTS).parts[0] in MIRRORS:
        return file.stem
    return file


# What the macro of the binding needs, and a crate of one function.
CODE_IN_LIST = (Path("bindings/python/src/lib.rs"), Path("templates/src/lib.rs"))
_CODE = re.compile(r"^(?:pub(?:\([^)]*\))?\s+)?(?:const\s+|async\s+)?(?:fn|impl|struct|enum|trait)\b.*", re.MULTILINE)


def code_in_lists(files: Iterable[Path]) -> list[str]:
    found = []
    for file in files:
        if file.name in ("lib.rs", "mod.rs") and "tests" not in file.parts and file not in CODE_IN_LIST:
            code = rust.without_tests(file.read_text())
            found += [f"{file} holds code, not only a list: {match[0]}" for match in _CODE.finditer(code)]
    return found


_TYPE = re.compile(r"^[ \t]*(pub(?:\([^)]*\))?\s+)?(?:struct|enum|union|trait|type)\s+(\w+)", re.MULTILINE)


def same_types(roots: Iterable[Path]) -> list[str]:
    """Types that a reader can meet under one name in two places."""
    visible = defaultdict(list)
    found = []
    for root in roots:
        own = defaultdict(list)
        for file in sorted(rust.files(rust.modules(root))):
            for is_visible, name in types(file):
                own[name].append(file)
                if is_visible:
                    visible[name].append(file)
        found += [_several(name, places) for name, places in sorted(own.items()) if len(places) > 1]
        for name, places in own.items():
            if len(places) > 1:
                visible.pop(name, None)
    for name, places in sorted(visible.items()):
        if len(places) > 1 and name not in SHARED_TYPES:
            found.append(_several(name, places))
    return found


def types(file: Path) -> list[tuple[bool, str]]:
    """The types that a file defines outside of functions, traits and tests, and whether others see them."""
    code = rust.without_tests(file.read_text())
    return [(visibility is not None, name) for visibility, name in _types(code)]


def _types(code: str) -> list[tuple[str | None, str]]:
    found = []
    for match in _TYPE.finditer(code):
        if match[0].startswith((" ", "\t")) and match[1] is None:
            # Of a function, a trait or an impl.
            continue
        found.append((match[1], match[2]))
    return found


def _several(name: str, places: list[Path]) -> str:
    return f"the type {name} is defined in {', '.join(map(str, places))}: rename all but one"
