"""The processes in which documents are made and read, and what becomes of one that fails."""

from __future__ import annotations

import contextlib
import multiprocessing
import multiprocessing.pool
import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import vereinbar
from conftest import (
    BASE,
    KINDS,
    LINUX,
    VALID,
    agreement,
    children,
    example_of,
    numbered,
    pdfs,
    running,
    until,
)
from spoilt import ENDLESS, spoilt
from vereinbar import _processes, _vereinbar

ROWS = [{"traeger.name": f"T{row}"} for row in range(4)]


@pytest.fixture
def endless(tmp_path: Path) -> Path:
    """Templates of one's own that come to no end for T1."""
    return spoilt(tmp_path / "eigene", ENDLESS)


@pytest.mark.parametrize("art", KINDS)
def test_processes_give_the_documents_of_threads_and_of_the_command(art: str, tmp_path: Path, command: Any) -> None:
    folder = tmp_path / art
    folder.mkdir()
    for file in [*VALID[art], example_of(art)]:
        (folder / file.name).write_bytes(agreement(file))
    made, notes = {}, set()
    for out, limit in {"threads": {}, "processes": {"time_limit": 120}}.items():
        report = vereinbar.batch(folder, out=tmp_path / out, name="{nr}", **limit)
        assert (report.done, report.failed) == (len(VALID[art]) + 1, 0)
        notes.add(report.notes)
        made[out] = pdfs(tmp_path / out)
    command("batch", folder, "--out", tmp_path / "command", "--name", "{nr}", "--time-limit", "120")
    assert made["processes"] == made["threads"] == pdfs(tmp_path / "command")
    assert len(notes) == 1, "that processes were used is nothing to say"


def test_a_document_that_does_not_end_costs_itself_alone(endless: Path, tmp_path: Path) -> None:
    report = vereinbar.batch(ROWS, base=BASE, out=tmp_path / "out", templates=endless, time_limit=10.5)
    assert (report.done, report.failed) == (3, 1)
    (finding,) = report.failures[0].findings
    assert (report.failures[0].row, finding.code) == (2, "time_limit")
    assert "10,5 s" in finding.message and "time_limit" in finding.remedy
    assert sorted(pdfs(tmp_path / "out")) == ["T0.pdf", "T2.pdf", "T3.pdf"]


@LINUX
def test_no_process_is_left(tmp_path: Path) -> None:
    before = children(os.getpid())
    seen: set[int] = set()
    vereinbar.batch(
        [{"traeger.name": f"T{row}"} for row in range(150)],
        base=BASE,
        out=tmp_path,
        jobs=2,
        on_progress=lambda _: seen.update(children(os.getpid())),
    )
    assert seen - set(before), "a run of this size works in processes"
    assert children(os.getpid()) == before


_RUN = """
import vereinbar
rows = [{"traeger.name": f"T{row}"} for row in range(4)]
vereinbar.batch(rows, art="qualitaetsentwicklungsvereinbarung", out=sys.argv[1], templates=sys.argv[2], jobs=2)
"""


@LINUX
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT], ids=["kill", "ctrl_c"])
def test_processes_end_with_the_one_that_has_started_them(number: int, endless: Path, tmp_path: Path) -> None:
    with running(_RUN, tmp_path / "out", endless) as process:
        workers = until(lambda: len(found := children(process.pid)) == 2 and found)
        process.send_signal(number)
        process.wait(60)
        until(lambda: not any(Path(f"/proc/{worker}").exists() for worker in workers))


@LINUX
def test_a_limit_of_memory_is_held(tmp_path: Path) -> None:
    file = tmp_path / "v.pdf"
    file.write_bytes(vereinbar.render(numbered(1)))
    assert not vereinbar.evaluate([file, file], memory_limit=500).befunde
    assert not vereinbar.evaluate([("Zeile 1", file.read_bytes())], memory_limit=500).befunde
    # More than what a process that has started keeps in reserve.
    large = file.read_bytes()
    large += b"%" + b"x" * (60 << 20) + large[large.rindex(b"\nstartxref") :]
    file.write_bytes(large)
    assert not vereinbar.evaluate([file, file], memory_limit=1000).befunde
    # Where the bytes are from makes no difference.
    for items in (file, [("Zeile 1", large)]):
        (befund,) = vereinbar.evaluate(items, memory_limit=1).befunde
        assert befund["art"] == "nicht_lesbar"


def test_without_processes_it_goes_on_in_threads(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = tmp_path / "v.pdf"
    file.write_bytes(vereinbar.render(numbered(1)))
    monkeypatch.setattr(_processes, "command", lambda: None)
    report = vereinbar.batch(ROWS, base=BASE, out=tmp_path / "a", memory_limit=1000)
    assert report.done == 4 and "gelten nur in eigenen Prozessen" in report.notes[0]
    monkeypatch.setattr(_processes, "command", lambda: (str(tmp_path / "nirgends"), [], {}))
    report = vereinbar.batch(ROWS, base=BASE, out=tmp_path / "b", memory_limit=1000)
    assert report.done == 4 and "ohne Grenzen für Zeit und Speicher" in report.notes[0]
    with pytest.warns(vereinbar.ProcessWarning, match="ohne Grenzen"):
        assert len(vereinbar.evaluate(file).to_dict()["vereinbarungen"]) == 1


def test_a_program_that_is_no_python_starts_none(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _processes.command() is not None
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert _processes.command() is None


@pytest.mark.parametrize(
    "limit",
    [
        {"time_limit": 0},
        {"time_limit": 100_000},
        {"time_limit": float("nan")},
        {"memory_limit": 0},
        {"memory_limit": 1 << 30},
    ],
    ids=str,
)
def test_limits_have_limits(limit: dict[str, Any]) -> None:
    (name,) = limit
    with pytest.raises(vereinbar.OptionError, match=f"Für {name} ist"):
        vereinbar.batch(ROWS, base=BASE, check=True, **limit)


# Python 3.12 and later warn of any fork in a process with threads, and documents are made on threads.
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no fork")
@pytest.mark.filterwarnings("ignore:.*multi-threaded, use of fork:DeprecationWarning")
def test_a_child_forked_beside_rendering_says_so_instead_of_hanging() -> None:
    context = multiprocessing.get_context("fork")
    with multiprocessing.pool.ThreadPool(2) as threads:
        is_over = threading.Event()

        def render(number: int) -> None:
            while not is_over.wait(0):
                vereinbar.render(numbered(number))

        background = threads.map_async(render, range(2))
        refused, end = 0, time.monotonic() + 60
        while refused < 3 and time.monotonic() < end:
            with forked(context) as answer:
                said = answer()
            assert said == "made" or ("„fork“" in said and "spawn" in said), said
            refused += said != "made"
        is_over.set()
        background.get()
        assert refused == 3
    # Of a process that is at rest a child makes documents.
    with forked(context) as answer:
        assert answer() == "made"


@contextlib.contextmanager
def forked(context: Any) -> Iterator[Any]:
    """What a child that was forked now says of a document."""
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(target=_say, args=(sender,))
    child.start()
    try:

        def answer() -> str:
            assert receiver.poll(60), "the child hangs"
            return str(receiver.recv())

        yield answer
        child.join(60)
    finally:
        child.kill()
        child.join()


def _say(sender: Any) -> None:
    try:
        vereinbar.render(numbered(1))
    except vereinbar.RenderError as error:
        sender.send(str(error))
    else:
        sender.send("made")


def test_work_without_anybody_to_work_for_ends() -> None:
    script = """
import os, runpy
os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
runpy.run_module("vereinbar.worker", run_name="__main__")
"""
    with running(script) as process:
        output, said = process.communicate(timeout=60)
    assert (process.returncode, output, said) == (0, "", "")
    assert callable(_vereinbar.work)
