"""Types: the stub is the module's, the package and a script pass mypy, types.py is up to date."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import vereinbar
from conftest import ROOT

PACKAGE = ROOT / "bindings" / "python"
CONFIG = PACKAGE / "pyproject.toml"


def run(*arguments: str | Path, folder: Path) -> tuple[int, str]:
    result = subprocess.run([sys.executable, "-m", *arguments], cwd=folder, capture_output=True, text=True, check=False)
    return result.returncode, result.stdout + result.stderr


def test_the_stub_describes_the_native_module(tmp_path: Path) -> None:
    code, output = run("mypy.stubtest", "vereinbar._vereinbar", "--mypy-config-file", CONFIG, folder=tmp_path)
    assert code == 0, output


def test_the_package_is_strictly_typed(tmp_path: Path) -> None:
    code, output = run("mypy", "--config-file", CONFIG, "-p", "vereinbar", folder=tmp_path)
    assert code == 0, output


def test_a_script_is_checked_in_full(tmp_path: Path) -> None:
    sample = PACKAGE / "tests" / "typing_sample.py"
    code, output = run("mypy", "--config-file", CONFIG, sample, folder=tmp_path)
    assert code == 0, output


def test_the_sample_runs() -> None:
    sample = PACKAGE / "tests" / "typing_sample.py"
    # The lines marked with `type: ignore` are wrong on purpose, and are not run.
    exec(compile(sample.read_text(encoding="utf-8"), sample, "exec"), {"__name__": "sample"})


def test_types_follow_the_schema() -> None:
    script = PACKAGE / "tools" / "generate_types.py"
    spec = importlib.util.spec_from_file_location("generate_types", script)
    assert spec is not None and spec.loader is not None
    generator = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(generator)
    if os.environ.get("UPDATE") == "1":
        generator.main()
    texts = generator.texts()
    assert texts[generator.TYPES] == generator.generate(vereinbar.schema())
    assert {file.name for file in texts} == {"types.py", "results.py"}
    marked = subprocess.run(
        ["git", "check-attr", "linguist-generated", "--", *texts], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert marked.stdout.count(": set") == len(texts), marked.stdout
    for file, text in texts.items():
        assert file.read_text(encoding="utf-8") == text, f"{file.name} does not follow the schema: make update"
        installed = Path(str(vereinbar.types.__file__)).with_name(file.name).read_text(encoding="utf-8")
        assert installed == text, f"the installed package is older than {file.name}: make wheel"


def test_the_generator_notices_a_file_that_is_out_of_date(tmp_path: Path) -> None:
    package = tmp_path / "bindings" / "python"
    (tmp_path / "schema").mkdir()
    for schema in (ROOT / "schema").glob("*.json"):
        shutil.copy(schema, tmp_path / "schema")
    (package / "tools").mkdir(parents=True)
    (package / "python" / "vereinbar").mkdir(parents=True)
    script = shutil.copy(PACKAGE / "tools" / "generate_types.py", package / "tools")
    results = package / "python" / "vereinbar" / "results.py"

    def generate(*arguments: str) -> int:
        return subprocess.run([sys.executable, script, *arguments], check=False).returncode

    assert generate("--check") == 1
    assert generate() == 0
    assert generate("--check") == 0
    results.write_text(results.read_text(encoding="utf-8") + "# edited\n", encoding="utf-8")
    assert generate("--check") == 1


def test_typed_dicts_name_the_fields_of_the_schema() -> None:
    definitions: list[tuple[ModuleType, str, dict[str, Any]]] = [
        (vereinbar.types, name, definition) for name, definition in vereinbar.schema()["$defs"].items()
    ]
    for name in ("Auswertung", "Berechnung"):
        schema = json.loads((ROOT / "schema" / f"{name.lower()}.schema.json").read_text("utf-8"))
        definitions += [(vereinbar.results, *item) for item in {**schema["$defs"], name: schema}.items()]
    for module, name, definition in definitions:
        if definition["type"] == "object":
            typed = getattr(module, name)
            required = set(definition.get("required", []))
            assert set(typed.__annotations__) | required == set(definition["properties"]), name
            assert typed.__required_keys__ == required, name
            assert typed.__optional_keys__ == set(definition["properties"]) - required, name
    assert json.loads((ROOT / "schema/vereinbarung.schema.json").read_text("utf-8")) == vereinbar.schema()
