"""Many documents: what rows may be, and what the report says."""

from __future__ import annotations

import datetime
import json
import pickle
import shutil
import weakref
from collections import UserDict
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import numpy
import pandas
import pytest
import vereinbar
from conftest import ART, BASE, manifest, pdfs

NAMES = ["Haus Nord", "Jugendhilfe Süd-Größe e. V.", "Đặng Ş. Müller"]
ROWS = [{"traeger.name": name} for name in NAMES]


def made(rows: Any, tmp_path: Path, **options: Any) -> list[dict[str, Any]]:
    """The agreements that the PDFs carry, in the order of the rows, without what they share."""
    out = tmp_path / "out"
    shutil.rmtree(out, ignore_errors=True)
    report = vereinbar.batch(rows, base=BASE, out=out, name="{nr}", resume=False, **options)
    assert report.is_success, str(report)
    shared = {**BASE, "fassung": 2}
    carried = [vereinbar.extract(file).to_dict() for file in sorted(out.glob("*.pdf"))]
    return [{key: value for key, value in one.items() if shared.get(key) != value} for one in carried]


def findings(row: Any) -> list[tuple[str, str | None, str]]:
    report = vereinbar.batch([row], base=BASE, check=True)
    assert (report.documents, report.failed) == (1, 1)
    (failure,) = report.failures
    return [(found.code, found.column, found.path) for found in failure.findings if found.severity == "error"]


def one_by_one() -> Iterator[dict[str, Any]]:
    yield from ROWS


class Polars:
    # As much of a DataFrame of polars as is used; the package itself is large.

    columns = ("traeger.name",)

    def to_dicts(self) -> list[dict[str, Any]]:
        raise AssertionError("holds the table twice")

    def iter_rows(self) -> Iterator[tuple[Any, ...]]:
        return iter([(name,) for name in NAMES])


@pytest.mark.parametrize(
    "rows",
    [
        ROWS,
        tuple(ROWS),
        iter(ROWS),
        map(UserDict, ROWS),
        {id(row): row for row in ROWS}.values(),
        [{"traeger": {"name": name}} for name in NAMES],
        pandas.DataFrame(ROWS),
        pandas.DataFrame(ROWS, index=["c", "a", "b"]),
        pandas.DataFrame(ROWS).astype("string"),
        pandas.DataFrame(ROWS).astype("category"),
        pandas.DataFrame(ROWS).to_dict("records"),
        Polars(),
    ],
    ids=lambda rows: type(rows).__name__,
)
def test_rows_of_every_kind(rows: Any, tmp_path: Path) -> None:
    assert made(rows, tmp_path) == [{"traeger": {"name": name}} for name in NAMES]


def test_a_generator_and_a_file_are_rows(tmp_path: Path) -> None:
    expected = made(one_by_one(), tmp_path)
    assert expected == [{"traeger": {"name": name}} for name in NAMES]
    table = tmp_path / "liste.csv"
    pandas.DataFrame(ROWS).to_csv(table, index=False)
    assert made(table, tmp_path) == made(str(table), tmp_path) == expected
    workbook = tmp_path / "liste.xlsx"
    with pandas.ExcelWriter(workbook) as writer:
        pandas.DataFrame({"Notiz": []}).to_excel(writer, sheet_name="Deckblatt", index=False)
        pandas.DataFrame(ROWS).to_excel(writer, sheet_name="Träger", index=False)
    assert made(workbook, tmp_path, sheet="Träger") == expected
    folder = tmp_path / "ordner"
    folder.mkdir()
    for number, row in enumerate(ROWS):
        (folder / f"{number}.json").write_text(json.dumps(row), encoding="utf-8")
    assert made(folder, tmp_path) == expected


def test_rows_are_taken_one_by_one_and_not_kept() -> None:
    class Row(dict[str, Any]):
        pass

    alive: weakref.WeakSet[Any] = weakref.WeakSet()
    Row.__hash__ = object.__hash__  # type: ignore[assignment]
    most = 0

    def rows() -> Iterator[Row]:
        nonlocal most
        for number in range(1000):
            row = Row({"traeger.name": f"Träger {number}"})
            alive.add(row)
            most = max(most, len(alive))
            yield row

    report = vereinbar.batch(rows(), base=BASE, check=True)
    assert report.rows == report.done == 1000
    assert most <= 3


@pytest.mark.parametrize(
    "missing",
    [None, float("nan"), numpy.float32("nan"), pandas.NA, pandas.NaT, Decimal("NaN"), "", "  "],
    ids=repr,
)
def test_an_empty_cell_leaves_what_the_base_says(missing: object, tmp_path: Path) -> None:
    row = {"traeger.name": "A", "stand": missing, "vereinbarungszeitraum.bis": missing, "ziele.1.ziel": missing}
    assert made([row], tmp_path) == [{"traeger": {"name": "A"}}]
    assert made([{**row, "ziele": missing, "jugendamt": {"name": missing}}], tmp_path) == [{"traeger": {"name": "A"}}]
    assert made(pandas.DataFrame([row]), tmp_path) == [{"traeger": {"name": "A"}}]


@pytest.mark.parametrize(
    "day",
    [
        datetime.date(2027, 5, 1),
        datetime.datetime(2027, 5, 1),
        pandas.Timestamp("2027-05-01"),
        numpy.datetime64("2027-05-01"),
        "01.05.2027",
        "2027-05-01",
        46508,
    ],
    ids=repr,
)
def test_days_of_every_kind(day: object, tmp_path: Path) -> None:
    assert made([{"stand": day}], tmp_path) == [{"stand": "2027-05-01"}]
    assert made([{"unterzeichnung": {"datum": day}}], tmp_path) == [{"unterzeichnung": {"datum": "2027-05-01"}}]


def test_a_day_where_words_may_stand_is_a_day(tmp_path: Path) -> None:
    heading = "ziele.1.zielueberpruefung.freier_traeger.1.wann"
    for day in (datetime.date(2027, 5, 1), pandas.Timestamp("2027-05-01"), "01.05.2027"):
        (agreement,) = made(pandas.DataFrame({heading: [day]}, dtype=object), tmp_path)
        assert agreement["ziele"][0]["zielueberpruefung"] == {"freier_traeger": [{"wann": "2027-05-01"}]}
        nested = {"ziele": [{"ziel": "x", "zielueberpruefung": {"freier_traeger": [{"wann": day}]}}]}
        (agreement,) = made([nested], tmp_path)
        assert agreement["ziele"][0]["zielueberpruefung"] == {"freier_traeger": [{"wann": "2027-05-01"}]}
    # A time of day would be lost.
    assert findings({"stand": datetime.datetime(2027, 5, 1, 9)}) == [("wrong_type", "stand", "/stand")]


@pytest.mark.parametrize("number", [1067, 1067.0, numpy.int64(1067), numpy.float32(1067), Decimal("1067.0")], ids=repr)
def test_numbers_are_taken_as_from_a_table(number: object, tmp_path: Path) -> None:
    row = {"traeger.anschrift.plz": number, "jugendamt.ags": "1001", "aktenzeichen": number, "fassung": Decimal(2)}
    assert made([row], tmp_path) == [
        {
            "traeger": {"anschrift": {"plz": "01067"}},
            "jugendamt": {**BASE["jugendamt"], "ags": "01001"},  # type: ignore[dict-item]
            "aktenzeichen": "1067",
        }
    ]
    assert made([{"aktenzeichen": Decimal("12.50")}], tmp_path) == [{"aktenzeichen": "12,5"}]


def test_lists_and_parts_may_be_nested(tmp_path: Path) -> None:
    row = {
        "ziele": [{"ziel": "eins", "kriterien": {"freier_traeger": [{"woran": "a"}, {"woran": "b"}]}}],
        "ziele.2.ziel": "zwei",
        "qualitaetsdimensionen": numpy.array(["prozessqualitaet"]),
        "#Notiz": object(),
    }
    assert made([row], tmp_path) == [
        {
            "ziele": [
                {"ziel": "eins", "kriterien": {"freier_traeger": [{"woran": "a"}, {"woran": "b"}]}},
                {"ziel": "zwei"},
            ],
            "qualitaetsdimensionen": ["prozessqualitaet"],
        }
    ]


def test_what_does_not_fit_fails_in_its_row_only(tmp_path: Path) -> None:
    rows: list[Any] = [
        {"traeger.name": "gut"},
        {"stand": "bald", "traeger.name": "A"},
        {"treager.name": "x"},
        {"traeger.name": object()},
        {"traeger.name": {1, 2}},
        {"traeger.name": "\ud800"},
        {1: "x"},
        {"vereinbarungszeitraum.bis": datetime.date(2026, 1, 1)},
        5,
        None,
        "Zeile",
        ["traeger.name"],
        vereinbar.blank("qualitaetsentwicklungsvereinbarung"),
        {"traeger.name": "A", "#": "x" * (8 << 20)},
    ]
    report = vereinbar.batch(iter(rows), base=BASE, out=tmp_path / "out")
    assert (report.rows, report.done, report.failed) == (len(rows), 1, len(rows) - 1)
    found = [
        (failure.row, failure.findings[0].code, failure.findings[0].column, failure.findings[0].path)
        for failure in report.failures
    ]
    assert found == [
        (2, "invalid_format", "stand", "/stand"),
        (3, "unknown_heading", "treager.name", ""),
        (4, "wrong_type", "traeger.name", "/traeger/name"),
        (5, "wrong_type", "traeger.name", "/traeger/name"),
        (6, "wrong_type", "traeger.name", "/traeger/name"),
        (7, "unknown_heading", "<int>", ""),
        (8, "vereinbarungszeitraum_reversed", "vereinbarungszeitraum.bis", "/vereinbarungszeitraum/bis"),
        *((row, "unreadable_row", None, "") for row in range(9, 15)),
    ]
    assert list(pdfs(tmp_path / "out")) == ["gut.pdf"]
    assert [line["status"] for line in manifest(tmp_path / "out")] == ["done"] + ["failed"] * (len(rows) - 1)


def test_without_a_base_each_row_says_what_it_is(tmp_path: Path) -> None:
    rows = [{"art": ART, "traeger.name": "A"}, {"traeger.name": "B"}]
    report = vereinbar.batch(rows, out=tmp_path)
    assert (report.done, report.failed) == (1, 1)
    assert report.failures[0].findings[0].code == "missing_art"
    table = vereinbar.batch(pandas.DataFrame(rows), out=tmp_path)
    assert (table.unchanged, table.failures[0].row, table.failures[0].findings[0].code) == (1, 2, "missing_art")
    report = vereinbar.batch(rows, art=ART, out=tmp_path)
    assert (report.unchanged, report.done) == (1, 1)


def test_headings_of_a_dataframe_are_checked_before_anything_is_made(tmp_path: Path) -> None:
    table = pandas.DataFrame([["A", "x", 1]], columns=["traeger.name", "treager.nahme", "ziele"])
    with pytest.raises(vereinbar.ParseError, match=r"Spalte treager\.nahme: .*„traeger\.name“") as caught:
        vereinbar.batch(table, base=BASE, out=tmp_path)
    assert [(found.code, found.column) for found in caught.value.findings] == [
        ("unknown_heading", "treager.nahme"),
        ("incomplete_heading", "ziele"),
    ]
    assert list(tmp_path.iterdir()) == []
    twice = pandas.DataFrame([["A", "B"]], columns=["traeger.name", " traeger.name"])
    with pytest.raises(vereinbar.ParseError, match="zweimal"):
        vereinbar.batch(twice, base=BASE, out=tmp_path)
    with pytest.raises(vereinbar.ParseError, match="Spalte 0: "):
        vereinbar.batch(pandas.DataFrame([["A"]]), base=BASE, out=tmp_path)


def test_for_both_sides_of_the_paper_each_form_begins_on_an_odd_page(tmp_path: Path) -> None:
    rows = [{"traeger.name": name} for name in "AB"]
    pages = {}
    for duplex in (False, True):
        file = tmp_path / f"{duplex}.pdf"
        report = vereinbar.batch(rows, base=BASE, combined=file, duplex=duplex)
        pages[duplex] = report.pages
    # One form has an odd number of pages.
    assert pages[False] % 2 == 0 and pages[False] // 2 % 2 == 1
    assert pages[True] == pages[False] + 1


def test_rows_of_a_dataframe_without_content_are_left_out(tmp_path: Path) -> None:
    table = pandas.DataFrame({"traeger.name": ["A", None, "B"], "stand": [pandas.NaT, pandas.NaT, "morgen"]})
    report = vereinbar.batch(table, base=BASE, out=tmp_path)
    assert (report.rows, report.done) == (2, 1)
    assert table.iloc[report.failures[0].row - 1]["traeger.name"] == "B"


def test_the_options_are_those_of_the_command(tmp_path: Path) -> None:
    rows = [{"traeger.name": "A", "qualitaetsdimensionen": "prozessqualitaet, strukturqualitaet"}]
    report = vereinbar.batch(
        rows,
        base=vereinbar.parse(BASE),
        out=tmp_path / "out",
        zip=tmp_path / "alle.zip",
        combined=tmp_path / "alle.pdf",
        name="QEV {traeger.name}",
        per_massstab=True,
        jobs=1,
        ausfuellhilfe="angehaengt",
        letterhead=vereinbar.Letterhead(lines=["Jugendamt"]),
    )
    assert (report.rows, report.documents, report.done) == (1, 2, 2)
    assert report.outputs == (tmp_path / "out", tmp_path / "alle.zip", tmp_path / "alle.pdf")
    files = pdfs(tmp_path / "out")
    assert len(files) == 2 and all(name.startswith("QEV A") for name in files)
    for pdf in files.values():
        data = vereinbar.extract(pdf)
        expected = vereinbar.render(
            data, ausfuellhilfe="angehaengt", letterhead=vereinbar.Letterhead(lines=["Jugendamt"])
        )
        assert pdf == expected
    complete = vereinbar.batch(rows, base=BASE, check=True, require_complete=True)
    assert complete.failed == 1 and not complete.is_success
    with pytest.raises(vereinbar.FileError, match=r"alle\.zip"):
        vereinbar.batch(rows, base=BASE, zip=tmp_path / "alle.zip")
    assert vereinbar.batch(rows, base=BASE, zip=str(tmp_path / "alle.zip"), overwrite=True).done == 1


def test_a_base_goes_in_as_any_agreement(tmp_path: Path) -> None:
    file = tmp_path / "grundlage.json"
    text = json.dumps(BASE)
    file.write_text(text, encoding="utf-8")
    outs = []
    for number, base in enumerate((BASE, text, text.encode(), file, vereinbar.parse(BASE))):
        outs.append(tmp_path / str(number))
        vereinbar.batch(ROWS, base=base, out=outs[-1])  # type: ignore[arg-type]
    assert all(pdfs(out) == pdfs(outs[0]) for out in outs)
    assert set(pdfs(outs[0])) == {"Haus Nord.pdf", "Jugendhilfe Süd-Größe e. V.pdf", "Đặng Ş. Müller.pdf"}


def test_wrong_types_are_type_errors() -> None:
    wrong: list[dict[str, Any]] = [
        {"rows": 5}, {"out": 5}, {"name": 5}, {"jobs": "2"}, {"jobs": 1.5}, {"check": "ja"}, {"standard": None},
    ]  # fmt: skip
    for arguments in wrong:
        rows = arguments.pop("rows", [])
        with pytest.raises(TypeError):
            vereinbar.batch(rows, **{"base": BASE, "check": True, **arguments})
    with pytest.raises(TypeError):
        vereinbar.batch(ROWS, "out")  # type: ignore[call-arg]


def test_the_report_is_a_value_without_free_text(tmp_path: Path) -> None:
    rows = [{"traeger.name": "A"}, {"traeger.name": "B", "stand": "GEHEIM", "ziele.1.ziel": "GEHEIM"}]
    report = vereinbar.batch(rows, base=BASE, out=tmp_path)
    assert report == pickle.loads(pickle.dumps(report)) and hash(report) == hash(pickle.loads(pickle.dumps(report)))
    assert repr(report).startswith("BatchReport(rows=2, documents=2, done=1, unchanged=0, failed=1, ")
    assert len(repr(report)) < 500
    failure = report.failures[0]
    assert (failure.row, failure.file, failure.source, failure.form) == (2, "B.pdf", None, None)
    assert str(report).startswith(
        "Zeilen: 2, Dokumente: 1 erzeugt, 0 unverändert, 1 fehlgeschlagen.\nFehler, Zeile 2, "
    )
    assert "Fehler, Zeile 2, Spalte stand, Stand: " in str(report)
    plain = report.to_dict()
    assert plain == json.loads(json.dumps(plain))
    assert plain["outputs"] == [str(tmp_path)]
    assert plain["failures"][0]["findings"][0]["column"] == "stand"
    assert "GEHEIM" not in str(report) + repr(report) + repr(report.failures) + json.dumps(plain)
    assert report.seconds >= report.seconds_check > 0 and report.per_second > 0 and report.pages > 0
    with pytest.raises(AttributeError):
        report.done = 5  # type: ignore[misc]


def test_a_long_report_is_printed_in_part() -> None:
    report = vereinbar.batch(
        ({"stand": "x", f"#{row}": row, f"feld{row}": 1} for row in range(250)), base=BASE, check=True
    )
    assert len(report.failures) == 250 and len(report.findings) == 251
    # The same in every row stands once.
    assert report.findings[0].rows == tuple(range(1, 251)) or report.findings[1].rows == tuple(range(1, 251))
    assert str(report).startswith("Zeilen: 250, Dokumente: 0 in Ordnung, 0 unverändert, 250 fehlgeschlagen.")
    assert str(report).endswith("… und 151 weitere Befunde; alle stehen in findings.")
