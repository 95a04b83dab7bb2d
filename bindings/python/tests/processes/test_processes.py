"""Pools of processes, made by fork and by spawn."""

from __future__ import annotations

import contextlib
import multiprocessing
import multiprocessing.pool
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor

import pytest
import vereinbar
from conftest import numbered

PROCESSES = 3
NUMBERS = range(30)

# How long a child may take before it counts as hanging.
PATIENCE = 120

METHODS = [method for method in ("fork", "spawn", "forkserver") if method in multiprocessing.get_all_start_methods()]


@contextlib.contextmanager
def pool(method: str, processes: int) -> Iterator[ProcessPoolExecutor]:
    """A pool that ends with the block; where that failed, its processes are not waited for but ended."""
    with ProcessPoolExecutor(processes, mp_context=multiprocessing.get_context(method)) as executor:
        try:
            yield executor
        except BaseException:
            for child in multiprocessing.active_children():
                child.kill()
            raise


# Python 3.12 and later warn of any fork in a process with threads, and documents are made on threads.
@pytest.mark.filterwarnings("ignore:.*multi-threaded, use of fork:DeprecationWarning")
@pytest.mark.parametrize("method", METHODS)
def test_pools_make_the_same_documents(method: str) -> None:
    # Before the fork, so that the children inherit a renderer whose threads are gone.
    expected = [vereinbar.render(numbered(number)) for number in NUMBERS]
    agreements = [vereinbar.parse(numbered(number)) for number in NUMBERS]
    with pool(method, PROCESSES) as executor:
        assert list(executor.map(vereinbar.render, agreements, timeout=PATIENCE)) == expected
        back = list(executor.map(vereinbar.extract, expected, timeout=PATIENCE))
        assert back == agreements
        # The parent goes on meanwhile.
        assert vereinbar.render(agreements[0]) == expected[0]


@pytest.mark.parametrize("method", ["spawn"])
def test_exceptions_come_back_whole(method: str) -> None:
    with pool(method, 1) as executor:
        with pytest.raises(vereinbar.ParseError) as caught:
            executor.submit(vereinbar.render, {"art": "unbekannt"}).result(PATIENCE)
        assert caught.value.findings[0].code == "unknown_art"
        with pytest.raises(vereinbar.FileError, match=r"fehlt\.pdf"):
            executor.submit(vereinbar.extract, "fehlt.pdf").result(PATIENCE)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no fork")
@pytest.mark.filterwarnings("ignore:.*multi-threaded, use of fork:DeprecationWarning")
def test_a_child_forked_while_other_threads_work_reads_agreements() -> None:
    context = multiprocessing.get_context("fork")
    with multiprocessing.pool.ThreadPool(2) as threads:
        background = threads.map_async(vereinbar.render, [numbered(number) for number in range(40)])
        vereinbar.render(numbered(0))
        rounds = 0
        while not background.ready():
            rounds += 1
            with context.Pool(1) as child:
                assert child.apply_async(vereinbar.parse, (numbered(1),)).get(60) == vereinbar.parse(numbered(1))
        assert rounds and len(background.get()) == 40
