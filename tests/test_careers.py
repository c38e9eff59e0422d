"""Offices and parties from the knowledge base, of a person and of a body."""

from __future__ import annotations

import json

import pytest

from nlp.knowledge import OWN_VARIABLE, load_knowledge
from workspace.careers import career

BASE = {
    "persons": [{"id": "ada-fenn", "name": "Ada Fenn"}, {"id": "bo-marsh", "name": "Bo Marsh"}],
    "organizations": [
        {"id": "reed-party", "name": "Reed", "classification": "party"},
        {"id": "fenland", "name": "Fenland Council", "classification": "council"},
    ],
    "posts": [{"id": "fenland-chair", "label": "Chair of Fenland Council", "organization_id": "fenland"}],
    "memberships": [
        {"person_id": "ada-fenn", "organization_id": "fenland", "post_id": "fenland-chair", "start_date": "2030-05-01", "end_date": "2031-06"},
        {"person_id": "bo-marsh", "organization_id": "fenland", "post_id": "fenland-chair", "start_date": "2031-06"},
        {"person_id": "ada-fenn", "organization_id": "reed-party", "role": "member", "start_date": "2020"},
        {"person_id": "bo-marsh", "organization_id": "fenland", "role": "member"},
    ],
}  # fmt: skip


@pytest.fixture
def base(tmp_path, monkeypatch):
    (tmp_path / "fenland.json").write_text(json.dumps(BASE), encoding="utf-8")
    monkeypatch.setenv(OWN_VARIABLE, str(tmp_path))
    load_knowledge.cache_clear()
    yield
    load_knowledge.cache_clear()


@pytest.mark.parametrize(
    ("id", "expected"),
    [
        ("ada-fenn", ["member, Reed, Ada Fenn, 2020 to ", "Chair of Fenland Council, Fenland Council, Ada Fenn, 2030-05-01 to 2031-06"]),
        ("fenland", ["Chair of Fenland Council, Fenland Council, Bo Marsh, 2031-06 to ", "Chair of Fenland Council, Fenland Council, Ada Fenn, 2030-05-01 to 2031-06"]),
        ("reed-party", []),  # its members without office are not listed
        ("nobody-known", []),
    ],
)  # fmt: skip
def test_career(base, id, expected):
    assert [f"{t.what}, {t.where}, {t.who}, {t.since} to {t.until}" for t in career(id)] == expected
