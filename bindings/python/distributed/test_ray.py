"""Ray Data: the documents of `batch`, whatever is killed, and none of them twice."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import ray
import vereinbar.ray
from conftest import BROKEN, ROWS, agreement, row, rows, wait_for

# So that several tasks are under way when one of them is killed.
SHARD = max(10, ROWS // 20)
HERE = Path(__file__).resolve().parent

KILLER = """
import sys
if sys.argv == ["-c"]:
    import os, signal
    from vereinbar import arrow
    native = arrow._vereinbar.render
    def render(vereinbarung, options):
        if vereinbarung.to_dict().get("aktenzeichen") == "tödlich":
            open(os.path.join(os.path.dirname(__file__), f"tried-{os.getpid()}"), "w").close()
            os.kill(os.getpid(), signal.SIGKILL)
        return native(vereinbarung, options)
    class Native:
        def __getattr__(self, name):
            return render if name == "render" else getattr(_native, name)
    _native = arrow._vereinbar
    arrow._vereinbar = Native()
"""


@pytest.fixture(scope="module")
def killer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of modules in which a certain agreement kills the process that renders it."""
    folder = tmp_path_factory.mktemp("killer")
    (folder / "sitecustomize.py").write_text(KILLER, encoding="utf-8")
    return folder


@pytest.fixture(scope="module", autouse=True)
def cluster(killer: Path) -> Iterator[None]:
    ray.init(
        num_cpus=2,
        include_dashboard=False,
        object_store_memory=200 << 20,
        log_to_driver=False,
        runtime_env={"env_vars": {"PYTHONPATH": f"{killer}{os.pathsep}{HERE}"}},
    )
    context = ray.data.DataContext.get_current()
    context.enable_progress_bars = False
    yield
    ray.shutdown()


def dataset(table: pa.Table | None = None) -> Any:
    table = rows() if table is None else table
    return ray.data.from_arrow(table).repartition(max(1, table.num_rows // SHARD))


def done(folder: Path) -> dict[str, dict[str, Any]]:
    """The lines of the manifest by id: each once."""
    lines = vereinbar.ray.manifest(str(folder)).to_pylist()
    found = {line["id"]: line for line in lines if line["status"] == "done"}
    assert len(lines) == len({line["id"] for line in lines})
    return found


def assert_whole(folder: Path, hashes: dict[str, str]) -> None:
    """Every document is there once, in the shard that its line names, with the bytes of `batch`."""
    lines = done(folder)
    assert {name: line["sha256"] for name, line in lines.items()} == hashes
    shards = {line["shard"] for line in lines.values()}
    assert shards == {f"shards/{file.name}" for file in (folder / "shards").iterdir()}
    names = [name for shard in shards for name in zipfile.ZipFile(folder / shard).namelist()]
    assert sorted(names) == sorted(line["file"] for line in lines.values())
    some = next(iter(lines.values()))
    pdf = zipfile.ZipFile(folder / some["shard"]).read(some["file"])
    assert vereinbar.extract(pdf).to_dict()["aktenzeichen"] == f"51-{some['id']}"


def write(folder: Path, table: pa.Table | None = None, **options: Any) -> vereinbar.ray.WriteReport:
    return vereinbar.ray.write(dataset(table), path=str(folder), shard_rows=SHARD, **options)


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ray")
    report = write(folder)
    assert (report.rows, report.done, report.failed) == (ROWS, ROWS - BROKEN, BROKEN)
    return folder


def test_the_documents_are_those_of_batch_and_a_second_run_makes_none(written: Path, hashes: dict[str, str]) -> None:
    assert_whole(written, hashes)
    failed = [line for line in vereinbar.ray.manifest(str(written)).to_pylist() if line["status"] == "failed"]
    assert len(failed) == BROKEN and all(line["reason"] and line["findings"] for line in failed)
    before = {file: file.stat().st_mtime_ns for file in (written / "shards").iterdir()}
    report = write(written)
    assert (report.done, report.unchanged, report.failed) == (0, ROWS - BROKEN, BROKEN)
    assert before == {file: file.stat().st_mtime_ns for file in (written / "shards").iterdir()}


def test_a_row_that_was_changed_is_made_anew_and_no_other(written: Path, hashes: dict[str, str]) -> None:
    changed = rows().to_pylist()
    changed[1]["agreement"] = json.dumps({**agreement(1), "stand": "2027-02-03"})
    for table, expected in ((pa.Table.from_pylist(changed), None), (rows(), hashes["1"])):
        report = write(written, table)
        assert (report.done, report.unchanged) == (1, ROWS - BROKEN - 1)
        line = done(written)["1"]
        assert expected is None or line["sha256"] == expected
        assert line["sha256"] == vereinbar.render(json.loads(table["agreement"][1].as_py())).sha256


def test_a_worker_that_is_killed_in_the_middle_is_replaced(tmp_path: Path, hashes: dict[str, str]) -> None:
    killed: list[int] = []

    def kill() -> None:
        wait_for(lambda: list((tmp_path / "manifest").glob("*.parquet")))
        (victim, *_) = wait_for(working)
        killed.append(victim.pid)
        victim.kill()

    thread = threading.Thread(target=kill)
    thread.start()
    report = write(tmp_path)
    thread.join()
    assert killed and (report.done, report.failed) == (ROWS - BROKEN, BROKEN)
    assert_whole(tmp_path, hashes)


def working() -> list[psutil.Process]:
    """The workers of Ray that are in a task of ours."""
    raylets = [one for one in psutil.Process().children(recursive=True) if "ray::" in " ".join(cmdline(one))]
    return [one for one in raylets if "_Write" in " ".join(cmdline(one))]


def cmdline(process: psutil.Process) -> list[str]:
    try:
        return process.cmdline()
    except psutil.Error:
        return []


DRIVER = """
import sys
import ray, vereinbar.ray
import conftest
if __name__ == "__main__":
    ray.init(num_cpus=2, include_dashboard=False, object_store_memory=200 << 20, log_to_driver=False)
    ray.data.DataContext.get_current().enable_progress_bars = False
    data = ray.data.from_arrow(conftest.rows()).repartition(conftest.ROWS // int(sys.argv[2]))
    vereinbar.ray.write(data, path=sys.argv[1], shard_rows=int(sys.argv[2]))
"""


def test_a_driver_that_is_killed_goes_on_where_it_was(tmp_path: Path, hashes: dict[str, str]) -> None:
    script = tmp_path / "driver.py"
    script.write_text(DRIVER, encoding="utf-8")
    folder = tmp_path / "out"
    environment = {**os.environ, "PYTHONPATH": str(HERE), "RAY_ADDRESS": "local"}
    driver = subprocess.Popen([sys.executable, script, str(folder), str(SHARD)], env=environment)
    family = psutil.Process(driver.pid)
    wait_for(lambda: driver.poll() is not None or len(list((folder / "manifest").glob("*.parquet"))) >= 2)
    assert driver.poll() is None, "it ended before it could be killed"
    # Ray's own processes would end by themselves, some seconds later.
    for process in [family, *family.children(recursive=True)]:
        process.send_signal(signal.SIGKILL)
    driver.wait()
    made = {name: line["shard"] for name, line in done(folder).items()}
    assert 0 < len(made) < ROWS - BROKEN
    before = {shard: (folder / shard).stat().st_mtime_ns for shard in set(made.values())}
    report = write(folder)
    assert (report.unchanged, report.done) == (len(made), ROWS - BROKEN - len(made))
    # Nothing was made twice.
    assert before == {shard: (folder / shard).stat().st_mtime_ns for shard in before}
    assert_whole(folder, hashes)


def test_a_document_that_kills_its_process_fails_after_two_tries(tmp_path: Path, killer: Path) -> None:
    table = rows(40).to_pylist()
    table[5]["agreement"] = json.dumps({**agreement(5), "aktenzeichen": "tödlich"})
    report = vereinbar.ray.write(
        ray.data.from_arrow(pa.Table.from_pylist(table)).repartition(2), path=str(tmp_path), shard_rows=20
    )
    assert (report.done, report.failed) == (29, 11)
    (line,) = [one for one in vereinbar.ray.manifest(str(tmp_path)).to_pylist() if one["id"] == "5"]
    assert line["status"] == "failed" and "zweimal gestorben" in line["reason"]
    assert len(list(killer.glob("tried-*"))) == 2


@pytest.mark.parametrize("form", ["zip", "parquet", "objects"])
def test_every_format_goes_to_a_folder_and_to_s3(form: Any, tmp_path: Path, s3: Any, hashes: dict[str, str]) -> None:
    table = rows().slice(0, 60)
    expected = {name: digest for name, digest in hashes.items() if int(name) < 60}
    for path, filesystem in ((str(tmp_path), None), (f"vereinbar/{form}", s3)):
        options = {"path": path, "filesystem": filesystem, "format": form, "shard_rows": 30}
        first = vereinbar.ray.write(ray.data.from_arrow(table).repartition(2), **options)
        again = vereinbar.ray.write(ray.data.from_arrow(table).repartition(2), **options)
        assert (first.done, again.done, again.unchanged) == (len(expected), 0, len(expected))
        lines = vereinbar.ray.manifest(path, filesystem=filesystem).to_pylist()
        assert {line["id"]: line["sha256"] for line in lines if line["status"] == "done"} == expected
        line = lines[[one["id"] for one in lines].index("0")]
        place = vereinbar.ray.Place.of(path, filesystem)
        with place.filesystem.open_input_file(f"{place.root}/{line['shard']}") as file:
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
        for run, expected in ((1, 20), (2, 1)):
            table = pa.Table.from_pylist([row(number, 1000) for number in range(20)])
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
            read = ray.data.read_parquet(str(keyed)).filter(expr="id != '3'")
            vereinbar.ray.render(read).write_parquet(str(out))
            context.checkpoint_config = None
            assert pq.read_table(out).num_rows == expected - (run == 1)
    finally:
        context.checkpoint_config = None
