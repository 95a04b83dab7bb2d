"""Runs the benchmark and prints its table: `make bench`.

Usage: compare.py BENCH [COUNT]
BENCH is the built example `bench` of vereinbar-batch.
"""

import datetime
import json
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WORK = ROOT / "build/bench"
MAIN = "qualitaetsentwicklungsvereinbarung/main.typ"
WORKLOADS = ("serie", "unique")
ROUNDS = 3

# The aims: of one core against one process of the peer, and of
# the whole machine against the same.
TARGETS = {"serie": (4.2, 7.5), "unique": (1.5, 2.6)}


def templates():
    """The project's templates, with the data from `sys.inputs` instead of a file."""
    folder = WORK / "templates"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(ROOT / "templates", folder)
    main = folder / MAIN
    text = main.read_text(encoding="utf-8")
    for old, new in (
        ('json("daten.json")', "json(bytes(sys.inputs.daten))"),
        ("read(optionen.anhang, encoding: none)", "bytes(sys.inputs.daten)"),
    ):
        assert text.count(old) == 1, f"{main} reads its data otherwise than this script expects: {old}"
        text = text.replace(old, new)
    main.write_text(text, encoding="utf-8")


def run(*command):
    output = subprocess.run([str(part) for part in command], check=True, capture_output=True, text=True).stdout
    return json.loads(output.splitlines()[-1]) if output.strip() else None


def machine():
    model = platform.machine()
    if Path("/proc/cpuinfo").exists():
        names = [line.split(":", 1)[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")]
        model = names[0] if names else model
    return f"{model}, {os.cpu_count()} cores, {platform.system()}, {datetime.date.today().isoformat()}"


def measured(workload, count):
    """The row of each contender: the fastest of the rounds, in which they take turns. A
    neighbour on the same host only ever slows a round down."""
    python, bench, cores = ROOT / "build/venv/bin/python", Path(sys.argv[1]).resolve(), os.cpu_count()
    peer = lambda processes: (python, ROOT / "benches/peer.py", workload, count, processes, WORK)
    contenders = {
        "typst-py, 1 process": peer(1),
        f"typst-py, {cores} processes": peer(cores),
        "vereinbar, 1 worker": (bench, "ours", workload, count, 1),
        f"vereinbar, {cores} workers": (bench, "ours", workload, count, cores),
        "PDF export alone, 1 worker": (bench, "floor", workload, count),
    }
    rounds = [{name: run(*command) for name, command in contenders.items()} for _ in range(ROUNDS)]
    return {name: max((row[name] for row in rounds), key=lambda row: row["per_second"]) for name in contenders}


def main():
    bench, count = Path(sys.argv[1]).resolve(), int(sys.argv[2]) if len(sys.argv) > 2 else 500
    python = ROOT / "build/venv/bin/python"
    WORK.mkdir(parents=True, exist_ok=True)
    templates()
    run(bench, "fonts", WORK / "fonts")
    for workload in WORKLOADS:
        run(bench, "data", workload, count, WORK)

    version = run(python, "-c", "import json, typst; print(json.dumps(typst.__version__))")
    print(f"{machine()}; {count} documents each after warm-up, the fastest of {ROUNDS} rounds, PDF/A-3a + PDF/UA-1; typst-py {version}\n")
    print("| workload | what | docs/s | p50 ms | p95 ms | p99 ms | peak MB | pages | MB | x peer |")
    print("|---|---|--:|--:|--:|--:|--:|--:|--:|--:|")
    ratios = {}
    for workload in WORKLOADS:
        rows = measured(workload, count)
        speeds = [row["per_second"] for row in rows.values()]
        for name, row in rows.items():
            pages = row["pages"] if row["pages"] is not None else ""
            print(
                f"| {workload} | {name} | {row['per_second']:.0f} | {row['p50']:.1f} | {row['p95']:.1f} | {row['p99']:.1f} "
                f"| {row['peak_mb']:.0f} | {pages} | {row['bytes'] / 1e6:.1f} | {row['per_second'] / speeds[0]:.2f} |",
                flush=True,
            )
        ratios[workload] = (speeds[2] / speeds[0], speeds[3] / speeds[0], speeds[2] / speeds[4])
    print()
    for workload, (core, whole, floor) in ratios.items():
        target_core, target_whole = TARGETS[workload]
        print(
            f"{workload}: {core:.2f} times typst-py a core (aim {target_core}), {whole:.2f} times on the whole machine "
            f"against one process (aim {target_whole}); {100 * floor:.0f} % of what PDF export alone allows"
        )


if __name__ == "__main__":
    main()
