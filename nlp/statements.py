"""From candidates to statements: mood, voice, evidence and identity."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product

from nlp.clauses import ONLY, is_present
from nlp.confidence import circumstances, confidence
from nlp.draft import Draft
from nlp.lexicon import Relation
from nlp.lexicon.words import load_words
from nlp.modality import Mood, attempted, committed, mood_of
from nlp.quotes import asserters
from nlp.resolve import Reference
from nlp.rules import Candidate, Dispatch
from nlp.syntax import children
from records import ACTOR_TYPES, Statement, digest

COMMITMENTS = frozenset(
    {
        "backed",
        "opposed",
        "rejected",
        "defended",
        "raised money for",
        "fought",
        "dismissed",
        "threatened",
        "challenged",
    }
)
"""Relations that a promise is enough for: who vows to oppose a bill opposes it, who vows to mock it does not yet."""

TRIED = frozenset(
    {"opposed", "fought", "rejected", "dismissed", "threatened", "attacked", "challenged", "blamed"}
)
"""Relations that an attempt is enough for."""

STANDING = frozenset({"backed", "agreed with"})
"""Relations whose denial in the present is opposition."""

FRIENDS = load_words()["moods"]["friends"]
DEEDS = load_words()["moods"]["done_once"]
LIMITS = ONLY | load_words()["moods"]["limiting"]

Voice = tuple[str, str | None]


def find_statements(draft: Draft, rules: Dispatch) -> tuple[Statement, ...]:
    """Every statement of the document, in text order, each found once.

    Where several rules read one relation off the same cue, the first of RULES counts, edges before what makes none.
    """
    found: dict[tuple[str, str, str, int], Statement] = {}
    for token, word in zip(draft.tokens, draft.words, strict=True):
        for name, rule in rules.at(token, word):
            for candidate in rule(draft, token):
                for statement in statements_of(draft, candidate, f"rule:{name}"):
                    key = (statement.actor_id, statement.family, statement.target_id, statement.cue_span[0])
                    if key not in found or (statement.makes_edge and not found[key].makes_edge):
                        found[key] = statement
    return tuple(_once(sorted(found.values(), key=lambda s: (s.cue_span, s.actor_id, s.target_id))))


def _once(found: Iterable[Statement]) -> Iterator[Statement]:
    """'*had confidence in* Orrin' is one position, though the verb tells it and the noun in it does again."""
    ends: dict[tuple[str, str, str], int] = {}  # where the last cue that told it ends
    for statement in found:
        if statement.makes_edge:
            told = statement.actor_id, statement.relation, statement.target_id
            if statement.cue_span[1] <= ends.get(told, 0):
                continue
            ends[told] = statement.cue_span[1]
        yield statement


def statements_of(draft: Draft, candidate: Candidate, method: str) -> Iterator[Statement]:
    """What a candidate states once mood and voice are looked at, for each of its actors and targets.

    Args:
        method: How it was found: "rule:" or "model:" and a name.
    """
    mood = mood_of(draft, candidate.predicate, candidate.judged, candidate.presupposed)
    relation, negated = candidate.relation, mood.negated
    if _withheld(relation, candidate, mood):
        mood, negated = Mood(refused=True), False
    if mood.refused:
        if relation.family != "support" or candidate.received:
            negated = True
        else:
            relation = draft.lexicon.relations["refused to back"]
    for actor, target in product(candidate.actors, candidate.targets):
        if not _possible(draft, relation, actor, target) or _among_them(draft, actor, target):
            continue
        voice, by = _voice(draft, candidate, actor)
        own_words = by is None and (voice != "outlet" or candidate.predicate.dep_ in ("xcomp", "acl"))
        if own_words and _bound(draft, candidate, relation, mood):
            mood = Mood()
        yield _statement(
            draft, candidate, (actor, target), (voice, by), (relation.name, mood, negated), method
        )


def _withheld(relation: Relation, candidate: Candidate, mood: Mood) -> bool:
    """'does not support', 'is not voting for': a position, where 'did not endorse' and 'has not endorsed' are none."""
    verb = candidate.predicate
    if mood.negated and any(child.lower_ == "no" for child in children(verb, "det")):
        return verb.lemma_.lower() in FRIENDS  # 'is *no fan of* Orrin'
    standing = mood.negated and mood.modality == "asserted" and relation.name in STANDING
    if not standing or not is_present(verb) or verb.lemma_.lower() in DEEDS:
        return False
    limited = any(child.lower_ in LIMITS for child in children(verb, "advmod"))
    own = any(word.nbor(-1).pos_ == "AUX" for word in children(verb, "neg") if word.i)
    return own and not limited  # 'not because they agree' denies no agreement


def _bound(draft: Draft, candidate: Candidate, relation: Relation, mood: Mood) -> bool:
    """Whether what is yet to happen is promised or, being opposition, tried: a position of today."""
    heads = (draft.tokens[target.head] for target in candidate.targets if target.inherited)
    if any(child.lower_ == "any" for head in heads for child in children(head, "det")):
        return False  # 'is prepared to fight *any* attempt by Orrin'
    if mood.modality not in ("future", "hypothetical") or mood.negated:
        return False
    if relation.name in TRIED and attempted(draft, candidate.predicate):
        return True
    return relation.name in COMMITMENTS and committed(draft, candidate.predicate)


def _possible(draft: Draft, relation: Relation, actor: Reference, target: Reference) -> bool:
    """Nobody takes a position on themselves, and people belong to or lead bodies, not people."""
    actor_type, target_type = draft.entities[actor.entity_id].type, draft.entities[target.entity_id].type
    if actor.entity_id == target.entity_id or actor_type not in ACTOR_TYPES:
        return False
    if relation.family == "demand" and _of_themselves(draft, actor, target):
        return False
    if actor_type != "person" and _counted(draft, target):
        return False
    return relation.family != "affiliation" or (actor_type == "person" and target_type != "person")


def _among_them(draft: Draft, actor: Reference, target: Reference) -> bool:
    """'Vela and Orrin touted *their* plans': each their own; those who act on each other are told so."""
    return actor.start != target.start and actor.entity_id in draft.plural.get(target.start, ())


def _of_themselves(draft: Draft, actor: Reference, target: Reference) -> bool:
    """'Vela urged Vela to …': whoever the pronoun meant, nobody urges themselves."""
    return draft.entities[target.entity_id].name.startswith(f"{draft.entities[actor.entity_id].name} to ")


def _counted(draft: Draft, target: Reference) -> bool:
    """'Labour voters preferred Orrin, 40 percent to 30': what a survey counts is nobody's statement."""
    surveys = draft.lexicon.nouns["surveys"]
    return any(token.lower_ in surveys for token in draft.doc[target.start].sent)


def _voice(draft: Draft, candidate: Candidate, actor: Reference) -> Voice:
    """Who asserts it: the actor, somebody else about the actor, or the outlet."""
    words = draft.tokens[candidate.cue[1] - 1] if candidate.judged else candidate.predicate
    for voice, _, entity_id in asserters(draft, words):
        if entity_id == actor.entity_id:
            return voice, None
        if entity_id is not None:
            return "nested", entity_id
    return "outlet", None


def _statement(
    draft: Draft,
    candidate: Candidate,
    ends: tuple[Reference, Reference],
    voice: Voice,
    claim: tuple[str, Mood, bool],
    method: str,
) -> Statement:
    actor, target = (draft.entities[end.entity_id] for end in ends)
    name, mood, negated = claim
    relation = draft.lexicon.relations[name]
    start, end = _evidence(draft, candidate, ends)
    document = draft.document
    actor_span, target_span = (draft.chars(each.start, each.end) for each in ends)
    cue_span = draft.chars(*candidate.cue)
    kind, _, found_by = method.partition(":")
    told = {kind: found_by, "relation": name, "voice": voice[0]}
    trusted_by = tuple(circumstances(draft, candidate.cue, ends, told))
    identity = f"{document.hash}|{actor.id}|{name}|{target.id}|{cue_span[0]}|{cue_span[1]}"
    id = digest(identity)[:16]
    draft.circumstances[id] = trusted_by
    return Statement(
        id=id,
        document=document.id,
        actor=actor.name,
        actor_id=actor.id,
        actor_type=actor.type,
        relation=name,
        family=relation.family,
        polarity=relation.polarity,
        target=target.name,
        target_id=target.id,
        target_type=target.type,
        voice=voice[0],
        attributed_to=voice[1],
        negated=negated,
        evidence=document.text[start:end],
        start=start,
        end=end,
        actor_span=actor_span,
        cue_span=cue_span,
        target_span=target_span,
        date=document.date,
        modality=mood.modality,
        confidence=confidence(trusted_by),
        method=method,
        actor_party=actor.party,
        target_party=target.party,
        outlet=document.outlet,
    )


def _evidence(draft: Draft, candidate: Candidate, ends: tuple[Reference, Reference]) -> tuple[int, int]:
    """The sentence of the cue, widened to actor and target where they stand in the same paragraph."""
    first = last = candidate.predicate.sent
    paragraph = draft.paragraph_at[candidate.predicate.i]
    for end in ends:
        sentence = draft.doc[end.start].sent
        if draft.paragraph_at[end.start] == paragraph:
            first = sentence if sentence.start < first.start else first
            last = sentence if sentence.end > last.end else last
    text = draft.document.text[first.start_char : last.end_char]
    start = first.start_char + len(text) - len(text.lstrip())
    return start, start + len(text.strip())
