"""What `vereinbar` raises. `except VereinbarError` catches all of it.

Every exception has a German message that says what to do, and `findings`, which
is empty where nothing about an agreement was found. The exceptions can be
compared and pickled, so they come back whole from another process.
"""

from __future__ import annotations

import os
from collections.abc import Iterable

from .findings import Finding

__all__ = [
    "ExtractError",
    "FileError",
    "InternalError",
    "OptionError",
    "ParseError",
    "RenderError",
    "TableWarning",
    "TemplateWarning",
    "ValidationError",
    "VereinbarError",
]


class VereinbarError(Exception):
    """The base of all exceptions of this package.

    Attributes:
        findings: All that was found, in the order of the document.
    """

    findings: tuple[Finding, ...]

    def __init__(self, message: str, findings: Iterable[Finding] = ()) -> None:
        super().__init__(message)
        self.findings = tuple(findings)

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other):
            return NotImplemented
        assert isinstance(other, VereinbarError)
        return (self.args, self.__dict__) == (other.args, other.__dict__)

    def __hash__(self) -> int:
        return hash((type(self), self.args))


class ParseError(VereinbarError, ValueError):
    """The data is no agreement that can be read; `findings` has all places."""


class ValidationError(VereinbarError, ValueError):
    """The agreement contradicts itself, or is not ready to be signed.

    Attributes:
        stage: "entwurf", or "unterschriftsreif" with `require_complete=True`.
    """

    stage: str

    def __init__(self, message: str, findings: Iterable[Finding] = (), stage: str = "") -> None:
        super().__init__(message, findings)
        self.stage = stage


class ExtractError(VereinbarError, ValueError):
    """The file is no PDF of `vereinbar`, or its data cannot be read."""


class OptionError(VereinbarError, ValueError):
    """An argument has a value that does not exist, such as an unknown standard."""


class FileError(VereinbarError, OSError):
    """A file cannot be read or written; `__cause__` has the system's own exception, if any.

    Attributes:
        filename: The file.
        errno: The system's number for the reason, as with any `OSError`.
    """

    def __init__(self, message: str, filename: str | None = None, errno: int | None = None) -> None:
        super().__init__(message)
        self.filename = filename
        self.errno = errno

    def __str__(self) -> str:
        return str(self.args[0])

    def __reduce__(self) -> tuple[type[FileError], tuple[str, str | None, int | None]]:
        return type(self), (self.args[0], self.filename, self.errno)

    @classmethod
    def of(cls, file: str | os.PathLike[str], error: OSError) -> FileError:
        """The exception for a file and the reason that the system gives."""
        name = os.fspath(file)
        message = f"{name} kann nicht gelesen werden. Das System meldet: {error.strerror or error}"
        return cls(message, name, error.errno)


class RenderError(VereinbarError, RuntimeError):
    """No document came out, for a reason outside the agreement.

    Attributes:
        diagnostics: What Typst says about a template, in English.
    """

    diagnostics: tuple[str, ...]

    def __init__(self, message: str, diagnostics: Iterable[str] = ()) -> None:
        super().__init__(message)
        self.diagnostics = tuple(diagnostics)


class InternalError(VereinbarError, RuntimeError):
    """A fault of `vereinbar`, worth a report; the next call works again.

    Attributes:
        detail: What to put into the report, in English.
    """

    detail: str

    def __init__(self, message: str, detail: str = "") -> None:
        super().__init__(message)
        self.detail = detail


class TemplateWarning(UserWarning):
    """What Typst remarks about a template of one's own, in English."""


class TableWarning(UserWarning):
    """What a table of agreements does not hold as they have it, and files that could not be read, in German."""
