"""Positions expressed by what somebody is called: "called Orrin a liar", "described the plan as shameful"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from nlp.draft import Draft
from nlp.lexicon.judging import load_judging
from nlp.lexicon.words import load_words
from nlp.resolve import Reference, actors_of
from nlp.rules.candidate import Candidate, actors
from nlp.rules.judgements import SIGNS, holder_of, judged_targets
from nlp.rules.stranded import stranded
from nlp.rules.verdicts import whole_word
from nlp.syntax import (
    VERBAL,
    agents,
    children,
    is_finite,
    is_infinitive,
    is_passive,
    own_subjects,
    prepositional,
    subjects,
)

SCORNING = load_words()["speech"]["scorning"]
CALLING = load_words()["speech"]["calling"]
BREAKS = frozenset({",", ";", ":", "(", "-", "--", "—"})
OBJECTS = frozenset({"dobj", "oprd", "nsubj", "attr", "dative"})
DESCRIBING = frozenset({"ADJ", "NOUN", "PROPN"})
FARTHEST, LONGEST = 14, 10  # tokens before the marks, tokens within
ARTICLES = frozenset({"a", "an", "the"})
REGARDING = load_words()["speech"]["regarding"]


def naming(draft: Draft, token: Token) -> Iterator[Candidate]:
    """'Vela *called* Orrin a liar', '*describing* the plan as shameful', 'Orrin was *branded* a fraud by Vela'."""
    if token.pos_ not in VERBAL:
        return
    name = _name(draft, token)
    if name is None or not all(name) or not _sign_of(draft, name[1])[0]:
        name = _quoted_name(draft, token) or name
    if name is None or not all(name):
        return
    target, described = name
    holders = _namers(draft, token) or stranded(draft, token)
    targets = tuple(t for noun in target for t in judged_targets(draft, noun) or _owner_before(draft, noun))
    sign, word = _sign_of(draft, described)
    if word is None and _is_put_down(draft, token, targets, described):
        sign, word = -1, described[0]
    if sign and word is not None and holders and targets:
        relation = draft.lexicon.relations[SIGNS[sign]]
        cue = (min(token.i, word.i), max(token.i, word.i) + 1)
        unnamed = is_passive(token) and not agents(token)
        yield Candidate(relation, holders, targets, token, cue, judged=unnamed)


def _namers(draft: Draft, token: Token) -> tuple[Reference, ...]:
    """Who calls somebody so; of '“His remark could be *considered* arrogant,” said Vela' it is Vela."""
    if not is_passive(token):
        return actors(draft, subjects(token, draft.lexicon.governors["controlling"]))
    by = agents(token)
    should = any(c.lower_ in ("should", "could", "can", "must") for c in children(token, "aux"))
    return actors(draft, by) if by or not should else holder_of(draft, token)


def _name(draft: Draft, token: Token) -> tuple[list[Token], list[Token]] | None:
    """(target nouns, describing tokens) of a naming verb, by the frame that it stands in."""
    lemma, speech = token.lemma_.lower(), draft.lexicon.speech
    if lemma in speech["naming"] and (name := _small_clause(token)) is not None and all(name):
        return name
    if lemma in speech["naming_as"]:
        return _as_phrase(token)
    if lemma in REGARDING:
        return _regarded(token)
    if lemma in draft.lexicon.likening:
        return children(token, "dobj", "nsubjpass"), prepositional(token, "to")
    return None


def _owner_before(draft: Draft, noun: Token) -> list[Reference]:
    """'calls *Orrin line* racist': a headline leaves out the "'s"."""
    owner = draft.mention_at.get(noun.i - 1)
    if owner is None or noun.lemma_.lower() not in draft.lexicon.nouns["inherited"]:
        return []
    found = actors_of(draft, draft.tokens[owner.end - 1])
    return [Reference(r.entity_id, r.start, r.end, True, noun.i) for r in found]


def _done(token: Token) -> list[Token]:
    """'called *it* wrong *that Orrin* stayed': who does what is called so."""
    if not any(noun.lower_ == "it" for noun in children(token, "dobj")):
        return []
    holders = [token, *children(token, "oprd", "acomp")]
    clauses = [c for each in holders for c in children(each, "ccomp") if is_finite(c) and not is_passive(c)]
    return [
        s for c in clauses if any(m.lower_ == "that" for m in children(c, "mark")) for s in own_subjects(c)
    ]


def _regarded(token: Token) -> tuple[list[Token], list[Token]] | None:
    """'thinks *Orrin* a *fool*': a clause without a verb."""
    for clause in children(token, "ccomp"):
        if clause.pos_ not in VERBAL and (target := own_subjects(clause)):
            return target, [clause]
    return None


def _is_put_down(draft: Draft, token: Token, targets: tuple[Reference, ...], described: list[Token]) -> bool:
    """'*branded* Orrin “the king of muddle”': what is called so, in quotation marks or with an article, is scorned."""
    lemma = token.lemma_.lower()
    if lemma not in load_judging()["naming_negative"] or is_passive(token):
        return False
    words = [t for token_ in described for t in token_.subtree]
    if any(draft.entities[target.entity_id].type == "person" for target in targets):
        return any(t.i in draft.quote_at or (lemma in SCORNING and t.lower_ in ARTICLES) for t in words)
    return lemma in SCORNING and any(t.lower_ in ARTICLES for t in words)


def _small_clause(token: Token) -> tuple[list[Token], list[Token]] | None:
    """(target nouns, describing tokens) of 'call Orrin a liar'; the parser has several shapes for it."""
    if is_passive(token):
        target = own_subjects(token) or ([token.head] if token.dep_ == "acl" else [])
        return target, children(token, "oprd", "attr", "acomp", "dobj")
    if done := _done(token):
        return done, children(token, "oprd", "acomp")
    for clause in children(token, "ccomp", "xcomp", "oprd"):
        if target := own_subjects(clause):
            behind = [t for t in clause.subtree if t.i > target[-1].i and t not in list(target[-1].subtree)]
            return target, behind
    objects = children(token, "dobj") or children(token, "dative")
    if len(objects) > 1:
        return objects[:1], objects[1:]  # 'branded *Orrin* a *hypocrite*'
    names = children(token, "oprd")
    if not objects and len(names) > 1 and names[0].pos_ in ("NOUN", "PROPN"):
        return names[:1], names[1:]  # 'called the *levy* *shameful*', read as two names of nothing
    described = children(token, "oprd", "attr", "acomp", "ccomp", "xcomp", "npadvmod")
    described += [
        c for noun in objects for c in children(noun, "appos")
    ]  # 'labelled the plan “a *disgrace*”'
    if not described and [noun.pos_ for noun in objects] == ["NOUN"]:  # 'calls *Orrin risk* to safety'
        return [c for c in children(objects[0], "compound") if c.pos_ == "PROPN"][-1:], objects
    return objects, [c for c in described if c.i > token.i and not is_infinitive(c)]


def _quoted_name(draft: Draft, token: Token) -> tuple[list[Token], list[Token]] | None:
    """'called Orrin's plan for the ferries “*useless*”', wherever the parser hangs the words in the marks."""
    if token.lemma_.lower() not in CALLING or is_passive(token) or token.i in draft.quote_at:
        return None
    following = draft.tokens[token.i + 1 : min(token.i + FARTHEST, token.sent.end)]
    opened = next((t.i for t in following if t.i in draft.quote_at and not _completes(draft, t)), None)
    if opened is None or any(t.text in BREAKS or t.pos_ == "VERB" for t in following[: opened - token.i - 1]):
        return None
    quote = draft.quote_at[opened]
    named = [t for t in following if t.i < opened and t.dep_ in OBJECTS and t.head == token]
    described = [t for t in draft.tokens[opened : min(quote.end, opened + LONGEST)] if t.pos_ in DESCRIBING]
    return (named[:1], described) if named and described else None


def _completes(draft: Draft, token: Token) -> bool:
    """'her claim of a “*right*”': marks within the name of what is judged."""
    first = draft.quote_at[token.i].start
    before = [
        draft.tokens[i].pos_ for i in range(max(0, first - 3), first) if draft.tokens[i].pos_ != "PUNCT"
    ]
    return before[-1:] == ["ADP"] or before[-2:] == ["ADP", "DET"]


def _as_phrase(token: Token) -> tuple[list[Token], list[Token]] | None:
    """(target nouns, describing tokens) of 'describe the plan as shameful'; the last "as" behind the object counts."""
    target = own_subjects(token) if is_passive(token) else children(token, "dobj")
    if not target and token.lemma_.lower() == "refer":
        target = prepositional(token, "to")  # 'referred *to Orrin* as a clown'
    for as_ in reversed(list(token.subtree)):
        if target and as_.lower_ == "as" and as_.dep_ in ("prep", "mark") and as_.i > token.i:
            heads = children(as_, "pobj", "amod")  # 'as a genuine *threat*' is no praise
            return target, [*heads, *(t for t in as_.subtree if t != as_ and t not in heads)]
    return None


def _sign_of(draft: Draft, described: list[Token]) -> tuple[int, Token | None]:
    """The sign of the first judging word among the describing words and what hangs on them."""
    for token in described:
        aside = {t.i for clause in children(token, "relcl") for t in clause.subtree}
        for each in [token, *(t for t in token.subtree if t.i not in aside)]:
            if sign := _sign_of_word(draft, each):
                return _unless_denied(sign, each)
    return _phrased(described)


def _sign_of_word(draft: Draft, word: Token) -> int:
    for sign, words in ((-1, draft.lexicon.negative), (1, draft.lexicon.positive)):
        named = word.pos_ in ("NOUN", "PROPN") and word.lemma_.lower() in words.nouns
        if (whole_word(word) in words.adjectives and word.pos_ != "ADV") or named:
            return sign
    return -1 if word.text.istitle() and word.lower_ in load_judging()["nicknames"] else 0


def _unless_denied(sign: int, word: Token) -> tuple[int, Token | None]:
    negated = any(
        t.dep_ == "neg" or t.lower_ in ("not", "no", "hardly") for t in (*word.children, *word.head.children)
    )
    negated |= _is_less(word)
    if negated:
        return (-1, word) if sign > 0 else (0, None)
    return sign, word


def _is_less(word: Token) -> bool:
    """'*less* an asset than a liability', but not 'nothing *less than* heroic', 'more or *less* a liar'."""
    before = [token.lower_ for token in word.doc[max(word.sent.start, word.i - 3) : word.i]]
    return "less" in before[-2:] and not {"nothing", "no", "or"} & set(before)


def _phrased(described: list[Token]) -> tuple[int, Token | None]:
    """'painted Orrin as *out of touch*': words that judge only together."""
    for token in described:
        text = token.doc[token.left_edge.i : token.right_edge.i + 1].text.lower()
        if any(f" {words} " in f" {text} " for words in load_judging()["descriptions"]):
            return -1, token
    return 0, None
