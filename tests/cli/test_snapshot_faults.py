from __future__ import annotations

import json
import zipfile


def test_json_says_what_is_wrong_with_an_altered_snapshot(hustings, filled, tmp_path):
    path = tmp_path / "x.zip"
    hustings("snapshot", "create", "--output", path)
    assert json.loads(hustings("snapshot", "verify", path, "--json").stdout)["ok"] is True
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("statements.jsonl.bak", "{}")
        archive.writestr("more.txt", "{}")
    result = hustings("snapshot", "verify", path, "--json")
    assert result.returncode == 2
    told = json.loads(result.stdout)
    assert (list(told), told["ok"]) == (["ok", "faults"], False)
    assert len(told["faults"]) == 2
    assert all(fault in result.stderr for fault in told["faults"])
    assert len(result.stderr.splitlines()) == 1


def test_json_says_what_is_wrong_with_a_file_that_is_not_there(hustings):
    result = hustings("snapshot", "verify", "nowhere.zip", "--json")
    assert result.returncode == 2
    assert json.loads(result.stdout)["ok"] is False
