"""The functions around tables: the types and texts around the native ones."""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterable, Mapping
from typing import Any, Literal

from .. import _files, _vereinbar, types
from .._options import check_header_row
from .._vereinbar import Vereinbarung
from ..errors import OptionError, TableWarning
from ..options import Columns, Input


def table(
    art: types.Art | Literal["qev", "leq"] | None = None,
    *,
    from_: str | os.PathLike[str] | Iterable[str | os.PathLike[str]] | None = None,
    entries: int = 2,
    columns: Columns | None = None,
    format: Literal["xlsx", "csv"] = "xlsx",
) -> bytes:
    """Gives a table for `batch`, as `vereinbar table` writes it: empty, or with agreements.

    As a workbook it carries its kind: the sheet "Gemeinsam" is for what all agreements
    share, "Liste" has a row for each agreement, with the form's words above the paths of the
    fields, its help as notes and lists to choose from. Made of PDFs, a batch over it makes
    the same files again, and anew only what was changed in it.

    Args:
        art: The kind of agreement. With `from_` only needed where there are several.
        from_: PDFs of `vereinbar`, single or collective, JSON files, and folders of them.
        entries: How many places lists of parts have, such as goals.
        columns: The columns of the list, where it is not to have one for each field: the
            office's own headings and what each fills. Not with `from_`.
        format: "xlsx", or "csv" for the list alone.

    Returns:
        The file.

    Raises:
        ParseError: If `columns` names a field that does not exist.
        FileError: If a path cannot be read.
        OptionError: If there is no such kind, format or number of entries, if a spreadsheet has no
            column for each field, or if under the paths there is no agreement, or several
            kinds and none is named.

    Warns:
        TableWarning: For each file of which nothing was taken, and for each agreement that a
            batch over the table would make otherwise.

    Example:
        >>> table("qev")[:2]
        b'PK'
    """
    if format not in ("xlsx", "csv"):
        raise OptionError("Für format ist möglich: xlsx, csv.")
    if not 1 <= entries <= _vereinbar.MAX_LIST_ITEMS:
        raise OptionError(f"Für entries ist eine ganze Zahl von 1 bis {_vereinbar.MAX_LIST_ITEMS} möglich.")
    paths = None
    if from_ is not None:
        if columns is not None:
            raise OptionError("Eigene Spalten (columns) hat eine leere Tabelle, nicht eine aus Vereinbarungen (from_).")
        paths = [from_] if isinstance(from_, (str, os.PathLike)) else list(from_)
    content, notes = _vereinbar.table(art, paths, entries, columns, format == "csv")
    for note in notes:
        warnings.warn(note, TableWarning, stacklevel=2)
    return content


def columns(
    table: str | os.PathLike[str],
    art: types.Art | Literal["qev", "leq"] | None = None,
    *,
    sheet: str | None = None,
    header_row: int | None = None,
) -> dict[str, str | list[str]]:
    """Proposes which fields the headings of a table fill, for a person to confirm.

    A proposal that is not certain has a question mark before it, with which nothing is made:
    whoever knows the table takes it away, or writes another field. "#" is a column of notes.

    Args:
        table: The path of the table (CSV, XLSX, ODS).
        art: The kind of agreement; not needed for a workbook of `table`, which says it.
        sheet: As for `batch`.
        header_row: As for `batch`.

    Returns:
        A mapping for `batch(..., columns=...)`.

    Raises:
        FileError: If the table cannot be read.
        OptionError: If there is no such kind, nothing says it, or the rows are not counted from 1.
    """
    check_header_row(header_row)
    return _vereinbar.columns(table, art, sheet, header_row)


def set(vereinbarung: Input, values: Mapping[str, Any]) -> Vereinbarung:
    """Gives an agreement with single values set, named as the headings of a table are.

    Args:
        vereinbarung: The agreement, as for `parse`.
        values: To each field its value: text as a cell has it, a date, a number. None takes
            the value out. Positions count from 1.

    Returns:
        The changed agreement; the one that was given stays what it is.

    Raises:
        ParseError: If a field does not exist or a value does not fit; `findings` has all.

    Example:
        >>> v = parse({"art": "qualitaetsentwicklungsvereinbarung", "ziele": [{"ziel": "Beteiligung"}]})
        >>> set(v, {"ziele.1.ergebnis.grad": "erreicht", "stand": "1.12.2028"}).to_dict()["stand"]
        '2028-12-01'
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
    content = bytes(pdf) if isinstance(pdf, (bytes, bytearray)) else _files.read_collection(pdf)
    return _vereinbar.extract_all(content)
