"""Demands that name who shall do something and what: "called for Orrin to go", "said the council should act"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from nlp.clauses import OBLIGING
from nlp.draft import Draft
from nlp.lexicon.policies import load_policies
from nlp.lexicon.words import load_words
from nlp.quotes import asserters
from nlp.resolve import Reference, actors_of
from nlp.rules.candidate import Candidate, actors
from nlp.rules.nouns import holders_of
from nlp.rules.unnamed import is_office, is_public_deed, is_unnamed, wanted_of
from nlp.syntax import (
    VERBAL,
    children,
    is_infinitive,
    next_token,
    own_subjects,
    prepositional,
    subjects,
    with_conjuncts,
)
from nlp.things import Thing, action_of, demanded, wanted_act

DEMAND = "called for"
BINDING = frozenset({"need", "have", "ought"})
RIPE = load_words()["moods"]["ripe"]
ANSWERING = load_words()["speech"]["answering"]
NOBODY = frozenset({"i", "we", "you", "it", "they", "one", "this", "that", "there", "who", "which", "what"})


def clause_demand(draft: Draft, token: Token) -> Iterator[Candidate]:
    """'Vela *called for* Orrin to be sacked', '*demanded* that Orrin resign'."""
    if token.pos_ not in VERBAL:
        return
    holders: tuple[Reference, ...] | None = None
    for clause in children(token, "advcl", "ccomp", "xcomp"):
        if clause.i < token.i or not _demands(draft, token, clause):
            continue
        if holders is None:
            holders = actors(draft, subjects(token, draft.lexicon.governors["controlling"]))
        yield from _candidates(draft, holders, clause, token, (token.i, token.i + 1))


def _demands(draft: Draft, verb: Token, clause: Token) -> bool:
    marks = {child.lower_ for child in children(clause, "mark")}
    if is_infinitive(clause):
        return "for" in marks and any(
            frame.words == ("for",) and frame.relation.name == DEMAND
            for frame in draft.lexicon.verb_frames.get(verb.lemma_.lower(), ())
        )
    if verb.lemma_.lower() not in draft.lexicon.governors["demanding"] or marks - {"that"}:
        return False
    auxiliaries = children(clause, "aux", "auxpass")
    passive = clause.tag_ == "VBN" and [a.lower_ for a in auxiliaries] == ["be"]
    return passive or (not auxiliaries and _is_bare(draft, verb, clause))


def _is_bare(draft: Draft, verb: Token, clause: Token) -> bool:
    """'demanded that Orrin *publish* the list': an infinitive, which the tagger takes for a present or for a noun."""
    if clause.tag_ in ("NN", "NNP"):
        told = bool(children(clause, "mark")) or verb.lemma_.lower() == "demand"
        return told and _is_deed(clause) and bool(_doing(draft, clause))
    doing = own_subjects(clause)
    alone = len(doing) == 1 and (doing[0].tag_ in ("NN", "NNP") or doing[0].lower_ in ("he", "she", "it"))
    return clause.tag_ == "VB" or (clause.tag_ == "VBP" and (alone or verb.lemma_.lower() == "demand"))


def _is_deed(word: Token) -> bool:
    """Something that others are asked to do, as a bare verb, whatever the tagger takes it for."""
    deeds = load_policies()["own_deeds"] | load_policies()["common_deeds"]
    return word.lower_ in deeds and word.tag_ in ("NN", "NNP", "VB", "VBP")


def _doing(draft: Draft, clause: Token) -> list[Token]:
    """Who shall do it; where the deed is taken for a noun, the name right before it."""
    mention = draft.mention_at.get(clause.i - 1)
    named = clause.tag_ in ("NN", "NNP") and mention is not None and mention.end == clause.i
    return [draft.tokens[clause.i - 1]] if named else own_subjects(clause)


def obliged(draft: Draft, token: Token) -> Iterator[Candidate]:
    """'Vela said Orrin *should* apologise', '“The council *must* publish the list,” said Vela'."""
    if token.pos_ != "VERB" or children(token, "neg"):
        return
    if token.lemma_.lower() in draft.lexicon.governors["undemanding"]:
        return
    modal = next((c for c in children(token, "aux") if c.lower_ in OBLIGING), None)
    if modal is None or modal.i > token.i or any(c.lower_ == "have" for c in children(token, "aux")):
        return
    if any(noun.i > modal.i for noun in children(token, "nsubj", "nsubjpass")):
        return  # '*should* Orrin resign, …'
    if holders := _speakers(draft, token):
        yield from _candidates(draft, holders, token, token, (modal.i, token.i + 1))
        yield from _of_unnamed(draft, holders, token, (modal.i, token.i + 1))


def _of_unnamed(
    draft: Draft, holders: tuple[Reference, ...], verb: Token, cue: tuple[int, int]
) -> Iterator[Candidate]:
    """'Vela said *the governor* should publish the list': an office or a body that is no entity."""
    doing, policies = own_subjects(verb), load_policies()
    if len(doing) != 1 or not is_office(draft, doing[0]) or not is_unnamed(draft, doing[0]):
        return
    definite = any(c.lower_ == "the" or c.dep_ == "poss" for c in children(doing[0], "det", "poss"))
    has_object = bool(children(verb, "dobj"))  # 'should *arrive by Friday*' expects
    done = has_object and is_public_deed(policies, verb)
    if definite and done and doing[0].lemma_.lower() not in policies["crowd"]:
        wanted = wanted_of(draft, doing[0], verb)
        yield Candidate(draft.lexicon.relations[DEMAND], holders, (wanted,), verb, cue, judged=True)


def there_must_be(draft: Draft, token: Token) -> Iterator[Candidate]:
    """'Vela said there *should be* an inquiry into the fire', '“There *needs to be* an inquiry,” said Vela'."""
    if token.lemma_.lower() != "be" or any(c.lower_ == "have" or c.dep_ == "neg" for c in token.children):
        return
    above = token.head if token.dep_ == "xcomp" and is_infinitive(token) else None
    if above is not None and above.lemma_.lower() in BINDING and children(above, "expl"):
        word = None if children(above, "neg") else above
    else:
        word = next((c for c in children(token, "aux") if c.lower_ in OBLIGING), None)
        word = word if children(token, "expl") else None
    if word is None or not (holders := _speakers(draft, token)):
        return
    for noun in (n for each in children(token, "attr") for n in with_conjuncts(each)):
        supposed = word.lower_ == "must" and noun.lemma_.lower() not in draft.lexicon.nouns["demanded"]
        if not supposed and not any(c.lower_ == "no" for c in children(noun, "det")):  # 'there must be a law'
            thing, predicate = demanded(draft, noun), word if word == above else token
            yield from _for_thing(draft, holders, thing, noun, predicate, (word.i, token.i + 1))


def high_time(draft: Draft, token: Token) -> Iterator[Candidate]:
    """'“It is *time for* Orrin to resign,” said Vela', '“It is *time to* ban ferries”', '“… *time for* a ban”'."""
    copula = token.head
    if (
        token.lower_ != "time"
        or token.dep_ != "attr"
        or not any(c.lower_ == "it" for c in own_subjects(copula))
    ):
        return
    clauses = [*children(token, "relcl", "acl"), *children(copula, "advcl", "ccomp", "xcomp")]
    holders = _speakers(draft, copula) if not children(copula, "neg") else ()
    cue, ripe = (token.i, token.i + 1), _is_ripe(draft, token)
    for clause in (c for c in clauses if is_infinitive(c)) if holders else ():
        if any(m.lower_ == "for" for m in children(clause, "mark")):
            yield from _candidates(draft, holders, clause, copula, cue)
        elif (
            ripe
            and clause.lemma_.lower() in load_policies()["common_deeds"]
            and not children(clause, "nsubj")
        ):
            yield from _for_thing(draft, holders, wanted_act(draft, clause), clause, copula, cue)
    for noun in prepositional(token, "for") if holders and ripe else ():
        yield from _for_thing(draft, holders, demanded(draft, noun), noun, copula, cue)


def _is_ripe(draft: Draft, time: Token) -> bool:
    """'it is (*high*) time', not 'it is *no* time', nor in somebody's own words 'it *was* time'."""
    told_of = time.head.tag_ == "VBD" and time.i in draft.quote_at
    return not told_of and all(c.lower_ in RIPE for c in children(time, "det", "amod"))


def _for_thing(
    draft: Draft,
    holders: tuple[Reference, ...],
    thing: Thing | None,
    head: Token,
    predicate: Token,
    cue: tuple[int, int],
) -> Iterator[Candidate]:
    """A demand that names nobody."""
    if thing is not None:
        entity, start, end = thing
        reference = Reference(draft.introduce(entity).id, start, end, head=head.i)
        yield Candidate(draft.lexicon.relations[DEMAND], holders, (reference,), predicate, cue, judged=True)


def _speakers(draft: Draft, token: Token) -> tuple[Reference, ...]:
    """The innermost source of a token's words, where it is known."""
    return next(
        (actors(draft, [source]) for _, source, _ in asserters(draft, token)[:1] if source is not None), ()
    )


def call_to(draft: Draft, token: Token) -> Iterator[Candidate]:
    """'Vela's *call to* ban ferries', 'a *demand* by Vela *to* publish the list', 'her *demand that* Orrin go'."""
    if not _is_call(draft, token) or prepositional(token, "for"):
        return
    givers = holders_of(draft, token, [])
    for clause in children(token, "advcl", "acl", "relcl"):
        if givers and is_infinitive(clause) and any(m.lower_ == "for" for m in children(clause, "mark")):
            yield from _candidates(draft, givers, clause, token, (token.i, token.i + 1), presupposed=True)
    told = _told_behind(draft, token) if givers else None
    if told is not None and _is_bare(draft, token, told):
        yield from _candidates(draft, givers, told, token, (token.i, token.i + 1), presupposed=True)
    below = [c for c in children(token, "acl") if is_infinitive(c)] or _hung_higher(draft, token)
    for clause in below[:1]:
        wanted = wanted_act(draft, clause) if givers and not own_subjects(clause) else None
        if wanted is not None:
            entity, start, end = wanted
            reference = Reference(draft.introduce(entity).id, start, end, head=clause.i)
            cue = (token.i, token.i + 1)
            relation = draft.lexicon.relations[DEMAND]
            yield Candidate(relation, givers, (reference,), token, cue, presupposed=True)


def _hung_higher(draft: Draft, noun: Token) -> list[Token]:
    """'ignored calls from Vela *to publish* the list': behind a name the parser hangs the infinitive on the verb."""
    verb = noun.head
    givers = [each for first in prepositional(noun, "from") for each in with_conjuncts(first)]
    if not givers or noun.dep_ != "dobj" or verb.lemma_.lower() not in ANSWERING:
        return []
    clauses = [c for c in children(verb, "advcl", "xcomp") if is_infinitive(c) and children(c, "dobj")]
    return [c for c in clauses if c.left_edge.i == givers[-1].right_edge.i + 1]


def _told_behind(draft: Draft, noun: Token) -> Token | None:
    """'her demand *that Orrin resign*': what shall be done, which the parser may hang on any verb."""
    that = next_token(noun)
    if that is None or that.lower_ != "that" or that.dep_ != "mark":
        return None
    mention = draft.mention_at.get(that.i + 1)
    if mention is not None and mention.end < len(draft.tokens) and _is_deed(draft.tokens[mention.end]):
        return draft.tokens[mention.end]
    return that.head


def _is_call(draft: Draft, token: Token) -> bool:
    frames = draft.lexicon.noun_frames.get(token.lemma_.lower(), ()) if token.pos_ == "NOUN" else ()
    return any(frame.relation.name == DEMAND for frame in frames)


def received_call(draft: Draft, token: Token) -> Iterator[Candidate]:
    """'Orrin faced *calls* from Vela to resign', 'is under *pressure* from Vela to resign'."""
    above = token.head
    pressed = token.dep_ == "pobj" and above.lower_ == "under" and token.lower_ == "pressure"
    received = token.dep_ == "dobj" and above.lemma_.lower() in draft.lexicon.nouns["receiving"]
    if not pressed and not (received and _is_call(draft, token)):
        return
    above = above.head if pressed else above
    clauses = [c for c in (*children(token, "acl"), *children(above, "advcl", "xcomp")) if is_infinitive(c)]
    givers = actors(draft, prepositional(token, "from") + prepositional(above, "from"))
    for clause in clauses[:1]:
        for addressee in actors(draft, subjects(above, draft.lexicon.governors["controlling"])):
            wanted = _wanted(draft, addressee, clause)
            yield Candidate(
                draft.lexicon.relations[DEMAND],
                givers,
                (wanted,),
                above,
                (token.i, token.i + 1),
                received=True,
            )


def _candidates(
    draft: Draft,
    holders: tuple[Reference, ...],
    clause: Token,
    predicate: Token,
    cue: tuple[int, int],
    presupposed: bool = False,
) -> Iterator[Candidate]:
    """One demand for each actor that shall do, or undergo, what the clause says."""
    held = {holder.entity_id for holder in holders}
    for noun in _doing(draft, clause):
        if noun.lower_ in NOBODY:
            continue
        for addressee in actors_of(draft, noun):
            if addressee.entity_id not in held and not addressee.inherited:
                wanted = _wanted(draft, addressee, clause)
                relation = draft.lexicon.relations[DEMAND]
                judged = predicate == clause
                yield Candidate(relation, holders, (wanted,), predicate, cue, judged, presupposed=presupposed)


def _wanted(draft: Draft, addressee: Reference, clause: Token) -> Reference:
    entity, start, end = action_of(draft, draft.entities[addressee.entity_id].name, clause)
    draft.introduce(entity)
    return Reference(entity.id, min(addressee.start, start), max(addressee.end, end), head=clause.i)
