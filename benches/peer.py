"""Measures `typst` from PyPI, as its users run it: a `Compiler` that is kept, the
data through `sys_inputs`, the same template and fonts, the same standards.

Usage: peer.py WORKLOAD COUNT PROCESSES WORK
WORK holds WORKLOAD.jsonl, fonts/ and templates/, made by compare.py.
"""

import json
import multiprocessing
import resource
import sys
import time
from pathlib import Path

import typst

WARM_UP = 50
STANDARDS = ["a-3a", "ua-1"]


def compiler(work):
    return typst.Compiler(
        str(work / "templates/qualitaetsentwicklungsvereinbarung/main.typ"),
        root=str(work / "templates"),
        font_paths=[str(work / "fonts")],
        ignore_system_fonts=True,
    )


def make(compiler, data):
    begun = time.perf_counter()
    pdf = compiler.compile(format="pdf", sys_inputs={"daten": data}, pdf_standards=STANDARDS)
    return time.perf_counter() - begun, len(pdf)


def worker(work, warm_up, rows, start, results):
    kept = compiler(Path(work))
    for data in warm_up:
        make(kept, data)
    start.wait()
    begun = time.perf_counter()
    made = [make(kept, data) for data in rows]
    ended = time.perf_counter()
    results.put((begun, ended, made, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss))


def main():
    workload, count, processes, work = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), Path(sys.argv[4])
    lines = (work / f"{workload}.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines][: count + WARM_UP]
    warm_up, rows = rows[:WARM_UP], rows[WARM_UP:]
    context = multiprocessing.get_context("spawn")
    start, results = context.Barrier(processes), context.Queue()
    workers = [
        context.Process(target=worker, args=(str(work), warm_up, rows[i::processes], start, results))
        for i in range(processes)
    ]
    for process in workers:
        process.start()
    parts = [results.get() for _ in workers]
    for process in workers:
        process.join()
    took = max(part[1] for part in parts) - min(part[0] for part in parts)
    times = sorted(1000 * seconds for part in parts for seconds, _ in part[2])
    percentile = lambda percent: times[min(len(times) * percent // 100, len(times) - 1)]
    print(
        json.dumps(
            {
                "per_second": len(times) / took,
                "p50": percentile(50),
                "p95": percentile(95),
                "p99": percentile(99),
                "peak_mb": sum(part[3] for part in parts) / 1024,
                "pages": None,
                "bytes": sum(size for part in parts for _, size in part[2]),
            }
        )
    )


if __name__ == "__main__":
    main()
