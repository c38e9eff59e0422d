"""Whom a relative word or a description repeats: "Vela, *who* …", "Ada Vela, a coastal *Democrat* who …"."""

from __future__ import annotations

from spacy.tokens import Token

from nlp.draft import Draft
from nlp.meant import person_meant
from nlp.plurals import first_of
from nlp.syntax import RELATIVES, children
from records import ACTOR_TYPES

ANYBODY = frozenset({"anyone", "anybody", "someone", "somebody", "everyone", "everybody", "nobody", "those"})
CLIMBS = 3  # nouns between a person and a "who" that is theirs


def stand_in(draft: Draft, token: Token) -> Token | None:
    """The noun that a relative word or a "them" repeats; the token itself where a relative word has none."""
    if token.i in draft.same_as:
        return draft.tokens[draft.same_as[token.i]]
    if token.lower_ in RELATIVES and token.tag_ in ("WDT", "WP", "WP$", "IN"):
        return _antecedent(draft, token) or token
    return None


def described(draft: Draft, token: Token) -> Token | None:
    """'Ada Vela, a coastal *Democrat* who …', 'Clear Harbour, a *union* that …': the one described.

    None where the noun names somebody itself.
    """
    if (body := _body_before(draft, token)) is not None:
        return body
    noun = first_of(token)
    if noun.dep_ != "appos" or token.tag_ not in ("NN", "NNP") or noun.head.pos_ != "PROPN":
        return None
    mention, own = draft.mention_at.get(noun.head.i), draft.mention_at.get(token.i)
    if mention is None or mention.kind not in ("name", "surname"):
        return None
    kind = draft.entities[mention.entity_id].type
    named = own is not None and draft.entities[own.entity_id].type == "person"
    if kind not in ACTOR_TYPES or named or not _introduces(noun):
        return None
    fits = kind == "person" or token.lower_ in draft.lexicon.groups["bodies"]
    return noun.head if fits else None


def _body_before(draft: Draft, noun: Token) -> Token | None:
    """'Keep the Lamp, the super *PAC* supporting Vela': by the comma, wherever the parser hangs the noun."""
    before = noun.left_edge.i - 2
    if before < 0 or noun.doc[before + 1].text != "," or noun.lower_ not in draft.lexicon.groups["bodies"]:
        return None
    mention = draft.mention_at.get(before)
    if (
        mention is None
        or mention.kind != "name"
        or noun.i in draft.mention_at
        or noun.tag_ not in ("NN", "NNP")
    ):
        return None
    return draft.tokens[before] if draft.entities[mention.entity_id].type == "organization" else None


def _introduces(noun: Token) -> bool:
    """'Vela, *a* Democrat', 'Vela, mega-donor and …': an article, or nothing but a comma between."""
    articles = {child.lower_ for child in children(noun, "det")}
    if articles:
        return bool(articles & {"a", "an", "the"})
    between = noun.doc[noun.head.i + 1 : noun.i]
    return len(between) > 0 and between[0].text == "," and not any(t.pos_ == "VERB" for t in between)


def _antecedent(draft: Draft, relative: Token) -> Token | None:
    """'Vela, *who* …': the noun that the relative clause describes."""
    for ancestor in (relative, *relative.ancestors):
        if ancestor.dep_ == "relcl":
            noun = person_meant(relative, ancestor.head)
            if _of_two(draft, relative, noun):
                return None
            if relative.lower_ in ("who", "whom"):
                noun = _before_time(draft, noun) or _person_above(draft, noun)
            return _said_to_be(draft, noun) or (noun.head if _denied(noun) else noun)
    return None


def _of_two(draft: Draft, relative: Token, noun: Token) -> bool:
    """'Vela, a backer of *Orrin*, who …': either may be meant."""
    described = noun.head.head
    if noun.dep_ != "pobj" or described.dep_ != "appos" or relative.lower_ not in ("who", "whom", "whose"):
        return False
    people = (draft.mention_at.get(token.i) for token in (noun, described.head))
    named = [mention is not None and draft.entities[mention.entity_id].type == "person" for mention in people]
    return all(named) and draft.words[relative.i - 1] == ","


def _denied(noun: Token) -> bool:
    """'Vela, *not Orrin*, who …'."""
    return noun.dep_ == "appos" and noun.left_edge.i > 0 and noun.doc[noun.left_edge.i - 1].lower_ == "not"


def _before_time(draft: Draft, noun: Token) -> Token | None:
    """'re-elect *Orrin* this year, who …': no day or year is a "who"."""
    before = noun.left_edge.i - 1
    if noun.ent_type_ not in ("DATE", "TIME") or before not in draft.mention_at:
        return None
    return draft.tokens[before]


def _person_above(draft: Draft, noun: Token) -> Token:
    """'Ada Vela, founder of a *hedge fund* who backs Orrin': no fund is a "who"."""
    for _ in range(CLIMBS):
        whole = noun.head.head
        anybody = whole.lower_ in ANYBODY and noun.i not in draft.mention_at  # '*anyone* in an inquiry who …'
        lifeless = noun.tag_ == "NN" and noun.lower_ in draft.lexicon.relatives["lifeless"]
        if not (lifeless or anybody) or noun.dep_ != "pobj" or whole.pos_ not in ("NOUN", "PROPN", "PRON"):
            break
        noun = whole
    return noun


def _said_to_be(draft: Draft, noun: Token) -> Token | None:
    """'Orrin is a *man* who attacked Vela': the one who is said to be so; None where nobody is."""
    verb = noun.head
    if noun.dep_ != "attr" or verb.lemma_ != "be" or noun.tag_ != "NN" or children(verb, "neg", "expl"):
        return None
    article = any(child.lower_ in ("a", "an") for child in children(noun, "det"))
    subjects = children(verb, "nsubj")
    known = len(subjects) == 1 and draft.entity_of(subjects[0]) is not None
    return subjects[0] if article and known else None
