"""Runs the benchmark and prints its tables: `make bench`.

Usage: compare.py BENCH EVALUATE COMMAND [COUNT]
BENCH and EVALUATE are the built programs of this folder, COMMAND is the built `vereinbar`.
"""

import contextlib
import datetime
import json
import os
import platform
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "benches/peers"))

from inside import inside
from memory import peaks

WORK = ROOT / "build/bench"
ROUNDS = 3
CORES = os.cpu_count() or 1
# Seconds between two looks at the memory of the command and its processes.
LOOK = 0.05

FORM, CONTRACT = "qualitaetsentwicklungsvereinbarung", "leq_vereinbarung"
# Beside WeasyPrint, a hundredth as fast, the others would wait for most of the time.
SLOW = {"WeasyPrint, plain": 20}
PEERS = ["typst-py, this template", "typst-py, plain", "oicana, plain", "pypdfsuit, plain", "WeasyPrint, plain"]
OURS = "vereinbar, 1 thread"
REFERENCE = PEERS[0]
# The aims against the official compiler with this template: of one core, and of the machine.
AIMS = {"serie": (7.0, 13.0), "unique": (2.8, 5.4)}


def templates():
    """The project's templates, with the data from `sys.inputs` instead of a file."""
    folder = WORK / "templates"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(ROOT / "templates", folder)
    data = "bytes(sys.inputs.daten)"
    for art in (FORM, CONTRACT):
        main = folder / art / "main.typ"
        text = main.read_text(encoding="utf-8")
        for old, new in (
            ('json("daten.json")', f"json({data})"),
            ("datei => read(datei, encoding: none)", f"datei => {data}"),
        ):
            assert text.count(old) == 1, f"{main} reads its data otherwise than this script expects: {old}"
            text = text.replace(old, new)
        main.write_text(text, encoding="utf-8")


def run(*command):
    output = subprocess.run([str(part) for part in command], check=True, capture_output=True, text=True).stdout
    return json.loads(output.splitlines()[-1]) if output.strip() else None


def machine():
    model, described = platform.machine(), Path("/proc/cpuinfo")
    if described.exists():
        lines = described.read_text(encoding="utf-8").splitlines()
        model = next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), model)
    return f"{model}, {CORES} cores, {platform.system()}, {datetime.date.today().isoformat()}"


def table(columns, rows):
    print("| " + " | ".join(columns) + " |")
    print("|---|" + "--:|" * (len(columns) - 1))
    for row in rows:
        print("| " + " | ".join(row) + " |", flush=True)
    print(flush=True)


def batch(command, workload, count, jobs):
    """The command as an office runs it: rows from a file, checked, printed, and safe on the disk."""
    rows, out = WORK / f"{workload}.rows.jsonl", WORK / "out"
    lines = (WORK / f"{workload}.jsonl").read_text(encoding="utf-8").splitlines()[:count]
    rows.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    arguments = [str(part) for part in (command, "batch", rows, "--out", out, "--name", "{nr}", "--jobs", jobs)]
    most = memory_of(arguments, out)
    shutil.rmtree(out, ignore_errors=True)
    used, begun = children(), time.perf_counter()
    subprocess.run(arguments, check=True, stdout=subprocess.DEVNULL)
    took, used = time.perf_counter() - begun, children() - used
    made = list(out.glob("*.pdf"))
    assert len(made) == count, f"{len(made)} of {count} documents"
    return {
        "per_second": count / took,
        "per_cpu_second": count / used,
        "peak_mb": most,
        "bytes": sum(file.stat().st_size for file in made),
    }


def memory_of(arguments, out):
    """Megabytes that a run and its processes take at most: in a run of its own, since looking takes time."""
    shutil.rmtree(out, ignore_errors=True)
    most = 0
    with subprocess.Popen(arguments, stdout=subprocess.DEVNULL) as process:
        while process.returncode is None:
            most = max(most, sum(peaks(process.pid)))
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(LOOK)
    assert process.returncode == 0, f"{arguments} ended with {process.returncode}"
    return most


def children():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def in_turns(contenders):
    """The fastest of the rounds of each contender. A neighbour on the same host only ever slows a round down."""
    rounds = [{name: work() for name, work in contenders.items()} for _ in range(ROUNDS)]
    return {name: max((row[name] for row in rounds), key=lambda row: row["per_second"]) for name in contenders}


def counted_of(name, count):
    """How many documents a contender makes."""
    return max(count // SLOW.get(name, 1), 10)


def speed(bench, command, workload, count, peers):
    peer = sys.executable, ROOT / "benches/peers/peer.py"
    contenders: dict[str, Callable[[], dict]] = {}
    for name in peers:
        counted = counted_of(name, count)
        file = WORK / f"{workload}.{name}.pdf"
        contenders[name] = lambda name=name, counted=counted, file=file: run(
            *peer, name, workload, counted, 1, WORK, file
        )
    contenders[f"{REFERENCE}, {CORES} processes"] = lambda: run(*peer, REFERENCE, workload, count, CORES, WORK)
    contenders[OURS] = lambda: run(bench, "ours", workload, count, 1, WORK / f"{workload}.{OURS}.pdf")
    if CORES > 1:
        contenders[f"vereinbar, {CORES} threads"] = lambda: run(bench, "ours", workload, count, CORES)
    contenders["vereinbar, PDF export alone"] = lambda: run(bench, "floor", workload, count)
    contenders["`vereinbar batch --jobs 1`"] = lambda: batch(command, workload, count, 1)
    if CORES > 1:
        contenders[f"`vereinbar batch --jobs {CORES}`"] = lambda: batch(command, workload, count, CORES)
    return in_turns(contenders)


def written(value, digits=1):
    return "" if value is None else f"{value:,.{digits}f}"


def print_speed(workload, count, rows):
    print(f"### {workload}, {count} documents\n")
    of_reference = rows[REFERENCE]["per_second"]
    table(
        [
            "who",
            "docs a CPU second",
            "docs/s",
            "p50 ms",
            "p95 ms",
            "p99 ms",
            "MB in memory",
            "kB a document",
            "x reference",
        ],
        [
            [
                name,
                written(row.get("per_cpu_second")),
                written(row["per_second"]),
                *(written(row.get(percentile)) for percentile in ("p50", "p95", "p99")),
                written(row.get("peak_mb"), 0),
                written(row["bytes"] / 1000 / counted_of(name, count), 0),
                written(row["per_second"] / of_reference, 2),
            ]
            for name, row in rows.items()
        ],
    )
    if workload in AIMS:
        core, whole = AIMS[workload]
        ours, command = (
            rows[OURS]["per_second"],
            rows.get(f"`vereinbar batch --jobs {CORES}`", rows[OURS])["per_second"],
        )
        single = rows["`vereinbar batch --jobs 1`"]["per_second"]
        print(
            f"{workload}: {ours / of_reference:.2f} times the reference a core (aim {core}), {command / of_reference:.2f} on "
            f"the whole machine (aim {whole}); the command with {CORES} workers is {command / single:.2f} times that with one\n"
        )


def print_inside(workload, names, rows):
    print(f"### What the files of {workload} hold\n")
    found = {}
    for name in names:
        file = WORK / f"{workload}.{name}.pdf"
        found[name] = {
            **inside(file, file.with_suffix(".json").read_text(encoding="utf-8")),
            "same bytes twice": rows[name]["same"],
        }

    def shown(value):
        return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)

    table(["who", *found[names[0]]], [[name, *(shown(value) for value in row.values())] for name, row in found.items()])


def print_goals(bench, count):
    """What more content costs: linear, or worse?"""
    print("### What a longer form costs\n")
    rows = []
    for goals in (1, 2, 6, 20, 60):
        workload, number = f"goals-{goals}", max(count // goals, 30)
        run(bench, "data", workload, number, WORK)
        ours = [run(bench, "ours", workload, number, 1) for _ in range(ROUNDS)]
        peer = run(sys.executable, ROOT / "benches/peers/peer.py", REFERENCE, workload, number, 1, WORK)
        best = max(ours, key=lambda row: row["per_second"])
        pages = best["pages"] / number
        rows.append(
            [
                str(goals),
                written(pages),
                written(1000 / best["per_second"]),
                written(1000 / best["per_second"] / pages),
                written(1000 / peer["per_second"]),
            ]
        )
    table(["goals", "pages", "ms a document", "ms a page", f"ms, {REFERENCE}"], rows)


def print_evaluate(evaluate, count):
    folder = WORK / "evaluate"
    shutil.rmtree(folder, ignore_errors=True)
    subprocess.run([evaluate, "make", str(count), str(folder)], check=True, stdout=subprocess.DEVNULL)
    output = subprocess.run([evaluate, "read", str(folder / "pdf")], check=True, capture_output=True, text=True).stdout
    print(f"### evaluate\n\n{output}")


def main():
    bench, evaluate, command = (Path(program).resolve() for program in sys.argv[1:4])
    all_documents = int(sys.argv[4]) if len(sys.argv) > 4 else 300
    WORK.mkdir(parents=True, exist_ok=True)
    templates()
    run(bench, "fonts", WORK / "fonts")
    counts = {"serie": all_documents, "unique": all_documents, "contract": max(all_documents // 8, 20)}
    for workload, count in counts.items():
        run(bench, "data", workload, count, WORK)
    packages = [line.strip() for line in (ROOT / "benches/peers/requirements.txt").open() if "==" in line]
    print(f"{machine()}; after 50 documents, the fastest of {ROUNDS} rounds in turns; {', '.join(packages)}\n")
    for workload, count in counts.items():
        peers = PEERS[:1] if workload == "contract" else PEERS
        rows = speed(bench, command, workload, count, peers)
        print_speed(workload, count, rows)
        if workload == "unique":
            print_inside(workload, [*PEERS, OURS], rows)
    print_goals(bench, all_documents)
    print_evaluate(evaluate, max(all_documents * 4, 200))


if __name__ == "__main__":
    main()
