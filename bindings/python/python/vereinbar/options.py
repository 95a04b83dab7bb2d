"""The options of a document."""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any, Literal, TypeAlias

from . import _files, _html, _vereinbar, types
from ._vereinbar import Auswertung, Vereinbarung
from .errors import LetterheadWarning, OptionError

__all__ = [
    "Ausfuellhilfe",
    "BuilderSchema",
    "Columns",
    "Day",
    "Input",
    "Letterhead",
    "LetterheadLike",
    "Listen",
    "Profile",
    "Stage",
    "Standard",
    "Vorher",
    "Vorlage",
    "Wortlaut",
]

Stage = Literal["entwurf", "unterschriftsreif"]
"""What an agreement is checked for: as a draft, or as ready to be signed."""

BuilderSchema = Literal["schema", "rjsf", "jsonforms"]
"""What builders of forms in the browser are given: the schema without references, or how its fields are shown."""

Standard = Literal["a-3a+ua-1", "a-2a+ua-1", "ua-1", "plain"]
"""The PDF standard; "a-3a+ua-1" is PDF/A-3a and PDF/UA-1 in one file."""

Ausfuellhilfe = Literal["ohne", "angehaengt", "allein"]
"""Whether the Ausfüllhilfe is printed: not, after the form, or by itself."""

Listen = Literal["angehaengt", "ohne", "allein"]
"""Where the lists of a report are printed: as an Anlage after it, not, or by themselves."""

Wortlaut = Literal["original", "berichtigt"]
"""Whose words the form has: its publisher's, or those with its slips put right."""

Input: TypeAlias = Vereinbarung | types.Vereinbarung | Mapping[str, Any] | str | bytes | os.PathLike[str]
"""What stands for an agreement: one that was read, a dict, JSON text, or a JSON file's path."""

Day: TypeAlias = date | str
"""A day: a `datetime.date`, or text such as "2027-06-30"."""

Columns: TypeAlias = Mapping[str, str | Iterable[str]] | str | os.PathLike[str]
"""What the office's own headings mean: to each a field or several, "#" for notes; or the path of a file."""

Profile: TypeAlias = Mapping[str, Any] | str | bytes | os.PathLike[str]
"""How rules weigh in an office: a dict, JSON text, or the path of a JSON file."""

Vorlage: TypeAlias = Mapping[str, Any] | str | bytes | os.PathLike[str]
"""What is said of a paper for a committee: a dict, JSON text, or the path of a JSON file."""

Vorher: TypeAlias = Auswertung | Mapping[str, Any] | str | bytes | os.PathLike[str]
"""An earlier evaluation: one that was just made, its dict, its JSON text, or the path of a JSON file."""


@dataclass(frozen=True, init=False)
class Letterhead:
    """What an office prints at the head of the first page.

    Args:
        logo: A PNG, JPEG or SVG file: its path or its bytes.
        logo_alt: What a screen reader says in place of the logo; a logo needs it.
        traeger_logo: The logo of the Träger, on the right: its path or its bytes. It
            stands on agreements alone, not on a report.
        traeger_logo_alt: What a screen reader says in its place; it needs it.
        lines: Up to 8 lines of at most 120 characters, such as name and address.
        color: The accent colour as "#rrggbb".

    Raises:
        OptionError: If something in it cannot be used.
        FileError: If the logo cannot be read.

    Example:
        >>> letterhead = Letterhead(lines=["Landkreis Musterland", "Jugendamt"], color="#1d4e79")
        >>> letterhead.lines
        ('Landkreis Musterland', 'Jugendamt')
    """

    logo: bytes | None = field(repr=False)
    logo_alt: str | None
    traeger_logo: bytes | None = field(repr=False)
    traeger_logo_alt: str | None
    lines: tuple[str, ...]
    color: str | None

    def __init__(
        self,
        *,
        logo: str | os.PathLike[str] | bytes | None = None,
        logo_alt: str | None = None,
        traeger_logo: str | os.PathLike[str] | bytes | None = None,
        traeger_logo_alt: str | None = None,
        lines: Iterable[str] = (),
        color: str | None = None,
    ) -> None:
        if isinstance(lines, str):
            raise OptionError('Die Zeilen des Briefkopfs sind eine Liste: lines=["…", "…"].')
        if logo is None and logo_alt is not None:
            raise OptionError("Zum Alternativtext logo_alt fehlt das Logo: logo=Pfad der Bilddatei.")
        if traeger_logo is None and traeger_logo_alt is not None:
            raise OptionError("Zum Alternativtext traeger_logo_alt fehlt das Logo: traeger_logo=Pfad der Bilddatei.")
        # The fields of a frozen object are set past its own refusal.
        set_field = object.__setattr__
        set_field(self, "logo", _picture(logo))
        set_field(self, "logo_alt", logo_alt)
        set_field(self, "traeger_logo", _picture(traeger_logo))
        set_field(self, "traeger_logo_alt", traeger_logo_alt)
        set_field(self, "lines", tuple(lines))
        set_field(self, "color", color)
        remark = _vereinbar.check_letterhead(self)
        if remark is not None:
            warnings.warn(remark, LetterheadWarning, stacklevel=2)

    def _repr_html_(self) -> str:
        return _html.letterhead(self)


LetterheadLike: TypeAlias = Letterhead | Mapping[str, Any]
"""A letterhead, or a dict of its arguments."""


def letterhead_of(value: LetterheadLike) -> Letterhead:
    """The letterhead that is given as such, or as a dict of its arguments.

    Raises:
        OptionError: If the dict has a key that is no argument.
        TypeError: If it is neither.
    """
    if isinstance(value, Letterhead):
        return value
    if not isinstance(value, Mapping):
        raise TypeError(f"Ein Briefkopf ist ein Letterhead oder ein dict, nicht {type(value).__name__}.")
    known = [argument.name for argument in fields(Letterhead)]
    unknown = [str(key) for key in value if key not in known]
    if unknown:
        raise OptionError(f"Der Briefkopf hat kein Feld {', '.join(unknown)}. Möglich sind: {', '.join(known)}.")
    return Letterhead(**value)


def _picture(logo: str | os.PathLike[str] | bytes | None) -> bytes | None:
    return logo if logo is None or isinstance(logo, bytes) else _files.read_any(logo)
