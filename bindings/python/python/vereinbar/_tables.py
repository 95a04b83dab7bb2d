"""The functions around tables: the types and texts around the native ones."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any, Literal

from . import _files, _vereinbar, types
from ._vereinbar import Vereinbarung
from .errors import OptionError
from .options import Columns, Input


def table(
    art: types.Art | Literal["qev", "leq"],
    *,
    entries: int = 2,
    columns: Columns | None = None,
    format: Literal["xlsx", "csv"] = "xlsx",
) -> bytes:
    """Gives a table to fill in, for `batch`, as `vereinbar table` writes it.

    As a workbook it carries its kind: the sheet "Gemeinsam" is for what all agreements
    share, "Liste" has a row for each agreement, with the form's words above the paths of the
    fields, its help as notes and lists to choose from.

    Args:
        art: The kind of agreement.
        entries: How many places lists of parts have, such as goals.
        columns: The columns of the list, where it is not to have one for each field: the
            office's own headings and what each fills.
        format: "xlsx", or "csv" for the list alone.

    Returns:
        The file.

    Raises:
        ParseError: If `columns` names a field that does not exist.
        OptionError: If there is no such kind or format.

    Example:
        >>> table("qev")[:2]
        b'PK'
    """
    if format not in ("xlsx", "csv"):
        raise OptionError("Für format ist möglich: xlsx, csv.")
    return _vereinbar.table(art, entries, columns, format == "csv")


def columns(
    table: str | os.PathLike[str],
    art: types.Art | Literal["qev", "leq"],
    *,
    sheet: str | None = None,
    header_row: int | None = None,
) -> dict[str, str | list[str]]:
    """Proposes which fields the headings of a table fill, for a person to confirm.

    A proposal that is not certain has a question mark before it, with which nothing is made:
    whoever knows the table takes it away, or writes another field. "#" is a column of notes.

    Args:
        table: The path of the table (CSV, XLSX, ODS).
        art: The kind of agreement.
        sheet: As for `batch`.
        header_row: As for `batch`.

    Returns:
        A mapping for `batch(..., columns=...)`.

    Raises:
        FileError: If the table cannot be read.
    """
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
