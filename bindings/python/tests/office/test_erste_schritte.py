"""docs/erste-schritte.md, done as it says: its commands, what it tells one to fill in, and its pictures.

`UPDATE=1` draws the pictures anew; those of the workbook with LibreOffice (`soffice`) and poppler.
"""

from __future__ import annotations

import hashlib
import os
import re
import struct
import subprocess
import zlib
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
# Of each picture the sheet of the filled workbook, and what of it.
SHEETS = {"gemeinsam.png": ("Gemeinsam", "A1:D27"), "liste.png": ("Liste", "A1:F7")}
# The words in a picture under which it says what it shows.
SHOWN = b"Shown"
PPI = 50
SHEET_PPI = 130

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


def shown(file: Path, picture: str) -> str:
    """Says what a picture of the workbook shows: a digest of its cells, as they look."""
    name, area = SHEETS[picture]
    sheet = openpyxl.load_workbook(file)[name]
    cells = [
        (cell.coordinate, str(cell.value), str(cell.fill.fgColor.rgb), cell.font.b, cell.alignment.wrap_text)
        for row in sheet[area]
        for cell in row
    ]
    rows = [(number, one.height, one.hidden) for number, one in sorted(sheet.row_dimensions.items())]
    columns = [(letter, one.width, one.hidden) for letter, one in sorted(sheet.column_dimensions.items())]
    return hashlib.sha256(repr((cells, rows[:30], columns[:10])).encode()).hexdigest()


def draw(file: Path, picture: str, folder: Path) -> bytes:
    """Draws a part of a sheet as LibreOffice prints it, with the names of rows and columns."""
    name, area = SHEETS[picture]
    workbook = openpyxl.load_workbook(file)
    for sheet in workbook:
        sheet.sheet_state = "visible" if sheet.title == name else "hidden"
    workbook.active = workbook.sheetnames.index(name)
    sheet = workbook[name]
    sheet.print_area = area
    sheet.print_options.headings = sheet.print_options.gridLines = True
    workbook.save(folder / "blatt.xlsx")
    profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
    convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*convert, str(folder / "blatt.xlsx")], check=True, capture_output=True)

    def page(*options: str) -> bytes:
        arguments = ["pdftoppm", "-r", str(SHEET_PPI), "-singlefile", *options, str(folder / "blatt.pdf")]
        return subprocess.run(arguments, check=True, capture_output=True).stdout

    # Without the empty paper around it.
    header, size, _, pixels = page("-gray").split(b"\n", 3)
    assert header == b"P5"
    width, height = map(int, size.split())
    rows = [pixels[top * width : (top + 1) * width] for top in range(height)]
    inked = [row for row in range(height) if min(rows[row]) < 255]
    columns = [column for column in range(width) if min(row[column] for row in rows) < 255]
    left, top = columns[0] - 4, inked[0] - 4
    box = {"-x": left, "-y": top, "-W": columns[-1] + 5 - left, "-H": inked[-1] + 5 - top}
    image = page("-png", *(word for name, number in box.items() for word in (name, str(number))))
    # What it shows, behind the header, which is the first 33 bytes.
    text = b"tEXt" + SHOWN + b"\0" + shown(file, picture).encode()
    return image[:33] + struct.pack(">I", len(text) - 4) + text + struct.pack(">I", zlib.crc32(text)) + image[33:]


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


@pytest.mark.parametrize("picture", SHEETS)
def test_pictures_of_the_workbook_show_it_as_it_is(picture: str, folder: Path, tmp_path: Path) -> None:
    workbook, file = folder / "liste.xlsx", ROOT / "docs" / "bilder" / picture
    if os.environ.get("UPDATE") == "1":
        file.write_bytes(draw(workbook, picture, tmp_path))
    expected = b"tEXt" + SHOWN + b"\0" + shown(workbook, picture).encode()
    assert expected in file.read_bytes(), f"docs/bilder/{picture} shows something else: UPDATE=1 draws it anew"


def test_every_picture_of_the_page_is_drawn() -> None:
    pictures = re.findall(r"\]\(bilder/([\w.-]+)\)", PAGE.read_text(encoding="utf-8"))
    assert sorted(pictures) == sorted([*PICTURES, *SHEETS])
