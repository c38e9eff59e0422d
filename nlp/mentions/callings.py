"""People by state and description: "the Ohio senator", "the Vermont independent", "the real estate mogul".

A description leads to the one person of the text whom all its words fit: the state by the text's own facts ("Sen. Ada
Vela of Ohio", "(R-Ohio)") or the lexicon, the office by the text or the knowledge base, the party, or what the lexicon
says somebody is called. Of two who fit, and of none, nobody.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from spacy.tokens import Token

from nlp.draft import Draft
from nlp.lexicon.callings import Callings, load_callings
from nlp.mentions.campaigns import STANDING, stands
from nlp.mentions.former import PAST_NOW
from nlp.syntax import children
from records import Entity

LONGEST = 6  # words between "the" and the noun
PARTIES = {"republican": "Republican Party", "democratic": "Democratic Party", "democrat": "Democratic Party"}
NO_ARGUMENTS = frozenset({"compound", "nmod", "amod", "appos", "attr"})
ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "poss"})
Homes = dict[str, set[str]]


def callings(draft: Draft) -> None:
    """Note each description that fits one person of the text."""
    table = load_callings()
    people = {m.entity_id: draft.entities[m.entity_id] for m in draft.found}
    people = {key: entity for key, entity in people.items() if entity.type == "person"}
    homes: Homes | None = None
    for noun in draft.tokens:
        words = _description(draft, noun, table)
        if words is None:
            continue
        homes = homes if homes is not None else _homes(draft, table)
        fitting = {key for key, entity in people.items() if _fits(draft, entity, words, homes)}
        if len(words) == 1:  # 'the businessman': so may others be whom the text calls that
            fitting |= {who for _, role, who in draft.roles if role[-1] == words[0]}
        if len(fitting) == 1:
            draft.add(noun.i, noun.i + 1, fitting.pop(), "role")


def candidates(draft: Draft) -> None:
    """Note 'the candidate', 'the nominee' where this sentence and the one before name one person, who stands."""
    for noun in draft.tokens:
        if draft.words[noun.i] not in STANDING or noun.i in draft.mention_at or not _is_the_one(draft, noun):
            continue
        here = draft.sentence_at[noun.i]
        near = {
            m.entity_id for m in draft.found if m.start < noun.i and here - draft.sentence_at[m.start] <= 1
        }
        people = [one for one in near if draft.entities[one].type == "person"]
        if len(people) == 1 and stands(draft, people[0]):
            draft.add(noun.i, noun.i + 1, people[0], "role")


def _is_the_one(draft: Draft, noun: Token) -> bool:
    """'the candidate', with nothing that says which."""
    article = noun.i > 0 and draft.words[noun.i - 1] == "the"
    return (
        article
        and noun.tag_ == "NN"
        and noun.dep_ in ARGUMENTS
        and not children(noun, "prep", "relcl", "acl")
    )


def _description(draft: Draft, noun: Token, table: Callings) -> list[str] | None:
    """The words of 'the *Ohio senator*'; None where the noun ends no description of somebody."""
    if (
        draft.words[noun.i] not in table.nouns
        or noun.tag_ not in ("NN", "NNP", "JJ")
        or noun.dep_ in NO_ARGUMENTS
    ):
        return None
    following = draft.tokens[noun.i + 1] if noun.i + 1 < len(draft.tokens) else noun
    if noun.i in draft.mention_at or following.pos_ == "PROPN" or following.text == "-":
        return None
    if children(noun, "prep", "relcl", "appos"):
        return None
    start = noun.i
    while start and draft.words[start - 1] != "the" and noun.i - start < LONGEST:
        start -= 1
    if not start or draft.words[start - 1] != "the":
        return None
    words = [word for word in draft.words[start : noun.i + 1] if word != "-"]
    telling = [word for word in words[:-1] if word not in table.fillers]
    return [*telling, words[-1]] if telling or len(words) == 1 else words


def _homes(draft: Draft, table: Callings) -> Homes:
    """Where the text says that people are from: 'Vela of Ohio', 'Vela (R-Ohio)', 'Ohio Gov. Vela'."""
    homes: Homes = defaultdict(set)
    for mention in draft.found:
        after, before = (
            draft.words[mention.end : mention.end + 5],
            draft.words[max(0, mention.start - 4) : mention.start],
        )
        behind: Sequence[str] = ()
        if len(after) > 3 and after[0] in ("(", ",") and after[1] in ("r", "d", "i") and after[2] == "-":
            behind = after[3:]
        elif after[:1] == ["of"]:
            behind = after[1:]
        for words in (behind, *(before[i:] for i in range(len(before)))):
            state = _state(words, table)
            if state is not None and (words is behind or _only_titles(draft, words[len(state.split()) :])):
                homes[mention.entity_id].add(state)
    return homes


def _only_titles(draft: Draft, words: Sequence[str]) -> bool:
    """What may stand between the state and the name: 'Ohio *Republican Gov.* Vela'."""
    return all(w in draft.lexicon.all_titles or w in draft.lexicon.role_nouns or w in PARTIES for w in words)


def _state(words: Sequence[str], table: Callings) -> str | None:
    """The state that a row of words begins with."""
    return table.states.get(" ".join(words[:2])) or table.states.get("".join(words[:1]))


def _fits(draft: Draft, person: Entity, words: list[str], homes: Homes) -> bool:
    """Whether every word of a description is true of somebody: places, party, office, what they are called."""
    table = load_callings()
    places = homes.get(person.id, set()) | table.homes.get(person.id, frozenset())
    at, telling = 0, False
    while at < len(words) - 1:
        two, one = " ".join(words[at : at + 2]), words[at]
        if two in table.places or one in table.places:
            name = two if two in table.places else one
            if name not in places:
                return False
            at, telling = at + len(name.split()), True
        elif one in PARTIES:
            if person.party != PARTIES[one]:
                return False
            at += 1
        elif _called(person, [one]):
            at += 1  # 'the *independent* Vermont senator'
        else:
            break
    rest = words[at:]
    return _called(person, rest) or (telling and _in_office(draft, person, rest))


def _called(person: Entity, words: list[str]) -> bool:
    return " ".join(words) in load_callings().callings.get(person.id, frozenset())


def _in_office(draft: Draft, person: Entity, words: list[str]) -> bool:
    """'senator', 'former governor', 'Republican': an office of the person, or the party."""
    past = words[0] in PAST_NOW
    noun = " ".join(words[past:])
    if noun in PARTIES and not past:
        return person.party == PARTIES[noun]
    wanted = load_callings().nouns.get(noun, frozenset())
    if not wanted:
        return False
    return bool(wanted & (_past_offices(draft, person.id) if past else _offices(draft, person.id)))


def _offices(draft: Draft, person: str) -> set[str]:
    """Words of what somebody is, by text and base."""
    titles = draft.knowledge.titles_of(person, draft.document.date)
    told = {word for _, role, who in draft.roles if who == person for word in role}
    before = {
        draft.words[m.start - 1]
        for m in draft.found
        if m.entity_id == person and m.start and m.kind != "role"
    }
    return told | before | {word for title in titles for word in title.split()}


def _past_offices(draft: Draft, person: str) -> set[str]:
    told = {word for _, role, who in draft.past_roles if who == person for word in role}
    date = draft.document.date
    held = [post for post, t in draft.knowledge.offices.get(person, ()) if date and t.end and t.end <= date]
    return told | {word for post in held for word in draft.knowledge.posts[post]["label"].lower().split()}
