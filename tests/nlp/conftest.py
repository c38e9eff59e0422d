"""One extractor for the whole session, and the question that most tests ask of it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from nlp import Extractor
from nlp.knowledge import FOLDER
from records import Document, Reading, slug
from tests.nlp.cases import CAST, difference, edges_in

Check = Callable[..., None]
Read = Callable[..., Reading]


@pytest.fixture(scope="session")
def knowledge_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's knowledge base and the made-up cast of the tests."""
    folder = tmp_path_factory.mktemp("knowledge")
    for path in FOLDER.glob("*.json"):
        shutil.copy(path, folder)
    people = [{"id": slug(name), "name": name, "gender": gender} for name, gender in CAST.items()]
    (folder / "cast.json").write_text(json.dumps({"persons": people}), encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def extractor(knowledge_folder: Path) -> Extractor:
    """As the product makes it, but that it knows the cast too."""
    return Extractor(knowledge=knowledge_folder)


@pytest.fixture(scope="session")
def read(extractor: Extractor) -> Read:
    """The reading of a text, at a date where one matters."""

    def reading(text: str, date: str | None = None) -> Reading:
        return extractor.read(Document(id="case", text=text, date=date))

    return reading


@pytest.fixture(scope="session")
def check(read: Read) -> Check:
    """Whether a text gives exactly these edges (form: cases.py)."""

    def compare(text: str, edges: str, date: str | None = None) -> None:
        assert difference(edges_in(read(text, date).statements), edges) == []

    return compare
