# Checked against the module by mypy.stubtest (tests/test_typing.py).
from collections.abc import Callable, Iterator
from os import PathLike
from pathlib import Path
from typing import Any, ClassVar, Final, final

from . import results
from .findings import Finding, Severity
from .options import Ausfuellhilfe, Letterhead, Stage, Standard
from .reports import BatchProgress, Phase

__all__ = [
    "ARTEN",
    "AUSFUELLHILFEN",
    "Auswertung",
    "DEFAULT_AUSFUELLHILFE",
    "DEFAULT_STAGE",
    "DEFAULT_STANDARD",
    "MAX_INPUT_BYTES",
    "PHASES",
    "SEVERITIES",
    "STAGES",
    "STANDARDS",
    "Vereinbarung",
    "__version__",
    "batch",
    "blank",
    "calculate",
    "check_letterhead",
    "evaluate",
    "extract",
    "parse",
    "preview",
    "render",
    "schema",
    "validate",
]

__version__: Final[str]

DEFAULT_STAGE: Final[Stage]
DEFAULT_STANDARD: Final[Standard]
DEFAULT_AUSFUELLHILFE: Final[Ausfuellhilfe]
ARTEN: Final[list[str]]
STAGES: Final[list[str]]
STANDARDS: Final[list[str]]
AUSFUELLHILFEN: Final[list[str]]
PHASES: Final[dict[Phase, str]]
SEVERITIES: Final[dict[Severity, str]]
MAX_INPUT_BYTES: Final[int]

@final
class Vereinbarung:
    @property
    def art(self) -> str: ...
    def to_json(self) -> str: ...
    def to_dict(self) -> dict[str, Any]: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Auswertung:
    @property
    def befunde(self) -> list[results.Befund]: ...
    @property
    def tables(self) -> dict[str, list[dict[str, Any]]]: ...
    def to_json(self) -> str: ...
    def to_dict(self) -> results.Auswertung: ...
    def to_pdf(
        self,
        *,
        standard: Standard = "a-3a+ua-1",
        letterhead: Letterhead | None = None,
        templates: str | PathLike[str] | None = None,
    ) -> bytes: ...
    def to_xlsx(self) -> bytes: ...
    def to_csv(self, table: str) -> bytes: ...
    def to_ics(self) -> bytes: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]

def parse(value: object) -> Vereinbarung: ...
def validate(value: object, stage: str, stichtag: str | None, profile: object) -> list[Finding]: ...
def calculate(value: object) -> results.Berechnung: ...
def render(
    value: object,
    standard: str,
    ausfuellhilfe: str,
    letterhead: Letterhead | None,
    templates: str | PathLike[str] | None,
    require_complete: bool,
    stichtag: str | None,
    profile: object,
) -> tuple[bytes, list[str]]: ...
def preview(
    value: object,
    pages: str,
    ppi: float,
    standard: str,
    ausfuellhilfe: str,
    letterhead: Letterhead | None,
    templates: str | PathLike[str] | None,
    require_complete: bool,
    stichtag: str | None,
    profile: object,
) -> list[bytes]: ...
def batch(
    rows: str | PathLike[str] | Iterator[object],
    headings: list[str] | None,
    sheet: str | None,
    base: object,
    art: str | None,
    name: str | None,
    per_massstab: bool,
    out: str | PathLike[str] | None,
    zip: str | PathLike[str] | None,
    combined: str | PathLike[str] | None,
    check: bool,
    resume: bool,
    overwrite: bool,
    workers: int | None,
    on_progress: Callable[[BatchProgress], object] | None,
    standard: str,
    ausfuellhilfe: str,
    letterhead: Letterhead | None,
    templates: str | PathLike[str] | None,
    require_complete: bool,
    stichtag: str | None,
    profile: object,
) -> tuple[dict[str, Any], list[Path]]: ...
def evaluate(
    items: list[str | PathLike[str]] | Iterator[object],
    stichtag: str | None,
    anonym: bool,
    workers: int | None,
    on_progress: Callable[[BatchProgress], object] | None,
) -> Auswertung: ...
def check_letterhead(letterhead: Letterhead) -> None: ...
def blank(art: str) -> Vereinbarung: ...
def extract(pdf: bytes) -> Vereinbarung: ...
def schema(art: str | None) -> dict[str, Any]: ...
