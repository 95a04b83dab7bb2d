"""Agreements of German youth welfare: data to forms (PDF), forms to data.

    >>> import vereinbar
    >>> pdf = vereinbar.render({"art": "qualitaetsentwicklungsvereinbarung"})

The functions are `parse`, `validate`, `calculate`, `render`, `preview`, `blank`, `set`,
`extract`, `extract_all`, `extract_answers`, `refresh`, `schema`, `table`, `columns`, `batch`,
`lay`, `content_key`, `context` and `evaluate`; `export_templates` gives the templates, an
`Evaluator` evaluates in parts. `vereinbar.arrow` and `vereinbar.ray`, which need packages of
their own (extras `arrow`, `ray`, `spark`), do the same on columns and on clusters. What they raise derives from
`VereinbarError`. `vereinbar.types` and `vereinbar.results` have the types of what goes
in and what comes out, for an editor that completes keys.
"""

from . import answers, documents, errors, findings, options, reports, results, types
from ._functions.api import (
    blank,
    calculate,
    content_key,
    context,
    export_templates,
    extract,
    extract_answers,
    parse,
    preview,
    refresh,
    render,
    schema,
    validate,
)
from ._functions.batch import batch, lay
from ._functions.evaluate import evaluate
from ._functions.tables import columns, extract_all, set, table
from ._vereinbar import Auswertung, Evaluator, Vereinbarung, __version__
from .answers import Answers, Change
from .documents import Document, Laid
from .errors import (
    ExtractError,
    FieldWarning,
    FileError,
    InternalError,
    LetterheadWarning,
    OptionError,
    ParseError,
    ProcessWarning,
    RenderError,
    TableWarning,
    TemplateWarning,
    ValidationError,
    VereinbarError,
)
from .findings import Finding, Findings, FoundInRows, Position, RowFinding
from .options import Letterhead
from .reports import BatchFailure, BatchProgress, BatchReport, DocumentState

__all__ = [
    "Answers",
    "Auswertung",
    "BatchFailure",
    "BatchProgress",
    "BatchReport",
    "Change",
    "Document",
    "DocumentState",
    "Evaluator",
    "ExtractError",
    "FieldWarning",
    "FileError",
    "Finding",
    "Findings",
    "FoundInRows",
    "InternalError",
    "Laid",
    "Letterhead",
    "LetterheadWarning",
    "OptionError",
    "ParseError",
    "Position",
    "ProcessWarning",
    "RenderError",
    "RowFinding",
    "TableWarning",
    "TemplateWarning",
    "ValidationError",
    "Vereinbarung",
    "VereinbarError",
    "__version__",
    "answers",
    "batch",
    "blank",
    "calculate",
    "columns",
    "content_key",
    "context",
    "documents",
    "errors",
    "evaluate",
    "export_templates",
    "extract",
    "extract_all",
    "extract_answers",
    "findings",
    "lay",
    "options",
    "parse",
    "preview",
    "refresh",
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
    batch,
    blank,
    calculate,
    columns,
    content_key,
    context,
    evaluate,
    export_templates,
    extract,
    extract_all,
    extract_answers,
    lay,
    parse,
    preview,
    refresh,
    render,
    schema,
    set,
    table,
    validate,
):
    _function.__module__ = __name__
del _function
