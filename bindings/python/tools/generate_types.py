"""Writes python/vereinbar/types.py and results.py from the schemas in schema/.

    python bindings/python/tools/generate_types.py            # writes the files
    python bindings/python/tools/generate_types.py --check    # exit code 1 if one is out of date

types.py has what goes in: parts may be None, days are texts or `date`. results.py has
what comes out: what is missing is left out, days and amounts are texts.

A schema keyword that is not known here is an error, so that none is passed over.
"""

from __future__ import annotations

import enum
import json
import sys
import textwrap
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[3]
SCHEMAS = ROOT / "schema"
PACKAGE = ROOT / "bindings" / "python" / "python" / "vereinbar"
SCHEMA = SCHEMAS / "vereinbarung.schema.json"
TYPES = PACKAGE / "types.py"
RESULTS = PACKAGE / "results.py"
# What `calculate` and `evaluate` give: the name of the type and its schema.
RESULT_SCHEMAS = {
    "Auswertung": SCHEMAS / "auswertung.schema.json",
    "Berechnung": SCHEMAS / "berechnung.schema.json",
}

HEAD = '''\
"""The data of an agreement as types, for an editor that completes the keys of a dict.

    from vereinbar import types
    traeger: types.Partei = {"name": "Beispielträger Jugendhilfe gGmbH"}

Every part may be missing or None, except "art". The texts are the schema's.

Generated from schema/vereinbarung.schema.json; `make update` writes it anew.
"""

from __future__ import annotations
'''

RESULTS_HEAD = '''\
"""What `evaluate` and `calculate` give as types, for an editor that completes the keys of a dict.

    from vereinbar import results
    befunde: list[results.Befund] = vereinbar.evaluate("vereinbarungen").befunde

What is missing is left out, never None; days are ISO 8601 texts, amounts texts with a
point. The texts are the schemas'.

Generated from schema/auswertung.schema.json and schema/berechnung.schema.json; `make update` writes it anew.
"""

from __future__ import annotations
'''

# JSON type and format: the Python types that go there. The first is the one that comes out.
SCALARS = {
    ("string", None): ["str"],
    ("string", "date"): ["str", "date"],
    ("string", "decimal"): ["str", "Decimal"],
    ("integer", "uint32"): ["int"],
    ("integer", "uint"): ["int"],
    ("integer", "int64"): ["int"],
    ("integer", None): ["int"],
    ("boolean", None): ["bool"],
}
# Texts that may be a day: `date` goes in as well.
DAYS_OR_WORDS = {"Zeitangabe"}
IMPORTS = {"date": "from datetime import date", "Decimal": "from decimal import Decimal"}

KNOWN = {
    *("$ref", "type", "format", "enum", "items", "properties", "required", "additionalProperties"),
    *("title", "description", "default", "minimum", "maximum", "maxItems", "maxLength", "pattern"),
    *("const", "uniqueItems"),
    *("x-bezeichnungen", "x-kurzbezeichnungen", "x-mehrzeilig", "x-vorgabe"),
}
# Of a whole schema, besides these.
KNOWN_OF_ROOT = {"$schema", "$id", "$comment", "$defs"}


def generate(schema: dict[str, Any]) -> str:
    """The text of types.py."""
    definitions: dict[str, dict[str, Any]] = schema["$defs"]
    kinds = [reference(kind["$ref"]) for kind in schema["oneOf"]]
    art = [value for kind in kinds for value in definitions[kind]["properties"]["art"]["enum"]]
    first = [f"Art = {literal(art)}", docstring({"title": "Art der Vereinbarung"}, 0), ""]
    last = [f"Vereinbarung = {' | '.join(kinds)}", docstring(schema, 0)]
    return module(HEAD, ["Art", "Vereinbarung"], definitions, Direction.IN, first, last)


def generate_results(schemas: dict[str, dict[str, Any]]) -> str:
    """The text of results.py, from the schemas by the names of their types."""
    definitions: dict[str, dict[str, Any]] = {}
    for name, schema in schemas.items():
        root = {key: value for key, value in schema.items() if key not in KNOWN_OF_ROOT}
        for name_of_one, definition in {**schema["$defs"], name: root}.items():
            if definitions.setdefault(name_of_one, definition) != definition:
                raise ValueError(f"two schemas define {name_of_one}")
    return module(RESULTS_HEAD, [], definitions, Direction.OUT, [], [])


class Direction(enum.Enum):
    """Whether data goes in or comes out."""

    IN = enum.auto()
    OUT = enum.auto()


def module(
    head: str,
    names: list[str],
    definitions: dict[str, dict[str, Any]],
    direction: Direction,
    first: list[str],
    last: list[str],
) -> str:
    """A module with these definitions, and with what stands before and after them."""
    aliases: list[str] = []
    classes: list[str] = []
    for name, definition in definitions.items():
        if definition["type"] == "object":
            classes += typed_dict(name, definition, direction)
        else:
            aliases += [f"{name} = {expression(definition, direction)}", docstring(definition, 0), ""]
    body = "\n".join([*first, *aliases, "", *classes, *last]).rstrip("\n")
    exported = "".join(f'    "{name}",\n' for name in sorted([*names, *definitions]))
    imports = [line for name, line in IMPORTS.items() if f"| {name}" in body]
    imports.append("from typing import Literal, TypedDict")
    return "\n".join([head, *imports, "", f"__all__ = [\n{exported}]", "", body, ""])


def typed_dict(name: str, definition: dict[str, Any], direction: Direction) -> list[str]:
    """An object as a TypedDict; required keys stand in a base, which Python 3.10 can do, too."""
    known(definition)
    if definition.get("additionalProperties") is not False:
        raise ValueError(f"{name} allows unknown fields")
    properties: dict[str, Any] = definition["properties"]
    required = {key: properties[key] for key in definition.get("required", [])}
    optional = {key: field for key, field in properties.items() if key not in required}
    or_none = " | None" if direction is Direction.IN else ""
    lines: list[str] = []
    base = "TypedDict"
    if required and optional:
        base = f"_{name}Required"
        lines += [f"class {base}(TypedDict):", *keys(required, direction), "", ""]
    head = f"class {name}({base}, total=False):" if optional else f"class {name}({base}):"
    lines += [head, docstring(definition, 4), ""]
    lines += keys(optional, direction, or_none) if optional else keys(required, direction)
    return [*lines, "", ""]


def keys(fields: dict[str, Any], direction: Direction, or_none: str = "") -> list[str]:
    """The keys of a TypedDict."""
    lines: list[str] = []
    for key, field in fields.items():
        lines += [f"    {key}: {expression(field, direction)}{or_none}", docstring(field, 4)]
    return lines


def expression(node: dict[str, Any], direction: Direction) -> str:
    """The type of a value."""
    known(node)
    if "$ref" in node:
        return reference(node["$ref"])
    if "enum" in node:
        return literal(node["enum"])
    if node["type"] == "array":
        return f"list[{expression(node['items'], direction)}]"
    kinds = SCALARS[node["type"], node.get("format")]
    if node.get("title") in DAYS_OR_WORDS:
        kinds = [*kinds, "date"]
    return " | ".join(kinds if direction is Direction.IN else kinds[:1])


def literal(values: list[str]) -> str:
    """A choice, on one line where it fits."""
    quoted = [json.dumps(value) for value in values]
    line = f"Literal[{', '.join(quoted)}]"
    return line if len(line) <= 80 else "Literal[\n" + "".join(f"    {value},\n" for value in quoted) + "]"


def docstring(node: dict[str, Any], indent: int) -> str:
    """Title and description, as an editor shows them at the name."""
    title, description = node["title"], node.get("description", "")
    text = title if title.endswith((".", "!", "?")) else f"{title}."
    paragraphs = [text] if description in ("", title) else [text, *description.splitlines()]
    prefix = " " * indent
    wrapped = ["\n".join(textwrap.wrap(part, 98 - indent, break_long_words=False)) for part in paragraphs]
    lines = "\n\n".join(wrapped).replace("\\", "\\\\")
    closing = "\n" if "\n" in lines else ""
    return textwrap.indent(f'"""{lines}{closing}"""', prefix, lambda line: bool(line.strip()))


def reference(pointer: str) -> str:
    """The name of a definition."""
    return pointer.removeprefix("#/$defs/")


def known(node: dict[str, Any]) -> None:
    """Refuses a schema keyword that this script would pass over."""
    unknown = set(node) - KNOWN
    if unknown:
        raise ValueError(f"unknown schema keywords: {sorted(unknown)}")


def texts() -> dict[Path, str]:
    """The files with what belongs into them."""
    return {
        TYPES: generate(read(SCHEMA)),
        RESULTS: generate_results({name: read(file) for name, file in RESULT_SCHEMAS.items()}),
    }


def read(schema: Path) -> dict[str, Any]:
    """A published schema."""
    content: dict[str, Any] = json.loads(schema.read_text(encoding="utf-8"))
    return content


def main() -> int:
    """Writes or checks the files."""
    if "--check" in sys.argv[1:]:
        return int(any(not file.exists() or file.read_text(encoding="utf-8") != text for file, text in texts().items()))
    for file, text in texts().items():
        file.write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
