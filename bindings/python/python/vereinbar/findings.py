"""Findings: what is wrong or noteworthy, where, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from . import _html

__all__ = ["Finding", "Findings", "FoundInRows", "Position", "RowFinding", "Severity"]

Severity = Literal["error", "warning", "hint"]
"""How much a finding weighs; a caseworker reads Fehler, Warnung, Hinweis."""


@dataclass(frozen=True)
class Position:
    """A place in the JSON text that was read.

    Attributes:
        line: Line, counted from 1.
        column: Column in characters, counted from 1.
    """

    line: int
    column: int


@dataclass(frozen=True)
class Finding:
    """One thing that was found in an agreement.

    Programs rely on `code`, `severity` and `path`; the German texts may be
    reworded in any release. They hold no free text of the agreement, so they
    may go into logs.

    Attributes:
        code: The rule's stable English name, as listed in docs/rules.md, of rows in
            docs/row-findings.md.
        severity: "error", "warning" or "hint", for the stage that was checked.
        path: Where: a JSON Pointer such as "/ziele/0/massnahmen", empty for the whole.
        place: The same place in the form's words, such as "Ziel 1 bis 3 › Maßnahmen".
        message: What was found: a German sentence.
        remedy: What to do about it: a German sentence.
        source: Where the rule comes from: the form's wording, a norm or a standard.
        position: Line and column, when JSON text was read; None for a dict.
        further_paths: Where else the same is to be said: what holds of several Ziele
            is said once, and `place` names them all.
        text: All of it in one German line; `str(finding)` gives it, too.
    """

    code: str
    severity: Severity
    path: str
    place: str
    message: str
    remedy: str
    source: str
    position: Position | None = None
    further_paths: tuple[str, ...] = ()
    text: str = field(default="", repr=False)

    def __str__(self) -> str:
        return self.text

    def _repr_html_(self) -> str:
        return _html.findings([self])


class Findings(list[Finding]):
    """The findings of `validate`: a list, which a notebook shows as a table."""

    def _repr_html_(self) -> str:
        return _html.findings(self)


@dataclass(frozen=True)
class RowFinding(Finding):
    """One thing that was found in a row of a table, or in its headings.

    It has no position: a row is no JSON text.

    Attributes:
        column: The heading of the column, where one is to blame.
        letter: How a spreadsheet names that column, such as "H"; None where the rows are no
            table file.
    """

    column: str | None = None
    letter: str | None = None


@dataclass(frozen=True)
class FoundInRows(RowFinding):
    """One thing that was found in a table, with every row it was found in.

    Attributes:
        rows: The rows, in their order: of a table file as the spreadsheet counts them, else
            counted from 1.
        sources: The file of each row, of a folder; else empty.
        files: The files that could not be made, where it was found when they were; else empty.
    """

    rows: tuple[int, ...] = ()
    sources: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
