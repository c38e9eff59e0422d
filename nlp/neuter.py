"""What "it" and "its" mean: an organization, where the grammar leaves no doubt; else nothing.

"It" only as the subject of what the organization itself says it does ("Labour said *it* opposed"), of a verb that
things cannot do; "its" only beside the organization as the subject of the same clause ("Labour published *its* plan").
"""

from __future__ import annotations

from spacy.tokens import Token

from nlp.draft import Draft
from nlp.quotes import is_cue
from nlp.syntax import children, clause_verb, own_subjects

NEUTER = frozenset({"it", "its", "itself"})


def organization_meant(draft: Draft, token: Token) -> str | None:
    """The organization that a neuter pronoun means, None where there is any doubt."""
    verb = clause_verb(token)
    if verb is None or draft.quote_at.get(verb.i) is not draft.quote_at.get(token.i):
        return None
    if token.dep_ == "nsubj":
        saying = verb.head
        said = verb.dep_ == "ccomp" and is_cue(draft, saying) and _can_act(draft, verb)
        return _only_organization(draft, saying, token) if said else None
    own = token.dep_ == "poss" or token.lower_ == "itself"
    return _only_organization(draft, verb, token) if own else None


def _can_act(draft: Draft, verb: Token) -> bool:
    """'it opposed', not 'it was time' or 'it would cost'."""
    lemma = verb.lemma_.lower()
    known = lemma in draft.lexicon.countries["acts"] or lemma in draft.lexicon.speech["verbs"]
    return known and not children(verb, "acomp", "expl")


def _only_organization(draft: Draft, verb: Token, pronoun: Token) -> str | None:
    """The one organization or party that is the subject of a verb and stands before the pronoun."""
    subjects = own_subjects(verb)
    if len(subjects) != 1 or subjects[0].i > pronoun.i or subjects[0].tag_ in ("NNS", "NNPS"):
        return None
    entity_id = draft.entity_of(subjects[0])
    if entity_id is None or draft.entities[entity_id].type not in ("organization", "party", "inquiry"):
        return None
    return entity_id
