"""The function `evaluate`: the types and texts around the native one."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias

from .. import _vereinbar, types
from .._options import EvaluateOptions, keywords
from .._vereinbar import Auswertung, Vereinbarung
from ..errors import OptionError

Agreement: TypeAlias = Vereinbarung | types.Vereinbarung | Mapping[str, Any]
"""An agreement that is no file: one that was read, or a dict of one."""

Item: TypeAlias = str | os.PathLike[str] | Agreement | tuple[str, Agreement | bytes | bytearray]
"""What is evaluated: the path of a file or folder, an agreement, or a pair of where it is from and the agreement."""


@keywords(EvaluateOptions)
def evaluate(items: str | os.PathLike[str] | Iterable[Item], options: EvaluateOptions) -> Auswertung:
    """Evaluates many agreements together, for instance for the Jugendhilfeausschuss.

    Every number in the result names the agreements behind it. An agreement that is
    there twice, say as JSON and as PDF, counts once; of several versions the newest
    counts. The result depends neither on the order nor on the number of workers, and
    is the one of the command.

    What cannot be read is a finding, not the end: a damaged file, a dict that is no
    agreement. PDFs are read in processes (`python -m vereinbar.worker`), so that one that is made
    to do harm costs itself alone. The interpreter lock is released meanwhile. Ctrl-C, or an exception in
    `items` or `on_progress`, stops the run and is raised; there is no evaluation of a
    part.

    Args:
        items: The path of a file or folder, or any number of paths, `Vereinbarung`
            objects, dicts and pairs, mixed as you like; they are taken one by one and not kept.
            A file may be a PDF of `vereinbar` (a collective one, too), JSON with one
            agreement or a list, or JSON Lines; a folder is searched at any depth. A str
            is always a path. Agreements that are no file are called "Eintrag 1",
            "Eintrag 2" and so on, by their place among all items, or as a pair says:
            ("Zeile 17", agreement). In a pair may be the bytes of a PDF or JSON file, too.
        stichtag: The day against which is measured what is overdue, what has ended and what
            is ahead; the clock is never read. None leaves all that out.
        anonym: Leave out who the Träger are: their names become "Träger 1" and so on,
            also in texts; Aktenzeichen, sources and who does a Maßnahme are left out. None
            is True for a `vorlage` that is public, and else False. Read the result before
            it is published: abbreviations of names and names of third persons are not found.
        vorher: An earlier evaluation to compare with: an `Auswertung`, a dict, JSON text, or
            a path.
        vorlage: What is said of the paper for a committee: number, committee, session, office,
            whether it is public, what it costs, the decision; a dict, JSON text, or a path.
            Where it says no decision, one is proposed from the data. The names of files are
            left out of one that is public, which it is unless it says no.
        jobs: How many files are read at the same time, 1 to 200; None for as many as
            there are cores.
        time_limit: How long the work on one document may take, in seconds; what takes longer is
            stopped, and the file a finding. None for 60.
        memory_limit: How much memory it may take, in MiB, on Linux; None for 1024.
        on_progress: Called about ten times a second with a `BatchProgress` of the phase
            "evaluate", in the thread that called `evaluate`.

    Returns:
        The evaluation: as a dict, as tables for pandas, as PDF, XLSX, CSV and calendar.

    Raises:
        FileError: If a path that is named does not exist.
        OptionError: If an option has a value that does not exist.

    Example:
        >>> agreement = {
        ...     "art": "qualitaetsentwicklungsvereinbarung",
        ...     "ziele": [{"ziel": "Kinder bringen ihre Sicht ein.", "ergebnis": {"grad": "erreicht"}}],
        ... }
        >>> auswertung = evaluate([agreement, parse(agreement), {"art": "mietvertrag"}])
        >>> auswertung
        <Auswertung vereinbarungen=1 ziele=1 massnahmen=0 befunde=2>
        >>> [(befund["art"], befund["quellen"]) for befund in auswertung.befunde]
        [('nicht_lesbar', ['Eintrag 3']), ('doppelt', ['Eintrag 1', 'Eintrag 2'])]
        >>> auswertung.tables["ergebnisse"][0]["anzahl"]
        1
    """
    return _vereinbar.evaluate(_source(items), options)


def _source(items: Any) -> list[str | os.PathLike[str]] | Iterator[object]:
    """A list of paths, of which the library knows how many files they are; or the items one by one."""
    if isinstance(items, (str, os.PathLike)):
        return [items]
    if isinstance(items, (Mapping, Vereinbarung, bytes, bytearray)):
        raise OptionError("Die Vereinbarungen sind eine Liste, auch wenn es nur eine ist: [vereinbarung].")
    if isinstance(items, (list, tuple)) and all(isinstance(item, (str, os.PathLike)) for item in items):
        return list(items)
    one_by_one: Iterator[object] = iter(items)
    return one_by_one
