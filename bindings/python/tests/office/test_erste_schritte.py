"""docs/erste-schritte.md, done as it says: its commands, what it tells one to fill in, and its pictures.

`UPDATE=1` draws the pictures anew.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
import vereinbar
from conftest import ART, ROOT
from test_docs import blocks

PAGE = ROOT / "docs" / "erste-schritte.md"
# Of each picture the document whose first page it shows.
PICTURES = {"vordruck.png": "vordruck.pdf", "haus-am-see.png": "formulare/Haus am See gGmbH.pdf"}
PPI = 50

Command = Callable[..., subprocess.CompletedProcess[bytes]]


def tables() -> list[list[list[str]]]:
    """Gives the tables of the page: rows of cells, without the marks of code."""
    found: list[list[list[str]]] = []
    is_inside = False
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        if not line.startswith("|"):
            is_inside = False
            continue
        if not is_inside:
            found.append([])
        is_inside = True
        if not line.startswith("|---"):
            found[-1].append([cell.strip().strip("`") for cell in line.strip("|").split("|")])
    return found


def fill_in(file: Path) -> None:
    """Fills in what the tables of the page say, as one would by hand."""
    shared, rows = tables()
    workbook = openpyxl.load_workbook(file)
    sheet = workbook["Gemeinsam"]
    places = {str(row[3].value): row[1] for row in sheet.iter_rows()}
    for path, value in shared[1:]:
        places[path].value = value
    sheet = workbook["Liste"]
    columns = {str(cell.value): cell.column for cell in sheet[3]}
    for number, row in enumerate(rows[1:], start=4):
        for path, value in zip(rows[0], row, strict=True):
            sheet.cell(number, columns[path], value)
    workbook.save(file)


@pytest.fixture(scope="module")
def folder(command: Command, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder after all commands of the page, in their order."""
    folder = tmp_path_factory.mktemp("erste-schritte")
    lines = [line for block in blocks(PAGE) if block.language == "sh" for line in block.text.splitlines()]
    before = Path.cwd()
    os.chdir(folder)
    try:
        for line in lines:
            program, *arguments = line.split()
            assert program == "vereinbar", line
            command(*arguments)
            if line.startswith(f"vereinbar table {ART}"):
                fill_in(folder / "liste.xlsx")
    finally:
        os.chdir(before)
    assert len(lines) >= 8
    return folder


def test_a_list_becomes_a_form_for_each_row_and_a_list_again(folder: Path) -> None:
    (_, _, *_), rows = tables()
    for name, ort, aktenzeichen in rows[1:]:
        file = re.sub(r"\.$", "", name) + ".pdf"
        data = vereinbar.extract(folder / "formulare" / file).to_dict()
        assert data["traeger"]["name"] == name and data["traeger"]["anschrift"]["ort"] == ort
        assert data["aktenzeichen"] == aktenzeichen and data["vereinbarungszeitraum"]["bis"] == "2028-12-31"
    assert len(list((folder / "formulare").glob("*.pdf"))) == len(rows) - 1
    again = openpyxl.load_workbook(folder / "liste-neu.xlsx")["Liste"]
    texts = {str(cell.value) for row in again.iter_rows() for cell in row}
    assert {row[0] for row in rows[1:]} <= texts


@pytest.mark.parametrize("picture", PICTURES)
def test_pictures_show_what_the_commands_make(picture: str, folder: Path) -> None:
    document = folder / PICTURES[picture]
    (image,) = vereinbar.preview(vereinbar.extract(document), pages="1", ppi=PPI)
    file = ROOT / "docs" / "bilder" / picture
    if os.environ.get("UPDATE") == "1":
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(image)
    assert file.read_bytes() == image, f"docs/bilder/{picture} shows something else: UPDATE=1 draws it anew"


def test_every_picture_of_the_page_is_drawn() -> None:
    shown = re.findall(r"\]\(bilder/([\w.-]+)\)", PAGE.read_text(encoding="utf-8"))
    assert sorted(shown) == sorted(PICTURES)
