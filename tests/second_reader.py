"""Reads files with programs that had no part in making them: second_reader.py PDF...

qpdf finds nothing to say of their structure, and MuPDF sees as many pages and the same letters as poppler. What differs
ends it.
"""

import subprocess
import sys
import unicodedata
from collections import Counter

import pikepdf
import pymupdf


def letters(text: str) -> Counter[str]:
    """Without marks of direction, which poppler puts around what is written from the right."""
    return Counter(sign for sign in "".join(text.split()) if unicodedata.category(sign) != "Cf")


def faults(file: str) -> list[str]:
    with pikepdf.open(file) as pdf:
        # What is mended while it is opened is a fault as well.
        found = [str(problem) for problem in (*pdf.get_warnings(), *pdf.check_pdf_syntax())]
        pages = len(pdf.pages)
    with pymupdf.open(file) as document:
        read = letters("".join(page.get_text() for page in document))
        kinds = [widget.field_type for page in document for widget in page.widgets()]
        # MuPDF draws that word of its own where nobody has signed yet.
        read -= letters("SIGN" * kinds.count(pymupdf.PDF_WIDGET_TYPE_SIGNATURE))
        if len(document) != pages:
            found.append(f"{len(document)} pages instead of {pages}")
    command = ["pdftotext", "-raw", file, "-"]
    other = letters(subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout)
    if read != other:
        found.append(f"other letters: {dict((read - other) + (other - read))}")
    return found


wrong = {file: found for file in sys.argv[1:] if (found := faults(file))}
if wrong:
    sys.exit("\n".join(f"{file}: {'; '.join(found)}" for file, found in wrong.items()))
print(f"{len(sys.argv) - 1} files")
