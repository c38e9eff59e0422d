"""Which word of a clause judges its subject, and in which direction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from spacy.tokens import Token

from nlp.clauses import OBLIGING, ONLY
from nlp.draft import Draft
from nlp.lexicon import Judgement
from nlp.lexicon.judging import load_judging
from nlp.lexicon.words import load_words
from nlp.rules.belonging import BEING
from nlp.syntax import (
    VERBAL,
    children,
    is_finite,
    is_infinitive,
    is_passive,
    next_token,
    prepositional,
    with_conjuncts,
)

COPULAS = BEING | load_words()["judging"]["seeming"]
NONE_OF = frozenset({"no", "zero", "little"})  # "has zero experience"
PERSONS = load_words()["judging"]["persons"]
LIGHT = load_words()["judging"]["doing"]
DENYING = frozenset({"not", "n't", "never", "no", "hardly", "scarcely", "nowhere", "neither", "nor"})
BLAMING = load_words()["judging"]["blaming"]
NEAR = 4  # tokens before a word within which a "not" may stand

Verdict = tuple[int, Token | None]


def verdict(draft: Draft, token: Token) -> Verdict:
    """The sign of a predicate, its own negation included, and the word that carries it; (0, None) for none."""
    if lacks(draft, token):
        return -1, token
    for sign, words in ((-1, draft.lexicon.negative), (1, draft.lexicon.positive)):
        word = _carrier(draft, words, token)
        if word is not None:
            return _signed(token, word, sign)
    return 0, None


def _signed(token: Token, word: Token, sign: int) -> Verdict:
    """'is *not* fit' blames, 'is *no* racist' defends, 'is *not* wrong' does neither."""
    if not (
        _denied(token, word)
        or (sign > 0 and word == token and _denied_phrase(token))
        or (word.i > token.i and denied_before(word, token.i))
    ):
        return sign, word
    if sign > 0:
        return -1, word
    return (1, word) if _cleared(word) else (0, None)


def _denied_phrase(verb: Token) -> bool:
    """'was “*not* a real friend”', 'has *zero* skills': a denial inside the words that follow."""
    behind = [t.lower_ for t in verb.doc[verb.i + 1 : verb.i + 5]]
    negated = any(w in ("not", "n't") and after not in ONLY for w, after in pairwise(behind))
    return negated or any(c.lower_ in NONE_OF for noun in children(verb, "dobj") for c in noun.children)


def _cleared(word: Token) -> bool:
    return bool({word.lower_, word.lemma_.lower(), whole_word(word)} & load_judging()["cleared"])


def _denied(token: Token, word: Token) -> bool:
    """By the verb's own negation or by a "no" before its object."""
    none_of = any(
        child.lower_ in NONE_OF for noun in children(token, "dobj", "attr") for child in noun.children
    )
    negated = any(
        (child.dep_ == "neg" and str(next_token(child)).lower() not in ONLY) or child.lower_ == "never"
        for child in token.children
    )
    return negated or (none_of and word != token)


def denied_before(word: Token, start: int = 0) -> bool:
    """'was “*not* fit”', 'is *no* leader': a denial right before a word, wherever the parser hangs it."""
    doc = word.doc
    before = [doc[index] for index in range(max(start, word.i - NEAR), word.i)]
    for place, token in enumerate(before):
        behind = before[place + 1 :]
        following = behind[0].lower_ if behind else ""
        denying = token.lower_ in DENYING and following not in ONLY | {"doubt"}
        if denying and all(t.pos_ not in VERBAL for t in behind):
            return True
        if token.lower_ == "anything" and following == "but":
            return True
    return False


def lacks(draft: Draft, token: Token) -> bool:
    """'does *not care*', 'cannot *be trusted*': what only its negation makes a judgement."""
    none = any(
        c.lower_ == "no" for noun in children(token, "attr") for c in noun.children
    )  # 'is *no* leader'
    limited = any(
        str(next_token(c)).lower() in ONLY for c in children(token, "neg")
    )  # 'is *not just* a leader'
    if (
        limited
        or not (none or children(token, "neg"))
        or is_passive(token) != (token.lemma_.lower() == "trust")
    ):
        return False
    lemma, reach = token.lemma_.lower(), list(_reach(draft, token))
    return holds(reach, (p[1:] for p in draft.lexicon.negative.phrases.get("not", ()) if p[0] == lemma))


def _carrier(draft: Draft, words: Judgement, token: Token) -> Token | None:
    lemma = token.lemma_.lower()
    if lemma in words.should and obliged(token) and not (lemma == "go" and _goes_somewhere(token)):
        return token
    if lemma in words.phrases:
        reach = list(_reach(draft, token))
        if holds(reach, words.phrases[lemma]) and not _limited_phrase(draft, words, token, reach):
            return token
    if lemma in words.verbs and not is_passive(token) and (is_finite(token) or token.dep_ == "xcomp"):
        return token
    if lemma in COPULAS:
        return complement(draft, words, token) or _ought_to_feel(words, token)
    judged = _judged_object(draft, words, token) if lemma in LIGHT else None
    return judged or _judged_manner(draft, words, token)


def _judged_manner(draft: Draft, words: Judgement, verb: Token) -> Token | None:
    """'treated her *disrespectfully*', 'handled it *brilliantly*', '*falsely* claimed'."""
    if is_passive(verb):
        return None
    for adverb in children(verb, "advmod"):
        if not adverb.lower_.endswith("ly") or (adverb.i < verb.i and adverb.lower_ not in BLAMING):
            continue
        base = adverb.lower_[:-2]
        stems = {base, base[:-1] + "y", adverb.lower_[:-1] + "e", base.removesuffix("al")}
        if (stems - draft.lexicon.describing) & words.adjectives or adverb.lower_ in BLAMING & {
            "falsely",
            "wrongly",
        }:
            return adverb if adverb.lower_ not in BLAMING or words is draft.lexicon.negative else None
    return None


def _ought_to_feel(words: Judgement, copula: Token) -> Token | None:
    """'*should* be *ashamed*'."""
    felt = [c for c in children(copula, "acomp") if c.lower_ in words.should]
    return felt[0] if felt and obliged(copula) else None


def _limited_phrase(draft: Draft, words: Judgement, token: Token, reach: list[tuple[str, str]]) -> bool:
    """'did nothing *illegal*', 'lost control *of the council*': nobody is blamed."""
    lemma = token.lemma_.lower()
    if words is draft.lexicon.positive:
        return holds(reach, draft.lexicon.neutral.get(lemma, ()))
    nothing = [noun for noun in children(token, "dobj") if noun.lower_ == "nothing"]
    praised = nothing and holds(reach, draft.lexicon.positive.phrases.get(lemma, ()))
    lawful = any(children(noun, "amod") for noun in nothing)
    return bool(praised) or lawful or holds(reach, draft.lexicon.neutral.get(lemma, ()))


def _reach(draft: Draft, token: Token) -> Iterator[tuple[str, str]]:
    """(lemma, word) of what follows a verb within its clause."""
    for following in draft.tokens[token.i + 1 : min(token.i + 10, token.right_edge.i + 1)]:
        if following.lower_ == "instead" or (following.lower_ == "over" and children(following, "pcomp")):
            return  # 'stick with a friend *over* staying true'
        yield following.lemma_.lower(), following.lower_
        if following.pos_ in VERBAL and following.dep_ in ("relcl", "ccomp", "advcl", "conj"):
            return


def _judged_object(draft: Draft, words: Judgement, token: Token) -> Token | None:
    """'did an *incredible* job', 'made a *terrible* mistake', 'showed *poor* judgement'."""
    for noun in children(token, "dobj"):
        if noun.lemma_.lower() not in draft.lexicon.judged_objects:
            continue
        for modifier in (m for first in children(noun, "amod") for m in with_conjuncts(first)):
            if modifier.lower_ in words.adjectives:
                return modifier
    return None


def obliged(token: Token) -> bool:
    """'*should* resign', 'has to go', 'must be sacked'."""
    if any(child.lower_ in OBLIGING for child in children(token, "aux")):
        return not _supposing(token)
    return bound(token)


def _supposing(token: Token) -> bool:
    """'*Should* Orrin win, …'."""
    subjects_ = children(token, "nsubj", "nsubjpass")
    return bool(subjects_) and any(
        c.lower_ == "should" and c.i < subjects_[0].i for c in children(token, "aux")
    )


def bound(token: Token) -> bool:
    """'*has* to go', '*deserves* to be sacked'."""
    above = token.head
    binding = above.lemma_.lower() in ("have", "need", "deserve", "ought")
    return token.dep_ == "xcomp" and binding and token.i > above.i


def _goes_somewhere(token: Token) -> bool:
    """'should *go to the centre*', 'must go *further*': nobody is told to leave."""
    return bool(children(token, "prep", "prt", "xcomp", "acomp") or children(token, "advmod"))


def holds(reach: list[tuple[str, str]], phrases: Iterable[tuple[str, ...]]) -> bool:
    """Whether the words of a phrase stand in order among the (lemma, word) pairs behind the verb."""
    there = {word for pair in reach for word in pair}
    return any(there.issuperset(phrase) and _in_order(reach, phrase) for phrase in phrases)


def _in_order(reach: list[tuple[str, str]], phrase: tuple[str, ...]) -> bool:
    following = iter(reach)
    return all(any(word in pair for pair in following) for word in phrase)


def complement(draft: Draft, words: Judgement, copula: Token) -> Token | None:
    """'was *shameful*', 'is a *disgrace*', 'is a *great* minister', 'is a “disgraceful *smear*”'."""
    likened = prepositional(copula, "like") if copula.lemma_.lower() in ("look", "sound", "seem") else []
    nouns = [*children(copula, "acomp", "attr", "oprd"), *likened]  # 'looks like a *fool*'
    for child in [*nouns, *(n for one in nouns if one.lower_ == "one" for n in prepositional(one, "of"))]:
        for each in with_conjuncts(child):
            felt = any(prepositional(each, word) for word in _felt_towards(draft, each))
            if felt or _limited(draft, words, copula, each):
                continue  # 'is *mad at* Orrin' is the position of whoever is mad
            if (found := judging_word(draft, words, each)) is not None:
                return found
    return None


def judging_word(draft: Draft, words: Judgement, noun: Token) -> Token | None:
    """An adjective or noun that judges, or the judging word before it or behind its "of"."""
    named = noun.pos_ == "NOUN" or (noun.pos_ in ("ADJ", "PROPN") and noun.dep_ in ("attr", "oprd"))
    if whole_word(noun) in words.adjectives or (named and noun.lemma_.lower() in words.nouns):
        return noun
    for modifier in children(noun, "amod", "compound"):
        best = modifier.lower_ == "best"  # 'their best recruiter' is no praise
        if best and noun.lemma_.lower() not in draft.lexicon.judged_objects | PERSONS:
            continue
        if whole_word(modifier) in words.adjectives:
            return modifier
    return _of_quality(draft, words, noun)


def _of_quality(draft: Draft, words: Judgement, noun: Token) -> Token | None:
    """'a man of *integrity*', 'one of *failure*', 'a man with no *principles*'."""
    judging, positive = load_judging(), words is draft.lexicon.positive
    own = judging["possessed_positive"] if positive else judging["possessed_negative"] | words.nouns
    for quality in prepositional(noun, "of"):
        if quality.lemma_.lower() in own and not children(quality, "poss", "det"):
            return quality
    return None


def _limited(draft: Draft, words: Judgement, copula: Token, adjective: Token) -> bool:
    """'would be *wise* to go', 'is *too* good', 'is *great at* jokes': no judgement of the whole."""
    clauses = (*children(adjective, "xcomp"), *children(copula, "xcomp"))
    advised = any(is_infinitive(clause) and clause.i > adjective.i for clause in clauses)
    beside = [c for c in children(copula, "prep") if c.i == adjective.i + 1]
    there = {child.lower_ for child in (*children(adjective, "advmod", "prep"), *beside)}
    too = "too" in there and words is draft.lexicon.positive  # but 'is *too weak* to lead' judges
    return too or (advised and "too" not in there and bool(children(copula, "aux"))) or "at" in there


def _felt_towards(draft: Draft, adjective: Token) -> list[str]:
    return [w for frame in draft.lexicon.adjective_frames.get(adjective.lower_, ()) for w in frame.words]


def whole_word(token: Token) -> str:
    """'ill-judged', which the tokeniser takes apart."""
    doc = token.doc
    hyphened = token.i > 1 and doc[token.i - 1].text == "-" and not doc[token.i - 2].whitespace_
    return f"{doc[token.i - 2].lower_}-{token.lower_}" if hyphened else token.lower_
