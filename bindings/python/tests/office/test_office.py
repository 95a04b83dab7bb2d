"""A clerk's way: from an own list, or from the workbook, to the forms and back."""

from __future__ import annotations

import json
import re
import shutil
import warnings
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pandas
import pytest
import vereinbar
from conftest import ART, EVALUATED, FIXTURES, KINDS, VALID, pdfs

OWN_LIST = FIXTURES / "tabellen" / "liste_eines_amtes.xlsx"
TRAEGER = "Träger der freien Jugendhilfe"
# What the headings of the own list mean, once somebody has confirmed it.
COLUMNS = {
    "Nr": "#",
    "Träger": f"{TRAEGER} › Name",
    "Straße": f"{TRAEGER} › Anschrift › Straße und Hausnummer",
    "PLZ": f"{TRAEGER} › Anschrift › Postleitzahl",
    "Ort": f"{TRAEGER} › Anschrift › Ort",
    "Vertreten durch": f"{TRAEGER} › Vertreten durch › 1 › Name",
    "Beginn": "Vereinbarungszeitraum › von",
    "Ende": "Vereinbarungszeitraum › bis",
    "Az.": "Aktenzeichen",
    "Bemerkung": "#",
}
# Where nobody has said what they mean.
FIRST_TRY = {
    "Nr": "Diese Überschrift ist nicht bekannt.",
    "Träger": "Das ist ein ganzer Teil der Vereinbarung; es fehlt das Feld darin.",
    **dict.fromkeys(list(COLUMNS)[2:], "Diese Überschrift ist nicht bekannt."),
}
# What is wrong in the rows: row, column, code.
FOUND = [
    (7, "Ende", "invalid_format"),
    (8, "PLZ", "plz_four_digits"),
    (8, "Beginn", "invalid_format"),
    (9, None, "only_remarks"),
    (12, "#Nr", "totals_row"),
]
FILES = {
    "Beispielträger Jugendhilfe gGmbH.pdf",
    "Jugendwerk Erfunden gGmbH.pdf",
    "Kinderhilfe Süd e. V (51-2-27).pdf",
    "Kinderhilfe Süd e. V (51-3-27).pdf",
}
ENGLISH = re.compile(r"\b(the|file|row|column|error|warning|not|and|with|is|of|to|unknown|invalid|exists?)\b", re.I)


def german(text: str) -> str:
    """The text, in which no word is English but names of options and codes."""
    bare = re.sub(r"--[a-z-]+|\S*_\S*|/\S*|vereinbar \w+|\S+\.(pdf|xlsx|json|csv)", "", text)
    assert not ENGLISH.search(bare), text
    return text


def test_the_first_try_names_every_heading_and_what_it_may_mean(command: Any, tmp_path: Path) -> None:
    with pytest.raises(vereinbar.ParseError) as raised:
        vereinbar.batch(OWN_LIST, art=ART, out=tmp_path / "f")
    found = {finding.column: finding.message for finding in raised.value.findings}  # type: ignore[attr-defined]
    assert found == FIRST_TRY
    assert "(Träger der freien Jugendhilfe › Anschrift › Postleitzahl)" in str(raised.value)
    said = german(command("batch", OWN_LIST, "--art", ART, "--out", tmp_path / "f", code=2).stderr.decode())
    assert raised.value.args[0] in said and "vereinbar columns LISTE" in said
    # The folder may be there, but nothing in it.
    assert not pdfs(tmp_path / "f")


def test_proposals_are_to_be_confirmed(command: Any, tmp_path: Path) -> None:
    proposals = vereinbar.columns(OWN_LIST, ART)
    assert proposals == {name: f"? {field}" for name, field in COLUMNS.items()}
    file = tmp_path / "spalten.json"
    said = german(command("columns", OWN_LIST, "--art", ART, "-o", file).stderr.decode())
    assert json.loads(file.read_text(encoding="utf-8")) == proposals
    assert "Möglich ist auch: Jugendamt › Anschrift › Postleitzahl." in said
    for columns in (file, json.loads(file.read_text(encoding="utf-8"))):
        with pytest.raises(vereinbar.ParseError, match="nicht bestätigt"):
            vereinbar.batch(OWN_LIST, art=ART, columns=columns, check=True)
    # As a workbook, confirmed in Excel.
    file = tmp_path / "spalten.xlsx"
    command("columns", OWN_LIST, "--art", ART, "-o", file)
    book = openpyxl.load_workbook(file)
    for row in book["Spalten"].iter_rows(min_row=4, max_col=2):
        if row[1].value:
            row[1].value = str(row[1].value).removeprefix("? ")
    book.save(file)
    assert vereinbar.batch(OWN_LIST, art=ART, columns=file, check=True).done == len(FILES)
    command("columns", OWN_LIST, "--art", ART, "-o", tmp_path / "x.txt", code=2)


def test_the_own_list_becomes_forms(command: Any, tmp_path: Path) -> None:
    report = vereinbar.batch(OWN_LIST, art=ART, columns=COLUMNS, out=tmp_path / "python")
    found = [(failure.row, finding.column, finding.code) for failure in report.failures for finding in failure.findings]
    assert found == FOUND
    assert pdfs(tmp_path / "python").keys() == FILES
    assert report.notes[-1] == "Die Überschriften stehen in Zeile 3; was darüber steht, wird nicht gelesen."
    assert {one.file: one.state for one in report.states if one.state == "made"} == dict.fromkeys(FILES, "made")

    mapping = tmp_path / "spalten.json"
    mapping.write_text(json.dumps(COLUMNS, ensure_ascii=False), encoding="utf-8")
    said = german(
        command("batch", OWN_LIST, "--art", ART, "--columns", mapping, "--out", tmp_path / "f", code=1).stdout.decode()
    )
    assert pdfs(tmp_path / "f") == pdfs(tmp_path / "python")
    for failure in report.failures:
        for finding in failure.findings:
            assert finding.message in said and finding.remedy in said
    # A frame of the same list, read as people read it.
    frame = pandas.read_excel(OWN_LIST, header=2, dtype={"PLZ": str}).rename(
        columns=lambda name: name.replace("\n", " ")
    )
    of_frame = vereinbar.batch(frame, art=ART, columns=COLUMNS, check=True)
    assert (of_frame.rows, of_frame.done, of_frame.failed) == (8, 3, 5), str(of_frame)

    first = vereinbar.extract(tmp_path / "f" / "Beispielträger Jugendhilfe gGmbH.pdf").to_dict()
    assert first["traeger"]["anschrift"] == {"strasse": "Lindenallee 12", "plz": "01234", "ort": "Musterstadt"}
    assert first["vereinbarungszeitraum"] == {"von": "2027-01-01", "bis": "2028-12-31"}


def fill(file: Path, shared: dict[str, Any], rows: list[dict[str, Any]]) -> None:
    """Fills a workbook in as a clerk does, cell by cell."""
    book = openpyxl.load_workbook(file)
    for row in book["Gemeinsam"].iter_rows(min_row=4):
        if row[3].value in shared:
            row[1].value = shared.pop(str(row[3].value))
    assert not shared
    sheet = book["Liste"]
    columns = {cell.value: cell.column for cell in sheet[3]}
    first = sheet.max_row + 1
    for number, row in enumerate(rows, first):
        for path, value in row.items():
            sheet.cell(number, columns[path], value)
    book.save(file)


def test_a_workbook_is_all_that_is_needed(command: Any, tmp_path: Path) -> None:
    liste, out = tmp_path / "liste.xlsx", tmp_path / "formulare"
    german(command("table", ART, "-o", liste).stderr.decode())
    assert liste.read_bytes() == vereinbar.table(ART)
    names = openpyxl.load_workbook(liste).sheetnames
    assert names == ["Anleitung", "Gemeinsam", "Liste", "Spalten", "Maßstäbe und Auswahl"]
    fill(
        liste,
        {
            "jugendamt.name": "Landkreis Musterland",
            "vereinbarungszeitraum.von": datetime(2027, 1, 1),
            "vereinbarungszeitraum.bis": "31.12.2028",
            "qualitaetsdimensionen.1": "Prozessqualität",
            "grundsaetze_und_massstaebe.1.code": "Partizipation",
            "ziele.1.ziel": "Kinder bringen ihre Sicht ein.",
        },
        [
            {"traeger.name": "Haus Nord", "traeger.anschrift.plz": 1067, "aktenzeichen": "51-1"},
            {"traeger.name": "Haus Süd", "traeger.anschrift.plz": "1067", "aktenzeichen": "51-2"},
        ],
    )
    said = german(command("batch", liste, "--check", code=1).stdout.decode())
    assert "Postleitzahl hat vier Ziffern" in said and "Zeile 5" in said

    book = openpyxl.load_workbook(liste)
    book["Liste"].cell(5, [cell.value for cell in book["Liste"][3]].index("traeger.anschrift.plz") + 1, "01067")
    book.save(liste)
    said = german(command("batch", liste, "--out", out).stdout.decode())
    assert "2 Dokumente erzeugt" in said and "Zeile 4 → Haus Nord.pdf: erzeugt" in said
    data = vereinbar.extract(out / "Haus Süd.pdf").to_dict()
    assert data["jugendamt"] == {"name": "Landkreis Musterland"}
    assert data["vereinbarungszeitraum"] == {"von": "2027-01-01", "bis": "2028-12-31"}
    assert data["grundsaetze_und_massstaebe"] == [{"code": "partizipation"}]

    # A correction: only its form is made, and what belongs to no row is named, moved, and then no more.
    before = pdfs(out)
    book["Liste"].cell(5, 1, "Haus Sued")
    book.save(liste)
    said = german(command("batch", liste, "--out", out).stdout.decode())
    assert "1 Dokument erzeugt, 1 unverändert" in said and "Zeile 5 → Haus Sued.pdf: erzeugt" in said
    for _ in range(2):
        assert "Zu keiner Zeile gehören mehr: Haus Süd.pdf" in said
        said = german(command("batch", liste, "--out", out).stdout.decode())
    evaluation = vereinbar.evaluate(out)
    assert [one["art"] for one in evaluation.befunde].count("ohne_zeile") == 1
    german(command("evaluate", out, "-o", tmp_path / "bericht.pdf").stderr.decode())
    inside = command("batch", liste, "--out", out, "--move-orphans", out / "alt", code=2).stderr.decode()
    assert "daneben" in german(inside)
    said = german(command("batch", liste, "--out", out, "--move-orphans", tmp_path / "alt").stdout.decode())
    assert "verschoben" in said and pdfs(tmp_path / "alt") == {"Haus Süd.pdf": before["Haus Süd.pdf"]}
    assert "Zu keiner Zeile" not in command("batch", liste, "--out", out).stdout.decode()
    assert not [one for one in vereinbar.evaluate(out).befunde if one["art"] == "ohne_zeile"]


def test_what_is_wrong_in_what_all_share_is_said_with_its_row(command: Any, tmp_path: Path) -> None:
    liste = tmp_path / "liste.xlsx"
    liste.write_bytes(vereinbar.table(ART))
    fill(liste, {"stand": "morgen"}, [{"traeger.name": "Haus"}])
    said = german(command("batch", liste, "--check", code=2).stderr.decode())
    with pytest.raises(vereinbar.ParseError, match="Blatt „Gemeinsam“") as raised:
        vereinbar.batch(liste, check=True)
    assert re.search(r"Zeile \d+, Stand: Das ist kein gültiges Datum", said) and raised.value.args[0] in said
    said = german(command("batch", liste, "--art", "leq_vereinbarung", "--check", code=2).stderr.decode())
    assert "Arbeitsmappe ist für die Art" in said


@pytest.mark.parametrize("art", KINDS)
def test_a_folder_comes_back_from_its_table_byte_by_byte(art: Any, tmp_path: Path) -> None:
    folder, back = tmp_path / "formulare", tmp_path / "zurueck"
    folder.mkdir()
    for file in [*VALID[art], *EVALUATED.glob("*.json")]:
        if file.parent != EVALUATED or json.loads(file.read_bytes())["art"] == art:
            (folder / f"{file.stem}.pdf").write_bytes(vereinbar.render(file))
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        table = vereinbar.table(from_=folder)
    # Empty forms are no rows, and white space is read as in any table; each is said.
    told = {str(one.message).split(":")[0] for one in caught}
    assert {"leer", "leere_texte"} <= told <= {"leer", "leere_texte", "null_gilt_als_fehlend", "zeilenumbrueche"}
    liste = tmp_path / "liste.xlsx"
    liste.write_bytes(table)
    report = vereinbar.batch(liste, out=back)
    assert report.failed == len([one for one in report.failures if one.file in {"leere_texte.pdf"}])
    expected = {name: pdf for name, pdf in pdfs(folder).items() if Path(name).stem not in told}
    assert {name: pdf for name, pdf in pdfs(back).items() if Path(name).stem not in told} == expected
    # Over the folder itself they are made as they were, and then not anew.
    vereinbar.batch(liste, out=folder, overwrite=True)
    assert {name: pdf for name, pdf in pdfs(folder).items() if Path(name).stem not in told} == expected
    assert vereinbar.batch(liste, out=folder).done == 0


def test_one_corrected_cell_makes_one_form(command: Any, tmp_path: Path) -> None:
    folder, liste = tmp_path / "formulare", tmp_path / "liste.xlsx"
    rows = [{"traeger.name": f"Haus {number}", "ziele.1.ziel": "Beteiligung"} for number in range(1, 4)]
    vereinbar.batch(rows, art=ART, out=folder)
    command("table", "--from", folder, "-o", liste)
    book = openpyxl.load_workbook(liste)
    shared = {row[3].value: row[1].value for row in book["Gemeinsam"].iter_rows(min_row=4) if row[1].value}
    assert shared == {
        "art": "Qualitätsentwicklungsvereinbarung",
        "#Dateiname": "{#Datei}",
        "ziele.1.ziel": "Beteiligung",
    }
    book["Liste"].cell(5, 1, "Haus zwei")
    book.save(liste)
    report = vereinbar.batch(liste, out=folder)
    assert (report.done, report.unchanged, report.orphans) == (1, 2, ())
    assert vereinbar.extract(folder / "Haus 2.pdf").to_dict()["traeger"]["name"] == "Haus zwei"
    # And as CSV, with everything in each row.
    (tmp_path / "liste.csv").write_bytes(vereinbar.table(from_=folder, format="csv"))
    report = vereinbar.batch(tmp_path / "liste.csv", art=ART, name="{#Datei}", out=folder)
    assert (report.done, report.unchanged) == (0, 3)


def test_only_some_rows(command: Any, tmp_path: Path) -> None:
    rows = [{"traeger.name": f"Haus {number}"} for number in range(1, 5)]
    vereinbar.batch(rows, art=ART, out=tmp_path)
    before = pdfs(tmp_path)
    for name in before:
        with (tmp_path / name).open("ab") as file:
            file.write(b"\n% unterschrieben\n")
    signed = pdfs(tmp_path)
    changed = [{**row, "ziele.1.ziel": "Neu"} for row in rows]
    report = vereinbar.batch(changed, art=ART, out=tmp_path, only="2,4", overwrite=True)
    assert [(one.row, one.state) for one in report.states] == [
        (1, "passed_over"),
        (2, "made"),
        (3, "passed_over"),
        (4, "made"),
    ]
    assert (report.done, report.passed_over, report.failed) == (2, 2, 0)
    after = pdfs(tmp_path)
    assert {name for name in after if after[name] != signed[name]} == {"Haus 2.pdf", "Haus 4.pdf"}
    # What was passed over is known as what it was.
    shutil.copy(tmp_path / "Haus 2.pdf", tmp_path / "x")
    (tmp_path / "Haus 1.pdf").write_bytes(before["Haus 1.pdf"])
    assert vereinbar.batch(changed, art=ART, out=tmp_path, only=1).states[0].state == "made"
    with pytest.raises(vereinbar.OptionError, match="Zeile 9"):
        vereinbar.batch(rows, art=ART, out=tmp_path, only=9)
    with pytest.raises(vereinbar.OptionError, match="4,12-15"):
        vereinbar.batch(rows, art=ART, out=tmp_path, only="zwei")


def test_a_row_that_failed_keeps_what_it_had_made(tmp_path: Path) -> None:
    row = {"traeger.name": "Haus"}
    vereinbar.batch([row], art=ART, out=tmp_path)
    assert vereinbar.batch([{**row, "stand": "morgen"}], art=ART, out=tmp_path).failed == 1
    assert vereinbar.batch([row], art=ART, out=tmp_path).unchanged == 1
    assert vereinbar.batch([{**row, "stand": "morgen"}], art=ART, out=tmp_path).failed == 1
    assert vereinbar.batch([{**row, "stand": "1.12.2026"}], art=ART, out=tmp_path).done == 1


def test_single_values_are_set(command: Any, tmp_path: Path) -> None:
    path = "ziele.1.massnahmen.freier_traeger"
    data = {"art": ART, "ziele": [{"ziel": "A", "massnahmen": {"freier_traeger": [{"wer": "x"}, {"wer": "y"}]}}]}
    file, new = tmp_path / "datei.pdf", tmp_path / "neu.pdf"
    file.write_bytes(vereinbar.render(data))
    german(command("set", file, f"{path}.2.stand=erledigt", "Stand=1.12.2028", "-o", new).stderr.decode())
    changed = vereinbar.set(data, {f"{path}.2.stand": "erledigt", "Stand": datetime(2028, 12, 1).date()})
    assert vereinbar.extract(new) == changed
    command("set", new, f"{path}.2.stand=", "Stand=", "-o", tmp_path / "neu.json")
    assert vereinbar.parse(tmp_path / "neu.json") == vereinbar.parse(data)
    # The same file, where that is said.
    command("set", file, "Stand=1.12.2028", "-o", file, code=2)
    command("set", file, "Stand=1.12.2028", "-o", file, "--overwrite")
    for wrong, said in [
        ([f"{path}.4.stand=erledigt"], "der nächste hat die Nummer 3"),
        (["zeile.1.ziel=x"], "Gemeint ist vielleicht"),
        (["Stand=morgen"], "kein gültiges Datum"),
    ]:
        assert said in german(command("set", file, *wrong, "-o", tmp_path / "x.pdf", code=1).stderr.decode())
        field, value = wrong[0].split("=")
        with pytest.raises(vereinbar.ParseError, match=said) as raised:
            vereinbar.set(file.read_bytes() and vereinbar.extract(file), {field: value})
        assert raised.value.findings
    assert "Gleichheitszeichen" in german(
        command("set", file, "Stand", "-o", tmp_path / "x.pdf", code=2).stderr.decode()
    )


def test_a_collective_file_is_read_back(command: Any, tmp_path: Path) -> None:
    rows = [{"art": ART, "traeger": {"name": f"Haus {number}"}} for number in range(1, 4)]
    alle = tmp_path / "alle.pdf"
    vereinbar.batch(rows, combined=alle)
    expected = [vereinbar.parse(row) for row in rows]
    assert vereinbar.extract_all(alle) == expected == vereinbar.extract_all(alle.read_bytes())
    command("extract", alle, "-o", tmp_path / "alle.json")
    listed = json.loads((tmp_path / "alle.json").read_text(encoding="utf-8"))
    assert [vereinbar.parse(one) for one in listed] == expected
    command("extract", alle, "-o", tmp_path / "alle.jsonl")
    assert vereinbar.batch(tmp_path / "alle.jsonl", check=True).done == len(rows)
    (tmp_path / "liste.xlsx").write_bytes(vereinbar.table(from_=alle))
    assert vereinbar.batch(tmp_path / "liste.xlsx", out=tmp_path / "f").done == len(rows)
    assert {"Haus 1.pdf", "Haus 2.pdf", "Haus 3.pdf"} == pdfs(tmp_path / "f").keys()


def test_columns_that_are_asked_for(command: Any, tmp_path: Path) -> None:
    liste = tmp_path / "liste.xlsx"
    liste.write_bytes(vereinbar.table(ART, columns=COLUMNS))
    book = openpyxl.load_workbook(liste)
    assert [cell.value for cell in book["Liste"][1]] == list(COLUMNS)
    book["Liste"].append([7, "Haus", "Weg 1", "01067", "Ort", None, "1.1.2027", None, "51-1", "egal"])
    book.save(liste)
    # The sheet `Spalten` says what they mean.
    assert vereinbar.batch(liste, out=tmp_path / "f").done == 1
    assert vereinbar.extract(tmp_path / "f" / "Haus.pdf").to_dict()["traeger"]["anschrift"]["plz"] == "01067"
    command("table", ART, "--columns", "traeger.name, Träger › Anschrift › Ort", "-o", tmp_path / "kurz.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "kurz.xlsx")["Liste"]
    # The form's words stand above the name of a field in the data.
    assert [cell.value for cell in sheet[1]] == [f"{TRAEGER} › Name", f"{TRAEGER} › Anschrift › Ort"]
    assert [cell.value for cell in sheet[2]] == ["traeger.name", "Träger › Anschrift › Ort"]
    # The workbook says its kind.
    assert vereinbar.columns(tmp_path / "kurz.xlsx") == {}
    assert vereinbar.batch(tmp_path / "kurz.xlsx", check=True).rows == 0
    with pytest.raises(vereinbar.ParseError, match="nicht bekannt"):
        vereinbar.table(ART, columns={"x": "traeger.nahme"})
    # The ending says the format.
    for name in ("liste.xls", "liste", "liste.ods"):
        said = german(command("table", ART, "-o", tmp_path / name, code=2).stderr.decode())
        assert ".xlsx" in said and not (tmp_path / name).exists()


def test_one_column_may_fill_several_fields() -> None:
    both = ["traeger.vertreten_durch.1.name", "unterzeichnung.freier_traeger.1.name"]
    row = {"Träger": "Haus", "Vertretung": "Max Muster", "stand": "morgen"}
    report = vereinbar.batch([row], art=ART, columns={"Träger": "traeger.name", "Vertretung": both}, check=True)
    assert [finding.column for finding in report.failures[0].findings if finding.severity == "error"] == ["stand"]
    frame = pandas.DataFrame([row])
    with pytest.raises(vereinbar.ParseError, match="füllt schon die Spalte „Träger“"):
        vereinbar.batch(frame, art=ART, columns={"Träger": "traeger.name", "Vertretung": "Träger › Name"}, check=True)


@pytest.mark.parametrize("art", KINDS)
def test_the_workbook_is_laid_out_for_people(art: Any, tmp_path: Path) -> None:
    (tmp_path / "liste.xlsx").write_bytes(vereinbar.table(art))
    book = openpyxl.load_workbook(tmp_path / "liste.xlsx")
    liste, gemeinsam = book["Liste"], book["Gemeinsam"]
    assert liste.freeze_panes == "B4" and gemeinsam.freeze_panes == "B4"
    assert liste["A3"].value == "traeger.name" and liste["B3"].value == "aktenzeichen"
    # Groups fold, and the first column of each stays.
    dimensions = liste.column_dimensions
    folded = [name for name, one in dimensions.items() if one.outlineLevel]
    assert folded and all(dimensions[name].hidden for name in folded) and "A" not in folded
    assert all(8 <= one.width <= 60 for one in dimensions.values() if one.width)
    # Words, not codes, to choose from; and help for each column.
    choices = {str(one.formula1) for one in liste.data_validations.dataValidation}
    assert choices and all(one.startswith("'Maßstäbe und Auswahl'!") for one in choices)
    words = {cell.value for row in book["Maßstäbe und Auswahl"].iter_rows() for cell in row}
    assert "Partizipation" in words and "partizipation" not in words
    assert all(liste.cell(2, column).comment for column in range(1, liste.max_column + 1))
    assert all(row[3].value for row in gemeinsam.iter_rows(min_row=4) if row[1].number_format == "@" and row[2].value)
