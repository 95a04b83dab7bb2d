"""Counts what a document takes in instructions, and compares with what was committed.

Usage: instructions.py BENCH [STEP...]
BENCH is the built program `bench` of this folder. Without a step all are counted. `UPDATE=1` writes the
figures anew.

Instructions do not depend on what else the machine does, so one run is enough. They do
depend on the compiler and on what the processor can (AVX2 and the like, not its maker): figures
of another one say nothing, and are not compared with.
"""

import json
import os
import platform
import re
import subprocess
import sys
import tempfile
from pathlib import Path

FIGURES = Path(__file__).with_suffix(".json")

# How often each step is done; what the runs differ in is one step.
COUNTS = {
    "serie": (4, 10),
    "unique": (4, 8),
    "contract": (2, 4),
    "parse": (20, 220),
    "validate": (20, 220),
    "extract": (20, 120),
}
# A step may take this much more than what was committed.
LIMIT = 1.03


def machine():
    """What the figures depend on besides the code."""
    rustc = subprocess.run(["rustc", "--version"], check=True, capture_output=True, text=True).stdout.split()[1]
    described = Path("/proc/cpuinfo")
    flags = set(described.read_text(encoding="utf-8").split()) if described.exists() else set()
    # Of what Valgrind knows, these are asked for while the program runs.
    extensions = [flag for flag in ("avx2", "bmi2", "sse4_2") if flag in flags]
    return {"rustc": rustc, "processor": " ".join([platform.machine(), *extensions])}


def instructions(bench, step, count):
    with tempfile.TemporaryDirectory() as folder:
        command = ["valgrind", "--tool=cachegrind", "--cache-sim=no", f"--cachegrind-out-file={folder}/out"]
        run = subprocess.run([*command, bench, "steps", step, str(count)], check=False, capture_output=True, text=True)
    found = re.search(r"I +refs: +([\d,]+)", run.stderr)
    if run.returncode != 0 or not found:
        sys.exit(f"{step}: {run.stderr.strip()[-2000:]}")
    return int(found.group(1).replace(",", ""))


def per_step(bench, step):
    few, many = COUNTS[step]
    return round((instructions(bench, step, many) - instructions(bench, step, few)) / (many - few))


def main():
    bench, *steps = sys.argv[1:]
    update = bool(os.environ.get("UPDATE"))
    if not FIGURES.exists() and not update:
        sys.exit(f"no {FIGURES.name} to compare with: UPDATE=1 writes it")
    known = json.loads(FIGURES.read_text(encoding="utf-8")) if FIGURES.exists() else {}
    here = machine()
    comparable = {name: known.get(name) for name in here} == here
    counted = {step: per_step(bench, step) for step in steps or COUNTS}
    worse = []
    for step, count in counted.items():
        before = known.get("instructions", {}).get(step)
        change = f"{count / before - 1:+.1%}" if before else "new"
        print(f"{step:10} {count:12,} {change}")
        if comparable and before and count > before * LIMIT:
            worse.append(step)
    if update:
        kept = known.get("instructions", {}) if comparable else {}
        text = json.dumps({**here, "instructions": {**kept, **counted}}, indent=2)
        FIGURES.write_text(text + "\n", encoding="utf-8")
    elif not comparable:
        print(f"not compared: {FIGURES.name} is of {known.get('rustc')} on {known.get('processor')}, this is {here}")
    elif worse:
        sys.exit(f"more than {LIMIT - 1:.0%} above {FIGURES.name}: {', '.join(worse)}")


if __name__ == "__main__":
    main()
