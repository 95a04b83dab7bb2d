"""A document that was made, and a row that is ready to become one."""

from __future__ import annotations

from dataclasses import dataclass

from ._vereinbar import Vereinbarung
from .findings import Finding, RowFinding

__all__ = ["Document", "Laid"]


class Document(bytes):
    """The PDF that `render` has made: its bytes, and what is known of it.

    It is `bytes`: to be written, sent and compared as such; `bytes(document)` is a plain copy.

    Attributes:
        pages: How many pages it has.
        findings: Warnings and hints about the agreement, as `validate` gives them, each text that is
            longer than its field, and that the layout does not settle.
        sha256: The SHA-256 of the bytes, as hexadecimal digits.
    """

    pages: int
    findings: tuple[Finding, ...]
    sha256: str

    @classmethod
    def _of(cls, pdf: bytes, pages: int, findings: tuple[Finding, ...], sha256: str) -> Document:
        """From what the native module gives."""
        document = cls(pdf)
        document.pages, document.findings, document.sha256 = pages, findings, sha256
        return document

    def __repr__(self) -> str:
        return f"<Document: PDF, pages={self.pages}, {len(self)} bytes>"

    # As text of bytes it would be the whole file.
    __str__ = __repr__


@dataclass(frozen=True)
class Laid:
    """A row, laid over an agreement and checked.

    Attributes:
        vereinbarung: The agreement; None where the row is none that can be read.
        findings: What was found in the row and in its agreement, each with its column.
    """

    vereinbarung: Vereinbarung | None
    findings: tuple[RowFinding, ...]

    @property
    def is_success(self) -> bool:
        """Whether a document can be made of it: whether there are no errors."""
        return self.vereinbarung is not None and all(one.severity != "error" for one in self.findings)
