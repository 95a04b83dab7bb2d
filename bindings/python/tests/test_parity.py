"""The package gives the documents of the table, and what the command gives."""

from __future__ import annotations

import hashlib
import inspect
import json
import os
import re
from pathlib import Path
from typing import Any

import pytest
import vereinbar
from conftest import ART, EVALUATED, EXAMPLE, HASHES, INVALID, KINDS, ROOT, VALID, agreement, example_of
from vereinbar import _vereinbar

# Every agreement that becomes a document of the table, by the document's name.
AGREEMENTS = {f"{art}/{file.stem}.pdf": file for art in KINDS for file in VALID[art]}
AGREEMENTS |= {f"{art}/beispiel.pdf": example_of(art) for art in KINDS}


def assert_in_table(name: str, pdf: bytes) -> None:
    assert hashlib.sha256(pdf).hexdigest() == HASHES.get(name), f"{name} has other bytes; if this is meant: make update"


@pytest.mark.parametrize("name", AGREEMENTS)
def test_pdf(name: str) -> None:
    file = AGREEMENTS[name]
    assert_in_table(name, vereinbar.render(file))
    # The same by way of a dict: an office script has no file.
    data = json.loads(file.read_text(encoding="utf-8-sig"))
    assert_in_table(name, vereinbar.render(data))
    assert_in_table(name, vereinbar.render(vereinbar.parse(data)))


def test_documents_that_are_no_single_agreement(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    documents: dict[str, bytes | vereinbar.Document] = {}
    for art in KINDS:
        blank = vereinbar.blank(art)
        documents[f"{art}/vordruck.pdf"] = vereinbar.render(blank)
        combined = tmp_path / f"{art}.pdf"
        rows = [json.loads(example_of(art).read_text(encoding="utf-8")), {"art": art}]
        assert vereinbar.batch(rows, combined=combined, name="{nr}").done == len(rows)
        documents[f"{art}/sammlung.pdf"] = combined.read_bytes()
    form = vereinbar.blank(ART)
    documents[f"{ART}/ausfuellhilfe.pdf"] = vereinbar.render(form, ausfuellhilfe="allein")
    documents[f"{ART}/mit_ausfuellhilfe.pdf"] = vereinbar.render(form, ausfuellhilfe="angehaengt")
    # The report names the files as they are handed over.
    monkeypatch.chdir(ROOT)
    documents["auswertung/bericht.pdf"] = vereinbar.evaluate(EVALUATED.relative_to(ROOT)).to_pdf()
    for name, pdf in documents.items():
        assert_in_table(name, pdf)
    assert documents.keys() | AGREEMENTS.keys() == HASHES.keys()


@pytest.mark.parametrize("file", [EXAMPLE, *VALID[ART]], ids=lambda file: file.stem)
def test_data_that_comes_back(file: Path, command: Any, tmp_path: Path) -> None:
    pdf = tmp_path / "v.pdf"
    pdf.write_bytes(vereinbar.render(file))
    assert vereinbar.extract(pdf).to_json().encode() == command("extract", pdf).stdout


@pytest.mark.parametrize("stage", ["entwurf", "unterschriftsreif"])
def test_findings(stage: vereinbar.options.Stage, command: Any, tmp_path: Path) -> None:
    file = tmp_path / "vereinbarung.json"
    for source in [EXAMPLE, *VALID[ART], *(fixture for fixture in INVALID if is_readable(fixture))]:
        file.write_bytes(agreement(source))
        found = vereinbar.validate(file, stage=stage)
        code = int(any(finding.severity == "error" for finding in found))
        output = command("validate", file, "--stage", stage, "--format", "json", code=code).stdout
        expected = json.loads(output)["findings"]
        keys = ("code", "severity", "path", "place", "message", "remedy", "source")
        # What says nothing is left out of JSON.
        found_further = [list(finding.further_paths) for finding in found]
        assert found_further == [one.pop("further_paths", []) for one in expected], source
        assert [{key: getattr(finding, key) for key in keys} for finding in found] == expected, source


def is_readable(fixture: Path) -> bool:
    try:
        vereinbar.parse(agreement(fixture))
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
        (["--wortlaut", "berichtigt"], {"wortlaut": "berichtigt"}),
        (
            ["--ausfuellhilfe", "allein", "--quelle", "Empfehlungen Musterland"],
            {"ausfuellhilfe": "allein", "quelle": "Empfehlungen Musterland"},
        ),
        (["--require-complete"], {"require_complete": True}),
        (["--fillable"], {"fillable": True}),
        (["--signature-fields"], {"signature_fields": True}),
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
TRAEGER_LOGO = {"traeger_logo", "traeger_logo_alt"}  # as do these
OUTPUT = {"output", "overwrite"}  # a function gives bytes, and writes over nothing
FINDINGS = {"format"}  # a function gives objects
ONLY_COMMAND = {
    # Who calls a function calls it again.
    "render": OUTPUT | FINDINGS | LETTERHEAD | TRAEGER_LOGO | {"watch"},
    "preview": OUTPUT | LETTERHEAD | TRAEGER_LOGO,
    "validate": FINDINGS,
    # The report is what `batch` gives; `resume=False` is one option, not two.
    "batch": FINDINGS | LETTERHEAD | TRAEGER_LOGO | {"report", "no_resume"},
    # `Auswertung.to_pdf` has the rest, and there is a function for each form.
    "evaluate": OUTPUT | FINDINGS | LETTERHEAD | {"standard", "templates", "listen"},
}
ONLY_PYTHON = {
    "render": {"letterhead"},
    "preview": {"letterhead"},
    "validate": set[str](),
    "batch": {"letterhead", "on_progress"},  # the command has a bar
    "evaluate": {"on_progress"},
}


@pytest.mark.parametrize("room", [{"ziele": 3}, {"zeilen": 5}, {"ziele": 3, "zeilen": 5}], ids=str)
def test_room_of_a_blank_form(room: dict[str, int], command: Any) -> None:
    words = [word for name, number in room.items() for word in (f"--{name}", str(number))]
    expected = command("blank", ART, *words, "-o", "-").stdout
    assert vereinbar.render(vereinbar.blank(ART, **room)) == expected


@pytest.mark.parametrize("name", ONLY_COMMAND)
def test_an_option_is_called_as_in_the_command(name: str, command: Any) -> None:
    text = command(name, "--help").stdout.decode()
    of_command = {word.replace("-", "_") for word in re.findall(r"^ +(?:-\w, )?--([a-z-]+)", text, re.MULTILINE)}
    parameters = inspect.signature(getattr(vereinbar, name)).parameters.values()
    of_python = {one.name for one in parameters if one.kind is inspect.Parameter.KEYWORD_ONLY}
    assert of_python - of_command == ONLY_PYTHON[name]
    assert of_command - of_python - {"help"} == ONLY_COMMAND[name]


def test_preview_with_the_defaults_of_the_command(command: Any, tmp_path: Path) -> None:
    command("preview", EXAMPLE, "-o", tmp_path / "bild.png")
    expected = [file.read_bytes() for file in sorted(tmp_path.glob("bild-*.png"))]
    assert vereinbar.preview(EXAMPLE) == expected


def test_schema(command: Any) -> None:
    assert vereinbar.schema() == json.loads(command("schema").stdout)
    assert vereinbar.schema(ART) == json.loads(command("schema", ART).stdout)
    for builder in _vereinbar.BUILDER_SCHEMAS:
        published = json.loads((ROOT / "schema" / "builders" / f"{ART}.{builder}.json").read_text("utf-8"))
        assert vereinbar.schema(ART, builder=builder) == published
        assert json.loads(command("schema", ART, "--builder", builder).stdout) == published
    with pytest.raises(vereinbar.OptionError, match="Geben Sie art an"):
        vereinbar.schema(builder="rjsf")


def test_the_environment_makes_no_difference(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"TZ": "Pacific/Kiritimati", "LANG": "de_DE", "SOURCE_DATE_EPOCH": "0"}.items():
        monkeypatch.setitem(os.environ, name, value)
    assert_in_table(f"{ART}/beispiel.pdf", vereinbar.render(EXAMPLE))
