"""Finding known names: a trie over tokens, longest match first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from spacy.language import Language

from nlp.knowledge import Knowledge
from nlp.parsing import PLAIN_MARKS


@dataclass(slots=True)
class NameIndex:
    """First token of a name -> the whole names that begin so, longest first."""

    starts: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = field(default_factory=dict)

    @classmethod
    def of(cls, model: Language, names: Iterable[tuple[str, tuple[str, ...]]]) -> NameIndex:
        """The index of names and the ids they may mean."""
        index = cls()
        for name, ids in names:
            words = tuple(token.text for token in model.make_doc(name.translate(PLAIN_MARKS)))
            index.starts.setdefault(words[0], []).append((words, ids))
        for entries in index.starts.values():
            entries.sort(key=lambda entry: -len(entry[0]))
        return index

    def matches(self, words: Sequence[str]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
        """Spans [start, end) of names in a row of words, without overlaps, with the ids they may mean."""
        position = 0
        while position < len(words):
            for name, ids in self.starts.get(words[position], ()):
                end = position + len(name)
                if tuple(words[position:end]) == name:
                    yield position, end, ids
                    position = end - 1
                    break
            position += 1


@dataclass(frozen=True, slots=True)
class Names:
    """The knowledge base's names and roles, ready to be looked for in a text."""

    entities: NameIndex
    roles: NameIndex  # lower case
    nations: dict[str, str]  # "iranian", "iran" -> the government, in lower case
    capitals: NameIndex  # whole names of people as headlines and transcripts print them: DONALD TRUMP

    @classmethod
    def of(cls, model: Language, knowledge: Knowledge) -> Names:
        """The indexes for one tokeniser."""
        return cls(
            NameIndex.of(model, knowledge.names.items()),
            NameIndex.of(model, ((label, (label,)) for label in knowledge.role_names)),
            dict(_nations(knowledge)),
            NameIndex.of(model, ((name.upper(), ids) for name, ids in _whole_names(knowledge))),
        )


def _whole_names(knowledge: Knowledge) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Names of more than one word that only people bear."""
    for name, ids in knowledge.names.items():
        if " " in name and all(knowledge.entities[entity_id].type == "person" for entity_id in ids):
            yield name, ids


def _nations(knowledge: Knowledge) -> Iterator[tuple[str, str]]:
    """Adjective and names of each country that has a government in the base: "Iranian Government" knows "Iranian"."""
    for key, row in knowledge.organizations.items():
        if row["classification"] != "government" or len(str(row.get("area", ""))) != 2:
            continue
        adjective, _, rest = str(row["name"]).lower().rpartition(" ")
        if rest == "government":
            yield adjective, key
        for other in row.get("other_names", ()):
            if other.get("note") == "country":
                yield str(other["name"]).lower(), key
