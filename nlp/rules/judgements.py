"""Positions expressed by judging: what somebody says or thinks of a target through evaluative words."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from nlp.draft import Draft
from nlp.lexicon import Judgement
from nlp.quotes import asserters
from nlp.resolve import Reference, targets_of
from nlp.rules.candidate import Candidate, actors
from nlp.syntax import (
    VERBAL,
    agents,
    children,
    is_finite,
    is_infinitive,
    is_passive,
    own_subjects,
    subjects,
    with_conjuncts,
)

COPULAS = frozenset({"be", "seem", "look", "sound", "appear", "become", "remain", "stay", "prove", "feel"})
NONE_OF = frozenset({"no", "zero", "little"})  # "has zero experience"
ABOUT_NOBODY = frozenset({"it", "this", "that", "there", "what", "which", "i", "we", "one", "something"})
PERSONS = frozenset({"person", "man", "woman", "candidate", "choice", "option", "qualified", "hope"})
LIGHT = frozenset({"do", "have", "make", "show", "display", "run", "play", "set"})
SIGNS = {1: "praised", -1: "criticised"}


def judgement(draft: Draft, token: Token) -> Iterator[Candidate]:
    """'Vela said Orrin's plan was *shameful*', '“Orrin has *lost control*,” said Vela', 'said he *should resign*'."""
    if token.pos_ not in VERBAL:
        return
    sign, word = _judged(draft, token)
    if sign == 0 or word is None or children(token, "csubj", "expl"):
        return
    holder = _holder(draft, token)
    if not holder:
        return
    about = (
        agents(token)
        if is_passive(token) and not _obliged(token)
        else subjects(token, draft.lexicon.governors["controlling"])
    )
    targets = tuple(t for noun in about for t in _about(draft, noun))
    held = {reference.entity_id for reference in holder}
    targets = tuple(t for t in targets if t.entity_id not in held)
    if targets:
        relation = draft.lexicon.relations[SIGNS[sign]]
        yield Candidate(relation, holder, targets, token, (word.i, word.i + 1), judged=True)


def _about(draft: Draft, noun: Token) -> list[Reference]:
    """Whom a judgement is about; "it", "this" and "there" are about nobody."""
    if noun.lower_ in ABOUT_NOBODY or noun.pos_ in VERBAL:
        return []
    return targets_of(draft, noun, "either")


def _holder(draft: Draft, token: Token) -> tuple[Reference, ...]:
    """Who says so: the innermost source, if it is known."""
    for _, source, entity_id in asserters(draft, token)[:1]:
        if source is not None and (found := actors(draft, [source])):
            return found
        if entity_id is not None and source is not None:
            return (Reference(entity_id, source.i, source.i + 1, head=source.i),)
    return ()


def _judged(draft: Draft, token: Token) -> tuple[int, Token | None]:
    """The sign of a predicate, its own negation included, and the word that carries it; (0, None) for none."""
    for sign, words in ((-1, draft.lexicon.negative), (1, draft.lexicon.positive)):
        word = _carrier(draft, words, token)
        if word is not None:
            none_of = sign > 0 and any(
                child.lower_ in NONE_OF for noun in children(token, "dobj", "attr") for child in noun.children
            )
            negated = none_of or any(
                child.dep_ == "neg" or child.lower_ == "never" for child in token.children
            )
            if not negated:
                return sign, word
            return (-1, word) if sign > 0 else (0, None)
    return 0, None


def _carrier(draft: Draft, words: Judgement, token: Token) -> Token | None:
    lemma = token.lemma_.lower()
    if _obliged(token) and lemma in words.should:
        return token
    if lemma in words.phrases:
        reach = [
            (t.lemma_.lower(), t.lower_)
            for t in token.doc[token.i + 1 : min(token.i + 10, token.right_edge.i + 1)]
        ]
        limited = any(n.lower_ == "nothing" and children(n, "amod") for n in children(token, "dobj"))
        if not limited and any(_in_order(reach, phrase) for phrase in words.phrases[lemma]):
            return token  # but 'did nothing illegal' is no blame
    if lemma in words.verbs and not is_passive(token) and (is_finite(token) or token.dep_ == "xcomp"):
        return token
    if lemma in COPULAS:
        return _complement(draft, words, token)
    return _judged_object(draft, words, token) if lemma in LIGHT else None


def _judged_object(draft: Draft, words: Judgement, token: Token) -> Token | None:
    """'did an *incredible* job', 'made a *terrible* mistake', 'showed *poor* judgement'."""
    for noun in children(token, "dobj"):
        if noun.lemma_.lower() not in draft.lexicon.judged_objects:
            continue
        for modifier in children(noun, "amod"):
            if modifier.lower_ in words.adjectives:
                return modifier
    return None


def _obliged(token: Token) -> bool:
    """'*should* resign', 'has to go', 'must be sacked'."""
    if any(child.lower_ in ("should", "must", "ought") for child in children(token, "aux")):
        return True
    above = token.head
    return (
        token.dep_ == "xcomp"
        and above.lemma_.lower() in ("have", "need", "deserve", "ought")
        and token.i > above.i
    )


def _in_order(reach: list[tuple[str, str]], phrase: tuple[str, ...]) -> bool:
    """Whether the words of a phrase stand in order among the (lemma, word) pairs behind the verb."""
    following = iter(reach)
    return all(any(word in pair for pair in following) for word in phrase)


def _complement(draft: Draft, words: Judgement, copula: Token) -> Token | None:
    """'was *shameful*', 'is a *disgrace*', 'is a *great* minister', 'is a “disgraceful *smear*”'."""
    for child in children(copula, "acomp", "attr", "oprd"):
        for each in with_conjuncts(child):
            if _whole_word(each) in words.adjectives or (
                each.pos_ == "NOUN" and each.lemma_.lower() in words.nouns
            ):
                return each
            for modifier in children(each, "amod", "compound"):
                if (
                    modifier.lower_ == "best"
                    and each.lemma_.lower() not in draft.lexicon.judged_objects | PERSONS
                ):
                    continue  # 'their best recruiter' is no praise
                if _whole_word(modifier) in words.adjectives:
                    return modifier
    return None


def _whole_word(token: Token) -> str:
    """'ill-judged', which the tokeniser takes apart."""
    doc = token.doc
    hyphened = token.i > 1 and doc[token.i - 1].text == "-" and not doc[token.i - 2].whitespace_
    return f"{doc[token.i - 2].lower_}-{token.lower_}" if hyphened else token.lower_


# ── naming ──────────────────────────────────────────────────────────────────────────────────────────────────────


def naming(draft: Draft, token: Token) -> Iterator[Candidate]:
    """'Vela *called* Orrin a liar', '*describing* the plan as shameful', 'Orrin was *branded* a fraud by Vela'."""
    if token.pos_ not in VERBAL:
        return
    lemma = token.lemma_.lower()
    speech = draft.lexicon.speech
    if lemma in speech["naming"]:
        name = _small_clause(token)
    elif lemma in speech["naming_as"]:
        name = _as_phrase(token)
    else:
        return
    if name is None or not all(name):
        return
    target, described = name
    sign, word = _sign_of(draft, described)
    holders = actors(
        draft, agents(token) if is_passive(token) else subjects(token, draft.lexicon.governors["controlling"])
    )
    targets = tuple(t for noun in target for t in _about(draft, noun))
    if sign and word is not None and holders and targets:
        relation = draft.lexicon.relations[SIGNS[sign]]
        yield Candidate(relation, holders, targets, token, (min(token.i, word.i), max(token.i, word.i) + 1))


def _small_clause(token: Token) -> tuple[list[Token], list[Token]] | None:
    """(target nouns, describing tokens) of 'call Orrin a liar'; the parser has several shapes for it."""
    if is_passive(token):
        target = own_subjects(token) or ([token.head] if token.dep_ == "acl" else [])
        return target, children(token, "oprd", "attr", "acomp", "dobj")
    for clause in children(token, "ccomp", "xcomp", "oprd"):
        if target := own_subjects(clause):
            behind = [t for t in clause.subtree if t.i > target[-1].i and t not in list(target[-1].subtree)]
            return target, behind
    objects = children(token, "dobj")
    if len(objects) > 1:
        return objects[:1], objects[1:]  # 'branded *Orrin* a *hypocrite*'
    described = children(token, "oprd", "attr", "acomp", "ccomp", "xcomp", "npadvmod")
    described += [
        c for noun in objects for c in children(noun, "appos")
    ]  # 'labelled the plan “a *disgrace*”'
    return objects, [c for c in described if c.i > token.i and not is_infinitive(c)]


def _as_phrase(token: Token) -> tuple[list[Token], list[Token]] | None:
    """(target nouns, describing tokens) of 'describe the plan as shameful'; the last "as" behind the object counts."""
    target = own_subjects(token) if is_passive(token) else children(token, "dobj")
    for as_ in reversed(list(token.subtree)):
        if target and as_.lower_ == "as" and as_.dep_ in ("prep", "mark") and as_.i > token.i:
            return target, [t for t in as_.subtree if t != as_]
    return None


def _sign_of(draft: Draft, described: list[Token]) -> tuple[int, Token | None]:
    """The sign of the first judging word among the describing words and what hangs on them."""
    for token in described:
        for each in [token, *token.subtree]:
            for sign, words in ((-1, draft.lexicon.negative), (1, draft.lexicon.positive)):
                if _whole_word(each) in words.adjectives or (
                    each.pos_ in ("NOUN", "PROPN") and each.lemma_.lower() in words.nouns
                ):
                    negated = any(
                        t.dep_ == "neg" or t.lower_ in ("not", "no", "hardly")
                        for t in (*each.children, *each.head.children)
                    )
                    if negated:
                        return (-1, each) if sign > 0 else (0, None)
                    return sign, each
    return 0, None
