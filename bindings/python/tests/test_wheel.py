"""What the wheel holds."""

from __future__ import annotations

import ast
import importlib.metadata
import subprocess
import sys
from pathlib import Path

import pytest
import vereinbar
from conftest import ROOT
from vereinbar import _vereinbar

DISTRIBUTION = importlib.metadata.distribution("vereinbar")
FILES = {str(file).replace("\\", "/") for file in DISTRIBUTION.files or []}


def installed(name: str) -> str:
    return Path(str(DISTRIBUTION.locate_file(name))).read_text(encoding="utf-8")


def test_types_and_stub_are_in_it() -> None:
    assert {"vereinbar/py.typed", "vereinbar/_vereinbar.pyi", "vereinbar/types.py", "vereinbar/results.py"} <= FILES


def test_every_module_of_the_source_is_in_it_unchanged() -> None:
    source = ROOT / "bindings" / "python" / "python"
    for file in source.rglob("*.py*"):
        name = file.relative_to(source).as_posix()
        if "__pycache__" not in name and not name.endswith(".so"):
            assert installed(name) == file.read_text(encoding="utf-8"), f"{name} is older: make wheel"


def test_licences_are_in_it() -> None:
    licences = {name.split("/licenses/", 1)[1]: name for name in FILES if ".dist-info/licenses/" in name}
    others = {f"licenses/{name}.txt" for name in ("DejaVu", "NotoSans", "third-party")}
    assert set(licences) == {"LICENSE-APACHE", "LICENSE-MIT", *others}
    for name in ("LICENSE-APACHE", "LICENSE-MIT"):
        # Copies, since a Python package takes its licences from its own folder.
        expected = (ROOT / name).read_text(encoding="utf-8")
        assert installed(licences[name]) == expected, f"cp {name} bindings/python/"
    assert "SIL OPEN FONT LICENSE" in installed(licences["licenses/NotoSans.txt"])
    assert "typst 0." in installed(licences["licenses/third-party.txt"])
    assert "Bitstream Vera" in installed(licences["licenses/DejaVu.txt"])


def test_nothing_else_is_in_it() -> None:
    allowed = (".py", ".pyi", ".abi3.so", ".pyd", "py.typed", ".pyc")
    for name in FILES:
        assert name.startswith("vereinbar-") or name.endswith(allowed), name
    assert not any("test" in name or "/tools/" in name for name in FILES)


@pytest.mark.skipif(sys.platform != "linux", reason="other compilers may write the day on which they run")
def test_it_has_no_day_of_its_own() -> None:
    # As the allocator's C code writes it: the day that `.cargo/config.toml` gives.
    assert b"Jan  1 2026\0" in Path(str(_vereinbar.__file__)).read_bytes()


def test_metadata() -> None:
    metadata = DISTRIBUTION.metadata
    assert metadata["Name"] == "vereinbar"
    assert DISTRIBUTION.version == vereinbar.__version__
    assert metadata["Requires-Python"] == ">=3.10"
    assert metadata["License-Expression"] == "(MIT OR Apache-2.0) AND OFL-1.1 AND Bitstream-Vera"
    needed = [one for one in DISTRIBUTION.requires or () if "extra ==" not in one]
    assert not needed, "without an extra the package needs nothing but Python"
    tag = next(
        line for line in installed(next(n for n in FILES if n.endswith("/WHEEL"))).splitlines() if "Tag:" in line
    )
    assert "cp310-abi3" in tag


# What these need is in the extras, and they are imported by name.
OF_EXTRAS = ("vereinbar/arrow.py", "vereinbar/ray.py", "vereinbar/_engines/")


def test_the_package_imports_the_standard_library_only() -> None:
    for name in FILES:
        if name.startswith("vereinbar/") and name.endswith(".py"):
            known = sys.stdlib_module_names | ({"pyarrow", "ray"} if name.startswith(OF_EXTRAS) else set())
            for node in ast.walk(ast.parse(installed(name))):
                modules = []
                if isinstance(node, ast.Import):
                    modules = [alias.name for alias in node.names]
                elif isinstance(node, ast.ImportFrom) and node.level == 0:
                    modules = [str(node.module)]
                for module in modules:
                    assert module.split(".")[0] in known, (name, module)


def test_what_needs_an_extra_is_imported_by_name_alone() -> None:
    script = "import sys, vereinbar, vereinbar.worker; print(*sorted(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True).stdout.split()
    assert "vereinbar.documents" in loaded
    assert not [name for name in loaded if name.startswith(("pyarrow", "ray", "vereinbar.arrow", "vereinbar.ray"))]
