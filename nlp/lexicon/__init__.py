"""The lexicon of one language: which words express a relation, a judgement, a report, a role.

The TOML files beside this module are the data; this module turns them into frozen tables and reports every fault at
once. The form of `relations.toml` is described at its top.
"""

from __future__ import annotations

import functools
import itertools
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from errors import LexiconError
from nlp.lexicon.faults import WORD_LISTS, key_faults, relation_faults
from records import POLARITY, digest

FOLDER = Path(__file__).resolve().parent
LISTS = {
    name: frozenset(keys.split())
    for name, keys in {
        "evaluative": "negative positive neutral describing likening objects feelings",
        "speech": "verbs asking nouns naming naming_as asking_about texts voicing endings stage small common",
        "leanings": "words start either positive negative agreeing opposing",
        "confidence": "weights",
        "cues": "clause infinitive object participle alone phrases nouns_that nouns_to noun_phrases",
        "governors": "asserting refusing failing considering contemplating imagined denying alleged former "
        "negating_prepositions conditional_marks future_auxiliaries hypothetical_auxiliaries prospective unwilling "
        "controlling judging_families ending demanding undemanding committing committing_nouns attempting intending "
        "undoing",
        "nouns": "inherited undergone things demanded requests collectives grouped senior whole_party deeds light "
        "receiving surveys utterances uttering vehicles listed measures quality_endings no_qualities "
        "again causes apart elected",
        "names": "role_nouns titles given common_surnames not_surnames groups relatives countries",
    }.items()
}
"""What each file besides relations.toml must hold, and no more: a list that nothing reads is a typo."""

Words = frozenset[str]
PLACES = frozenset({"@", "_", "$", "self", "'s"})
"""What stands in a frame's words for a noun or a reflexive, and is no word itself."""


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence and what must be found in it, as "actor -> target"."""

    text: str
    find: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """One named kind of statement."""

    name: str
    family: str
    target: str
    examples: tuple[Example, ...] = ()

    @property
    def polarity(self) -> int:
        """+1, 0 or -1, by the family."""
        return POLARITY[self.family]


@dataclass(frozen=True, slots=True)
class Frame:
    """One way to express a relation: a head word, the words that go with it, and where the target stands."""

    relation: Relation
    kind: str  # one of WORD_LISTS
    head: str  # lemma
    words: tuple[str, ...] = ()  # for nouns and adjectives: the prepositions that lead to the target
    needs: frozenset[str] = field(
        init=False, repr=False, compare=False
    )  # words, without the marks for places

    def __post_init__(self) -> None:
        object.__setattr__(self, "needs", frozenset(self.words) - PLACES)


@dataclass(frozen=True, slots=True)
class Judgement:
    """Words that judge in one direction."""

    adjectives: Words
    nouns: Words
    verbs: Words
    phrases: Mapping[str, tuple[tuple[str, ...], ...]]  # head lemma -> the words that go with it
    should: Words  # "should resign"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything the engine knows of one language."""

    relations: Mapping[str, Relation]
    verb_frames: Mapping[str, tuple[Frame, ...]]
    noun_frames: Mapping[str, tuple[Frame, ...]]
    bearer_frames: Mapping[str, tuple[Frame, ...]]  # "a critic of": the position is its bearer's
    adjective_frames: Mapping[str, tuple[Frame, ...]]
    negative: Judgement
    positive: Judgement
    neutral: Mapping[str, tuple[tuple[str, ...], ...]]  # phrases that only look like judgements
    describing: Words  # judging adjectives that mostly describe before a noun
    likening: Words  # verbs: "likened Orrin to a clown"
    feelings: Words  # "appalled that Orrin stayed"
    judged_objects: Words  # "made a terrible mistake": the nouns that carry such a judgement
    speech: Mapping[str, Words]
    cues: Mapping[str, Words]  # of attribution, by frame
    cue_phrases: Mapping[str, Words]  # lemma of a verb -> prepositions that lead to the content
    cue_noun_phrases: Mapping[str, Words]
    governors: Mapping[str, Words]
    nouns: Mapping[str, Words]
    titles: Mapping[str, Words]  # "male", "female", "any"
    all_titles: Words  # whatever the gender
    given: Mapping[str, Words]  # "male", "female"
    role_nouns: Words
    common_surnames: Words
    not_surnames: Words
    groups: Mapping[str, Words]  # "named", "plain", "kinds"
    relatives: Mapping[str, Words]  # "his deputy": the words of a post that such a word leads to
    countries: Mapping[str, Words]  # what a country does, or is done to it, as a government
    version: str


@functools.lru_cache(maxsize=4)
def load_lexicon(language: str = "en", folder: Path | None = None) -> Lexicon:
    """The lexicon of a language.

    Raises:
        LexiconError: Listing every fault of its files.
    """
    folder = (folder or FOLDER) / language
    files = {path.stem: path for path in sorted(folder.glob("*.toml"))}
    tables, faults = _read(files)
    faults += relation_faults(tables.get("relations", {}))
    if faults:
        raise LexiconError("; ".join(faults), where=str(folder), mend="Mend the entries named")
    relations = {name: _relation(name, table) for name, table in tables["relations"].items()}
    frames = [
        frame for name, table in tables["relations"].items() for frame in _frames(relations[name], table)
    ]
    if faults := list(_claimed_twice(frames)):
        raise LexiconError("; ".join(faults), where=str(folder), mend="Keep each word in one of them")
    names = tables["names"]
    return Lexicon(
        relations=relations,
        verb_frames=_by_head(frames, {"verbs", "phrases", "receives", "mutual"}),
        noun_frames=_by_head(frames, {"nouns"}),
        bearer_frames=_by_head(frames, {"bearers"}),
        adjective_frames=_by_head(frames, {"adjectives"}),
        negative=_judgement(tables["evaluative"]["negative"]),
        positive=_judgement(tables["evaluative"]["positive"]),
        neutral=_phrases(tables["evaluative"]["neutral"]["phrases"]),
        describing=frozenset(tables["evaluative"]["describing"]["adjectives"]),
        likening=frozenset(tables["evaluative"]["likening"]["verbs"]),
        feelings=frozenset(tables["evaluative"]["feelings"]["adjectives"]),
        judged_objects=frozenset(tables["evaluative"]["objects"]["nouns"]),
        speech=_word_sets(tables["speech"]),
        cues=_word_sets(tables["cues"]),
        cue_phrases=_leading(tables["cues"]["phrases"]),
        cue_noun_phrases=_leading(tables["cues"]["noun_phrases"]),
        governors=_word_sets(tables["governors"]),
        nouns=_word_sets(tables["nouns"]),
        titles=_word_sets(names["titles"]),
        all_titles=frozenset(title for titles in names["titles"].values() for title in titles),
        given=_word_sets(names["given"]),
        role_nouns=frozenset(names["role_nouns"]),
        common_surnames=frozenset(names["common_surnames"]),
        not_surnames=frozenset(names["not_surnames"]),
        groups=_word_sets(names["groups"]),
        relatives=_word_sets(names["relatives"]),
        countries=_word_sets(names["countries"]),
        version=digest("".join(path.read_text(encoding="utf-8") for path in files.values()))[:12],
    )


def _read(files: Mapping[str, Path]) -> tuple[dict[str, Any], list[str]]:
    tables: dict[str, Any] = {}
    faults = [f"{name}.toml is missing" for name in ("relations", *LISTS) if name not in files]
    for name, path in files.items():
        try:
            tables[name] = tomllib.loads(path.read_text(encoding="utf-8"))
        except (OSError, tomllib.TOMLDecodeError) as error:
            faults.append(f"{path.name}: {error}")
            continue
        expected = LISTS.get(name, frozenset(tables[name]))
        faults += [f"{path.name}: {fault}" for fault in key_faults(tables[name], expected)]
    return tables, faults


def _relation(name: str, table: Mapping[str, Any]) -> Relation:
    examples = tuple(
        Example(example["text"], tuple(example["find"])) for example in table.get("examples", ())
    )
    return Relation(name, table["family"], table["target"], examples)


def _frames(relation: Relation, table: Mapping[str, Any]) -> Iterator[Frame]:
    for kind in WORD_LISTS:
        for entry in dict.fromkeys(table.get(kind, [])):
            head, *words = entry.split()
            if kind in ("nouns", "bearers", "adjectives"):
                words = words[-1].split("|") if words else []
            elif words[-1:] == ["@"] and len(words) > 1:
                words.pop()  # the target follows the last word anyway
            yield Frame(relation, kind, head, tuple(words))


def _claimed_twice(frames: Iterable[Frame]) -> Iterator[str]:
    """Two relations may share a word only where different kinds of target tell them apart."""
    claims: dict[tuple[str, str, tuple[str, ...]], list[Relation]] = defaultdict(list)
    for frame in frames:
        claims[frame.kind, frame.head, frame.words].append(frame.relation)
    for (_, head, words), relations in claims.items():
        for one, other in itertools.pairwise(relations):
            if one is not other and (one.target == other.target or "either" in (one.target, other.target)):
                yield f"[{one.name}] and [{other.name}] both claim '{' '.join((head, *words))}'"


def _by_head(frames: Iterable[Frame], kinds: set[str]) -> dict[str, tuple[Frame, ...]]:
    """Frames by head word, those with most words first: the longest that fits is the one meant."""
    groups: dict[str, list[Frame]] = defaultdict(list)
    for frame in frames:
        if frame.kind in kinds:
            groups[frame.head].append(frame)
    return {
        head: tuple(sorted(group, key=lambda f: (-len(f.words), f.relation.target != "addressee")))
        for head, group in groups.items()
    }


def _phrases(entries: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """'lose touch' -> lose: (touch)."""
    groups: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for entry in entries:
        head, *words = entry.split()
        groups[head].append(tuple(words))
    return {head: tuple(group) for head, group in groups.items()}


def _judgement(table: Mapping[str, list[str]]) -> Judgement:
    return Judgement(
        adjectives=frozenset(table["adjectives"]),
        nouns=frozenset(table["nouns"]),
        verbs=frozenset(table["verbs"]),
        phrases=_phrases(table["phrases"]),
        should=frozenset(table["should"]),
    )


def _word_sets(table: Mapping[str, list[str]]) -> dict[str, Words]:
    return {key: frozenset(words) for key, words in table.items()}


def _leading(phrases: Iterable[str]) -> dict[str, Words]:
    """'complain about|of' -> complain: about, of."""
    return {phrase.split()[0]: frozenset(phrase.split()[1].split("|")) for phrase in phrases}
