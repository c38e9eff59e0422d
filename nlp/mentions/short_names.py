"""The same people again, in short: surnames, and given names after a title."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from spacy.tokens import Token

from nlp.draft import Draft
from nlp.lexicon.words import load_words
from nlp.mentions.unintroduced import in_headline, part_of_other_name, title_fits, unintroduced
from nlp.syntax import next_token

OFFICES = load_words()["people"]["offices"]
SETTLED = 2  # times that a surname alone has meant one person
SHORTEST = 4  # letters of a surname in capitals; shorter ones are abbreviations
REFLEXIVES = {"himself": "mr", "herself": "ms"}


@dataclass(slots=True)
class Bearers:
    """Those who have borne one surname so far."""

    latest: str = ""  # whom the text has named last
    acted: bool = False  # whether that one was a subject where the whole name stood
    meant: Counter[str] = field(default_factory=Counter)  # who was meant by the surname, and how often

    def by_whole_name(self, token: Token, person: str) -> None:
        """Note that somebody is named in full; in passing only if nobody was before."""
        if not self.latest or token.dep_ not in ("pobj", "compound", "poss"):
            self.latest, self.acted = person, token.dep_ in ("nsubj", "nsubjpass")

    def by_surname(self, person: str) -> None:
        """Note that somebody is meant by the surname."""
        self.latest = person
        self.meant[person] += 1

    def next(self) -> str | None:
        """Whom the bare surname means: a relative named in between keeps a whole name, but one who acts may not."""
        if len(self.meant) > 1 or self.meant.total() < SETTLED:
            return self.latest
        (settled,) = self.meant
        return settled if settled == self.latest or not self.acted else None


def short_names(draft: Draft) -> None:
    """'Phillips', 'Mr Swinney', 'Sir Keir', 'Hillary': the same person again, in short."""
    bearers: defaultdict[str, Bearers] = defaultdict(Bearers)
    for token in draft.tokens:
        mention = draft.mention_at.get(token.i)
        if mention is not None:
            if token.i == mention.end - 1:
                bearers[token.text].by_whole_name(token, mention.entity_id)
            continue
        if not token.text[:1].isupper() or token.pos_ not in (
            "PROPN",
            "NOUN",
            "ADJ",
            "VERB",
            "X",
            "INTJ",
            "ADP",
        ):
            continue
        entity_id = _by_surname(draft, token, bearers) or _by_given_name(draft, token)
        if entity_id is not None:
            draft.add(token.i, token.i + 1, entity_id, "surname")
            bearers[token.text].by_surname(entity_id)


def _by_surname(draft: Draft, token: Token, bearers: Mapping[str, Bearers]) -> str | None:
    title = draft.words[token.i - 1] if token.i else ""
    name = _spelled(draft, token, title)
    candidates = _by_office(draft, name, title) or _of_that_surname(draft, name, title)
    if not candidates:
        return unintroduced(draft, token, name, title)
    if part_of_other_name(draft, token) or draft.words[max(0, token.i - 2)] in ("elder", "younger"):
        return None  # 'the younger Mr Orrin'
    following = draft.words[token.i + 1] if token.i + 1 < len(draft.words) else ""
    title = REFLEXIVES.get(following, title)  # 'Clinton herself'
    fitting = [c for c in candidates if title_fits(draft.entities[c].gender, draft, title)]
    if len(fitting) > 1 and name in bearers and bearers[name].latest in fitting:
        return _better_known(draft, fitting) or bearers[name].next()
    return fitting[0] if fitting else None


def _better_known(draft: Draft, people: list[str]) -> str | None:
    """Of a politician and a relative whom nobody knows, the bare surname is the politician's if named first."""
    known = [person for person in people if person in draft.knowledge.persons]
    named = [(mention.start, mention.entity_id) for mention in draft.found if mention.entity_id in people]
    return known[0] if len(known) == 1 and named and min(named)[1] == known[0] else None


def _of_that_surname(draft: Draft, name: str, title: str) -> list[str]:
    """Those of the text who bear a surname; behind "President" none whom the base knows and who never was one."""
    people = draft.surnames.get(name, [])
    if title != "president" or len(draft.knowledge.surnames.get(name, ())) < 2:
        return people
    return [p for p in people if p not in draft.knowledge.persons or title in _titles(draft, p)]


def _titles(draft: Draft, person: str) -> set[str]:
    offices = draft.knowledge.offices.get(person, ())
    return {word for post, _ in offices for word in draft.knowledge.posts[post]["label"].lower().split()}


def _spelled(draft: Draft, token: Token, title: str) -> str:
    """'PELL' in a headline, 'MR PELL': as text or base write the name elsewhere; a plain word in capitals stays."""
    name = token.text
    if not name.isupper() or len(name) < SHORTEST:
        return name
    plain = token.lower_ in draft.lexicon.common_surnames
    titled = title in draft.lexicon.all_titles
    if plain and not titled and token.ent_type_ != "PERSON":
        return name
    spellings = (name.title(), name[:2].title() + name[2:].title())
    known = draft.knowledge.surnames if titled or in_headline(token) or _labels(token) else {}
    return next((s for s in spellings if s in draft.surnames or s in known), name)


def _labels(token: Token) -> bool:
    """'ORRIN: We must go.'"""
    return token.i + 1 < len(token.doc) and token.nbor().text == ":"


def _by_office(draft: Draft, name: str, title: str) -> list[str]:
    """'President Clinton', 'Secretary Clinton': the one of that surname who ever held such an office."""
    if title not in OFFICES:
        return []
    held = [
        person
        for person in draft.knowledge.surnames.get(name, ())
        if any(
            title in draft.knowledge.posts[post]["label"].lower().split()
            for post, _ in draft.knowledge.offices.get(person, ())
        )
    ]
    return [draft.know(held[0]).id] if len(held) == 1 else []


def _is_name(token: Token) -> bool:
    """Whether a given name alone is a name here: by the recogniser, or as a word of its own inside a sentence."""
    alone = token.ent_type_ == "" and token.pos_ == "PROPN" and not token.is_sent_start
    return token.ent_type_ == "PERSON" or (alone and token.dep_ not in ("compound", "nmod", "amod"))


def _by_given_name(draft: Draft, token: Token) -> str | None:
    """'Sir Keir', 'Hillary': only where one person of the text is called so."""
    title = draft.words[token.i - 1] if token.i else ""
    candidates = list(dict.fromkeys(draft.given.get(token.text, [])))
    if not candidates and (knights := draft.knowledge.knights.get((title, token.text), ())):
        candidates = list(knights)  # 'Sir Keir' in a text that never gives his surname
    if len(candidates) != 1:
        return None
    following = next_token(token)
    if following is not None and following.pos_ == "PROPN" and following.text not in ("'s",):
        return None
    if title not in ("sir", "dame", "lord", "lady") and not _is_name(token):
        return None
    if candidates[0] not in draft.entities:
        draft.know(candidates[0])
    return candidates[0]
