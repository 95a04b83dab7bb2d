"""Columns of Arrow, as `vereinbar.arrow` reads and gives them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, Protocol, TypeAlias

import pyarrow as pa

from ..errors import OptionError


class Columnar(Protocol):
    """Anything with Arrow's C interface, such as a DataFrame of polars."""

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """The columns."""


Batch: TypeAlias = pa.RecordBatch | pa.Table | Columnar
"""A batch: a RecordBatch, a Table, or any other object with Arrow's C interface."""

BROKEN: Final = object()
"""Stands for a value that Arrow holds and Python cannot."""


def chunks(batches: Iterable[Batch], rows: int) -> Iterator[pa.RecordBatch]:
    """Batches of at most so many rows, as RecordBatches."""
    for batch in batches:
        if isinstance(batch, pa.RecordBatch):
            pieces = [batch]
        else:
            pieces = (batch if isinstance(batch, pa.Table) else pa.table(batch)).to_batches()
        for piece in pieces:
            for offset in range(0, piece.num_rows, rows):
                yield piece.slice(offset, rows)


def as_given(batch: Batch, results: list[pa.RecordBatch], schema: pa.Schema) -> pa.RecordBatch | pa.Table:
    """The results as one RecordBatch where one was given, else as a Table."""
    if not isinstance(batch, pa.RecordBatch):
        return pa.Table.from_batches(results, schema)
    if not results:
        return pa.RecordBatch.from_pylist([], schema)
    try:
        return pa.concat_batches(results)
    except pa.ArrowInvalid as error:
        raise OptionError("Das ist zu viel für einen RecordBatch; nehmen Sie eine Table, oder iterate.") from error


def column(chunk: pa.RecordBatch, name: str) -> pa.Array:
    """A column, without the wrapping of an extension type or a dictionary."""
    if chunk.schema.names.count(name) != 1:
        have = ", ".join(chunk.schema.names)
        raise OptionError(f"Die Spalte {name} fehlt, oder es gibt sie mehrfach. Die Spalten sind: {have}.")
    found = chunk.column(name)
    if isinstance(found, pa.ExtensionArray):
        found = found.storage
    return found.dictionary_decode() if pa.types.is_dictionary(found.type) else found


def texts(column: pa.Array) -> list[str | None]:
    """The values as text."""
    return [None if value is None or value is BROKEN else str(value) for value in cells(column)]


def cells(column: pa.Array) -> list[object]:
    """The values as Python has them; `BROKEN` where it has none."""
    return [_cell(scalar) for scalar in column]


def _cell(scalar: pa.Scalar) -> object:
    try:
        value: object = scalar.as_py()
    except (ValueError, OverflowError):
        return BROKEN
    return value


def contents(column: pa.Array) -> list[object]:
    """Agreements or PDFs: bytes, dicts, None."""
    kind = column.type
    if pa.types.is_large_string(kind):
        return cells(column.cast(pa.large_binary()))
    if pa.types.is_string(kind) or pa.types.is_string_view(kind):
        # What is no text is for `parse` to say.
        return cells(column.cast(pa.binary()))
    is_taken = (
        pa.types.is_binary,
        pa.types.is_large_binary,
        pa.types.is_binary_view,
        pa.types.is_fixed_size_binary,
        pa.types.is_struct,
        pa.types.is_null,
    )
    if not any(is_such(kind) for is_such in is_taken):
        raise OptionError(f"In der Spalte stehen weder JSON noch Bytes noch Strukturen, sondern {kind}.")
    return cells(column)
