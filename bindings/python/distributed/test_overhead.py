"""What Ray costs over the bare function: processor time of all processes, and memory.

`VEREINBAR_OVERHEAD=1000,5000` says how many documents are compared with how many.
"""

from __future__ import annotations

import contextlib
import json
import os
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psutil
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import ray
import vereinbar.ray
from conftest import agreement, processes, seconds
from vereinbar import arrow

SMALL, LARGE = (int(part) for part in os.environ.get("VEREINBAR_OVERHEAD", "1000,5000").split(","))
BLOCK = 100
MOST = 1.4
# What there is besides the documents: Ray's processes have their own ups and downs.
ROOM = 1.25


def table(count: int, first: int) -> pa.Table:
    """Documents that no other call makes: of a second one Typst would remember much."""
    rows = [{"id": str(n), "agreement": json.dumps(agreement(n))} for n in range(first, first + count)]
    return pa.Table.from_pylist(rows)


class Peak:
    """The most memory that was seen: of a worker, of a process that makes documents, of Ray's store.

    `early` is as of the first documents, `seen` of all: a run as such has its price, a further
    document should have none.
    """

    def __init__(self, folder: Path) -> None:
        from ray._private.internal_api import get_memory_info_reply, get_state_from_address

        self.early = {"worker": 0, "maker": 0, "store": 0, "spilled": 0}
        self.seen = self.early.copy()
        self._manifest = folder / "manifest"
        self._reply: Callable[[Any], Any] = get_memory_info_reply
        self._state = get_state_from_address()
        self._is_over = threading.Event()
        self._thread = threading.Thread(target=self._watch)

    def __enter__(self) -> Peak:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._is_over.set()
        self._thread.join()
        for seen in (self.early, self.seen):
            assert all(size for name, size in seen.items() if name != "spilled"), "nothing was seen"

    def _watch(self) -> None:
        # Seldom: looking costs as much as a document or two.
        while not self._is_over.wait(2):
            stats = self._reply(self._state).store_stats
            self._note("store", stats.object_store_bytes_used)
            self._note("spilled", stats.spilled_bytes_total)
            for process, line in processes():
                name = "maker" if "vereinbar.worker" in line else "worker" if "_Write" in line else None
                if name is not None:
                    with contextlib.suppress(psutil.Error):
                        self._note(name, process.memory_info().rss)

    def _note(self, name: str, size: int) -> None:
        self.seen[name] = max(self.seen[name], size)
        if len(list(self._manifest.glob("*.parquet"))) * BLOCK <= SMALL:
            self.early[name] = self.seen[name]


def bare(first: int) -> float:
    """What a document costs without an engine and a child, in seconds."""
    arrow.render_batch(table(20, first))
    begun = time.process_time()
    arrow.render_batch(table(SMALL, first + 20))
    return (time.process_time() - begun) / SMALL


def test_the_overhead_is_bounded_and_memory_stays_level(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    least = bare(0)
    begun = seconds()
    ray.init(num_cpus=2, include_dashboard=False, object_store_memory=200 << 20, log_to_driver=False)
    ray.data.DataContext.get_current().enable_progress_bars = False
    spent = []
    try:
        for run, count in enumerate((SMALL, SMALL, LARGE)):
            folder = tmp_path / f"rows-{run}"
            folder.mkdir()
            for at in range(0, count, BLOCK):
                pq.write_table(table(BLOCK, 100_000 * (run + 1) + at), folder / f"{at}.parquet")
            # The first has Ray's own start to itself.
            before = seconds() if run else begun
            with Peak(tmp_path / str(run)) as peak:
                data = ray.data.read_parquet(str(folder), override_num_blocks=count // BLOCK)
                report = vereinbar.ray.write(data, path=str(tmp_path / str(run)), shard_rows=BLOCK)
            assert (report.done, report.failed) == (count, 0)
            spent.append(seconds() - before)
    finally:
        ray.shutdown()
    # Before and after: what else the machine does changes what its processors get done.
    least = (least + bare(50_000)) / 2
    # The slope is what a document costs.
    each = (spent[2] - spent[1]) / (LARGE - SMALL)
    small, large = peak.early, peak.seen
    with capsys.disabled():
        print(f"\n{time.strftime('%Y-%m-%d')}, {os.cpu_count()} cores, {SMALL} and {LARGE} documents")
        print(f"bare {1000 * least:.2f} ms, Ray {1000 * each:.2f} ms a document: {each / least:.2f} times")
        print(f"start of Ray and its workers {spent[0] - spent[1]:.1f} s")
        for name in small:
            print(f"{name} at most {small[name] / 2**20:.0f} and {large[name] / 2**20:.0f} MiB")
    assert each <= MOST * least
    assert large["worker"] <= ROOM * small["worker"] and large["maker"] <= ROOM * small["maker"]
    assert large["store"] <= ROOM * small["store"] + (4 << 20) and large["spilled"] == 0
