"""Agreements of German youth welfare: data to forms (PDF), forms to data.

    >>> import vereinbar
    >>> pdf = vereinbar.render({"art": "qualitaetsentwicklungsvereinbarung"})

The functions are `parse`, `validate`, `calculate`, `render`, `preview`, `blank`, `set`,
`extract`, `extract_all`, `schema`, `table`, `columns`, `batch` and `evaluate`. What they raise derives from
`VereinbarError`. `vereinbar.types` and `vereinbar.results` have the types of what goes
in and what comes out, for an editor that completes keys.
"""

from . import errors, findings, options, reports, results, types
from ._api import blank, calculate, extract, parse, preview, render, schema, validate
from ._batch import batch
from ._evaluate import evaluate
from ._tables import columns, extract_all, set, table
from ._vereinbar import Auswertung, Vereinbarung, __version__
from .errors import (
    ExtractError,
    FileError,
    InternalError,
    OptionError,
    ParseError,
    RenderError,
    TableWarning,
    TemplateWarning,
    ValidationError,
    VereinbarError,
)
from .findings import Finding, Position, RowFinding
from .options import Letterhead
from .reports import BatchFailure, BatchProgress, BatchReport, DocumentState, Proposal

__all__ = [
    "Auswertung",
    "BatchFailure",
    "BatchProgress",
    "BatchReport",
    "DocumentState",
    "ExtractError",
    "FileError",
    "Finding",
    "InternalError",
    "Letterhead",
    "OptionError",
    "ParseError",
    "Position",
    "Proposal",
    "RenderError",
    "RowFinding",
    "TableWarning",
    "TemplateWarning",
    "ValidationError",
    "Vereinbarung",
    "VereinbarError",
    "__version__",
    "batch",
    "blank",
    "calculate",
    "columns",
    "errors",
    "evaluate",
    "extract",
    "extract_all",
    "findings",
    "options",
    "parse",
    "preview",
    "render",
    "reports",
    "results",
    "schema",
    "set",
    "table",
    "types",
    "validate",
]

# Pickles and `help()` name the place that is public.
for _function in (
    batch, blank, calculate, columns, evaluate, extract, extract_all, parse, preview, render, schema, set, table, validate,
):
    _function.__module__ = __name__
del _function
