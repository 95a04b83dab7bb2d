"""Classes that datamodel-code-generator makes of the published schemas read and write agreements."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
ARTEN = ("qualitaetsentwicklungsvereinbarung", "leq_vereinbarung")
# `null` and numbers for decimals: what is missing has no null when written, and decimals are text.
LENIENT = {"null_gilt_als_fehlend", "zahlen_als_json_zahlen"}


def generated(schema: Path, folder: Path) -> Any:
    """Gives the module of classes, as schema/README.md says to make it."""
    module = folder / f"{schema.name.split('.')[0]}.py"
    command = [
        str(Path(sys.executable).with_name("datamodel-codegen")),
        "--input",
        str(schema),
        "--output",
        str(module),
        "--input-file-type",
        "jsonschema",
        "--output-model-type",
        "pydantic_v2.BaseModel",
    ]
    subprocess.run(command, check=True, capture_output=True, text=True)
    spec = importlib.util.spec_from_file_location(module.stem, module)
    assert spec and spec.loader
    loaded = importlib.util.module_from_spec(spec)
    sys.modules[module.stem] = loaded
    spec.loader.exec_module(loaded)
    return loaded


def agreement(module: Any) -> Any:
    """Gives the one class that is a whole agreement."""
    (model,) = (
        value
        for value in vars(module).values()
        if {"art", "fassung"} <= {*getattr(value, "model_fields", ())}
    )
    return model


class Pydantic(unittest.TestCase):
    """Each valid fixture, through the classes of its kind."""

    def test_what_is_read_is_written(self) -> None:
        for art in ARTEN:
            with tempfile.TemporaryDirectory() as folder:
                module = generated(ROOT / "schema" / f"{art}.schema.json", Path(folder))
                model = agreement(module)
                fixtures = sorted(
                    (ROOT / "tests/fixtures" / art / "valid").glob("*.json")
                )
                fixtures = [path for path in fixtures if path.stem not in LENIENT]
                self.assertGreater(len(fixtures), 10)
                for path in fixtures:
                    with self.subTest(fixture=path.name):
                        text = path.read_text("utf-8-sig")
                        read = model.model_validate_json(text)
                        written = json.loads(
                            read.model_dump_json(exclude_unset=True, by_alias=True)
                        )
                        self.assertEqual(written, json.loads(text))

    def test_another_kind_is_refused(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            module = generated(
                ROOT / "schema" / f"{ARTEN[0]}.schema.json", Path(folder)
            )
            model = agreement(module)
            model.model_validate({"art": ARTEN[0]})
            for wrong in (
                {"art": ARTEN[1]},
                {"art": ARTEN[0], "traeger": {"nam": "Haus am See"}},
            ):
                with self.assertRaises(ValueError):
                    model.model_validate(wrong)


if __name__ == "__main__":
    unittest.main()
