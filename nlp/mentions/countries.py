"""Countries as actors: "Russia condemned", "criticism of Iran", "China's foreign ministry".

A country's name is mostly a place and then no mention of anybody. It stands for the government only where the grammar
around it makes it act, answer or be answered: the closed lists of `names.toml`.
"""

from __future__ import annotations

from spacy.tokens import Token

from nlp.draft import Draft
from nlp.names import Names
from nlp.syntax import children

COUNTRY = "country"  # the note in the knowledge base of a name that is a place first


def is_country(draft: Draft, name: str, entity_id: str) -> bool:
    """Whether this name of a government is a place first: "Russia", "Moscow"; not "Kremlin"."""
    return draft.knowledge.notes.get((name, entity_id)) == COUNTRY


def stands_for_government(draft: Draft, token: Token, start: int) -> bool:
    """Whether a country's name is somebody who acts or is dealt with: 'Russia *condemned*', '*condemned* Russia'.

    Args:
        draft: The document being read.
        token: The last word of the name.
        start: Where the name begins.
    """
    if token.dep_ == "conj" and token.head.pos_ == "PROPN":
        return stands_for_government(draft, token.head, token.head.i)
    others = [word for word in children(token, "amod", "compound", "nummod") if word.i < start]
    if others or token.pos_ != "PROPN":
        return False  # 'white America'
    words, head = draft.lexicon.countries, token.head
    verb = head.lemma_.lower()
    if token.dep_ == "nsubj":
        return (verb in words["acts"] and not children(head, "prt")) or _feels(draft, head)
    if token.dep_ in ("dobj", "nsubjpass"):
        return verb in words["undergoes"] and not children(head, "prt")
    if token.dep_ == "pobj":
        above = head.head if head.dep_ != "conj" else head.head.head  # 'from Berlin and *from* Moscow'
        if head.dep_ == "agent":
            return above.lemma_.lower() in words["acts"]
        nouns = (
            above,
            *children(above, "dobj"),
        )  # the parser may hang 'from' on the verb of 'drew criticism from'
        return any(f"{noun.lemma_.lower()} {head.lower_}" in words["towards"] for noun in nouns)
    return token.dep_ == "poss" and verb in words["owns"]


def _feels(draft: Draft, verb: Token) -> bool:
    """'Russia *is concerned* about Orrin', tagged as an adjective or as a passive."""
    if verb.lemma_ == "be":
        return any(child.lower_ in draft.lexicon.countries["feels"] for child in children(verb, "acomp"))
    return verb.tag_ == "VBN" and verb.lower_ in draft.lexicon.countries["feels"]


def ministries(draft: Draft, names: Names) -> None:
    """'Iran's foreign ministry', 'the Iranian Foreign Ministry': the government speaks."""
    for token in draft.tokens:
        if draft.words[token.i] not in draft.lexicon.countries["bodies"] or token.i in draft.mention_at:
            continue
        if token.tag_ not in ("NN", "NNP"):
            continue
        for word in children(token, "poss", "amod", "compound", "nmod"):
            government = names.nations.get(word.lower_)
            if government is not None and draft.free(word.i, token.i + 1):
                draft.know(government)
                draft.add(word.i, token.i + 1, government, "name")
                break
