"""What `vereinbar` raises. `except VereinbarError` catches all of it.

Every exception has a German message that says what to do, and `findings`, which
is empty where nothing about an agreement was found. The exceptions can be
compared and pickled, so they come back whole from another process.
"""

from __future__ import annotations

import os
from collections.abc import Iterable

from . import _html, _vereinbar
from .findings import Finding

__all__ = [
    "ExtractError",
    "FieldWarning",
    "FileError",
    "InternalError",
    "LetterheadWarning",
    "OptionError",
    "ParseError",
    "ProcessWarning",
    "RenderError",
    "TableWarning",
    "TemplateWarning",
    "ValidationError",
    "VereinbarError",
]

# As many findings are printed with an exception.
_LISTED = 100


class VereinbarError(Exception):
    """The base of all exceptions of this package.

    Attributes:
        findings: All that was found, in the order of the document.
    """

    findings: tuple[Finding, ...]

    def __init__(self, message: str, findings: Iterable[Finding] = ()) -> None:
        super().__init__(message)
        self.findings = tuple(findings)

    def __str__(self) -> str:
        message = super().__str__()
        # The first, or all, are in the message; who sees a traceback asks for the rest.
        others = [text for text in map(str, self.findings) if text not in message]
        lines = [message, *(f"  {text}" for text in others[:_LISTED])]
        if len(others) > _LISTED:
            lines.append(f"  … und {len(others) - _LISTED} weitere; alle stehen in findings.")
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        return _html.error(self)

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
        number = getattr(error, "winerror", None) or error.errno
        reason = _vereinbar.system_reason(number) if number else "Das System nennt keinen Grund."
        message = f"{name} kann nicht gelesen werden: {reason}"
        return cls(message, name, error.errno)


class RenderError(VereinbarError, RuntimeError):
    """No document came out, for a reason outside the agreement.

    Attributes:
        diagnostics: What Typst says about a template: in German, with file, line and excerpt,
            and in its own words.
    """

    diagnostics: tuple[str, ...]

    def __init__(self, message: str, diagnostics: Iterable[str] = (), findings: Iterable[Finding] = ()) -> None:
        super().__init__(message, findings)
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
    """What Typst remarks about a template of one's own, in German, with file, line and excerpt.

    Also that its layout does not settle, so that numbers of pages may be wrong.
    """


class FieldWarning(UserWarning):
    """A text that is longer than its field of a fillable form: in German, with place and remedy."""


class LetterheadWarning(UserWarning):
    """What of a letterhead is printed otherwise than it was asked for: a German sentence."""


class ProcessWarning(UserWarning):
    """What of processes and their limits is otherwise than asked for: a German sentence."""


class TableWarning(UserWarning):
    """What a table of agreements does not hold as they have it, and files of which nothing was taken, in German."""
