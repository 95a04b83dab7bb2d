"""The Leistungs-, Qualitätsentwicklungs- und Entgeltvereinbarung: amounts, their calculation, profiles."""

from __future__ import annotations

import copy
import datetime
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import numpy
import pytest
import vereinbar
from conftest import ART, LEQ, LEQ_EXAMPLE, ROOT, pdfs


@pytest.fixture
def leq() -> dict[str, Any]:
    """The filled example, as a dict of its own."""
    data: dict[str, Any] = json.loads(LEQ_EXAMPLE.read_text(encoding="utf-8"))
    return data


def codes(findings: list[vereinbar.Finding]) -> list[str]:
    return [finding.code for finding in findings]


def with_tagessatz(**tagessatz: Any) -> dict[str, Any]:
    return {"art": LEQ, "entgeltvereinbarung": {"tagessatz": tagessatz}}


def test_calculate_gives_the_amount_of_the_example(leq: dict[str, Any], command: Any) -> None:
    berechnung = vereinbar.calculate(LEQ_EXAMPLE)
    assert berechnung["tagessatz"]["betrag"] == berechnung["tagessatz"]["vereinbart"] == "177.39"
    assert [Decimal(part["betrag"]) for part in berechnung["tagessatz"]["bestandteile"]] == [
        Decimal("163.14"),
        Decimal("14.25"),
    ]
    assert berechnung == json.loads(command("calculate", LEQ_EXAMPLE).stdout)
    for given in (leq, vereinbar.parse(leq), json.dumps(leq)):
        assert vereinbar.calculate(given) == berechnung


def test_calculate_leaves_out_what_cannot_be_calculated() -> None:
    assert "tagessatz" not in vereinbar.calculate(vereinbar.blank(LEQ))
    assert "betrag" not in vereinbar.calculate(with_tagessatz(plaetze=4)).get("tagessatz", {})


def test_calculate_refuses_other_kinds_and_what_is_no_agreement(tmp_path: Path) -> None:
    with pytest.raises(vereinbar.OptionError, match=LEQ):
        vereinbar.calculate({"art": ART})
    with pytest.raises(vereinbar.ParseError) as caught:
        vereinbar.calculate(with_tagessatz(plaetze="neun", auslastung={}))
    assert [finding.path.rpartition("/")[2] for finding in caught.value.findings] == ["plaetze", "auslastung"]
    with pytest.raises(vereinbar.FileError):
        vereinbar.calculate(tmp_path / "fehlt.json")


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        (Decimal("215000.00"), "215000.00"),
        (Decimal("0.10"), "0.10"),
        (Decimal("0.1") + Decimal("0.2"), "0.30"),
        (Decimal("123456789.01"), "123456789.01"),
        (Decimal("2.15E+5"), "215000.00"),
        (Decimal(7), "7.00"),
        ("215000.00", "215000.00"),
    ],
    ids=repr,
)
def test_an_amount_keeps_its_digits(amount: object, expected: str) -> None:
    data = with_tagessatz(bestandteile=[{"kosten": [{"bezeichnung": "Kosten", "betrag": amount}]}])
    back = vereinbar.parse(data).to_dict()["entgeltvereinbarung"]["tagessatz"]["bestandteile"][0]["kosten"][0]
    assert Decimal(back["betrag"]) == Decimal(expected) and isinstance(back["betrag"], str)
    assert vereinbar.parse(data) == vereinbar.parse(json.dumps(data, default=lambda value: f"{value:f}"))


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (Decimal("95"), "95"),
        (Decimal("92.50"), "92.5"),
        (Decimal("33.3333"), "33.3333"),
        (95, "95"),
        (numpy.int64(95), "95"),
        ("95", "95"),
    ],
    ids=repr,
)
def test_a_decimal_number_keeps_its_digits(number: object, expected: str) -> None:
    assert vereinbar.parse(with_tagessatz(auslastung=number)).to_dict() == {
        **vereinbar.blank(LEQ).to_dict(),
        **with_tagessatz(auslastung=expected),
    }


@pytest.mark.parametrize("number", [Decimal("1E-7"), Decimal("-1"), Decimal("Infinity"), "viel", True], ids=repr)
def test_what_is_no_such_number_is_a_finding(number: object) -> None:
    with pytest.raises(vereinbar.ParseError) as caught:
        vereinbar.parse(with_tagessatz(auslastung=number))
    assert [finding.path for finding in caught.value.findings] == ["/entgeltvereinbarung/tagessatz/auslastung"]


def test_amounts_that_were_decimals_give_the_same_entgelt(leq: dict[str, Any]) -> None:
    expected = vereinbar.calculate(leq)
    for part in leq["entgeltvereinbarung"]["tagessatz"]["bestandteile"]:
        for position in [*part["kosten"], *part.get("abzuege", [])]:
            for key in ("menge", "satz", "betrag"):
                if key in position:
                    position[key] = Decimal(position[key])
    assert vereinbar.calculate(leq) == expected


def test_the_day_decides_what_is_found(leq: dict[str, Any]) -> None:
    del leq["unterzeichnung"]["datum"]
    without = codes(vereinbar.validate(leq))
    early = codes(vereinbar.validate(leq, stichtag="2026-09-15"))
    late = codes(vereinbar.validate(leq, stichtag="2026-12-01"))
    assert without == early and len(late) > len(early)
    day = datetime.date(2026, 12, 1)
    assert codes(vereinbar.validate(leq, stichtag=day)) == late
    assert codes(vereinbar.validate(leq, stichtag=datetime.datetime(2026, 12, 1, 9, 30))) == late
    for wrong in ("1.12.2026", "2026-13-01", ""):
        with pytest.raises(vereinbar.OptionError):
            vereinbar.validate(leq, stichtag=wrong)


LIMIT = {"limits": {"max_auslastung_prozent": "90"}}


@pytest.mark.parametrize(
    "profile",
    [LIMIT, json.dumps(LIMIT), json.dumps(LIMIT).encode(), {"limits": {"max_auslastung_prozent": Decimal("90.0")}}],
    ids=lambda profile: type(profile).__name__,
)
def test_a_profile_sets_limits(profile: vereinbar.options.Profile, tmp_path: Path) -> None:
    assert "auslastung_unusual" not in codes(vereinbar.validate(LEQ_EXAMPLE))
    assert "auslastung_unusual" in codes(vereinbar.validate(LEQ_EXAMPLE, profile=profile))
    file = tmp_path / "amt.json"
    file.write_text(json.dumps(LIMIT), encoding="utf-8")
    assert "auslastung_unusual" in codes(vereinbar.validate(LEQ_EXAMPLE, profile=file))


def test_a_profile_weighs_rules() -> None:
    def severity(weight: str) -> list[str]:
        profile = {**LIMIT, "severity": {"auslastung_unusual": weight}}
        found = vereinbar.validate(LEQ_EXAMPLE, profile=profile)
        return [finding.severity for finding in found if finding.code == "auslastung_unusual"]

    assert [severity(weight) for weight in ("error", "warning", "hint", "off")] == [
        ["error"], ["warning"], ["hint"], []
    ]  # fmt: skip


def test_the_published_profiles_are_read() -> None:
    files = sorted((ROOT / "docs" / "profile").glob("*.json"))
    assert files
    for file in files:
        vereinbar.validate(LEQ_EXAMPLE, profile=file)


@pytest.mark.parametrize(
    ("profile", "expected"),
    [
        ({"severity": {"nix": "error"}, "limits": 5}, ["/severity/nix", "/limits"]),
        ({"severity": {"auslastung_unusual": "schlimm"}}, ["/severity/auslastung_unusual"]),
        ({"limits": {"max_auslastung_prozent": {1, 2}}}, ["/limits/max_auslastung_prozent"]),
        ({"name": object()}, ["/name"]),
        ("{", [""]),
        (b"\xff", None),
        ([], [""]),
    ],
    ids=repr,
)
def test_a_profile_that_is_none_is_a_parse_error(profile: Any, expected: list[str] | None) -> None:
    with pytest.raises(vereinbar.ParseError, match="Prüfprofil") as caught:
        vereinbar.validate(LEQ_EXAMPLE, profile=profile)
    assert caught.value.findings
    if expected is not None:
        assert [finding.path for finding in caught.value.findings] == expected
    if not isinstance(profile, (str, bytes)):
        # Lines and columns are those of a text that nobody has seen.
        assert all(finding.position is None for finding in caught.value.findings)
        assert "Spalte" not in str(caught.value)
    for make in (vereinbar.render, vereinbar.preview):
        with pytest.raises(vereinbar.ParseError):
            make(LEQ_EXAMPLE, profile=profile)
    with pytest.raises(vereinbar.ParseError):
        vereinbar.batch([], base=LEQ_EXAMPLE, check=True, profile=profile)


def test_render_refuses_what_the_profile_makes_an_error(command: Any, tmp_path: Path) -> None:
    strict = {**LIMIT, "severity": {"auslastung_unusual": "error"}}
    with pytest.raises(vereinbar.ValidationError) as caught:
        vereinbar.render(LEQ_EXAMPLE, profile=strict)
    assert "auslastung_unusual" in codes(list(caught.value.findings))
    with pytest.raises(vereinbar.ValidationError):
        vereinbar.preview(LEQ_EXAMPLE, profile=strict, pages=1, ppi=20)
    # A limit that only warns changes no byte.
    assert vereinbar.render(LEQ_EXAMPLE, profile=LIMIT) == command("render", LEQ_EXAMPLE, "-o", "-").stdout


def test_blank_is_the_form_of_the_command(command: Any) -> None:
    blank = vereinbar.blank(LEQ)
    assert (blank.art, vereinbar.extract(vereinbar.render(blank))) == (LEQ, blank)
    assert vereinbar.render(blank) == command("blank", LEQ, "-o", "-").stdout


@pytest.mark.parametrize("auslastung", ["92.5", "92,5", 92.5, Decimal("92.50"), numpy.float64(92.5)], ids=repr)
def test_rows_of_a_batch_hold_numbers(auslastung: object, leq: dict[str, Any], tmp_path: Path) -> None:
    rows = [
        {"traeger.name": "Haus Nord", "entgeltvereinbarung.tagessatz.auslastung": auslastung},
        {"traeger.name": "Haus Süd", "entgeltvereinbarung.tagessatz.auslastung": "viel"},
    ]
    report = vereinbar.batch(rows, base=leq, out=tmp_path, standard="plain")
    assert (report.done, report.failed) == (1, 1), str(report)
    (failure,) = report.failures
    assert failure.findings[0].column == "entgeltvereinbarung.tagessatz.auslastung"
    (pdf,) = pdfs(tmp_path).values()
    expected = copy.deepcopy(leq)
    expected["traeger"]["name"] = "Haus Nord"
    expected["entgeltvereinbarung"]["tagessatz"]["auslastung"] = "92.5"
    assert vereinbar.extract(pdf) == vereinbar.parse(expected) != vereinbar.parse(leq)


def test_rows_of_a_batch_are_checked_by_the_day_and_the_profile(leq: dict[str, Any]) -> None:
    del leq["unterzeichnung"]["datum"]
    for day, expected in (("2026-12-01", ["schiedsstelle_possible"]), ("2026-09-15", [])):
        report = vereinbar.batch([{"traeger.name": "Haus Nord"}], base=leq, check=True, stichtag=day)
        assert [finding.code for finding in report.findings] == expected
    rows = [{"art": LEQ, "traeger.name": "Haus Nord", "entgeltvereinbarung.tagessatz.auslastung": "95"}]
    strict = {**LIMIT, "severity": {"auslastung_unusual": "error"}}
    assert vereinbar.batch(rows, check=True).is_success
    (failure,) = vereinbar.batch(rows, check=True, profile=strict).failures
    assert [finding.code for finding in failure.findings if finding.severity == "error"] == ["auslastung_unusual"]
