"""An evaluation in parts: in any order and any parts it is that of one call."""

from __future__ import annotations

import pickle
import random
import re
import threading
from pathlib import Path
from typing import Any

import pytest
import vereinbar
from conftest import EVALUATED, numbered
from vereinbar import Evaluator

DAY = "2028-01-15"
FILES = sorted(EVALUATED.glob("*.json"))
PAIRS: list[tuple[str, Any]] = [(str(file), file.read_bytes()) for file in FILES]


def test_in_any_order_and_any_parts_it_is_one_evaluation() -> None:
    pairs = [*PAIRS, *((f"copy of {name}", vereinbar.parse(content)) for name, content in PAIRS[:3])]
    pairs += [("broken", b"{"), ("empty", {}), ("pdf", vereinbar.render(PAIRS[0][1]))]
    for options in ({}, {"stichtag": DAY}, {"stichtag": DAY, "anonym": True}):
        expected = vereinbar.evaluate(pairs, **options)
        assert len(expected.befunde) >= 5
        for seed in range(5):
            dice = random.Random(seed)
            shuffled = dice.sample(pairs, len(pairs))
            parts = [Evaluator(**options) for _ in range(dice.randint(1, 6))]
            for name, item in shuffled:
                dice.choice(parts).add(item, name)
            merged = Evaluator(**options)
            for part in dice.sample(parts, len(parts)):
                merged.merge(pickle.loads(pickle.dumps(part)))
            assert merged.finish().to_json() == expected.to_json()


def test_files_and_folders_are_read_as_by_evaluate(tmp_path: Path) -> None:
    lines = tmp_path / "zeilen.jsonl"
    lines.write_bytes(b"\n".join(content.replace(b"\n", b" ") for _, content in PAIRS[:2]))
    one = Evaluator()
    one.add(EVALUATED)
    one.add(str(lines))
    assert one.finish() == vereinbar.evaluate([EVALUATED, lines])
    with pytest.raises(vereinbar.FileError):
        one.add(tmp_path / "fehlt.json")
    with pytest.raises(vereinbar.OptionError, match="Ein Pfad ist selbst die Quelle"):
        one.add(lines, "Nord")  # type: ignore[call-overload]
    with pytest.raises(vereinbar.OptionError, match="woher die Vereinbarung ist"):
        one.add(numbered(1))  # type: ignore[call-overload]
    with pytest.raises(TypeError, match="nicht int"):
        one.add(1, "x")  # type: ignore[call-overload]


def test_a_pair_says_where_an_agreement_is_from() -> None:
    auswertung = vereinbar.evaluate([("Zeile 17", numbered(1)), numbered(2), ("Zeile 19", b"kein JSON")])
    assert {one["quelle"] for one in auswertung.to_dict()["vereinbarungen"]} == {"Zeile 17", "Eintrag 2"}
    assert auswertung.befunde[0]["quellen"] == ["Zeile 19"]
    for pair in (("a", "b", "c"), (1, numbered(1)), ("Zeile 1", str(FILES[0])), ("Zeile 1", FILES[0])):
        with pytest.raises(vereinbar.OptionError, match="Ein Paar besteht aus"):
            vereinbar.evaluate([pair])  # type: ignore[list-item]


def test_finish_leaves_it_open_and_merge_leaves_the_other() -> None:
    one, other = Evaluator(stichtag=DAY), Evaluator(stichtag=DAY)
    one.add(numbered(1), "a")
    other.add(numbered(2), "b")
    first = one.finish()
    assert first == one.finish()
    one.merge(other)
    assert (one.added, other.added) == (2, 1)
    one.merge(one)
    assert one.added == 4 and repr(one) == "<Evaluator added=4>"
    assert one.finish().to_dict()["kennzahlen"]["vereinbarungen"]["anzahl"] == 2


def test_other_options_and_bad_bytes_are_refused_in_german() -> None:
    one = Evaluator(stichtag=DAY)
    one.add(numbered(1), "a")
    for other in (Evaluator(), Evaluator(stichtag=DAY, anonym=True), Evaluator(stichtag=DAY, vorlage={})):
        with pytest.raises(vereinbar.OptionError, match="verschiedene Optionen"):
            one.merge(other)
    assert one.added == 1
    state = one.to_bytes()
    for bad, reason in (
        (b"", "kein Zwischenstand"),
        (b"%PDF-1.7", "kein Zwischenstand"),
        (state[:-1], "unvollständig oder verändert"),
        (state[:30], "unvollständig oder verändert"),
        (re.sub(rb"^vereinbar-evaluator \d+ ", b"vereinbar-evaluator 999 ", state), "anderen Version"),
    ):
        with pytest.raises(vereinbar.ParseError, match=reason):
            Evaluator.from_bytes(bad)
    with pytest.raises(vereinbar.OptionError):
        Evaluator(stichtag="morgen")
    with pytest.raises(TypeError):
        Evaluator(jobs=2)  # type: ignore[call-arg]


def test_threads_may_share_it() -> None:
    shared = Evaluator()
    threads = [
        threading.Thread(target=lambda part=part: [shared.add(numbered(n), str(n)) for n in range(part, 200, 4)])  # type: ignore[misc]
        for part in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert shared.added == 200
    assert shared.finish() == vereinbar.evaluate([(str(n), numbered(n)) for n in range(200)])
