"""What the tests share: the repository's fixtures and the command."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[3]
ART = "qualitaetsentwicklungsvereinbarung"
EXAMPLE = ROOT / "templates" / ART / "daten.json"
VALID = sorted((ROOT / "tests" / "fixtures" / ART / "valid").glob("*.json"))
INVALID = sorted(
    file
    for file in (ROOT / "tests" / "fixtures" / ART / "invalid").glob("*.json")
    if not file.name.endswith(".findings.json")
)
assert VALID and INVALID, "no fixtures"


@pytest.fixture
def example() -> dict[str, Any]:
    """The filled example, as a dict of its own."""
    data: dict[str, Any] = json.loads(EXAMPLE.read_text(encoding="utf-8"))
    return data


@pytest.fixture(scope="session")
def command() -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Runs the command `vereinbar` that was built from the same sources."""
    default = ROOT / "target" / "release" / "vereinbar"
    path = Path(os.environ.get("VEREINBAR_COMMAND", default))
    assert path.exists(), f"{path} is missing: cargo build --release -p vereinbar-cli"

    def run(*arguments: str | Path, code: int = 0) -> subprocess.CompletedProcess[bytes]:
        result = subprocess.run([path, *arguments], capture_output=True, check=False)
        assert result.returncode == code, result.stderr.decode()
        return result

    return run


def numbered(number: int) -> dict[str, Any]:
    """An agreement that no other number gives."""
    return {
        "art": ART,
        "aktenzeichen": f"51.2-{number:05d}",
        "stand": "2026-12-01",
        "jugendamt": {"name": "Landkreis Musterland"},
        "traeger": {"name": f"Träger Nummer {number}"},
        "vereinbarungszeitraum": {"von": "2027-01-01", "bis": "2028-12-31"},
        "ziele": [{"ziel": f"Das Ziel mit der Nummer {number} wird erreicht."}],
    }
