"""Positions on policies: by a promise or plan to end or make them, and by words of support and opposition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Token

from nlp.draft import Draft
from nlp.issues import issue_of, lemma_of, tax_change
from nlp.lexicon import Frame
from nlp.lexicon.policies import Policies, load_policies
from nlp.resolve import Reference, actors_of, targets_of
from nlp.rules.candidate import Candidate, actors
from nlp.rules.commitments import commitment_of, in_own_words
from nlp.rules.frames import frames_at, slots_of
from nlp.rules.promises import Commitment
from nlp.syntax import VERBAL, children, is_infinitive, is_passive, own_subjects, prepositional
from nlp.things import Thing

AGAINST, FOR = "opposed", "backed"
NOUNS = ("NOUN", "PROPN")
TIMES = frozenset({"after", "since", "before"})  # what happened then did, whatever governs the preposition
PARTS = frozenset({"much", "most", "some", "part", "parts", "all", "any", "many"})
OWN = "own"  # kind of the frames that are these rules' only


def policy_pledge(draft: Draft, token: Token) -> Iterator[Candidate]:
    """'Vela *promised to repeal* the tax', 'her plan to *build* a harbour wall', 'Vela would *expand* tax credits'."""
    policies, lemma = load_policies(), token.lemma_.lower()
    to_things, to_actors = (policies.frames[table].get(lemma, ()) for table in ("to_things", "to_actors"))
    if token.pos_ != "VERB" or not (to_things or to_actors):
        return
    commitment = commitment_of(draft, policies, token)
    if commitment is None:
        return
    yield from _about_things(draft, policies, token, to_things, commitment)
    if to_actors and commitment.firm:
        yield from _about_actors(draft, token, to_actors, commitment)


def _about_things(
    draft: Draft, policies: Policies, token: Token, frames: Iterable[Frame], commitment: Commitment
) -> Iterator[Candidate]:
    for frame in frames:
        slots = slots_of(draft, frame, token)
        if slots is None or (is_passive(token) and slots.actors):
            continue
        nouns = own_subjects(token) if commitment.undergone else slots.targets or _gap(commitment)
        for_it, against_it = _sorted(draft, policies, frame, token, nouns)
        for name, targets in ((FOR, for_it), (AGAINST, against_it)):
            if targets:
                yield _candidate(draft, commitment, name, targets, slots.cue)
        return


def _about_actors(
    draft: Draft, token: Token, frames: Iterable[Frame], commitment: Commitment
) -> Iterator[Candidate]:
    """'vowed to *defeat* Orrin', '“we must *stop* the Lanterns”'."""
    for frame in frames:
        slots = slots_of(draft, frame, token)
        if slots is not None and not is_passive(token):
            targets = tuple(r for n in slots.targets for r in actors_of(draft, n) if not r.inherited)
            if targets:
                yield _candidate(draft, commitment, frame.relation.name, targets, slots.cue)
            return


def _candidate(
    draft: Draft, commitment: Commitment, name: str, targets: tuple[Reference, ...], cue: tuple[int, int]
) -> Candidate:
    turned = {FOR: AGAINST, AGAINST: FOR}[name]
    relation = draft.lexicon.relations[turned if commitment.against else name]
    return Candidate(
        relation,
        commitment.holders,
        targets,
        commitment.predicate,
        cue,
        judged=commitment.judged,
        presupposed=commitment.presupposed,
    )


def _sorted(
    draft: Draft, policies: Policies, frame: Frame, verb: Token, nouns: Iterable[Token]
) -> tuple[tuple[Reference, ...], tuple[Reference, ...]]:
    """What somebody who does this is for, and what against."""
    for_it: list[Reference] = []
    against_it: list[Reference] = []
    makes = frame.relation.name == FOR
    strange = policies.tables["idioms"].get(frame.head, frozenset())
    for noun in map(_whole, nouns):
        if lemma_of(noun) in strange:
            continue
        if change := tax_change(draft, policies, verb, noun):
            for_it.append(_noted(draft, noun, change))
        elif thing := issue_of(draft, policies, noun, "made" if makes else "ended"):
            (for_it if makes else against_it).append(_noted(draft, noun, thing))
    return tuple(for_it), tuple(against_it)


def _whole(noun: Token) -> Token:
    """'repeal *much* of the act': the act."""
    wholes = prepositional(noun, "of") if noun.lower_ in PARTS else []
    return wholes[0] if wholes else noun


def _gap(commitment: Commitment) -> list[Token]:
    """'the wall that Vela promised to *build*': what a relative clause describes."""
    clause = commitment.predicate
    described = clause.dep_ == "relcl" and own_subjects(clause) and clause.head not in own_subjects(clause)
    return [clause.head] if described and not children(clause, "dobj") else []


def policy_stance(draft: Draft, token: Token) -> Iterator[Candidate]:
    """'Vela *supports* abortion rights', 'her *opposition to* the fuel tax', 'her *fight for* child care'."""
    policies = load_policies()
    if token.pos_ == "VERB" and is_infinitive(token):
        return  # "promised to support" is a pledge
    for frame, nouns, holders, cue in _expressed(draft, policies, token):
        strange = policies.tables["idioms"].get(frame.head, frozenset())
        named = [n for n in map(_whole, nouns) if n.pos_ in NOUNS and lemma_of(n) not in strange]
        if frame.kind != OWN and any(targets_of(draft, n, frame.relation.target) for n in named):
            return  # another rule's
        things = [(n, issue_of(draft, policies, n)) for n in named]
        references = [_noted(draft, n, thing) for n, thing in things if thing is not None]
        found = [h for h in actors(draft, holders) if in_own_words(draft, token, h)] if references else []
        if found:
            told = token.pos_ == "NOUN" or (token.dep_ == "pcomp" and token.head.lower_ in TIMES)
            yield Candidate(frame.relation, tuple(found), tuple(references), token, cue, presupposed=told)
            return


Expressed = tuple[Frame, list[Token], list[Token], tuple[int, int]]


def _expressed(draft: Draft, policies: Policies, token: Token) -> Iterator[Expressed]:
    """The frames of a word that may be about a policy, with the nouns in their places."""
    if token.pos_ in VERBAL:
        yield from _by_verb(draft, policies, token)
    elif token.pos_ == "NOUN" and token.i not in draft.mention_at:
        yield from _by_noun(draft, policies, token)
    elif token.pos_ == "ADJ" and token.dep_ == "acomp":
        for frame in draft.lexicon.adjective_frames.get(token.lemma_.lower(), ()):
            if _may(policies, frame):
                nouns = [n for word in frame.words for n in prepositional(token, word)]
                yield frame, nouns, own_subjects(token.head), (token.i, token.i + 1)


def _by_verb(draft: Draft, policies: Policies, token: Token) -> Iterator[Expressed]:
    lemma = token.lemma_.lower()
    known = [
        f for f in frames_at(draft, token, draft.lexicon.verb_frames.get(lemma, ())) if _may(policies, f)
    ]
    own = [replace(f, kind=OWN) for f in frames_at(draft, token, policies.frames["done"].get(lemma, ()))]
    for frame in (*known, *own):
        slots = slots_of(draft, frame, token) if frame.kind in ("verbs", "phrases", OWN) else None
        described = token.dep_ == "relcl" and bool(children(token, "xcomp", "ccomp"))
        if slots is not None and not (described and token.head in slots.targets):
            yield frame, slots.targets, slots.actors, slots.cue


def _by_noun(draft: Draft, policies: Policies, token: Token) -> Iterator[Expressed]:
    """'Vela's *opposition to* the tax', 'Vela, an *opponent of* the tax', 'her *fight for* child care'."""
    lemma, lexicon = token.lemma_.lower(), draft.lexicon
    owners = [*children(token, "poss"), *prepositional(token, "by"), *prepositional(token, "from")]
    borne = [token.head] if token.dep_ == "appos" else []
    if token.dep_ == "attr" and token.head.lemma_ == "be":
        borne = own_subjects(token.head)
    groups = (
        (owners, (*_own(draft, policies, token), *lexicon.noun_frames.get(lemma, ()))),
        (borne, lexicon.bearer_frames.get(lemma, ())),
    )
    for holders, frames in groups:
        for frame in frames if holders else ():
            if _may(policies, frame):
                nouns = [n for word in frame.words for n in prepositional(token, word)]
                yield frame, nouns, holders, (token.i, token.i + 1)


def _own(draft: Draft, policies: Policies, token: Token) -> list[Frame]:
    """'her *fight for* child care': nouns of working for something."""
    lemma = token.lemma_.lower()
    if lemma not in policies["efforts"]:
        return []
    return [Frame(draft.lexicon.relations[FOR], OWN, lemma, ("for",))]


def _may(policies: Policies, frame: Frame) -> bool:
    return frame.relation.name in policies["relations"]


def _noted(draft: Draft, noun: Token, thing: Thing) -> Reference:
    entity, start, end = thing
    return Reference(draft.introduce(entity).id, start, end, head=noun.i)
