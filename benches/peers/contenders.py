"""Who is measured beside this project. Each is set up once, as its documentation shows it for many documents, and then
makes one PDF after the other from an agreement as JSON."""

import html
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

from outline import labels, outline

Make = Callable[[str], bytes]

PLAIN = Path(__file__).resolve().parent / "plain"
STANDARDS = ["a-3a", "ua-1"]
LIBRARY_TITLE = "Vereinbarung"
# A style of pypdfsuit: bold, not italic, not underlined.
BOLD = "100"


def art_of(workload: str) -> str:
    return "leq_vereinbarung" if workload == "contract" else "qualitaetsentwicklungsvereinbarung"


def outlines(workload: str) -> Callable[[str], dict]:
    names = labels(art_of(workload))
    return lambda text: outline(json.loads(text), names)


def typst_py(main: Path, root: Path, work: Path, inputs: Callable[[str], dict[str, str]]) -> Make:
    import typst

    compiler = typst.Compiler(str(main), root=str(root), font_paths=[str(work / "fonts")], ignore_system_fonts=True)
    return lambda text: compiler.compile(format="pdf", sys_inputs=inputs(text), pdf_standards=STANDARDS)


def typst_py_form(workload: str, work: Path) -> Make:
    templates = work / "templates"
    return typst_py(templates / art_of(workload) / "main.typ", templates, work, lambda text: {"daten": text})


def typst_py_plain(workload: str, work: Path) -> Make:
    plain = outlines(workload)
    return typst_py(PLAIN / "main.typ", PLAIN, work, lambda text: {"outline": json.dumps(plain(text))})


def oicana_plain(workload: str, work: Path) -> Make:
    import oicana

    oicana.register_font_paths([str(work / "fonts")])
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name in ("typst.toml", "main.typ"):
            archive.write(PLAIN / name, name)
    plain = outlines(workload)
    first = json.dumps({"title": LIBRARY_TITLE, "parts": []})
    template = oicana.Template(packed.getvalue(), json_inputs={"outline": first})
    return lambda text: template.export(json_inputs={"outline": json.dumps(plain(text))})


def pypdfsuit_plain(workload: str, _work: Path) -> Make:
    from pypdfsuit import generate_pdf_from_dict

    plain = outlines(workload)

    def cell(text: str, style: str = "000") -> dict:
        return {"props": f"Helvetica:10:{style}:left:1:1:1:1", "text": text, "wrap": True}

    def template(it: dict) -> dict:
        elements = []
        for part in it["parts"]:
            rows = [[cell(part["name"], BOLD), cell("", BOLD)], [cell("Angabe", BOLD), cell("Inhalt", BOLD)]]
            rows += [[cell(label), cell(text)] for label, text in part["rows"]]
            table = {"maxcolumns": 2, "columnwidths": [1, 2], "rows": [{"row": row} for row in rows]}
            elements.append({"type": "table", "table": table})
        return {
            "config": {
                "page": "A4",
                "pageAlignment": 1,
                "pdfTitle": it["title"],
                "pdfaCompliant": True,
                "pdfa": {"enabled": True, "conformance": "4", "title": it["title"]},
                "embedFonts": True,
            },
            "title": {"props": "Helvetica:18:100:left:0:0:0:0", "text": it["title"]},
            "elements": elements,
            "footer": {"font": "Helvetica:8:000:right", "text": ""},
        }

    return lambda text: generate_pdf_from_dict(template(plain(text)))


def weasyprint_plain(workload: str, work: Path) -> Make:
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    style = CSS(
        string=f"""
        @font-face {{ font-family: "Noto Sans"; src: url(file://{work}/fonts/NotoSans-Regular.ttf) }}
        @font-face {{ font-family: "Noto Sans"; font-weight: bold; src: url(file://{work}/fonts/NotoSans-Bold.ttf) }}
        @page {{ size: A4; margin: 2.5cm; @bottom-right {{ content: counter(page) " / " counter(pages) }} }}
        body {{ font: 10pt "Noto Sans"; hyphens: auto }}
        table {{ width: 100%; border-collapse: collapse }} th, td {{ border: 1px solid; text-align: left }}
        th:first-child {{ width: 33% }}
        """,
        font_config=fonts,
    )
    plain = outlines(workload)

    def page(it: dict) -> str:
        escape = html.escape
        parts = [f'<html lang="de"><title>{escape(it["title"])}</title><h1>{escape(it["title"])}</h1>']
        for part in it["parts"]:
            rows = "".join(f"<tr><td>{escape(label)}<td>{escape(text)}" for label, text in part["rows"])
            head = "<thead><tr><th>Angabe<th>Inhalt</thead>"
            parts.append(f"<h2>{escape(part['name'])}</h2><table>{head}<tbody>{rows}</tbody></table>")
        return "".join(parts)

    def make(text: str) -> bytes:
        pdf = HTML(string=page(plain(text))).write_pdf(
            stylesheets=[style], font_config=fonts, pdf_variant="pdf/a-3a", pdf_tags=True
        )
        assert pdf
        return pdf

    return make


CONTENDERS: dict[str, Callable[[str, Path], Make]] = {
    "typst-py, this template": typst_py_form,
    "typst-py, plain": typst_py_plain,
    "oicana, plain": oicana_plain,
    "pypdfsuit, plain": pypdfsuit_plain,
    "WeasyPrint, plain": weasyprint_plain,
}
