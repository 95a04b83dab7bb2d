"""Spark: the same function by `mapInArrow`, also when a worker is killed."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest
import vereinbar
from conftest import BROKEN, ROWS, rows, wait_for
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
        # The first that has used a second of processor time is in the middle of a batch.
        victim = wait_for(lambda: next((one for one in workers() if busy(one)), None))
        killed.append(victim.pid)
        victim.kill()

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


def workers() -> list[psutil.Process]:
    below = psutil.Process().children(recursive=True)
    daemons = [one for one in below if any("pyspark.daemon" in part for part in one.cmdline())]
    return [child for one in daemons for child in one.children()]


def busy(process: psutil.Process) -> bool:
    try:
        return process.cpu_times().user > 1
    except psutil.Error:
        return False


def test_parts_are_evaluated_as_one(frame: Any) -> None:
    parts = frame.mapInArrow(arrow.EvaluateBatch(stichtag="2027-06-30").iterate, "state binary, added bigint")
    evaluation = arrow.merge([parts.toArrow()]).finish()
    pairs = [(one["id"], one["agreement"].encode()) for one in rows().to_pylist()]
    assert evaluation.to_json() == vereinbar.evaluate(pairs, stichtag="2027-06-30").to_json()
