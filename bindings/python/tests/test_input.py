"""What a dict may hold, and what it may not."""

from __future__ import annotations

import datetime
import enum
import types
from collections import OrderedDict, UserDict, UserList, defaultdict, deque
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import numpy
import pandas
import pytest
import vereinbar
from conftest import ART

DAY = datetime.date(2027, 1, 1)
MIDNIGHT = datetime.datetime(2027, 1, 1)


def parsed(**fields: Any) -> dict[str, Any]:
    data = vereinbar.parse({"art": ART, **fields}).to_dict()
    del data["art"], data["fassung"]
    return data


def findings(**fields: Any) -> list[tuple[str, str]]:
    with pytest.raises(vereinbar.ParseError) as caught:
        vereinbar.parse({"art": ART, **fields})
    assert all(finding.position is None for finding in caught.value.findings)
    assert "Zeile" not in str(caught.value)
    return [(finding.code, finding.path) for finding in caught.value.findings]


@pytest.mark.parametrize(
    "day",
    [
        DAY,
        MIDNIGHT,
        MIDNIGHT.replace(tzinfo=datetime.timezone.utc),
        pandas.Timestamp("2027-01-01"),
        pandas.Timestamp("2027-01-01", tz="Europe/Berlin"),
        numpy.datetime64("2027-01-01"),
        numpy.datetime64("2027-01-01", "ns"),
        numpy.datetime64("2027-01-01", "s"),
    ],
    ids=repr,
)
def test_days_of_every_kind_go_where_a_date_goes(day: object) -> None:
    assert parsed(stand=day) == {"stand": "2027-01-01"}
    assert parsed(vereinbarungszeitraum={"von": day}) == {"vereinbarungszeitraum": {"von": "2027-01-01"}}


def test_a_time_of_day_is_not_dropped() -> None:
    assert findings(stand=MIDNIGHT.replace(hour=9)) == [("wrong_type", "/stand")]
    assert findings(stand=datetime.time(9)) == [("wrong_type", "/stand")]
    assert findings(stand=datetime.date(1850, 1, 1)) == [("invalid_format", "/stand")]


def test_a_day_does_not_become_a_text() -> None:
    # It would be printed as 2027-01-01 in the middle of a German sentence.
    assert findings(aktenzeichen=DAY) == [("wrong_type", "/aktenzeichen")]
    # Where a time may be given in words, a day is one.
    review = {"freier_traeger": [{"wie": "Gespräch", "wann": DAY}]}
    parsed = vereinbar.parse({"art": "qualitaetsentwicklungsvereinbarung", "ziele": [{"zielueberpruefung": review}]})
    assert parsed.to_dict()["ziele"][0]["zielueberpruefung"]["freier_traeger"][0]["wann"] == DAY.isoformat()


@pytest.mark.parametrize(
    "missing",
    [None, float("nan"), numpy.nan, numpy.float32("nan"), pandas.NA, pandas.NaT, Decimal("NaN"),
     numpy.datetime64("NaT", "ns")],
    ids=repr,
)  # fmt: skip
def test_missing_cells_are_missing(missing: object) -> None:
    data = {"stand": missing, "aktenzeichen": missing, "ziele": missing, "traeger": {"name": missing}}
    assert parsed(**data) == {}
    assert findings(ziele=[missing]) == [("wrong_type", "/ziele/0")]


@pytest.mark.parametrize(
    "number", [1, 1.0, Decimal(1), Decimal("1.0"), numpy.int64(1), numpy.float64(1), numpy.uint8(1)],
    ids=repr,
)  # fmt: skip
def test_numbers_go_where_a_number_goes(number: object) -> None:
    assert parsed(fassung=number) == {}


@pytest.mark.parametrize(
    "number", [1.5, float("inf"), -float("inf"), 10**30, -(10**30), Decimal("Infinity"), True, "1"],
    ids=repr,
)  # fmt: skip
def test_other_numbers_are_findings(number: object) -> None:
    assert findings(fassung=number) in ([("wrong_type", "/fassung")], [("fassung_too_new", "/fassung")])


@pytest.mark.parametrize("value", [1, 1067.0, Decimal("1"), True, numpy.int64(1), b"x"], ids=repr)
def test_a_number_does_not_become_a_text(value: object) -> None:
    # The first zero of 01067 is lost by then.
    path = "/jugendamt/anschrift/plz"
    assert findings(jugendamt={"anschrift": {"plz": value}}) == [("wrong_type", path)]


def test_texts_of_every_kind() -> None:
    class Code(str, enum.Enum):
        PARTIZIPATION = "partizipation"

    class Text(str):
        pass

    assert parsed(grundsaetze_und_massstaebe=[{"code": Code.PARTIZIPATION}]) == {
        "grundsaetze_und_massstaebe": [{"code": "partizipation"}]
    }
    assert parsed(aktenzeichen=Text("x")) == parsed(aktenzeichen=numpy.str_("x")) == {"aktenzeichen": "x"}
    odd = 'Zeile 1\nZeile 2\t"\\ \x7f ​\U0001f600'
    assert parsed(aktenzeichen=odd)["aktenzeichen"] == odd


def test_lists_of_every_kind() -> None:
    values = ["prozessqualitaet", "strukturqualitaet"]
    kinds = (values, tuple(values), deque(values), UserList(values), numpy.array(values), pandas.Series(values))
    for kind in kinds:
        assert parsed(qualitaetsdimensionen=kind) == {"qualitaetsdimensionen": values}, type(kind)
    for kind in (set(values), iter(values), dict.fromkeys(values)):
        assert findings(qualitaetsdimensionen=kind) == [("wrong_type", "/qualitaetsdimensionen")]


def test_mappings_of_every_kind() -> None:
    class Own(Mapping[str, Any]):
        def __getitem__(self, key: str) -> Any:
            return {"name": "Träger"}[key]

        def __iter__(self) -> Any:
            return iter(["name"])

        def __len__(self) -> int:
            return 1

    data = {"art": ART, "traeger": {"name": "Träger"}}
    expected = vereinbar.parse(data)
    for kind in (OrderedDict(data), UserDict(data), types.MappingProxyType(data)):
        assert vereinbar.parse(kind) == expected
    assert parsed(traeger=Own()) == {"traeger": {"name": "Träger"}}


def test_what_goes_in_is_not_changed() -> None:
    data: defaultdict[str, Any] = defaultdict(list)
    with pytest.raises(vereinbar.ParseError) as caught:
        vereinbar.parse(data)
    assert [finding.code for finding in caught.value.findings] == ["missing_art"]
    assert not data


def test_unsuitable_values_are_all_found_at_once_with_what_is_expected() -> None:
    assert findings(
        aktenzeichen=object(), jugendamt={1, 2}, traeger=[], ziele=len, fortsetzung=types, unbekannt=object()
    ) == [
        ("wrong_type", "/aktenzeichen"),
        ("wrong_type", "/jugendamt"),
        ("wrong_type", "/traeger"),
        ("wrong_type", "/ziele"),
        ("wrong_type", "/fortsetzung"),
        ("unknown_field", "/unbekannt"),
    ]


@pytest.mark.parametrize("value", [None, 5, [], [{"art": ART}], object(), pandas.Series({"art": ART})], ids=type)
def test_what_is_no_mapping_is_a_finding(value: Any) -> None:
    with pytest.raises(vereinbar.ParseError) as caught:
        vereinbar.parse(value)
    assert [finding.code for finding in caught.value.findings] == ["wrong_type"]


def test_names_that_are_no_text_are_unknown_fields() -> None:
    with pytest.raises(vereinbar.ParseError) as caught:
        vereinbar.parse({"art": ART, 1: "x", float("nan"): "y", ("a",): "z"})  # type: ignore[dict-item]
    assert [finding.path for finding in caught.value.findings] == ["/<int>", "/<float>", "/<tuple>"]
    with pytest.raises(vereinbar.ParseError):
        vereinbar.parse({1: ART})  # type: ignore[dict-item]


def test_half_a_character_is_a_finding_on_encoding() -> None:
    for value in ("\ud800", {"art": ART, "aktenzeichen": "\ud800"}, {"art": ART, "\udfff": "x"}):
        with pytest.raises(vereinbar.ParseError) as caught:
            vereinbar.parse(value)
        assert [finding.code for finding in caught.value.findings] == ["encoding"]


def test_data_that_never_ends_is_a_finding() -> None:
    circle: dict[str, Any] = {"art": ART}
    circle["traeger"] = circle
    with pytest.raises(vereinbar.ParseError):
        vereinbar.parse(circle)
    assert findings(qualitaetsdimensionen=range(10**12)) == [("input_too_large", "")]
    bomb: Any = "x" * 1000
    for _ in range(20):
        bomb = [bomb] * 20
    assert findings(ziele=bomb) == [("input_too_large", "")]


def test_an_object_that_fails_raises_its_own_exception() -> None:
    class Broken(Mapping[str, Any]):
        def __getitem__(self, key: str) -> Any:
            raise RuntimeError("broken")

        def __iter__(self) -> Any:
            return iter(["name"])

        def __len__(self) -> int:
            return 1

    with pytest.raises(RuntimeError, match="broken"):
        vereinbar.parse({"art": ART, "traeger": Broken()})


def test_a_row_of_a_table_goes_in_as_it_is() -> None:
    table = pandas.DataFrame({"name": ["A", None], "von": pandas.to_datetime(["2027-01-01", None])})
    first, second = table.to_dict("records")
    for row, expected in ((first, "A"), (second, None)):
        data = vereinbar.parse(
            {"art": ART, "traeger": {"name": row["name"]}, "vereinbarungszeitraum": {"von": row["von"]}}
        ).to_dict()
        assert data.get("traeger", {}).get("name") == expected
        assert data.get("vereinbarungszeitraum") == ({"von": "2027-01-01"} if expected else None)
