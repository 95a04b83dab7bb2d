# Checked against the module by mypy.stubtest (tests/test_typing.py).
from collections.abc import Iterator
from os import PathLike
from pathlib import Path
from typing import Any, ClassVar, Final, Literal, final, overload

from . import results, types
from ._options import BatchOptions, EvaluateOptions, PreviewOptions, RenderOptions, ValidateOptions
from .findings import Finding, FoundInRows, RowFinding
from .options import Ausfuellhilfe, Letterhead, LetterheadLike, Listen, Stage, Standard, Wortlaut
from .reports import Phase

__all__ = [
    "ARTEN",
    "AUSFUELLHILFEN",
    "Auswertung",
    "DEFAULT_AUSFUELLHILFE",
    "DEFAULT_STAGE",
    "DEFAULT_STANDARD",
    "DEFAULT_WORTLAUT",
    "MAX_COLLECTION_BYTES",
    "MAX_INPUT_BYTES",
    "MAX_JOBS",
    "MAX_LIST_ITEMS",
    "MAX_MEMORY_LIMIT",
    "MAX_PDF_BYTES",
    "MAX_TIME_LIMIT",
    "PHASES",
    "BUILDER_SCHEMAS",
    "SEVERITIES",
    "STAGES",
    "STANDARDS",
    "Vereinbarung",
    "WORTLAUTE",
    "__version__",
    "batch",
    "blank",
    "calculate",
    "check_letterhead",
    "columns",
    "evaluate",
    "export_templates",
    "extract",
    "extract_all",
    "extract_answers",
    "parse",
    "preview",
    "refresh",
    "render",
    "schema",
    "set",
    "system_reason",
    "table",
    "validate",
    "work",
]

__version__: Final[str]

DEFAULT_STAGE: Final[Stage]
DEFAULT_STANDARD: Final[Standard]
DEFAULT_AUSFUELLHILFE: Final[Ausfuellhilfe]
DEFAULT_WORTLAUT: Final[Wortlaut]
ARTEN: Final[list[str]]
STAGES: Final[list[str]]
STANDARDS: Final[list[str]]
AUSFUELLHILFEN: Final[list[str]]
WORTLAUTE: Final[list[str]]
PHASES: Final[dict[Phase, str]]
BUILDER_SCHEMAS: Final[list[str]]
SEVERITIES: Final[list[str]]
MAX_COLLECTION_BYTES: Final[int]
MAX_INPUT_BYTES: Final[int]
MAX_JOBS: Final[int]
MAX_LIST_ITEMS: Final[int]
MAX_MEMORY_LIMIT: Final[int]
MAX_PDF_BYTES: Final[int]
MAX_TIME_LIMIT: Final[int]

@final
class Vereinbarung:
    @property
    def art(self) -> str: ...
    def to_json(self) -> str: ...
    @overload
    def to_dict(self, art: None = None) -> dict[str, Any]: ...
    @overload
    def to_dict(
        self, art: Literal["qualitaetsentwicklungsvereinbarung", "qev"]
    ) -> types.Qualitaetsentwicklungsvereinbarung: ...
    @overload
    def to_dict(self, art: Literal["leq_vereinbarung", "leq"]) -> types.LeqVereinbarung: ...
    def _repr_html_(self) -> str: ...
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
        standard: Standard = ...,
        letterhead: LetterheadLike | None = None,
        templates: str | PathLike[str] | None = None,
        listen: Listen = ...,
    ) -> bytes: ...
    def to_xlsx(self) -> bytes: ...
    def to_csv(self, table: str) -> bytes: ...
    def to_ics(self) -> bytes: ...
    def _repr_html_(self) -> str: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]

def parse(value: object) -> Vereinbarung: ...
def validate(value: object, options: ValidateOptions) -> list[Finding]: ...
def calculate(value: object) -> results.Berechnung: ...
def render(value: object, options: RenderOptions) -> tuple[bytes, list[str]]: ...
def preview(value: object, options: PreviewOptions) -> list[bytes]: ...
def batch(
    rows: str | PathLike[str] | Iterator[object], headings: list[str] | None, base: object, options: BatchOptions
) -> tuple[dict[str, Any], tuple[FoundInRows, ...], list[tuple[RowFinding, ...]], list[Path], list[Path]]: ...
def evaluate(items: list[str | PathLike[str]] | Iterator[object], options: EvaluateOptions) -> Auswertung: ...
def check_letterhead(letterhead: Letterhead) -> str | None: ...
def blank(art: str, ziele: int | None, zeilen: int | None) -> Vereinbarung: ...
def extract(pdf: bytes) -> Vereinbarung: ...
def extract_answers(pdf: bytes) -> tuple[Vereinbarung, list[dict[str, Any]], tuple[Finding, ...]]: ...
def refresh(pdf: bytes) -> bytes: ...
def extract_all(pdf: bytes) -> list[Vereinbarung]: ...
def schema(art: str | None, builder: str | None) -> dict[str, Any]: ...
def system_reason(number: int) -> str: ...
def work() -> None: ...
def export_templates(folder: str | PathLike[str], overwrite: bool) -> list[Path]: ...
def table(
    art: str | None, paths: list[str | PathLike[str]] | None, entries: int, columns: object, is_csv: bool
) -> tuple[bytes, list[str]]: ...
def columns(
    table: str | PathLike[str], art: str | None, sheet: str | None, header_row: int | None
) -> dict[str, str | list[str]]: ...
def set(vereinbarung: object, values: object) -> Vereinbarung: ...
