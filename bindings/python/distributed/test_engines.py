"""The other engines: a line each in docs/verteilt.md, run here with few rows."""

from __future__ import annotations

from typing import Any

import pyarrow as pa
import pytest
from conftest import rows
from vereinbar import arrow


@pytest.fixture(scope="module")
def table() -> pa.Table:
    return rows().slice(0, 60)


@pytest.fixture(scope="module")
def expected(table: pa.Table) -> dict[str, str | None]:
    made = arrow.render_batch(table)
    return dict(zip(made["id"].to_pylist(), made["sha256"].to_pylist(), strict=True))


def assert_same(found: Any, expected: dict[str, str | None]) -> None:
    made = pa.table(found)
    assert made.num_rows == len(expected)
    assert dict(zip(made["id"].to_pylist(), made["sha256"].to_pylist(), strict=True)) == expected


def test_polars(table: pa.Table, expected: dict[str, str | None]) -> None:
    import polars

    frame = polars.from_arrow(table)
    assert_same(polars.concat(polars.DataFrame(arrow.render_batch(part)) for part in frame.iter_slices(20)), expected)


def test_duckdb(table: pa.Table, expected: dict[str, str | None]) -> None:
    import duckdb

    given = table
    reader = duckdb.sql("SELECT id, agreement FROM given").to_arrow_reader(20)
    assert given is table
    assert_same(pa.Table.from_batches(arrow.RenderBatch().iterate(reader), arrow.RESULT_SCHEMA), expected)


def test_dask(table: pa.Table, expected: dict[str, str | None]) -> None:
    from dask.distributed import Client

    with Client(n_workers=2, threads_per_worker=1, dashboard_address=None) as client:
        parts = [table.slice(at, 20) for at in range(0, table.num_rows, 20)]
        # Dask takes slices of one table for the same value, and would work on one of them alone.
        made = client.map(arrow.RenderBatch(), parts, pure=False)
        assert_same(pa.concat_tables(client.gather(made)), expected)


def test_daft(table: pa.Table, expected: dict[str, str | None]) -> None:
    import daft

    def made(id: Any, agreement: Any) -> pa.Array:
        given = pa.record_batch({"id": id.to_arrow(), "agreement": agreement.to_arrow()})
        return arrow.render_batch(given).to_struct_array()

    kind = daft.DataType.from_arrow_type(pa.struct(arrow.RESULT_SCHEMA))
    function = daft.func.batch(return_dtype=kind, unnest=True, batch_size=20)(made)
    frame = daft.from_arrow(table)
    assert_same(frame.select(function(frame["id"], frame["agreement"])).to_arrow(), expected)
