"""Reporting verbs and who speaks by them."""

from __future__ import annotations

from spacy.tokens import Token

from nlp.draft import Draft
from nlp.syntax import VERBAL, agents, children, is_passive, own_subjects, subjects


def is_cue(draft: Draft, token: Token) -> bool:
    """Whether a verb reports speech or thought."""
    return token.pos_ in VERBAL and token.lemma_.lower() in draft.lexicon.speech["verbs"]


def source_of(draft: Draft, cue: Token) -> Token | None:
    """The one who speaks: subject, or agent of a passive."""
    found = agents(cue) if is_passive(cue) and not own_subjects(cue) else subjects(cue)
    if found and found[0].tag_ == "VBG":  # '*Commenting*, Ada Vela, the whip, said'
        found = [noun for noun in children(found[0], "npadvmod", "dobj", "appos") if noun.pos_ == "PROPN"]
    return found[0] if found else None
