"""What Ray costs over the bare function: processor time of all processes, and memory."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

import psutil
import pyarrow as pa
import ray
import vereinbar.ray
from conftest import agreement
from vereinbar import arrow

SMALL, LARGE = (int(part) for part in os.environ.get("VEREINBAR_OVERHEAD", "1000,5000").split(","))
MOST = 1.4


def table(count: int, first: int = 0) -> pa.Table:
    rows = [{"id": str(n), "agreement": json.dumps(agreement(n))} for n in range(first, first + count)]
    return pa.Table.from_pylist(rows)


def family() -> list[psutil.Process]:
    own = psutil.Process()
    return [own, *own.children(recursive=True)]


def seconds() -> float:
    total = 0.0
    for process in family():
        try:
            times = process.cpu_times()
        except psutil.Error:
            continue
        total += times.user + times.system
    return total


def workers() -> int:
    """Resident memory of the largest process that makes documents, in bytes."""
    sizes = [0]
    for process in family()[1:]:
        try:
            if "_engines.isolated" in " ".join(process.cmdline()) or "ray::" in process.cmdline()[0]:
                sizes.append(process.memory_info().rss)
        except (psutil.Error, IndexError):
            continue
    return max(sizes)


def test_the_overhead_is_bounded_and_memory_stays_level(tmp_path: Path) -> None:
    arrow.render_batch(table(20))
    begun = time.process_time()
    arrow.render_batch(table(SMALL))
    bare = (time.process_time() - begun) / SMALL

    ray.init(num_cpus=2, include_dashboard=False, object_store_memory=200 << 20, log_to_driver=False)
    ray.data.DataContext.get_current().enable_progress_bars = False
    try:
        spent, sizes = [], []
        for count in (SMALL, SMALL, LARGE):
            data = ray.data.from_arrow(table(count, 10_000 * len(spent))).repartition(count // 100)
            before = seconds()
            report = vereinbar.ray.write(data, path=str(tmp_path / str(len(spent))), shard_rows=100)
            assert report.done == count
            spent.append(seconds() - before)
            sizes.append(workers())
    finally:
        ray.shutdown()
    # The first run starts the workers; the slope is what a document costs.
    each = (spent[2] - spent[1]) / (LARGE - SMALL)
    print(
        f"\nbare {1000 * bare:.1f} ms, Ray {1000 * each:.1f} ms a document ({each / bare:.2f}); start "
        f"{spent[0] - spent[1]:.0f} s; memory {sizes[1] >> 20} MiB, {sizes[2] >> 20} MiB"
    )
    assert each <= MOST * bare
    assert sizes[2] <= 1.25 * sizes[1]
