"""Positions expressed by judging: what somebody says or thinks of a target through evaluative words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

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
    prepositional,
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
    targets = tuple(t for noun in about for t in judged_targets(draft, noun))
    held = {reference.entity_id for reference in holder}
    targets = tuple(t for t in targets if t.entity_id not in held)
    if targets:
        relation = draft.lexicon.relations[SIGNS[sign]]
        predicate = token.head if _bound(token) else token  # 'Orrin *has* to go'
        yield Candidate(relation, holder, targets, predicate, (word.i, word.i + 1), judged=True)


def judged_targets(draft: Draft, noun: Token) -> list[Reference]:
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
    if _lacks(draft, token):
        return -1, token
    for sign, words in ((-1, draft.lexicon.negative), (1, draft.lexicon.positive)):
        word = _carrier(draft, words, token)
        if word is not None:
            none_of = sign > 0 and any(
                child.lower_ in NONE_OF for noun in children(token, "dobj", "attr") for child in noun.children
            )
            negated = none_of or any(
                (child.dep_ == "neg" and token.doc[child.i + 1].lower_ != "only") or child.lower_ == "never"
                for child in token.children
            )  # but 'is *not only* right'
            if not negated:
                return sign, word
            return (-1, word) if sign > 0 else (0, None)
    return 0, None


def _lacks(draft: Draft, token: Token) -> bool:
    """'does *not care*', 'cannot *be trusted*': what only its negation makes a judgement."""
    if not children(token, "neg") or is_passive(token) != (token.lemma_.lower() == "trust"):
        return False
    lemma, reach = token.lemma_.lower(), list(_reach(draft, token))
    return _holds(reach, (p[1:] for p in draft.lexicon.negative.phrases.get("not", ()) if p[0] == lemma))


def _carrier(draft: Draft, words: Judgement, token: Token) -> Token | None:
    lemma = token.lemma_.lower()
    if _obliged(token) and lemma in words.should and not (lemma == "go" and _goes_somewhere(token)):
        return token
    if lemma in words.phrases:
        reach = list(_reach(draft, token))
        if _holds(reach, words.phrases[lemma]) and not _limited_phrase(draft, token, reach):
            return token
    if lemma in words.verbs and not is_passive(token) and (is_finite(token) or token.dep_ == "xcomp"):
        return token
    if lemma in COPULAS:
        return _complement(draft, words, token)
    return _judged_object(draft, words, token) if lemma in LIGHT else None


def _limited_phrase(draft: Draft, token: Token, reach: list[tuple[str, str]]) -> bool:
    """'did nothing *illegal*', 'lost control *of the council*': nobody is blamed."""
    lawful = any(n.lower_ == "nothing" and children(n, "amod") for n in children(token, "dobj"))
    return lawful or _holds(reach, draft.lexicon.neutral.get(token.lemma_.lower(), ()))


def _reach(draft: Draft, token: Token) -> Iterator[tuple[str, str]]:
    """(lemma, word) of what follows a verb within its clause."""
    for following in draft.tokens[token.i + 1 : min(token.i + 10, token.right_edge.i + 1)]:
        if following.pos_ in VERBAL and following.dep_ in ("relcl", "ccomp", "advcl", "conj"):
            return
        yield following.lemma_.lower(), following.lower_


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
    return _bound(token)


def _bound(token: Token) -> bool:
    """'*has* to go', '*deserves* to be sacked'."""
    above = token.head
    binding = above.lemma_.lower() in ("have", "need", "deserve", "ought")
    return token.dep_ == "xcomp" and binding and token.i > above.i


def _goes_somewhere(token: Token) -> bool:
    """'should *go to the centre*', 'must go *further*': nobody is told to leave."""
    return bool(children(token, "prep", "prt", "xcomp", "acomp") or children(token, "advmod"))


def _holds(reach: list[tuple[str, str]], phrases: Iterable[tuple[str, ...]]) -> bool:
    """Whether the words of a phrase stand in order among the (lemma, word) pairs behind the verb."""
    there = {word for pair in reach for word in pair}
    return any(there.issuperset(phrase) and _in_order(reach, phrase) for phrase in phrases)


def _in_order(reach: list[tuple[str, str]], phrase: tuple[str, ...]) -> bool:
    following = iter(reach)
    return all(any(word in pair for pair in following) for word in phrase)


def _complement(draft: Draft, words: Judgement, copula: Token) -> Token | None:
    """'was *shameful*', 'is a *disgrace*', 'is a *great* minister', 'is a “disgraceful *smear*”'."""
    for child in children(copula, "acomp", "attr", "oprd"):
        for each in with_conjuncts(child):
            if any(prepositional(each, word) for word in _felt_towards(draft, each)) or _limited(
                copula, each
            ):
                continue  # 'is *mad at* Orrin' is the position of whoever is mad
            if whole_word(each) in words.adjectives or (
                each.pos_ == "NOUN" and each.lemma_.lower() in words.nouns
            ):
                return each
            for modifier in children(each, "amod", "compound"):
                if (
                    modifier.lower_ == "best"
                    and each.lemma_.lower() not in draft.lexicon.judged_objects | PERSONS
                ):
                    continue  # 'their best recruiter' is no praise
                if whole_word(modifier) in words.adjectives:
                    return modifier
    return None


def _limited(copula: Token, adjective: Token) -> bool:
    """'would be *wise* to go', 'is *too* good', 'is *great at* jokes': no judgement of the whole."""
    advised = any(is_infinitive(clause) for clause in children(adjective, "xcomp"))
    beside = [c for c in children(copula, "prep") if c.i == adjective.i + 1]
    words = {child.lower_ for child in (*children(adjective, "advmod", "prep"), *beside)}
    return (advised and bool(children(copula, "aux"))) or bool(words & {"too", "at"})


def _felt_towards(draft: Draft, adjective: Token) -> list[str]:
    return [w for frame in draft.lexicon.adjective_frames.get(adjective.lower_, ()) for w in frame.words]


def whole_word(token: Token) -> str:
    """'ill-judged', which the tokeniser takes apart."""
    doc = token.doc
    hyphened = token.i > 1 and doc[token.i - 1].text == "-" and not doc[token.i - 2].whitespace_
    return f"{doc[token.i - 2].lower_}-{token.lower_}" if hyphened else token.lower_


def attribute(draft: Draft, token: Token) -> Iterator[Candidate]:
    """'“Orrin's *ignorant* view could harm us,” said Vela': a judging word put on what belongs to somebody."""
    if token.dep_ != "amod" or token.i not in draft.quote_at or token.lower_ in draft.lexicon.describing:
        return
    noun = token.head
    sign = (token.lower_ in draft.lexicon.positive.adjectives) - (
        token.lower_ in draft.lexicon.negative.adjectives
    )
    if sign == 0 or not children(noun, "poss"):
        return
    holder = _holder(draft, token)
    targets = tuple(t for t in targets_of(draft, noun, "actor") if t.inherited) if holder else ()
    held = {reference.entity_id for reference in holder}
    targets = tuple(t for t in targets if t.entity_id not in held)
    if targets:
        relation = draft.lexicon.relations[SIGNS[sign]]
        yield Candidate(relation, holder, targets, token, (token.i, token.i + 1), judged=True)
