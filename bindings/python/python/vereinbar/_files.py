"""Reading files, bounded."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TypeVar

from . import _vereinbar
from .errors import FileError

_T = TypeVar("_T")


def content(value: _T | os.PathLike[str]) -> _T | bytes:
    """The bytes of a JSON file where a path is given; anything else as it is."""
    if isinstance(value, os.PathLike):
        return _read(value, _vereinbar.MAX_INPUT_BYTES)
    return value


def large(value: _T | os.PathLike[str]) -> _T | bytes:
    """As `content`, for what holds many agreements."""
    return read_any(value) if isinstance(value, os.PathLike) else value


def read_any(file: str | os.PathLike[str]) -> bytes:
    """The bytes of any other file: as much as `extract` reads, whose finding speaks of a file that is larger."""
    return _read(file, _vereinbar.MAX_PDF_BYTES)


def read_collection(file: str | os.PathLike[str]) -> bytes:
    """The bytes of a PDF that may hold many agreements."""
    return _read(file, _vereinbar.MAX_COLLECTION_BYTES)


def pdf(pdf: bytes | bytearray | str | os.PathLike[str]) -> bytes:
    """The bytes of a PDF, given as such or as the path of the file."""
    return bytes(pdf) if isinstance(pdf, (bytes, bytearray)) else read_any(pdf)


def _read(file: str | os.PathLike[str], limit: int) -> bytes:
    try:
        with Path(file).open("rb") as stream:
            # One byte more, so that a file over the limit is seen to be over it.
            return stream.read(limit + 1)
    except OSError as error:
        raise FileError.of(file, error) from error
