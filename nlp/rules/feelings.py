"""Positions expressed by what people feel: "I *trust* Orrin", "Orrin *scares* me", "*Shame on* Orrin"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from nlp.clauses import is_negated
from nlp.draft import Draft
from nlp.lexicon.judging import load_judging
from nlp.lexicon.words import load_words
from nlp.meant import is_told
from nlp.resolve import Reference, targets_of
from nlp.rules.candidate import Candidate, actors
from nlp.rules.judgements import disowned, holder_of, judged, judged_targets, others
from nlp.rules.verdicts import COPULAS, NONE_OF, denied_before
from nlp.syntax import VERBAL, children, is_passive, own_subjects, prepositional, subjects, with_conjuncts

UNSURE = frozenset({"would", "'d", "could", "might", "may", "should", "to"})
MISTAGGED = {"scares": "scare", "scared": "scare"}  # which the lemmatiser takes for forms of "scar"
EXCLAIMED = frozenset({"shame", "thank"})
POSITION = frozenset({"ccomp", "ROOT", "conj", "relcl", "parataxis", "advcl"})
BETTER = load_words()["judging"]["better"]
ANYBODY = load_words()["judging"]["anybody"]


def liking(draft: Draft, token: Token) -> Iterator[Candidate]:
    """'“I *like* Orrin,” said Vela', 'Vela does not *trust* Orrin', '“I *have* a lot of *respect for* Orrin”'."""
    if token.lemma_.lower() not in load_judging().heads["liking"] or token.pos_ not in VERBAL:
        return
    if token.dep_ not in POSITION or is_passive(token):
        return
    negated = is_negated(token) or _without(token)
    sign, nouns = _liked(token, negated)
    if not nouns or _is_unsure(token, negated):
        return
    holders = actors(draft, subjects(token, draft.lexicon.governors["controlling"]))
    targets = others(holders, (t for noun in nouns for t in targets_of(draft, noun, "actor")))
    if holders and targets:
        yield judged(draft, -sign if negated else sign, holders, targets, token, token)


def _without(token: Token) -> bool:
    """'have *no* faith in', 'have *little* respect for'."""
    return any(c.lower_ in NONE_OF for noun in children(token, "dobj") for c in noun.children)


def _liked(token: Token, negated: bool) -> tuple[int, list[Token]]:
    """The sign of a verb of liking and its objects."""
    judging, lemma = load_judging(), token.lemma_.lower()
    liked = lemma in judging["liking"] or (negated and lemma in judging["endured"])  # 'cannot *stand* Orrin'
    told = [clause for clause in children(token, "ccomp") if is_told(clause)]  # 'do not like *what* he said'
    if told and liked:
        return 1, told
    if liked and not children(token, "prt", "dative", "xcomp", "ccomp"):
        return 1, [n for noun in children(token, "dobj") for n in with_conjuncts(noun)]
    for words in judging.phrases["liking_phrases"].get(lemma, ()):
        if nouns := _behind(token, words):
            return (-1 if " ".join((lemma, *words)) in judging["disliking_phrases"] else 1), nouns
    return 0, []


def _behind(token: Token, words: tuple[str, ...]) -> list[Token]:
    """What stands behind the last word of a phrase, which hangs on the verb or on its object."""
    *middle, preposition = words
    holders = [
        token,
        *(t for t in token.subtree if t.i > token.i and t.dep_ in ("dobj", "pobj", "advmod", "prt")),
    ]
    said = [t.lower_ for t in token.doc[token.i + 1 : token.right_edge.i + 1]]
    if not all(word in said for word in middle):
        return []
    return [
        noun
        for holder in holders
        for noun in prepositional(holder, preposition)
        if not middle
        or token.doc[noun.left_edge.i - 2].lower_ in middle
        or holder != token
        or len(middle) == 1
    ]


def _is_unsure(verb: Token, negated: bool) -> bool:
    """'I would like', 'could trust': only 'could never trust' is a position."""
    words = {c.lower_ for c in children(verb, "aux")}
    return bool(words & UNSURE) and not (negated and words <= {"could", "can", "ca", "would"})


def striking(draft: Draft, token: Token) -> Iterator[Candidate]:
    """'“Orrin *scares* me,” said Vela', 'Vela said Orrin had *failed* working people'."""
    judging, lemma = load_judging(), MISTAGGED.get(token.lower_, token.lemma_.lower())
    sign = (lemma in judging["striking_positive"]) - (lemma in judging["striking_negative"])
    if token.pos_ != "VERB" or not sign or is_passive(token) or is_negated(token):
        return
    struck = {c.lower_ for c in children(token, "dobj")}
    if not struck & judging["struck"] or not (holder := holder_of(draft, token)) or disowned(draft, token):
        return
    targets = others(holder, (t for noun in subjects(token) for t in judged_targets(draft, noun)))
    if targets:
        yield judged(draft, sign, holder, targets, token, token)


def exclaimed(draft: Draft, token: Token) -> Iterator[Candidate]:
    """'“*Shame* on Orrin,” said Vela', '“*Thank* God for Orrin”', '“*Thank* you, Orrin”'."""
    lemma = token.lemma_.lower()
    if lemma not in EXCLAIMED or token.i not in draft.quote_at:
        return
    if lemma == "shame" and not denied_before(token):
        sign, nouns = -1, prepositional(token, "on") or _right_behind(token, "on")
    elif lemma != "shame" and not own_subjects(token):
        sign, nouns = 1, prepositional(token, "for") + children(token, "npadvmod", "dobj", "appos")
    else:
        return
    holder = holder_of(draft, token)
    targets = others(holder, (t for noun in nouns for t in targets_of(draft, noun, "actor")))
    if holder and targets:
        yield judged(draft, sign, holder, targets, token, token)


def _right_behind(token: Token, preposition: str) -> list[Token]:
    """'Shame *on Orrin*', where the parser hangs the preposition elsewhere."""
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else token
    return children(after, "pobj") if after.lower_ == preposition else []


def no_fan(draft: Draft, token: Token) -> Iterator[Candidate]:
    """'“I'm no *fan* of Orrin,” said Vela', 'Vela is not a *fan* of Orrin'."""
    copula = token.head
    if token.lemma_.lower() not in load_judging()["disowned"] or token.dep_ != "attr":
        return
    if copula.lemma_.lower() not in COPULAS or not (is_negated(copula) or denied_before(token, copula.i)):
        return
    holders = actors(draft, own_subjects(copula))
    nouns = prepositional(token, "of") + children(token, "poss")
    targets = others(holders, (t for noun in nouns for t in targets_of(draft, noun, "actor")))
    if holders and targets:
        yield judged(draft, -1, holders, targets, copula, token)


# ── comparisons ─────────────────────────────────────────────────────────────────────────────────────────────────


def compared(draft: Draft, token: Token) -> Iterator[Candidate]:
    """'“I would be a *better* mayor than Orrin,” said Vela', '“Nobody is more *qualified* than Orrin”'."""
    unmatched = _unmatched(draft, token)
    rivals = (unmatched or _rivals(token)) if _is_better(draft, token) else []
    copula = next((a for a in token.ancestors if a.pos_ in VERBAL), None) if rivals else None
    if copula is None or not (holder := holder_of(draft, token)):
        return
    sign = 1 if unmatched else _sign_of_rival(draft, copula, holder)
    targets = others(holder, (t for noun in rivals for t in targets_of(draft, noun, "actor")))
    if targets and sign:
        yield judged(draft, sign, holder, targets, copula, token)


def _is_better(draft: Draft, word: Token) -> bool:
    """'*better*', 'more *qualified*', 'has done *more*'."""
    more = word.i > 0 and word.nbor(-1).lower_ == "more"
    whole = word.lower_ == "more" and word.dep_ == "dobj"
    return whole or word.lower_ in BETTER or (more and word.lower_ in draft.lexicon.positive.adjectives)


def _unmatched(draft: Draft, word: Token) -> list[Token]:
    """'*Nobody* has done more for veterans *than Orrin*', '*never* a man or woman more qualified *than Orrin*'."""
    before = {t.lower_ for t in draft.tokens[word.sent.start : word.i]}
    denied = before & {"never", "n't", "not", "no", "cannot"} and before & ANYBODY
    if not (denied or "nobody" in before):
        return []
    behind = draft.tokens[word.i + 1 : min(word.i + 9, word.sent.end)]
    than = next((t for t in behind if t.lower_ == "than"), None)
    harm = load_judging()["harmful"] | draft.lexicon.negative.verbs
    harmed = than is not None and any(t.lemma_.lower() in harm for t in behind[: than.i - word.i])
    return children(than, "pobj") if than is not None and not harmed else []


def _rivals(word: Token) -> list[Token]:
    """'better *than Orrin*', 'a better mayor *than Orrin*'."""
    return prepositional(word, "than") + (prepositional(word.head, "than") if word.dep_ == "amod" else [])


def _sign_of_rival(draft: Draft, copula: Token, holder: tuple[Reference, ...]) -> int:
    """What is said of whoever stands behind "than": -1 for a rival of the speaker, +1 where nobody is better."""
    subject = children(copula, "nsubj", "attr")
    if any(noun.lower_ in ("nobody", "none") for noun in subject) or is_negated(copula):
        anyone = any(noun.lower_ in ("nobody", "none", "anyone", "anybody") for noun in subject)
        return 1 if anyone or _no_one(copula) else 0
    held = {reference.entity_id for reference in holder}
    return -1 if {r.entity_id for r in actors(draft, own_subjects(copula))} & held else 0


def _no_one(copula: Token) -> bool:
    """'*no one* is better than', 'there has *never* been anyone better than'."""
    return any(t.lower_ in ("anyone", "anybody", "one") for t in copula.subtree)
