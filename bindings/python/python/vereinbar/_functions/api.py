"""The functions of the package: the types and texts around the native ones."""

from __future__ import annotations

import os
import warnings
from pathlib import Path
from typing import Any

from .. import _files, _html, _vereinbar, results, types
from .._options import PreviewOptions, RenderOptions, ValidateOptions, keywords, only_keywords
from .._vereinbar import Vereinbarung
from ..answers import Answers, Change
from ..documents import Document
from ..errors import FieldWarning, TemplateWarning
from ..findings import Findings
from ..options import BuilderSchema, Input


class Page(bytes):
    """A page as a PNG file; a notebook shows the picture."""

    def _repr_png_(self) -> bytes:
        return bytes(self)

    def __repr__(self) -> str:
        return f"<Page: PNG, {len(self)} bytes>"


class Pages(list[bytes]):
    """The pages that `preview` has drawn; a notebook shows the pictures."""

    def _repr_html_(self) -> str:
        return _html.pages(self)


def parse(vereinbarung: Input) -> Vereinbarung:
    """Reads an agreement.

    Every part may be missing, and None counts as missing; only "art" must be
    there. What comes back may still be incomplete or contradict itself: that is
    for `validate` to say.

    Args:
        vereinbarung: A dict, JSON text as str or bytes, or a path (`pathlib.Path`)
            of a JSON file. A dict may hold `datetime.date` for days, `Decimal` for
            amounts, and what pandas has for missing cells. A str is always JSON
            text, never the name of a file.

    Returns:
        The agreement. It does not change; equal data gives equal agreements.

    Raises:
        ParseError: If the data is no agreement; `findings` lists all places.
        FileError: If the file cannot be read.

    Example:
        >>> v = parse({"art": "qualitaetsentwicklungsvereinbarung", "stand": "2026-12-01"})
        >>> v.art
        'qualitaetsentwicklungsvereinbarung'
    """
    return _vereinbar.parse(_files.content(vereinbarung))


@keywords(ValidateOptions)
def validate(vereinbarung: Input, options: ValidateOptions) -> Findings:
    """Checks an agreement and gives all findings, in the order of the form.

    Args:
        vereinbarung: The agreement, as for `parse`.
        stage: "entwurf": gaps are in order, only contradictions are errors.
            "unterschriftsreif": what the form asks for must be there, too.
        stichtag: The day that stands for today, where a rule compares with it; the
            clock is never read.
        profile: How rules weigh in an office and which limits hold there: a dict,
            JSON text, or the path of a JSON file (docs/profile).

    Returns:
        The findings; an empty list means that there is nothing to say.

    Raises:
        ParseError: If the data is no agreement, or the profile is none.
        FileError: If a file cannot be read.
        OptionError: If the stage or the day does not exist.

    Example:
        >>> findings = validate({
        ...     "art": "qualitaetsentwicklungsvereinbarung",
        ...     "vereinbarungszeitraum": {"von": "2027-01-01", "bis": "2026-12-31"},
        ... })
        >>> findings[0].code, findings[0].path
        ('vereinbarungszeitraum_reversed', '/vereinbarungszeitraum/bis')
    """
    return Findings(_vereinbar.validate(_files.content(vereinbarung), options))


@keywords(RenderOptions)
def render(vereinbarung: Input, options: RenderOptions) -> Document:
    """Makes the PDF of an agreement.

    What is missing is printed as room to write, so a draft and a blank form are
    made in the same way. The same agreement with the same options gives the same
    bytes, here, in Rust and with the command. The interpreter lock is released
    meanwhile: several threads make several documents at the same time.

    Args:
        vereinbarung: The agreement, as for `parse`.
        standard: The PDF standard. Under "a-2a+ua-1" the file carries no data and
            cannot be read back.
        ausfuellhilfe: Whether the Ausfüllhilfe is printed: "ohne", "angehaengt"
            (after the form) or "allein".
        wortlaut: Whose words the form has: "original", its publisher's, or
            "berichtigt", where the free side signs as „Leistungserbringer“.
        quelle: The publication that the Ausfüllhilfe calls „die Empfehlungen“, to be
            named at its end. None to leave it open, as the form does.
        letterhead: Logo, lines and colour of the office, logo of the Träger: a `Letterhead`,
            or a dict of its arguments.
        templates: A folder of template files that replace embedded ones of the
            same relative path. It is read at every call.
        require_complete: Refuse an agreement that is not ready to be signed, and leave no
            room to write but for place, date and signatures.
        fillable: Make a form to fill in with any PDF reader; what is there stands in its
            field and can be changed. `extract` reads the answers.
        signature_fields: Make a field of each signature, for programs that sign; the
            agreement has to be ready to be signed.
        stichtag: As for `validate`.
        profile: As for `validate`.

    Returns:
        The PDF file: `bytes` that know their pages, findings and SHA-256.

    Raises:
        ParseError: If the data is no agreement.
        ValidationError: If the agreement contradicts itself, or, with
            `require_complete` or `signature_fields`, is not ready to be signed.
        RenderError: If a template fails.
        FileError: If the file cannot be read.
        OptionError: If an option has a value that does not exist, or `fillable` does not go
            with the others.

    Warns:
        TemplateWarning: What Typst remarks about templates of one's own, and that their layout does not settle.
        FieldWarning: With `fillable`, each text that is longer than its field.

    Example:
        >>> pdf = render({"art": "qualitaetsentwicklungsvereinbarung"})
        >>> pdf[:5], pdf.pages
        (b'%PDF-', 4)
    """
    pdf, pages, findings, sha256, remarks, of_layout = _vereinbar.render(_files.content(vereinbarung), options)
    # Past this function and the one that takes its keywords: to who called.
    for remark in remarks:
        warnings.warn(remark, TemplateWarning, stacklevel=3)
    for finding in of_layout:
        category = FieldWarning if finding.code == "field_overflows" else TemplateWarning
        warnings.warn(finding.text, category, stacklevel=3)
    return Document._of(pdf, pages, findings, sha256)


@only_keywords(RenderOptions)
def context(options: RenderOptions) -> str:
    """Gives the digest of all that a document depends on besides its agreement.

    That is the options, the templates with their content, and the version of `vereinbar`.
    Where it differs, documents are others; the manifest of `batch` has it, too.

    Args:
        options: As for `render`.

    Returns:
        The digest (SHA-256) as hexadecimal digits.

    Raises:
        VereinbarError: As for `render`, where an option or a folder of templates cannot be used.
    """
    return _vereinbar.context(options)


@keywords(RenderOptions)
def content_key(vereinbarung: Input, options: RenderOptions) -> str:
    """Gives what a document is known by, without making it.

    The same agreement with the same options, templates and version has the same key, and
    any other has another: whoever has a document under its key need not make it again.

    Args:
        vereinbarung: As for `render`.
        options: As for `render`.

    Returns:
        The key as 64 hexadecimal digits.

    Raises:
        ParseError: If the data is no agreement. Whether there is a document of it, `render` says.
        VereinbarError: Otherwise as for `context`.

    Example:
        >>> agreement = {"art": "qualitaetsentwicklungsvereinbarung"}
        >>> content_key(agreement) == content_key(parse(agreement))
        True
        >>> content_key(agreement) == content_key(agreement, fillable=True)
        False
    """
    return _vereinbar.content_key(_files.content(vereinbarung), options)


@keywords(PreviewOptions)
def preview(vereinbarung: Input, options: PreviewOptions) -> Pages:
    """Draws pages of the document as images.

    Args:
        vereinbarung: The agreement, as for `parse`.
        pages: "all", a page's number, or numbers and ranges such as "1,3-5".
        ppi: The resolution in pixels per inch, 10 to 600.
        standard: As for `render`.
        ausfuellhilfe: As for `render`.
        wortlaut: As for `render`.
        quelle: As for `render`.
        letterhead: As for `render`.
        templates: As for `render`.
        require_complete: As for `render`.
        stichtag: As for `validate`.
        profile: As for `validate`.

    Returns:
        A PNG file for each page: a list of bytes, which a notebook shows as pictures.

    Raises:
        OptionError: Also if a page does not exist or the resolution is out of bounds.
        VereinbarError: Otherwise as for `render`.
    """
    return Pages(map(Page, _vereinbar.preview(_files.content(vereinbarung), options)))


def calculate(vereinbarung: Input) -> results.Berechnung:
    """Calculates the Entgelt of a Leistungs-, Qualitätsentwicklungs- und Entgeltvereinbarung.

    The arithmetic is exact until the end and rounds as the agreement says; amounts
    come as text with a point, such as "177.39", so that no cent is lost.

    Args:
        vereinbarung: The agreement, as for `parse`.

    Returns:
        The way of the calculation, typed as `vereinbar.results.Berechnung`. What cannot
        be calculated is not there; `validate` says why. Where there is nothing to calculate
        yet it has nothing in it (the command and the service say so instead).

    Raises:
        ParseError: If the data is no agreement.
        FileError: If the file cannot be read.
        OptionError: If it is an agreement of another kind.

    Example:
        >>> berechnung = calculate({
        ...     "art": "leq_vereinbarung",
        ...     "entgeltvereinbarung": {"tagessatz": {
        ...         "plaetze": 4, "auslastung": "93",
        ...         "bestandteile": [{"bezeichnung": "Kosten", "kosten": [{"betrag": "215000.00"}]}],
        ...     }},
        ... })
        >>> berechnung["tagessatz"]["betrag"]
        '158.34'
    """
    return _vereinbar.calculate(_files.content(vereinbarung))


def blank(art: types.Art, *, ziele: int | None = None, zeilen: int | None = None) -> Vereinbarung:
    """Gives an agreement with nothing in it: rendered, it is the blank form.

    Args:
        art: The kind of agreement, one of those in `types.Art`.
        ziele: For how many Ziele there is room, at most 20; two, as in form A, where
            nothing is said.
        zeilen: For how many entries of each side of a Ziel, at most 12; three, where
            nothing is said.

    Raises:
        OptionError: If there is no such kind, or no such room.

    Example:
        >>> vordruck = render(blank("qualitaetsentwicklungsvereinbarung"))
        >>> extract(vordruck) == blank("qualitaetsentwicklungsvereinbarung")
        True
    """
    return _vereinbar.blank(art, ziele, zeilen)


def extract(pdf: bytes | bytearray | str | os.PathLike[str]) -> Vereinbarung:
    """Reads back the agreement that a PDF of `vereinbar` carries.

    If it is a form that was filled in, the agreement has the answers in it;
    `extract_answers` says what they changed.

    The file may come from anywhere: size and time are limited, and nothing in it
    is run.

    Args:
        pdf: The bytes of the PDF, or the path of the file.

    Returns:
        The agreement, equal to the one that was rendered.

    Raises:
        ExtractError: If the file is no PDF, carries no agreement, or has an answer in it
            that cannot be read.
        FileError: If the file cannot be read.
    """
    return _vereinbar.extract(_files.pdf(pdf))


def extract_answers(pdf: bytes | bytearray | str | os.PathLike[str]) -> Answers:
    """Reads a form that was filled in, and says what the answers change.

    Args:
        pdf: As for `extract`.

    Returns:
        The agreement with the answers in it, the places where they are others than what the
        file carries, and what is wrong with them. An answer that cannot be read is left out
        of the agreement, and a finding.

    Raises:
        ExtractError: If the file is no PDF, or carries no agreement.
        FileError: If the file cannot be read.

    Example:
        >>> form = render({"art": "qualitaetsentwicklungsvereinbarung"}, fillable=True)
        >>> answers = extract_answers(form)
        >>> answers.changes, answers.findings
        ((), ())
    """
    vereinbarung, changes, findings = _vereinbar.extract_answers(_files.pdf(pdf))
    return Answers(vereinbarung, tuple(Change(**change) for change in changes), findings)


def refresh(pdf: bytes | bytearray | str | os.PathLike[str]) -> bytes:
    """Draws the fields of a filled form anew from what is in them.

    A file that a program has damaged while it filled it in conforms to PDF/A-3a and
    PDF/UA-1 again. What was entered stays as it is.

    Args:
        pdf: As for `extract`.

    Returns:
        The PDF file.

    Raises:
        ExtractError: If the file cannot be read, is no form, or is signed.
        FileError: If the file cannot be read.
    """
    return _vereinbar.refresh(_files.pdf(pdf))


def schema(art: types.Art | None = None, *, builder: BuilderSchema | None = None) -> dict[str, Any]:
    """Gives the JSON Schema of the data, as published in the folder schema/.

    Args:
        art: The kind of agreement; None for all kinds in one schema.
        builder: What a builder of forms in the browser needs for one kind instead:
            "schema" is the schema without references, "rjsf" the uiSchema of
            react-jsonschema-form, "jsonforms" the uischema of JSON Forms with
            the words for codes.

    Returns:
        The schema as a new dict.

    Raises:
        OptionError: If there is no such kind, or a part for a builder is asked for without one.
    """
    return _vereinbar.schema(art, builder)


def export_templates(folder: str | os.PathLike[str], *, overwrite: bool = False) -> list[Path]:
    """Writes the built-in templates into a folder, to be changed there, with a short guide.

    What is left in the folder of them is taken with `templates=folder`; delete what you do
    not change.

    Args:
        folder: The folder; it is made where there is none.
        overwrite: Overwrite files that are there.

    Returns:
        The files that were written.

    Raises:
        FileError: If the folder cannot be written, or has such a file.
    """
    return _vereinbar.export_templates(folder, overwrite)
