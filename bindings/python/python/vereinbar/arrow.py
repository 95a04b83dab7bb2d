"""Agreements and documents as columns of Arrow: the function that engines run.

It needs pyarrow: `pip install pyarrow`. A batch goes in, a batch comes out, with a
row for each row in the same order. What is wrong with a row is data (`status`, `reason`,
`findings`), never an exception; what is wrong with the call, such as an option or a heading
that does not exist, is one, before anything is made.

Whatever knows Arrow's C interface goes in (RecordBatch, Table, a DataFrame of polars, a relation
of DuckDB), without a copy of its columns; the result is a RecordBatch or Table, which these
take in the same way. docs/distributed.md shows the same function on Ray Data, Spark and others.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple, TypeAlias

from . import _files, _vereinbar, types
from ._engines.isolated import isolated
from ._options import CountOptions, LimitOptions, RenderOptions, keywords
from ._vereinbar import Evaluator, Vereinbarung
from .errors import OptionError, ParseError, TemplateWarning, ValidationError, VereinbarError
from .findings import Finding
from .options import Columns, Input

try:
    import pyarrow as pa

    from ._engines.columns import BROKEN, Batch, Columnar, as_given, cells, chunks, column, contents, texts
except ImportError as error:
    raise ImportError("vereinbar.arrow braucht pyarrow: pip install pyarrow") from error

__all__ = [
    "AGREEMENT_SCHEMA",
    "RESULT_SCHEMA",
    "ROWS",
    "SPARK_SCHEMA",
    "STATE_SCHEMA",
    "Batch",
    "Columnar",
    "EvaluateBatch",
    "RenderBatch",
    "evaluate_batch",
    "extract_batch",
    "keys",
    "merge",
    "render_batch",
]


ROWS: Final = 64
"""How many rows are worked on at once: their documents are in memory together."""

_FINDING = pa.struct(
    [pa.field(name, pa.string()) for name in ("code", "severity", "path", "place", "message", "remedy", "column")]
)

RESULT_SCHEMA: Final = pa.schema(
    [
        pa.field("id", pa.string()),
        pa.field("status", pa.string()),
        pa.field("file", pa.string()),
        pa.field("input", pa.string()),
        pa.field("context", pa.string()),
        pa.field("key", pa.string()),
        pa.field("sha256", pa.string()),
        pa.field("bytes", pa.int64()),
        pa.field("pages", pa.int64()),
        pa.field("reason", pa.string()),
        pa.field("findings", pa.list_(_FINDING)),
        pa.field("pdf", pa.binary()),
    ]
)
"""What `render_batch` gives.

- `id`: the row's own, as text.
- `status`: "done" or "failed".
- `file`: a name for the document that its content alone decides, such as "3f/3f0c….pdf".
- `input`, `context`, `sha256`: the digests of agreement, of options with templates and version,
  and of the PDF; the first two as in the manifest of `batch`, where the third is `output`.
- `key`: the content key, as `content_key` gives it; null where the row is no agreement.
- `bytes`, `pages`: how large the document is.
- `reason`: why there is none: a German sentence.
- `findings`: what was found in the row, errors and others.
- `pdf`: the document; null with `with_pdf=False`.
"""

AGREEMENT_SCHEMA: Final = pa.schema([("id", pa.string()), ("agreement", pa.string()), ("reason", pa.string())])
"""What `extract_batch` gives: the canonical JSON of the agreement, or why there is none."""

STATE_SCHEMA: Final = pa.schema([("state", pa.binary()), ("added", pa.int64())])
"""What `evaluate_batch` gives: the bytes of an `Evaluator`, and how many agreements are in it."""


def _of_spark(kind: pa.DataType) -> str:
    """The type as Spark spells it."""
    if pa.types.is_struct(kind):
        return f"struct<{', '.join(f'{one.name}: {_of_spark(one.type)}' for one in kind)}>"
    if pa.types.is_list(kind):
        return f"array<{_of_spark(kind.value_type)}>"
    return {pa.string(): "string", pa.int64(): "bigint", pa.binary(): "binary"}[kind]


SPARK_SCHEMA: Final = ", ".join(f"{one.name} {_of_spark(one.type)}" for one in RESULT_SCHEMA)
"""`RESULT_SCHEMA` in the words of Spark, for `mapInArrow`."""

_NO_AGREEMENT: Final = "In dieser Zeile steht keine Vereinbarung."
_NO_PDF: Final = "In dieser Zeile steht kein PDF."
_NO_ROW: Final = "In dieser Zeile steht nichts."
_UNREADABLE: Final = "Ein Wert dieser Zeile lässt sich nicht lesen, zum Beispiel ein Tag nach dem Jahr 9999."


_Rendered: TypeAlias = tuple[bytes, int, tuple[Finding, ...], str, list[str], tuple[Finding, ...]]


class _Row(NamedTuple):
    """A row: what it is called, its agreement or why there is none, and what was found."""

    name: str | None
    vereinbarung: Vereinbarung | None = None
    reason: str | None = None
    findings: Sequence[Finding] = ()


@dataclass(frozen=True, kw_only=True)
class RenderBatch(LimitOptions, RenderOptions):
    """Makes the documents of batches: what an engine calls.

    It holds options alone, so it can be pickled and sent to any process; each process makes
    its renderer when it first needs one. A document is made on the thread that calls: an
    engine has a process or thread for each core.

    Args:
        base: The agreement that all rows share, as for `parse`: the columns are cells then, named
            by their headings as for `batch`. Without it, and without `art`, a column holds
            whole agreements.
        art: The kind of agreement, where cells have no `base`.
        columns: As for `batch`.
        id_column: The column that tells the rows apart. Of cells it is one itself, unless it is
            called "id" or begins with "#".
        agreement_column: The column with the agreements: JSON as text or bytes, or a struct.
        with_pdf: Give the documents, not only what is known of them.
        isolated: Make each document in a child process, as `batch` does: one that does not end,
            takes too much memory or crashes is a row that failed, where an engine would lose its
            worker and start over and over. It costs a second process for each worker.
        time_limit: With `isolated`, how long the work on one document may take, in seconds; None
            for 60.
        memory_limit: With `isolated`, how much memory it may take, in MiB, on Linux; None for
            1024.
        options: The others are those of `render`. Files that they name, such as templates, must
            be at the same place on each machine.

    Raises:
        OptionError: Where a batch lacks a column, or an option has a value that does not exist.
        ParseError: If the base is no agreement, or a heading is not known.
        RenderError: If a folder of templates cannot be used, or with `isolated` no process can
            be started.
    """

    base: Input | None = field(default=None, repr=False)
    art: types.Art | None = None
    columns: Columns | None = None
    id_column: str = "id"
    agreement_column: str = "agreement"
    with_pdf: bool = True
    isolated: bool = False

    def __post_init__(self) -> None:
        """Reads the base here: where a batch is worked on, there may be no such file."""
        LimitOptions.__post_init__(self)
        RenderOptions.__post_init__(self)
        if not self.isolated and (self.time_limit, self.memory_limit) != (None, None):
            raise OptionError("time_limit und memory_limit gelten in eigenen Prozessen: mit isolated=True.")
        object.__setattr__(self, "base", _files.content(self.base))

    def __call__(self, batch: Batch) -> pa.RecordBatch | pa.Table:
        """The results of a batch: a RecordBatch for one, a Table for anything else.

        A RecordBatch holds at most two gigabytes of documents; hand over larger ones as a
        Table, or by `iterate`.
        """
        return as_given(batch, list(self.iterate([batch])), RESULT_SCHEMA)

    def iterate(self, batches: Iterable[Batch], rows: int = ROWS) -> Iterator[pa.RecordBatch]:
        """The results of batches, of `rows` rows each: what Spark's `mapInArrow` takes.

        Args:
            batches: The batches, taken one by one.
            rows: How many documents are in memory at once.
        """
        context = self._begin()
        for chunk in chunks(batches, rows):
            results = [self._result(row, context) for row in self._rows(chunk)]
            yield pa.RecordBatch.from_pylist(results, RESULT_SCHEMA)

    def _begin(self) -> str:
        """The context, once documents can be made: what is wrong with the call is no fault of a row."""
        if self.isolated:
            isolated(self)
        return _vereinbar.context(self)

    def keys(self, batch: Batch) -> pa.Array:
        """The content keys of a batch; see the function `keys`."""
        context = _vereinbar.context(self)
        found: list[str | None] = []
        for chunk in chunks([batch], ROWS):
            for row in self._rows(chunk):
                found.append(None if row.vereinbarung is None else _vereinbar.keys_in(row.vereinbarung, context)[1])
        return pa.array(found, pa.string())

    def _rows(self, chunk: pa.RecordBatch) -> Iterator[_Row]:
        names = texts(column(chunk, self.id_column))
        if self.base is None and self.art is None:
            values = contents(column(chunk, self.agreement_column))
            return map(_parsed, names, values)
        return self._laid(chunk, names)

    def _laid(self, chunk: pa.RecordBatch, names: list[str | None]) -> Iterator[_Row]:
        """The rows of cells over the base."""
        is_cell = self.id_column != "id" and not self.id_column.startswith("#")
        headings = [name for name in chunk.schema.names if is_cell or name != self.id_column]
        values = [cells(column(chunk, name)) for name in headings]
        rows = [list(row) for row in zip(*values, strict=True)] if values else [[] for _ in names]
        # One that cannot be read is none of the table's, which says nothing about it.
        whole = (dict(zip(headings, row, strict=True)) if BROKEN not in row else {} for row in rows)
        laid = _vereinbar.lay(whole, headings, self.base, self.art, self.columns, self)
        by_number = {number: (vereinbarung, findings) for number, vereinbarung, findings in laid}
        for number, (name, row) in enumerate(zip(names, rows, strict=True), start=1):
            if BROKEN in row:
                yield _Row(name, reason=_UNREADABLE)
            elif number not in by_number:
                yield _Row(name, reason=_NO_ROW)
            else:
                vereinbarung, findings = by_number[number]
                if errors := _errors(findings):
                    yield _Row(name, None, _vereinbar.row_reason(errors), findings)
                else:
                    yield _Row(name, vereinbarung, None, findings)

    def _result(self, row: _Row, context: str) -> dict[str, object]:
        result: dict[str, object] = {"id": row.name, "status": "failed", "context": context, "reason": row.reason}
        findings = row.findings
        if row.vereinbarung is not None:
            result["input"], key = _vereinbar.keys_in(row.vereinbarung, context)
            result["key"] = key
            of_print: tuple[Finding, ...] = ()
            try:
                pdf, pages, found, sha256, remarks, of_print = self._render(row.vereinbarung)
            except ValidationError as error:
                found = error.findings
                result["reason"] = _vereinbar.row_reason(_errors(found))
            except OptionError:
                raise
            except VereinbarError as error:
                found = of_print = error.findings
                result["reason"] = str(error.args[0])
            else:
                for remark in remarks:
                    warnings.warn(remark, TemplateWarning, stacklevel=2)
                result |= {"status": "done", "file": _file(key), "sha256": sha256}
                result |= {"bytes": len(pdf), "pages": pages, "pdf": pdf if self.with_pdf else None}
            # Those of a row say the same, each with its column; but not what only its print shows.
            findings = (*findings, *of_print) if findings else found
        result["findings"] = [{name: getattr(one, name, None) for name in _FINDING.names} for one in findings]
        return result

    def _render(self, vereinbarung: Vereinbarung) -> _Rendered:
        if self.isolated:
            return isolated(self).render(vereinbarung)
        return _vereinbar.render(vereinbarung, self)


@keywords(RenderBatch)
def render_batch(batch: Batch, options: RenderBatch) -> pa.RecordBatch | pa.Table:
    """Makes the documents of a batch; `RenderBatch` is the same to be sent to an engine.

    Args:
        batch: A RecordBatch, a Table, or any other object with Arrow's C interface.
        options: As for `RenderBatch`.

    Returns:
        A row of `RESULT_SCHEMA` for each row, in order: a RecordBatch for one, else a Table.

    Raises:
        VereinbarError: As for `RenderBatch`; never for what stands in a row.

    Example:
        >>> import pyarrow
        >>> agreements = ['{"art": "qualitaetsentwicklungsvereinbarung"}', "kein JSON", None]
        >>> made = render_batch(pyarrow.table({"id": [1, 2, 3], "agreement": agreements}))
        >>> made["status"].to_pylist()
        ['done', 'failed', 'failed']
        >>> made["reason"].to_pylist()[1:]
        ['Die Zeile hat einen Fehler.', 'In dieser Zeile steht keine Vereinbarung.']
    """
    return options(batch)


@keywords(RenderBatch)
def keys(batch: Batch, options: RenderBatch) -> pa.Array:
    """Gives the content keys of a batch, without making its documents.

    What has its key in a manifest need not be made again: an anti-join on it, or the id of a
    checkpoint.

    Args:
        batch: As for `render_batch`.
        options: As for `RenderBatch`.

    Returns:
        An array with a key for each row; null where the row is no agreement, or its cells are
        wrong. Whether there is a document of an agreement, `render_batch` says.
    """
    return options.keys(batch)


def extract_batch(batch: Batch, *, pdf_column: str = "pdf", id_column: str = "id") -> pa.RecordBatch | pa.Table:
    """Reads back the agreements that PDFs carry.

    Args:
        batch: As for `render_batch`.
        pdf_column: The column with the bytes of the PDFs.
        id_column: The column that tells the rows apart.

    Returns:
        A row of `AGREEMENT_SCHEMA` for each row, in order: a RecordBatch for one, else a Table.

    Raises:
        OptionError: If the batch lacks a column, or it holds something else.
    """
    results = []
    for chunk in chunks([batch], ROWS):
        pdfs = contents(column(chunk, pdf_column))
        rows = list(map(_extracted, texts(column(chunk, id_column)), pdfs))
        results.append(pa.RecordBatch.from_pylist(rows, AGREEMENT_SCHEMA))
    return as_given(batch, results, AGREEMENT_SCHEMA)


@dataclass(frozen=True, kw_only=True)
class EvaluateBatch(CountOptions):
    """Counts the agreements of batches: what an engine calls, for an evaluation in parts.

    It holds options alone and can be pickled. `merge` puts together what the parts have
    counted.

    Args:
        agreement_column: The column with the agreements: JSON as text or bytes, a struct, or the
            bytes of PDFs.
        id_column: The column that says where each is from, for the list of agreements.
        options: The others are those of `evaluate`, without `jobs` and `on_progress`.
    """

    agreement_column: str = "agreement"
    id_column: str = "id"

    def __call__(self, batch: Batch) -> pa.RecordBatch | pa.Table:
        """One row of `STATE_SCHEMA`: a RecordBatch for one, a Table for anything else."""
        return as_given(batch, list(self.iterate([batch])), STATE_SCHEMA)

    def iterate(self, batches: Iterable[Batch]) -> Iterator[pa.RecordBatch]:
        """One row of `STATE_SCHEMA` for all batches: what Spark's `mapInArrow` takes."""
        evaluator = Evaluator(stichtag=self.stichtag, anonym=self.anonym, vorher=self.vorher, vorlage=self.vorlage)
        for chunk in chunks(batches, ROWS):
            values = contents(column(chunk, self.agreement_column))
            for name, value in zip(texts(column(chunk, self.id_column)), values, strict=True):
                try:
                    evaluator.add(value, name or "")  # type: ignore[call-overload]
                except (TypeError, ValueError, OverflowError):
                    # Nothing is no agreement, which is a Befund.
                    evaluator.add({}, name or "")
        row = {"state": evaluator.to_bytes(), "added": evaluator.added}
        yield pa.RecordBatch.from_pylist([row], STATE_SCHEMA)


@keywords(EvaluateBatch)
def evaluate_batch(batch: Batch, options: EvaluateBatch) -> pa.RecordBatch | pa.Table:
    """Counts the agreements of a batch; `EvaluateBatch` is the same to be sent to an engine.

    Args:
        batch: As for `render_batch`.
        options: As for `EvaluateBatch`.

    Returns:
        One row of `STATE_SCHEMA`: a RecordBatch for one, else a Table.

    Raises:
        OptionError: If the batch lacks a column, or an option has a value that does not exist.

    Example:
        >>> import pyarrow
        >>> agreements = ['{"art": "qualitaetsentwicklungsvereinbarung", "aktenzeichen": "51-1"}']
        >>> part = evaluate_batch(pyarrow.table({"id": ["Nord"], "agreement": agreements}))
        >>> other = evaluate_batch(pyarrow.table({"id": ["Süd"], "agreement": agreements}))
        >>> merge([part, other]).finish()
        <Auswertung vereinbarungen=1 ziele=0 massnahmen=0 befunde=1>
    """
    return options(batch)


def merge(batches: Iterable[Batch]) -> Evaluator:
    """Puts together what parts have counted, in whatever order.

    Args:
        batches: Batches of `STATE_SCHEMA`, taken one by one.

    Returns:
        The evaluation of all; `finish()` evaluates it.

    Raises:
        ParseError: If one is no such state, damaged, or of another version.
        OptionError: If they have different options, or there is none.
    """
    merged: Evaluator | None = None
    for chunk in chunks(batches, 1):
        for state in column(chunk, "state").to_pylist():
            part = Evaluator.from_bytes(state)
            if merged is None:
                merged = part
            else:
                merged.merge(part)
    if merged is None:
        raise OptionError("Es gibt keinen Zwischenstand, also nichts zusammenzuführen.")
    return merged


def _parsed(name: str | None, value: object) -> _Row:
    if value is None:
        return _Row(name, reason=_NO_AGREEMENT)
    if value is BROKEN:
        return _Row(name, reason=_UNREADABLE)
    try:
        return _Row(name, _vereinbar.parse(value))
    except ParseError as error:
        return _Row(name, None, _vereinbar.row_reason(_errors(error.findings)), error.findings)
    except (TypeError, ValueError, OverflowError):
        return _Row(name, reason=_UNREADABLE)


def _extracted(name: str | None, pdf: object) -> dict[str, object]:
    row: dict[str, object] = {"id": name}
    if not isinstance(pdf, bytes):
        return row | {"reason": _NO_PDF}
    try:
        return row | {"agreement": _vereinbar.extract(pdf).to_json()}
    except VereinbarError as error:
        return row | {"reason": str(error.args[0])}


def _errors(findings: Iterable[Finding]) -> int:
    return sum(finding.severity == "error" for finding in findings)


def _file(key: str) -> str:
    """A folder holds some thousand files of a million."""
    return f"{key[:2]}/{key}.pdf"
