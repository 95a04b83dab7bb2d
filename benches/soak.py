"""Long runs of the Python package in one process: soak.py documents NUMBER, or soak.py threads MINUTES.

`documents`: ever the same thousand agreements, made again and again; each document has the bytes that it had the first
time, and the memory of the process stays as it is.
`threads`: eight threads do all that the package does, in an order of their own each; what comes out has the bytes that
it has in one thread, and the memory stays as it is.
"""

import contextlib
import hashlib
import itertools
import json
import random
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import vereinbar

ROOT = Path(__file__).resolve().parent.parent
FIXTURES = ROOT / "tests/fixtures"
# Typst keeps what it has laid out for some documents, in each thread. A leak of a kilobyte a document, or call, would be
# more than this.
MOST_GROWTH = 64 << 20
DIFFERENT = 1000
THREADS = 8
# The memory is looked at so often.
SECONDS = 0.5


class Memory:
    """What the process takes: the least of each tenth of its samples, which momentary needs are not in."""

    def __init__(self) -> None:
        self.samples: list[int] = []

    def sample(self) -> None:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
        self.samples.append(pages * 4096)

    def verdict(self) -> str:
        """Growth from the third tenth to the last; the first two lay out what is kept afterwards."""
        tenth = max(1, len(self.samples) // 10)
        tenths = [min(self.samples[begin : begin + tenth]) for begin in range(0, tenth * 10, tenth)]
        said = " ".join(f"{size / 2**20:.0f}" for size in tenths)
        growth = tenths[-1] - tenths[2]
        if growth > MOST_GROWTH:
            sys.exit(f"The memory grows: MiB in each tenth of the run: {said}")
        return f"MiB in each tenth of the run: {said}; most: {max(self.samples) / 2**20:.0f}"


def examples() -> list[dict[str, Any]]:
    files = [
        file
        for art in ("qualitaetsentwicklungsvereinbarung", "leq_vereinbarung")
        for file in (FIXTURES / art / "valid").glob("*.json")
    ]
    agreements = [json.loads(file.read_text("utf-8-sig")) for file in sorted(files)]
    return [agreement for agreement in agreements if len(json.dumps(agreement)) < 20_000]


def numbered(base: dict[str, Any], number: int) -> dict[str, Any]:
    return {
        **base,
        "aktenzeichen": f"51-{number:04}",
        "traeger": {**(base.get("traeger") or {}), "name": f"Haus {number}"},
    }


# What most lists of an office hold; each tenth agreement is a fixture.
SMALL = {
    "art": "qualitaetsentwicklungsvereinbarung",
    "stand": "2026-12-01",
    "jugendamt": {"name": "Landkreis Musterland"},
    "vereinbarungszeitraum": {"von": "2027-01-01", "bis": "2028-12-31"},
    "ziele": [{"ziel": "Kinder und Jugendliche bringen ihre Sicht in jedes Gespräch ein."}],
}


def documents(number: int) -> None:
    bases = list(itertools.chain.from_iterable([base, *[SMALL] * 9] for base in examples()))
    agreements = [numbered(base, index) for index, base in zip(range(DIFFERENT), itertools.cycle(bases))]
    first: dict[int, bytes] = {}
    memory = Memory()
    begin = time.monotonic()
    next_sample = begin
    for index in range(number):
        which = index % DIFFERENT
        digest = hashlib.sha256(vereinbar.render(agreements[which])).digest()
        if first.setdefault(which, digest) != digest:
            sys.exit(f"Document {index} has other bytes than {which}, which is the same agreement.")
        if time.monotonic() >= next_sample:
            memory.sample()
            next_sample += SECONDS
        if (index + 1) % 10_000 == 0:
            print(
                f"{index + 1:,} after {time.monotonic() - begin:.0f} s, {memory.samples[-1] / 2**20:.0f} MiB",
                flush=True,
            )
    seconds = time.monotonic() - begin
    print(f"{number:,} documents of {len(first):,} agreements in {seconds:.0f} s; {memory.verdict()}")


def told(work: Callable[[], object]) -> object:
    """What comes out, or what is refused."""
    try:
        return work()
    except vereinbar.VereinbarError as error:
        return str(error)


def tasks(folder: Path) -> dict[str, Callable[[], object]]:
    """All that the package does, by name."""
    bases = examples()
    made: dict[str, Callable[[], object]] = {}
    for number, base in enumerate(bases):
        agreement = numbered(base, number)
        text, wrong = json.dumps(agreement), json.dumps({**agreement, "stand": "31.2.2026", "ziele": 7})
        pdf = bytes(vereinbar.render(agreement))
        form = bytes(vereinbar.render(agreement, fillable=True))
        made |= {
            f"render {number}": lambda agreement=agreement: bytes(vereinbar.render(agreement)),
            f"parse {number}": lambda text=text: vereinbar.parse(text).to_json(),
            f"parse what is wrong {number}": lambda wrong=wrong: vereinbar.parse(wrong),
            f"extract {number}": lambda pdf=pdf: vereinbar.extract(pdf).to_json(),
            f"extract answers {number}": lambda form=form: repr(vereinbar.extract_answers(form)),
            f"validate {number}": lambda agreement=agreement: repr(
                vereinbar.validate(agreement, stage="unterschriftsreif")
            ),
        }
    everything = [numbered(base, number) for number, base in enumerate(bases)]
    rows = folder / "liste.csv"
    rows.write_text("Aktenzeichen;Träger › Name\n" + "".join(f"51-{row};Haus {row}\n" for row in range(50)))
    made |= {
        "table": lambda: vereinbar.table("qev"),
        "table as csv": lambda: vereinbar.table("leq", format="csv"),
        "table from agreements": lambda: vereinbar.table(from_=[FIXTURES / "auswertung/05_wohngruppe.json"]),
        "columns": lambda: repr(vereinbar.columns(FIXTURES / "tabellen/liste_eines_amtes.xlsx", "qev")),
        "preview": lambda: bytes(vereinbar.preview(everything[0], ppi=30)[0]),
        "evaluate": lambda: vereinbar.evaluate(everything, stichtag="2027-06-01").to_json(),
        "evaluate as xlsx": lambda: vereinbar.evaluate(everything[:5], stichtag="2027-06-01").to_xlsx(),
        "evaluate as pdf": lambda: bytes(vereinbar.evaluate(everything[:5], stichtag="2027-06-01").to_pdf()),
        "no pdf": lambda: vereinbar.extract(b"%PDF-1.7\nnothing"),
    }
    return made


def digest(result: object) -> bytes:
    return hashlib.sha256(result if isinstance(result, bytes) else repr(result).encode()).digest()


def threads(minutes: float) -> None:
    with tempfile.TemporaryDirectory() as folder:
        work = tasks(Path(folder))
        alone = {name: digest(told(task)) for name, task in work.items()}
        done: Counter[str] = Counter()
        wrong: list[str] = []
        lock = threading.Lock()
        memory = Memory()
        end = time.monotonic() + minutes * 60

        def run(seed: int) -> None:
            order = random.Random(seed)
            # Each name as often as any other kind of work, however many agreements it has.
            kinds: dict[str, list[str]] = {}
            for name in work:
                kinds.setdefault(name.rstrip("0123456789 "), []).append(name)
            while time.monotonic() < end and not wrong:
                kind = order.choice(list(kinds))
                name = order.choice(kinds[kind])
                same = digest(told(work[name])) == alone[name]
                with lock:
                    done[kind] += 1
                    if not same:
                        wrong.append(name)

        with ThreadPoolExecutor(THREADS) as pool:
            running = [pool.submit(run, seed) for seed in range(THREADS)]
            while not all(each.done() for each in running):
                memory.sample()
                time.sleep(SECONDS)
            for each in running:
                each.result()
    if wrong:
        sys.exit(f"Beside other threads these came out otherwise than alone: {', '.join(sorted(wrong))}")
    print(f"{THREADS} threads, {minutes:g} minutes, {sum(done.values()):,} calls, all with the bytes of one thread")
    print(", ".join(f"{kind}: {count:,}" for kind, count in sorted(done.items())))
    print(memory.verdict())


if __name__ == "__main__":
    kind, amount = sys.argv[1:]
    {"documents": lambda: documents(int(amount)), "threads": lambda: threads(float(amount))}[kind]()
