"""Builds the fuzz targets with coverage and runs each: run.py SECONDS [TARGET...].

It begins with what the fixtures hold. What fails is kept in build/fuzz/TARGET.faults, and ends the run.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
BUILD = ROOT / "build/fuzz"
TARGETS = ("parse", "table", "words")
# As cargo-fuzz asks for coverage, without the sanitizers, which only a nightly compiler has.
FLAGS = [
    "--cfg=fuzzing",
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
    "-Ccodegen-units=1",
]
# No input may take longer or more.
SECONDS_AN_INPUT, MEGABYTES = 10, 2048


def agreements() -> list[Path]:
    return sorted(file for file in (ROOT / "tests/fixtures").glob("*/valid/*.json") if file.stat().st_size < 1 << 16)


def values(value: Any, pointer: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, field in value.items():
            yield from values(field, f"{pointer}/{key}")
    elif isinstance(value, list):
        for index, entry in enumerate(value):
            yield from values(entry, f"{pointer}/{index}")
    else:
        yield pointer, str(value)


def tables() -> Iterator[bytes]:
    yield b"\0traeger.name;stand\nHaus;1.12.2026\n"
    yield b'\0Bericht\n\nAktenzeichen,"Tr\xc3\xa4ger"\n1,"a ""b"""\nSumme,2\n'
    yield b"\3" + b'{"traeger.name": "Haus", "stand": "2026-12-01"}\n' * 2
    yield b"\4" + b'[{"traeger.name": "Haus"}]'
    for file in (ROOT / "tests/fixtures/tabellen").glob("*.xlsx"):
        yield b"\1" + file.read_bytes()


def corpus(target: str) -> Path:
    folder = BUILD / f"{target}.corpus"
    folder.mkdir(parents=True, exist_ok=True)
    if target == "parse":
        begin = [file.read_bytes() for file in agreements()]
    elif target == "table":
        begin = list(tables())
    else:
        begin = [
            f"{place}\n{text}".encode()
            for file in agreements()
            for place, text in values(json.loads(file.read_text("utf-8-sig")))
        ]
    for index, content in enumerate(dict.fromkeys(begin)):
        (folder / f"fixture-{index}").write_bytes(content)
    return folder


def main() -> None:
    seconds, targets = int(sys.argv[1]), sys.argv[2:] or TARGETS
    command = [
        "cargo",
        "build",
        "--release",
        "--locked",
        "--manifest-path",
        ROOT / "tests/fuzz/Cargo.toml",
        "--target-dir",
        BUILD / "target",
    ]
    # With a target named, what runs during the build is built without coverage.
    host = next(
        line.split()[1]
        for line in subprocess.check_output(["rustc", "-vV"], text=True).splitlines()
        if line.startswith("host")
    )
    subprocess.run([*command, "--target", host], check=True, env={**os.environ, "RUSTFLAGS": " ".join(FLAGS)})
    for target in targets:
        faults = BUILD / f"{target}.faults"
        faults.mkdir(parents=True, exist_ok=True)
        program = BUILD / "target" / host / "release" / target
        limits = [
            f"-max_total_time={seconds}",
            f"-timeout={SECONDS_AN_INPUT}",
            f"-rss_limit_mb={MEGABYTES}",
            "-max_len=65536",
        ]
        run = subprocess.run(
            [program, *limits, f"-artifact_prefix={faults}/", "-print_final_stats=1", corpus(target)],
            stderr=subprocess.PIPE,
            text=True,
            errors="replace",
            check=False,
        )
        if run.returncode != 0:
            sys.exit(f"{target}: {run.stderr[-3000:]}\nWhat it was is in {faults}.")
        stats = dict(
            line.removeprefix("stat::").split(":") for line in run.stderr.splitlines() if line.startswith("stat::")
        )
        covered = [line for line in run.stderr.splitlines() if " cov: " in line][-1].split(" cov: ")[1].split()[0]
        print(
            f"{target}: {int(stats['number_of_executed_units']):,} executions, {covered} edges, {stats['peak_rss_mb'].strip()} MB",
            flush=True,
        )


if __name__ == "__main__":
    main()
