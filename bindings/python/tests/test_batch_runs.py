"""Runs: the command's bytes, progress, interruption, and going on from there."""

from __future__ import annotations

import datetime
import json
import re
import signal
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas
import pytest
import vereinbar
from conftest import ART, BASE, ROOT, interpreter_goes_on, manifest, pdfs, running
from tqdm import tqdm

MANY = 200


def rows(count: int) -> Iterator[dict[str, Any]]:
    return ({"traeger.name": f"Träger {number}"} for number in range(count))


def timeless(report: dict[str, Any]) -> dict[str, Any]:
    """The report without what differs between two runs, or has no meaning in Python."""
    names = {"seconds", "seconds_check", "per_second", "interrupted", "left", "outputs", "notes"}
    return {name: value for name, value in report.items() if name not in names}


TABLE = pandas.DataFrame(
    {
        "traeger.name": ["Haus Nörd", "Straßer & Söhne", "Haus Süd", "Haus Nörd"],
        "traeger.anschrift.plz": [1067, None, 12345, 99999],
        "aktenzeichen": ["51.2/1", "51.2/2", None, "51.2/4"],
        "stand": [pandas.Timestamp("2027-01-02"), pandas.NaT, pandas.Timestamp("2026-01-01"), pandas.NaT],
        "vereinbarungszeitraum.bis": [None, datetime.date(2029, 12, 31), datetime.date(2020, 1, 1), None],
        "ziele.1.zielueberpruefung.freier_traeger.1.wann": [datetime.date(2027, 5, 1), "Mai 2027", None, None],
        "qualitaetsdimensionen": ["Prozessqualität", "prozessqualitaet\nstrukturqualitaet", None, None],
    }
)


@pytest.mark.parametrize("options", [{}, {"per_massstab": True, "name": "{nr} {traeger.name}"}], ids=["plain", "forms"])
def test_a_dataframe_gives_what_the_command_gives(options: dict[str, Any], command: Any, tmp_path: Path) -> None:
    base, workbook, lines = tmp_path / "grundlage.json", tmp_path / "liste.xlsx", tmp_path / "liste.jsonl"
    base.write_text(json.dumps(BASE), encoding="utf-8")
    TABLE.to_excel(workbook, index=False)
    # JSON knows no dates: of those, the one in words is written in words.
    records = TABLE.astype(object).where(TABLE.notna(), None)
    records.iloc[0, 5] = "01.05.2027"
    text = "\n".join(json.dumps(row, default=lambda day: str(day)[:10]) for row in records.to_dict("records"))
    lines.write_text(text, encoding="utf-8")
    arguments = ["--per-massstab", "--name", options["name"]] if options else []
    out, zipped, combined = tmp_path / "command", tmp_path / "command.zip", tmp_path / "command.pdf"
    outputs = ["--out", out, "--zip", zipped, "--combined", combined]
    result = command("batch", lines, "--base", base, *outputs, *arguments, "--format", "json", code=1)
    expected = json.loads(result.stdout)
    assert (expected["rows"], expected["failed"]) == (4, 1)

    for number, given in enumerate([TABLE, TABLE.to_dict("records"), workbook, lines, pandas.read_excel(workbook)]):
        own, own_zip, own_combined = (tmp_path / f"{number}{ending}" for ending in ("", ".zip", ".pdf"))
        report = vereinbar.batch(given, base=base, out=own, zip=own_zip, combined=own_combined, **options)
        assert pdfs(own) == pdfs(out) != {}
        assert own_zip.read_bytes() == zipped.read_bytes()
        assert own_combined.read_bytes() == combined.read_bytes()
        if given is not workbook:  # there the headings are the first row
            assert manifest(own) == manifest(out)
            assert timeless(report.to_dict()) == timeless(expected)
    # And what the one has made, the other knows.
    assert vereinbar.batch(TABLE, base=base, out=out, **options).done == 0


def test_each_document_is_the_one_that_render_makes(tmp_path: Path) -> None:
    vereinbar.batch(rows(3), base=BASE, out=tmp_path)
    for number in range(3):
        agreement = {**BASE, "traeger": {"name": f"Träger {number}"}}
        assert (tmp_path / f"Träger {number}.pdf").read_bytes() == vereinbar.render(agreement)


def test_neither_bytes_nor_order_depend_on_the_number_of_workers(tmp_path: Path) -> None:
    outs = []
    for jobs in (1, 2, None):
        outs.append(tmp_path / str(jobs))
        mixed = ({**row, "stand": "x" if number % 7 == 3 else None} for number, row in enumerate(rows(40)))
        report = vereinbar.batch(mixed, base=BASE, out=outs[-1], zip=f"{outs[-1]}.zip", jobs=jobs)
        assert (report.done, report.failed) == (34, 6)
    for out in outs:
        assert pdfs(out) == pdfs(outs[0]) and manifest(out) == manifest(outs[0])
        assert Path(f"{out}.zip").read_bytes() == Path(f"{outs[0]}.zip").read_bytes()


def test_the_same_call_again_makes_what_has_changed(tmp_path: Path) -> None:
    assert vereinbar.batch(rows(5), base=BASE, out=tmp_path).done == 5
    first = pdfs(tmp_path)
    again = vereinbar.batch(rows(6), base=BASE, out=tmp_path)
    assert (again.done, again.unchanged) == (1, 5)
    signed = tmp_path / "Träger 2.pdf"
    signed.write_bytes(b"unterschrieben")
    kept = vereinbar.batch(rows(4), base=BASE, out=tmp_path)
    assert (kept.unchanged, kept.failed, kept.orphans) == (3, 1, ("Träger 4.pdf", "Träger 5.pdf"))
    assert [found.code for found in kept.failures[0].findings] == ["name_taken"]
    assert signed.read_bytes() == b"unterschrieben"
    assert vereinbar.batch(rows(4), base=BASE, out=tmp_path, overwrite=True).failed == 0
    assert vereinbar.batch(rows(5), base=BASE, out=tmp_path, resume=False).done == 5
    assert {name: pdf for name, pdf in pdfs(tmp_path).items() if name in first} == first


def test_progress_is_told_in_the_thread_that_called(tmp_path: Path) -> None:
    told: list[vereinbar.BatchProgress] = []

    def on_progress(progress: vereinbar.BatchProgress) -> None:
        assert threading.current_thread() is threading.main_thread()
        told.append(progress)

    mixed = ({**row, "stand": "x" if number == 7 else None} for number, row in enumerate(rows(60)))
    vereinbar.batch(mixed, base=BASE, out=tmp_path / "out", combined=tmp_path / "alle.pdf", on_progress=on_progress)
    phases = list(dict.fromkeys(progress.phase for progress in told))
    assert phases == ["check", "render", "combine"]
    last = {progress.phase: progress for progress in told}
    assert (last["check"].done, last["check"].total, last["check"].failed) == (60, None, 1)
    assert (last["render"].done, last["render"].total, last["render"].failed) == (60, 60, 1)
    assert (last["combine"].done, last["combine"].total) == (59, 59)
    assert last["check"].remaining is None and last["render"].remaining == 0
    assert last["render"].elapsed > 0 and last["render"].per_second > 0
    for phase in phases:
        done = [progress.done for progress in told if progress.phase == phase]
        assert done == sorted(done)
    with pytest.raises(AttributeError):
        told[0].done = 1  # type: ignore[misc]


def test_a_bar_of_tqdm_shows_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with tqdm(mininterval=0) as bar:
        vereinbar.batch(rows(30), base=BASE, out=tmp_path, on_progress=lambda progress: progress.show(bar))
        assert (bar.n, bar.total, bar.desc) == (30, 30, "Erzeugt")
    assert "Geprüft" in capsys.readouterr().err
    with tqdm(disable=True) as bar:
        vereinbar.batch(rows(3), base=BASE, out=tmp_path, on_progress=lambda progress: progress.show(bar))


def test_the_interpreter_goes_on_while_documents_are_made(tmp_path: Path) -> None:
    with interpreter_goes_on():
        vereinbar.batch(rows(60), base=BASE, out=tmp_path)


def test_batches_in_several_threads_do_not_meet(tmp_path: Path) -> None:
    def work(number: int) -> None:
        vereinbar.batch(rows(20), base=BASE, out=tmp_path / str(number), on_progress=lambda _: None)

    threads = [threading.Thread(target=work, args=[number]) for number in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(pdfs(tmp_path / "0")) == 20
    assert pdfs(tmp_path / "0") == pdfs(tmp_path / "1") == pdfs(tmp_path / "2")


def test_a_folder_that_is_in_use_is_refused(tmp_path: Path) -> None:
    def on_progress(_: object) -> None:
        vereinbar.batch(rows(1), base=BASE, out=tmp_path)

    with pytest.raises(vereinbar.FileError, match="anderer Lauf") as caught:
        vereinbar.batch(rows(1), base=BASE, out=tmp_path, on_progress=on_progress)
    assert caught.value.filename == str(tmp_path)


@pytest.mark.parametrize("error", [RuntimeError("weg"), KeyboardInterrupt(), GeneratorExit()], ids=repr)
def test_what_the_rows_raise_is_raised_and_nothing_is_made(error: BaseException, tmp_path: Path) -> None:
    def failing() -> Iterator[dict[str, Any]]:
        yield from rows(5)
        raise error

    with pytest.raises(type(error)) as caught:
        vereinbar.batch(failing(), base=BASE, out=tmp_path)
    assert caught.value is error
    assert list(tmp_path.iterdir()) == []
    broken = pandas.DataFrame({"traeger.name": ["A"]})
    with pytest.raises(ZeroDivisionError):
        vereinbar.batch(({"traeger.name": 1 / 0} for _ in broken), base=BASE, out=tmp_path)


@pytest.mark.parametrize("phase", ["check", "render", "combine"])
def test_what_the_callback_raises_stops_the_run(phase: str, tmp_path: Path) -> None:
    calls = 0

    def on_progress(progress: vereinbar.BatchProgress) -> None:
        nonlocal calls
        if progress.phase == phase:
            calls += 1
            raise LookupError(phase)

    taken = 0

    def slow() -> Iterator[dict[str, Any]]:
        nonlocal taken
        for row in rows(40):
            taken += 1
            time.sleep(0.005)
            yield row

    outputs: dict[str, Any] = {"out": tmp_path / "out", "combined": tmp_path / "alle.pdf"}
    with pytest.raises(LookupError, match=phase):
        vereinbar.batch(slow(), base=BASE, **outputs, on_progress=on_progress)
    # Nobody waits for further rows, and nobody is told again.
    assert calls == 1
    assert (taken < 40) == (phase == "check")
    left = {file.name for file in (tmp_path / "out").iterdir() if file.suffix != ".pdf"}
    assert left <= {"batch.jsonl"}
    assert not (tmp_path / "alle.pdf").exists()
    again = vereinbar.batch(rows(40), base=BASE, **outputs)
    assert again.done + again.unchanged == 40
    assert (again.unchanged == 0) == (phase == "check")


SCRIPT = f"""
import sys
import vereinbar

def rows():
    for number in range({MANY}):
        yield {{"traeger.name": f"Träger {{number}}"}}

def on_progress(progress):
    if progress.phase == "render":
        print("go", flush=True)

told = on_progress if sys.argv[2] == "told" else None
vereinbar.batch(rows(), base={BASE!r}, out=sys.argv[1], jobs=1, on_progress=told)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT for one process")
@pytest.mark.parametrize("told", ["told", "untold"])
def test_ctrl_c_stops_the_run_and_the_same_call_goes_on(told: str, tmp_path: Path) -> None:
    out, whole = tmp_path / "out", tmp_path / "whole"
    with running(SCRIPT, out, told) as process:
        assert process.stdout is not None
        if told == "told":
            assert process.stdout.readline() == "go\n"
        else:
            while not list(out.glob("*.pdf")):
                assert process.poll() is None
                time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        began = time.perf_counter()
        _, stderr = process.communicate(timeout=60)
    assert time.perf_counter() - began < 10
    assert process.returncode == -signal.SIGINT
    assert stderr.rstrip().endswith("KeyboardInterrupt"), stderr
    assert "panicked" not in stderr

    # What is there is whole, and all of it is in the manifest.
    interrupted = pdfs(out)
    assert 0 < len(interrupted) < MANY
    assert {line["file"] for line in manifest(out)} == set(interrupted)
    assert {file.name for file in out.iterdir()} - set(interrupted) == {"batch.jsonl"}
    report = vereinbar.batch(rows(MANY), base=BASE, out=out)
    assert (report.done, report.unchanged) == (MANY - len(interrupted), len(interrupted))
    vereinbar.batch(rows(MANY), base=BASE, out=whole)
    assert pdfs(out) == pdfs(whole) and manifest(out) == manifest(whole)
    assert {name: pdfs(whole)[name] for name in interrupted} == interrupted


def test_a_workbook_of_the_command_is_filled_and_read(command: Any, tmp_path: Path) -> None:
    workbook = tmp_path / "liste.xlsx"
    command("table", ART, "-o", workbook)
    table = pandas.read_excel(workbook, sheet_name="Liste", header=2)
    table.loc[0, "traeger.name"] = "Haus am See"
    report = vereinbar.batch(table.astype(object), base=BASE, out=tmp_path / "out")
    assert report.is_success and list(pdfs(tmp_path / "out")) == ["Haus am See.pdf"]


def test_of_very_many_rows_the_command_says_where_clusters_are_described(command: Any, tmp_path: Path) -> None:
    def said(count: int) -> str:
        file = tmp_path / "liste.csv"
        file.write_text("traeger.name\n" + "".join(f"Haus {n}\n" for n in range(count)), encoding="utf-8")
        output: bytes = command("batch", file, "--art", ART, "--check", "--name", "{nr}").stdout
        return output.decode()

    (document,) = re.findall(r"docs/[\w-]+\.md", said(100_000))
    assert (ROOT / document).read_text(encoding="utf-8").startswith("# Mehr als ein Rechner")
    assert "docs/" not in said(1_000)
