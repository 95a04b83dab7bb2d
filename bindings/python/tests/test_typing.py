"""Types: the stub is the module's, the package and a script pass mypy, types.py is up to date."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path

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
    text = generator.generate(vereinbar.schema())
    source = generator.TYPES.read_text(encoding="utf-8")
    assert source == text, "types.py does not follow the schema: make update"
    installed = Path(str(vereinbar.types.__file__)).read_text(encoding="utf-8")
    assert installed == text, "the installed package is older than types.py: make wheel"


def test_typed_dicts_name_the_fields_of_the_schema() -> None:
    for name, definition in vereinbar.schema()["$defs"].items():
        if definition["type"] == "object":
            typed = getattr(vereinbar.types, name)
            required = set(definition.get("required", []))
            assert set(typed.__annotations__) | required == set(definition["properties"]), name
            assert typed.__required_keys__ == required, name
            assert typed.__optional_keys__ == set(definition["properties"]) - required, name
    assert json.loads((ROOT / "schema/vereinbarung.schema.json").read_text("utf-8")) == vereinbar.schema()
