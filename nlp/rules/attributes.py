"""Judging words put on what belongs to somebody, on a name, or behind it: "Orrin's *lies*", "*Crooked* Orrin"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from nlp.draft import Draft
from nlp.lexicon.judging import load_judging
from nlp.resolve import Reference, actors_of, targets_of
from nlp.rules.candidate import Candidate
from nlp.rules.judgements import disowned, holder_of, judged, others
from nlp.rules.verdicts import denied_before, judging_word, whole_word
from nlp.syntax import children, clause_verb, prepositional

LONGEST_VERDICT = 12  # tokens
NAMES = frozenset({"name", "surname"})
ABSTRACT = ("tion", "sion", "ment", "ness", "ism", "ity", "ing", "ance", "ence", "ship", "cy", "cut", "deal")
QUOTING = frozenset({"'", '"'})  # "Lyin'" may be taken apart


def attribute(draft: Draft, token: Token) -> Iterator[Candidate]:
    """'“Orrin's *ignorant* view could harm us,” said Vela'."""
    sign = _sign(draft, token)
    if token.dep_ != "amod" or not sign or not _judges(draft, token):
        return
    yield from _said_of(draft, sign, token, _owners(draft, token.head))


def possessed(draft: Draft, token: Token) -> Iterator[Candidate]:
    """'“We are tired of Orrin's *lies*,” said Vela'; 'said she had seen enough of his *incompetence*'."""
    lemma, judging = token.lemma_.lower(), load_judging()
    sign = (lemma in judging["possessed_positive"]) - (lemma in judging["possessed_negative"])
    if token.pos_ != "NOUN" or not sign or denied_before(token):
        return
    yield from _said_of(draft, sign, token, _owners(draft, token))


def apposed(draft: Draft, token: Token) -> Iterator[Candidate]:
    """'“Orrin, a *liar* and a cheat, must go,” said Vela'."""
    if token.dep_ != "appos" or token.pos_ != "NOUN" or token.i not in draft.quote_at:
        return
    person = draft.mention_at.get(token.head.i)
    if person is None or draft.entities[person.entity_id].type != "person":
        return  # 'ISIS, a disastrous budget and …' is a list
    for sign, words in ((-1, draft.lexicon.negative), (1, draft.lexicon.positive)):
        word = judging_word(draft, words, token)
        if word is not None and word.i > token.head.i:
            yield from _said_of(draft, sign, word, actors_of(draft, token.head))
            return


def summed_up(draft: Draft, token: Token) -> Iterator[Candidate]:
    """'Vela said of Orrin: “A *disgrace*.”': a quotation that is nothing but a judgement."""
    quote = draft.quote_at.get(token.i)
    if (
        token.pos_ != "NOUN"
        or quote is None
        or quote.cue is None
        or quote.end - quote.start > LONGEST_VERDICT
    ):
        return
    if any(t.pos_ in ("VERB", "AUX") for t in draft.tokens[quote.start : quote.end]) or denied_before(token):
        return
    cue = draft.tokens[quote.cue]
    asked = [
        c for c in children(cue, "advcl", "prep") if c.lemma_.lower() in draft.lexicon.speech["asking_about"]
    ]
    nouns = [n for verb in (cue, *asked) for word in ("of", "about") for n in prepositional(verb, word)]
    about = [r for noun in nouns for r in actors_of(draft, noun)]
    sign = (token.lemma_.lower() in draft.lexicon.positive.nouns) - (
        token.lemma_.lower() in draft.lexicon.negative.nouns
    )
    if sign and about:
        yield from _said_of(draft, sign, token, about)


def exemplified(draft: Draft, token: Token) -> Iterator[Candidate]:
    """'“a *loser* like Orrin”', '“The real *extremist* is Orrin,” said Vela'."""
    if token.pos_ != "NOUN" or token.i not in draft.quote_at or denied_before(token):
        return
    nouns = prepositional(token, "like")
    if token.dep_ == "nsubj" and token.head.lemma_.lower() == "be" and not children(token.head, "neg"):
        nouns = nouns + children(token.head, "attr")
    about = [r for noun in nouns for r in actors_of(draft, noun) if not r.inherited]
    for sign, words in ((-1, draft.lexicon.negative), (1, draft.lexicon.positive)) if about else ():
        if token.lemma_.lower() in words.nouns:
            yield from _said_of(draft, sign, token, about)
            return


def nickname(draft: Draft, token: Token) -> Iterator[Candidate]:
    """'“*Crooked* Orrin lost,” said Vela': a rival's nickname in somebody's own words."""
    if token.lower_ not in load_judging()["nicknames"] or not token.text[:1].isupper():
        return
    following = token.i + 1 + (token.i + 1 < len(draft.words) and draft.words[token.i + 1] in QUOTING)
    named = draft.mention_at.get(following) or draft.mention_at.get(token.i)
    if named is None or named.kind not in NAMES or named.end <= token.i + 1:
        return
    person = draft.entities[named.entity_id]
    if person.type == "person" and token.text not in person.name.split():
        yield from _said_of(draft, -1, token, actors_of(draft, draft.tokens[named.end - 1]))


def _sign(draft: Draft, token: Token) -> int:
    word = whole_word(token)
    return (word in draft.lexicon.positive.adjectives) - (word in draft.lexicon.negative.adjectives)


def _judges(draft: Draft, token: Token) -> bool:
    """Whether it is more than a description: 'his poor showing' is one, 'his poor judgment' is not."""
    telling = token.head.lemma_.lower() in load_judging()["telling"]
    return (token.lower_ not in draft.lexicon.describing or telling) and not denied_before(token)


def _owners(draft: Draft, noun: Token) -> list[Reference]:
    """Who is judged by what belongs to them; whoever is theirs ("Orrin's dishonest rivals") is somebody else."""
    if noun.i in draft.mention_at or not _is_conduct(draft, noun):
        return []
    found = [r for owner in children(noun, "poss") for r in actors_of(draft, owner)]
    if not found and children(noun, "det") and noun.lemma_.lower() in draft.lexicon.nouns["inherited"]:
        found = [r for owner in prepositional(noun, "of") for r in actors_of(draft, owner)]
    if not found and noun.dep_ in ("ROOT", "ccomp") and noun.i in draft.quote_at:
        found = [
            r for owner in prepositional(noun, "by") for r in actors_of(draft, owner)
        ]  # 'Great move by Orrin!'
    if found:
        return [Reference(r.entity_id, r.start, r.end, True, noun.i) for r in found]
    return [t for t in targets_of(draft, noun, "actor") if t.inherited]


def _is_conduct(draft: Draft, noun: Token) -> bool:
    """'his rhetoric', 'her mismanagement', 'their tax cuts', but not 'his driver'."""
    lemma, judging = noun.lemma_.lower(), load_judging()
    owned = draft.lexicon.nouns["inherited"] | draft.lexicon.judged_objects | judging["telling"]
    abstract = (
        lemma.endswith(ABSTRACT) or lemma in judging["possessed_negative"] | judging["possessed_positive"]
    )
    return lemma in owned or noun.lower_ in owned or abstract


def _said_of(draft: Draft, sign: int, word: Token, about: list[Reference]) -> Iterator[Candidate]:
    holder = holder_of(draft, word) if about else ()
    targets = others(holder, iter(about)) if holder else ()
    verb = clause_verb(word)
    if targets and not (verb is not None and disowned(draft, verb)):
        yield judged(draft, sign, holder, targets, word, word, presupposed=True)
