"""Did it happen? Negation, condition, future and question, read off the words that govern a predicate."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from nlp.draft import Draft
from nlp.lexicon import Lexicon
from nlp.quotes import is_cue
from nlp.syntax import VERBAL, children, clause_verb, is_finite, is_infinitive
from records import MODALITIES

NEGATING_ADVERBS = frozenset({"never", "hardly", "scarcely", "seldom", "rarely"})
NOBODY = frozenset({"few", "nobody", "none", "neither"})
FALSE = frozenset(
    {"lie", "untrue", "false", "wrong", "nonsense", "myth", "unlikely", "impossible", "doubtful"}
)
ALLEGING = frozenset({"accuse", "suspect", "charge"})
ORDINAL = frozenset({"first", "last", "only", "latest"})
ABILITY = frozenset({"could", "would", "will", "wo", "can", "ca", "cannot"})
CLIMB = 8  # governors looked at


@dataclass(frozen=True, slots=True)
class Mood:
    """What the governors of a predicate make of it."""

    negated: bool = False
    modality: str = "asserted"
    refused: bool = False  # under "refuse", "decline", "could not": a position where the predicate is support


def mood_of(draft: Draft, predicate: Token, judged: bool = False, presupposed: bool = False) -> Mood:
    """The mood of a verb, adjective or noun that expresses a relation.

    Of a judgement ("should resign", "would be a disaster") the predicate's own auxiliaries change nothing; of what is
    presupposed ("Vela's attack on Orrin") nothing above the noun does.
    """
    own = _own_mood(draft.lexicon, predicate, judged)
    if presupposed:
        return own
    negated, modality, refused = own.negated, own.modality, own.refused
    lower = predicate
    negated ^= _denied_cleft(predicate)
    for _ in range(CLIMB):
        if modality != "asserted" or lower.head == lower or _stands_by_itself(draft.lexicon, lower):
            break
        effect: str | None
        if is_cue(draft, lower.head) and lower.dep_ in ("ccomp", "parataxis"):
            effect = _effect_of_cue(draft.lexicon, lower)
        else:
            effect = _effect(draft.lexicon, lower, lower.head)
        negated ^= effect == "negating"
        refused |= effect == "refusing"
        if effect is not None and effect in MODALITIES:
            modality = effect
        told = is_cue(draft, lower.head) and lower.dep_ in ("ccomp", "parataxis")
        if told and not (
            effect == "end" and is_infinitive(lower.head)
        ):  # 'it is wrong *to say* that …' climbs on
            break
        lower = lower.head
    if modality == "asserted" and _in_question(predicate):
        modality = "question"
    return Mood(negated, modality, refused)


def _own_mood(lexicon: Lexicon, predicate: Token, judged: bool) -> Mood:
    negated = not judged and _negated(predicate)
    if any(c.lower_ in lexicon.governors["alleged"] for c in children(predicate, "amod")):
        return Mood(negated, "hypothetical")
    modality = _own_modality(lexicon, predicate) if predicate.pos_ in VERBAL and not judged else "asserted"
    if negated and modality in ("hypothetical", "future") and _unable(predicate):
        return Mood(refused=True)
    return Mood(negated, modality)


def _stands_by_itself(lexicon: Lexicon, clause: Token) -> bool:
    """A relative clause, or '… after Vela attacked Orrin': it stands, whatever governs it."""
    if clause.dep_ == "relcl":
        return True
    if clause.dep_ != "advcl" or clause.tag_ not in ("VBD", "VBZ", "VBP", "VBN"):
        return False
    return not _conditional(lexicon, clause)


def _denied_cleft(clause: Token) -> bool:
    """'It was *not* Vela who attacked Orrin.'"""
    above = clause.head.head
    cleft = clause.dep_ == "relcl" and clause.head.dep_ == "attr" and above.lemma_ == "be"
    return cleft and any(c.lower_ == "it" for c in children(above, "nsubj")) and _negated(above)


def _conditional(lexicon: Lexicon, clause: Token) -> bool:
    return any(c.lower_ in lexicon.governors["conditional_marks"] for c in children(clause, "mark", "advmod"))


def _negated(predicate: Token) -> bool:
    if predicate.dep_ == "conj" and any(c.lower_ == "nor" for c in children(predicate.head, "cc")):
        return True
    for child in predicate.children:
        if child.dep_ == "advmod" and any(c.lower_ in ("no", "hardly", "scarcely") for c in child.children):
            return True  # 'no longer', 'hardly ever'
        if child.dep_ == "neg" or child.lower_ in NEGATING_ADVERBS:
            return True
        if child.dep_ in ("det", "preconj") and child.lower_ in ("no", "neither"):
            return True
    return any(
        subject.lower_ in NOBODY
        or any(c.lower_ in ("no", "neither") for c in subject.children)
        or (any(c.lower_ == "few" for c in children(subject, "amod")) and not children(subject, "det"))
        for subject in children(predicate, "nsubj", "nsubjpass")
    )


def _own_modality(lexicon: Lexicon, verb: Token) -> str:
    """By auxiliaries and the marker of the verb's own clause."""
    words = {child.lower_ for child in children(verb, "aux", "auxpass")}
    if words & lexicon.governors["future_auxiliaries"]:
        return "future"
    if words & lexicon.governors["hypothetical_auxiliaries"] and not {"must", "have"} <= words:
        return "hypothetical"
    if any(c.i < s.i for c in children(verb, "aux") for s in children(verb, "nsubj")) and not _in_question(
        verb
    ):
        return "hypothetical"  # 'Had Vela condemned Orrin, …'
    if _conditional(lexicon, verb) and not words & {"have", "'ve"}:
        return "hypothetical"
    return "asserted"


def _unable(verb: Token) -> bool:
    """'could not support', 'will not back', 'won't endorse': a refusal."""
    words = {child.lower_ for child in children(verb, "aux")}
    return bool(words & ABILITY) and "have" not in words


# ── what one governor does ──────────────────────────────────────────────────────────────────────────────────────


def _effect_of_cue(lexicon: Lexicon, lower: Token) -> str:
    """Speech leaves what is said as it is, but "asked whether" and "denied that"."""
    lemma = lower.head.lemma_.lower()
    if lemma in lexicon.speech["asking"]:
        return "question"
    if lemma in lexicon.governors["denying"] or _negated(lower.head):
        return "negating"
    said = _own_modality(lexicon, lower.head)  # 'if he *announced* that …', 'she will *say* that …'
    return said if said != "asserted" else "end"


def _effect(lexicon: Lexicon, lower: Token, upper: Token) -> str | None:
    """What the word above does: a modality, "negating", "refusing", or None for nothing."""
    infinitive = is_infinitive(lower)
    if _untold(lexicon, lower, upper, infinitive):
        return "hypothetical"
    if lower.dep_ == "pcomp":
        return _effect_of_preposition(lexicon, upper)
    if upper.pos_ in VERBAL and lower.pos_ in VERBAL and lower.dep_ in ("xcomp", "ccomp", "dobj"):
        return _effect_of_verb(lexicon, lower, upper)
    if infinitive and lower.dep_ in ("acl", "xcomp"):
        return _effect_of_noun(lexicon, upper)
    if lower.dep_ == "advcl":
        goal = infinitive and upper.lemma_.lower() not in lexicon.governors["asserting"]
        return "hypothetical" if goal or _conditional(lexicon, lower) else None
    if lower.dep_ in ("dobj", "attr", "conj", "pobj") and upper.pos_ in VERBAL:
        return _effect_of_clause(lexicon, lower, upper)
    return None


def _untold(lexicon: Lexicon, lower: Token, upper: Token, infinitive: bool) -> bool:
    """'it is a *lie* that Vela attacked Orrin', 'it is *wrong* to say so', '*claims* that she did'."""
    if lower.dep_ not in ("ccomp", "acl", "csubj", "xcomp") or not (infinitive or is_finite(lower)):
        return False
    return _falsifies(upper) or (not infinitive and upper.lemma_.lower() in lexicon.speech["nouns"])


def _falsifies(upper: Token) -> bool:
    """'is *untrue*', 'is a *lie*', 'is *wrong*', or such a word itself."""
    return any(t.lemma_.lower() in FALSE for t in (upper, *children(upper, "acomp", "attr")))


def _effect_of_preposition(lexicon: Lexicon, preposition: Token) -> str | None:
    """'without *criticising*', 'stopped short of *backing*', 'accused of *attacking*'."""
    above = preposition.head.lower_
    verb = clause_verb(preposition.head)
    if preposition.lower_ == "of" and verb is not None and verb.lemma_.lower() in ALLEGING:
        return "hypothetical"  # alleged, not told
    if preposition.lower_ == "to" and above in ("close", "near"):
        return "hypothetical"  # 'came close to *criticising*'
    if preposition.lower_ == "against" and preposition.head.lemma_.lower() in ("decide", "vote", "argue"):
        return "refusing"  # 'decided against *endorsing*'
    stopped = preposition.lower_ in ("of", "from") and above.startswith(
        ("short", "refrain", "shy", "shied", "far")
    )
    warned = preposition.lower_ == "against" and preposition.head.lemma_.lower() in (
        "warn",
        "advise",
        "caution",
    )
    return (
        "negating"
        if stopped or warned or preposition.lower_ in lexicon.governors["negating_prepositions"]
        else None
    )


def _effect_of_noun(lexicon: Lexicon, upper: Token) -> str | None:
    """'her refusal *to endorse*', 'plans *to oppose*', but 'the first *to call for*'."""
    lemma = upper.lemma_.lower()
    if lemma in lexicon.governors["unwilling"]:
        return "refusing"
    if lemma in lexicon.governors["prospective"] and not any(c.lower_ in ORDINAL for c in upper.children):
        return "hypothetical"
    return None


def _effect_of_clause(lexicon: Lexicon, lower: Token, upper: Token) -> str | None:
    """A noun is under its verb's negation and modality; a joined verb only where it has no auxiliary of its own."""
    if lower.dep_ == "conj" and (
        lower.tag_ != "VB" or children(lower, "aux", "auxpass", "nsubj", "nsubjpass")
    ):
        return None  # 'did not vote and *was* criticised': a predicate of its own
    if _negated(upper):
        return "negating"
    own = _own_modality(lexicon, upper)
    return own if own != "asserted" else None


def _effect_of_verb(lexicon: Lexicon, lower: Token, upper: Token) -> str | None:
    governors, lemma = lexicon.governors, upper.lemma_.lower()
    own = _own_modality(lexicon, upper)
    if lemma in governors["refusing"] or (lemma == "rule" and any(c.lower_ == "out" for c in upper.children)):
        return "refusing" if own == "asserted" and not _negated(upper) else "hypothetical"
    if lemma in governors["failing"]:
        return None if _negated(upper) else "negating"
    if lemma in governors["considering"]:
        return "hypothetical"
    if lemma in governors["denying"]:
        return "negating"
    if _negated(upper):
        return "negating"
    if is_finite(lower):
        return None
    if own != "asserted":
        return own
    return _effect_of_control(lexicon, lower, lemma)


def _effect_of_control(lexicon: Lexicon, lower: Token, lemma: str) -> str | None:
    """'wants *to attack*', 'urged Orrin *to back*'; but 'began *attacking*', 'went on *to praise*'."""
    if lemma == "have" and is_infinitive(lower):
        return "hypothetical"  # 'has yet to endorse', 'has to back'
    if lemma in lexicon.governors["asserting"]:
        return None
    return "hypothetical" if is_infinitive(lower) or lemma in lexicon.governors["controlling"] else None


def _in_question(token: Token) -> bool:
    """Whether the sentence asks: it ends in a question mark."""
    for last in reversed(token.sent):
        if not last.is_space and last.text not in ('"', "'", ")"):
            return last.text == "?"
    return False
