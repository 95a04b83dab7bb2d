"""The functions `batch` and `lay`: the types and texts around the native one."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Protocol, TypeAlias

from .. import _files, _vereinbar, types
from .._options import BatchOptions, ValidateOptions, keywords
from ..documents import Laid
from ..errors import OptionError
from ..options import Columns, Day, Input, Profile, Stage
from ..reports import BatchReport


class Frame(Protocol):
    """A table in memory, such as a DataFrame of pandas or polars."""

    @property
    def columns(self) -> Any:
        """The headings."""


Row: TypeAlias = Mapping[str, Any] | types.Vereinbarung
"""A row: headings with their cells, the nested fields of an agreement, or a mixture."""

Rows: TypeAlias = str | os.PathLike[str] | Frame | Iterable[Row]
"""What gives the rows of a batch: a table file, a folder, a DataFrame, or rows one by one."""


@keywords(BatchOptions)
def batch(rows: Rows, options: BatchOptions) -> BatchReport:
    """Makes a PDF for each row of a table, over an agreement that all rows share.

    The headings are the paths of the fields, positions counted from 1:
    "traeger.name", "ziele.1.ziel". A cell that is empty, None, NaN or NaT leaves what
    the base says. Every row is checked before the first document is made. A row that
    fails is in the report and holds up no other. The same rows give the same bytes as
    with the command, on any number of workers.

    Runs of a hundred documents or more, with templates of one's own, or with a limit are made in
    processes (`python -m vereinbar.worker`), so that one that hangs, takes too much memory or
    crashes costs its row alone. They end with the run.

    The interpreter lock is released meanwhile. Ctrl-C, or an exception in `rows` or
    `on_progress`, stops the run: what is under way is finished, the exception is
    raised, and the same call goes on from there. Only a collective file of hundreds of
    documents is under way for long; it is not written then.

    Args:
        rows: Mappings such as dicts, which are taken one by one and not kept; a
            DataFrame; or the path of a table (CSV, XLSX, ODS, JSON Lines) or of a
            folder with JSON files. A str is always a path.
        out: The folder for the PDFs and the manifest "batch.jsonl". This, `zip`,
            `combined` or `check` must be given.
        base: The agreement that all rows share, as for `parse`.
        art: The kind of agreement, where neither `base` nor the rows say it.
        sheet: The sheet of a workbook; None for "Liste", or the first that has no other purpose.
        columns: Which fields the office's own headings fill: a dict such as
            {"PLZ": "traeger.anschrift.plz", "Bemerkung": "#"}, or the path of a file that says
            so; `columns` proposes one.
        header_row: The row with the headings of a table, counted from 1; None to find
            it. What stands above is not read.
        name: How the PDFs are named: text with headings in braces, also of columns for
            notes ("{#Nr}"); "{nr}" counts the rows, so that it changes when the table is
            sorted. None for "{traeger.name}". Rows of one name have behind it what tells them apart,
            such as the Aktenzeichen; where nothing does, they fail.
        zip: The path of a ZIP archive of the PDFs.
        combined: The path of one PDF with all documents, for the printer.
        duplex: Let each document of `combined` begin on an odd page, for a printer that
            prints both sides of the paper.
        per_massstab: Make one form for each Qualitätsdimension and Maßstab of a row.
        check: Check every row, and make nothing, whatever else is given.
        marked: The path of an XLSX copy of the table in which what was found is marked: in a
            last column "#Befunde", at the cells, and in a sheet "Befunde". For a table file.
        resume: Skip what the manifest says is done and what is unchanged since.
        overwrite: Overwrite an archive or collective file that exists, and PDFs that
            were changed since they were made.
        only: Make only these rows, counted as the table counts them: 9 or "4,12-15". What became
            of the others stays; not with `zip` or `combined`.
        move_orphans: The folder to which PDFs of earlier runs go that belong to no row any more;
            None to name them only.
        jobs: How many documents are made at the same time, 1 to 200; None for as
            many as there are cores.
        time_limit: How long the work on one document may take, in seconds; what takes longer is
            stopped, and its row fails. None for 60.
        memory_limit: How much memory it may take, in MiB, on Linux; None for 1024.
        on_progress: Called about ten times a second with a `BatchProgress`, in the
            thread that called `batch`.
        standard: As for `render`.
        ausfuellhilfe: As for `render`.
        wortlaut: As for `render`.
        quelle: As for `render`.
        letterhead: As for `render`.
        templates: As for `render`.
        require_complete: Let a row fail that is not ready to be signed.
        fillable: As for `render`.
        signature_fields: As for `render`.
        stichtag: As for `validate`.
        profile: As for `validate`.

    Returns:
        The report: counts, findings with rows and column, failures, files, time.

    Raises:
        ParseError: If the base is no agreement, or a heading of a table is not known.
        RenderError: If a template fails.
        FileError: If a file cannot be read or written, or would be overwritten.
        OptionError: If an option has a value that does not exist, or one is missing.

    Example:
        >>> report = batch(
        ...     [{"traeger.name": "Haus Nord"}, {"traeger.name": "Haus Süd", "stand": "morgen"}],
        ...     art="qualitaetsentwicklungsvereinbarung",
        ...     check=True,
        ... )
        >>> report.done, report.failed
        (1, 1)
        >>> report.failures[0].row, report.failures[0].findings[0].column
        (2, 'stand')
    """
    if isinstance(rows, str):
        rows = Path(rows)
    if not isinstance(rows, os.PathLike):
        if options.sheet is not None:
            raise OptionError("Ein Tabellenblatt (sheet) hat nur eine Datei, deren Pfad Sie angeben.")
        if options.header_row is not None:
            raise OptionError("Eine Zeile mit Überschriften (header_row) hat nur eine Datei, deren Pfad Sie angeben.")
    _spare((rows, options.base), (options.zip, options.combined, options.marked))
    source, headings = _source(rows)
    return BatchReport._of(*_vereinbar.batch(source, headings, _files.content(options.base), options))


def lay(
    row: Row,
    base: Input | None = None,
    *,
    art: types.Art | None = None,
    columns: Columns | None = None,
    stage: Stage = _vereinbar.DEFAULT_STAGE,
    stichtag: Day | None = None,
    profile: Profile | None = None,
) -> Laid:
    """Lays a row over an agreement and checks it, as `batch` does before it makes the document.

    Args:
        row: A row as for `batch`: headings with their cells, nested fields, or a mixture.
        base: The agreement that all rows share, as for `parse`.
        art: As for `batch`.
        columns: As for `batch`.
        stage: As for `validate`.
        stichtag: As for `validate`.
        profile: As for `validate`.

    Returns:
        The agreement, where there is one, and the findings with their columns. What is wrong
        with the row is a finding, not an exception.

    Raises:
        ParseError: If the base is no agreement.
        OptionError: If an option has a value that does not exist, or nothing says the kind.

    Example:
        >>> base = {"art": "qualitaetsentwicklungsvereinbarung", "aktenzeichen": "51-1"}
        >>> lay({"traeger.name": "Haus Nord"}, base).vereinbarung.to_dict()["traeger"]
        {'name': 'Haus Nord'}
        >>> laid = lay({"stand": "morgen"}, base)
        >>> laid.is_success, laid.findings[0].column
        (False, 'stand')
    """
    options = ValidateOptions(stage=stage, stichtag=stichtag, profile=profile)
    ((_, vereinbarung, findings),) = _vereinbar.lay(iter([row]), None, _files.content(base), art, columns, options)
    return Laid(vereinbarung, findings)


def _source(rows: Any) -> tuple[os.PathLike[str] | Iterator[object], list[str] | None]:
    """A path, or the rows one by one; with the headings, where all rows have the same."""
    if isinstance(rows, os.PathLike):
        return rows, None
    if isinstance(rows, (Mapping, bytes, bytearray)):
        raise OptionError("Die Zeilen sind eine Liste, auch wenn es nur eine ist: [zeile].")
    tuples = _tuples(rows)
    if tuples is None:
        return iter(rows), None
    headings = [str(column).strip() for column in rows.columns]
    return (dict(zip(headings, cells, strict=True)) for cells in tuples), headings


def _tuples(rows: Any) -> Iterable[tuple[object, ...]] | None:
    """The rows of a DataFrame; None where it is none. No such package is imported."""
    tuples: Iterable[tuple[object, ...]] | None = None
    if hasattr(rows, "columns"):
        if hasattr(rows, "itertuples"):  # pandas
            tuples = rows.itertuples(index=False, name=None)
        elif hasattr(rows, "to_dicts"):  # polars
            tuples = rows.iter_rows()
    return tuples


def _spare(inputs: Iterable[object], outputs: Iterable[str | os.PathLike[str] | None]) -> None:
    """Refuses to write over what is read, even where overwriting is allowed."""
    files = [Path(file) for file in inputs if isinstance(file, os.PathLike)]
    for output in outputs:
        # What does not exist is not overwritten.
        with contextlib.suppress(OSError):
            if output is not None and any(file.samefile(output) for file in files):
                raise OptionError(f"{os.fspath(output)} ist Ein- und Ausgabe zugleich. Wählen Sie einen anderen Namen.")
