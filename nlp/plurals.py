"""Whom "they" means: people named together, a party or a group; nobody where others, unnamed, could be meant."""

from __future__ import annotations

from spacy.tokens import Token

from nlp.draft import Draft, Found
from nlp.lists import PRIVATE
from nlp.syntax import VERBAL, own_subjects, with_conjuncts

PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
OTHERS = frozenset({"those", "others", "many", "some", "people", "both", "these", "everyone", "anyone"})
NO_ACTORS = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "GPE", "LOC", "FAC"})
NEARNESS = ((0, True), (0, False), (1, True), (2, True), (1, False))
"""Where the antecedent is looked for, in order: how many sentences back, and whether it acts in its clause."""


def resolve_plural(draft: Draft, token: Token) -> None:
    """'They': people named together, a party or a group; the latest that acts in its clause, else the latest near."""
    if token.dep_ == "pobj" and token.head.lower_ == "among":
        return  # "the peers among them"
    thing = _plural_thing(draft, token)
    before = [mention for mention in draft.found_in_order() if mention.start < token.i]
    for distance, acting in NEARNESS:
        found = _nearest(draft, token, before, (distance, acting))
        if thing is not None and (found is None or found[0].i < thing.i):
            draft.same_as[token.i] = thing.i
            return
        if found is not None:
            if _sure(draft, token, *found):
                draft.plural[token.i] = found[1]
            return
    if token.dep_ == "nsubj" and (two := _only_two(draft, token)):
        draft.plural[token.i] = two


def _only_two(draft: Draft, token: Token) -> list[str]:
    """'Vela met Orrin, and *they* agreed': the two people, where these sentences name nobody else and no plural."""
    for back in (0, 1):
        start = token.i
        while start and draft.sentence_at[token.i] - draft.sentence_at[start - 1] <= back:
            start -= 1
        if any(_other_several(draft, noun) for noun in draft.tokens[start : token.i]):
            return []
        near = [draft.mention_at[i].entity_id for i in range(start, token.i) if i in draft.mention_at]
        near = list(dict.fromkeys(near))
        if len(near) > 1:
            people = all(draft.entities[one].type == "person" for one in near)
            quoted = draft.quote_at.get(token.i)
            apart = any(draft.quote_at.get(i) is not quoted for i in range(start, token.i))
            return near if people and len(near) == 2 and not apart and _met(draft, start, token.i) else []
    return []


def _met(draft: Draft, start: int, end: int) -> bool:
    """Whether one of two people is what the other's clause is about: '*Vela* met (with) *Orrin*'."""
    named = [
        t for t in draft.tokens[start:end] if t.i in draft.mention_at and t.dep_ in ("nsubj", "dobj", "pobj")
    ]
    acting = {t.head: draft.entity_of(t) for t in named if t.dep_ == "nsubj"}
    for noun in named:
        verb = noun.head.head if noun.dep_ == "pobj" else noun.head
        shared = noun.dep_ == "dobj" or (
            noun.dep_ == "pobj" and noun.head.lower_ in ("with", "to", "against")
        )
        if shared and acting.get(verb) not in (None, draft.entity_of(noun)):
            return True
    return False


def _other_several(draft: Draft, noun: Token) -> bool:
    """Several without a name who act, or who are people: they could be meant as well."""
    if noun.i in draft.mention_at:
        return False
    people = (
        draft.lexicon.nouns["collectives"] | draft.lexicon.groups["named"] | draft.lexicon.groups["plain"]
    )
    several = noun.tag_ in ("NNS", "NNPS", "CD")
    acting = noun.dep_ in ("nsubj", "nsubjpass") or noun.lemma_.lower() in people | PRIVATE
    return (several and acting) or noun.lower_ in OTHERS | PLURAL


def _nearest(
    draft: Draft, token: Token, before: list[Found], where: tuple[int, bool]
) -> tuple[Token, list[str]] | None:
    """The latest mention so many sentences back that a plural can take up: its head, and who they are."""
    distance, acting = where
    here = draft.sentence_at[token.i] - distance
    for mention in reversed(before):
        head = draft.tokens[mention.end - 1]
        if draft.sentence_at[head.i] < here:
            return None
        if draft.sentence_at[head.i] > here or _acts(head) is not acting:
            continue
        people = _together(draft, mention)
        vague = len(people) == 1 or any(
            _is_group(draft, one) for one in people
        )  # 'from Vela and other donors'
        far = not acting and vague and (distance or head.tag_ == "NN")
        own = token.dep_ != "poss" and first_of(head).head == token.head
        if people and not far and not own:
            return head, people
    return None


def _is_group(draft: Draft, entity_id: str) -> bool:
    return any(m.entity_id == entity_id and m.kind == "group" for m in draft.found)


def _sure(draft: Draft, token: Token, head: Token, people: list[str]) -> bool:
    """Whether nobody else can be meant: neither the unnamed who act around the pronoun, nor others in between."""
    acting = _acting_around(token)
    itself = head in acting or first_of(head) in acting
    if any(unnamed(draft, noun) for noun in acting) or (itself and token.dep_ in ("dobj", "pobj")):
        return False
    if len(people) > 1:
        return not _elsewhere(draft, token, head)
    return itself or not (_unsaid(draft, head, token) or _others_between(draft, head, token))


def _elsewhere(draft: Draft, token: Token, head: Token) -> bool:
    """Whether people named together stand outside the pronoun's quotation, or something unnamed is nearer to it."""
    here = head.sent == token.sent
    outside = draft.quote_at.get(token.i) not in (None, draft.quote_at.get(head.i))
    thing = token.dep_ in ("dobj", "pobj") and _others_between(draft, token.doc[token.sent.start], token)
    return outside if here else thing


def _acting_around(token: Token) -> list[Token]:
    """'*Nurses* say at rallies that *they* …': the subject of the nearest clause around the pronoun."""
    for ancestor in token.ancestors:
        subjects = [s for s in own_subjects(ancestor) if s != token] if ancestor.pos_ in VERBAL else []
        if subjects:
            return subjects
    return []


def unnamed(draft: Draft, noun: Token) -> bool:
    """'critics', 'those', 'many': several of whom nobody is known."""
    if noun.i in draft.mention_at or noun.ent_type_ in NO_ACTORS:
        return False
    return noun.tag_ in ("NNS", "NNPS") or noun.lower_ in OTHERS


def _others_between(draft: Draft, head: Token, token: Token) -> bool:
    return any(unnamed(draft, noun) for noun in draft.tokens[head.i + 1 : token.i])


def _unsaid(draft: Draft, head: Token, token: Token) -> bool:
    """Whether a 'they' in between means nobody who is known: then this one, likely the same, does neither."""
    return any(
        draft.words[index] in PLURAL and index not in draft.plural and index not in draft.same_as
        for index in range(head.i + 1, token.i)
    )


def _plural_thing(draft: Draft, token: Token) -> Token | None:
    """'Asked about *the claims*, Vela rejected them': the nearest plural noun of words or deeds in the sentence."""
    if token.dep_ != "dobj" or token.head.lemma_.lower() in draft.lexicon.governors["controlling"]:
        return None  # 'prompting *them* to leave': no claims leave
    for noun in reversed(draft.tokens[token.sent.start : token.i]):
        inherited = noun.tag_ == "NNS" and noun.lemma_.lower() in draft.lexicon.nouns["inherited"]
        if inherited and not noun.is_ancestor(token):
            return noun
    return None


def _acts(noun: Token) -> bool:
    """Whether a noun is, or is joined to, the subject of a clause."""
    return first_of(noun).dep_ in ("nsubj", "nsubjpass") or noun in own_subjects(noun.sent.root)


def _together(draft: Draft, mention: Found) -> list[str]:
    """The entities that a plural pronoun can take from a mention and what is joined to it."""
    head = draft.doc[mention.end - 1]
    subjects = own_subjects(head.sent.root)
    row = subjects if head in subjects else with_conjuncts(first_of(head))
    joined = list(dict.fromkeys(e for noun in row if (e := draft.entity_of(noun)) is not None))
    if len(joined) > 1:
        return joined
    plural = draft.entities[mention.entity_id].type == "party" or mention.kind == "group"
    return [mention.entity_id] if plural and mention.kind != "role" else []


def first_of(noun: Token) -> Token:
    """The first of a row of conjuncts."""
    while noun.dep_ == "conj":
        noun = noun.head
    return noun
