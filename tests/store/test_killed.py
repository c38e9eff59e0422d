"""A process killed at any point: the database stays valid, and the same command finishes the work.

HUSTINGS_KILLS=200 kills more often.
"""

from __future__ import annotations

import multiprocessing
import os
import random
import time
from collections.abc import Callable
from multiprocessing.process import BaseProcess

import pytest

from store import Store, restore
from tests.store.workload import STORY, add, content, readings, work

KILLS = int(os.environ.get("HUSTINGS_KILLS", "12"))
SAME_PACE = 20  # kills for which one run's length holds: the machine may have other work meanwhile

if "forkserver" not in multiprocessing.get_all_start_methods():
    pytest.skip("processes start too slowly here to be killed at a chosen moment", allow_module_level=True)
FRESH = multiprocessing.get_context("forkserver")
FRESH.set_forkserver_preload(["tests.store.workload"])


def worker(url: str, run: Callable[..., object] = work, *more: object) -> BaseProcess:
    process = FRESH.Process(target=run, args=(url, *more))
    process.start()
    return process


def finished(process: BaseProcess) -> int | None:
    process.join()
    return process.exitcode


def seconds_of_a_whole_run(url: str) -> float:
    start = time.perf_counter()
    assert finished(worker(url)) == 0
    return time.perf_counter() - start


def test_a_killed_run_is_finished_by_the_next_one(new_url):
    whole = new_url()
    assert finished(worker(new_url())) == 0  # the first one waits until everything is imported
    assert finished(worker(whole)) == 0
    with Store(whole) as store:
        expected = content(store)
    moments = random.Random(4)
    cut_short = 0
    for number in range(KILLS):
        if number % SAME_PACE == 0:
            longest = seconds_of_a_whole_run(new_url())
        url = new_url()
        process = worker(url)
        time.sleep(moments.uniform(0, 0.9) * longest)
        process.kill()
        cut_short += finished(process) != 0
        with Store(url) as store:
            store.check()
            kept = {document.id for document in store.documents()}
            assert {statement.document for statement in store.statements()} <= kept
            assert all(store.reading(id).statements and store.reports(id) for id in kept)
        work(url)
        with Store(url) as store:
            assert content(store) == expected
    assert cut_short >= KILLS / 2


def test_several_processes_may_start_on_a_new_database_at_once(url):
    assert [finished(process) for process in [worker(url, add) for _ in range(4)]] == [0] * 4
    editions = [reading for reading in readings() if reading.document.text.startswith(STORY)]
    with Store(url) as store:
        store.check()
        assert store.count() == len({reading.document.hash for reading in readings()})
        assert len(store.reports(editions[0].document.id)) == len(editions)


def test_a_killed_restore_leaves_the_state_before_or_the_one_after(url, tmp_path, make_reading):
    backup = tmp_path / "monday.db"
    work(url)
    with Store(url) as store:
        store.backup(backup)
        full = store.statements(), store.reviews()
        start = time.perf_counter()
        assert finished(worker(url, restore, backup)) == 0
        longest = time.perf_counter() - start
        store.add(make_reading(id="more"), {})
        moments = random.Random(5)
        for _ in range(KILLS // 2):
            process = worker(url, restore, backup)
            time.sleep(moments.uniform(0, 1) * longest)
            process.kill()
            finished(process)
            store.check()
            found = store.statements(), store.reviews()
            assert found == full or (len(found[0]), found[1]) == (len(full[0]) + 1, full[1])
        assert finished(worker(url, restore, backup)) == 0
        assert (store.statements(), store.reviews()) == full
