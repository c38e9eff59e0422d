"""One extractor for the whole session, and the question that most tests ask of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from nlp import Extractor
from records import Document, Reading
from tests.nlp.cases import difference, edges_in, write_knowledge

Check = Callable[..., None]
Read = Callable[..., Reading]


@pytest.fixture(scope="session")
def knowledge_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's knowledge base and the made-up cast of the tests."""
    folder = tmp_path_factory.mktemp("knowledge")
    write_knowledge(folder)
    return folder


@pytest.fixture(scope="session")
def extractor(knowledge_folder: Path) -> Extractor:
    """The rules alone, as the product has them, but that they know the cast too."""
    return Extractor(knowledge=knowledge_folder, stance=False)


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
