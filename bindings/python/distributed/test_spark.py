"""Spark: the same function by `mapInArrow`, also when a worker is killed."""

from __future__ import annotations

import contextlib
import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest
import vereinbar
from conftest import BROKEN, ROWS, processes, rows, wait_for
from vereinbar import arrow

# Workers that Spark starts find packages by it.
os.environ["PYSPARK_PYTHON"] = sys.executable


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    from pyspark.sql import SparkSession

    # With local[2] the first failure of a task would be the end of the job.
    builder = SparkSession.builder.master("local[2,4]").config("spark.ui.enabled", "false")
    session = builder.config("spark.driver.host", "127.0.0.1").getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    yield session
    session.stop()


@pytest.fixture(scope="module")
def frame(spark: Any, tmp_path_factory: pytest.TempPathFactory) -> Any:
    import pyarrow.parquet as pq

    file = tmp_path_factory.mktemp("spark") / "rows.parquet"
    pq.write_table(rows(), file)
    return spark.read.parquet(str(file)).repartition(10)


def test_the_documents_are_those_of_batch_though_a_worker_is_killed(
    spark: Any, frame: Any, hashes: dict[str, str], tmp_path: Path
) -> None:
    killed: list[int] = []

    def kill() -> None:
        victim = wait_for(busy)
        victim.kill()
        killed.append(victim.pid)

    thread = threading.Thread(target=kill)
    thread.start()
    made = frame.mapInArrow(arrow.RenderBatch().iterate, arrow.SPARK_SCHEMA)
    made.write.parquet(str(tmp_path / "out"))
    thread.join()
    assert killed
    found = spark.read.parquet(str(tmp_path / "out")).select("id", "status", "sha256", "findings").collect()
    assert len(found) == ROWS and {one.id: one.sha256 for one in found if one.status == "done"} == hashes
    failed = [one for one in found if one.status == "failed"]
    assert len(failed) == BROKEN and all(one.findings[0].severity == "error" for one in failed)


def busy() -> psutil.Process | None:
    """A worker that has used some processor time; at the full size it is in the middle of a batch."""
    for process, line in processes():
        with contextlib.suppress(psutil.Error):
            is_worker = "pyspark.daemon" in line and "pyspark.daemon" in " ".join(process.parent().cmdline())
            if is_worker and process.cpu_times().user > min(1, ROWS / 400):
                return process
    return None


def test_parts_are_evaluated_as_one(frame: Any) -> None:
    parts = frame.mapInArrow(arrow.EvaluateBatch(stichtag="2027-06-30").iterate, "state binary, added bigint")
    evaluation = arrow.merge([parts.toArrow()]).finish()
    pairs = [(one["id"], one["agreement"].encode()) for one in rows().to_pylist()]
    assert evaluation.to_json() == vereinbar.evaluate(pairs, stichtag="2027-06-30").to_json()
