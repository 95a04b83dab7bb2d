"""Fills in a form as a person would, with a public library: fill.py TOOL FORM ANSWERS OUT.

The answers are JSON: of each field its text, `true` for a box that is ticked, or the code of
a choice as `{"code": .., "word": ..}`.
"""

import io
import json
import pathlib
import sys
import warnings

import pdfium
import pikepdf
import pymupdf
import pypdf
from pikepdf.form import ChoiceField, DefaultAppearanceStreamGenerator, Form, RadioButtonGroup, TextField

warnings.simplefilter("ignore")


def with_pypdf(form: bytes, answers: dict, *, auto_regenerate: bool | None, incremental: bool) -> bytes:
    writer = pypdf.PdfWriter(io.BytesIO(form), incremental=incremental)
    if not incremental:
        writer = pypdf.PdfWriter(clone_from=io.BytesIO(form))
    values = {}
    for name, answer in answers.items():
        values[name] = answer
        if answer is True:
            values[name] = "/Yes"
        elif isinstance(answer, dict):
            values[name] = "/" + answer["code"]
    options = {} if auto_regenerate is None else {"auto_regenerate": auto_regenerate}
    for page in writer.pages:
        writer.update_page_form_field_values(page, values, **options)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def with_pikepdf(form: bytes, answers: dict, *, draws: bool) -> bytes:
    with pikepdf.open(io.BytesIO(form)) as pdf:
        fields = Form(pdf, DefaultAppearanceStreamGenerator if draws else None)
        for name, answer in answers.items():
            field = fields[name]
            if answer is True:
                field.checked = True
            elif isinstance(field, RadioButtonGroup):
                field.value = pikepdf.Name("/" + answer["code"])
            elif isinstance(field, (TextField, ChoiceField)):
                field.value = answer
        out = io.BytesIO()
        pdf.save(out)
        return out.getvalue()


def with_pymupdf(form: bytes, answers: dict) -> bytes:
    with pymupdf.open(stream=form) as pdf:
        for page in pdf:
            for widget in page.widgets():
                answer = answers.get(widget.field_name)
                if isinstance(answer, dict):
                    # The button of another answer of the group.
                    answer = True if widget.on_state() == answer["code"] else None
                if answer is not None:
                    widget.field_value = answer
                    widget.update()
        return pdf.tobytes()


TOOLS = {
    "pypdf, incremental": lambda form, answers: with_pypdf(form, answers, auto_regenerate=False, incremental=True),
    "pypdf, written anew": lambda form, answers: with_pypdf(form, answers, auto_regenerate=False, incremental=False),
    "pypdf, default": lambda form, answers: with_pypdf(form, answers, auto_regenerate=None, incremental=False),
    "pikepdf, without drawing": lambda form, answers: with_pikepdf(form, answers, draws=False),
    "pikepdf, drawing": lambda form, answers: with_pikepdf(form, answers, draws=True),
    "PyMuPDF": with_pymupdf,
    "PDFium": pdfium.fill,
}


def main() -> None:
    tool, form, answers, out = sys.argv[1:]
    given = json.loads(pathlib.Path(answers).read_text(encoding="utf-8"))
    pathlib.Path(out).write_bytes(TOOLS[tool](pathlib.Path(form).read_bytes(), given))


main()
