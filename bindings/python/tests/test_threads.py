"""Many threads at a time, each with data of its own."""

from __future__ import annotations

import io
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pypdf
import vereinbar
from conftest import interpreter_goes_on, numbered

THREADS = 16
DOCUMENTS = 10


def test_every_document_of_16_threads_holds_its_own_text() -> None:
    start = threading.Barrier(THREADS)

    def work(thread: int) -> list[tuple[int, bytes]]:
        numbers = range(thread * DOCUMENTS, (thread + 1) * DOCUMENTS)
        start.wait()
        return [(number, vereinbar.render(numbered(number))) for number in numbers]

    with ThreadPoolExecutor(THREADS) as pool:
        made = [document for part in pool.map(work, range(THREADS)) for document in part]

    assert len({pdf for _, pdf in made}) == len(made) == THREADS * DOCUMENTS
    for number, pdf in made:
        assert vereinbar.extract(pdf) == vereinbar.parse(numbered(number))
    for number, pdf in made[::7]:
        # By another reader: what is printed, and what is attached.
        reader = pypdf.PdfReader(io.BytesIO(pdf))
        text = " ".join("".join(page.extract_text() for page in reader.pages).split())
        assert f"Das Ziel mit der Nummer {number} wird erreicht." in text
        (attached,) = reader.attachments["vereinbarung.json"]
        assert vereinbar.parse(bytes(attached)) == vereinbar.parse(numbered(number))
        # And as if it had been the only one.
        assert pdf == vereinbar.render(numbered(number))


def test_all_functions_at_once() -> None:
    good, bad = numbered(1), {**numbered(2), "ziele": "falsch"}
    pdf = vereinbar.render(good)

    def work(number: int) -> Any:
        match number % 6:
            case 0:
                return vereinbar.render(good) == pdf
            case 1:
                return vereinbar.extract(pdf) == vereinbar.parse(good)
            case 2:
                return vereinbar.preview(good, ppi=20)[0][:4] == b"\x89PNG"
            case 3:
                return vereinbar.validate(good, stage="unterschriftsreif") != []
            case 4:
                return vereinbar.schema()["title"] == "Vereinbarung"
            case _:
                try:
                    vereinbar.render(bad)
                except vereinbar.ParseError as error:
                    return [finding.path for finding in error.findings] == ["/ziele"]

    with ThreadPoolExecutor(THREADS) as pool:
        assert all(pool.map(work, range(240)))


def test_the_interpreter_goes_on_while_a_document_is_made() -> None:
    big = {**numbered(3), "ziele": [{"ziel": f"Ziel {n}. " * 100} for n in range(150)]}
    with interpreter_goes_on():
        vereinbar.render(big)
