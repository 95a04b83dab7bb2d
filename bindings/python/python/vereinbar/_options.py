"""The options of the functions: one object each, which the native module reads.

The public functions take the same options as keywords; `keywords` makes these of the
class, so that names, types and defaults stand here alone.
"""

from __future__ import annotations

import functools
import inspect
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Concatenate, ParamSpec, TypeVar

from . import _files, _vereinbar, types
from .errors import OptionError
from .options import (
    Ausfuellhilfe,
    Columns,
    Day,
    Input,
    LetterheadLike,
    Profile,
    Stage,
    Standard,
    Vorher,
    Vorlage,
    Wortlaut,
    letterhead_of,
)
from .reports import BatchProgress

_First = TypeVar("_First")
_Keywords = ParamSpec("_Keywords")
_Options = TypeVar("_Options")
_Result = TypeVar("_Result")


def keywords(
    options: Callable[_Keywords, _Options],
) -> Callable[[Callable[[_First, _Options], _Result]], Callable[Concatenate[_First, _Keywords], _Result]]:
    """Lets a function of a value and its options take the options as keywords."""

    def decorate(
        function: Callable[[_First, _Options], _Result],
    ) -> Callable[Concatenate[_First, _Keywords], _Result]:
        @functools.wraps(function)
        def call(first: _First, /, *args: _Keywords.args, **names: _Keywords.kwargs) -> _Result:
            return function(first, options(*args, **names))

        _describe(call, function, options)
        return call

    return decorate


def only_keywords(
    options: Callable[_Keywords, _Options],
) -> Callable[[Callable[[_Options], _Result]], Callable[_Keywords, _Result]]:
    """As `keywords`, for a function of its options alone."""

    def decorate(function: Callable[[_Options], _Result]) -> Callable[_Keywords, _Result]:
        @functools.wraps(function)
        def call(*args: _Keywords.args, **names: _Keywords.kwargs) -> _Result:
            return function(options(*args, **names))

        _describe(call, function, options, takes_value=False)
        return call

    return decorate


def _describe(call: Any, function: Callable[..., Any], options: Any, takes_value: bool = True) -> None:
    """What `help()` and editors show: the value, and the options from the special to the general."""
    signature = inspect.signature(function)
    first = [one.replace(kind=inspect.Parameter.POSITIONAL_ONLY) for one in signature.parameters.values()][:takes_value]
    named = inspect.signature(options).parameters
    # One that a class has anew stands where that class does.
    order = dict.fromkeys(name for kind in options.__mro__ for name in vars(kind).get("__annotations__", ()))
    call.__signature__ = signature.replace(parameters=[*first, *(named[name] for name in order)])
    call.__annotations__ = {one.name: one.annotation for one in call.__signature__.parameters.values()}
    call.__annotations__["return"] = signature.return_annotation


@dataclass(frozen=True, kw_only=True)
class CheckOptions:
    """What findings depend on besides the agreement."""

    stichtag: Day | None = None
    profile: Profile | None = None

    def __post_init__(self) -> None:
        """Brings what was given into the one form that the native module reads."""
        _set(self, stichtag=_iso_day(self.stichtag), profile=_files.content(self.profile))


@dataclass(frozen=True, kw_only=True)
class ValidateOptions(CheckOptions):
    """The options of `validate`."""

    stage: Stage = _vereinbar.DEFAULT_STAGE


@dataclass(frozen=True, kw_only=True)
class PrintOptions(CheckOptions):
    """The options of all that prints an agreement."""

    standard: Standard = _vereinbar.DEFAULT_STANDARD
    ausfuellhilfe: Ausfuellhilfe = _vereinbar.DEFAULT_AUSFUELLHILFE
    wortlaut: Wortlaut = _vereinbar.DEFAULT_WORTLAUT
    quelle: str | None = None
    letterhead: LetterheadLike | None = None
    templates: str | os.PathLike[str] | None = None
    require_complete: bool = False

    def __post_init__(self) -> None:
        """A dict of the arguments is a letterhead, too."""
        super().__post_init__()
        if self.letterhead is not None:
            _set(self, letterhead=letterhead_of(self.letterhead))


@dataclass(frozen=True, kw_only=True)
class RenderOptions(PrintOptions):
    """The options of `render`."""

    fillable: bool = False
    signature_fields: bool = False


@dataclass(frozen=True, kw_only=True)
class PreviewOptions(PrintOptions):
    """The options of `preview`."""

    pages: str | int = "all"
    ppi: float = 110

    def __post_init__(self) -> None:
        """A page's number is a selection of pages, too."""
        super().__post_init__()
        _set(self, pages=str(self.pages))


@dataclass(frozen=True, kw_only=True)
class LimitOptions:
    """What a document may take in a process of its own."""

    time_limit: float | None = None
    memory_limit: int | None = None

    def __post_init__(self) -> None:
        """Refuses what no machine has."""
        _check("memory_limit", self.memory_limit, _vereinbar.MAX_MEMORY_LIMIT)
        most = _vereinbar.MAX_TIME_LIMIT
        if self.time_limit is not None and not 0 < self.time_limit <= most:
            raise OptionError(f"Für time_limit ist eine Zahl von Sekunden über 0 bis {most} möglich.")


@dataclass(frozen=True, kw_only=True)
class WorkerOptions(LimitOptions):
    """The options of all that works on many documents at a time."""

    jobs: int | None = None
    on_progress: Callable[[BatchProgress], object] | None = None

    def __post_init__(self) -> None:
        """Refuses what no machine has."""
        LimitOptions.__post_init__(self)
        _check("jobs", self.jobs, _vereinbar.MAX_JOBS)


@dataclass(frozen=True, kw_only=True)
class BatchOptions(WorkerOptions, RenderOptions):
    """The options of `batch`."""

    out: str | os.PathLike[str] | None = None
    base: Input | None = None
    art: types.Art | None = None
    sheet: str | None = None
    columns: Columns | None = None
    header_row: int | None = None
    name: str | None = None
    zip: str | os.PathLike[str] | None = None
    combined: str | os.PathLike[str] | None = None
    duplex: bool = False
    per_massstab: bool = False
    check: bool = False
    marked: str | os.PathLike[str] | None = None
    resume: bool = True
    overwrite: bool = False
    only: int | str | None = None
    move_orphans: str | os.PathLike[str] | None = None

    def __post_init__(self) -> None:
        """Refuses what no machine has, and brings what was given into one form."""
        WorkerOptions.__post_init__(self)
        RenderOptions.__post_init__(self)
        _set(self, only=None if self.only is None else str(self.only))
        check_header_row(self.header_row)


@dataclass(frozen=True, kw_only=True)
class CountOptions:
    """How agreements are evaluated: the options of an `Evaluator`."""

    stichtag: Day | None = None
    anonym: bool | None = None
    vorher: Vorher | None = field(default=None, repr=False)
    vorlage: Vorlage | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        """Brings what was given into one form."""
        _set(
            self,
            stichtag=_iso_day(self.stichtag),
            vorher=_files.large(self.vorher),
            vorlage=_files.content(self.vorlage),
        )


@dataclass(frozen=True, kw_only=True)
class EvaluateOptions(WorkerOptions, CountOptions):
    """The options of `evaluate`."""

    def __post_init__(self) -> None:
        """As for both."""
        WorkerOptions.__post_init__(self)
        CountOptions.__post_init__(self)


def _iso_day(day: Day | None) -> str | None:
    """The day as the library reads it."""
    if isinstance(day, datetime):
        day = day.date()
    return day.isoformat() if isinstance(day, date) else day


def check_header_row(row: int | None) -> None:
    """Refuses a row that no table has."""
    if row is not None and row < 1:
        raise OptionError("Die Zeile mit den Überschriften (header_row) wird ab 1 gezählt.")


def _check(name: str, number: int | None, most: int) -> None:
    """Refuses a number that no machine has."""
    if number is not None and not 1 <= number <= most:
        raise OptionError(f"Für {name} ist eine ganze Zahl von 1 bis {most} möglich.")


def _set(options: object, **values: object) -> None:
    """Sets fields of a frozen object while it is made, past its own refusal."""
    for name, value in values.items():
        object.__setattr__(options, name, value)
