"""Every block of the handbook for clusters runs, with the engines themselves."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from conftest import ROOT
from test_docs import run_story

FILES = [ROOT / "docs" / "verteilt.md", ROOT / "docs" / "distributed.md"]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_block_runs(file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    run_story((file,), None)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_link_leads_somewhere(file: Path) -> None:
    for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", file.read_text(encoding="utf-8")):
        assert (file.parent / target).exists(), target
