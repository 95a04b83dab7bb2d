"""Templates of one's own that do what no template should, where the Träger is called T1."""

from __future__ import annotations

from pathlib import Path

import vereinbar

ART = "qualitaetsentwicklungsvereinbarung"
ENDLESS = "for i in range(1000000) { for j in range(1000000) { } }"
GREEDY = "let all = (); for i in range(100000) { all.push(str(i) * 1000000) }"


def spoilt(folder: Path, code: str) -> Path:
    """Templates that come to this code."""
    vereinbar.export_templates(folder)
    with (folder / ART / "main.typ").open("a", encoding="utf-8") as main:
        main.write(f'\n#if json("daten.json").at("traeger").at("name") == "T1" {{ {code} }}\n')
    return folder
