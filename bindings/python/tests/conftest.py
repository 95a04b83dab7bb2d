"""What the tests share: the repository's fixtures, the hashes of the documents, and the command."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import threading
import time
import typing
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import jsonpatch
import pytest
from vereinbar import types

ROOT = Path(__file__).resolve().parents[3]
FIXTURES = ROOT / "tests" / "fixtures"
ART: Final = "qualitaetsentwicklungsvereinbarung"
LEQ = "leq_vereinbarung"
KINDS: tuple[str, ...] = typing.get_args(types.Art)


def example_of(art: str) -> Path:
    """The filled example beside the template of a kind."""
    return ROOT / "templates" / art / "daten.json"


EXAMPLE = example_of(ART)
LEQ_EXAMPLE = example_of(LEQ)
VALID = {art: sorted((FIXTURES / art / "valid").glob("*.json")) for art in KINDS}
INVALID = sorted(
    file
    for art in KINDS
    for file in (FIXTURES / art / "invalid").glob("*.json")
    if not file.name.endswith(".findings.json")
)
# A folder of agreements of both kinds to evaluate; of one there is an older version.
EVALUATED = FIXTURES / "auswertung"
# The table of the documents' hashes; `make update` has Rust write it.
HASHES = {
    name: digest
    for digest, name in (line.split("  ") for line in (ROOT / "tests/references/sha256.txt").read_text().splitlines())
}
assert all(VALID.values()) and INVALID and EVALUATED.is_dir() and HASHES, "no fixtures"


def agreement(file: Path) -> bytes:
    """The agreement of a fixture: its text, or another fixture with a JSON Patch (RFC 6902)."""
    content = file.read_bytes()
    try:
        data = json.loads(content)
    except ValueError:
        return content
    if not isinstance(data, dict) or "fixture" not in data:
        return content
    kind = file.parents[1]
    base = example_of(kind.name) if data["fixture"] == "beispiel" else kind / f"{data['fixture']}.json"
    patched = jsonpatch.apply_patch(json.loads(agreement(base)), data.get("patch", []))
    return json.dumps(patched, ensure_ascii=False, indent=2).encode()


@pytest.fixture
def example() -> dict[str, Any]:
    """The filled example, as a dict of its own."""
    data: dict[str, Any] = json.loads(EXAMPLE.read_text(encoding="utf-8"))
    return data


@pytest.fixture(scope="session")
def command() -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Runs the command `vereinbar` that was built from the same sources."""
    default = ROOT / "target" / "release" / "vereinbar"
    path = Path(os.environ.get("VEREINBAR_COMMAND", default))
    assert path.exists(), f"{path} is missing: cargo build --release -p vereinbar-cli"

    def run(*arguments: str | Path, code: int = 0) -> subprocess.CompletedProcess[bytes]:
        result = subprocess.run([path, *arguments], capture_output=True, check=False, timeout=120)
        assert result.returncode == code, result.stderr.decode()
        return result

    return run


# The script of a test starts with this. Ctrl-C interrupts it, which a child of a shell's background job would
# ignore as its parent does; and should everybody forget it, it ends after ten minutes, or when it takes 8 GiB.
_ALONE = """
import sys
if sys.platform != "win32":
    import resource, signal
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.alarm(600)
    resource.setrlimit(resource.RLIMIT_AS, (8 << 30, 8 << 30))
"""


@contextlib.contextmanager
def running(script: str, *arguments: str | Path) -> Iterator[subprocess.Popen[str]]:
    """Runs a Python script in a process of its own, which does not outlive the block."""
    command = [sys.executable, "-c", _ALONE + script, *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            # Popen waits for it when the block ends.
            process.kill()


# What the rows of a batch share. Short, so that a test takes a moment.
BASE = {
    "art": ART,
    "stand": "2026-12-01",
    "jugendamt": {"name": "Landkreis Musterland"},
    "vereinbarungszeitraum": {"von": "2027-01-01", "bis": "2028-12-31"},
    "ziele": [{"ziel": "Kinder bringen ihre Sicht ein."}],
}


def pdfs(folder: Path) -> dict[str, bytes]:
    """The PDFs of a folder, by name."""
    return {file.name: file.read_bytes() for file in folder.glob("*.pdf")}


def manifest(folder: Path) -> list[dict[str, Any]]:
    """The lines of a batch's manifest, without the time that each document took."""
    lines: list[dict[str, Any]] = [
        json.loads(line) for line in (folder / "batch.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    for line in lines:
        line.pop("ms", None)
    return lines


@contextlib.contextmanager
def interpreter_goes_on() -> Iterator[None]:
    """Fails if another thread gets no turn meanwhile."""
    ticks = 0
    done = threading.Event()

    def tick() -> None:
        nonlocal ticks
        while not done.is_set():
            ticks += 1
            time.sleep(0.002)

    ticker = threading.Thread(target=tick)
    ticker.start()
    began = time.perf_counter()
    try:
        yield
    finally:
        took = time.perf_counter() - began
        done.set()
        ticker.join()
    # A held lock would let none or one through; this is a twentieth of what there was time for.
    assert ticks > 2 + took / 0.002 / 20, (ticks, took)


def numbered(number: int) -> dict[str, Any]:
    """An agreement that no other number gives."""
    return {
        "art": ART,
        "aktenzeichen": f"51.2-{number:05d}",
        "stand": "2026-12-01",
        "jugendamt": {"name": "Landkreis Musterland"},
        "traeger": {"name": f"Träger Nummer {number}"},
        "vereinbarungszeitraum": {"von": "2027-01-01", "bis": "2028-12-31"},
        "ziele": [{"ziel": f"Das Ziel mit der Nummer {number} wird erreicht."}],
    }


LINUX = pytest.mark.skipif(sys.platform != "linux", reason="looks for processes as Linux has them")


def children(process: int) -> list[int]:
    """The processes that a process has started and that run."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            state, parent = stat.read_text().rpartition(")")[2].split()[:2]
            if int(parent) == process and state != "Z":
                found.append(int(stat.parent.name))
    return found


def until(is_so: Callable[[], Any]) -> Any:
    """What it gives, once that is something."""
    end = time.monotonic() + 60
    while not (found := is_so()):
        assert time.monotonic() < end
        time.sleep(0.02)
    return found
