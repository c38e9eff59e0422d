"""Who stands for doing what a verb says: by a promise, a proposal, a plan of theirs, or their platform.

"Vela promised to *repeal* the tax", "Vela's plan to *repeal* it", "Vela would *repeal* it" say where Vela stands,
although nothing is repealed yet; "Vela may repeal it", "if Vela repealed it" do not.
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from nlp.draft import Draft
from nlp.lexicon.policies import Policies, load_policies
from nlp.quotes import asserters
from nlp.resolve import Reference
from nlp.rules.candidate import actors
from nlp.rules.promises import Commitment, governed, plan_owner
from nlp.syntax import (
    children,
    is_infinitive,
    is_passive,
    own_subjects,
    subjects,
)

PLATFORM = frozenset({"would", "'d", "’d"})
OBLIGED = frozenset({"should", "must", "ought"})
ANNOUNCED = frozenset({"will", "'ll", "’ll", "wo", "shall"})
BEING = frozenset({"am", "'m", "’m", "are", "'re", "’re", "is", "'s", "’s"})
CLIMB = 4  # verbs between the promise and what is promised


def commitment_of(draft: Draft, policies: Policies, verb: Token) -> Commitment | None:
    """Whoever stands for what a verb says; None where nobody who can be resolved does."""
    first, negated = _first_joined(verb), False
    if first is None or _conditional(draft, first) or _no_longer(verb):
        return None
    for _ in range(CLIMB):
        negated ^= bool(children(first, "neg"))
        ways = (way(draft, policies, first, negated) for way in (_declared, _obliged, _wished, governed))
        found = next((each for each in ways if each is not None), None)
        if found is not None:
            holders = tuple(h for h in found.holders if in_own_words(draft, verb, h))
            firm = _firm(policies, found, first)
            return replace(found, holders=holders, firm=firm) if holders else None
        if not _passes(policies, first):
            return None
        first = first.head
    return None


def _first_joined(verb: Token) -> Token | None:
    """'promised to cut fares and *expand* the fleet': the first of verbs joined in one form."""
    for _ in range(CLIMB):
        above = verb.head
        if (beside := _beside(verb)) is not None:
            return beside
        if verb.dep_ == "advcl" and verb.tag_ == above.tag_ == "VBG" and not children(verb, "mark", "advmod"):
            verb = above  # 'promised: cutting fares, *building* a wall'
            continue
        if not _shares(verb, above):
            return verb
        if children(above, "neg") and not any(c.lower_ in ("or", "nor") for c in children(above, "cc")):
            return None  # 'would not cut fares but *expand* …'
        verb = above
    return verb


def _shares(verb: Token, above: Token) -> bool:
    """Whether a joined verb has no subject or auxiliary of its own."""
    if verb.dep_ != "conj" or above.tag_ != verb.tag_ or above.pos_ != "VERB" or own_subjects(verb):
        return False
    return is_infinitive(verb) or not children(verb, "aux")


def _beside(verb: Token) -> Token | None:
    """'wants to cut fares, mend roads and *build* a wall': the parser may join the last infinitive to "wants"."""
    above = verb.head
    if verb.dep_ != "conj" or verb.tag_ != "VB" or above.tag_ == "VB" or children(verb, "aux", "nsubj"):
        return None
    holders = (above, *children(above, "dobj"))
    clauses = [
        c for each in holders for c in children(each, "xcomp", "acl") if is_infinitive(c) and c.i < verb.i
    ]
    return clauses[0] if clauses else None


def in_own_words(draft: Draft, token: Token, holder: Reference) -> bool:
    """Whether the text or the holder says so; what rivals say that somebody wants is often a distortion."""
    if draft.tokens[holder.end - 1].lemma_.lower() in load_policies()["crowd"]:
        return False
    found = asserters(draft, token)[:1]
    if not found:
        return token.i not in draft.quote_at
    return all(source == holder.entity_id for _, _, source in found)


def _no_longer(verb: Token) -> bool:
    return any(c.lower_ == "longer" for c in children(verb, "advmod"))


def _firm(policies: Policies, commitment: Commitment, verb: Token) -> bool:
    word = obliging(policies, verb) or commitment.predicate
    return word.lemma_.lower() in policies["firm"] or word.lower_ in policies["firm"]


def _passes(policies: Policies, verb: Token) -> bool:
    """'promised to begin *building*', 'wants to help *build*'."""
    above = verb.head
    return (
        verb.dep_ in ("xcomp", "ccomp", "advcl", "pcomp")
        and above.pos_ == "VERB"
        and above.lemma_.lower() in policies["through"]
        and not own_subjects(verb)
    )


def _conditional(draft: Draft, verb: Token) -> bool:
    """'*if* she repealed it', '*how* she would repeal it', '*what* she would repeal'."""
    marks = draft.lexicon.governors["conditional_marks"]
    if any(c.lower_ in marks or c.tag_ == "WRB" for c in children(verb, "mark", "advmod")):
        return True
    return any(c.tag_ == "WP" for c in children(verb, "dobj", "nsubj")) or _bargained(verb)


def _bargained(verb: Token) -> bool:
    """'would reject it *only if* …'; but 'would repeal it *if* elected' is a promise."""
    for clause in children(verb, "advcl"):
        if {"only", "if"} <= {token.lower_ for token in children(clause, "mark", "advmod")}:
            return True
    return False


# ── in the verb's own clause ────────────────────────────────────────────────────────────────────────────────────────


def _declared(draft: Draft, policies: Policies, verb: Token, negated: bool) -> Commitment | None:
    """'Vela *would* repeal the tax', '“I *will* repeal it,” Vela said', '“we *are going to* repeal it”'."""
    words = {c.lower_ for c in children(verb, "aux")}
    going = verb.lemma_.lower() == "go" and verb.tag_ == "VBG" and bool(words & BEING)
    if not (going or (verb.tag_ == "VB" and words & (PLATFORM | ANNOUNCED))) or "have" in words:
        return None
    owner = plan_owner(draft, policies, verb)
    if owner is not None:
        return replace(owner, against=owner.against ^ negated)
    holders = actors(draft, own_subjects(verb) or subjects(verb))
    holders = tuple(h for h in holders if not h.inherited or _is_plan(draft, policies, h))
    announced = going or bool(words & ANNOUNCED)
    said = {source for _, _, source in asserters(draft, verb)[:1]}
    if said:
        holders = tuple(h for h in holders if h.entity_id in said)
    elif announced:
        return None
    return Commitment(holders, verb, negated, judged=True)


def _is_plan(draft: Draft, policies: Policies, reference: Reference) -> bool:
    """'Vela's *plan* would …' is Vela's position, 'Vela's election would …' nobody's."""
    return draft.tokens[reference.head].lemma_.lower() in policies["plans"]


def _obliged(draft: Draft, policies: Policies, verb: Token, negated: bool) -> Commitment | None:
    """'“we *must* repeal it,” Vela said', 'Vela says the tax *should* be repealed', 'we *need to* repeal it'."""
    word = obliging(policies, verb)
    if word is None:
        return None
    sources = [source for _, source, _ in asserters(draft, verb)[:1] if source is not None]
    holders = actors(draft, sources)
    modal = word.tag_ == "MD"
    if word.i in draft.pronouns or (negated and not modal):
        return None
    return Commitment(holders, verb if modal else word, negated, judged=modal, undergone=is_passive(verb))


def obliging(policies: Policies, verb: Token) -> Token | None:
    """'we *must* act', 'Orrin *needs* to go': the word that says it must be done, if there is one."""
    auxiliaries = children(verb, "aux")
    modal = next((c for c in auxiliaries if c.lower_ in OBLIGED and c.tag_ == "MD"), None)
    if modal is not None:
        return None if modal.i > verb.i or any(c.lower_ == "have" for c in auxiliaries) else modal
    above = verb.head
    if verb.dep_ != "xcomp" or not is_infinitive(verb) or above.lemma_.lower() not in policies["obliging"]:
        return None
    free = not any(c.dep_ in ("neg", "dobj") or c.lower_ == "yet" for c in above.children)
    now = above.tag_ in ("VBZ", "VBP", "VB") or (above.tag_ == "VBN" and above.lemma_.lower() == "get")
    return above if free and now and own_subjects(above) else None


def _wished(draft: Draft, policies: Policies, verb: Token, negated: bool) -> Commitment | None:
    """'Vela *wants* the tax scrapped', '*called for* the tax to be scrapped': what shall be done to a thing."""
    above, nouns = verb.head, own_subjects(verb)
    if negated or not nouns or verb.dep_ not in ("ccomp", "advcl", "xcomp") or children(verb, "dobj"):
        return None
    done = is_passive(verb) or (verb.tag_ in ("VBD", "VBN") and not children(verb, "aux", "mark"))
    lemma = above.lemma_.lower()
    called = lemma == "call" and any(c.lower_ == "for" for c in children(verb, "mark"))
    wanted = lemma in policies["wanting"] and nouns[0].i > above.i
    if not (done and (called or wanted)):
        return None
    return Commitment(actors(draft, subjects(above)), above, undergone=True)
