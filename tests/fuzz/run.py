"""Builds the fuzz targets with coverage and runs each: run.py SECONDS [--jobs JOBS] [TARGET...].

It begins with what the fixtures hold. What fails is kept in build/fuzz/TARGET.faults.
"""

import argparse
import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor, as_completed
from itertools import product
from pathlib import Path

import seeds
from seeds import ROOT, TARGETS

BUILD = ROOT / "build/fuzz"
# No input may take longer or more, but for printing, also of the forms that are filled in (the heaviest text that is
# allowed takes 20 s), and for a row of headings that are not known (16,384 take about as long).
SECONDS_AN_INPUT, SECONDS_WHERE_SLOW, MEGABYTES = 10, 90, 2048
SLOW = ("fields", "render", "workbook")
# Longer inputs show nothing that shorter ones do not, and take their time.
LENGTHS = {"extract": 1 << 17, "parse": 1 << 16, "table": 1 << 16, "workbook": 1 << 15}
LENGTH = 1 << 12
# The crates that are built with coverage. Only a long run earns back the time that it takes to optimise them.
CRATES = ("vereinbar", "vereinbar-pdf", "vereinbar-tables", "vereinbar-templates", "vereinbar-fuzz")
LONG = 300
OPTIMISED = {"opt-level": 3, "codegen-units": 1}


class Fault(Exception):
    """A target that found something, or did not run."""

    def __init__(self, target: str, said: str) -> None:
        super().__init__(f"{target}: {said}")
        self.target = target


def build(seconds: int) -> Path:
    """With a compiler of its own for the crates of the workspace; all others are those of every build."""
    command = ["cargo", "build", "--release", "--locked", "-p", "vereinbar-fuzz", "--bins"]
    if seconds >= LONG:
        for crate, (key, value) in product(CRATES, OPTIMISED.items()):
            command += ["--config", f"profile.release.package.{crate}.{key}={value}"]
    subprocess.run(
        [*command, "--manifest-path", ROOT / "Cargo.toml", "--target-dir", ROOT / "target"],
        check=True,
        env={**os.environ, "RUSTC_WORKSPACE_WRAPPER": str(ROOT / "tests/fuzz/rustc")},
    )
    return ROOT / "target/release"


def run(target: str, programs: Path, seconds: int) -> str:
    """What it did, or a Fault with what went wrong."""
    faults, corpus = BUILD / f"{target}.faults", BUILD / f"{target}.corpus"
    for folder in (faults, corpus):
        folder.mkdir(parents=True, exist_ok=True)
    for index, content in enumerate(seeds.of(target)):
        (corpus / f"fixture-{index}").write_bytes(content)
    words = BUILD / "words.dict"
    limits = [
        f"-max_total_time={seconds}",
        f"-timeout={SECONDS_WHERE_SLOW if target in SLOW else SECONDS_AN_INPUT}",
        f"-rss_limit_mb={MEGABYTES}",
        f"-max_len={LENGTHS.get(target, LENGTH)}",
        f"-dict={words}",
    ]
    begin = time.monotonic()
    done = subprocess.run(
        [programs / target, *limits, f"-artifact_prefix={faults}/", "-print_final_stats=1", corpus],
        stderr=subprocess.PIPE,
        text=True,
        errors="replace",
        check=False,
    )
    if done.returncode != 0:
        raise Fault(target, f"{done.stderr[-3000:]}\nWhat it was is in {faults}.")
    lines = done.stderr.splitlines()
    stats = dict(line.removeprefix("stat::").split(":") for line in lines if line.startswith("stat::"))
    covered = [line for line in lines if " cov: " in line][-1].split(" cov: ")[1].split()[0]
    return (
        f"{target}: {int(stats['number_of_executed_units']):,} executions in {time.monotonic() - begin:.0f} s, "
        f"{covered} edges, {stats['peak_rss_mb'].strip()} MB"
    )


def main() -> int | str:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("seconds", type=int)
    parser.add_argument("targets", nargs="*", default=TARGETS)
    parser.add_argument("--jobs", type=int, default=1, help="so many targets at a time")
    options = parser.parse_intermixed_args()
    programs = build(options.seconds)
    BUILD.mkdir(parents=True, exist_ok=True)
    (BUILD / "words.dict").write_bytes(seeds.dictionary())
    failed = []
    with ThreadPoolExecutor(options.jobs) as pool:
        # A target that fails takes nothing from what the others have to say.
        for done in as_completed([pool.submit(run, target, programs, options.seconds) for target in options.targets]):
            try:
                print(done.result(), flush=True)
            except Fault as fault:
                print(fault, flush=True)
                failed.append(fault.target)
    return f"Failed: {', '.join(failed)}" if failed else 0


if __name__ == "__main__":
    sys.exit(main())
