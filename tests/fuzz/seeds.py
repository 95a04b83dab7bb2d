"""What each target begins with: what the fixtures hold, and small files made by hand.

seeds.py FOLDER writes that into it as OSS-Fuzz takes it: for each target an archive, and the words of the data.
"""

import json
import sys
import zlib
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path
from typing import Any
from zipfile import ZipFile

ROOT = Path(__file__).resolve().parents[2]
TARGETS = sorted(file.stem for file in (ROOT / "tests/fuzz/targets").glob("*.rs"))


def of(target: str) -> list[bytes]:
    """The inputs, each once."""
    begin = {
        "columns": columns,
        "extract": pdfs,
        "fields": filled,
        "headings": headings,
        "parse": lambda: (file.read_bytes() for file in agreements()),
        "profile": lambda: (file.read_bytes() for file in (ROOT / "docs/profile").glob("*.json")),
        "render": printed,
        "table": tables,
        "workbook": workbooks,
        "words": lambda: (f"{place}\n{text}".encode() for place, text in leaves()),
    }
    return list(dict.fromkeys(begin[target]()))


def dictionary() -> bytes:
    """The words of the data, for libFuzzer to put anywhere: keys, codes and rules, and what a PDF is made of."""
    schemas = [json.loads(file.read_text()) for file in (ROOT / "schema").glob("*.schema.json")]
    words = set(chain.from_iterable(names(schema) for schema in schemas))
    words |= {f'"{word}"' for word in words} | {"true", "null", "1.12.2026", "1.243,95", " › ", "/V", "/AS", "endobj"}
    words |= {'<c r="A1" s="1" t="s"><v>0</v></c>', '<mergeCell ref="A1:B2"/>', 'uniqueCount="1"', 'ref="A1:XFD1048576"'}
    words |= {'number-rows-repeated="9"', 'number-columns-spanned="9"', "<table:table-row>", 'office:value="1"'}
    words |= {"\u0301", "\u202e", "\u200d", "\ufeff", "\u00ad", "ß", "=1+1"}
    escaped = ("".join(f"\\x{byte:02x}" for byte in word.encode()) for word in sorted(words))
    return "".join(f'"{word}"\n' for word in escaped).encode()


def names(schema: Any) -> Iterator[str]:
    if isinstance(schema, list):
        yield from chain.from_iterable(map(names, schema))
    elif isinstance(schema, dict):
        yield from schema.get("properties", {}) if isinstance(schema.get("properties"), dict) else ()
        yield from (word for word in (schema.get("const"), *schema.get("enum", ())) if isinstance(word, str))
        yield from chain.from_iterable(map(names, schema.values()))


def agreements() -> list[Path]:
    return sorted(file for file in (ROOT / "tests/fixtures").glob("*/valid/*.json") if file.stat().st_size < 1 << 16)


def leaves() -> Iterator[tuple[str, str]]:
    for file in agreements():
        yield from values(json.loads(file.read_text("utf-8-sig")))


def values(value: Any, pointer: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, field in value.items():
            yield from values(field, f"{pointer}/{key}")
    elif isinstance(value, list):
        for index, entry in enumerate(value):
            yield from values(entry, f"{pointer}/{index}")
    else:
        yield pointer, str(value)


def dotted(pointer: str) -> str:
    """A place as the heading of a table."""
    return ".".join(str(int(step) + 1) if step.isdigit() else step for step in pointer.split("/")[1:])


def headings() -> Iterator[bytes]:
    yield from (dotted(place).encode() for place, _ in leaves())
    # The form's words for the same, of every field.
    for file in (ROOT / "schema").glob("*vereinbarung.schema.json"):
        yield from (title.encode() for title in titles(json.loads(file.read_text())))
    yield from ("Ziele › 1 › Ziel".encode(), "Träger › Anschrift › Postleitzahl".encode())


def titles(schema: Any) -> Iterator[str]:
    if isinstance(schema, list):
        yield from chain.from_iterable(map(titles, schema))
    elif isinstance(schema, dict):
        yield from (title for title in (schema.get("title"),) if isinstance(title, str))
        yield from chain.from_iterable(map(titles, schema.values()))


def columns() -> Iterator[bytes]:
    mapping = {"PLZ": "Träger › Anschrift › Postleitzahl", "Haus": ["traeger.name", "einrichtung.name"], "Rest": "#"}
    yield json.dumps(mapping, ensure_ascii=False).encode() + b"\nPLZ;Haus;Rest\n01067;Haus am See;x\n"
    yield '{"Träger": "? traeger.name"}\nTräger;Straße;Nr.\nHaus;Weg 1;1\n'.encode()
    yield b'{"=1": "stand"}\n=1;"a\nb";ziele.1.ziel\n1.12.2026;2;Beteiligung\n'


def tables() -> Iterator[bytes]:
    yield b"\0traeger.name;stand\nHaus;1.12.2026\n"
    yield b'\0Bericht\n\nAktenzeichen,"Tr\xc3\xa4ger"\n1,"a ""b"""\nSumme,2\n'
    yield b"\3" + b'{"traeger.name": "Haus", "stand": "2026-12-01"}\n' * 2
    yield b"\4" + b'[{"traeger.name": "Haus"}]'
    for file in (ROOT / "tests/fixtures/tabellen").glob("*.xlsx"):
        yield b"\1" + file.read_bytes()


def workbooks() -> Iterator[bytes]:
    """The parts of workbooks, as a spreadsheet writes them and with what is rare."""
    parts = ("worksheets/sheet1.xml", "sharedStrings.xml", "styles.xml", "workbook.xml", "_rels/workbook.xml.rels")
    for file in (ROOT / "tests/fixtures/tabellen").glob("*.xlsx"):
        with ZipFile(file) as book:
            names = book.namelist()
            read = [book.read(f"xl/{part}") if f"xl/{part}" in names else b"<sst></sst>" for part in parts]
            yield b"\0" + b"\0".join(read)
            yield b"\0" + read[0]
    head = '<worksheet><dimension ref="A1:B3"/><sheetData><row r="1">' + "".join(
        f'<c r="{column}1" t="inlineStr"><is><t>{heading}</t></is></c>'
        for column, heading in zip("ABC", ("traeger.name", "aktenzeichen", "stand"), strict=True)
    )
    body = (
        '</row><row r="2" hidden="1"><c r="A2" t="s"><v>0</v></c><c r="B2"><f t="shared" ref="B2:B3" si="0">1+1</f>'
        '<v>2</v></c><c r="C2" s="1"><v>46357</v></c></row><row><c t="e"><v>#REF!</v></c><c t="b"><v>1</v></c>'
        '<c t="d"><v>2026-12-01</v></c></row></sheetData>'
    )
    end = '<mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells></worksheet>'
    yield f"\0{head}{body}{end}".encode()
    yield f'\0{head}{body}{end}\0<sst count="1" uniqueCount="1"><si><r><t>Haus</t></r></si></sst>'.encode()
    cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    cells = "".join(map(cell.format, ("traeger.name", "aktenzeichen", "stand")))
    yield (
        '\1<office:document-content><table:table table:name="Liste"><table:table-row>'
        f"{cells}</table:table-row><table:table-row table:number-rows-repeated=\"2\">"
        '<table:table-cell table:number-rows-spanned="1" table:number-columns-spanned="2" office:value-type="string">'
        "<text:p>Haus<text:s text:c=\"3\"/>Nord<text:line-break/>&amp;</text:p></table:table-cell>"
        '<table:covered-table-cell/><table:table-cell office:value-type="date" office:date-value="2026-12-01"/>'
        '<table:table-cell table:number-columns-repeated="16381"/></table:table-row></table:table>'
        "</office:document-content>"
    ).encode()
    yield (
        f'\1<table:table table:name="Liste"><table:table-row>{cells}</table:table-row><table:table-row>'
        '<table:table-cell office:value-type="percentage" office:value="0.8"><text:p>80 %</text:p></table:table-cell>'
        '<table:table-cell office:value-type="time" office:time-value="PT13H30M00S"/><table:table-cell '
        'table:formula="of:=1" calcext:value-type="error"><text:p>#REF!</text:p></table:table-cell>'
        "</table:table-row></table:table>"
    ).encode()


def printed() -> Iterator[bytes]:
    """Options, the agreement to begin with, and what is written into it."""
    for file in agreements():
        for choice, begin in ((0, 0), (0x30, 1), (0x14, 2), (0x2B, 3)):
            written = islice(values(json.loads(file.read_text("utf-8-sig"))), 60)
            lines = "\n".join(f"{place} {text}" for place, text in written)
            yield (chr(choice) + chr(begin) + lines)[:2000].encode()


def filled() -> Iterator[bytes]:
    """What is written into the first fields of each form."""
    texts = [text.encode()[:255] for _, text in islice(leaves(), 0, None, 7)] + [b"Yes", b"Off", b"x", b"30.06.2027"]
    for form in range(4):
        for kind in (0, 2, 3, 4, 0x83):
            for begin in range(0, 160, 40):
                fields = (
                    (begin + index).to_bytes(2, "big") + bytes((kind, len(text))) + text
                    for index, text in enumerate(texts[begin::9])
                )
                yield bytes([form]) + b"".join(islice(fields, 12))


def pdfs() -> Iterator[bytes]:
    """Small files with the data attached: as they are, packed, many of them, and with a field."""
    data = [file.read_bytes() for file in agreements() if file.stat().st_size < 4000]
    for json_data in data:
        yield pdf([("vereinbarung.json", json_data)])
        yield pdf([("vereinbarung.json", json_data)], packed=True)
    yield pdf([(f"vereinbarung-{number:04}.json", each) for number, each in enumerate(data[:3], 1)])
    yield pdf([("auswertung.json", b"{}")])
    yield pdf([("vereinbarung.json", data[0])], field=b"/T (aktenzeichen) /FT /Tx /V (51-1)")
    yield pdf(
        [("vereinbarung.json", data[0])], field=b"/T (stand) /FT /Tx /V <FEFF0031002E00310032002E0032003000320036>"
    )


def pdf(files: list[tuple[str, bytes]], packed: bool = False, field: bytes | None = None) -> bytes:
    objects = [
        b"",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>",
    ]
    entries = []
    for name, content in files:
        content = zlib.compress(content) if packed else content
        filters = b"/Filter /FlateDecode " if packed else b""
        objects.append(
            b"<< /Type /EmbeddedFile %s/Length %d >>\nstream\n%s\nendstream" % (filters, len(content), content)
        )
        objects.append(
            b"<< /Type /Filespec /F (%s) /UF (%s) /EF << /F %d 0 R >> >>" % (name.encode(), name.encode(), len(objects))
        )
        entries.append(b"(%s) %d 0 R" % (name.encode(), len(objects)))
    form = b""
    if field is not None:
        objects.append(b"<< /Type /Annot /Subtype /Widget /Rect [0 0 9 9] %s >>" % field)
        form = b"/AcroForm << /Fields [%d 0 R] >> " % len(objects)
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R %s/Names << /EmbeddedFiles << /Names [%s] >> >> >>" % (
        form,
        b" ".join(entries),
    )
    out, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    end = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (count, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n%s" % (count, table) + end


def main() -> None:
    folder = Path(sys.argv[1])
    for target in TARGETS:
        (folder / f"{target}.dict").write_bytes(dictionary())
        with ZipFile(folder / f"{target}_seed_corpus.zip", "w") as archive:
            for index, content in enumerate(of(target)):
                archive.writestr(f"fixture-{index}", content)


if __name__ == "__main__":
    main()
