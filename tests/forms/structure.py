"""Reads the structure of a form with a library that has no part in making it, and says it in
the order of reading: structure.py PDF.

A line for each text (`Beschriftung`) and for each field (`  [name] what is said of it`). What
does not hold together ends it: a field without a name, a label or a place in the structure, a
name that two fields have, a state that contradicts the value.
"""

import re
import sys
from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, Page, Pdf

RADIO = 1 << 15


def characters(font: Dictionary) -> dict[int, str]:
    """Of each code of a composite font its characters."""
    cmap = font.ToUnicode.read_bytes().decode("ascii")
    known = {}
    hexadecimal = r"<([0-9A-Fa-f]+)>"
    for section in re.findall(r"beginbfchar(.*?)endbfchar", cmap, re.DOTALL):
        for code, text in re.findall(rf"{hexadecimal}\s*{hexadecimal}", section):
            known[int(code, 16)] = bytes.fromhex(text).decode("utf-16-be")
    assert "beginbfrange" not in cmap, "not as Typst writes it"
    return known


def marked_texts(page: Page) -> dict[int, str]:
    """Of each number of marked content of a page its text."""
    fonts = {str(name): characters(font) for name, font in page.resources.get("/Font", {}).items()}
    texts: dict[int, str] = {}
    open_marks: list[int | None] = []
    font: dict[int, str] = {}
    for operands, operator in pikepdf.parse_content_stream(page):
        if operator in (pikepdf.Operator("BDC"), pikepdf.Operator("BMC")):
            properties = operands[1] if len(operands) > 1 else None
            number = properties.get("/MCID") if isinstance(properties, Dictionary) else None
            open_marks.append(None if number is None else int(number))
        elif operator == pikepdf.Operator("EMC"):
            open_marks.pop()
        elif operator == pikepdf.Operator("Tf"):
            font = fonts[str(operands[0])]
        elif operator in (pikepdf.Operator("Tj"), pikepdf.Operator("TJ")):
            number = next((mark for mark in reversed(open_marks) if mark is not None), None)
            if number is None:
                continue
            pieces = operands[0] if isinstance(operands[0], Array) else operands
            shown = b"".join(bytes(piece) for piece in pieces if isinstance(piece, pikepdf.String))
            codes = [int.from_bytes(shown[at : at + 2], "big") for at in range(0, len(shown), 2)]
            texts[number] = texts.get(number, "") + "".join(font.get(code, "") for code in codes)
    return texts


def numbers(node: Dictionary) -> Iterator[tuple[int, pikepdf.Object]]:
    """The entries of a number tree."""
    entries = node.get("/Nums", [])
    for at in range(0, len(entries), 2):
        yield int(entries[at]), entries[at + 1]
    for kid in node.get("/Kids", []):
        yield from numbers(kid)


def check_siblings(nodes: list[Dictionary]) -> None:
    own = [str(node.get("/T", "")) for node in nodes]
    for name in own:
        assert own.count(name) == 1, f"two fields are called {name}"


def fields(node: Dictionary, name: str = "") -> Iterator[tuple[str, Dictionary, list[Dictionary]]]:
    """Of each field below a node its name, itself and its widgets."""
    own = str(node.get("/T", ""))
    assert own and "." not in own, f"a part of a name below {name!r}: {own!r}"
    name = f"{name}.{own}" if name else own
    kids = list(node.get("/Kids", []))
    if kids and "/T" in kids[0]:
        check_siblings(kids)
        for kid in kids:
            assert kid.Parent.objgen == node.objgen, name
            yield from fields(kid, name)
    else:
        assert all(kid.Parent.objgen == node.objgen for kid in kids), name
        yield name, node, kids or [node]


def inherited(node: Dictionary, key: str) -> pikepdf.Object | None:
    while key not in node and "/Parent" in node:
        node = node.Parent
    return node.get(key)


def check_state(name: str, field: Dictionary, widgets: list[Dictionary]) -> None:
    """What the page shows and what is kept agree."""
    if inherited(field, "/FT") != Name.Btn:
        return
    kept = str(inherited(field, "/V"))
    shown = [str(widget.AS) for widget in widgets]
    for widget, state in zip(widgets, shown, strict=True):
        assert set(widget.AP.N.keys()) >= {state, "/Off"}, f"{name}: {state} is not drawn"
    is_radio = int(inherited(field, "/Ff") or 0) & RADIO
    on = {state for state in shown if state != "/Off"}
    assert on == ({kept} - {"/Off"}), f"{name}: shown {on}, kept {kept}"
    assert not is_radio or len([state for state in shown if state != "/Off"]) <= 1, f"{name}: two are chosen"


def read(pdf: Pdf) -> Iterator[str]:
    names: dict[tuple[int, int], str] = {}
    check_siblings(list(pdf.Root.AcroForm.Fields))
    for root in pdf.Root.AcroForm.Fields:
        for name, field, widgets in fields(root):
            assert name not in names.values(), f"two fields are called {name}"
            check_state(name, field, widgets)
            for widget in widgets:
                assert widget.Subtype == Name.Widget, f"{name} is no widget"
                assert widget.objgen not in names, name
                assert str(field.get("/TU", "")) and str(widget.get("/TU", "")), f"{name} has no label"
                names[widget.objgen] = name
    pages = {page.objgen: marked_texts(page) for page in pdf.pages}
    widgets_of_pages = {
        annotation.objgen: page.objgen
        for page in pdf.pages
        for annotation in page.obj.get("/Annots", [])
        if annotation.Subtype == Name.Widget
    }
    assert set(widgets_of_pages) == set(names), "widgets of the pages and of the form"
    elements = dict(numbers(pdf.Root.StructTreeRoot.ParentTree))

    def walk(element: Dictionary, page: tuple[int, int] | None) -> Iterator[tuple[str, str | None]]:
        """Each text, and each widget with its name."""
        page = element.Pg.objgen if "/Pg" in element else page
        kids = element.get("/K", [])
        is_form = element.get("/S") == Name.Form
        if is_form:
            assert isinstance(kids, Dictionary) and kids.Type == Name.OBJR, "a field has its widget as the only child"
            widget = kids.Obj
            name = names.pop(widget.objgen)
            page = kids.Pg.objgen if "/Pg" in kids else page
            assert elements[int(widget.StructParent)].objgen == element.objgen, f"{name}: StructParent"
            assert widget.P.objgen == widgets_of_pages[widget.objgen] == page, f"{name}: its page"
            yield str(widget.TU), name
            return
        for kid in kids if isinstance(kids, Array) else [kids]:
            if isinstance(kid, int):
                yield pages[page].get(int(kid), ""), None
            elif kid.get("/Type") == Name.MCR:
                yield pages[kid.Pg.objgen if "/Pg" in kid else page].get(int(kid.MCID), ""), None
            elif kid.get("/Type") != Name.OBJR:
                yield from walk(kid, page)

    text = ""
    for said, widget in walk(pdf.Root.StructTreeRoot, None):
        if widget is None:
            text += f" {said}"
            continue
        if text.strip():
            yield " ".join(text.split())
        text = ""
        yield f"  [{widget}] {said}"
    assert not names, f"not in the structure: {sorted(names.values())}"


with Pdf.open(sys.argv[1]) as pdf:
    for line in read(pdf):
        print(line)
