# Checked against the module by mypy.stubtest (tests/test_typing.py).
from collections.abc import Iterator, Mapping
from os import PathLike
from pathlib import Path
from typing import Any, ClassVar, Final, Literal, final, overload

from . import results, types
from ._options import BatchOptions, EvaluateOptions, PreviewOptions, RenderOptions, ValidateOptions
from .findings import Finding, FoundInRows, RowFinding
from .options import Ausfuellhilfe, Day, Letterhead, LetterheadLike, Listen, Stage, Standard, Vorher, Vorlage, Wortlaut
from .reports import Phase

__all__ = [
    "ARTEN",
    "AUSFUELLHILFEN",
    "Auswertung",
    "DEFAULT_AUSFUELLHILFE",
    "DEFAULT_STAGE",
    "DEFAULT_STANDARD",
    "DEFAULT_WORTLAUT",
    "Evaluator",
    "Isolated",
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
    "content_key",
    "context",
    "evaluate",
    "export_templates",
    "extract",
    "extract_all",
    "extract_answers",
    "keys_in",
    "lay",
    "parse",
    "preview",
    "refresh",
    "render",
    "row_reason",
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
class Evaluator:
    def __new__(
        cls,
        *,
        stichtag: Day | None = None,
        anonym: bool | None = None,
        vorher: Vorher | None = None,
        vorlage: Vorlage | None = None,
    ) -> Evaluator: ...
    @property
    def added(self) -> int: ...
    @overload
    def add(self, item: str | PathLike[str], quelle: None = None) -> None: ...
    @overload
    def add(
        self, item: Vereinbarung | types.Vereinbarung | Mapping[str, Any] | bytes | bytearray, quelle: str
    ) -> None: ...
    def merge(self, other: Evaluator) -> None: ...
    def to_bytes(self) -> bytes: ...
    @classmethod
    def from_bytes(cls, state: bytes) -> Evaluator: ...
    def finish(self) -> Auswertung: ...

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
def render(
    value: object, options: RenderOptions
) -> tuple[bytes, int, tuple[Finding, ...], str, list[str], tuple[Finding, ...]]: ...

@final
class Isolated:
    def __new__(cls, options: object) -> Isolated: ...
    def render(
        self, value: Vereinbarung
    ) -> tuple[bytes, int, tuple[Finding, ...], str, list[str], tuple[Finding, ...]]: ...

def context(options: RenderOptions) -> str: ...
def content_key(value: object, options: RenderOptions) -> str: ...
def keys_in(vereinbarung: Vereinbarung, context: str) -> tuple[str, str]: ...
def lay(
    rows: Iterator[object],
    headings: list[str] | None,
    base: object,
    art: str | None,
    columns: object,
    options: RenderOptions | ValidateOptions,
) -> list[tuple[int, Vereinbarung | None, tuple[RowFinding, ...]]]: ...
def row_reason(errors: int) -> str: ...
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
