"""What a filled form says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ._vereinbar import Vereinbarung
from .findings import Finding

__all__ = ["Answers", "Change", "ChangeKind"]

ChangeKind = Literal["filled", "changed", "emptied"]
"""What was done in a field; a caseworker reads ausgefüllt, geändert, geleert."""


@dataclass(frozen=True)
class Change:
    """A place where a form says something else than the agreement that it carries.

    Attributes:
        path: Where: a JSON Pointer into the agreement that the file carries.
        place: The same place in the form's words.
        kind: "filled", "changed" or "emptied".
    """

    path: str
    place: str
    kind: ChangeKind


@dataclass(frozen=True)
class Answers:
    """What a filled form says.

    Attributes:
        vereinbarung: The agreement that the file carries, with the answers in it.
        changes: Where the answers are others than what the file carries.
        findings: What is wrong with the answers: a date that is none, a choice made
            twice, a text that is longer than its field.
    """

    vereinbarung: Vereinbarung
    changes: tuple[Change, ...]
    findings: tuple[Finding, ...]
