"""What the tests with real engines share: rows, what `batch` makes of them, and a store.

`VEREINBAR_ROWS` says how many rows there are; ten of them are broken.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psutil
import pyarrow as pa
import pytest
import vereinbar

ROOT = Path(__file__).resolve().parents[3]
# What these share with the tests of the package.
sys.path += [str(ROOT / "bindings" / "python" / "tests" / part) for part in ("", "processes")]
ROWS = int(os.environ.get("VEREINBAR_ROWS", "2000"))
BROKEN = 10
EXAMPLE: dict[str, Any] = json.loads(
    (ROOT / "templates" / "qualitaetsentwicklungsvereinbarung" / "daten.json").read_text(encoding="utf-8")
)


def agreement(number: int) -> dict[str, Any]:
    return {**EXAMPLE, "aktenzeichen": f"51-{number}", "traeger": {**EXAMPLE["traeger"], "name": f"Haus {number}"}}


def row(number: int, count: int) -> dict[str, str]:
    """A row; of all of them ten are broken, evenly."""
    is_broken = number % (count // BROKEN) == 3
    return {"id": str(number), "agreement": '{"art": "mietvertrag"}' if is_broken else json.dumps(agreement(number))}


def rows(count: int = ROWS) -> pa.Table:
    return pa.Table.from_pylist([row(number, count) for number in range(count)])


@pytest.fixture(scope="session")
def hashes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The SHA-256 of each document as `vereinbar.batch` makes it, by the id of its row."""
    folder = tmp_path_factory.mktemp("batch")
    given = (json.loads(one["agreement"]) for one in rows().to_pylist())
    report = vereinbar.batch(given, out=folder, name="{nr}")
    assert (report.done, report.failed) == (ROWS - BROKEN, BROKEN)
    lines = [json.loads(line) for line in (folder / "batch.jsonl").read_text(encoding="utf-8").splitlines()]
    return {str(line["row"] - 1): line["output"] for line in lines if line["status"] == "done"}


@pytest.fixture(scope="session")
def s3_port() -> Iterator[int]:
    """The port of a server that speaks S3 over HTTP."""
    from moto.server import ThreadedMotoServer

    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0)
    server.start()
    _, port = server.get_host_and_port()
    s3_store(port).create_dir("vereinbar")
    yield port
    server.stop()


@pytest.fixture(scope="session")
def s3(s3_port: int) -> Any:
    """A filesystem on it."""
    return s3_store(s3_port)


def s3_store(port: int) -> Any:
    from pyarrow import fs

    return fs.S3FileSystem(
        access_key="a", secret_key="b", endpoint_override=f"127.0.0.1:{port}", scheme="http", allow_bucket_creation=True
    )


def wait_for(what: Callable[[], Any], seconds: float = 300) -> Any:
    """What it gives, as soon as that is something."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if found := what():
            return found
        time.sleep(0.02)
    raise TimeoutError


def processes() -> list[tuple[psutil.Process, str]]:
    """This process and all below it, each with its command line."""
    found = []
    own = psutil.Process()
    for process in (own, *own.children(recursive=True)):
        with contextlib.suppress(psutil.Error):
            found.append((process, " ".join(process.cmdline())))
    return found


def seconds() -> float:
    """The processor time of these, and of those that have ended."""
    total = 0.0
    for process, _ in processes():
        with contextlib.suppress(psutil.Error):
            times = process.cpu_times()
            total += times.user + times.system + times.children_user + times.children_system
    return total
