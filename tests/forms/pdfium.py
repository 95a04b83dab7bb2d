"""PDFium, the engine of Chrome and Edge, as a person uses it: a field is given the focus, and
text is entered or a button pressed."""

import ctypes
import io
from collections.abc import Callable
from typing import Any

import pypdfium2
from pypdfium2 import raw

UNITS = ctypes.POINTER(ctypes.c_ushort)


def said(call: Callable, *arguments: object) -> str:
    """A text that PDFium writes into a buffer of ours."""
    size = call(*arguments, None, 0)
    buffer = ctypes.create_string_buffer(size)
    call(*arguments, ctypes.cast(buffer, UNITS), size)
    return buffer.raw.decode("utf-16-le").rstrip("\0")


def press(env: object, page: object, widget: object) -> None:
    rect = raw.FS_RECTF()
    raw.FPDFAnnot_GetRect(widget, rect)
    middle = (rect.left + rect.right) / 2, (rect.top + rect.bottom) / 2
    raw.FORM_OnMouseMove(env, page, 0, *middle)
    raw.FORM_OnLButtonDown(env, page, 0, *middle)
    raw.FORM_OnLButtonUp(env, page, 0, *middle)


def enter(env: object, page: object, widget: object, answer: Any) -> None:
    kind = raw.FPDFAnnot_GetFormFieldType(env, widget)
    if kind == raw.FPDF_FORMFIELD_TEXTFIELD:
        assert raw.FORM_SetFocusedAnnot(env, widget)
        raw.FORM_SelectAllText(env, page)
        text = ctypes.create_string_buffer((answer + "\0").encode("utf-16-le"))
        raw.FORM_ReplaceSelection(env, page, ctypes.cast(text, UNITS))
    elif kind == raw.FPDF_FORMFIELD_COMBOBOX:
        count = raw.FPDFAnnot_GetOptionCount(env, widget)
        words = [said(raw.FPDFAnnot_GetOptionLabel, env, widget, index) for index in range(count)]
        assert raw.FORM_SetFocusedAnnot(env, widget)
        assert raw.FORM_SetIndexSelected(env, page, words.index(answer), 1)
    elif answer is True or said(raw.FPDFAnnot_GetFormFieldExportValue, env, widget) == answer["code"]:
        press(env, page, widget)
    # What was entered is kept when the field is left.
    raw.FORM_ForceToKillFocus(env)


def fill(form: bytes, answers: dict) -> bytes:
    pdf = pypdfium2.PdfDocument(form)
    pdf.init_forms()
    env = pdf.formenv.raw
    entered = set()
    for page in pdf:
        for index in range(raw.FPDFPage_GetAnnotCount(page)):
            widget = raw.FPDFPage_GetAnnot(page, index)
            if raw.FPDFAnnot_GetSubtype(widget) == raw.FPDF_ANNOT_WIDGET:
                name = said(raw.FPDFAnnot_GetFormFieldName, env, widget)
                is_again = name in entered and not isinstance(answers[name], dict)
                if name in answers and not is_again:
                    enter(env, page, widget, answers[name])
                    entered.add(name)
            raw.FPDFPage_CloseAnnot(widget)
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()
