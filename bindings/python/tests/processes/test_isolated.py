"""Documents that are made in a process of their own: one that ends it takes nobody with it."""

from __future__ import annotations

import json
import multiprocessing
import os
import pickle
import signal
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
import vereinbar
from conftest import ART, BASE, LINUX, children, running, until
from spoilt import ENDLESS, GREEDY, spoilt
from vereinbar import _processes, arrow
from vereinbar._engines import isolated


def names(count: int = 4) -> pa.Table:
    """Cells over a base, in which the period is a hint: T0, T1 and so on."""
    rows = [f"T{row}" for row in range(count)]
    return pa.table({"id": rows, "traeger.name": rows, "vereinbarungszeitraum.bis": ["31.12.2045"] * count})


def test_documents_are_the_same_and_errors_are_rows(tmp_path: Path) -> None:
    bad = {"art": ART, "vereinbarungszeitraum": {"von": "2027-01-01", "bis": "2026-12-31"}}
    rows = [json.dumps({"art": ART, "aktenzeichen": f"51-{n}"}) for n in range(3)] + [json.dumps(bad), "kein JSON"]
    table = pa.table({"id": range(5), "agreement": rows})
    for options in ({}, {"fillable": True}, {"require_complete": True}):
        assert arrow.render_batch(table, isolated=True, **options) == arrow.render_batch(table, **options)
    assert arrow.render_batch(names(), base=BASE, isolated=True) == arrow.render_batch(names(), base=BASE)
    # What the template says is the same, too.
    own = spoilt(tmp_path / "eigene", 'panic("nicht für T1")')
    made = arrow.render_batch(names(), base=BASE, templates=own, isolated=True)
    assert made == arrow.render_batch(names(), base=BASE, templates=own)
    assert made["status"].to_pylist() == ["done", "failed", "done", "done"]


def test_a_document_that_does_not_end_costs_itself_alone(tmp_path: Path) -> None:
    own = spoilt(tmp_path / "eigene", ENDLESS)
    made = arrow.render_batch(names(), base=BASE, templates=own, isolated=True, time_limit=10.5)
    assert made["status"].to_pylist() == ["done", "failed", "done", "done"]
    line = made.slice(1, 1).to_pylist()[0]
    assert "10,5 s" in line["reason"] and "time_limit" in line["reason"] and line["key"]
    # Beside what was found in the row.
    assert [one["code"] for one in line["findings"]] == ["vereinbarungszeitraum_long", "time_limit"]


@LINUX
def test_a_document_that_takes_too_much_memory_costs_itself_alone(tmp_path: Path) -> None:
    own = spoilt(tmp_path / "eigene", GREEDY)
    made = arrow.render_batch(names(), base=BASE, templates=own, isolated=True, memory_limit=300, time_limit=120)
    assert made["status"].to_pylist() == ["done", "failed", "done", "done"]
    assert "300 MiB" in made["reason"][1].as_py()
    assert made["findings"][1].as_py()[-1]["code"] == "memory_limit"


@LINUX
def test_a_document_that_kills_its_process_fails_after_two_tries(tmp_path: Path) -> None:
    own = spoilt(tmp_path / "eigene", ENDLESS)
    killed: list[int] = []
    before = set(children(os.getpid()))
    is_over = threading.Event()

    def kill() -> None:
        while not is_over.wait(0.1):
            for child in set(children(os.getpid())) - before:
                if seconds(child) > 4:
                    os.kill(child, signal.SIGKILL)
                    killed.append(child)

    thread = threading.Thread(target=kill)
    thread.start()
    try:
        made = arrow.render_batch(names(), base=BASE, templates=own, isolated=True, time_limit=300)
    finally:
        is_over.set()
        thread.join()
    assert made["status"].to_pylist() == ["done", "failed", "done", "done"]
    assert "zweimal abgestürzt" in made["reason"][1].as_py() and len(set(killed)) == 2


def seconds(process: int) -> float:
    """What it has used of a processor."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@LINUX
def test_one_that_was_killed_while_it_waited_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(isolated, "_kept", None)
    before = set(children(os.getpid()))
    expected = arrow.render_batch(names(2), base=BASE, isolated=True)
    (child,) = set(children(os.getpid())) - before
    assert arrow.render_batch(names(2), base=BASE, isolated=True) == expected
    assert set(children(os.getpid())) - before == {child}, "it was not used again"
    os.kill(child, signal.SIGKILL)
    assert arrow.render_batch(names(2), base=BASE, isolated=True) == expected


@LINUX
@pytest.mark.skipif((os.cpu_count() or 1) < 2, reason="on one processor there is one")
def test_threads_have_a_process_each(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(isolated, "_kept", None)
    before = set(children(os.getpid()))
    # Each document takes as long as it may.
    own = spoilt(tmp_path / "eigene", ENDLESS)
    options = arrow.RenderBatch(base=BASE, templates=own, isolated=True, time_limit=8)
    table = pa.table({"id": ["1"], "traeger.name": ["T1"]})
    with ThreadPoolExecutor(2) as threads:
        made = [threads.submit(options, table) for _ in range(2)]
        until(lambda: len([one for one in set(children(os.getpid())) - before if seconds(one) > 1]) == 2)
    assert [one.result()["status"].to_pylist() for one in made] == [["failed"]] * 2
    until(lambda: set(children(os.getpid())) <= before)


_RUN = """
import json
import pyarrow
from vereinbar import arrow
arrow.render_batch(pyarrow.table(json.loads(sys.argv[1])), art=sys.argv[2], isolated=True)
print("made", flush=True)
signal.pause()
"""


@LINUX
def test_the_process_ends_with_its_parent() -> None:
    table = json.dumps({"id": ["1"], "traeger.name": ["T1"]})
    with running(_RUN, table, ART) as process:
        assert process.stdout is not None and process.stdout.readline() == "made\n"
        workers = until(lambda: children(process.pid))
        process.kill()
        process.wait(60)
        until(lambda: not any(Path(f"/proc/{worker}").exists() for worker in workers))


@LINUX
# Python 3.12 and later warn of any fork in a process with threads.
@pytest.mark.filterwarnings("ignore:.*multi-threaded, use of fork:DeprecationWarning")
def test_a_process_that_was_forked_has_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(isolated, "_kept", None)
    before = set(children(os.getpid()))
    expected = arrow.render_batch(names(2), base=BASE, isolated=True)["sha256"].to_pylist()
    (child,) = set(children(os.getpid())) - before
    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    forked = context.Process(target=_say, args=(sender,))
    forked.start()
    try:
        assert receiver.poll(60) and receiver.recv() == expected
        forked.join(60)
    finally:
        forked.kill()
    # It has ended its own, and not this one.
    assert set(children(os.getpid())) - before == {child}
    assert arrow.render_batch(names(2), base=BASE, isolated=True)["sha256"].to_pylist() == expected
    assert set(children(os.getpid())) - before == {child}


def _say(sender: Any) -> None:
    sender.send(arrow.render_batch(names(2), base=BASE, isolated=True)["sha256"].to_pylist())
    isolated._kept = None


def test_limits_are_of_processes_and_travel_with_the_options() -> None:
    for limit in ({"time_limit": 5}, {"memory_limit": 100}):
        with pytest.raises(vereinbar.OptionError, match="isolated=True"):
            arrow.RenderBatch(**limit)
        options = arrow.RenderBatch(isolated=True, **limit)
        assert pickle.loads(pickle.dumps(options)) == options != arrow.RenderBatch(isolated=True)
    with pytest.raises(vereinbar.OptionError, match="Für time_limit ist"):
        arrow.RenderBatch(isolated=True, time_limit=0)


def test_where_no_process_starts_the_call_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(isolated, "_kept", None)
    monkeypatch.setattr(_processes, "command", lambda: None)
    with pytest.raises(vereinbar.OptionError, match="isolated=False"):
        arrow.render_batch(names(), base=BASE, isolated=True)
    monkeypatch.setattr(_processes, "command", lambda: (str(tmp_path / "nirgends"), [], {}))
    with pytest.raises(vereinbar.RenderError, match="ließ sich kein Prozess starten"):
        arrow.render_batch(names(), base=BASE, isolated=True)
