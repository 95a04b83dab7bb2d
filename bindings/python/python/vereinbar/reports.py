"""What a batch tells: how far it is, and what came out of it. An evaluation tells how far it is, too.

Apart from names of files, columns and sheets there is no text of the rows in it,
so it may go into logs.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Literal, Protocol

from . import _html
from ._vereinbar import PHASES
from .findings import FoundInRows, RowFinding

__all__ = [
    "BatchFailure",
    "BatchProgress",
    "BatchReport",
    "DocumentState",
    "Phase",
    "ProgressBar",
    "RowState",
]

Phase = Literal["check", "render", "combine", "evaluate"]
"""What a batch is doing: checking every row, making the documents, or the collective file; or "evaluate"."""

RowState = Literal["made", "unchanged", "failed", "passed_over"]
"""What became of a document: made now, unchanged since an earlier run, not made, or not to be made now."""

# As many findings are printed.
_LISTED = 100


class ProgressBar(Protocol):
    """What a bar can do that a `BatchProgress` is shown on; those of tqdm can."""

    n: Any
    total: Any

    def reset(self) -> Any:
        """Begins again."""

    def set_description_str(self, desc: str, refresh: bool) -> Any:
        """Sets what stands before the bar."""

    def update(self, n: int) -> Any:
        """Goes on by a number."""


@dataclass(frozen=True)
class BatchProgress:
    """How far a batch or an evaluation is: what `on_progress` is called with.

    Attributes:
        phase: "check", "render" or "combine" of a batch; "evaluate" of an evaluation.
        done: Rows checked, documents made, skipped or failed, or agreements read, in
            this phase so far.
        failed: Of these: those that failed.
        unchanged: Of these: those that were unchanged since an earlier run.
        total: How many there are; None while rows are read, and where an evaluation
            takes its agreements one by one.
        elapsed: Seconds since the phase began.
        per_second: Rows, documents or agreements a second, in this phase.
        remaining: How many seconds the phase will take from here, if that can be said.
    """

    phase: Phase
    done: int
    failed: int
    unchanged: int
    total: int | None
    elapsed: float
    per_second: float
    remaining: float | None

    def show(self, bar: ProgressBar) -> None:
        """Brings a bar of tqdm, or one like it, up to date.

        Example:
            with tqdm() as bar:
                vereinbar.batch(rows, out="pdfs", on_progress=lambda progress: progress.show(bar))
        """
        if self.done < bar.n:
            # Another phase counts from the beginning.
            bar.reset()
        bar.total = self.total
        bar.set_description_str(PHASES[self.phase], refresh=False)
        bar.update(self.done - bar.n)


@dataclass(frozen=True)
class BatchFailure:
    """A document that was not made.

    Attributes:
        row: Which row: of a table file as the spreadsheet counts it, else counted
            from 1, so that `df.iloc[row - 1]` is the row of a DataFrame.
        source: The file that the row comes from, of a folder.
        form: Which of several forms of a row.
        file: The file that would have been written.
        reason: At what it failed, in one German sentence: the row, or making the document.
        findings: Why: what was found in the row, errors and others, or what kept the
            document from being made.
    """

    row: int
    source: str | None
    form: str | None
    file: str | None
    reason: str
    findings: tuple[RowFinding, ...] = ()

    def __str__(self) -> str:
        lines = [f"{self.source or f'Zeile {self.row}'}: {self.reason}", *map(str, self.findings)]
        return "\n  ".join(lines)


@dataclass(frozen=True)
class DocumentState:
    """What became of a document.

    Attributes:
        row: Which row, as in `BatchFailure`.
        source: The file that the row comes from, of a folder.
        form: Which of several forms of a row.
        file: The name of its file.
        state: "made", "unchanged", "failed", or "passed_over" with `only`.
    """

    row: int
    source: str | None
    form: str | None
    file: str | None
    state: RowState


@dataclass(frozen=True)
class BatchReport:
    """What came out of a batch.

    Attributes:
        art: Tells the report from other data of `vereinbar`: `batch_report`.
        version: The version of `vereinbar`.
        rows: Rows that were read.
        documents: Documents they make; a row may make several.
        done: Documents that were made now, or that are in order, with `check=True`.
        unchanged: Documents that are unchanged since an earlier run.
        failed: Documents that were not made; `failures` says why not, `findings` of all of them.
        warnings: Warnings about documents that were made; `findings` has them.
        hints: Hints about documents that were made; `findings` has them.
        pages: Pages of the documents that were made now.
        bytes: Bytes of the documents that were made now.
        seconds_check: How long checking took.
        seconds: How long the whole run took.
        per_second: Documents made a second, over the whole run.
        outputs: Where the documents are: folder, archive, collective file.
        notes: Remarks about the input, such as its encoding, and about a collective file: German sentences.
        orphans: Files of earlier runs that no row makes any more, and that lie in the folder.
        moved: Such files that were moved now: where they are.
        passed_over: Documents of rows that were not to be made now.
        states: What became of each document, in the order of the rows; not with `check=True`.
        failures: What failed, in the order of the rows: the first 5000 that were found.
        more_failures: How many more failed, which are counted only; `findings` has their rows.
        findings: What was found in the rows, errors, warnings and hints, and what kept
            documents from being made: each once, with all its rows. `print(report)` shows them.
    """

    art: str = field(repr=False)
    version: str = field(repr=False)
    rows: int
    documents: int
    done: int
    unchanged: int
    failed: int
    warnings: int
    hints: int
    pages: int
    bytes: int
    seconds_check: float = field(repr=False)
    seconds: float
    per_second: float
    outputs: tuple[Path, ...] = ()
    notes: tuple[str, ...] = field(default=(), repr=False)
    orphans: tuple[str, ...] = field(default=(), repr=False)
    moved: tuple[Path, ...] = field(default=(), repr=False)
    passed_over: int = 0
    states: tuple[DocumentState, ...] = field(default=(), repr=False)
    failures: tuple[BatchFailure, ...] = field(default=(), repr=False)
    more_failures: int = field(default=0, repr=False)
    findings: tuple[FoundInRows, ...] = field(default=(), repr=False)

    @property
    def is_success(self) -> bool:
        """Whether every row became a document, or could."""
        return self.failed == 0

    def to_dict(self) -> dict[str, Any]:
        """The report as new dicts, lists, texts and numbers, ready for JSON; as the command writes it."""
        plain: dict[str, Any] = json.loads(json.dumps(asdict(self), default=str))
        of_failures = [finding for failure in plain["failures"] for finding in failure["findings"]]
        for finding in [*of_failures, *plain["findings"]]:
            del finding["text"]
            for optional in ("position", "letter", "further_paths", "sources", "files"):
                if not finding.get(optional, True):
                    del finding[optional]
        return plain

    def __str__(self) -> str:
        made = "erzeugt" if self.outputs else "in Ordnung"
        counts = f"{self.done} {made}, {self.unchanged} unverändert, {self.failed} fehlgeschlagen"
        if self.passed_over:
            counts += f", {self.passed_over} übergangen"
        lines = [f"Zeilen: {self.rows}, Dokumente: {counts}."]
        if self.orphans:
            lines.append(f"Zu keiner Zeile gehören mehr: {', '.join(self.orphans)}. move_orphans verschiebt sie.")
        if self.moved:
            lines.append(f"Zu keiner Zeile mehr, verschoben: {', '.join(map(str, self.moved))}.")
        # What keeps a document from being made stands first.
        order = ("error", "warning", "hint")
        found = sorted(self.findings, key=lambda finding: order.index(finding.severity))
        lines += map(str, found[:_LISTED])
        if len(found) > _LISTED:
            lines.append(f"… und {len(found) - _LISTED} weitere Befunde; alle stehen in findings.")
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        return _html.report(self)

    @classmethod
    def _of(
        cls,
        plain: dict[str, Any],
        found: tuple[FoundInRows, ...],
        findings: list[tuple[RowFinding, ...]],
        outputs: list[Path],
        moved: list[Path],
    ) -> BatchReport:
        """The report from what the native module gives."""
        # A run that is interrupted raises, so nothing is left; and this is no file.
        for name in ("interrupted", "left"):
            del plain[name]
        failures = [
            BatchFailure(**{**failure, "findings": found})
            for failure, found in zip(plain["failures"], findings, strict=True)
        ]
        states = [DocumentState(**state) for state in plain["states"]]
        lists = {name: tuple(plain[name]) for name in ("notes", "orphans")}
        lists |= {
            "outputs": tuple(outputs),
            "moved": tuple(moved),
            "failures": tuple(failures),
            "states": tuple(states),
        }
        return cls(**{**plain, **lists, "findings": found})
