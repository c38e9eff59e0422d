"""Positions expressed by nouns: attacks on, support for, calls for."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from nlp.draft import Draft
from nlp.lexicon import Frame
from nlp.quotes import is_cue
from nlp.resolve import Reference, targets_of
from nlp.rules.candidate import Candidate, actors
from nlp.syntax import children, clause_verb, own_subjects, prepositional, subjects
from nlp.things import demanded

MUTUAL = "between"  # 'the feud *between* Vela and Orrin': each holds it towards the other


def noun(draft: Draft, token: Token) -> Iterator[Candidate]:
    """'Vela's *attack on* Orrin', 'voiced *support for* Orrin', '*calls* from Vela *for* a ban'."""
    if token.pos_ not in ("NOUN", "PROPN") or token.i in draft.mention_at:
        return
    if token.dep_ == "dobj" and token.head.lemma_.lower() in draft.lexicon.governors["ending"]:
        return
    for frame in draft.lexicon.noun_frames.get(token.lemma_.lower(), ()):
        for preposition in frame.words:
            behind = _behind(token, preposition) or _beside(token, preposition)
            if not behind or _given(draft, token, preposition):
                continue
            targets = tuple(t for each in behind for t in _targets(draft, frame, each))
            found = targets if preposition == MUTUAL else holders_of(draft, token, behind)
            if found and targets:
                owned = bool(children(token, "poss"))
                yield Candidate(
                    frame.relation, found, targets, token, (token.i, token.i + 1), presupposed=owned
                )
                return


def amid(draft: Draft, token: Token) -> Iterator[Candidate]:
    """'The bill failed *amid* Lantern *opposition*': a party's noun about what the clause is about."""
    party = draft.party_of_head.get(token.i)
    if party is None or token.dep_ != "pobj" or token.head.lower_ not in ("amid", "despite"):
        return
    verb = clause_verb(token.head)
    for frame in draft.lexicon.noun_frames.get(token.lemma_.lower(), ()):
        about = own_subjects(verb) if verb is not None else []
        targets = tuple(t for noun_ in about for t in targets_of(draft, noun_, "thing"))
        if targets:
            actor = Reference(party, token.i - 1, token.i, head=token.i - 1)
            yield Candidate(
                frame.relation, (actor,), targets, token, (token.i, token.i + 1), presupposed=True
            )
            return


def _given(draft: Draft, token: Token, preposition: str) -> bool:
    """'had the *backing of* Orrin': the noun is Orrin's."""
    received = token.dep_ == "dobj" and token.head.lemma_.lower() in draft.lexicon.nouns["receiving"]
    return received and preposition == "of" and not children(token, "poss")


def repelled(draft: Draft, token: Token) -> Iterator[Candidate]:
    """'Vela defended Orrin *against attacks* by Lund': what somebody is defended against is about them."""
    verb = token.head.head
    if token.dep_ != "pobj" or token.head.lower_ not in ("against", "from") or not children(verb, "dobj"):
        return
    if not any(f.relation.name == "defended" for f in draft.lexicon.verb_frames.get(verb.lemma_.lower(), ())):
        return
    for frame in draft.lexicon.noun_frames.get(token.lemma_.lower(), ()):
        givers = actors(
            draft, children(token, "poss") + prepositional(token, "by") + prepositional(token, "from")
        )
        targets = tuple(t for n in children(verb, "dobj") for t in _targets(draft, frame, n))
        if frame.relation.family == "opposition" and givers and targets:
            yield Candidate(frame.relation, givers, targets, token, (token.i, token.i + 1), presupposed=True)
            return


def _behind(token: Token, preposition: str) -> list[Token]:
    """What a preposition leads to; "in_favour_of" is walked word by word."""
    first, *more = preposition.split("_")
    nouns = prepositional(token, first)
    for noun_, following in zip(more[::2], more[1::2], strict=True):
        nouns = [n for each in nouns if each.lower_ == noun_ for n in prepositional(each, following)]
    return nouns


def _beside(token: Token, preposition: str) -> list[Token]:
    """'launched an attack on Vela': the parser may hang the preposition on the light verb."""
    if token.dep_ != "dobj":
        return []
    return [n for n in prepositional(token.head, preposition) if n.i > token.i]


def holders_of(draft: Draft, token: Token, behind: list[Token]) -> tuple[Reference, ...]:
    """Whose attack it is: possessor, "by", "from", a party word before it, the subject of a light verb."""
    for nouns in (
        _blamed(draft, token) or children(token, "poss"),
        prepositional(token, "from") + prepositional(token, "by"),
        [n for each in behind for n in prepositional(each, "from") + prepositional(each, "by")],
    ):
        if found := actors(draft, nouns):
            return found
    if token.i in draft.party_of_head:
        party = draft.party_of_head[token.i]
        return (Reference(party, token.i - 1, token.i, head=token.i - 1),)
    return _acting(draft, token)


def _blamed(draft: Draft, token: Token) -> list[Token]:
    """'criticised *Orrin* over his call for a ban': the call is his who is criticised, not his who criticises."""
    if token.dep_ != "pobj" or token.head.lower_ not in ("over", "for") or token.head.dep_ != "prep":
        return []
    verb = token.head.head
    pronoun = any(owner.tag_ == "PRP$" for owner in children(token, "poss"))
    judging = any(
        frame.kind == "verbs" and frame.relation.family in draft.lexicon.governors["judging_families"]
        for frame in draft.lexicon.verb_frames.get(verb.lemma_.lower(), ())
    )
    return children(verb, "dobj", "nsubjpass") if pronoun and judging else []


def _acting(draft: Draft, token: Token) -> tuple[Reference, ...]:
    """'*Vela* launched an attack on', '*Vela* resigned in protest against': the subject fills the noun's place."""
    above = token.head
    light = token.dep_ in ("dobj", "attr") and above.lemma_.lower() in draft.lexicon.nouns["light"]
    manner = token.dep_ == "pobj" and above.lower_ == "in" and _in_passing(draft, token)
    verb = clause_verb(above) if light or manner else None
    return actors(draft, subjects(verb, draft.lexicon.governors["controlling"])) if verb is not None else ()


def _in_passing(draft: Draft, token: Token) -> bool:
    """'resigned *in protest* against', '*in a swipe* at Orrin, Vela said'; not '*in an attack* on Orrin, two died'."""
    articles = [child.lower_ for child in children(token, "det")]
    return not articles or (articles in (["a"], ["an"]) and is_cue(draft, token.head.head))


def _targets(draft: Draft, frame: Frame, token: Token) -> Iterator[Reference]:
    if frame.relation.target == "action":
        thing = demanded(draft, token)
        if thing is not None:
            draft.introduce(thing[0])
            yield Reference(thing[0].id, thing[1], thing[2], head=token.i)
    elif frame.relation.target != "addressee":
        yield from targets_of(draft, token, frame.relation.target)


def received_noun(draft: Draft, token: Token) -> Iterator[Candidate]:
    """'Orrin won *praise* from Vela', 'Orrin has Vela's *support*': the subject is the target."""
    above = token.head
    if token.dep_ != "dobj" or above.lemma_.lower() not in draft.lexicon.nouns["receiving"]:
        return
    for frame in draft.lexicon.noun_frames.get(token.lemma_.lower(), ()):
        if frame.relation.target in ("action", "addressee") or any(
            prepositional(token, p) for p in frame.words if p != "of"
        ):
            continue
        aimed = bool(children(token, "poss"))  # 'won Vela's *praise* of Orrin': "of" leads to the target
        behind = prepositional(token, "from") + ([] if aimed else prepositional(token, "of"))
        if frame.relation.family == "opposition":
            behind += prepositional(token, "among")  # support among voters is a poll's
        givers = actors(draft, children(token, "poss") + behind) or actors(
            draft, prepositional(above, "from")
        )
        targets = tuple(
            t
            for each in subjects(above, draft.lexicon.governors["controlling"])
            for t in targets_of(draft, each, frame.relation.target)
        )
        if givers and targets:
            yield Candidate(frame.relation, givers, targets, above, (token.i, token.i + 1), received=True)
            return
