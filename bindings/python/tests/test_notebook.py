"""What a notebook shows, what exceptions say, and the dicts that stand for a letterhead."""

from __future__ import annotations

import base64
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import vereinbar
from conftest import ART, EXAMPLE, LEQ_EXAMPLE

REVERSED = {"art": ART, "vereinbarungszeitraum": {"von": "2027-01-01", "bis": "2026-12-31"}}
VOID = {"img", "br"}


class Balance(HTMLParser):
    """Every element is closed, and nothing runs."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag != "script" and not any(name.startswith("on") for name, _ in attrs)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data + " "


def shown(value: Any) -> str:
    html: str = value._repr_html_()
    parser = Balance()
    parser.feed(html)
    assert parser.open == [], html
    return parser.text


def test_an_agreement_is_shown_with_its_parties_and_its_period() -> None:
    for file in (EXAMPLE, LEQ_EXAMPLE):
        agreement = vereinbar.parse(file)
        text = shown(agreement)
        assert agreement.to_dict()["traeger"]["name"] in text and "Träger" in text
    assert "01.01.2027 bis 31.12.2026" in shown(vereinbar.parse(REVERSED))
    # Names stay out of what goes into logs.
    assert "Träger" not in repr(vereinbar.parse(EXAMPLE))


def test_text_is_never_markup() -> None:
    evil = "<script>alert(1)</script>"
    agreement = vereinbar.parse({"art": ART, "traeger": {"name": evil}, "aktenzeichen": "<b>"})
    assert evil in shown(agreement)
    report = vereinbar.batch([{"traeger.name": "A", evil: 1}], art=ART, check=True)
    assert evil in shown(report)


def test_findings_are_a_list_that_is_shown_as_a_table() -> None:
    findings = vereinbar.validate(REVERSED)
    assert isinstance(findings, list) and findings == list(findings)
    assert "Fehler" in shown(findings) and "31.12.2026" in shown(findings)
    assert shown(findings[0]).count("Fehler") == 1
    assert "Keine Befunde" in shown(vereinbar.validate(EXAMPLE))


def test_a_report_shows_and_prints_every_finding_once() -> None:
    rows = [{"traeger.name": f"Haus {row}", "traeger.anschrift.plz": "12"} for row in range(25)]
    report = vereinbar.batch(rows, art=ART, check=True)
    (found,) = (finding for finding in report.findings if finding.code == "plz_unusual")
    assert found.rows == tuple(range(1, 26)) and found.column == "traeger.anschrift.plz" and found.letter is None
    assert str(report).count("Zeilen 1 bis 25, Spalte traeger.anschrift.plz") == 1
    assert shown(report).count("und 15 weitere Spalte traeger.anschrift.plz") == 1
    for said in (str(report), shown(report)):
        assert said.count(found.message) == 1, said


def test_rows_are_those_of_the_file(tmp_path: Path) -> None:
    table = tmp_path / "liste.csv"
    table.write_text("Liste 2027;\ntraeger.name;stand\nA;1.12.2026\nB;Ende 2028\n", encoding="utf-8")
    report = vereinbar.batch(table, art="qev", check=True, marked=tmp_path / "geprueft.xlsx")
    (found,) = report.findings
    assert (found.rows, found.letter, report.failures[0].row) == ((4,), "B", 4)
    assert "Zeile 4, Spalte B (stand)" in str(report) and "TT.MM.JJJJ" in str(report)
    sheet = openpyxl.load_workbook(tmp_path / "geprueft.xlsx")["Liste"]
    assert sheet["B4"].value == "Ende 2028" and "TT.MM.JJJJ" in sheet["B4"].comment.text
    assert sheet["C2"].value == "#Befunde" and "Spalte B (stand)" in sheet["C4"].value
    with pytest.raises(vereinbar.OptionError, match="als Datei"):
        vereinbar.batch([{"traeger.name": "A"}], art=ART, check=True, marked=tmp_path / "x.xlsx")


def test_pages_are_pictures() -> None:
    pages = vereinbar.preview(EXAMPLE, ppi=20)
    assert isinstance(pages, list) and all(page.startswith(b"\x89PNG") for page in pages)
    html = pages._repr_html_()
    assert html.count("<img") == len(pages)
    assert base64.b64encode(pages[0]).decode() in html
    assert len(repr(pages)) < 200


def test_an_evaluation_shows_its_numbers() -> None:
    auswertung = vereinbar.evaluate([EXAMPLE, {"art": "mietvertrag"}], stichtag="2028-12-01")
    text = shown(auswertung)
    assert "01.12.2028" in text and "nicht_lesbar" in text


def test_an_exception_says_all_that_was_found() -> None:
    with pytest.raises(vereinbar.ParseError) as caught:
        vereinbar.parse({"art": ART, "straße": "x", "stand": "31.12.2027", "ziele": [{"kriterien": 3}]})
    error = caught.value
    text = str(error)
    assert len(error.findings) == 3
    for finding in error.findings:
        assert text.count(str(finding)) == 1
        assert finding.message in shown(error)
    assert "oeffentlicher_traeger, freier_traeger" in text


def test_a_letterhead_may_be_a_dict() -> None:
    head = {"lines": ["Landkreis Musterland"], "color": "#1d4e79"}
    assert vereinbar.render(EXAMPLE, letterhead=head) == vereinbar.render(
        EXAMPLE, letterhead=vereinbar.Letterhead(**head)
    )
    evaluation = vereinbar.evaluate([EXAMPLE])
    assert evaluation.to_pdf(letterhead=head) == evaluation.to_pdf(letterhead=vereinbar.Letterhead(**head))
    with pytest.raises(vereinbar.OptionError, match="lines"):
        vereinbar.render(EXAMPLE, letterhead={"zeilen": ["x"]})
    for wrong in (5, "Briefkopf", ["x"]):
        with pytest.raises(TypeError, match="Briefkopf"):
            vereinbar.render(EXAMPLE, letterhead=wrong)  # type: ignore[arg-type]
    assert "Landkreis Musterland" in shown(vereinbar.Letterhead(**head))
    with pytest.warns(vereinbar.LetterheadWarning, match="#ffff00"):
        vereinbar.Letterhead(color="#ffff00")


def test_a_dict_has_the_type_of_its_kind() -> None:
    agreement = vereinbar.parse(EXAMPLE)
    assert agreement.to_dict(ART) == agreement.to_dict("qev") == agreement.to_dict()
    with pytest.raises(vereinbar.OptionError, match=ART):
        agreement.to_dict("leq_vereinbarung")
    with pytest.raises(vereinbar.OptionError):
        agreement.to_dict("mietvertrag")  # type: ignore[call-overload]


def test_a_table_is_that_of_the_command(command: Any, tmp_path: Path) -> None:
    assert vereinbar.table("qev") == command("table", "qev", "-o", "-").stdout
    assert vereinbar.table(ART, entries=1) != vereinbar.table(ART)
    assert vereinbar.table(ART, columns={"Name": "traeger.name"}, format="csv") == b'\xef\xbb\xbf"Name"\r\n'
    with pytest.raises(vereinbar.OptionError, match="xlsx"):
        vereinbar.table(ART, format="ods")  # type: ignore[arg-type]
    (tmp_path / "liste.csv").write_text("Träger;PLZ;Bemerkung\nA;01067;x\n", encoding="utf-8")
    proposed = vereinbar.columns(tmp_path / "liste.csv", "qev")
    assert set(proposed) == {"Träger", "PLZ", "Bemerkung"}
    # Nothing is made of what nobody has confirmed.
    with pytest.raises(vereinbar.VereinbarError, match="PLZ"):
        vereinbar.batch(tmp_path / "liste.csv", art=ART, columns=proposed, check=True)
    confirmed = {"Träger": "traeger.name", "PLZ": "traeger.anschrift.plz", "Bemerkung": "#"}
    assert vereinbar.batch(tmp_path / "liste.csv", art=ART, columns=confirmed, check=True).done == 1


def test_single_values_are_set_by_their_headings() -> None:
    agreement = vereinbar.parse(EXAMPLE)
    changed = vereinbar.set(agreement, {"ziele.1.ergebnis.grad": "erreicht", "stand": "1.12.2028"})
    assert changed.to_dict()["ziele"][0]["ergebnis"]["grad"] == "erreicht"
    assert changed.to_dict()["stand"] == "2028-12-01" and agreement.to_dict() != changed.to_dict()
    with pytest.raises(vereinbar.ParseError) as caught:
        vereinbar.set(agreement, {"ziele.1.ergebnis.grat": "erreicht", "standt": "1.1.2028"})
    assert len(caught.value.findings) == 2


def test_templates_are_given_out(tmp_path: Path) -> None:
    written = vereinbar.export_templates(tmp_path / "eigene")
    assert tmp_path / "eigene" / "LIESMICH.md" in written
    assert vereinbar.render(EXAMPLE, templates=tmp_path / "eigene") == vereinbar.render(EXAMPLE)
    with pytest.raises(vereinbar.FileError, match="overwrite=True"):
        vereinbar.export_templates(tmp_path / "eigene")
    (tmp_path / "flach").mkdir()
    (tmp_path / "flach" / "farben.typ").write_text("")
    with pytest.raises(vereinbar.RenderError, match=r"gemeinsam/farben\.typ"):
        vereinbar.render(EXAMPLE, templates=tmp_path / "flach")
    with pytest.raises(vereinbar.FileError) as caught:
        vereinbar.export_templates(EXAMPLE / "x")
    assert "Errno" not in str(caught.value) and "os error" not in str(caught.value)
