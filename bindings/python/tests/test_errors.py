"""Exceptions: one base, all findings, German words, whole after pickling."""

from __future__ import annotations

import inspect
import json
import pickle
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pandas
import pytest
import vereinbar
from conftest import ART, BASE, INVALID, ROOT, agreement
from vereinbar import _vereinbar

REVERSED = {"art": ART, "vereinbarungszeitraum": {"von": "2027-01-01", "bis": "2026-01-01"}}
BLANK = {"art": ART}


def broken_templates(folder: Path) -> Path:
    (folder / ART).mkdir()
    (folder / ART / "main.typ").write_text("#geheim", encoding="utf-8")
    return folder


def archive(folder: Path) -> Path:
    file = folder / "alle.zip"
    file.write_bytes(b"")
    return file


def table(folder: Path) -> Path:
    file = folder / "liste.csv"
    file.write_text("traeger.name\nx\n", encoding="utf-8")
    return file


def no_table(folder: Path) -> Path:
    file = folder / "liste.pdf"
    file.write_bytes(b"%PDF-1.7")
    return file


def panic() -> None:
    """Panics in the native half: only the wheel of the tests can (its feature `panic-for-test`)."""
    vars(_vereinbar)["_panic_for_test"]()


# What to do, the class, and the standard class that catches it, too.
CASES: dict[str, tuple[Callable[[Path], object], type[vereinbar.VereinbarError], type[Exception]]] = {
    "no_json": (lambda _: vereinbar.parse("{"), vereinbar.ParseError, ValueError),
    "file_name": (lambda _: vereinbar.parse("v.json"), vereinbar.ParseError, ValueError),
    "pdf": (lambda _: vereinbar.parse(b"%PDF-1.7"), vereinbar.ParseError, ValueError),
    "wrong_type": (lambda _: vereinbar.render({**BLANK, "ziele": 5}), vereinbar.ParseError, ValueError),
    "reversed": (lambda _: vereinbar.render(REVERSED), vereinbar.ValidationError, ValueError),
    "incomplete": (
        lambda _: vereinbar.render(BLANK, require_complete=True), vereinbar.ValidationError, ValueError
    ),
    "preview": (lambda _: vereinbar.preview(REVERSED), vereinbar.ValidationError, ValueError),
    "no_pdf": (lambda _: vereinbar.extract(b"x"), vereinbar.ExtractError, ValueError),
    "damaged": (lambda _: vereinbar.extract(b"%PDF-1.7\n%%EOF"), vereinbar.ExtractError, ValueError),
    "no_file": (lambda p: vereinbar.parse(p / "x.json"), vereinbar.FileError, OSError),
    "folder": (lambda p: vereinbar.extract(p), vereinbar.FileError, OSError),
    "no_logo": (lambda p: vereinbar.Letterhead(logo=p / "x", logo_alt="x"), vereinbar.FileError, OSError),
    "logo_kind": (
        lambda _: vereinbar.Letterhead(logo=b"GIF89a", logo_alt="x"), vereinbar.OptionError, ValueError
    ),
    "logo_alt": (lambda _: vereinbar.Letterhead(logo=b"<svg></svg>"), vereinbar.OptionError, ValueError),
    "alt_alone": (lambda _: vereinbar.Letterhead(logo_alt="x"), vereinbar.OptionError, ValueError),
    "line": (lambda _: vereinbar.Letterhead(lines="Jugendamt"), vereinbar.OptionError, ValueError),
    "color": (lambda _: vereinbar.Letterhead(color="rot"), vereinbar.OptionError, ValueError),
    "stage": (
        lambda _: vereinbar.validate(BLANK, stage="x"),  # type: ignore[arg-type]
        vereinbar.OptionError, ValueError,
    ),
    "standard": (
        lambda _: vereinbar.render(BLANK, standard="x"),  # type: ignore[arg-type]
        vereinbar.OptionError, ValueError,
    ),
    "ausfuellhilfe": (
        lambda _: vereinbar.render(BLANK, ausfuellhilfe="x"),  # type: ignore[arg-type]
        vereinbar.OptionError, ValueError,
    ),
    "art": (lambda _: vereinbar.blank("x"), vereinbar.OptionError, ValueError),  # type: ignore[arg-type]
    "room": (lambda _: vereinbar.blank(ART, ziele=-1), vereinbar.OptionError, ValueError),
    "entries": (lambda _: vereinbar.table(ART, entries=0), vereinbar.OptionError, ValueError),
    "too_many_entries": (lambda _: vereinbar.table(ART, entries=201), vereinbar.OptionError, ValueError),
    "too_wide": (lambda _: vereinbar.table("leq", entries=12), vereinbar.OptionError, ValueError),
    "zip_ending": (
        lambda p: vereinbar.batch([BLANK], zip=p / "x.pdf"), vereinbar.OptionError, ValueError
    ),
    "combined_ending": (
        lambda p: vereinbar.batch([BLANK], combined=p / "x.zip"), vereinbar.OptionError, ValueError
    ),
    "columns_kind": (lambda p: vereinbar.columns(table(p)), vereinbar.OptionError, ValueError),
    "columns_row": (lambda _: vereinbar.columns("x.csv", ART, header_row=0), vereinbar.OptionError, ValueError),
    "columns_file": (lambda p: vereinbar.columns(p / "x.csv", ART), vereinbar.FileError, OSError),
    "table_of_nothing": (lambda p: vereinbar.table(from_=p), vereinbar.OptionError, ValueError),
    "schema": (lambda _: vereinbar.schema("x"), vereinbar.OptionError, ValueError),  # type: ignore[arg-type]
    "pages": (lambda _: vereinbar.preview(BLANK, pages="x"), vereinbar.OptionError, ValueError),
    "no_page": (lambda _: vereinbar.preview(BLANK, pages=99), vereinbar.OptionError, ValueError),
    "ppi": (lambda _: vereinbar.preview(BLANK, ppi=5), vereinbar.OptionError, ValueError),
    "nan": (lambda _: vereinbar.preview(BLANK, ppi=float("nan")), vereinbar.OptionError, ValueError),
    "no_templates": (
        lambda p: vereinbar.render(BLANK, templates=p / "x"), vereinbar.RenderError, RuntimeError
    ),
    "templates": (
        lambda p: vereinbar.render(BLANK, templates=broken_templates(p)), vereinbar.RenderError, RuntimeError
    ),
    "batch_base": (lambda _: vereinbar.batch([], base="{", check=True), vereinbar.ParseError, ValueError),
    "batch_heading": (
        lambda _: vereinbar.batch(pandas.DataFrame({"treager.name": ["x"]}), base=BASE, check=True),
        vereinbar.ParseError, ValueError,
    ),
    "batch_duplex": (
        lambda p: vereinbar.batch([], base=BASE, out=p / "out", duplex=True), vereinbar.OptionError, ValueError
    ),
    "batch_no_output": (lambda _: vereinbar.batch([], base=BASE), vereinbar.OptionError, ValueError),
    "batch_no_art": (
        lambda _: vereinbar.batch(pandas.DataFrame({"stand": ["x"]}), check=True), vereinbar.OptionError, ValueError
    ),
    "batch_name": (
        lambda _: vereinbar.batch([], base=BASE, check=True, name="{nahme}"), vereinbar.OptionError, ValueError
    ),
    "batch_jobs": (
        lambda _: vereinbar.batch([], base=BASE, check=True, jobs=0), vereinbar.OptionError, ValueError
    ),
    "batch_one_row": (
        lambda _: vereinbar.batch({"traeger.name": "x"}, base=BASE, check=True),  # type: ignore[dict-item]
        vereinbar.OptionError, ValueError,
    ),
    "batch_header_row": (
        lambda _: vereinbar.batch([], base=BASE, check=True, header_row=2), vereinbar.OptionError, ValueError
    ),
    "batch_header_row_0": (
        lambda _: vereinbar.batch(Path("x.csv"), base=BASE, check=True, header_row=0), vereinbar.OptionError, ValueError
    ),
    "batch_sheet": (
        lambda _: vereinbar.batch([], base=BASE, check=True, sheet="x"), vereinbar.OptionError, ValueError
    ),
    "batch_no_file": (lambda p: vereinbar.batch(p / "x.csv", base=BASE, check=True), vereinbar.FileError, OSError),
    "batch_no_table": (lambda p: vereinbar.batch(no_table(p), base=BASE, check=True), vereinbar.FileError, OSError),
    "batch_exists": (lambda p: vereinbar.batch([], base=BASE, zip=archive(p)), vereinbar.FileError, OSError),
    "batch_no_folder": (lambda p: vereinbar.batch([], base=BASE, out=table(p)), vereinbar.FileError, OSError),
    "batch_templates": (
        lambda p: vereinbar.batch([], base=BASE, out=p, templates=p / "x"), vereinbar.RenderError, RuntimeError
    ),
    "calculate": (lambda _: vereinbar.calculate("{"), vereinbar.ParseError, ValueError),
    "calculate_art": (lambda _: vereinbar.calculate(BLANK), vereinbar.OptionError, ValueError),
    "profile": (
        lambda _: vereinbar.validate(BLANK, profile={"severity": {"x": "error"}}), vereinbar.ParseError, ValueError
    ),
    "no_profile": (lambda p: vereinbar.validate(BLANK, profile=p / "x.json"), vereinbar.FileError, OSError),
    "stichtag": (lambda _: vereinbar.validate(BLANK, stichtag="30.06.2027"), vereinbar.OptionError, ValueError),
    "evaluate_no_file": (lambda p: vereinbar.evaluate([BLANK, p / "x"]), vereinbar.FileError, OSError),
    "evaluate_stichtag": (lambda _: vereinbar.evaluate([], stichtag="bald"), vereinbar.OptionError, ValueError),
    "evaluate_jobs": (lambda _: vereinbar.evaluate([], jobs=201), vereinbar.OptionError, ValueError),
    "evaluate_one": (lambda _: vereinbar.evaluate(BLANK), vereinbar.OptionError, ValueError),  # type: ignore[arg-type]
    "evaluate_read": (
        lambda _: vereinbar.evaluate(vereinbar.parse(BLANK)),  # type: ignore[arg-type]
        vereinbar.OptionError, ValueError,
    ),
    "evaluate_table": (lambda _: vereinbar.evaluate([]).to_csv("x"), vereinbar.OptionError, ValueError),
    "evaluate_ics": (lambda _: vereinbar.evaluate([]).to_ics(), vereinbar.OptionError, ValueError),
    "evaluate_standard": (
        lambda _: vereinbar.evaluate([]).to_pdf(standard="x"),  # type: ignore[arg-type]
        vereinbar.OptionError, ValueError,
    ),
    "evaluate_templates": (
        lambda p: vereinbar.evaluate([]).to_pdf(templates=p / "x"), vereinbar.RenderError, RuntimeError
    ),
    "panic": (lambda _: panic(), vereinbar.InternalError, RuntimeError),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_every_exception_is_caught_by_the_base_and_is_a_value(name: str, tmp_path: Path) -> None:
    do, kind, standard = CASES[name]
    with pytest.raises(vereinbar.VereinbarError) as caught:
        do(tmp_path)
    error = caught.value
    assert type(error) is kind
    assert isinstance(error, standard)
    assert isinstance(error.findings, tuple)
    has_findings = kind in (vereinbar.ParseError, vereinbar.ValidationError)
    assert bool(error.findings) == has_findings
    back = pickle.loads(pickle.dumps(error))
    assert back == error and hash(back) == hash(error) and str(back) == str(error)
    assert vars(back) == vars(error)
    assert error != kind("etwas anderes") and error != str(error)


@pytest.mark.parametrize("name", CASES)
def test_messages_are_german_sentences_without_debris(name: str, tmp_path: Path) -> None:
    with pytest.raises(vereinbar.VereinbarError) as caught:
        CASES[name][0](tmp_path)
    message = str(caught.value)
    assert re.match(r"[A-ZÄÖÜ/]", message), message
    assert re.search(r"[.\]!]$|meldet: .+$", message), message
    debris = r"Error|Some\(|None|::|\{ |\bserde|\btypst\b|panicked|called `|unwrap|lopdf|\.rs\b|<class"
    assert not re.search(debris, message.replace("{ … }", "")), message


def test_every_public_exception_derives_from_the_base() -> None:
    classes = [value for value in vars(vereinbar.errors).values() if inspect.isclass(value)]
    exceptions = [
        c for c in classes
        if issubclass(c, BaseException) and c.__module__ == "vereinbar.errors" and not issubclass(c, Warning)
    ]  # fmt: skip
    assert len(exceptions) == 8
    assert all(issubclass(c, vereinbar.VereinbarError) for c in exceptions)
    assert {c.__name__ for c in exceptions} == {name for name in vereinbar.errors.__all__ if name.endswith("Error")}
    assert {kind for _, kind, _ in CASES.values()} == set(exceptions) - {vereinbar.VereinbarError}


@pytest.mark.parametrize("output", ["zip", "combined", "marked"])
@pytest.mark.parametrize("kind", [str, Path])
def test_what_is_read_is_not_written_over(output: str, kind: type[str] | type[Path], tmp_path: Path) -> None:
    # With the ending that the output has, so that nothing else is wrong with it.
    rows = table(tmp_path).rename(tmp_path / {"zip": "x.zip", "combined": "x.pdf", "marked": "x.xlsx"}[output])
    before = rows.read_bytes()
    options: dict[str, Any] = {output: kind(rows), "overwrite": True, "check": output == "marked"}
    with pytest.raises(vereinbar.OptionError, match=r"x\.\w+ ist Ein- und Ausgabe zugleich"):
        vereinbar.batch(kind(rows), base=BASE, **options)
    base = tmp_path / "grundlage.json"
    base.write_bytes(before)
    if output != "marked":
        with pytest.raises(vereinbar.OptionError, match=r"grundlage\.json ist Ein- und Ausgabe zugleich"):
            vereinbar.batch([], base=base, **{**options, output: kind(base)})
    assert (rows.read_bytes(), base.read_bytes()) == (before, before)


def test_a_panic_is_quiet_and_the_next_call_works(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(vereinbar.InternalError) as caught:
        panic()
    assert "a panic for the test" in caught.value.detail
    assert "panic" not in str(caught.value)
    assert capfd.readouterr() == ("", "")
    assert vereinbar.render(BLANK).startswith(b"%PDF-")


def test_a_file_error_is_an_os_error_like_any_other(tmp_path: Path) -> None:
    file = tmp_path / "fehlt.json"
    with pytest.raises(OSError, match=r"fehlt\.json") as caught:
        vereinbar.render(file)
    assert isinstance(caught.value, vereinbar.FileError)
    assert caught.value.filename == str(file)
    assert caught.value.errno == 2
    assert isinstance(caught.value.__cause__, FileNotFoundError)


def test_a_file_name_in_place_of_text_is_told_apart() -> None:
    with pytest.raises(vereinbar.ParseError, match=r"pathlib\.Path"):
        vereinbar.render("ordner/vereinbarung.json")
    with pytest.raises(vereinbar.ParseError) as caught:
        vereinbar.render('{"art": "x.json"')
    assert "pathlib" not in str(caught.value)


def test_free_text_is_not_in_messages_or_findings() -> None:
    secret = "Geheimnis"
    cases: list[dict[str, Any]] = [
        {**BLANK, "stand": secret},
        {**BLANK, "qualitaetsdimensionen": [secret]},
        {**BLANK, "traeger": {"ags": secret, "name": [secret]}},
        {"art": secret},
        {**REVERSED, "aktenzeichen": secret, "traeger": {"name": secret}},
    ]
    for data in cases:
        with pytest.raises(vereinbar.VereinbarError) as caught:
            vereinbar.render(data)
        assert secret not in str(caught.value) + repr(caught.value.findings)


def expected(file: Path) -> dict[str, list[dict[str, Any]]]:
    text = file.with_name(f"{file.stem}.findings.json").read_text(encoding="utf-8")
    findings: dict[str, list[dict[str, Any]]] = json.loads(text)
    return findings


def as_json(finding: vereinbar.Finding) -> dict[str, Any]:
    """The finding as the fixtures have it."""
    fields = {k: v for k, v in vars(finding).items() if k not in ("position", "text", "further_paths")}
    if finding.further_paths:
        fields["further_paths"] = list(finding.further_paths)
    if finding.position is not None:
        fields["position"] = vars(finding.position)
    return fields


# The published words of each rule.
RULES = {
    line.split("`")[1]: line
    for line in (ROOT / "docs" / "rules.md").read_text(encoding="utf-8").splitlines()
    if line.startswith("| `")
}


def assert_said(found: Sequence[vereinbar.Finding], expected: list[dict[str, Any]]) -> None:
    """What the fixtures leave out of a finding is said in the words of its rule."""
    assert len(found) == len(expected)
    for finding, fields in zip(map(as_json, found), expected, strict=True):
        assert {key: finding[key] for key in fields} == fields
        left_out = finding.keys() - fields.keys()
        assert left_out <= {"message", "remedy", "source"}
        assert all(finding[key] in RULES[finding["code"]] for key in left_out), finding


@pytest.mark.parametrize("file", INVALID, ids=lambda file: file.stem)
def test_findings_are_those_of_the_library(file: Path) -> None:
    data = agreement(file)
    stages = expected(file)
    if "parse" in stages:
        with pytest.raises(vereinbar.ParseError) as caught:
            vereinbar.parse(data)
        assert_said(caught.value.findings, stages["parse"])
    else:
        for stage, findings in stages.items():
            assert_said(vereinbar.validate(data, stage=stage), findings)  # type: ignore[arg-type]
