"""The function on columns of Arrow: a row for each row, and the documents of `render`."""

from __future__ import annotations

import datetime
import json
import pickle
from pathlib import Path
from typing import Any

import polars
import pyarrow as pa
import pytest
import vereinbar
from conftest import ART, EXAMPLE
from vereinbar import arrow

BROKEN = '{"art": "qualitaetsentwicklungsvereinbarung", "stand": "morgen"}'
CONTRADICTS = {"art": ART, "vereinbarungszeitraum": {"von": "2027-01-01", "bis": "2026-12-31"}}


def agreement(number: int) -> dict[str, Any]:
    return {**json.loads(EXAMPLE.read_text(encoding="utf-8")), "aktenzeichen": f"51-{number}"}


def table(count: int = 3) -> pa.Table:
    return pa.table({"id": list(range(count)), "agreement": [json.dumps(agreement(number)) for number in range(count)]})


def test_a_row_is_what_render_gives() -> None:
    agreements = [agreement(number) for number in range(3)]
    agreements[1]["traeger"] = {**agreements[1]["traeger"], "anschrift": {"plz": "1010"}}
    given = pa.table({"id": range(3), "agreement": [json.dumps(one) for one in agreements]})
    made = arrow.render_batch(given)
    assert made.schema == arrow.RESULT_SCHEMA and made.num_rows == 3
    for number, row in enumerate(made.to_pylist()):
        document = vereinbar.render(agreements[number])
        assert row["pdf"] == document
        assert (row["id"], row["status"], row["reason"]) == (str(number), "done", None)
        assert (row["sha256"], row["bytes"], row["pages"]) == (document.sha256, len(document), document.pages)
        found = [(one["code"], one["severity"], one["path"]) for one in row["findings"]]
        assert found == [(one.code, one.severity, one.path) for one in document.findings]
        assert ("plz_four_digits" in {one[0] for one in found}) == (number == 1)
        assert row["key"] == vereinbar.content_key(agreements[number])
        assert row["context"] == vereinbar.context()
        assert row["file"] == f"{row['key'][:2]}/{row['key']}.pdf"
    assert arrow.keys(given).to_pylist() == made["key"].to_pylist()
    assert arrow.render_batch(given, with_pdf=False).drop(["pdf"]) == made.drop(["pdf"])


def test_a_text_that_is_longer_than_its_field_is_found_beside_what_is_found_in_the_row() -> None:
    long = ("Sehr ausführlich beschrieben. " * 300).strip()
    whole = pa.table({"id": [1], "agreement": [json.dumps({"art": ART, "ziele": [{"ziel": long}]})]})
    (row,) = arrow.render_batch(whole, fillable=True).to_pylist()
    assert [one["code"] for one in row["findings"]].count("field_overflows") == 1
    # That the agreement is for so long is a hint.
    period = {"vereinbarungszeitraum.von": ["01.01.2027"], "vereinbarungszeitraum.bis": ["31.12.2045"]}
    (row,) = arrow.render_batch(
        pa.table({"id": [1], "ziele.1.ziel": [long], **period}), art=ART, fillable=True
    ).to_pylist()
    found = [(one["code"], one["column"]) for one in row["findings"]]
    assert found == [("vereinbarungszeitraum_long", "vereinbarungszeitraum.bis"), ("field_overflows", None)]


def test_digests_are_those_of_the_manifest_of_batch(tmp_path: Path) -> None:
    assert vereinbar.batch([agreement(0)], out=tmp_path, fillable=True).done == 1
    line = json.loads((tmp_path / "batch.jsonl").read_text(encoding="utf-8"))
    (row,) = arrow.render_batch(table(1), fillable=True).to_pylist()
    assert (row["input"], row["context"], row["sha256"]) == (line["input"], line["context"], line["output"])


@pytest.mark.parametrize(
    "kind",
    [pa.string(), pa.large_string(), pa.string_view(), pa.binary(), pa.large_binary(), pa.binary_view()],
    ids=str,
)
def test_every_type_of_text_is_taken(kind: pa.DataType) -> None:
    texts = pa.array([json.dumps(agreement(0)), BROKEN, None])
    batch = pa.record_batch({"id": pa.array(["a", None, "c"]), "agreement": texts.cast(kind)})
    made = arrow.render_batch(batch)
    assert isinstance(made, pa.RecordBatch)
    assert made["id"].to_pylist() == ["a", None, "c"]
    assert made["status"].to_pylist() == ["done", "failed", "failed"]
    assert made["pdf"][0].as_py() == vereinbar.render(agreement(0))


def test_dictionaries_extensions_and_structs_are_taken() -> None:
    expected = arrow.render_batch(table(2))
    texts = table(2)["agreement"].combine_chunks()
    wrapped = pa.ExtensionArray.from_storage(pa.json_(pa.string()), texts)
    for column in (texts.dictionary_encode(), wrapped):
        assert arrow.render_batch(pa.table({"id": [0, 1], "agreement": column})) == expected
    struct = [{"art": ART, "stand": datetime.date(2027, 1, 1), "traeger": {"name": "Haus Nord"}}, None]
    made = arrow.render_batch(pa.table({"id": [0, 1], "agreement": struct}))
    assert made["pdf"][0].as_py() == vereinbar.render(struct[0])
    assert made["status"].to_pylist() == ["done", "failed"]


def test_what_fails_is_data(monkeypatch: pytest.MonkeyPatch) -> None:
    no_text = pa.Array.from_buffers(pa.string(), 1, [None, pa.py_buffer(b"\0\0\0\0\2\0\0\0"), pa.py_buffer(b"\xff{")])
    bad = [BROKEN, "kein JSON", "", "[]", json.dumps(CONTRADICTS), None, "{" * 500, "x" * 3_000_000]
    column = pa.concat_arrays([pa.array(bad), no_text])
    made = arrow.render_batch(pa.table({"id": range(len(column)), "agreement": column}))
    assert set(made["status"].to_pylist()) == {"failed"}
    for row in made.to_pylist():
        assert row["reason"].endswith(".") and row["pdf"] is None and row["file"] is None
        assert row["findings"] or row["id"] == "5"
    first = made.to_pylist()[0]
    assert (first["reason"], first["findings"][0]["code"]) == ("Die Zeile hat einen Fehler.", "invalid_format")
    # What is an agreement has a key, though there is no document of it.
    assert [row["id"] for row in made.to_pylist() if row["key"]] == ["4"]
    assert [
        key is not None for key in arrow.keys(pa.table({"id": range(len(column)), "agreement": column})).to_pylist()
    ] == [row["id"] == "4" for row in made.to_pylist()]

    # Neither is a fault of vereinbar itself the end.
    def fault(*_: object) -> None:
        raise vereinbar.InternalError("Ein interner Fehler.")

    monkeypatch.setattr(arrow._vereinbar, "render", fault)
    (row,) = arrow.render_batch(table(1)).to_pylist()
    assert (row["status"], row["reason"]) == ("failed", "Ein interner Fehler.")


def test_an_option_that_turns_out_wrong_is_no_fault_of_a_row(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise vereinbar.OptionError("Diese Option gibt es nicht.")

    monkeypatch.setattr(arrow._vereinbar, "render", refuse)
    with pytest.raises(vereinbar.OptionError):
        arrow.render_batch(table(1))


def test_cells_over_a_base_are_those_of_batch(tmp_path: Path) -> None:
    rows: list[dict[str, str | None]] = [
        {"traeger.name": "Haus Nord", "stand": "1.12.2027", "traeger.anschrift.plz": "01067"},
        {"traeger.name": "Haus Süd", "stand": "morgen", "traeger.anschrift.plz": None},
        {"traeger.name": None, "stand": None, "traeger.anschrift.plz": ""},
        {"traeger.name": "Haus West", "stand": None, "traeger.anschrift.plz": "1067"},
        {"traeger.name": "Haus Ost", "stand": None, "traeger.anschrift.plz": None},
    ]
    base = tmp_path / "basis.json"
    base.write_text(json.dumps({"art": ART, "aktenzeichen": "51-1"}), encoding="utf-8")
    render = arrow.RenderBatch(base=base)
    base.unlink()
    cells = pa.Table.from_pylist([{"id": index, **row} for index, row in enumerate(rows)])
    made = render(cells).to_pylist()
    assert [row["status"] for row in made] == ["done", "failed", "failed", "failed", "done"]
    assert made[1]["findings"][0]["column"] == "stand" and made[1]["findings"][0]["code"] == "invalid_format"
    assert made[2]["reason"] == "In dieser Zeile steht nichts."
    assert made[3]["findings"][0]["code"] == "plz_four_digits"
    # The documents are those of `batch`, which leaves out the row without content.
    frame = polars.DataFrame(rows)
    report = vereinbar.batch(frame, base={"art": ART, "aktenzeichen": "51-1"}, out=tmp_path / "pdf")
    assert (report.done, report.failed) == (2, 2)
    assert made[0]["pdf"] == (tmp_path / "pdf" / "Haus Nord.pdf").read_bytes()
    assert made[4]["pdf"] == (tmp_path / "pdf" / "Haus Ost.pdf").read_bytes()
    assert [failure.reason for failure in report.failures] == [made[1]["reason"], made[3]["reason"]]
    # A column that tells rows apart may be a field itself.
    numbered = pa.table({"aktenzeichen": ["51-7"], "traeger.name": ["Haus Nord"]})
    (row,) = arrow.render_batch(numbered, art=ART, id_column="aktenzeichen").to_pylist()
    assert (row["id"], vereinbar.extract(row["pdf"]).to_dict()["aktenzeichen"]) == ("51-7", "51-7")


def test_a_cell_that_python_cannot_hold_fails_its_row_and_is_not_left_out() -> None:
    days = pa.array([4_000_000, 20_000], pa.date32())
    for column in ("stand", "#Notiz"):
        made = arrow.render_batch(pa.table({"id": ["a", "b"], "traeger.name": ["x", "y"], column: days}), art=ART)
        assert made["status"].to_pylist() == ["failed", "done"], column
        assert "lässt sich nicht lesen" in made["reason"][0].as_py()


def test_what_is_wrong_with_the_call_is_said_before_anything_is_made() -> None:
    with pytest.raises(vereinbar.OptionError, match="Die Spalte agreement fehlt"):
        arrow.render_batch(pa.table({"id": [1], "json": ["{}"]}))
    with pytest.raises(vereinbar.OptionError, match="Die Spalte nr fehlt"):
        arrow.keys(table(), id_column="nr")
    with pytest.raises(vereinbar.OptionError, match="weder JSON noch Bytes noch Strukturen, sondern int64"):
        arrow.render_batch(pa.table({"id": [1], "agreement": [1]}))
    with pytest.raises(vereinbar.OptionError, match="Wortlaut"):
        arrow.render_batch(table(), wortlaut="frei")  # type: ignore[arg-type]
    with pytest.raises(vereinbar.ParseError, match="nahme"):
        arrow.render_batch(pa.table({"id": [1], "traeger.nahme": ["x"]}), art=ART)
    with pytest.raises(vereinbar.RenderError):
        arrow.render_batch(table(), templates="/gibt/es/nicht")


def test_batches_are_taken_one_by_one_and_in_pieces() -> None:
    taken = []

    def batches() -> Any:
        for batch in table(10).to_batches(max_chunksize=5):
            taken.append(batch.num_rows)
            yield batch

    results = arrow.RenderBatch().iterate(batches(), rows=2)
    assert next(results).num_rows == 2
    assert taken == [5]
    assert [batch.num_rows for batch in results] == [2, 1, 2, 2, 1]
    empty = table(0)
    assert arrow.render_batch(empty) == pa.Table.from_batches([], arrow.RESULT_SCHEMA)
    assert arrow.render_batch(pa.record_batch({"id": [], "agreement": []})).num_rows == 0


def test_the_function_can_be_sent_and_shows_no_names() -> None:
    letterhead = vereinbar.Letterhead(lines=["Jugendamt"])
    render = arrow.RenderBatch(base={"art": ART, "traeger": {"name": "Haus Nord"}}, letterhead=letterhead)
    again = pickle.loads(pickle.dumps(render))
    cells = pa.table({"id": [1], "aktenzeichen": ["51-1"]})
    assert again == render and again(cells) == render(cells)
    assert "Nord" not in repr(render)
    count = arrow.EvaluateBatch(stichtag=datetime.date(2027, 6, 30), vorlage={"vorlage_nr": "Geheim"})
    assert pickle.loads(pickle.dumps(count)) == count and "Geheim" not in repr(count)


def test_polars_goes_in_and_comes_out() -> None:
    frame = polars.DataFrame({"id": ["0", "1"], "agreement": table(2)["agreement"].to_pylist()})
    made = arrow.render_batch(frame)
    assert made == arrow.render_batch(table(2))
    assert polars.DataFrame(made)["sha256"].to_list() == made["sha256"].to_pylist()


def test_what_was_made_reads_back() -> None:
    made = arrow.render_batch(table())
    made = pa.concat_tables([made.select(["id", "pdf"]), pa.table({"id": ["x", "y"], "pdf": [b"kein PDF", None]})])
    back = arrow.extract_batch(made)
    assert back.schema == arrow.AGREEMENT_SCHEMA
    expected = [vereinbar.parse(agreement(number)).to_json() for number in range(3)]
    assert back["agreement"].to_pylist() == [*expected, None, None]
    assert back["reason"].to_pylist()[:3] == [None] * 3
    assert all(reason.endswith(".") for reason in back["reason"].to_pylist()[3:])
    assert isinstance(arrow.extract_batch(made.to_batches()[0]), pa.RecordBatch)


def test_parts_that_are_merged_are_one_evaluation() -> None:
    rows = [(f"{number}.json", agreement(number % 5)) for number in range(12)]
    expected = vereinbar.evaluate([*rows, ("x", {}), ("y", {})], stichtag="2027-06-30")
    values = [json.dumps(one) for _, one in rows]
    whole = pa.table({"id": [name for name, _ in rows] + ["x", "y"], "agreement": [*values, "kein JSON", None]})
    for size in (1, 5, 100):
        parts = [arrow.evaluate_batch(part, stichtag="2027-06-30") for part in whole.to_batches(max_chunksize=size)]
        merged = arrow.merge(reversed(parts))
        assert merged.added == 12
        # The reason is another, as it was JSON text here and a dict there.
        found, wanted = merged.finish().to_dict(), expected.to_dict()
        for one in (*found["befunde"], *wanted["befunde"]):
            assert one.pop("meldung") or one["art"]
        assert found == wanted and wanted["befunde"]
    pdfs = arrow.render_batch(whole)
    from_pdfs = arrow.merge([arrow.evaluate_batch(pdfs, agreement_column="pdf", stichtag="2027-06-30")]).finish()
    assert from_pdfs.to_dict() == expected.to_dict()
    with pytest.raises(vereinbar.OptionError, match="verschiedene Optionen"):
        arrow.merge([parts[0], arrow.evaluate_batch(whole)])
    with pytest.raises(vereinbar.OptionError, match="keinen Zwischenstand"):
        arrow.merge([])
    with pytest.raises(vereinbar.ParseError, match="unvollständig oder verändert"):
        arrow.merge([pa.table({"state": [parts[0]["state"][0].as_py()[:-1]], "added": [0]})])


def test_the_words_of_spark_follow_the_schema() -> None:
    assert arrow.SPARK_SCHEMA.startswith(
        "id string, status string, file string, input string, context string, key string"
    )
    assert "bytes bigint, pages bigint" in arrow.SPARK_SCHEMA and arrow.SPARK_SCHEMA.endswith("pdf binary")
    assert "findings array<struct<code: string, severity: string" in arrow.SPARK_SCHEMA


def test_the_examples_in_the_docstrings_run() -> None:
    import doctest

    assert doctest.testmod(arrow, raise_on_error=True).attempted > 4
