"""Agreements of German youth welfare: data to forms (PDF), forms to data.

    >>> import vereinbar
    >>> pdf = vereinbar.render({"art": "qualitaetsentwicklungsvereinbarung"})

The functions are `parse`, `validate`, `render`, `preview`, `blank`, `extract` and
`schema`. What they raise derives from `VereinbarError`. `vereinbar.types` has the
types of the data for an editor that completes keys.
"""

from . import errors, findings, options, types
from ._api import blank, extract, parse, preview, render, schema, validate
from ._vereinbar import Vereinbarung, __version__
from .errors import (
    ExtractError,
    FileError,
    InternalError,
    OptionError,
    ParseError,
    RenderError,
    TemplateWarning,
    ValidationError,
    VereinbarError,
)
from .findings import Finding, Position
from .options import Letterhead

__all__ = [
    "ExtractError",
    "FileError",
    "Finding",
    "InternalError",
    "Letterhead",
    "OptionError",
    "ParseError",
    "Position",
    "RenderError",
    "TemplateWarning",
    "ValidationError",
    "Vereinbarung",
    "VereinbarError",
    "__version__",
    "blank",
    "errors",
    "extract",
    "findings",
    "options",
    "parse",
    "preview",
    "render",
    "schema",
    "types",
    "validate",
]

# Pickles and `help()` name the place that is public.
for _function in (blank, extract, parse, preview, render, schema, validate):
    _function.__module__ = __name__
del _function
