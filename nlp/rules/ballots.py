"""Positions on who should win: "*Vote for* Orrin", "we must *stop* Orrin", "urged voters to *reject* him"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from nlp.clauses import is_negated
from nlp.draft import Draft
from nlp.lexicon.judging import load_judging
from nlp.lexicon.words import load_words
from nlp.resolve import Reference, targets_of
from nlp.rules.candidate import Candidate, actors
from nlp.rules.judgements import disowned, holder_of, judged, others
from nlp.rules.verdicts import bound, obliged
from nlp.syntax import (
    VERBAL,
    agents,
    children,
    is_infinitive,
    is_passive,
    own_subjects,
    prepositional,
    subjects,
    with_conjuncts,
)

OPENERS = frozenset(
    [
        "please",
        "so",
        "just",
        "do",
        "don't",
        "n't",
        "not",
        "never",
        "let",
        "'s",
        "us",
        "then",
        "and",
        "but",
        "now",
    ]
)
OBLIGING = frozenset({"must", "should", "ought"})
BINDING = frozenset({"need", "have", "get", "ought"})
OURS = frozenset({"we", "you", "us", "i", "let", "'s"})
FORBIDDING = frozenset({"can", "ca", "cannot", "must", "should", "could", "wo", "will"})
AIMING = load_words()["elections"]["aiming"]
WINNING = load_words()["elections"]["reaching"]
URGING = load_words()["elections"]["urging"]


def ballot(draft: Draft, token: Token) -> Iterator[Candidate]:
    """'“*Vote for* Orrin,” said Vela', '“We must *stop* Orrin”', 'Vela urged voters to *reject* Orrin'."""
    if token.lemma_.lower() not in load_judging().heads["ballots"]:
        return
    sign, nouns = _undergoing(token) if is_passive(token) else _chosen(token)
    found = _wanted(draft, token) if nouns else None
    if found is None:
        return
    holders, predicate, negated = found
    targets = others(holders, _people(draft, nouns)) if holders and not disowned(draft, token) else ()
    if targets:
        order = predicate == token and token.i in draft.quote_at
        position = judged(draft, -sign if negated else sign, holders, targets, predicate, token, order)
        asked = predicate.lemma_.lower() in URGING  # 'would urge' is not yet urged
        yield replace(position, judged=not asked)


def _undergoing(token: Token) -> tuple[int, list[Token]]:
    """'Orrin must be *stopped*', 'needs to be *defeated*'."""
    judging, lemma = load_judging(), token.lemma_.lower()
    sign = (lemma in judging["electing"]) - (lemma in judging["stopping"])
    return (sign, subjects(token)) if sign and obliged(token) and not agents(token) else (0, [])


def _chosen(token: Token) -> tuple[int, list[Token]]:
    """The sign of a verb of choosing or stopping, and whom it is about."""
    judging, lemma = load_judging(), token.lemma_.lower()
    for sign, name in ((1, "electing"), (-1, "stopping")):
        for words in filter(None, judging.phrases[name].get(lemma, ())):
            if nouns := _behind(token, words):
                return sign, nouns
        if lemma in judging[name] and (nouns := children(token, "dobj") or _misread(token)):
            return sign, [noun for each in nouns for noun in with_conjuncts(each)]
    return 0, []


def _misread(token: Token) -> list[Token]:
    """'“*Elect* Orrin”', which the tagger takes for a name."""
    return [token.head] if token.dep_ == "compound" and token.text.istitle() else []


def _behind(token: Token, words: tuple[str, ...]) -> list[Token]:
    """'vote *for* Orrin', 'get *rid of* Orrin', 'lock Orrin *up*'."""
    there = {t.lower_ for t in token.subtree}
    if not there.issuperset(words):
        return []
    holders = [token, *children(token, "dobj", "advmod", "prep", "prt", "acomp", "ccomp", "intj")]
    found = [noun for holder in holders for noun in prepositional(holder, words[-1])]
    return found or (children(token, "dobj") if children(token, "prt") else [])


def _wanted(draft: Draft, token: Token) -> tuple[tuple[Reference, ...], Token, bool] | None:
    """Who wants it, the word that decides the mood, and whether the contrary is wanted."""
    if _is_order(draft, token):
        return holder_of(draft, token), token, is_negated(token) or _dont(token)
    if is_passive(token):
        duty = token.head if bound(token) else token
        return holder_of(draft, token), duty, is_negated(token) or is_negated(duty)
    if (above := _obliging(draft, token)) is not None:
        return holder_of(draft, token), above, is_negated(token) or is_negated(above)
    if (aim := _aim(draft, token)) is not None:
        return holder_of(draft, token), aim, False
    if (urging := _urging(token)) is not None:
        return actors(draft, subjects(urging)), urging, is_negated(token)
    return None


def _is_order(draft: Draft, token: Token) -> bool:
    """'*Vote* for Orrin', 'So *don't trust* Orrin', 'Let's *elect* Orrin', in somebody's words."""
    quote = draft.quote_at.get(token.i)
    if quote is None or is_infinitive(token):
        return False
    misread = token.pos_ in ("NOUN", "PROPN") and token.text.istitle()
    if not misread and (
        token.tag_ not in ("VB", "VBP") or token.dep_ not in ("ROOT", "ccomp", "conj", "dep")
    ):
        return False
    start = max(quote.start, token.sent.start)
    before = [t for t in draft.tokens[start : token.i] if not (t.is_punct or t.is_space)]
    return all(t.lower_ in OPENERS for t in before) and not is_passive(token)


def _dont(token: Token) -> bool:
    return any(t.lower_ in ("n't", "not", "never") for t in children(token, "aux", "neg", "advmod"))


def _obliging(draft: Draft, token: Token) -> Token | None:
    """'we *must* stop Orrin', 'we *have* to beat him', 'Republicans *need* to unite behind him'."""
    if any(c.lower_ in OBLIGING for c in children(token, "aux")):
        return token if _speaks_of_us(draft, token) else None
    above = token.head
    binding = above.lemma_.lower() in BINDING or above.lower_ in ("'ve", "got")
    if token.dep_ == "xcomp" and is_infinitive(token) and binding and _speaks_of_us(draft, above):
        return above
    return None


def _aim(draft: Draft, token: Token) -> Token | None:
    """'“I will do everything I can to *elect* Orrin”', '“We are working to *beat* him”', '“I *want* to stop Orrin”'."""
    above = token.head
    if (
        not is_infinitive(token)
        or token.dep_ not in ("xcomp", "advcl", "acl")
        or token.i not in draft.quote_at
    ):
        return None
    verb = above if above.pos_ in VERBAL else above.head
    ours = any(noun.lower_ in ("i", "we") for noun in subjects(verb)) if verb.pos_ in VERBAL else False
    aimed = verb.lemma_.lower() in AIMING and not is_negated(verb) and not is_negated(token)
    return verb if ours and aimed else None


def _speaks_of_us(draft: Draft, verb: Token) -> bool:
    """Whether those who are to do it are whoever is addressed: we, voters, a party's people."""
    crowd = load_judging()["crowd"]
    return any(noun.lower_ in OURS | crowd for noun in own_subjects(verb))


def _urging(token: Token) -> Token | None:
    """'*urged* voters to reject Orrin', '*called* on Republicans to back him'."""
    above = token.head
    if not is_infinitive(token) or token.dep_ not in ("xcomp", "advcl", "ccomp"):
        return None
    if above.lemma_.lower() not in URGING or is_passive(above) or is_negated(above):
        return None
    asked = children(above, "dobj", "dative") + prepositional(above, "on") + prepositional(above, "to")
    asked += children(token, "nsubj")
    crowd = load_judging()["crowd"]
    return above if any(noun.lower_ in crowd | OURS for noun in asked) else None


def _people(draft: Draft, nouns: list[Token]) -> Iterator[Reference]:
    """People and parties themselves, not what belongs to them."""
    for noun in nouns:
        for found in targets_of(draft, noun, "actor"):
            if not found.inherited and draft.entities[found.entity_id].type in ("person", "party"):
                yield found


def needed(draft: Draft, token: Token) -> Iterator[Candidate]:
    """'“We *need* Orrin,” said Vela', '“This country does not need Orrin”'."""
    if token.lemma_.lower() != "need" or token.i not in draft.quote_at or not _speaks_of_us(draft, token):
        return
    if children(token, "xcomp", "ccomp", "aux") and not is_negated(token):
        return
    nouns = [noun for child in children(token, "dobj") for noun in with_conjuncts(child)]
    like = [
        noun for office_ in nouns for noun in prepositional(office_, "like")
    ]  # 'a president *like Orrin*'
    nouns = [noun for noun in nouns if is_negated(token) or not _another(noun)] + like
    holder = holder_of(draft, token) if nouns else ()
    targets = others(holder, _people(draft, nouns)) if holder else ()
    if targets:
        yield judged(draft, -1 if is_negated(token) else 1, holder, targets, token, token)


def _another(noun: Token) -> bool:
    """'We need *a new president*': not the one there is."""
    return any(child.lower_ in ("new", "another", "different") for child in children(noun, "amod", "det"))


# ── what must not be ────────────────────────────────────────────────────────────────────────────────────────────


def forbidden(draft: Draft, token: Token) -> Iterator[Candidate]:
    """'“We cannot *let* Orrin win,” said Vela', 'said voters must not allow Orrin to become mayor'."""
    if token.pos_ not in VERBAL or token.lemma_.lower() not in ("let", "allow") or not is_negated(token):
        return
    if not any(child.lower_ in FORBIDDING for child in children(token, "aux")):
        return
    for clause in children(token, "ccomp", "xcomp"):
        holder = holder_of(draft, token) if clause.lemma_.lower() in WINNING else ()
        targets = (
            others(holder, _people(draft, own_subjects(clause) or children(token, "dobj"))) if holder else ()
        )
        if targets:
            yield judged(draft, -1, holder, targets, token, clause)


def office(draft: Draft, token: Token) -> Iterator[Candidate]:
    """'“Orrin *should* never *be president*,” said Vela', 'said Orrin should be in *prison*'."""
    if token.lemma_.lower() not in ("be", "become", "remain") or token.pos_ not in VERBAL:
        return
    if not any(c.lower_ in OBLIGING for c in children(token, "aux")) or _asked(token):
        return
    sign, word = _office(draft, token)
    holder = holder_of(draft, token) if sign else ()
    targets = others(holder, _people(draft, own_subjects(token))) if holder else ()
    if targets and word is not None and not disowned(draft, token):
        yield judged(draft, sign, holder, targets, token, word)


def _asked(clause: Token) -> bool:
    """'*why* Orrin should be president', '*whether* he should'."""
    return any(
        c.lower_ in ("why", "how", "whether", "if", "when") for c in children(clause, "advmod", "mark")
    )


def _office(draft: Draft, copula: Token) -> tuple[int, Token | None]:
    for place in prepositional(copula, "in") + prepositional(copula, "behind"):
        if place.lower_ in ("prison", "jail", "bars", "handcuffs"):
            return (0, None) if is_negated(copula) else (-1, place)
    for noun in children(copula, "attr"):
        if noun.lemma_.lower() in draft.lexicon.role_nouns and not children(noun, "poss"):
            return (-1 if is_negated(copula) else 1), noun
    return 0, None
