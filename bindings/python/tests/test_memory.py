"""A long run keeps its memory."""

from __future__ import annotations

from pathlib import Path

from conftest import running

# What the process may grow by from the second 400 documents to the last 400. A leak of one PDF a document
# would be 48 MiB; the spread between runs is below 2 MiB.
MOST_GROWTH = 12 << 20

# The least of a window is compared: what is held for a moment, which depends on how the threads get their
# turns, is not in it.
SCRIPT = f"""
import contextlib, sys
sys.path.insert(0, {str(Path(__file__).parent)!r})
import psutil
import vereinbar
from conftest import numbered

process = psutil.Process()
sizes = []
for number in range(2000):
    pdf = vereinbar.render(numbered(number))
    if number % 20 == 0:
        assert vereinbar.extract(pdf).to_dict()["aktenzeichen"] == f"51.2-{{number:05d}}"
        vereinbar.validate({{"art": "qualitaetsentwicklungsvereinbarung"}}, stage="unterschriftsreif")
        with contextlib.suppress(vereinbar.ParseError):
            vereinbar.parse({{"art": number}})
    sizes.append(process.memory_info().rss)
print(min(sizes[400:800]), min(sizes[-400:]))
"""


def test_2000_documents_take_no_more_memory_than_800() -> None:
    # In a process of its own: what the tests before have left is laid out anew for long.
    with running(SCRIPT) as process:
        stdout, stderr = process.communicate()
    assert process.returncode == 0, stderr
    before, after = map(int, stdout.split())
    print(f"{before / 2**20:.1f} MiB after 400, growth {(after - before) / 2**20:+.1f} MiB")
    assert after - before < MOST_GROWTH
