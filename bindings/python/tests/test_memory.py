"""A long run keeps its memory."""

from __future__ import annotations

import contextlib

import psutil
import vereinbar
from conftest import numbered

DOCUMENTS = 2000
WARM_UP = 400
# What the process may grow by between the 400th and the 2,000th document. A leak of
# one PDF a document would be 80 MiB; the spread between runs is below 4 MiB.
MOST_GROWTH = 12 << 20


def test_2000_documents_take_no_more_memory_than_400() -> None:
    process = psutil.Process()
    before = 0
    for number in range(DOCUMENTS):
        if number == WARM_UP:
            before = process.memory_info().rss
        pdf = vereinbar.render(numbered(number))
        if number % 20 == 0:
            assert vereinbar.extract(pdf).to_dict()["aktenzeichen"] == f"51.2-{number:05d}"
            vereinbar.validate({"art": "qualitaetsentwicklungsvereinbarung"}, stage="unterschriftsreif")
            with contextlib.suppress(vereinbar.ParseError):
                vereinbar.parse({"art": number})
    growth = process.memory_info().rss - before
    print(f"{before / 2**20:.1f} MiB after {WARM_UP}, growth {growth / 2**20:+.1f} MiB")
    assert growth < MOST_GROWTH
