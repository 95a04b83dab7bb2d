"""A script as an office writes it, for mypy in strict mode.

Each line with `type: ignore` is wrong and stays so: mypy complains of an ignore
without need, so this file also tests that the mistakes are found.
"""

import datetime
from collections.abc import Sequence
from pathlib import Path

import vereinbar
from vereinbar import types


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
                "kriterien": {"freier_traeger": ["Ein Kriterium"]},
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
    vereinbar.parse(5)  # type: ignore[arg-type]
    findings[0].code = "x"  # type: ignore[misc]
    partei: types.Partei = {"nmae": "x"}  # type: ignore[typeddict-unknown-key]
    zeitraum: types.Zeitraum = {"von": 5}  # type: ignore[typeddict-item]
    ohne: types.Vereinbarung = {"stand": "2026-12-01"}  # type: ignore[typeddict-item]
    massstab: types.Massstab = {"code": "freiheit"}  # type: ignore[typeddict-item]
