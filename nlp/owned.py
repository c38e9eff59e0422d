"""What is judged for its owner: "Vela's toughness", "mocked her spelling", but not "her driver" or "her garden"."""

from __future__ import annotations

from spacy.tokens import Token

from nlp.draft import Draft
from nlp.lexicon.words import load_words
from nlp.syntax import children, prepositional

PERSONAL = ("er", "or", "ist", "ian", "ant", "man", "woman", "men", "women")
"""How words for people end; what is lost with them ("her letter") is listed as `inherited`."""
FOLLOWINGS = load_words()["groups"]["followings"]
MULTIPLES = frozenset({"times", "twice", "half"})


def is_quality(draft: Draft, noun: Token) -> bool:
    """'Vela's *toughness*', 'his *dynamism*': a quality of somebody, by how the word ends."""
    word = noun.lemma_.lower()
    ends = any(word.endswith(ending) for ending in draft.lexicon.nouns["quality_endings"])
    return ends and word not in draft.lexicon.nouns["no_qualities"] and noun.pos_ == "NOUN"


def owner_of(draft: Draft, token: Token) -> list[Token]:
    """Whose something is that is no person, body or thing: 'Vela's *spelling*', 'her *dodging* of the vote'."""
    owners = children(token, "poss")
    gerund = token.tag_ == "VBG"
    if not owners or token.i in draft.mention_at or not (gerund or token.pos_ == "NOUN"):
        return []
    return owners[:1] if gerund or not _stands_alone(draft, token) else []


def _stands_alone(draft: Draft, noun: Token) -> bool:
    """'Vela's *driver*', 'her *party*', 'her harbour *bill*': judged by itself, whosever it is."""
    word, lexicon = noun.lemma_.lower(), draft.lexicon
    people = (
        lexicon.role_nouns,
        lexicon.bearer_frames,
        lexicon.groups["bodies"],
        lexicon.relatives["nouns"],
    )
    named = word in lexicon.nouns["things"] or word in lexicon.nouns["apart"]
    return named or any(word in words for words in people) or word.endswith(PERSONAL)


def is_following(noun: Token) -> bool:
    """'Orrin's *soft support*', 'three *times* the support of Orrin': what Orrin has, not what he gives."""
    if noun.lemma_.lower() != "support" or not (children(noun, "poss") or prepositional(noun, "of")):
        return False
    kinds = {child.lower_ for child in children(noun, "amod", "compound")}
    times = {t.lower_ for child in children(noun, "nummod", "predet", "npadvmod") for t in child.subtree}
    return bool(kinds & FOLLOWINGS or times & MULTIPLES)
