"""The package and the command give the same bytes for the same agreement."""

from __future__ import annotations

import inspect
import json
import os
import re
from pathlib import Path
from typing import Any

import pytest
import vereinbar
from conftest import ART, EXAMPLE, INVALID, VALID

FILES = [EXAMPLE, *VALID]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_pdf(file: Path, command: Any) -> None:
    expected = command("render", file, "-o", "-").stdout
    assert vereinbar.render(file) == expected
    # The same by way of a dict: an office script has no file.
    data = json.loads(file.read_text(encoding="utf-8-sig"))
    assert vereinbar.render(data) == expected
    assert vereinbar.render(vereinbar.parse(data)) == expected


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_data_that_comes_back(file: Path, command: Any, tmp_path: Path) -> None:
    pdf = tmp_path / "v.pdf"
    pdf.write_bytes(vereinbar.render(file))
    assert vereinbar.extract(pdf).to_json().encode() == command("extract", pdf).stdout


@pytest.mark.parametrize("stage", ["entwurf", "unterschriftsreif"])
def test_findings(stage: vereinbar.options.Stage, command: Any) -> None:
    files = [*FILES, *(file for file in INVALID if is_readable(file))]
    for file in files:
        found = vereinbar.validate(file, stage=stage)
        code = int(any(finding.severity == "error" for finding in found))
        output = command("validate", file, "--stage", stage, "--format", "json", code=code).stdout
        expected = json.loads(output)["findings"]
        keys = ("code", "severity", "path", "place", "message", "remedy", "source")
        assert [{key: getattr(finding, key) for key in keys} for finding in found] == expected, file


def is_readable(file: Path) -> bool:
    try:
        vereinbar.parse(file)
    except vereinbar.ParseError:
        return False
    return True


@pytest.mark.parametrize(
    ("arguments", "options"),
    [
        (["--standard", "a-2a+ua-1"], {"standard": "a-2a+ua-1"}),
        (["--standard", "ua-1"], {"standard": "ua-1"}),
        (["--standard", "plain"], {"standard": "plain"}),
        (["--ausfuellhilfe", "angehaengt"], {"ausfuellhilfe": "angehaengt"}),
        (["--ausfuellhilfe", "allein"], {"ausfuellhilfe": "allein"}),
        (["--require-complete"], {"require_complete": True}),
        (
            ["--letterhead-line", "Landkreis", "--letterhead-line", "Jugendamt", "--color", "#1d4e79"],
            {"letterhead": vereinbar.Letterhead(lines=["Landkreis", "Jugendamt"], color="#1d4e79")},
        ),
    ],
    ids=lambda value: value[1] if isinstance(value, list) and len(value) > 1 else None,
)
def test_options(arguments: list[str], options: dict[str, Any], command: Any) -> None:
    expected = command("render", EXAMPLE, *arguments, "-o", "-").stdout
    assert vereinbar.render(EXAMPLE, **options) == expected


# Words of one door only, each with its reason.
LETTERHEAD = {"logo", "logo_alt", "letterhead_line", "color"}  # make up a `Letterhead`
OUTPUT = {"output", "overwrite"}  # a function gives bytes, and writes over nothing
FINDINGS = {"format"}  # a function gives objects
ONLY_COMMAND = {
    "render": OUTPUT | FINDINGS | LETTERHEAD,
    "preview": OUTPUT | LETTERHEAD,
    "validate": FINDINGS,
    # The report is what `batch` gives; `resume=False` is one option, not two.
    "batch": FINDINGS | LETTERHEAD | {"report", "no_resume"},
    # `Auswertung.to_pdf` has the rest, and there is a function for each form.
    "evaluate": OUTPUT | FINDINGS | LETTERHEAD | {"standard", "templates"},
}
ONLY_PYTHON = {
    "render": {"letterhead"},
    "preview": {"letterhead"},
    "validate": set[str](),
    "batch": {"letterhead", "on_progress"},  # the command has a bar
    "evaluate": {"on_progress"},
}


@pytest.mark.parametrize("name", ONLY_COMMAND)
def test_an_option_is_called_as_in_the_command(name: str, command: Any) -> None:
    text = command(name, "--help").stdout.decode()
    of_command = {word.replace("-", "_") for word in re.findall(r"^ +(?:-\w, )?--([a-z-]+)", text, re.MULTILINE)}
    parameters = inspect.signature(getattr(vereinbar, name)).parameters.values()
    of_python = {one.name for one in parameters if one.kind is inspect.Parameter.KEYWORD_ONLY}
    assert of_python - of_command == ONLY_PYTHON[name]
    assert of_command - of_python - {"help"} == ONLY_COMMAND[name]


def test_blank(command: Any) -> None:
    assert vereinbar.render(vereinbar.blank(ART)) == command("blank", ART, "-o", "-").stdout


def test_preview_with_the_defaults_of_the_command(command: Any, tmp_path: Path) -> None:
    command("preview", EXAMPLE, "-o", tmp_path / "bild.png")
    expected = [file.read_bytes() for file in sorted(tmp_path.glob("bild-*.png"))]
    assert vereinbar.preview(EXAMPLE) == expected


def test_schema(command: Any) -> None:
    assert vereinbar.schema() == json.loads(command("schema").stdout)
    assert vereinbar.schema(ART) == json.loads(command("schema", ART).stdout)


def test_the_environment_makes_no_difference(monkeypatch: pytest.MonkeyPatch, command: Any) -> None:
    expected = command("render", EXAMPLE, "-o", "-").stdout
    for name, value in {"TZ": "Pacific/Kiritimati", "LANG": "de_DE", "SOURCE_DATE_EPOCH": "0"}.items():
        monkeypatch.setitem(os.environ, name, value)
    assert vereinbar.render(EXAMPLE) == expected
