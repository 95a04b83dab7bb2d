"""Writes python/vereinbar/types.py from schema/vereinbarung.schema.json.

    python bindings/python/tools/generate_types.py            # writes the file
    python bindings/python/tools/generate_types.py --check    # exit code 1 if it is out of date

A schema keyword that is not known here is an error, so that none is passed over.
"""

from __future__ import annotations

import json
import sys
import textwrap
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[3]
SCHEMA = ROOT / "schema" / "vereinbarung.schema.json"
TYPES = ROOT / "bindings" / "python" / "python" / "vereinbar" / "types.py"

HEAD = '''\
"""The data of an agreement as types, for an editor that completes the keys of a dict.

    from vereinbar import types
    traeger: types.Partei = {"name": "Beispielträger Jugendhilfe gGmbH"}

Every part may be missing or None, except "art". The texts are the schema's.

Generated from schema/vereinbarung.schema.json; `make update` writes it anew.
"""

from __future__ import annotations
'''

# JSON type and format: the Python types that go there.
SCALARS = {
    ("string", None): ["str"],
    ("string", "date"): ["str", "date"],
    ("string", "decimal"): ["str", "Decimal"],
    ("integer", "uint32"): ["int"],
    ("integer", None): ["int"],
    ("boolean", None): ["bool"],
}
IMPORTS = {"date": "from datetime import date", "Decimal": "from decimal import Decimal"}

KNOWN = {
    *("$ref", "type", "format", "enum", "items", "properties", "required", "additionalProperties"),
    *("title", "description", "default", "minimum", "maximum", "maxItems", "maxLength", "pattern"),
    "x-bezeichnungen",
}


def generate(schema: dict[str, Any]) -> str:
    """The text of types.py."""
    definitions: dict[str, dict[str, Any]] = schema["$defs"]
    kinds = [reference(kind["$ref"]) for kind in schema["oneOf"]]
    aliases: list[str] = []
    classes: list[str] = []
    for name, definition in definitions.items():
        if definition["type"] == "object":
            classes += typed_dict(name, definition)
        else:
            aliases += [f"{name} = {expression(definition)}", docstring(definition, 0), ""]

    art = [value for kind in kinds for value in definitions[kind]["properties"]["art"]["enum"]]
    body = "\n".join(
        [
            f"Art = {literal(art)}",
            docstring({"title": "Art der Vereinbarung"}, 0),
            "",
            *aliases,
            "",
            *classes,
            f"Vereinbarung = {' | '.join(kinds)}",
            docstring(schema, 0),
        ]
    )
    names = sorted(["Art", "Vereinbarung", *definitions])
    exported = "".join(f'    "{name}",\n' for name in names)
    imports = [line for name, line in IMPORTS.items() if f"| {name}" in body]
    imports.append("from typing import Literal, TypedDict")
    return "\n".join([HEAD, *imports, "", f"__all__ = [\n{exported}]", "", body, ""])


def typed_dict(name: str, definition: dict[str, Any]) -> list[str]:
    """An object as a TypedDict; required keys stand in a base, which Python 3.10 can do, too."""
    known(definition)
    if definition.get("additionalProperties") is not False:
        raise ValueError(f"{name} allows unknown fields")
    required = definition.get("required", [])
    properties = definition["properties"]
    lines: list[str] = []
    base = "TypedDict"
    if required:
        base = f"_{name}Required"
        lines += [f"class {base}(TypedDict):"]
        for key in required:
            lines += [f"    {key}: {expression(properties[key])}", docstring(properties[key], 4)]
        lines += ["", ""]
    lines += [f"class {name}({base}, total=False):", docstring(definition, 4), ""]
    for key, field in properties.items():
        if key not in required:
            lines += [f"    {key}: {expression(field)} | None", docstring(field, 4)]
    return [*lines, "", ""]


def expression(node: dict[str, Any]) -> str:
    """The type of a value."""
    known(node)
    if "$ref" in node:
        return reference(node["$ref"])
    if "enum" in node:
        return literal(node["enum"])
    if node["type"] == "array":
        return f"list[{expression(node['items'])}]"
    return " | ".join(SCALARS[node["type"], node.get("format")])


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


def main() -> int:
    """Writes or checks the file."""
    text = generate(json.loads(SCHEMA.read_text(encoding="utf-8")))
    if "--check" in sys.argv[1:]:
        return int(TYPES.read_text(encoding="utf-8") != text)
    TYPES.write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
