"""Documents that are made in a process of their own: one that dies takes nobody with it."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import psutil
import pyarrow as pa
import pytest
import vereinbar
from conftest import ART
from vereinbar import arrow
from vereinbar._engines.isolated import Child, DiedError

TESTS = Path(__file__).resolve().parent


def told(value: Any) -> Any:
    """What the child does in these tests."""
    if value == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    if value == "print":
        print("this is no answer")
    if value == "raise":
        raise vereinbar.OptionError("So nicht.")
    if isinstance(value, Path) and not value.exists():
        value.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return value, os.getpid()


@pytest.fixture
def child(monkeypatch: pytest.MonkeyPatch) -> Any:
    child = Child(told)
    yield child
    child.close()


@pytest.mark.skipif(sys.platform == "win32", reason="it has no such signal")
def test_what_kills_its_process_is_tried_twice_and_the_next_goes_on(child: Child, tmp_path: Path) -> None:
    value, pid = child.call("a")  # type: ignore[misc]
    assert value == "a" and pid != os.getpid() and child.call("b") == ("b", pid)
    with pytest.raises(DiedError):
        child.call("die")
    value, other = child.call("c")  # type: ignore[misc]
    assert value == "c" and other != pid
    # Once is no fault of its own: memory may have been short.
    assert child.call(tmp_path / "once")[0] == tmp_path / "once"  # type: ignore[index]


def test_what_is_printed_or_raised_is_no_answer(child: Child) -> None:
    assert child.call("print")[0] == "print"  # type: ignore[index]
    with pytest.raises(vereinbar.OptionError, match=r"So nicht\."):
        child.call("raise")
    assert child.call("a")[0] == "a"  # type: ignore[index]


def test_the_child_ends_with_its_parent() -> None:
    script = (
        "import os, sys; sys.path[:0] = sys.argv[1:]; from test_isolated import told; "
        "from vereinbar._engines.isolated import Child; print(Child(told).call('a')[1], flush=True); os._exit(9)"
    )
    output = subprocess.run(
        [sys.executable, "-c", script, str(TESTS), str(TESTS.parent)], capture_output=True, text=True, check=False
    )
    with contextlib.suppress(psutil.NoSuchProcess):
        psutil.Process(int(output.stdout)).wait(30)


def test_documents_are_the_same_and_errors_are_rows() -> None:
    bad = {"art": ART, "vereinbarungszeitraum": {"von": "2027-01-01", "bis": "2026-12-31"}}
    rows = [json.dumps({"art": ART, "aktenzeichen": f"51-{n}"}) for n in range(3)] + [json.dumps(bad), "kein JSON"]
    table = pa.table({"id": range(5), "agreement": rows})
    assert arrow.render_batch(table, isolated=True) == arrow.render_batch(table)
    assert arrow.render_batch(table, isolated=True, fillable=True) == arrow.render_batch(table, fillable=True)


@pytest.mark.skipif(sys.platform == "win32", reason="it has no such signal")
def test_a_document_that_kills_its_process_is_a_row_that_failed(monkeypatch: pytest.MonkeyPatch) -> None:
    class Deadly(Child):
        def call(self, value: object) -> object:
            assert isinstance(value, vereinbar.Vereinbarung)
            if value.to_dict()["aktenzeichen"] == "tödlich":
                raise DiedError
            return super().call(value)

    monkeypatch.setattr(arrow, "Child", Deadly)
    rows = [json.dumps({"art": ART, "aktenzeichen": name}) for name in ("a", "tödlich", "b")]
    # Options that nobody had before, so that the child is another.
    made = arrow.render_batch(pa.table({"id": range(3), "agreement": rows}), isolated=True, stichtag="2031-01-01")
    assert made["status"].to_pylist() == ["done", "failed", "done"]
    assert "zweimal gestorben" in made["reason"][1].as_py() and made["key"][1].as_py()
