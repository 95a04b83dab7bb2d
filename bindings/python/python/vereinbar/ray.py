"""Documents and evaluations on a cluster of Ray: many machines, or one that others share.

It needs Ray: `pip install "ray[data]" pyarrow`. Most never need it: `vereinbar.batch` makes a
million forms on one machine in minutes. docs/distributed.md says when it is worth its cost,
and where personal data lie on the cluster.

    dataset = ray.data.read_parquet("agreements").repartition(200)
    report = vereinbar.ray.write(dataset, path="documents", format="zip")

Everything runs as plain tasks, with one core each. Rows that fail are in the manifest and stop
nobody; a document that kills its process has failed after two tries.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from . import _vereinbar
from ._options import keywords
from ._vereinbar import Auswertung
from .arrow import ROWS, EvaluateBatch, RenderBatch, merge
from .errors import OptionError

try:
    import pyarrow as pa
    import pyarrow.compute as pc
    import ray

    from ._engines.shards import MANIFEST_SCHEMA, Format, Place, Shard
except ImportError as error:
    raise ImportError('vereinbar.ray braucht Ray: pip install "ray[data]" pyarrow') from error

__all__ = ["MANIFEST_SCHEMA", "WriteReport", "evaluate", "manifest", "render", "with_keys", "write"]

MAX_OBJECTS: Final = 100_000
"""The most rows that `format="objects"` takes: each is a request to the store, which costs as much as the document."""


@dataclass(frozen=True, kw_only=True)
class _RenderOptions(RenderBatch):
    """The options of `render`."""

    isolated: bool = True


@keywords(_RenderOptions)
def render(dataset: Any, options: _RenderOptions) -> Any:
    """Makes the documents of a dataset, as a dataset.

    What is done with them is up to you, such as `write_parquet`; Ray joins that to the same
    tasks, so that the PDFs need not pass through its store. `write` does it with shards, a
    manifest, and resume.

    Args:
        dataset: A dataset of Ray Data. One block is one task: `repartition` it into some for
            each core, where there are fewer.
        options: As for `vereinbar.arrow.RenderBatch`; `isolated` is True here.

    Returns:
        A dataset of `vereinbar.arrow.RESULT_SCHEMA`.
    """
    return _map(dataset, _Slices(options, ROWS))


def _map(dataset: Any, function: Any, *arguments: Any) -> Any:
    """Calls the function for each block.

    With a number of rows Ray would put blocks together first: they would be read apart from
    this, pass through its store, and be others each time.
    """
    return dataset.map_batches(function, batch_size=None, batch_format="pyarrow", num_cpus=1, fn_args=arguments)


@dataclass(frozen=True)
class _Slices:
    """Calls the function for so many rows of a block at a time."""

    function: Any
    rows: int

    def __call__(self, block: Any) -> Iterator[Any]:
        for offset in range(0, max(1, block.num_rows), self.rows):
            yield self.function(block.slice(offset, self.rows))


@dataclass(frozen=True)
class _WithKeys:
    options: RenderBatch

    def __call__(self, batch: Any) -> Any:
        return batch.append_column("key", self.options.keys(batch))


@keywords(_RenderOptions)
def with_keys(dataset: Any, options: _RenderOptions) -> Any:
    """Gives the rows a column `key` with their content keys, without making documents.

    It is the id that Ray's checkpoint needs (`CheckpointConfig(id_column="key")`): with an id that
    does not follow the content, a row that was changed would be taken for done. Ray reads the
    id with the data, so write the rows with their keys first.

    Args:
        dataset: As for `render`, without such a column.
        options: As for `render`.
    """
    return _map(dataset, _WithKeys(options))


@dataclass(frozen=True)
class WriteReport:
    """What came out of `write`. The manifest has a line for each row.

    Attributes:
        rows: Rows that were read.
        done: Documents that were made now.
        unchanged: Documents that an earlier run has made, of the same content.
        failed: Rows of which there is none; the manifest says why.
        bytes: Bytes of the documents that were made now.
    """

    rows: int
    done: int
    unchanged: int
    failed: int
    bytes: int

    @property
    def is_success(self) -> bool:
        """Whether every row became a document."""
        return self.failed == 0


@dataclass(frozen=True, kw_only=True)
class _WriteOptions(_RenderOptions):
    """The options of `write`."""

    path: str
    filesystem: Any = field(default=None, repr=False)
    format: Format = "zip"
    shard_rows: int = 4_000
    resume: bool = True


@keywords(_WriteOptions)
def write(dataset: Any, options: _WriteOptions) -> WriteReport:
    """Makes the documents of a dataset and writes them to a folder or a store, with a manifest.

    Each task writes its shard, and when that is whole, a part of the manifest that names it.
    So whatever is killed, the same call goes on: what the manifest has with the same content,
    options, templates and version is passed over before anything is rendered; what was under
    way is made again under the same name. A row that was changed is made anew.

    Args:
        dataset: As for `render`. A shard is at most one block: where blocks are smaller,
            `repartition(target_num_rows_per_block=shard_rows, strict=True)` puts them together.
        path: The folder, or an address such as "s3://bucket/folder".
        filesystem: A filesystem of `pyarrow.fs` for the path, with credentials of its own.
        format: "zip" (a shard is an archive of PDFs), "parquet" (a shard has their bytes as a
            column), or "objects": a file for each document, for at most 100,000 rows.
        shard_rows: How many rows a shard has at most; 4,000 documents are some 256 MB.
        resume: Pass over what the manifest has. Without it everything is made again.
        options: The others are those of `render`.

    Returns:
        The counts. `manifest` gives the line of each row.

    Raises:
        OptionError: If an option has a value that does not exist, or rows are too many for
            objects.
    """
    if options.shard_rows < 1:
        raise OptionError("Für shard_rows ist eine ganze Zahl ab 1 möglich.")
    place = Place.of(options.path, options.filesystem)
    if options.format == "objects" and dataset.count() > MAX_OBJECTS:
        raise OptionError(f"Einzelne Dateien gibt es bis {MAX_OBJECTS} Zeilen; nehmen Sie zip oder parquet.")
    # Options that do not exist are said here, and not by each task.
    _vereinbar.context(options)
    earlier = place.manifest(("id", "key", "status", "run"))
    place.tidy()
    run = (pc.max(earlier["run"]).as_py() or 0) + 1
    is_done = pc.equal(earlier["status"], "done")
    known = earlier.filter(is_done) if options.resume else earlier.slice(0, 0)
    done = ray.put(_pairs(known["key"], known["id"]))
    tasks = _map(dataset, _Write(options, place, run), done)
    total = dict.fromkeys(_COUNTS.names, 0)
    for batch in tasks.iter_batches(batch_size=None, batch_format="pyarrow"):
        for name in total:
            total[name] += pc.sum(batch[name]).as_py() or 0
    return WriteReport(**total)


_COUNTS: Final = pa.schema([(name, pa.int64()) for name in ("rows", "done", "unchanged", "failed", "bytes")])


def _pairs(keys: Any, names: Any) -> Any:
    """What tells whether a row is done: its content, and that it is this row."""
    return pc.binary_join_element_wise(pc.fill_null(keys, ""), pc.fill_null(names, ""), " ")


@dataclass(frozen=True)
class _Write:
    """What a task does: its shard, and the part of the manifest that names it."""

    options: _WriteOptions
    place: Place
    run: int

    def __call__(self, block: Any, done: Any) -> Iterator[Any]:
        known = _one(ray.get(done) if isinstance(done, ray.ObjectRef) else done)
        for offset in range(0, block.num_rows, self.options.shard_rows):
            yield self._shard(block.slice(offset, self.options.shard_rows), known)

    def _shard(self, batch: Any, known: Any) -> Any:
        options = self.options
        context = _vereinbar.context(options)
        rows = [row for piece in batch.to_batches() for row in options._rows(piece)]
        keys = [_vereinbar.keys_in(row.vereinbarung, context)[1] if row.vereinbarung else None for row in rows]
        pairs = _pairs(pa.array(keys, pa.string()), pa.array([row.name for row in rows], pa.string()))
        is_done = pc.is_in(pairs, value_set=known).to_pylist()
        left = [index for index, is_known in enumerate(is_done) if not is_known]
        counts = {"rows": len(rows), "unchanged": len(rows) - len(left), "done": 0, "failed": 0, "bytes": 0}
        if left:
            options._begin()
            # Not of the run: one that was killed leaves nothing but what the next writes over.
            digest = hashlib.sha256("\n".join([options.format, *(pairs[index].as_py() for index in left)]).encode())
            with Shard(self.place, options.format, digest.hexdigest()) as shard:
                for index in left:
                    result = options._result(rows[index], context)
                    counts[str(result["status"])] += 1
                    counts["bytes"] += int(str(result.get("bytes") or 0))
                    shard.add({**result, "run": self.run})
        return pa.Table.from_pylist([counts], _COUNTS)


def _one(array: Any) -> Any:
    return array.combine_chunks() if isinstance(array, pa.ChunkedArray) else array


def manifest(path: str, *, filesystem: Any = None) -> Any:
    """Gives the manifest of a folder that `write` has written: of each row its last line.

    Args:
        path: As for `write`.
        filesystem: As for `write`.

    Returns:
        A Table of `MANIFEST_SCHEMA`: `vereinbar.arrow.RESULT_SCHEMA` without the PDF, and `shard`,
        the file below the folder that holds the document (in an archive under the name in
        `file`), and `run`, the number of the run that made it.
    """
    return Place.of(path, filesystem).manifest()


@keywords(EvaluateBatch)
def evaluate(dataset: Any, options: EvaluateBatch) -> Auswertung:
    """Evaluates the agreements of a dataset together.

    Each task counts its rows; what they have counted is put together where this is called, which
    needs some kilobytes of memory for each agreement.

    Args:
        dataset: A dataset with the agreements (JSON, structs, or PDFs) in a column.
        options: As for `vereinbar.arrow.EvaluateBatch`.

    Returns:
        The evaluation: the one that `vereinbar.evaluate` gives for all rows, in any order.

    Raises:
        OptionError: If an option has a value that does not exist, or there are no rows.
    """
    parts = _map(dataset, _Slices(options, 4_000))
    return merge(parts.iter_batches(batch_size=None, batch_format="pyarrow")).finish()
