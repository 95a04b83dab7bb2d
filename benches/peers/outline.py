"""What a plain document of an agreement holds: all of its texts with their labels, in tables of two columns, without
the wording, the order of the sides and the marks that the official form has."""

import json
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
TITLE = "title"


def labels(art: str) -> dict[str, str]:
    """The label of each field, as the published schema gives it, and the title of the kind."""
    schema = json.loads((ROOT / f"schema/{art}.schema.json").read_text(encoding="utf-8"))
    found: dict[str, str] = {art: schema[TITLE]}

    def walk(node: Any) -> None:
        if isinstance(node, dict):
            for key, field in node.get("properties", {}).items():
                if isinstance(field, dict) and TITLE in field:
                    found.setdefault(key, field[TITLE])
            for inner in node.values():
                walk(inner)
        elif isinstance(node, list):
            for inner in node:
                walk(inner)

    walk(schema)
    return found


def outline(agreement: dict[str, Any], names: dict[str, str]) -> dict[str, Any]:
    """Title and parts, each with its rows of label and text."""
    single: list[list[str]] = []
    parts = [{"name": "Angaben", "rows": single}]

    def rows(value: Any, label: str, into: list[list[str]]) -> None:
        if isinstance(value, dict):
            for key, field in value.items():
                name = names.get(str(key), str(key))
                rows(field, f"{label} › {name}" if label else name, into)
        elif isinstance(value, list):
            for index, entry in enumerate(value, 1):
                rows(entry, f"{label} {index}".strip(), into)
        else:
            into.append([label, str(value)])

    for key, value in agreement.items():
        name = names.get(key, key)
        if isinstance(value, list) and value and isinstance(value[0], dict):
            for index, entry in enumerate(value, 1):
                part: dict[str, Any] = {"name": f"{name} {index}", "rows": []}
                rows(entry, "", part["rows"])
                parts.append(part)
        elif isinstance(value, (dict, list)):
            part = {"name": name, "rows": []}
            rows(value, "", part["rows"])
            parts.append(part)
        else:
            rows(value, name, single)
    return {"title": names[agreement["art"]], "parts": [part for part in parts if part["rows"]]}
