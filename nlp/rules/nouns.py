"""Positions expressed by nouns: attacks on, support for, calls for."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from nlp.draft import Draft
from nlp.lexicon import Frame
from nlp.lexicon.words import load_words
from nlp.quotes import is_cue
from nlp.resolve import Reference, targets_of
from nlp.rules.candidate import STRINGS, Candidate, actors
from nlp.rules.makers import beyond, makers
from nlp.syntax import VERBAL, children, clause_verb, is_passive, prepositional, subjects
from nlp.things import demanded

SPOKEN = load_words()["speech"]["gestures"]
SPOKEN_OF = load_words()["speech"]["own_words"]
MEASURES = STRINGS | load_words()["groups"]["carrying"]
UNDERGOING = load_words()["deeds"]["undergoing"]
QUESTIONING = load_words()["moods"]["questioning"]
OFFICES = load_words()["elections"]["contested"]
NOMINATION = "nod"  # a party's is won by a ballot
MUTUAL = "between"  # 'the feud *between* Vela and Orrin': each holds it towards the other


def noun(draft: Draft, token: Token) -> Iterator[Candidate]:
    """'Vela's *attack on* Orrin', 'voiced *support for* Orrin', '*calls* from Vela *for* a ban'."""
    if token.pos_ not in ("NOUN", "PROPN") or token.i in draft.mention_at:
        return
    if _is_withheld(draft, token):
        return
    for frame in draft.lexicon.noun_frames.get(token.lemma_.lower(), ()):
        for preposition in frame.words:
            behind = (
                _behind(draft, token, preposition)
                or _beside(token, preposition)
                or _before(draft, token)
                or beyond(draft, token, preposition)
            )
            if not behind or _given(draft, token, preposition):
                continue
            held = [each for each in _held(draft, frame, token, preposition, behind) if all(each)]
            owned = bool(children(token, "poss"))
            for found, targets in held:
                yield Candidate(
                    frame.relation, found, targets, token, (token.i, token.i + 1), presupposed=owned
                )
            if held:
                return


def _is_withheld(draft: Draft, token: Token) -> bool:
    """'withdrew her *support* for Orrin', 'questioned his *respect* for her'."""
    verb = token.head.lemma_.lower()
    if token.dep_ in ("dobj", "nsubjpass") and verb in QUESTIONING:
        frames = draft.lexicon.noun_frames.get(token.lemma_.lower(), ())
        return all(frame.relation.family == "support" for frame in frames)  # an attack took place
    return token.dep_ == "dobj" and verb in draft.lexicon.governors["ending"]


def _sides(behind: list[Token]) -> list[list[Token]]:
    """'between *Vela* and *Orrin, Lund and Pell*': two; else all against all."""
    two = len(behind) > 2 and children(behind[0], "cc") and any(children(n, "cc") for n in behind[1:])
    return [behind[:1], behind[1:]] if two else [behind]


def _held(
    draft: Draft, frame: Frame, token: Token, preposition: str, behind: list[Token]
) -> Iterator[tuple[tuple[Reference, ...], tuple[Reference, ...]]]:
    """Who holds it towards whom."""
    sides = _sides(behind) if preposition == MUTUAL else [behind]
    one, *other = (tuple(t for each in side for t in _targets(draft, frame, each)) for side in sides)
    if other:
        yield one, other[0]
        yield other[0], one
    else:
        yield (one if preposition == MUTUAL else holders_of(draft, token, behind)), one


def _given(draft: Draft, token: Token, preposition: str) -> bool:
    """'had the *backing of* Orrin': the noun is Orrin's."""
    received = token.dep_ == "dobj" and token.head.lemma_.lower() in draft.lexicon.nouns["receiving"]
    return received and preposition == "of" and not children(token, "poss")


def repelled(draft: Draft, token: Token) -> Iterator[Candidate]:
    """'Vela defended Orrin *against attacks* by Lund': what somebody is defended against is about them."""
    verb = token.head.head
    if token.dep_ != "pobj" or token.head.lower_ not in ("against", "from") or not children(verb, "dobj"):
        return
    if not defends(draft, verb):
        return
    for frame in draft.lexicon.noun_frames.get(token.lemma_.lower(), ()):
        givers = actors(
            draft, children(token, "poss") + prepositional(token, "by") + prepositional(token, "from")
        )
        targets = tuple(t for n in children(verb, "dobj") for t in _targets(draft, frame, n))
        if frame.relation.family == "opposition" and givers and targets:
            yield Candidate(frame.relation, givers, targets, token, (token.i, token.i + 1), presupposed=True)
            return


def defends(draft: Draft, verb: Token) -> bool:
    """'*defended* Orrin against attacks', '*shielded* him from them'."""
    frames = draft.lexicon.verb_frames.get(verb.lemma_.lower(), ())
    return any(frame.relation.name == "defended" for frame in frames)


def _behind(draft: Draft, token: Token, preposition: str) -> list[Token]:
    """What a preposition leads to; "in_favour_of" is walked word by word."""
    first, *more = preposition.split("_")
    nouns = prepositional(token, first) or _below_complement(draft, token, first)
    for noun_, following in zip(more[::2], more[1::2], strict=True):
        nouns = [n for each in nouns if each.lower_ == noun_ for n in prepositional(each, following)]
    return nouns


def _below_complement(draft: Draft, token: Token, preposition: str) -> list[Token]:
    """'accusations of cronyism *at Orrin*': the parser may hang the preposition on what the noun is of."""
    return [
        noun
        for word in ("of", "for")
        for complement in (
            prepositional(token, word) if preposition in ("at", "by", "from", "against") else []
        )
        if complement.tag_ in ("NN", "NNS") and draft.entity_of(complement) is None
        for noun in prepositional(complement, preposition)
    ]


def _before(draft: Draft, token: Token) -> list[Token]:
    """'Vela's *Orrin endorsement*': a person's name right before the noun, behind whose it is."""
    mention = draft.mention_at.get(token.i - 1)
    owners = children(token, "poss")
    if (
        mention is None
        or not owners
        or mention.kind not in ("name", "surname")
        or owners[0].i >= mention.start
    ):
        return []
    name = draft.tokens[mention.end - 1]
    return [name] if draft.entities[mention.entity_id].type == "person" and name.head == token else []


def _beside(token: Token, preposition: str) -> list[Token]:
    """'launched an attack on Vela', 'opened with a swipe at Vela': the parser may hang the preposition on the verb."""
    carried = token.dep_ == "pobj" and token.head.lower_ == "with"
    if token.dep_ != "dobj" and not carried:
        return []
    verb = token.head.head if carried else token.head
    found = [n for n in prepositional(verb, preposition) if n.i > token.i]
    return [
        n for n in found if n.lemma_.lower() not in OFFICES
    ]  # 'threw her support behind Orrin *for the seat*'


def holders_of(draft: Draft, token: Token, behind: list[Token]) -> tuple[Reference, ...]:
    """Whose attack it is: possessor, "by", "from", a party word before it, the subject of a light verb."""
    for nouns in (
        _blamed(draft, token) or children(token, "poss"),
        givers_of(draft, token),
        [n for each in behind for n in prepositional(each, "from") + prepositional(each, "by")],
        makers(draft, token),
    ):
        if found := actors(draft, nouns):
            return found
    return party_before(draft, token) or actors(draft, _named_before(draft, token)) or _acting(draft, token)


def _named_before(draft: Draft, token: Token) -> list[Token]:
    """'the *Vela* attack on Orrin', '*Vela* attack on Orrin “shameful”': a person's name right before the noun."""
    mention = draft.mention_at.get(token.i - 1)
    if mention is None or mention.kind not in ("name", "surname") or mention.end != token.i:
        return []
    if token.lemma_.lower() not in SPOKEN_OF:
        return []  # 'the Vela *protests*' are over Vela
    hyphened = mention.start > 0 and draft.words[mention.start - 1] == "-"  # 'the anti-Vela vote for Orrin'
    person = draft.entities[mention.entity_id].type == "person"
    return [draft.tokens[token.i - 1]] if person and not hyphened else []


def givers_of(draft: Draft, token: Token) -> list[Token]:
    """'criticism *from Vela*', 'accusations of cowardice *by Vela*'."""
    return [
        n
        for word in ("from", "by")
        for n in prepositional(token, word) or _below_complement(draft, token, word)
    ]


def party_before(draft: Draft, token: Token) -> tuple[Reference, ...]:
    """'faces *Lantern* opposition'; its "nod" is no praise, but the nomination."""
    party = None if token.lemma_.lower() == NOMINATION else draft.party_of_head.get(token.i)
    return () if party is None else (Reference(party, token.i - 1, token.i, head=token.i - 1),)


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
    token = _carrier(token)
    above = token.head
    light = token.dep_ in ("dobj", "attr") and above.lemma_.lower() in draft.lexicon.nouns["light"]
    manner = token.dep_ == "pobj" and (
        (above.lower_ == "in" and _in_passing(draft, token)) or (above.lower_ == "with" and _is_means(token))
    )
    verb = clause_verb(above) if light or manner else None
    return actors(draft, subjects(verb, draft.lexicon.governors["controlling"])) if verb is not None else ()


def _carrier(token: Token) -> Token:
    """'made *a string of* allegations', 'offered *warnings* and attacks': the noun that the verb carries."""
    while token.dep_ == "conj" and token.head.pos_ == "NOUN":
        token = token.head
    above = token.head.head
    measured = token.dep_ == "pobj" and token.head.lower_ == "of" and above.lemma_.lower() in MEASURES
    return above if measured else token


def _is_means(token: Token) -> bool:
    """'opened *with an attack* on Orrin', but not 'was faced *with an attack* on Orrin'."""
    verb = token.head.head
    done = verb.pos_ in VERBAL and not is_passive(verb) and verb.lemma_.lower() not in UNDERGOING
    return done and [child.lower_ for child in children(token, "det")] in (["a"], ["an"], [])


def _in_passing(draft: Draft, token: Token) -> bool:
    """'resigned *in protest* against', '*in a swipe* at Orrin, Vela said'; not '*in an attack* on Orrin, two died'."""
    articles = [child.lower_ for child in children(token, "det")]
    if articles not in (["a"], ["an"]):
        return not articles
    above = token.head.head
    verb = (
        above.head if above.dep_ == "nsubj" and token.i < above.head.i else above
    )  # 'Vela, *in a jab*, said'
    return is_cue(draft, verb) or (token.lemma_.lower() in SPOKEN and verb.pos_ in VERBAL)


def _targets(draft: Draft, frame: Frame, token: Token) -> Iterator[Reference]:
    if frame.relation.target == "action":
        doing = token.pos_ in VERBAL and token.head.lower_ in ("on", "upon")
        thing = None if doing else demanded(draft, token)  # 'her insistence on *leaving*' demands nothing
        if thing is not None:
            draft.introduce(thing[0])
            yield Reference(thing[0].id, thing[1], thing[2], head=token.i)
    elif frame.relation.target != "addressee":
        yield from targets_of(draft, token, frame.relation.target)
