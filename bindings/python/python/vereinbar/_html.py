"""What a notebook shows of the objects of this package: their `_repr_html_`.

Every text is escaped. Colours are for who sees them; what they say stands in words beside.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping
from html import escape
from typing import Any

# As many findings, rows or places are shown; the object has all of them.
_SHOWN = 50
# The worst first, each with its colour; the word for it is the first of the finding's text.
_ORDER = ("error", "warning", "hint")
_COLORS = ("#c62828", "#e6a700", "#5b8fb9")


def findings(found: Iterable[Any]) -> str:
    """Findings as a table, the worst first."""
    found = sorted(found, key=lambda finding: _ORDER.index(finding.severity))
    if not found:
        return "<p>Keine Befunde.</p>"
    rows = [[_weight(finding), _place(finding), _said(finding), finding.code] for finding in found[:_SHOWN]]
    return _table(["Gewicht", "Stelle", "Befund und Abhilfe", "Code"], rows) + _more(len(found), "Befunde")


def vereinbarung(agreement: Any) -> str:
    """An agreement: who, when, and how much it holds."""
    data = agreement.to_dict()
    from . import _vereinbar  # It is imported by what imports this.

    title = _vereinbar.schema(agreement.art, None).get("title", agreement.art)
    rows = [
        ["Art", escape(str(title))],
        ["Aktenzeichen", _text(data.get("aktenzeichen"))],
        ["Jugendamt", _text(data.get("jugendamt", {}).get("name"))],
        ["Träger", _text(data.get("traeger", {}).get("name"))],
        ["Zeitraum", _period(data.get("vereinbarungszeitraum", {}))],
        ["Stand", _day(data.get("stand"))],
    ]
    shown = {"art", "fassung", "aktenzeichen", "stand", "jugendamt", "traeger", "vereinbarungszeitraum"}
    rows += [[escape(key), _summary(value)] for key, value in data.items() if key not in shown]
    return _table([], [row for row in rows if row[1]])


def auswertung(evaluation: Any) -> str:
    """An evaluation: its numbers and what was found on the way."""
    data = evaluation.to_dict()
    rows = []
    for name, value in data["kennzahlen"].items():
        if isinstance(value, Mapping) and "anzahl" in value:
            rows.append([escape(name.capitalize()), str(value["anzahl"])])
    head = f"<p>Stichtag: {_day(data['stichtag'])}</p>" if data.get("stichtag") else ""
    befunde = [
        [escape(befund["art"]), escape(befund["meldung"]), escape(", ".join(befund.get("quellen", ())))]
        for befund in evaluation.befunde[:_SHOWN]
    ]
    found = _table(["Befund", "Meldung", "Quellen"], befunde) if befunde else ""
    return head + _table(["Kennzahl", "Anzahl"], rows) + found + _more(len(evaluation.befunde), "Befunde")


def report(batch: Any) -> str:
    """A report of a batch: what was made, and what was found."""
    made = "erzeugt" if batch.outputs else "in Ordnung"
    counts = [
        ("Zeilen", batch.rows),
        (f"Dokumente {made}", batch.done),
        ("unverändert", batch.unchanged),
        ("fehlgeschlagen", batch.failed),
        ("Seiten", batch.pages),
    ]
    rows = [[escape(word), str(count)] for word, count in counts if count]
    rows += [["Geschrieben", escape(str(output))] for output in batch.outputs]
    notes = "".join(f"<p>{escape(note)}</p>" for note in batch.notes)
    found = findings(batch.findings) if batch.findings else ""
    return _table([], rows) + notes + found


def pages(drawn: Iterable[bytes]) -> str:
    """Pages side by side."""
    pictures = [
        f'<img alt="Seite {number}" style="max-width:45%;border:1px solid #999;margin:4px" '
        f'src="data:image/png;base64,{base64.b64encode(page).decode("ascii")}">'
        for number, page in enumerate(drawn, 1)
    ]
    return f"<div>{''.join(pictures)}</div>"


def letterhead(head: Any) -> str:
    """A letterhead: its lines, and whether it has pictures."""
    rows = [["Zeilen", "<br>".join(escape(line) for line in head.lines)], ["Farbe", _text(head.color)]]
    for name, picture in (("Logo", head.logo), ("Logo des Trägers", head.traeger_logo)):
        alt = head.logo_alt if picture is head.logo else head.traeger_logo_alt
        rows.append([name, _text(alt) if picture is not None else ""])
    return _table([], [row for row in rows if row[1]])


def error(raised: Any) -> str:
    """An exception with all that was found."""
    message = f"<p><b>{escape(type(raised).__name__)}</b>: {escape(str(raised.args[0]))}</p>"
    return message + (findings(raised.findings) if raised.findings else "")


def _table(head: list[str], rows: list[list[str]]) -> str:
    """Cells are HTML already."""
    cells = "".join(f"<th style='text-align:left'>{escape(word)}</th>" for word in head)
    first = f"<thead><tr>{cells}</tr></thead>" if head else ""
    body = "".join(
        "<tr>" + "".join(f"<td style='text-align:left;vertical-align:top'>{cell}</td>" for cell in row) + "</tr>"
        for row in rows
    )
    return f"<table>{first}<tbody>{body}</tbody></table>"


def _more(count: int, what: str) -> str:
    return f"<p>… und {count - _SHOWN} weitere {escape(what)}.</p>" if count > _SHOWN else ""


def _weight(finding: Any) -> str:
    color = _COLORS[_ORDER.index(finding.severity)]
    word = finding.text.replace(":", ",").split(",")[0].split(" ")[0]
    return f'<span style="border-left:4px solid {color};padding-left:6px">{word}</span>'


def _place(finding: Any) -> str:
    """Rows and column of a table, the place in the form's words, or line and column of a text."""
    parts = []
    rows = getattr(finding, "rows", ())
    if rows:
        shown = ", ".join(map(str, getattr(finding, "sources", ()) or rows[:10]))
        more = f" und {len(rows) - 10} weitere" if len(rows) > 10 else ""
        parts.append(f"{'Zeile' if len(rows) == 1 else 'Zeilen'} {escape(shown)}{more}")
    column, letter = getattr(finding, "column", None), getattr(finding, "letter", None)
    if column or letter:
        parts.append("Spalte " + escape(f"{letter} ({column})" if column and letter else str(letter or column)))
    if finding.position is not None:
        parts.append(f"Zeile {finding.position.line}, Spalte {finding.position.column}")
    if finding.place:
        parts.append(escape(finding.place))
    return "<br>".join(parts)


def _said(finding: Any) -> str:
    remedy = f"<br><i>{escape(finding.remedy)}</i>" if finding.remedy else ""
    return escape(finding.message) + remedy


def _text(value: object) -> str:
    return escape(str(value)) if value else ""


def _day(value: str | None) -> str:
    """A day as people write it; words stay what they are."""
    if not value:
        return ""
    parts = value.split("-")
    is_day = len(parts) == 3 and all(part.isdigit() for part in parts)
    return escape(".".join(reversed(parts)) if is_day else value)


def _period(period: Mapping[str, str]) -> str:
    days = [_day(period.get("von")), _day(period.get("bis"))]
    return " bis ".join(day or "…" for day in days) if any(days) else ""


def _summary(value: object) -> str:
    """How much stands there: the text itself, or how many entries."""
    if isinstance(value, list):
        return "1 Eintrag" if len(value) == 1 else f"{len(value)} Einträge"
    if isinstance(value, Mapping):
        return escape(", ".join(value))
    return _text(value)
