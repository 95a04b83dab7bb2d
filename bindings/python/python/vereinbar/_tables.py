"""The functions around tables: empty and filled ones, what headings mean, single values."""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Literal

from . import _files, _vereinbar, types
from ._batch import Rows, source_of
from ._vereinbar import Vereinbarung
from .errors import OptionError, TableWarning
from .options import Columns, Input
from .reports import Proposal


def table(
    art: types.Art | None = None,
    *,
    from_: str | os.PathLike[str] | Iterable[str | os.PathLike[str]] | None = None,
    entries: int = 2,
    columns: Columns | None = None,
    format: Literal["xlsx", "csv"] = "xlsx",
) -> bytes:
    """Gives a table to fill in: empty, or with the agreements of files and folders.

    A workbook carries its kind, so that `batch` needs nothing else: the sheet "Gemeinsam"
    is for what all agreements share, "Liste" has a row for each, with help and lists to
    choose from. Made of PDFs, a batch over it makes the same files again, and anew only what
    was changed in it.

    Args:
        art: The kind of agreement. With `from_` only needed where there are several.
        from_: PDFs of `vereinbar`, single or collective, JSON files, and folders of them.
        entries: How many places lists of parts have, such as goals.
        columns: The columns of the list, in this order: what the office's own headings mean,
            as for `batch`. None for all fields. Not with `from_`.
        format: "xlsx", or "csv" for the list alone.

    Returns:
        The bytes of the file.

    Raises:
        ParseError: If a field does not exist.
        FileError: If a path cannot be read, or no agreement is there.
        OptionError: If there is no such kind, or several and none is named.

    Warns:
        TableWarning: For each file that could not be read, and for each agreement that a
            batch over the table would make otherwise.

    Example:
        >>> table("qualitaetsentwicklungsvereinbarung")[:2]
        b'PK'
    """
    paths = None
    if from_ is not None:
        if columns is not None:
            raise OptionError("Eigene Spalten (columns) hat eine leere Tabelle, nicht eine aus Vereinbarungen (from_).")
        paths = [from_] if isinstance(from_, (str, os.PathLike)) else list(from_)
    content, notes = _vereinbar.table(art, paths, entries, _files.columns(columns), format)
    for note in notes:
        warnings.warn(note, TableWarning, stacklevel=2)
    return content


def columns(
    rows: Rows, *, art: types.Art, sheet: str | None = None, header_row: int | None = None
) -> list[Proposal]:
    """Says what the headings of a table may mean, for a person to confirm.

    Args:
        rows: A table, as for `batch`.
        art: The kind of agreement.
        sheet: As for `batch`.
        header_row: As for `batch`.

    Returns:
        A proposal for each column that has a heading.

    Raises:
        FileError: If the table cannot be read.
        OptionError: If there is no such kind.

    Example:
        >>> proposals = columns([{"PLZ": "01234", "Bemerkung": ""}], art="qualitaetsentwicklungsvereinbarung")
        >>> {proposal.heading: proposal.field for proposal in proposals}
        {'PLZ': 'Träger der freien Jugendhilfe › Anschrift › Postleitzahl', 'Bemerkung': '#'}
    """
    if isinstance(rows, str):
        rows = Path(rows)
    source, headings = source_of(rows)
    proposed = _vereinbar.columns(source, headings, art, sheet, header_row)
    return [Proposal(heading, confidence, tuple(fields), hint) for heading, confidence, fields, hint in proposed]


def set(vereinbarung: Input, values: Mapping[str, Any]) -> Vereinbarung:  # noqa: A001
    """Gives an agreement with some values set.

    Args:
        vereinbarung: The agreement, as for `parse`.
        values: To each field, named as a heading of a table is, its value: text as a cell
            would have it, or what `parse` takes. None and "" take the value out. A list goes
            on where it ends.

    Returns:
        The changed agreement; what was handed over stays as it is.

    Raises:
        ParseError: If a field does not exist or a value does not fit; `findings` has all.
        FileError: If the file cannot be read.

    Example:
        >>> v = parse({"art": "qualitaetsentwicklungsvereinbarung", "ziele": [{"ziel": "Beteiligung"}]})
        >>> set(v, {"ziele.1.ergebnis.grad": "erreicht"}).to_dict()["ziele"][0]["ergebnis"]
        {'grad': 'erreicht'}
    """
    return _vereinbar.set(_files.content(vereinbarung), values)


def extract_all(pdf: bytes | bytearray | str | os.PathLike[str]) -> list[Vereinbarung]:
    """Reads back every agreement that a PDF of `vereinbar` carries, as of a collective file.

    Args:
        pdf: The bytes of the PDF, or the path of the file.

    Returns:
        The agreements in their order; one of a single document, none of a report.

    Raises:
        ExtractError: If the file is no PDF, or carries nothing.
        FileError: If the file cannot be read.
    """
    if isinstance(pdf, (bytes, bytearray)):
        return _vereinbar.extract_all(bytes(pdf))
    return _vereinbar.extract_all(_files.read_collection(pdf))
