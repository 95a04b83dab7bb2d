"""What a call from Python costs over the same call in Rust.

    make bench-python

Both sides read the example's JSON text and render it; Python also does so from a
dict. Python and Rust take turns in short rounds, so that what else the machine does
falls on both. What is compared is the median of all calls, and, as a second measure,
the conversion alone: what `parse` costs from text and from a dict.

Exit code 1 if the overhead is 5 % or more.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import vereinbar

ROOT = Path(__file__).resolve().parents[3]
EXAMPLE = ROOT / "templates" / "qualitaetsentwicklungsvereinbarung" / "daten.json"
RUST = ROOT / "target" / "release" / "examples" / "overhead"
ROUNDS = 40
CALLS = 25
LIMIT = 0.05


def measure(call: Callable[[], object], calls: int) -> list[int]:
    """The nanoseconds of each call."""
    times = []
    for _ in range(calls):
        start = time.perf_counter_ns()
        call()
        times.append(time.perf_counter_ns() - start)
    return times


def main() -> int:
    """Measures and reports."""
    text = EXAMPLE.read_text(encoding="utf-8")
    data = json.loads(text)
    ways: dict[str, Callable[[], object]] = {
        "Python, from text": lambda: vereinbar.render(text),
        "Python, from a dict": lambda: vereinbar.render(data),
    }
    times: dict[str, list[int]] = {"Rust": [], **{name: [] for name in ways}}
    with subprocess.Popen([RUST, EXAMPLE], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as rust:
        assert rust.stdin is not None and rust.stdout is not None
        for number in range(ROUNDS + 1):
            rust.stdin.write(f"{CALLS}\n")
            rust.stdin.flush()
            measured = {"Rust": [int(word) for word in rust.stdout.readline().split()]}
            for name, call in ways.items():
                measured[name] = measure(call, CALLS)
            if number > 0:  # the first round warms up
                for name, values in measured.items():
                    times[name] += values
        rust.stdin.close()

    base = statistics.median(times["Rust"])
    worst = 0.0
    print(f"render of the example, {ROUNDS * CALLS} calls each, median:")
    for name, values in times.items():
        median = statistics.median(values)
        overhead = median / base - 1
        worst = max(worst, overhead)
        print(f"  {name:20} {median / 1e6:7.3f} ms  {overhead:+7.2%}")
    print("parse alone, median:")
    for name, value in (("from text", text), ("from a dict", data)):
        median = statistics.median(measure(lambda value=value: vereinbar.parse(value), 2000))
        print(f"  {name:20} {median / 1e6:7.3f} ms  {median / base:7.2%} of a render")
    return int(worst >= LIMIT)


if __name__ == "__main__":
    sys.exit(main())
