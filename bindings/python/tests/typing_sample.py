"""A script as an office writes it, for mypy in strict mode.

Each line with `type: ignore` is wrong and stays so: mypy complains of an ignore
without need, so this file also tests that the mistakes are found.
"""

import datetime
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import vereinbar
from vereinbar import results, types


def agreement(name: str, start: datetime.date) -> types.Qualitaetsentwicklungsvereinbarung:
    traeger: types.Partei = {"name": name, "ags": None}
    return {
        "art": "qualitaetsentwicklungsvereinbarung",
        "stand": "2026-12-01",
        "traeger": traeger,
        "vereinbarungszeitraum": {"von": start, "bis": start.replace(year=start.year + 1)},
        "qualitaetsdimensionen": ["prozessqualitaet"],
        "grundsaetze_und_massstaebe": [{"code": "partizipation"}],
        "ziele": [
            {
                "ziel": "Ein Ziel",
                "kriterien": {"freier_traeger": [{"woran": "Ein Kriterium"}]},
                "massnahmen": {"freier_traeger": [{"wer": "Leitung", "was": "x", "bis": start}]},
            }
        ],
    }


data = agreement("Beispielträger", datetime.date(2027, 1, 1))
v: vereinbar.Vereinbarung = vereinbar.parse(data)
pdf: bytes = vereinbar.render(data, standard="a-3a+ua-1", ausfuellhilfe="angehaengt")
pages: list[bytes] = vereinbar.preview(v, pages=1, ppi=20)
findings: Sequence[vereinbar.Finding] = vereinbar.validate(v, stage="unterschriftsreif")
severities: set[vereinbar.findings.Severity] = {finding.severity for finding in findings}
back: vereinbar.Vereinbarung = vereinbar.extract(pdf)
blank: vereinbar.Vereinbarung = vereinbar.blank("qualitaetsentwicklungsvereinbarung")
title: str = vereinbar.schema()["title"]
letterhead = vereinbar.Letterhead(lines=["Jugendamt"], color="#1d4e79")

rows: list[dict[str, object]] = [{"traeger.name": "Haus Nord", "stand": datetime.date(2027, 1, 1)}]
told: list[vereinbar.BatchProgress] = []
report: vereinbar.BatchReport = vereinbar.batch(rows, base=data, check=True, jobs=2, on_progress=told.append)
vereinbar.batch((row for row in rows), base=v, check=True)
vereinbar.batch([data], check=True)
columns: list[str | None] = [found.column for failure in report.failures for found in failure.findings]
left: float | None = told[-1].remaining

mixed: list[vereinbar.Vereinbarung | types.Qualitaetsentwicklungsvereinbarung] = [v, data]
auswertung: vereinbar.Auswertung = vereinbar.evaluate(
    mixed, stichtag=datetime.date(2027, 6, 30), on_progress=told.append
)
vereinbar.evaluate((one for one in mixed), anonym=True, jobs=1)
vereinbar.evaluate([("Zeile 2", v), ("Zeile 3", data), ("Zeile 4", pdf)])
part = vereinbar.Evaluator(stichtag="2027-06-30")
part.add(v, "Zeile 2")
part.merge(vereinbar.Evaluator.from_bytes(part.to_bytes()))
document: vereinbar.Document = vereinbar.render(data)
known: tuple[int, str, str] = (document.pages, document.sha256, vereinbar.content_key(data, fillable=True))
laid: vereinbar.Laid = vereinbar.lay(rows[0], v, stage="entwurf")
vereinbar.evaluate(rows)
plain: results.Auswertung = auswertung.to_dict()
numbers: list[int] = plain["kennzahlen"]["vereinbarungen"]["vereinbarungen"]
traeger: list[str] = [one["traeger"] for one in plain["vereinbarungen"] if "traeger" in one]
words: list[str] = [befund["meldung"] for befund in auswertung.befunde]
table: list[dict[str, Any]] = auswertung.tables["termine"]
report_pdf: bytes = auswertung.to_pdf(letterhead=letterhead)
leq: types.LeqVereinbarung = {
    "art": "leq_vereinbarung",
    "entgeltvereinbarung": {"tagessatz": {"plaetze": 9, "auslastung": Decimal("95")}},
}
berechnung: results.Berechnung = vereinbar.calculate(leq)
stellen = berechnung["rundung"]
profile: vereinbar.options.Profile = {"limits": {"max_auslastung_prozent": "90"}}
vereinbar.validate(leq, profile=profile, stichtag="2027-06-30")

try:
    vereinbar.render(Path("fehlt.json"), letterhead=letterhead)
except vereinbar.ValidationError as error:
    stage: str = error.stage
except vereinbar.FileError as error:
    file: str | None = error.filename
except vereinbar.VereinbarError as error:
    codes: list[str] = [finding.code for finding in error.findings]


def wrong() -> None:
    vereinbar.render(data, standard="a-1b")  # type: ignore[arg-type]
    vereinbar.render(data, "a-3a+ua-1")  # type: ignore[call-arg]
    vereinbar.validate(data, stage="fertig")  # type: ignore[arg-type]
    vereinbar.blank("vertrag")  # type: ignore[arg-type]
    vereinbar.batch(rows, "out")  # type: ignore[call-arg]
    vereinbar.batch(rows, out=5)  # type: ignore[arg-type]
    vereinbar.batch(5)  # type: ignore[arg-type]
    vereinbar.batch(rows, on_progress=lambda: None)  # type: ignore[arg-type,misc]
    report.done = 5  # type: ignore[misc]
    vereinbar.evaluate(5)  # type: ignore[arg-type]
    vereinbar.evaluate(rows, "2027-06-30")  # type: ignore[call-arg]
    auswertung.tables = {}  # type: ignore[misc]
    plain["kennzahl"]  # type: ignore[typeddict-item]
    betrag: int = berechnung["tagessatz"]["betrag"]  # type: ignore[assignment]
    vereinbar.parse(5)  # type: ignore[arg-type]
    findings[0].code = "x"  # type: ignore[misc]
    partei: types.Partei = {"nmae": "x"}  # type: ignore[typeddict-unknown-key]
    zeitraum: types.Zeitraum = {"von": 5}  # type: ignore[typeddict-item]
    ohne: types.Vereinbarung = {"stand": "2026-12-01"}  # type: ignore[assignment]
    massstab: types.Massstab = {"code": "freiheit"}  # type: ignore[typeddict-item]
