"""Many agreements, evaluated together: what goes in, what comes out, and the command's result."""

from __future__ import annotations

import csv
import datetime
import io
import json
import signal
import sys
import threading
import time
from collections import UserDict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pandas
import pypdf
import pytest
import vereinbar
from conftest import ART, EVALUATED, LEQ_EXAMPLE, interpreter_goes_on, numbered, running
from tqdm import tqdm
from vereinbar import _vereinbar

DAY = "2028-01-15"
FILES = sorted(EVALUATED.glob("*.json"))
DICTS: list[dict[str, Any]] = [json.loads(file.read_text(encoding="utf-8")) for file in FILES]


@pytest.fixture(scope="module")
def auswertung() -> vereinbar.Auswertung:
    return vereinbar.evaluate(EVALUATED, stichtag=DAY)


def without_sources(auswertung: vereinbar.Auswertung) -> Any:
    """What does not depend on where the agreements are from."""
    plain: Any = auswertung.to_dict()
    for one in plain["vereinbarungen"]:
        one.pop("quelle", None)
    for befund in plain["befunde"]:
        befund.pop("quellen", None)
    return plain


def many(count: int) -> Iterator[dict[str, Any]]:
    return (numbered(number) for number in range(count))


@pytest.mark.parametrize("options", [[], ["--stichtag", DAY], ["--stichtag", DAY, "--anonym"]], ids=len)
def test_every_form_is_the_one_of_the_command(options: list[str], command: Any, tmp_path: Path) -> None:
    own = vereinbar.evaluate(EVALUATED, stichtag=DAY if options else None, anonym="--anonym" in options)
    expected = {"json": own.to_json().encode(), "pdf": own.to_pdf(), "xlsx": own.to_xlsx()}
    if options:
        expected["ics"] = own.to_ics()
    for ending, content in expected.items():
        file = tmp_path / f"x.{ending}"
        command("evaluate", EVALUATED, "-o", file, *options)
        assert file.read_bytes() == content, ending
    command("evaluate", EVALUATED, "-o", tmp_path / "x.csv", *options)
    tables = {file.stem.removeprefix("x-"): file.read_bytes() for file in tmp_path.glob("x-*.csv")}
    assert tables == {name: own.to_csv(name) for name in own.tables}


def test_the_options_of_the_report_are_those_of_the_command(command: Any, auswertung: Any, tmp_path: Path) -> None:
    letterhead = vereinbar.Letterhead(lines=["Landkreis", "Jugendamt"], color="#1d4e79")
    pdf = auswertung.to_pdf(standard="ua-1", letterhead=letterhead)
    layout = ["--letterhead-line", "Landkreis", "--letterhead-line", "Jugendamt", "--color", "#1d4e79"]
    command("evaluate", EVALUATED, "-o", tmp_path / "x.pdf", "--stichtag", DAY, "--standard", "ua-1", *layout)
    assert (tmp_path / "x.pdf").read_bytes() == pdf != auswertung.to_pdf()
    assert auswertung.to_pdf(standard=_vereinbar.DEFAULT_STANDARD) == auswertung.to_pdf()


@pytest.mark.parametrize(
    "items",
    [
        str(EVALUATED),
        EVALUATED,
        [EVALUATED],
        (str(EVALUATED), FILES[0]),
        FILES,
        [str(file) for file in FILES],
        iter(FILES),
        DICTS,
        tuple(DICTS),
        map(UserDict, DICTS),
        [vereinbar.parse(one) for one in DICTS],
        [FILES[0], *DICTS[1:3], vereinbar.parse(DICTS[3]), *map(str, FILES[4:])],
        (one for one in reversed(DICTS)),
    ],
    ids=lambda items: type(items).__name__,
)
def test_items_of_every_kind(items: Any, auswertung: vereinbar.Auswertung) -> None:
    assert without_sources(vereinbar.evaluate(items, stichtag=DAY)) == without_sources(auswertung)


def test_pdfs_and_lists_are_read(auswertung: vereinbar.Auswertung, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(vereinbar.render(DICTS[0]))
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "liste.json").write_text(json.dumps(DICTS[1:3]), encoding="utf-8")
    (tmp_path / "c.jsonl").write_text("\n".join(map(json.dumps, DICTS[3:])), encoding="utf-8")
    assert without_sources(vereinbar.evaluate(tmp_path, stichtag=DAY)) == without_sources(auswertung)


def test_days_and_what_pandas_has_go_in() -> None:
    agreement = {
        "art": ART,
        "traeger": {"name": "Träger"},
        "vereinbarungszeitraum": {"von": datetime.date(2027, 1, 1), "bis": pandas.Timestamp("2028-12-31")},
        "ziele": [{"ziel": "Ein Ziel", "massnahmen": {"freier_traeger": [{"was": "x", "bis": pandas.NaT}]}}],
    }
    (row,) = vereinbar.evaluate([agreement], stichtag=datetime.date(2027, 6, 30)).tables["vereinbarungen"]
    assert (row["von"], row["bis"]) == (datetime.date(2027, 1, 1), datetime.date(2028, 12, 31))
    assert row["quelle"] == "Eintrag 1"


def test_what_is_there_twice_counts_once() -> None:
    again = vereinbar.evaluate([numbered(1), vereinbar.parse(numbered(2)), numbered(1)])
    assert again.to_dict()["kennzahlen"]["vereinbarungen"]["anzahl"] == 2
    (befund,) = again.befunde
    assert (befund["art"], befund["quellen"]) == ("doppelt", ["Eintrag 1", "Eintrag 3"])


def test_what_cannot_be_read_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "kaputt.pdf").write_bytes(b"kein PDF")
    secret = "Geheimnis"
    items = [tmp_path, numbered(1), {"art": ART, "ziele": 5, "stand": secret}, {}, {"art": secret}, numbered(2)]
    told: list[vereinbar.BatchProgress] = []
    evaluated = vereinbar.evaluate(items, on_progress=told.append)
    assert evaluated.to_dict()["kennzahlen"]["vereinbarungen"]["anzahl"] == 2
    assert {befund["art"] for befund in evaluated.befunde} == {"nicht_lesbar"}
    sources = [befund["quellen"] for befund in evaluated.befunde]
    # In the order of the library, wherever they come from.
    assert sources == [[str(tmp_path / "kaputt.pdf")], ["Eintrag 3"], ["Eintrag 4"], ["Eintrag 5"]]
    assert (told[-1].done, told[-1].failed) == (6, 4)
    assert secret not in str(evaluated.befunde)
    # Lines and columns are those of a file, not of the text that a dict was written as.
    assert not any("Spalte" in befund["meldung"] for befund in evaluated.befunde[1:])
    anonymous = vereinbar.evaluate(items, anonym=True)
    assert len(anonymous.befunde) == 4 and not any("quellen" in befund for befund in anonymous.befunde)
    assert [befund["meldung"] for befund in anonymous.befunde] == sorted(b["meldung"] for b in anonymous.befunde)


@pytest.mark.parametrize("item", [None, 5, b"x.json", [numbered(1)], object(), pandas.Series({"art": ART})], ids=type)
def test_what_is_never_an_agreement_is_a_type_error(item: Any) -> None:
    with pytest.raises(TypeError, match=type(item).__name__):
        vereinbar.evaluate([numbered(1), item])


@pytest.mark.parametrize("items", [5, None, object()], ids=type)
def test_what_holds_nothing_is_a_type_error(items: Any) -> None:
    with pytest.raises(TypeError):
        vereinbar.evaluate(items)


def test_a_path_that_does_not_exist_ends_it(tmp_path: Path) -> None:
    missing = tmp_path / "fehlt"
    items: Any
    for items in (missing, str(missing), [EVALUATED, missing], iter([numbered(1), missing])):
        with pytest.raises(vereinbar.FileError, match="fehlt") as caught:
            vereinbar.evaluate(items)
        assert (caught.value.filename, caught.value.errno) == (str(missing), 2)


def test_nothing_gives_an_empty_evaluation() -> None:
    empty = vereinbar.evaluate([])
    assert repr(empty) == "<Auswertung vereinbarungen=0 ziele=0 massnahmen=0 befunde=0>"
    assert empty == vereinbar.evaluate(iter(()))
    assert empty.tables["vereinbarungen"] == [] and empty.to_pdf().startswith(b"%PDF-")


def test_an_evaluation_is_a_value(auswertung: Any) -> None:
    assert auswertung == vereinbar.evaluate(EVALUATED, stichtag=datetime.date(2028, 1, 15)) != None  # noqa: E711
    assert auswertung != vereinbar.evaluate(EVALUATED)
    assert auswertung.to_dict() is not auswertung.to_dict()
    assert json.loads(auswertung.to_json()) == auswertung.to_dict()
    assert auswertung.befunde == auswertung.to_dict()["befunde"] != []
    with pytest.raises(AttributeError):
        auswertung.befunde = []
    with pytest.raises(TypeError):
        vereinbar.Auswertung()
    with pytest.raises(TypeError):
        hash(auswertung)


def test_repr_has_counts_and_no_text(auswertung: vereinbar.Auswertung) -> None:
    assert repr(auswertung) == f"<Auswertung vereinbarungen=6 ziele=10 massnahmen=27 befunde=1 stichtag={DAY}>"


def test_tables_go_into_pandas_as_they_are(auswertung: vereinbar.Auswertung) -> None:
    tables = auswertung.tables
    assert next(iter(tables)) == "kennzahlen" and {"termine", "ueberfaellige_massnahmen"} < set(tables)
    values = [value for rows in tables.values() for row in rows for value in row.values()]
    assert {type(value) for value in values} == {str, int, datetime.date, list, type(None)}
    assert {type(number) for value in values if isinstance(value, list) for number in value} == {int}
    for name, rows in tables.items():
        frame = pandas.DataFrame(rows)
        assert len(frame) == len(rows) and (not rows or list(frame.columns) == list(rows[0])), name
    counts = pandas.DataFrame(tables["vereinbarungen"])
    plain = auswertung.to_dict()["kennzahlen"]
    assert counts["ziele"].sum() == plain["ziele"]["anzahl"]
    assert counts["massnahmen"].sum() == plain["massnahmen"]["anzahl"]
    by_day = pandas.DataFrame(tables["ueberfaellige_massnahmen"]).sort_values("bis")
    assert (by_day["bis"] < datetime.date(2028, 1, 15)).all()
    without = vereinbar.evaluate(EVALUATED).tables
    assert set(tables) - set(without) == {
        "beendete_vereinbarungen",
        "massnahmen_ohne_meldung",
        "termine",
        "ueberfaellige_massnahmen",
        "verstrichene_gespraeche",
    }


VORLAGE = {"vorlage_nr": "2028/117", "gremium": "Jugendhilfeausschuss", "sitzung": datetime.date(2028, 3, 14)}


def test_a_public_paper_names_nobody_unless_asked_otherwise(tmp_path: Path, command: Any) -> None:
    public = vereinbar.evaluate(EVALUATED, stichtag=DAY, vorlage=VORLAGE)
    assert public.to_dict()["anonym"] and "Brückenwerk" not in public.to_json()
    named = vereinbar.evaluate(EVALUATED, stichtag=DAY, vorlage=VORLAGE, anonym=False)
    assert "Brückenwerk" in named.to_json() and ".json" not in named.to_json()
    intern = vereinbar.evaluate(EVALUATED, stichtag=DAY, vorlage=VORLAGE | {"oeffentlich": False})
    assert intern.to_dict()["intern"]
    # The same from a file, and from the command.
    file = tmp_path / "vorlage.json"
    file.write_text(json.dumps(VORLAGE, default=str), encoding="utf-8")
    assert vereinbar.evaluate(EVALUATED, stichtag=DAY, vorlage=file) == public
    command("evaluate", EVALUATED, "-o", tmp_path / "x.json", "--stichtag", DAY, "--vorlage", file)
    assert (tmp_path / "x.json").read_text(encoding="utf-8") == public.to_json()
    with pytest.raises(vereinbar.ParseError, match="vorlage_nr"):
        vereinbar.evaluate(EVALUATED, vorlage={"vorlagenummer": "1"})


def test_an_earlier_evaluation_is_compared_however_it_is_handed_over(
    auswertung: vereinbar.Auswertung, tmp_path: Path, command: Any
) -> None:
    file = tmp_path / "vorher.json"
    file.write_text(auswertung.to_json(), encoding="utf-8")
    compared = vereinbar.evaluate(EVALUATED, stichtag="2028-06-30", vorher=auswertung)
    for vorher in (file, auswertung.to_json(), auswertung.to_dict()):
        assert vereinbar.evaluate(EVALUATED, stichtag="2028-06-30", vorher=vorher) == compared
    rows = {row["kennzahl"]: row["unterschied"] for row in compared.tables["vergleich_kennzahlen"]}
    assert rows["Ziele insgesamt"] == 0 and rows["überfällige Maßnahmen"] > 0
    command("evaluate", EVALUATED, "-o", tmp_path / "x.json", "--stichtag", "2028-06-30", "--vorher", file)
    assert (tmp_path / "x.json").read_text(encoding="utf-8") == compared.to_json()
    with pytest.raises(vereinbar.ParseError, match="keine Auswertung"):
        vereinbar.evaluate(EVALUATED, vorher={"art": ART})


@pytest.mark.parametrize("listen", ["angehaengt", "ohne", "allein"])
def test_lists_are_where_the_command_prints_them(
    listen: vereinbar.options.Listen, auswertung: vereinbar.Auswertung, command: Any, tmp_path: Path
) -> None:
    command("evaluate", EVALUATED, "-o", tmp_path / "x.pdf", "--stichtag", DAY, "--listen", listen)
    assert (tmp_path / "x.pdf").read_bytes() == auswertung.to_pdf(listen=listen)


def test_every_form_can_be_read_by_others(auswertung: vereinbar.Auswertung) -> None:
    pdf = pypdf.PdfReader(io.BytesIO(auswertung.to_pdf()))
    assert pdf.attachments["auswertung.json"] == [auswertung.to_json().encode()]
    assert "Partizipation" in "".join(page.extract_text() for page in pdf.pages)
    text = auswertung.to_csv("vereinbarungen").decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text), delimiter=";"))
    expected = auswertung.tables["vereinbarungen"]
    assert [row["Träger"] for row in rows] == [row["traeger"] or "" for row in expected]
    workbook = openpyxl.load_workbook(io.BytesIO(auswertung.to_xlsx()))
    assert len(workbook.sheetnames) == len(auswertung.tables)
    head, *rows = workbook["Vereinbarungen"].iter_rows(values_only=True)
    assert [row[head.index("Träger")] for row in rows] == [row["traeger"] for row in expected]
    calendar = auswertung.to_ics().decode()
    dated = [row for row in auswertung.tables["termine"] if row["von"]]
    assert calendar.count("BEGIN:VEVENT") == len(dated) > 0


def test_what_there_is_not_is_said(auswertung: vereinbar.Auswertung) -> None:
    with pytest.raises(vereinbar.OptionError) as caught:
        auswertung.to_csv("tabelle")
    assert all(name in str(caught.value) for name in auswertung.tables)
    with pytest.raises(vereinbar.OptionError, match="Stichtag"):
        vereinbar.evaluate([numbered(1)]).to_csv("termine")
    with pytest.raises(vereinbar.OptionError, match="Stichtag"):
        vereinbar.evaluate([numbered(1)]).to_ics()


def test_templates_of_ones_own(auswertung: vereinbar.Auswertung, tmp_path: Path) -> None:
    folder = tmp_path / "auswertung"
    folder.mkdir()
    (folder / "main.typ").write_text("#geheim", encoding="utf-8")
    with pytest.raises(vereinbar.RenderError) as caught:
        auswertung.to_pdf(templates=tmp_path)
    assert caught.value.diagnostics
    (folder / "main.typ").write_text('#set document(title: "x")\n#set text(font: "gibtesnicht")\nx', encoding="utf-8")
    with pytest.warns(vereinbar.TemplateWarning, match="font") as warned:
        assert auswertung.to_pdf(templates=str(tmp_path), standard="plain").startswith(b"%PDF-")
    assert warned[0].filename == __file__


def test_the_result_does_not_depend_on_workers_or_order() -> None:
    items = [numbered(number % 150) for number in range(200)]
    first = vereinbar.evaluate(items, stichtag=DAY, jobs=1)
    for jobs in (1, 2, 7, None):
        assert vereinbar.evaluate(iter(items), stichtag=DAY, jobs=jobs) == first
    backwards = without_sources(vereinbar.evaluate(reversed(items), stichtag=DAY, jobs=2))
    assert backwards == without_sources(first)


def test_progress_is_told_in_the_thread_that_called(tmp_path: Path) -> None:
    told: list[vereinbar.BatchProgress] = []

    def on_progress(progress: vereinbar.BatchProgress) -> None:
        assert threading.current_thread() is threading.main_thread()
        told.append(progress)

    vereinbar.evaluate(many(50), on_progress=on_progress)
    assert {progress.phase for progress in told} == {"evaluate"}
    assert (told[-1].done, told[-1].failed, told[-1].total) == (50, 0, None)
    # Of paths that are named, the number of files is known.
    vereinbar.evaluate(FILES, on_progress=on_progress)
    assert (told[-1].done, told[-1].total, told[-1].remaining) == (len(FILES), len(FILES), 0)
    with tqdm(disable=False, file=io.StringIO()) as bar:
        vereinbar.evaluate(EVALUATED, on_progress=lambda progress: progress.show(bar))
        assert (bar.n, bar.total, bar.desc) == (len(FILES), len(FILES), "Gelesen")


@pytest.mark.parametrize("error", [RuntimeError("weg"), KeyboardInterrupt(), GeneratorExit()], ids=repr)
def test_what_the_items_raise_is_raised(error: BaseException) -> None:
    def failing() -> Iterator[dict[str, Any]]:
        yield from many(5)
        raise error

    with pytest.raises(type(error)) as caught:
        vereinbar.evaluate(failing())
    assert caught.value is error

    class Broken(UserDict[str, Any]):
        def items(self) -> Any:
            raise error

    with pytest.raises(type(error)):
        vereinbar.evaluate([numbered(1), Broken()])


@pytest.mark.parametrize("error", [LookupError("genug"), KeyboardInterrupt()], ids=repr)
def test_what_the_callback_raises_stops_the_run(error: BaseException) -> None:
    taken = calls = 0

    def slow() -> Iterator[dict[str, Any]]:
        nonlocal taken
        for agreement in many(500):
            taken += 1
            time.sleep(0.005)
            yield agreement

    def on_progress(_: object) -> None:
        nonlocal calls
        calls += 1
        raise error

    with pytest.raises(type(error)) as caught:
        vereinbar.evaluate(slow(), jobs=1, on_progress=on_progress)
    # Nobody waits for further items, and nobody is told again.
    assert caught.value is error
    assert calls == 1 and taken < 500
    # Also at the very end, when everything is read.
    with pytest.raises(type(error)):
        vereinbar.evaluate([numbered(1)], on_progress=on_progress)


def test_items_are_taken_one_by_one() -> None:
    ahead = 0
    counts: list[int] = []

    def items() -> Iterator[dict[str, Any]]:
        nonlocal ahead
        for agreement in many(300):
            ahead += 1
            time.sleep(0.001)
            yield agreement

    vereinbar.evaluate(items(), jobs=1, on_progress=lambda progress: counts.append(ahead - progress.done))
    assert len(counts) > 1 and max(counts) < 20


def test_the_interpreter_goes_on_meanwhile(tmp_path: Path) -> None:
    lines = tmp_path / "v.jsonl"
    lines.write_text("\n".join(json.dumps(numbered(number)) for number in range(3000)), encoding="utf-8")
    with interpreter_goes_on():
        evaluated = vereinbar.evaluate(lines, stichtag=DAY)
    assert evaluated.to_dict()["kennzahlen"]["ziele"]["anzahl"] == 3000
    with interpreter_goes_on():
        evaluated.to_pdf()


SCRIPT = f"""
import sys
sys.path.insert(0, {str(Path(__file__).parents[1])!r})
import vereinbar
from conftest import numbered

def items():
    print("go", flush=True)
    for number in range(10**9):
        yield numbered(number) if sys.argv[1] == "read" else {{}}

vereinbar.evaluate(items())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT for one process")
@pytest.mark.parametrize("kind", ["read", "unreadable"])
def test_ctrl_c_stops_the_run(kind: str) -> None:
    with running(SCRIPT, kind) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "go\n"
        time.sleep(0.3)
        process.send_signal(signal.SIGINT)
        _, stderr = process.communicate(timeout=30)
    assert process.returncode == -signal.SIGINT
    assert stderr.rstrip().endswith("KeyboardInterrupt") and "panicked" not in stderr, stderr


def test_agreements_of_the_other_kind_count_with_their_second_part() -> None:
    (row,) = vereinbar.evaluate(LEQ_EXAMPLE).tables["vereinbarungen"]
    assert row["art"] == "Leistungs-, Qualitätsentwicklungs- und Entgeltvereinbarung"
    assert row["ziele"] > 0
