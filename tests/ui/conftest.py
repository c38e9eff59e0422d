"""A real database with four made-up reports, and the pages opened on it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from records import Document, Entity, Reading, Statement, slug
from store import Store

TYPES = {"Northern Union": "party", "Harbour Board": "organization", "a public inquiry": "demand"}
PARTIES = {
    "Ada Brook": "Northern Union",
    "Ben Carter": "Coastal Alliance",
    "Northern Union": "Northern Union",
}
FAMILIES = {"criticised": ("opposition", -1), "defended": ("support", 1), "called for": ("demand", 0)}
LINE = re.compile(r"\[(?P<actor>.+?)\] \((?P<cue>.+?)\) \[(?P<target>.+?)\]")

REPORTS = {
    "port": (
        "2025-03-01",
        "Quay Courier",
        "[Ada Brook] (criticised) [Ben Carter] over the <b>port</b>. [Ben Carter] (called for) [a public inquiry].",
    ),
    "ferry": (
        "2025-03-02",
        "Lantern",
        "[Ada Brook] (criticised) [Ben Carter] again. [Cara Dunne] (defended) [Ben Carter].",
    ),
    "board": ("2025-04-10", "Lantern", "[Ben Carter] (criticised) [Harbour Board]."),
    "union": ("2025-05-20", "Quay Courier", "[Northern Union] (defended) [Ada Brook]."),
}
"""Document id -> date, outlet, text with [actor] (cue) [target] marked."""


def entity(name: str) -> Entity:
    """The entity of a name above."""
    roles = ("harbour minister",) if name == "Ada Brook" else ()
    return Entity(
        id=slug(name), name=name, type=TYPES.get(name, "person"), party=PARTIES.get(name), roles=roles
    )


def reading(name: str) -> Reading:
    """What there is to find in one of the reports."""
    date, outlet, marked = REPORTS[name]
    text = re.sub(r"[\[\]()]", "", marked)
    url = "https://example.org/port" if name == "port" else "javascript:alert(1)"
    document = Document(id=name, text=text, title=f"On the *{name}*", date=date, outlet=outlet, url=url)
    found = [match.groups() for match in LINE.finditer(marked)]
    statements = tuple(
        _statement(document, number, *words, before=found[:number]) for number, words in enumerate(found)
    )
    names = sorted({words[part] for words in found for part in (0, 2)})
    return Reading(document=document, statements=statements, entities=tuple(map(entity, names)))


def _statement(
    document: Document, number: int, actor: str, cue: str, target: str, before: list[tuple[str, ...]]
) -> Statement:
    words = f"{actor} {cue} {target}"
    start = document.text.index(words)
    end = start + len(words)
    family, polarity = FAMILIES[cue]
    return Statement(
        id=f"{document.id}-{number}",
        document=document.id,
        actor=actor,
        actor_id=slug(actor),
        actor_type=TYPES.get(actor, "person"),
        relation=cue,
        family=family,
        polarity=polarity,
        target=target,
        target_id=slug(target),
        target_type=TYPES.get(target, "person"),
        evidence=words,
        start=start,
        end=end,
        actor_span=(start, start + len(actor)),
        cue_span=(start + len(actor) + 1, start + len(actor) + 1 + len(cue)),
        target_span=(end - len(target), end),
        date=document.date,
        method="rule:test",
        confidence=0.95 if target == "Harbour Board" else None if cue == "called for" else 0.6,
        actor_party=PARTIES.get(actor),
        target_party=PARTIES.get(target),
        outlet=document.outlet,
    )


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Address of a database with the reports, which the app opens."""
    url = f"sqlite:///{tmp_path / 'reports.db'}"
    with Store(url) as store:
        for name in REPORTS:
            store.add(reading(name), {"extractor": "test"})
    monkeypatch.setenv("HUSTINGS_DATABASE_URL", url)
    st.cache_resource.clear()
    yield url
    st.cache_resource.clear()


@pytest.fixture
def open_page(database: str) -> Callable[..., AppTest]:
    """Opens a page by its name in the address, with query parameters."""

    def opened(name: str, **query: str | list[str]) -> AppTest:
        script = f"from ui.pages import PAGES\nPAGES[{name!r}].show()"
        app = AppTest.from_string(script, default_timeout=20)
        for key, value in query.items():
            app.query_params[key] = value
        return app.run()

    return opened
