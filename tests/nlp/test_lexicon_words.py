"""The words of single rules: every list is there and read, and a faulty file is refused with all that is wrong."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from errors import LexiconError
from nlp.lexicon import FOLDER
from nlp.lexicon.callings import load_callings
from nlp.lexicon.judging import load_judging
from nlp.lexicon.policies import load_policies
from nlp.lexicon.words import FILE, LISTS, load_words

READING = re.compile(r'load_words\(\)\["(\w+)"\]\["(\w+)"\]')
NAMED = {(topic, name) for topic, names in LISTS.items() for name in names}


def test_every_list_holds_words():
    words = load_words()
    assert {(topic, name) for topic, lists in words.items() for name in lists} == NAMED
    assert all(isinstance(each, frozenset) and each for lists in words.values() for each in lists.values())
    assert "bill" in words["things"]["laws"]


def test_every_list_is_read_by_a_module():
    sources = [path.read_text(encoding="utf-8") for path in FOLDER.parent.rglob("*.py")]
    assert {found for source in sources for found in READING.findall(source)} == NAMED


def test_nobody_can_change_them():
    with pytest.raises(TypeError):
        load_words()["things"]["laws"] = frozenset()
    with pytest.raises(TypeError):
        load_words()["things"] = {}


# ── faults ──────────────────────────────────────────────────────────────────────────────────────────────────────

# what is replaced in words.toml · by what · what its reader is told
FAULTS = [
    ("laws = ", "lawz = ", "'things.laws' is missing; nothing reads 'things.lawz'"),
    (r"\[moods\]", "[moodz]", "'moods' is missing; nothing reads 'moodz'"),
    (r"\[things\][\s\S]*?(?=\[bodies\])", "things = 1\n", "'things' is not a table"),
    (r"seats = .*", "", "'people.seats' is missing"),
    (r"seats = .*", "seats = []", "'people.seats' is not a list of words"),
    (r"seats = .*", 'seats = "MP"', "'people.seats' is not a list of words"),
    (r"seats = .*", "seats = [7]", "'people.seats' is not a list of words"),
    (r"seats = .*", 'seats = [""]', "'people.seats' is not a list of words"),
    (r"\[things\]", "[things", "words.toml: Expected ']'"),
    (
        r"laws = .*\n([\s\S]*)seats = .*",
        r"lawz = []\n\1seats = []",
        "'things.laws' is missing; nothing reads 'things.lawz'; 'people.seats' is not a list of words",
    ),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the lexicon that a test may spoil."""
    shutil.copytree(FOLDER / "en", tmp_path / "en")
    return tmp_path


@pytest.mark.parametrize(("before", "after", "told"), FAULTS)
def test_faults_are_told(folder, before, after, told):
    file = folder / "en" / FILE
    spoilt, count = re.subn(before, after, file.read_text(encoding="utf-8"), count=1)
    assert count == 1
    file.write_text(spoilt, encoding="utf-8")
    with pytest.raises(LexiconError) as caught:
        load_words(folder=folder)
    assert [fault for fault in told.split("; ") if fault not in str(caught.value)] == []


@pytest.mark.parametrize("load", [load_words, load_judging, load_policies, load_callings])
def test_a_missing_file_is_told(tmp_path, load):
    with pytest.raises(LexiconError, match="No such file"):
        load("xx", tmp_path)
