"""The functions, one by one."""

from __future__ import annotations

import copy
import doctest
import io
import json
import pickle
import typing
from pathlib import Path
from typing import Any

import pypdf
import pytest
import vereinbar
from conftest import ART, EXAMPLE, ROOT
from vereinbar import Letterhead, _vereinbar, findings, options, reports


def text_of(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)


def test_the_installed_package_is_tested() -> None:
    assert "site-packages" in vereinbar.__file__
    assert vereinbar.__version__ == "0.1.0"


def test_every_public_name_exists_and_is_documented() -> None:
    for name in set(vereinbar.__all__) - {"__version__"}:
        assert getattr(vereinbar, name).__doc__, name


def test_the_examples_in_the_docstrings_run() -> None:
    for module in (vereinbar, options):
        result = doctest.testmod(module, extraglobs=vars(vereinbar), raise_on_error=True)
        assert result.attempted > 0, module


def test_parse_takes_text_bytes_dict_path_and_what_it_gave(example: dict[str, Any]) -> None:
    text = EXAMPLE.read_text(encoding="utf-8")
    v = vereinbar.parse(example)
    assert v == vereinbar.parse(text) == vereinbar.parse("\ufeff" + text)
    assert v == vereinbar.parse(text.encode()) == vereinbar.parse(bytearray(text.encode()))
    assert v == vereinbar.parse(EXAMPLE)
    assert vereinbar.parse(v) is v


def test_vereinbarung_is_a_value(example: dict[str, Any]) -> None:
    v, equal = vereinbar.parse(example), vereinbar.parse(example)
    other = vereinbar.parse({**example, "aktenzeichen": "anderes"})
    assert v == equal and hash(v) == hash(equal) and v is not equal
    assert v != other and v != example and v != None  # noqa: E711
    assert {v, equal, other} == {v, other}
    assert copy.deepcopy(v) == copy.copy(v) == v
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        assert pickle.loads(pickle.dumps(v, protocol)) == v
    with pytest.raises(AttributeError):
        v.art = "anders"  # type: ignore[misc]
    with pytest.raises(TypeError):
        vereinbar.Vereinbarung()


def test_vereinbarung_gives_its_data_back(example: dict[str, Any]) -> None:
    v = vereinbar.parse(example)
    assert v.art == ART
    assert v.to_dict() == example
    assert v.to_dict() is not v.to_dict()
    assert json.loads(v.to_json()) == example
    assert v.to_json() == vereinbar.parse(v.to_json()).to_json()


def test_repr_shows_no_text_of_the_agreement(example: dict[str, Any]) -> None:
    assert repr(vereinbar.parse(example)) == f"<Vereinbarung {ART}>"
    assert "<svg" not in repr(Letterhead(logo=b"<svg></svg>", logo_alt="Wappen"))


def test_validate_knows_both_stages(example: dict[str, Any]) -> None:
    assert vereinbar.validate(example) == []
    assert vereinbar.validate(example, stage="unterschriftsreif") == []
    assert vereinbar.validate(vereinbar.blank(ART)) == []
    missing = vereinbar.validate(vereinbar.blank(ART), stage="unterschriftsreif")
    assert {finding.severity for finding in missing} >= {"error"}


def test_a_finding_is_complete_and_a_value(example: dict[str, Any]) -> None:
    example["vereinbarungszeitraum"] = {"von": "2027-01-01", "bis": "2026-12-31"}
    (finding,) = (f for f in vereinbar.validate(example) if f.severity == "error")
    assert finding.code == "vereinbarungszeitraum_reversed"
    assert finding.path == "/vereinbarungszeitraum/bis"
    assert finding.place == "Vereinbarungszeitraum › bis"
    assert finding.source.startswith("Vordruck")
    assert finding.position is None
    assert str(finding).startswith("Fehler, Vereinbarungszeitraum › bis: ")
    assert finding.message in str(finding) and finding.remedy in str(finding)
    again = next(f for f in vereinbar.validate(example) if f.severity == "error")
    assert finding == again == pickle.loads(pickle.dumps(finding)) and hash(finding) == hash(again)
    with pytest.raises(AttributeError):
        finding.code = "x"  # type: ignore[misc]


def test_render_is_deterministic_and_quiet(example: dict[str, Any], capfd: pytest.CaptureFixture[str]) -> None:
    pdf = vereinbar.render(example)
    assert pdf.startswith(b"%PDF-1.7")
    assert pdf == vereinbar.render(vereinbar.parse(example)) == vereinbar.render(EXAMPLE)
    example["grundsaetze_und_massstaebe"].append({"code": "kinderrechte"})
    assert vereinbar.validate(example), "the next line is to render with warnings"
    vereinbar.render(example)
    assert capfd.readouterr() == ("", "")


def test_render_has_the_options_of_the_library(example: dict[str, Any]) -> None:
    for name in _vereinbar.STANDARDS:
        pdf = vereinbar.render(example, standard=name)
        if name == "a-2a+ua-1":
            with pytest.raises(vereinbar.ExtractError):
                vereinbar.extract(pdf)
        else:
            assert vereinbar.extract(pdf) == vereinbar.parse(example)
    form = len(vereinbar.preview(example, ppi=10))
    pages = {a: len(vereinbar.preview(example, ausfuellhilfe=a, ppi=10)) for a in _vereinbar.AUSFUELLHILFEN}
    assert pages["angehaengt"] == form + pages["allein"]
    plain = vereinbar.render(example, standard="plain")
    assert b"pdfaid" not in plain


def test_the_choices_in_the_types_are_those_of_the_library() -> None:
    assert list(typing.get_args(options.Stage)) == _vereinbar.STAGES
    assert list(typing.get_args(options.BuilderSchema)) == _vereinbar.BUILDER_SCHEMAS
    assert list(typing.get_args(options.Standard)) == _vereinbar.STANDARDS
    assert list(typing.get_args(options.Ausfuellhilfe)) == _vereinbar.AUSFUELLHILFEN
    assert list(typing.get_args(options.Wortlaut)) == _vereinbar.WORTLAUTE
    assert set(typing.get_args(reports.Phase)) == set(_vereinbar.PHASES)
    assert set(typing.get_args(findings.Severity)) == set(_vereinbar.SEVERITIES)
    assert list(typing.get_args(vereinbar.types.Art)) == _vereinbar.ARTEN


def test_require_complete_refuses_gaps(example: dict[str, Any]) -> None:
    assert vereinbar.render(example, require_complete=True)
    del example["traeger"]
    assert vereinbar.render(example)
    with pytest.raises(vereinbar.ValidationError) as caught:
        vereinbar.render(example, require_complete=True)
    assert caught.value.stage == "unterschriftsreif"
    assert "traeger_missing" in {finding.code for finding in caught.value.findings}


def test_letterhead_is_printed(example: dict[str, Any], tmp_path: Path) -> None:
    svg = b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><rect width='9' height='9'/></svg>"
    logo = tmp_path / "wappen.svg"
    logo.write_bytes(svg)
    letterhead = Letterhead(logo=logo, logo_alt="Wappen", lines=["Landkreis Musterland", "Jugendamt"], color="#1d4e79")
    assert letterhead.lines == ("Landkreis Musterland", "Jugendamt")
    from_bytes = Letterhead(logo=svg, logo_alt="Wappen", lines=("Landkreis Musterland", "Jugendamt"), color="#1d4e79")
    assert letterhead == Letterhead(logo=str(logo), logo_alt="Wappen", lines=letterhead.lines, color="#1d4e79")
    assert letterhead == from_bytes == pickle.loads(pickle.dumps(letterhead))
    assert hash(letterhead) == hash(from_bytes)
    pdf = vereinbar.render(example, letterhead=letterhead)
    assert pdf == vereinbar.render(example, letterhead=from_bytes) != vereinbar.render(example)
    assert "Landkreis Musterland\nJugendamt" in text_of(pdf)


def test_templates_of_ones_own_replace_embedded_ones(example: dict[str, Any], tmp_path: Path) -> None:
    colours = (ROOT / "templates" / "gemeinsam" / "farben.typ").read_text(encoding="utf-8")
    (tmp_path / "gemeinsam").mkdir()
    own = tmp_path / "gemeinsam" / "farben.typ"
    own.write_text(colours, encoding="utf-8")
    assert vereinbar.render(example, templates=tmp_path) == vereinbar.render(example)
    own.write_text(colours + "\n#let x = y\n", encoding="utf-8")
    with pytest.raises(vereinbar.RenderError) as caught:
        vereinbar.render(example, templates=str(tmp_path))
    assert any("gemeinsam/farben.typ" in diagnostic for diagnostic in caught.value.diagnostics)


def test_remarks_of_typst_are_warnings_that_point_to_the_caller(example: dict[str, Any], tmp_path: Path) -> None:
    main = tmp_path / ART / "main.typ"
    main.parent.mkdir()
    original = (ROOT / "templates" / ART / "main.typ").read_text(encoding="utf-8")
    main.write_text(original + '\n#text(font: "Gibt Es Nicht")[x]\n', encoding="utf-8")
    with pytest.warns(vereinbar.TemplateWarning, match="(?i)unknown font family") as caught:
        assert vereinbar.render(example, templates=tmp_path).startswith(b"%PDF-")
    assert {Path(warning.filename) for warning in caught} == {Path(__file__)}


def test_preview_draws_the_pages_asked_for(example: dict[str, Any]) -> None:
    pages = vereinbar.preview(example, ppi=40)
    assert len(pages) > 1 and all(page.startswith(b"\x89PNG\r\n") for page in pages)
    assert vereinbar.preview(example, pages=2, ppi=40) == [pages[1]]
    assert vereinbar.preview(example, pages="1-2", ppi=40) == pages[:2]


def test_blank_is_the_form_with_nothing_in_it() -> None:
    assert vereinbar.blank(ART) == vereinbar.parse({"art": ART})
    assert "Qualitätsentwicklungsvereinbarung" in text_of(vereinbar.render(vereinbar.blank(ART)))


def test_extract_reads_back_bytes_and_files(example: dict[str, Any], tmp_path: Path) -> None:
    pdf = vereinbar.render(example)
    file = tmp_path / "v.pdf"
    file.write_bytes(pdf)
    v = vereinbar.parse(example)
    assert v == vereinbar.extract(pdf) == vereinbar.extract(bytearray(pdf))
    assert v == vereinbar.extract(file) == vereinbar.extract(str(file))


def test_schema_is_the_published_one() -> None:
    for art, name in ((None, "vereinbarung"), *((art, art) for art in _vereinbar.ARTEN)):
        published = json.loads((ROOT / f"schema/{name}.schema.json").read_text(encoding="utf-8"))
        assert vereinbar.schema(art) == published  # type: ignore[arg-type]
    assert vereinbar.schema() is not vereinbar.schema()


def test_a_fillable_form_keeps_its_values_and_reads_back(example: dict[str, Any]) -> None:
    form = vereinbar.render(example, fillable=True)
    answers = vereinbar.extract_answers(form)
    assert answers.vereinbarung == vereinbar.parse(example)
    assert (answers.changes, answers.findings) == ((), ())
    assert vereinbar.extract(vereinbar.refresh(form)) == answers.vereinbarung
    blank = vereinbar.render(vereinbar.blank("leq_vereinbarung", ziele=3), fillable=True)
    assert b"/AcroForm" in blank


def test_a_text_that_is_longer_than_its_field_is_told_when_the_form_is_made() -> None:
    long = ("Sehr ausführlich beschrieben. " * 300).strip()
    draft = {"art": "qualitaetsentwicklungsvereinbarung", "ziele": [{"ziel": long}]}
    with pytest.warns(vereinbar.FieldWarning, match="Ziel 1 › Ziel.*länger als sein Feld") as told:
        form = vereinbar.render(draft, fillable=True)
    assert (len(told), told[0].filename) == (1, __file__)
    assert vereinbar.extract(form) == vereinbar.parse(draft)
    # What is printed has room: warnings are errors in these tests.
    vereinbar.render(draft)


def test_answers_say_what_they_change_and_what_cannot_be_read(example: dict[str, Any]) -> None:
    form = vereinbar.render(example, fillable=True)
    # The first day, as it stands in its field.
    assert form.count(b"(01.01.2027)") == 1
    answers = vereinbar.extract_answers(form.replace(b"(01.01.2027)", b"(02.01.2027)"))
    assert answers.changes == (
        vereinbar.Change("/vereinbarungszeitraum/von", "Vereinbarungszeitraum › von", "changed"),
    )
    assert answers.vereinbarung.to_dict()["vereinbarungszeitraum"]["von"] == "2027-01-02"
    broken = form.replace(b"(01.01.2027)", b"(01.13.2027)")
    (finding,) = vereinbar.extract_answers(broken).findings
    assert (finding.code, finding.path) == ("invalid_format", "/vereinbarungszeitraum/von")
    with pytest.raises(vereinbar.ExtractError):
        vereinbar.extract(broken)


def test_a_record_has_fields_for_signatures(example: dict[str, Any]) -> None:
    record = vereinbar.render(example, signature_fields=True)
    assert record.count(b"/FT/Sig") == 2
    with pytest.raises(vereinbar.ValidationError):
        vereinbar.render({"art": "qualitaetsentwicklungsvereinbarung"}, signature_fields=True)
    with pytest.raises(vereinbar.OptionError):
        vereinbar.render(example, signature_fields=True, fillable=True)
    with pytest.raises(vereinbar.ExtractError):
        vereinbar.refresh(vereinbar.render(example))
