"""Measures a contender as its users run it.

Usage: peer.py CONTENDER WORKLOAD COUNT PROCESSES WORK [FILE]
WORK holds WORKLOAD.jsonl, fonts/ and templates/, made by compare.py. With FILE the last document is written, with
its data beside it, and made once more, to see whether its bytes are the same.
"""

import json
import multiprocessing
import resource
import sys
import time
from pathlib import Path

from contenders import CONTENDERS

WARM_UP = 50


def make(maker, text):
    begun = time.perf_counter()
    pdf = maker(text)
    return time.perf_counter() - begun, len(pdf)


def cpu():
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def worker(contender, workload, work, warm_up, rows, file, start, results):
    maker = CONTENDERS[contender](workload, Path(work))
    for text in warm_up:
        make(maker, text)
    start.wait()
    begun, used = time.perf_counter(), cpu()
    made = [make(maker, text) for text in rows]
    ended, used = time.perf_counter(), cpu() - used
    same = None
    if file:
        pdf = maker(rows[-1])
        Path(file).write_bytes(pdf)
        Path(file).with_suffix(".json").write_text(rows[-1], encoding="utf-8")
        # Times with a resolution of a second must not look the same by chance.
        time.sleep(1.1)
        same = maker(rows[-1]) == pdf
    results.put((begun, ended, used, made, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, same))


def main():
    contender, workload, count_text, processes_text, work, *file = sys.argv[1:]
    count, processes = int(count_text), int(processes_text)
    lines = (Path(work) / f"{workload}.jsonl").read_text(encoding="utf-8").splitlines()
    rows = lines[: count + WARM_UP]
    warm_up, rows = rows[: min(WARM_UP, count)], rows[WARM_UP:]
    context = multiprocessing.get_context("spawn")
    start, results = context.Barrier(processes), context.Queue()
    workers = [
        context.Process(
            target=worker,
            args=(contender, workload, work, warm_up, rows[i::processes], file[0] if file else None, start, results),
        )
        for i in range(processes)
    ]
    for process in workers:
        process.start()
    parts = [results.get(timeout=1800) for _ in workers]
    for process in workers:
        process.join()
    begun, ended = min(part[0] for part in parts), max(part[1] for part in parts)
    made = [one for part in parts for one in part[3]]
    times = sorted(1000 * took for took, _ in made)
    at = lambda percent: times[min(len(times) * percent // 100, len(times) - 1)]
    print(
        json.dumps(
            {
                "per_second": len(made) / (ended - begun),
                "per_cpu_second": len(made) / sum(part[2] for part in parts),
                "p50": at(50),
                "p95": at(95),
                "p99": at(99),
                "peak_mb": sum(part[4] for part in parts) / 1024,
                "pages": None,
                "bytes": sum(size for _, size in made),
                "same": parts[0][5],
            }
        )
    )


if __name__ == "__main__":
    main()
