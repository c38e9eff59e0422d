"""Bodies introduced by what they are, "Clear Harbour, an advocacy group", and taken up again: "the group".

A body is of the kind that its apposition, its own name or the knowledge base says. "The group" is the last body of that
kind named within a few sentences; where another of that kind, or one of a kind unknown, stands as near, it is nobody.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from nlp.draft import Draft, Found
from nlp.lexicon.words import load_words
from nlp.quotes import is_cue
from nlp.syntax import children
from records import Entity, slug

BACK = 4  # sentences looked back
INSIDE = frozenset(
    {"of", "the", "for", "and", "to", "in", "on", "&", "-", "a", "'s", "against"}
)  # within a name
OPENING = frozenset({"the", "a", "an", "and", "for", "in", "on", "of", "to", "but", "against", "'s", "-"})
LONGEST = 7  # words of a name
ENDING = frozenset(
    {"VERB", "AUX", "ADP", "PRON", "DET", "CCONJ", "SPACE"}
)  # no words of a phrase before its noun
GENERAL = load_words()["bodies"]["general"]
ALIKE = {"paper": "newspaper", "firm": "company", "newspaper": "paper"}
Kinds = dict[str, set[str]]  # body -> the words that say what it is


def introduced_bodies(draft: Draft) -> None:
    """Note 'Keep the Lamp' in 'Keep the Lamp, a super PAC that …', and wherever the text says it again."""
    found: dict[str, str] = {}
    for noun in _kind_nouns(draft):
        common = noun.dep_ not in ("compound", "nmod") and (noun.text.islower() or noun.text == "PAC")
        articles = ("a", "an", "the") if _told_more(noun) else ("a", "an")
        article = _article(draft, noun, articles) if common else None
        if article is None or article < 2 or draft.words[article - 1] != ",":
            continue
        start = _name_start(draft, article - 1)
        if start is not None:
            name = draft.span_text(start, article - 1)
            found[name] = draft.introduce(Entity(id=slug(name), name=name, type="organization")).id
            for index in range(start, article - 1):
                draft.mention_at.pop(index, None)  # the party word of 'Republican Tide Coalition'
            draft.add(start, article - 1, found[name], "name")
    for name, body in found.items():
        note_everywhere(draft, name.split(), body)


def bodies_again(draft: Draft) -> None:
    """Note 'the group', 'the union', 'the newspaper' as the body of that kind named last."""
    kinds = _kinds(draft)
    for noun in _kind_nouns(draft):
        if noun.i not in draft.mention_at and _again(draft, noun):
            body = _last_of_kind(draft, noun, kinds)
            if body is not None:
                draft.add(noun.i, noun.i + 1, body, "role")


def _kind_nouns(draft: Draft) -> Iterator[Token]:
    words = draft.lexicon.groups["bodies"]
    return (t for t in draft.tokens if draft.words[t.i] in words and t.tag_ in ("NN", "NNP"))


def _told_more(noun: Token) -> bool:
    """'Keep the Lamp, *the* super PAC supporting Vela': the article is definite where more is told behind the noun."""
    return bool(children(noun, "relcl", "acl"))


def _article(draft: Draft, noun: Token, articles: tuple[str, ...] = ("a", "an")) -> int | None:
    """Where '*a* pro-Orrin super PAC' begins; None where none of the articles stands near before."""
    for index in range(noun.i - 1, max(-1, noun.i - 8), -1):
        if draft.words[index] in articles:
            return index
        if draft.tokens[index].pos_ in ENDING or draft.words[index] in (",", ";", ":", "."):
            return None
    return None


def _name_start(draft: Draft, end: int) -> int | None:
    """Where the capitalised name that ends before a comma begins; None where there is none, or it is known."""
    start = end
    while start > 0 and end - start < LONGEST and _may_belong(draft, start - 1):
        token = draft.tokens[start - 1]
        if not (token.text[:1].isupper() or token.lower_ in INSIDE) or (
            token.is_sent_start and token.pos_ == "ADP"
        ):
            break
        start -= 1
        if token.is_sent_start:
            break
    while start < end and draft.words[start] in OPENING:
        start += 1
    if start >= end or end - 1 in draft.mention_at or not draft.tokens[end - 1].text[:1].isupper():
        return None
    person = draft.words[start] in draft.lexicon.given["male"] | draft.lexicon.given["female"]
    return None if person or draft.tokens[end - 1].ent_type_ in ("GPE", "DATE", "NORP") else start


def _may_belong(draft: Draft, index: int) -> bool:
    """Whether a word is free to be part of a name: no other name is, but a party word may be."""
    mention = draft.mention_at.get(index)
    return mention is None or draft.entities[mention.entity_id].type == "party"


def note_everywhere(draft: Draft, words: list[str], body: str) -> None:
    """Note a body wherever the text says these words."""
    texts = [token.text for token in draft.tokens]
    for start in range(len(texts) - len(words) + 1):
        end = start + len(words)
        if texts[start:end] == words and draft.free(start, end):
            draft.add(start, end, body, "name")


def _kinds(draft: Draft) -> Kinds:
    """What each body of the text is: by apposition, by its own name, by the base."""
    words = draft.lexicon.groups["bodies"]
    kinds: Kinds = {}
    for mention in draft.found:
        entity = draft.entities[mention.entity_id]
        if mention.start and draft.words[mention.start - 1] == "-":
            continue  # only the end of a longer name, 'Clear-Tide'
        if entity.type != "organization" or mention.kind not in ("name", "role"):
            continue
        own = kinds.setdefault(entity.id, {w for w in entity.name.lower().split() if w in words})
        own |= {w for w in _described(draft, mention) if w in words}
        row = draft.knowledge.organizations.get(entity.id)
        own |= {str(row.get("classification"))} & words - {"company"} if row is not None else set()
        if entity.name.split()[-1].lower() in draft.lexicon.groups["paper_names"]:
            own.add("newspaper")
    return kinds


def _described(draft: Draft, mention: Found) -> Iterator[str]:
    """'…, an advocacy *group*', 'the advocacy *group* Clear Harbour', '… is a *charity*'."""
    head = draft.tokens[mention.end - 1]
    for noun in children(head, "appos", "compound", "nmod"):
        yield noun.lower_
    if head.dep_ == "appos":
        yield head.head.lower_
    if head.dep_ == "nsubj" and head.head.lemma_ == "be":
        yield from (noun.lower_ for noun in children(head.head, "attr"))
    after = draft.words[mention.end : mention.end + 7]
    if len(after) > 2 and after[0] in (",", "-", "(") and after[1] in ("a", "an", "the"):
        yield from _until_break(after[2:])


def _until_break(words: list[str]) -> Iterator[str]:
    for word in words:
        if word in (",", ".", "of", "that", "which", "for"):
            return
        yield word


def _again(draft: Draft, noun: Token) -> bool:
    """'the group', 'the advocacy group', not 'the group of friends', 'the group that met'."""
    which = {child.lower_ for child in children(noun, "det")}
    others = children(noun, "prep", "relcl", "acl", "poss", "amod", "compound", "nmod", "appos", "nummod")
    others = [other for other in others if other.lower_ != "super"]
    whole = noun.dep_ not in ("compound", "nmod", "amod", "appos", "attr")
    acts = noun.lower_ != "campaign" or (noun.dep_ == "nsubj" and is_cue(draft, noun.head))  # else the race
    return which == {"the"} and not others and whole and acts


def _another(draft: Draft, noun: Token) -> bool:
    """'*a* group of voters' in between: a further one, which the text has not named; not 'Clear Tides, *a* charity'."""
    article = _article(draft, noun)
    return (
        article is not None
        and (article == 0 or article - 2 not in draft.mention_at)
        and noun.i not in draft.mention_at
    )


def _last_of_kind(draft: Draft, noun: Token, kinds: Kinds) -> str | None:
    """The body of that kind named last; nobody where another of the kind stands as near."""
    wanted = (
        draft.lexicon.groups["grouplike"]
        if noun.lower_ in GENERAL
        else {ALIKE.get(noun.lower_, noun.lower_), noun.lower_}
    )
    here = draft.sentence_at[noun.i]
    near = [
        m for m in draft.found_in_order() if m.start < noun.i and here - draft.sentence_at[m.start] <= BACK
    ]
    fitting = [m for m in near if m.kind != "group" and kinds.get(m.entity_id, set()) & wanted]
    if not fitting:
        return None
    last = fitting[-1]
    if any(_another(draft, t) for t in draft.tokens[last.end : noun.i] if draft.words[t.i] in wanted):
        return None
    one_of_many = noun.lower_ == "campaign"
    here = draft.sentence_at[last.start]
    rivals = {m.entity_id for m in fitting if one_of_many or draft.sentence_at[m.start] == here}
    return last.entity_id if rivals == {last.entity_id} else None
