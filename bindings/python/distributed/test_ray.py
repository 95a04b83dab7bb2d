"""Ray Data: the documents of `batch`, whatever is killed, and none of them twice."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import signal
import subprocess
import sys
import threading
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import ray
import vereinbar.ray
from conftest import BROKEN, ROWS, agreement, processes, row, rows, wait_for
from pyarrow import fs
from spoilt import ENDLESS, spoilt

# So that several tasks are under way when one of them is killed.
SHARD = max(10, ROWS // 20)
HERE = Path(__file__).resolve().parent


@pytest.fixture(scope="module", autouse=True)
def cluster() -> Iterator[None]:
    ray.init(num_cpus=2, include_dashboard=False, object_store_memory=200 << 20, log_to_driver=False)
    context = ray.data.DataContext.get_current()
    context.enable_progress_bars = False
    yield
    ray.shutdown()


def dataset(table: pa.Table | None = None) -> Any:
    table = rows() if table is None else table
    return ray.data.from_arrow(table).repartition(max(1, table.num_rows // SHARD))


@dataclass(frozen=True)
class Folder:
    """A folder that was written, on a disk or in a store."""

    path: str
    filesystem: Any = None

    def lines(self) -> list[dict[str, Any]]:
        """The lines of the manifest: each row once."""
        lines: list[dict[str, Any]] = vereinbar.ray.manifest(self.path, filesystem=self.filesystem).to_pylist()
        assert len(lines) == len({line["id"] for line in lines})
        return lines

    def done(self) -> dict[str, dict[str, Any]]:
        """Those of documents, by id."""
        return {line["id"]: line for line in self.lines() if line["status"] == "done"}

    def files(self, name: str = "shards") -> dict[str, Any]:
        """The files of a folder in it, with what changes when one is written."""
        place = vereinbar.ray.Place.of(self.path, self.filesystem)
        selector = fs.FileSelector(f"{place.root}/{name}", allow_not_found=True)
        found = place.filesystem.get_file_info(selector)
        return {info.path.removeprefix(f"{place.root}/"): info.mtime_ns for info in found}

    def open(self, name: str) -> Any:
        place = vereinbar.ray.Place.of(self.path, self.filesystem)
        return place.filesystem.open_input_file(f"{place.root}/{name}")

    def assert_whole(self, hashes: dict[str, str]) -> None:
        """Every document is there once, in the shard that its line names, with the bytes of `batch`."""
        lines = self.done()
        assert {name: line["sha256"] for name, line in lines.items()} == hashes
        shards = {line["shard"] for line in lines.values()}
        assert shards == set(self.files())
        held: dict[str, str] = {}
        for shard in shards:
            with self.open(shard) as file, zipfile.ZipFile(file) as archive:
                for name in archive.namelist():
                    assert name not in held
                    held[name] = hashlib.sha256(archive.read(name)).hexdigest()
        assert held == {line["file"]: line["sha256"] for line in lines.values()}

    def write(self, table: pa.Table | None = None, **options: Any) -> vereinbar.ray.WriteReport:
        return vereinbar.ray.write(
            dataset(table), path=self.path, filesystem=self.filesystem, shard_rows=SHARD, **options
        )


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    folder = Folder(str(tmp_path_factory.mktemp("ray")))
    report = folder.write()
    assert (report.rows, report.done, report.failed) == (ROWS, ROWS - BROKEN, BROKEN)
    return folder


def test_the_documents_are_those_of_batch_and_a_second_run_makes_none(written: Folder, hashes: dict[str, str]) -> None:
    written.assert_whole(hashes)
    failed = [line for line in written.lines() if line["status"] == "failed"]
    assert len(failed) == BROKEN and all(line["reason"] and line["findings"] for line in failed)
    before = written.files()
    report = written.write()
    assert (report.done, report.unchanged, report.failed) == (0, ROWS - BROKEN, BROKEN)
    assert before == written.files()


def test_a_row_that_was_changed_is_made_anew_and_no_other(written: Folder, hashes: dict[str, str]) -> None:
    changed = rows().to_pylist()
    changed[1]["agreement"] = json.dumps({**agreement(1), "stand": "2027-02-03"})
    for table, expected in ((pa.Table.from_pylist(changed), None), (rows(), hashes["1"])):
        report = written.write(table)
        assert (report.done, report.unchanged) == (1, ROWS - BROKEN - 1)
        line = written.done()["1"]
        assert expected is None or line["sha256"] == expected
        assert line["sha256"] == vereinbar.render(json.loads(table["agreement"][1].as_py())).sha256


def test_a_worker_that_is_killed_in_the_middle_is_replaced(tmp_path: Path, hashes: dict[str, str]) -> None:
    killed: list[int] = []
    folder = Folder(str(tmp_path))

    def kill() -> None:
        wait_for(lambda: folder.files("manifest"))
        (victim, *_) = wait_for(working)
        killed.append(victim.pid)
        victim.kill()

    thread = threading.Thread(target=kill)
    thread.start()
    report = folder.write()
    thread.join()
    assert killed and (report.done, report.failed) == (ROWS - BROKEN, BROKEN)
    folder.assert_whole(hashes)


def working() -> list[psutil.Process]:
    """The workers of Ray that are in a task of ours."""
    return [process for process, line in processes() if "ray::" in line and "_Write" in line]


DRIVER = """
import sys
import ray, vereinbar.ray
import conftest
if __name__ == "__main__":
    path, port, shard = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    ray.init(num_cpus=2, include_dashboard=False, object_store_memory=200 << 20, log_to_driver=False)
    ray.data.DataContext.get_current().enable_progress_bars = False
    data = ray.data.from_arrow(conftest.rows()).repartition(conftest.ROWS // shard)
    store = conftest.s3_store(port) if port else None
    vereinbar.ray.write(data, path=path, filesystem=store, shard_rows=shard)
"""


@pytest.mark.parametrize("where", ["disk", "s3"])
def test_a_driver_that_is_killed_goes_on_where_it_was(
    where: str, tmp_path: Path, s3: Any, s3_port: int, hashes: dict[str, str]
) -> None:
    script = tmp_path / "driver.py"
    script.write_text(DRIVER, encoding="utf-8")
    folder = Folder("vereinbar/killed", s3) if where == "s3" else Folder(str(tmp_path / "out"))
    environment = {**os.environ, "PYTHONPATH": str(HERE), "RAY_ADDRESS": "local"}
    arguments = [folder.path, str(s3_port if where == "s3" else 0), str(SHARD)]
    driver = subprocess.Popen([sys.executable, script, *arguments], env=environment)
    family = psutil.Process(driver.pid)
    wait_for(lambda: driver.poll() is not None or len(folder.files("manifest")) >= 2)
    assert driver.poll() is None, "it ended before it could be killed"
    # Ray's own processes would end by themselves, some seconds later.
    for process in [family, *family.children(recursive=True)]:
        with contextlib.suppress(psutil.Error):
            process.send_signal(signal.SIGKILL)
    driver.wait()
    made = {name: line["shard"] for name, line in folder.done().items()}
    assert 0 < len(made) < ROWS - BROKEN
    before = {shard: changed for shard, changed in folder.files().items() if shard in made.values()}
    report = folder.write()
    assert (report.unchanged, report.done) == (len(made), ROWS - BROKEN - len(made))
    # Nothing was made twice.
    assert before == {shard: changed for shard, changed in folder.files().items() if shard in before}
    folder.assert_whole(hashes)


def endless(folder: Path) -> tuple[Any, dict[str, Any]]:
    """Forty rows, and options with which the document of one of them comes to no end."""
    table = rows(40).to_pylist()
    table[5]["agreement"] = json.dumps({**agreement(5), "traeger": {"name": "T1"}})
    data = ray.data.from_arrow(pa.Table.from_pylist(table)).repartition(2)
    options = {"path": str(folder / "out"), "shard_rows": 20, "templates": spoilt(folder / "eigene", ENDLESS)}
    return data, options


def assert_failed_alone(folder: Path, report: vereinbar.ray.WriteReport, reason: str) -> None:
    assert (report.done, report.failed) == (29, 11)
    (line,) = [one for one in Folder(str(folder / "out")).lines() if one["id"] == "5"]
    assert line["status"] == "failed" and reason in line["reason"]


def test_a_document_that_does_not_end_fails_within_its_time(tmp_path: Path) -> None:
    data, options = endless(tmp_path)
    report = vereinbar.ray.write(data, **options, time_limit=8)
    assert_failed_alone(tmp_path, report, "länger als 8 s")


def test_a_document_that_kills_its_process_fails_after_two_tries(tmp_path: Path) -> None:
    data, options = endless(tmp_path)
    killed: set[int] = set()
    is_over = threading.Event()

    def kill() -> None:
        while not is_over.wait(0.1):
            for process, line in processes():
                with contextlib.suppress(psutil.Error):
                    # It has never so much to do with forty documents.
                    if "vereinbar.worker" in line and process.cpu_times().user > 5:
                        process.kill()
                        killed.add(process.pid)

    thread = threading.Thread(target=kill)
    thread.start()
    try:
        report = vereinbar.ray.write(data, **options, time_limit=600)
    finally:
        is_over.set()
        thread.join()
    assert len(killed) == 2
    assert_failed_alone(tmp_path, report, "zweimal abgestürzt")


@pytest.mark.parametrize("form", ["zip", "parquet", "objects"])
def test_every_format_goes_to_a_folder_and_to_s3(form: Any, tmp_path: Path, s3: Any, hashes: dict[str, str]) -> None:
    table = rows().slice(0, 60)
    expected = {name: digest for name, digest in hashes.items() if int(name) < 60}
    for path, filesystem in ((str(tmp_path), None), (f"vereinbar/{form}", s3)):
        options = {"path": path, "filesystem": filesystem, "format": form, "shard_rows": 30}
        first = vereinbar.ray.write(ray.data.from_arrow(table).repartition(2), **options)
        again = vereinbar.ray.write(ray.data.from_arrow(table).repartition(2), **options)
        assert (first.done, again.done, again.unchanged) == (len(expected), 0, len(expected))
        folder = Folder(path, filesystem)
        assert {name: line["sha256"] for name, line in folder.done().items()} == expected
        line = folder.done()["0"]
        with folder.open(line["shard"]) as file:
            if form == "zip":
                pdf = zipfile.ZipFile(file).read(line["file"])
            elif form == "parquet":
                found = pq.read_table(file).to_pylist()
                (pdf,) = [one["pdf"] for one in found if one["id"] == "0"]
            else:
                pdf = file.read()
        assert pdf == vereinbar.render(agreement(0))


def test_parts_are_evaluated_as_one(tmp_path: Path) -> None:
    table = rows()
    expected = vereinbar.evaluate(
        [(one["id"], one["agreement"].encode()) for one in table.to_pylist()], stichtag="2027-06-30"
    )
    assert vereinbar.ray.evaluate(dataset(table), stichtag="2027-06-30").to_json() == expected.to_json()


def test_a_checkpoint_of_ray_goes_by_the_content(tmp_path: Path) -> None:
    from ray.data.checkpoint import CheckpointConfig

    context = ray.data.DataContext.get_current()
    try:
        for run, expected in ((1, 19), (2, 1)):
            table = pa.Table.from_pylist([row(number, 1000) for number in range(20) if number != 3])
            if run == 2:
                changed = table.to_pylist()
                changed[0]["agreement"] = json.dumps({**agreement(0), "stand": "2027-02-03"})
                table = pa.Table.from_pylist(changed)
            keyed = tmp_path / f"keyed-{run}"
            vereinbar.ray.with_keys(ray.data.from_arrow(table)).write_parquet(str(keyed))
            context.checkpoint_config = CheckpointConfig(
                "key", str(tmp_path / "checkpoint"), delete_checkpoint_on_success=False
            )
            out = tmp_path / f"out-{run}"
            vereinbar.ray.render(ray.data.read_parquet(str(keyed))).write_parquet(str(out))
            context.checkpoint_config = None
            assert pq.read_table(out).num_rows == expected
    finally:
        context.checkpoint_config = None
