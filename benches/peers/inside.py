"""What a PDF holds for who archives it, reads it aloud or reads it back: what the table of `make bench` says beside
the speed. Nothing is taken from what a program says of itself."""

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pikepdf

ROOT = Path(__file__).resolve().parents[2]
VERAPDF = "org.verapdf.apps.GreenfieldCliWrapper"


def conforms(file: Path, flavour: str) -> bool:
    """Whether veraPDF finds nothing."""
    command = ["java", "-cp", f"{ROOT}/build/verapdf/*", VERAPDF, "--format", "json", "--flavour", flavour, str(file)]
    output = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    results = json.loads(output)["report"]["jobs"][0]["validationResult"]
    return all(result["compliant"] for result in (results if isinstance(results, list) else [results]))


def claims(pdf: pikepdf.Pdf) -> tuple[str | None, str | None]:
    """The parts of PDF/A and PDF/UA that the file says it conforms to, as veraPDF calls them."""
    with pdf.open_metadata() as metadata:
        archive, access = metadata.get("pdfaid:part"), metadata.get("pdfuaid:part")
        level = (metadata.get("pdfaid:conformance") or "").lower()
    return f"{archive}{level}" if archive else None, f"ua{access}" if access else None


def kinds(pdf: pikepdf.Pdf) -> set[str]:
    """Of which kinds the elements of the structure are."""
    tree = pdf.Root.get("/StructTreeRoot")
    if tree is None:
        return set()
    roles = {str(key): str(value) for key, value in tree.get("/RoleMap", {}).items()}
    found: set[str] = set()
    seen: set[tuple[int, int]] = set()
    waiting: list[Any] = [tree.get("/K")]
    while waiting:
        node = waiting.pop()
        if isinstance(node, pikepdf.Array):
            waiting.extend(node)
        elif isinstance(node, pikepdf.Dictionary):
            if node.is_indirect:
                if node.objgen in seen:
                    continue
                seen.add(node.objgen)
            if "/S" in node:
                kind = str(node["/S"])
                found.add(roles.get(kind, kind))
            waiting.append(node.get("/K"))
    return found


def text(file: Path) -> str:
    return subprocess.run(["pdftotext", "-raw", str(file), "-"], capture_output=True, text=True, check=True).stdout


def hyphenates(printed: str, source: str) -> bool:
    """Whether a word of the source is printed in two parts."""
    words = set(re.findall(r"\w+", source))
    breaks = re.findall(r"(\w+)[-\u00ad]\s*\n(\w+)", printed)
    return any(first + second in words for first, second in breaks)


def inside(file: Path, source: str) -> dict[str, Any]:
    """`source` is the JSON of the agreement."""
    printed = text(file)
    with pikepdf.open(file) as pdf:
        archive, access = claims(pdf)
        tags = kinds(pdf)
        return {
            "pages": len(pdf.pages),
            "PDF/A": f"{archive}: {'yes' if conforms(file, archive) else 'no'}" if archive else "no",
            "PDF/UA": f"{access[2:]}: {'yes' if conforms(file, access) else 'no'}" if access else "no",
            "table headers": "/TH" in tags,
            "lists": "/L" in tags,
            "language": str(pdf.Root.get("/Lang", "no")),
            "hyphenated": hyphenates(printed, source),
            "data attached": bool(pdf.attachments),
            "letters": len("".join(printed.split())),
        }
