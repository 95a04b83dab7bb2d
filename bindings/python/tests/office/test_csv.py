"""What is malformed CSV, judged by Python's `csv` and by pandas."""

from __future__ import annotations

import csv
import io
import random
from pathlib import Path

import pandas
import pytest
import vereinbar
from conftest import ART

HEAD = "traeger.name;aktenzeichen;stand\n"
# Rows, and how many of them are agreements as `csv` reads them; None where it refuses.
CASES = {
    "plain": "A;1;\nB;2;\n",
    "quoted": '"A; B";1;\n"C ""D"" E";2;\n',
    "lines in a cell": '"A\nB";1;\n"C\r\nD";2;\n',
    "unclosed": '"A;1;\nB;2;\nC;3;\n',
    "unclosed at the end": 'A;1;\nB;2;"\n',
    "text behind": '"A"x;1;\nB;2;\n',
    "inches": 'Rohr 5";1;\nB;2;\n',
    "short": "A;1;\nB;2\n",
    "long": "A;1;\nB;2;;5\n",
    "blank lines": "\nA;1;\n\n;;\nB;2;\n",
    "no line end": "A;1;\nB;2;",
    "old Mac": "A;1;\rB;2;\r",
}


def strict(text: str) -> list[list[str]] | None:
    """The rows that say something as `csv` reads them, the head among them; None where it refuses."""
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=";", strict=True))
    except csv.Error:
        return None
    return [row for row in rows if any(cell.strip() for cell in row)]


def judged(text: str) -> list[list[str]] | None:
    """The rows as both judges read them; None where one says that something is wrong."""
    if (rows := strict(text)) is None:
        return None
    if any(len(row) != len(rows[0]) for row in rows):
        # pandas takes a short row, and refuses a long one.
        return None
    try:
        frame = pandas.read_csv(io.StringIO(text, newline=""), sep=";", dtype=str, keep_default_na=False)
    except pandas.errors.ParserError:
        return None
    assert len(frame[(frame != "").any(axis=1)]) == len(rows) - 1
    return rows[1:]


def read(text: str, tmp_path: Path) -> list[list[str]] | None:
    """The rows as a batch reads them, by what their forms would be called; None where something is wrong."""
    table = tmp_path / "liste.csv"
    table.write_bytes(text.encode())
    try:
        report = vereinbar.batch(table, art=ART, name="{traeger.name}", check=True)
    except vereinbar.FileError:
        return None
    if report.failed:
        return None
    return [[]] * report.done


@pytest.mark.parametrize("name", CASES)
def test_what_the_judges_refuse_makes_no_form(name: str, tmp_path: Path) -> None:
    text = HEAD + CASES[name]
    expected, found = judged(text), read(text, tmp_path)
    if expected is None:
        assert found is None, name
    else:
        assert found is not None and len(found) == len(expected), name


def test_chance_finds_no_row_that_is_swallowed(tmp_path: Path) -> None:
    chance = random.Random(20261129)
    malformed = kept = 0
    for _ in range(300):
        rows = [f"Haus {number};{number};" for number in range(1, 5)]
        text = list(HEAD + "\n".join(rows) + "\n")
        for _ in range(chance.randint(1, 3)):
            text.insert(chance.randint(len(HEAD), len(text)), chance.choice('";\n'))
        source = "".join(text)
        expected, found = strict(source), read(source, tmp_path)
        if expected is None:
            malformed += 1
            assert found is None, source
        # We may refuse more, such as a name twice; what we take has every row, also one that is too short or too long.
        elif found is not None:
            kept += 1
            assert len(found) == len(expected) - 1, source
    assert malformed > 20 and kept > 20
