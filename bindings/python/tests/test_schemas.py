"""What is written for machines satisfies its published schema."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import vereinbar
from conftest import ART, EXAMPLE, ROOT

ROWS = [
    {"traeger.name": "A", "traeger.anschrift.plz": "12"},
    {"traeger.name": "B", "stand": "morgen"},
    {"traeger.name": "C", "feld": 1},
]


def validator(name: str) -> jsonschema.Draft202012Validator:
    schema = json.loads((ROOT / "schema" / f"{name}.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def test_reports_and_manifests_satisfy_their_schemas(tmp_path: Path, command: Any) -> None:
    report = vereinbar.batch(ROWS, art=ART, out=tmp_path / "out").to_dict()
    assert report["failures"] and report["findings"]
    # `left` and `interrupted` are the command's: in Python an interrupted run raises.
    check = validator("batch_report")
    check.validate({**report, "left": 0, "interrupted": False})
    (tmp_path / "liste.csv").write_text("traeger.name;stand\nA;morgen\n", encoding="utf-8")
    of_command = json.loads(command("batch", tmp_path / "liste.csv", "--art", "qev", "--check", "--format", "json", code=1).stdout)
    assert of_command["findings"][0]["letter"] == "B"
    check.validate(of_command)
    # The judge is awake.
    assert not check.is_valid({**of_command, "findings": [{}]})
    lines = (tmp_path / "out" / "batch.jsonl").read_text(encoding="utf-8").splitlines()
    assert {json.loads(line)["status"] for line in lines} == {"done", "failed"}
    line = validator("batch_manifest")
    for text in lines:
        line.validate(json.loads(text))
    assert not line.is_valid({**json.loads(lines[0]), "status": "vielleicht"})


def test_findings_of_the_command_satisfy_their_schema(tmp_path: Path, command: Any) -> None:
    (tmp_path / "falsch.json").write_text('{"art": "' + ART + '", "stand": "morgen"}', encoding="utf-8")
    said = command("validate", EXAMPLE, tmp_path / "falsch.json", "--stage", "unterschriftsreif", "--format", "json", code=2)
    check = validator("findings")
    lines = [json.loads(line) for line in said.stdout.splitlines()]
    assert [line["error"] is None for line in lines] == [True, False]
    for line in lines:
        check.validate(line)
    assert not check.is_valid({"file": "x"})
