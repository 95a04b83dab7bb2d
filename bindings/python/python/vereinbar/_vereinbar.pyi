# Checked against the module by mypy.stubtest (tests/test_typing.py).
from os import PathLike
from typing import Any, Final, final

from .findings import Finding
from .options import Ausfuellhilfe, Letterhead, Stage, Standard

__all__ = [
    "AUSFUELLHILFEN",
    "DEFAULT_AUSFUELLHILFE",
    "DEFAULT_STAGE",
    "DEFAULT_STANDARD",
    "MAX_INPUT_BYTES",
    "STAGES",
    "STANDARDS",
    "Vereinbarung",
    "__version__",
    "_panic_for_test",
    "blank",
    "check_letterhead",
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
STAGES: Final[list[str]]
STANDARDS: Final[list[str]]
AUSFUELLHILFEN: Final[list[str]]
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

def parse(value: object) -> Vereinbarung: ...
def validate(value: object, stage: str) -> list[Finding]: ...
def render(
    value: object,
    standard: str,
    ausfuellhilfe: str,
    letterhead: Letterhead | None,
    templates: str | PathLike[str] | None,
    require_complete: bool,
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
) -> list[bytes]: ...
def check_letterhead(letterhead: Letterhead) -> None: ...
def blank(art: str) -> Vereinbarung: ...
def extract(pdf: bytes) -> Vereinbarung: ...
def schema(art: str | None) -> dict[str, Any]: ...
def _panic_for_test() -> None: ...
