"""Where somebody stands by what governs a verb: a promise, a proposal, a plan or bill, "in favour of"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.tokens import Token

from nlp.draft import Draft
from nlp.lexicon.policies import Policies
from nlp.resolve import Reference
from nlp.rules.candidate import actors
from nlp.syntax import VERBAL, children, clause_verb, is_infinitive, own_subjects, prepositional, subjects


@dataclass(frozen=True, slots=True)
class Commitment:
    """Somebody's being for what a verb says, or against it."""

    holders: tuple[Reference, ...]
    predicate: Token  # whose governors decide the mood
    against: bool = False
    judged: bool = False  # as of a candidate: the predicate's own auxiliaries change nothing
    presupposed: bool = False
    undergone: bool = False  # its subject, not its object, is what it happens to ("wants the tax scrapped")
    firm: bool = False  # strong enough for a position on an actor ("vowed to defeat Orrin")


def governed(draft: Draft, policies: Policies, verb: Token, negated: bool) -> Commitment | None:
    """'*promised* to repeal it', '*supports* repealing it', 'her *plan* to repeal it', 'is *keen* to repeal it'."""
    infinitive, gerund = is_infinitive(verb), verb.tag_ == "VBG" and not children(verb, "aux")
    if gerund and (listed := _listed(draft, policies, verb)) is not None:
        return listed
    if not (infinitive or gerund) or (own_subjects(verb) and verb.dep_ != "acl"):
        return None
    if verb.dep_ == "pcomp":
        return _behind_preposition(draft, policies, verb.head, negated) if gerund else None
    if verb.dep_ == "acl":
        return _by_noun(draft, policies, verb, negated) if infinitive else None
    if verb.head.pos_ in VERBAL and verb.dep_ in ("xcomp", "ccomp", "advcl", "dobj"):
        return _by_verb(draft, policies, verb, negated)
    return _by_adjective(draft, policies, verb, negated) if verb.dep_ == "xcomp" and infinitive else None


def _by_adjective(draft: Draft, policies: Policies, verb: Token, negated: bool) -> Commitment | None:
    """'is *determined* to repeal it'."""
    adjective = verb.head
    if not {adjective.lemma_.lower(), adjective.lower_} & policies["ready"]:
        return None
    governor = clause_verb(adjective)
    nouns = own_subjects(governor) if governor is not None else []
    return Commitment(actors(draft, nouns), adjective, negated)


def _by_verb(draft: Draft, policies: Policies, verb: Token, negated: bool) -> Commitment | None:
    """'*promised* to repeal', '*wants* to repeal', '*proposed* repealing', '*opposes* repealing'."""
    above, lemma = verb.head, verb.head.lemma_.lower()
    infinitive, promising = is_infinitive(verb), lemma in policies["promising"]
    against = lemma in policies["against"] and not (infinitive and lemma in policies["to"])
    if not against and lemma not in (policies["to"] if infinitive else policies["ing"]):
        return None
    out = any(c.lower_ == "out" for c in above.children)
    if verb.i < above.i or (lemma == "rule" and not out) or (negated and not promising):
        return None
    if _of_something_else(verb, above, promising):
        return None
    holders = actors(draft, subjects(above, draft.lexicon.governors["controlling"]))
    return Commitment(holders, above, negated ^ against)


def _of_something_else(verb: Token, above: Token, promising: bool) -> bool:
    """'proposed a law *to end* it', 'voted for it *to end* the row', 'pushed *for Orrin to end* it'."""
    if above.lemma_.lower() == "vote" and any(
        c.lower_ in ("for", "against") for c in children(above, "prep")
    ):
        return True
    if verb.dep_ == "advcl" and any(c.lower_ == "for" for c in children(verb, "mark")):
        return True
    taken = [c for c in children(above, "dobj") if c.ent_type_ not in ("DATE", "TIME") and c != verb]
    return bool(taken) and not promising  # but 'promised *Monday* to …', 'promised *voters* to …'


def _behind_preposition(
    draft: Draft, policies: Policies, preposition: Token, negated: bool
) -> Commitment | None:
    """'*called for* repealing', '*is against* repealing', 'is *in favour of* repealing', 'support *for* repealing'."""
    above = preposition.head
    pairs = {f"{word} {preposition.lower_}" for word in (above.lemma_.lower(), above.lower_)}
    against = bool(pairs & policies["against_ing"])
    if negated or not (against or pairs & policies["with_ing"]):
        return None
    if owners := children(above, "poss"):
        return Commitment(actors(draft, owners), above, against, presupposed=True)
    verb = clause_verb(above)
    if verb is None:
        return None
    return Commitment(actors(draft, subjects(verb, draft.lexicon.governors["controlling"])), verb, against)


def _listed(draft: Draft, policies: Policies, verb: Token) -> Commitment | None:
    """'her *promises*: cutting fares, *building* a wall', 'repeated many of her *promises*: *building* …'."""
    noun = verb.head
    if verb.dep_ == "advcl" and noun.pos_ == "VERB" and verb.doc[verb.left_edge.i - 1].text == ":":
        nouns = [n for each in children(noun, "dobj") for n in (each, *prepositional(each, "of"))]
        noun = next((n for n in nouns if n.lemma_.lower() in policies["promises"]), noun)
    if noun.lemma_.lower() not in policies["promises"] or noun.pos_ != "NOUN":
        return None
    if owners := children(noun, "poss"):
        return Commitment(actors(draft, owners), noun, presupposed=True)
    above = clause_verb(noun)
    return Commitment(actors(draft, subjects(above)), above) if above is not None else None


def _by_noun(draft: Draft, policies: Policies, verb: Token, negated: bool) -> Commitment | None:
    """'Vela's *promise* to repeal', 'proposed a *plan* to repeal'."""
    noun = verb.head
    if any(child.lower_ == "no" for child in children(noun, "det")):
        return None  # 'has *no plans* to repeal it'
    if noun.lemma_.lower() in policies["promises"] and (owners := children(noun, "poss")):
        return Commitment(actors(draft, owners), noun, negated, presupposed=True)
    above = noun.head
    if noun.lemma_.lower() in policies["promises"] and noun.dep_ == "dobj" and _carries(draft, above):
        return Commitment(actors(draft, subjects(above)), above, negated)
    owner = plan_owner(draft, policies, verb)
    return replace(owner, against=owner.against ^ negated) if owner is not None else None


def _carries(draft: Draft, verb: Token) -> bool:
    """'*made* a promise to', '*led* the fight to'."""
    return verb.lemma_.lower() in draft.lexicon.nouns["light"]


def plan_owner(draft: Draft, policies: Policies, verb: Token) -> Commitment | None:
    """'*Vela* proposed a bill that would end it', 'opposes a plan to end it', '*Vela's* proposal to end it'."""
    noun = verb.head
    if verb.dep_ not in ("relcl", "acl") or noun.lemma_.lower() not in policies["plans"]:
        return None
    if verb.dep_ == "relcl" and not _describes(verb):
        return None
    if owners := [*children(noun, "poss"), *prepositional(noun, "by"), *prepositional(noun, "from")]:
        return Commitment(actors(draft, owners), noun, presupposed=True)
    above = noun.head
    if noun.dep_ == "pobj" and noun.head.lower_ in ("for", "against") and above.head.lemma_.lower() == "vote":
        return Commitment(actors(draft, subjects(above.head)), above.head, noun.head.lower_ == "against")
    lemma = above.lemma_.lower()
    if noun.dep_ != "dobj" or lemma not in policies["proposing"] | policies["against"]:
        return None
    holders = actors(draft, subjects(above, draft.lexicon.governors["controlling"]))
    return Commitment(holders, above, lemma in policies["against"])


def _describes(clause: Token) -> bool:
    """'a bill *that* would end it', not 'a bill that she would end'."""
    return any(c.lower_ in ("that", "which") for c in children(clause, "nsubj"))
