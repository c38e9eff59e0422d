"""What somebody wants done: "we must …", "it is time to …", "wants Orrin to …", the second half of "called on …"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from nlp.draft import Draft
from nlp.issues import issue_of, lemma_of
from nlp.lexicon import Frame
from nlp.lexicon.policies import Policies, load_policies
from nlp.quotes import asserters
from nlp.resolve import Reference, actors_of
from nlp.rules.candidate import Candidate, actors
from nlp.rules.commitments import in_own_words, obliging
from nlp.rules.unnamed import wishes
from nlp.rules.verbs import slots_of
from nlp.syntax import children, is_infinitive, own_subjects, prepositional, subjects, with_conjuncts
from nlp.things import Thing, action_of, demanded, wanted_act
from records import Entity

DEMAND = "called for"
URGED = "urged"
AGAINST = "opposed"
OURS = frozenset({"we", "us", "they", "them", "you"})  # too often somebody else than resolved


def policy_demand(draft: Draft, token: Token) -> Iterator[Candidate]:
    """'“We *must* cap rents,” Vela said', 'Vela *wants* Orrin to go', '*pushed for* gun control'."""
    policies = load_policies()
    if token.pos_ == "VERB":
        yield from _of_all(draft, policies, token)
        yield from _of_somebody(draft, policies, token)
        yield from _as_well(draft, token)
        yield from _needed(draft, policies, token)
        for doing, wanted, verb in wishes(draft, policies, token):
            asking = tuple(h for h in actors(draft, doing) if in_own_words(draft, verb, h))
            yield _demand(draft, asking, wanted, verb, (verb.i, verb.i + 1))
    yield from _for_a_policy(draft, policies, token)


def _of_all(draft: Draft, policies: Policies, verb: Token) -> Iterator[Candidate]:
    """'“We *must* rebuild the harbour,” Vela said', 'Orrin *needs to* publish the list, Vela said'."""
    word = obliging(policies, verb)
    if word is None or children(verb, "neg") or _describes(verb) or _vague(verb):
        return
    modal = word.tag_ == "MD"
    doing = own_subjects(verb if modal else word)
    holders = _speakers(draft, verb) if doing else ()
    predicate, cue, deed = verb if modal else word, (min(word.i, verb.i), verb.i + 1), verb.lemma_.lower()
    if doing and doing[0].lower_ in policies["everybody"] and doing[0].i not in draft.mention_at:
        thing = wanted_act(draft, verb) if holders and deed in policies["common_deeds"] else None
        if thing is not None:
            yield _demand(draft, holders, [_noted(draft, thing, verb)], predicate, cue, judged=modal)
    elif holders and not modal and deed in policies["own_deeds"] | policies["common_deeds"]:
        # "should" and "must" with an actor are another rule's
        wanted = [w for noun in doing for w in _action(draft, holders, noun, verb)]
        yield _demand(draft, holders, wanted, predicate, cue)


def _speakers(draft: Draft, token: Token) -> tuple[Reference, ...]:
    return actors(draft, [source for _, source, _ in asserters(draft, token)[:1] if source is not None])


def _of_somebody(draft: Draft, policies: Policies, verb: Token) -> Iterator[Candidate]:
    """'Vela *wants* Orrin to resign', 'would *like* the council to act'."""
    if verb.lemma_.lower() not in policies["wanting"]:
        return
    for clause in children(verb, "ccomp", "xcomp"):
        deeds = [each for each in with_conjuncts(clause) if each.lemma_.lower() not in policies["no_deeds"]]
        if not is_infinitive(clause) or clause.i < verb.i or _describes(verb) or not own_subjects(clause):
            continue
        doing = actors(draft, subjects(verb, draft.lexicon.governors["controlling"]))
        holders = tuple(h for h in doing if in_own_words(draft, verb, h))
        for deed in deeds if holders else ():
            wanted = [w for noun in own_subjects(clause) for w in _action(draft, holders, noun, deed)]
            judged = verb.lemma_.lower() == "like"  # 'would *like* Orrin to go' is what she wants now
            yield _demand(draft, holders, wanted, verb, (verb.i, verb.i + 1), judged=judged)


def _as_well(draft: Draft, verb: Token) -> Iterator[Candidate]:
    """'called on Orrin to publish the list and *resign*': the second of joined infinitives."""
    first = verb.head
    if verb.dep_ != "conj" or not is_infinitive(first) or first.dep_ not in ("xcomp", "ccomp", "advcl"):
        return
    if verb.tag_ != "VB" or own_subjects(verb) or not children(verb, "dobj", "prep", "prt"):
        return
    above = first.head
    for frame in draft.lexicon.verb_frames.get(above.lemma_.lower(), ()):
        slots = slots_of(draft, frame, above) if frame.relation.name == URGED else None
        holders = actors(draft, slots.actors) if slots is not None else ()
        if slots is not None and holders:
            wanted = [w for noun in slots.targets for w in _action(draft, holders, noun, verb)]
            yield _demand(draft, holders, wanted, above, (above.i, above.i + 1))
            return


def _for_a_policy(draft: Draft, policies: Policies, token: Token) -> Iterator[Candidate]:
    """'*pushed for* gun control', 'her *call for* a wealth tax': policies that no other rule takes for demands."""
    lemma, lexicon = token.lemma_.lower(), draft.lexicon
    frames = lexicon.verb_frames if token.pos_ == "VERB" else lexicon.noun_frames
    for frame in frames.get(lemma, ()) if token.i not in draft.mention_at else ():
        if frame.relation.name != DEMAND:
            continue
        nouns, doing = _places(draft, frame, token)
        nouns = [n for n in nouns if lemma_of(n) not in policies["people"] and n.pos_ in ("NOUN", "PROPN")]
        called = token.lemma_.lower() == "call"
        things = [
            (n, issue_of(draft, policies, n, called=called)) for n in nouns if demanded(draft, n) is None
        ]
        wanted = [_noted(draft, _as_demand(thing), n) for n, thing in things if thing is not None]
        holders = actors(draft, doing) if wanted else ()
        yield _demand(draft, holders, wanted, token, (token.i, token.i + 1), presupposed=token.pos_ == "NOUN")
        if wanted:
            return


def _needed(draft: Draft, policies: Policies, verb: Token) -> Iterator[Candidate]:
    """'Vela *wants* a fuel tax', '“we *need* a fuel tax,” Vela said'; 'does not *want* a fuel tax' is against it."""
    lemma = verb.lemma_.lower()
    seen = lemma == "see" and verb.dep_ == "xcomp" and verb.head.lemma_.lower() in policies["wanting"]
    if not (seen or lemma in policies["needing"]) or not children(verb, "dobj"):
        return
    nouns = [n for each in children(verb, "dobj") for n in with_conjuncts(each)]
    if seen and any(
        c.lower_ in ("the", "this", "that") or c.dep_ == "poss" for n in nouns for c in n.children
    ):
        return  # 'wants to see *the* bill before she votes'
    things = [(n, issue_of(draft, policies, n)) for n in nouns if lemma_of(n) not in policies["people"]]
    if not any(thing for _, thing in things):
        return
    if lemma == "need":
        everybody = any(noun.lower_ in policies["everybody"] for noun in own_subjects(verb))
        found = _speakers(draft, verb) if everybody and not children(verb, "neg") else ()
    else:
        found = actors(draft, subjects(verb))
    holders = tuple(h for h in found if in_own_words(draft, verb, h))
    verb = verb.head if seen else verb  # 'would *like to see* a fuel tax'
    against = bool(children(verb, "neg"))
    wanted = [_noted(draft, t if against else _as_demand(t), n) for n, t in things if t is not None]
    relation = draft.lexicon.relations[AGAINST if against else DEMAND]
    yield Candidate(relation, holders, tuple(wanted), verb, (verb.i, verb.i + 1), judged=against or seen)


def _places(draft: Draft, frame: Frame, token: Token) -> tuple[list[Token], list[Token]]:
    """What is asked for and who asks."""
    if token.pos_ == "VERB":
        slots = slots_of(draft, frame, token)
        return (slots.targets, slots.actors) if slots is not None else ([], [])
    owners = [*children(token, "poss"), *prepositional(token, "by"), *prepositional(token, "from")]
    return [n for word in frame.words for n in prepositional(token, word)], owners


def _describes(verb: Token) -> bool:
    """'a man we *should* elect', 'words that she *wants* Orrin to use'."""
    return verb.dep_ == "relcl" and not any(c.tag_ in ("WDT", "WP") for c in children(verb, "nsubj"))


def _vague(verb: Token) -> bool:
    """'we must *do* so', 'we must win *it*': nothing is named."""
    return any(child.pos_ == "PRON" for child in children(verb, "dobj"))


def _action(draft: Draft, holders: tuple[Reference, ...], noun: Token, verb: Token) -> list[Reference]:
    """What each actor that a noun stands for shall do, as one demand each."""
    found = []
    held = {holder.entity_id for holder in holders}
    for addressee in actors_of(draft, noun) if noun.lower_ not in OURS and not _vague(verb) else ():
        if addressee.entity_id not in held and not addressee.inherited:
            entity, start, end = action_of(draft, draft.entities[addressee.entity_id].name, verb)
            draft.introduce(entity)
            first, last = min(addressee.start, start), max(addressee.end, end)
            found.append(Reference(entity.id, first, last, head=verb.i))
    return found


def _as_demand(thing: Thing) -> Thing:
    entity, start, end = thing
    name = entity.id.split("--", 1)[-1]
    return Entity(id=f"demand--{name}", name=entity.name, type="demand"), start, end


def _noted(draft: Draft, thing: Thing, token: Token) -> Reference:
    entity, start, end = thing
    return Reference(draft.introduce(entity).id, start, end, head=token.i)


def _demand(
    draft: Draft,
    holders: tuple[Reference, ...],
    wanted: list[Reference],
    predicate: Token,
    cue: tuple[int, int],
    judged: bool = False,
    presupposed: bool = False,
) -> Candidate:
    relation = draft.lexicon.relations[DEMAND]
    return Candidate(relation, holders, tuple(wanted), predicate, cue, judged=judged, presupposed=presupposed)
