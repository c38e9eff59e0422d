"""A process killed while adding: the database stays valid, and the same command finishes the work."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from store import Store

ROOT = Path(__file__).parents[2]
WORKER = """
import runpy, sys
make = runpy.run_path("tests/store/conftest.py")["_reading"]
from store import Store
with Store(sys.argv[1]) as store:
    for number in range(int(sys.argv[2])):
        store.add(make(id=str(number), text=f"Ada Quill criticised Bo Marsh {number} times."), {})
"""


def worker(url: str, count: int) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", WORKER, url, str(count)], cwd=ROOT)


def test_a_killed_process_leaves_whole_documents(url):
    with Store(url) as store:
        process = worker(url, 1_000_000)
        while store.count() < 20:
            time.sleep(0.01)
        process.kill()
        process.wait()
        store.check()
        kept = store.count()
        assert kept >= 20
        assert len(store.statements()) == kept
        assert worker(url, kept + 10).wait() == 0
        assert store.count() == kept + 10


def test_several_processes_may_start_on_a_new_database_at_once(url):
    assert [process.wait() for process in [worker(url, 30) for _ in range(4)]] == [0] * 4
    with Store(url) as store:
        store.check()
        assert store.count() == 30
