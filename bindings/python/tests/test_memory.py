"""A long run keeps its memory."""

from __future__ import annotations

import contextlib

import psutil
import vereinbar
from conftest import numbered

DOCUMENTS = 2000
WINDOW = 400
# What the process may grow by from the second 400 documents to the last 400. A leak of one PDF a document
# would be 48 MiB. The least of a window is compared: what is held for a moment, which depends on how the
# threads get their turns, is not in it.
MOST_GROWTH = 12 << 20


def test_2000_documents_take_no_more_memory_than_800() -> None:
    process = psutil.Process()
    sizes = []
    for number in range(DOCUMENTS):
        pdf = vereinbar.render(numbered(number))
        if number % 20 == 0:
            assert vereinbar.extract(pdf).to_dict()["aktenzeichen"] == f"51.2-{number:05d}"
            vereinbar.validate({"art": "qualitaetsentwicklungsvereinbarung"}, stage="unterschriftsreif")
            with contextlib.suppress(vereinbar.ParseError):
                vereinbar.parse({"art": number})
        sizes.append(process.memory_info().rss)
    before, after = min(sizes[WINDOW : 2 * WINDOW]), min(sizes[-WINDOW:])
    print(f"{before / 2**20:.1f} MiB after {WINDOW}, growth {(after - before) / 2**20:+.1f} MiB")
    assert after - before < MOST_GROWTH
