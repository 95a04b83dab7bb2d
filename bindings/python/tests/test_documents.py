"""What is known of a document, before and after it is made, and a row without a document."""

from __future__ import annotations

import copy
import hashlib
import json
import pickle
from pathlib import Path
from typing import Any

import pypdf
import pytest
import vereinbar
from conftest import ART, EXAMPLE


def test_a_document_is_its_bytes_and_knows_itself(example: dict[str, Any], tmp_path: Path) -> None:
    # A postcode of another country is a warning.
    example["traeger"]["anschrift"]["plz"] = "1010"
    document = vereinbar.render(example)
    assert isinstance(document, bytes) and document == bytes(document) and type(bytes(document)) is bytes
    assert hash(document) == hash(bytes(document)) and document[:5] == b"%PDF-"
    file = tmp_path / "v.pdf"
    file.write_bytes(document)
    assert document.pages == len(pypdf.PdfReader(file).pages)
    assert document.sha256 == hashlib.sha256(file.read_bytes()).hexdigest()
    assert document.findings == tuple(vereinbar.validate(example)) != ()
    assert vereinbar.extract(document) == vereinbar.parse(example)
    assert str(document) == repr(document) == f"<Document: PDF, pages={document.pages}, {len(document)} bytes>"
    for again in (copy.copy(document), copy.deepcopy(document), pickle.loads(pickle.dumps(document))):
        assert again == document and (again.pages, again.sha256) == (document.pages, document.sha256)
        assert again.findings == document.findings


def test_the_context_is_all_but_the_agreement(tmp_path: Path) -> None:
    plain = vereinbar.context()
    assert plain == vereinbar.context(standard="a-3a+ua-1") and len(plain) == 64
    others = [
        vereinbar.context(standard="plain"),
        vereinbar.context(fillable=True),
        vereinbar.context(stichtag="2027-06-30"),
        vereinbar.context(require_complete=True),
        vereinbar.context(letterhead=vereinbar.Letterhead(lines=["Jugendamt"])),
        vereinbar.context(profile={"severity": {"plz_unusual": "error"}}),
    ]
    vereinbar.export_templates(tmp_path)
    others.append(vereinbar.context(templates=tmp_path))
    file = tmp_path / "gemeinsam" / "masse.typ"
    file.write_text(file.read_text(encoding="utf-8") + "// anders\n", encoding="utf-8")
    others.append(vereinbar.context(templates=tmp_path))
    assert len({plain, *others}) == len(others) + 1
    with pytest.raises(vereinbar.RenderError):
        vereinbar.context(templates=tmp_path / "fehlt")
    with pytest.raises(vereinbar.OptionError):
        vereinbar.context(wortlaut="frei")  # type: ignore[arg-type]


def test_a_key_is_known_before_the_document(example: dict[str, Any]) -> None:
    key = vereinbar.content_key(example)
    assert key == vereinbar.content_key(EXAMPLE) == vereinbar.content_key(json.dumps(example, indent=4))
    assert key == vereinbar.content_key(vereinbar.parse(example))
    others = [
        vereinbar.content_key({**example, "aktenzeichen": "anders"}),
        vereinbar.content_key(example, fillable=True),
    ]
    assert len({key, *others}) == 3
    # Whether there is a document of it is another question.
    reversed_ = {"art": ART, "vereinbarungszeitraum": {"von": "2027-01-01", "bis": "2026-12-31"}}
    assert len(vereinbar.content_key(reversed_)) == 64
    with pytest.raises(vereinbar.ParseError):
        vereinbar.content_key({"art": "mietvertrag"})


def test_a_row_is_laid_and_checked_without_a_document(example: dict[str, Any]) -> None:
    laid = vereinbar.lay({"traeger.name": "Haus Nord", "stand": "1.12.2027"}, example)
    assert laid.is_success and laid.vereinbarung is not None
    assert laid.vereinbarung.to_dict()["stand"] == "2027-12-01"
    assert laid.vereinbarung == vereinbar.set(example, {"traeger.name": "Haus Nord", "stand": "1.12.2027"})
    for row, code, column in (
        ({"stand": "morgen"}, "invalid_format", "stand"),
        ({"stnad": "1.1.2027"}, "unknown_heading", "stnad"),
        ({"traeger.anschrift.plz": "1067"}, "plz_four_digits", "traeger.anschrift.plz"),
        ({"vereinbarungszeitraum.bis": "1.1.2020"}, "vereinbarungszeitraum_reversed", "vereinbarungszeitraum.bis"),
    ):
        laid = vereinbar.lay(row, example)
        assert not laid.is_success
        errors = [(one.code, one.column) for one in laid.findings if one.severity == "error"]
        assert errors == [(code, column)], row
    assert vereinbar.lay({"Träger": "Haus Nord"}, example, columns={"Träger": "traeger.name"}).is_success
    assert not vereinbar.lay({"traeger.name": "x"}, art=ART, stage="unterschriftsreif").is_success
    assert vereinbar.lay({}, example).vereinbarung == vereinbar.parse(example)
    with pytest.raises(vereinbar.ParseError):
        vereinbar.lay({}, {"art": "mietvertrag"})
    with pytest.raises(vereinbar.OptionError):
        vereinbar.lay({"traeger.name": "x"}, art="mietvertrag")  # type: ignore[arg-type]
