"""Did it happen? Negation, condition, future and question, read off the words that govern a predicate."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from nlp.clauses import in_question, is_conditional, is_negated, own_modality
from nlp.draft import Draft
from nlp.governing import effect_of, effect_of_cue, is_content
from nlp.lexicon import Lexicon
from nlp.lexicon.words import load_words
from nlp.quotes import is_cue
from nlp.syntax import VERBAL, children, is_finite, is_infinitive, own_subjects
from records import MODALITIES

ABILITY = frozenset({"could", "would", "will", "wo", "can", "ca", "cannot", "'ll"})
FACTIVE = load_words()["speech"]["factive"]
RESOLVED = load_words()["moods"]["resolved"]
AWAITED = load_words()["moods"]["awaited"]
BEHIND = frozenset({"after", "despite"})
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
            effect = effect_of_cue(draft.lexicon, lower)
        else:
            effect = effect_of(draft.lexicon, lower, lower.head)
        negated ^= effect == "negating"
        refused |= effect == "refusing"
        if effect is not None and effect in MODALITIES:
            modality = effect
        told = is_cue(draft, lower.head) and lower.dep_ in ("ccomp", "parataxis")
        if told and not (effect == "end" and _is_thought_of(draft, lower.head)):
            break
        lower = lower.head
    if modality == "asserted" and in_question(predicate):
        modality = "question"
    return Mood(negated, modality, refused)


def _is_thought_of(draft: Draft, saying: Token) -> bool:
    """'it is wrong *to say* that …', but not 'told us *to remember* that …', 'spoke up *to argue* that …'."""
    if not is_infinitive(saying) or saying.lemma_.lower() in FACTIVE or saying.dep_ == "advcl":
        return False
    sought = draft.lexicon.governors["attempting"] | {"intend"}
    return saying.dep_ != "xcomp" or saying.head.lemma_.lower() not in sought  # 'sought *to show* that …'


def committed(draft: Draft, predicate: Token) -> bool:
    """'Vela vowed *to back* Orrin', '“I will *vote for* Orrin,” said Vela': what somebody binds themselves to.

    Asked only of what is future or hypothetical and said by the one who is to do it.
    """
    if predicate.dep_ == "xcomp" and is_infinitive(predicate):
        above = predicate.head
        if above.lower_ in RESOLVED and above.dep_ == "acomp":
            return mood_of(draft, above.head) == Mood()  # 'is *determined* to stop Orrin'
        binding = above.lemma_.lower() in draft.lexicon.governors["committing"]
        return binding and mood_of(draft, above) == Mood()
    if predicate.dep_ == "acl" and is_infinitive(predicate):
        above = predicate.head
        binding = above.lemma_.lower() in draft.lexicon.governors["committing_nouns"]
        binding = binding and not any(child.lower_ == "no" for child in children(above, "det"))
        dropped = above.head.lemma_.lower() in draft.lexicon.governors["ending"]
        return binding and not dropped and mood_of(draft, above) == Mood()
    if predicate.dep_ == "ccomp" and effect_of_cue(draft.lexicon, predicate) != "end":
        return False
    words = {child.lower_ for child in children(predicate, "aux")}
    unsure = words - {"will", "'ll", "'d", "would", "be"} or is_negated(predicate)
    if (
        unsure
        or not words
        or any(token.lower_ in ("if", "unless", "whether", "?") for token in predicate.sent)
    ):
        return False
    if not words & {"would", "'d"} or predicate.i not in draft.quote_at:
        return True
    return any(
        noun.lower_ == "i" for noun in own_subjects(predicate)
    )  # '“We *would* vote for”' is no promise


def attempted(draft: Draft, predicate: Token) -> bool:
    """'Vela is *trying to stop* Orrin', 'sought to discredit him': what somebody is after, reached or not."""
    above = predicate.head
    infinitive = predicate.dep_ == "xcomp" and is_infinitive(predicate)
    tried = infinitive and above.lemma_.lower() in draft.lexicon.governors["attempting"]
    return tried and not children(predicate, "neg") and mood_of(draft, above) == Mood()


def _own_mood(lexicon: Lexicon, predicate: Token, judged: bool) -> Mood:
    negated = not judged and is_negated(predicate)
    alleged = any(c.lower_ in lexicon.governors["alleged"] for c in children(predicate, "amod"))
    alleged |= predicate.pos_ == "NOUN" and _is_no_event(predicate)
    if alleged or (judged and _supposed(lexicon, predicate)):
        return Mood(negated, "hypothetical")
    modality = own_modality(lexicon, predicate) if predicate.pos_ in VERBAL and not judged else "asserted"
    if negated and modality in ("hypothetical", "future") and _unable(predicate):
        return Mood(refused=True)
    return Mood(negated, modality)


def _is_no_event(noun: Token) -> bool:
    """'*any* attack on Orrin', 'her endorsement of Orrin *is expected*': none that has happened."""
    if any(child.lower_ == "any" for child in children(noun, "det")):
        return True
    above = noun.head
    now = any(verb.tag_ in ("VBZ", "VBP") for verb in (above, *children(above, "aux", "auxpass")))
    words = [above, *children(above, "acomp")] if now and noun.dep_ in ("nsubj", "nsubjpass") else []
    return any(word.lower_ in AWAITED and not children(word, "xcomp") for word in words)


def _supposed(lexicon: Lexicon, predicate: Token) -> bool:
    """'*If* he lied, he should go' judges nobody yet; 'he would be a disaster *if* elected' does."""
    if is_conditional(lexicon, predicate):
        return True  # '*whether* she is the better one'
    if any(c.lower_ in ("would", "'d", "will") for c in children(predicate, "aux")):
        return False
    beside = [predicate, predicate.head] if predicate.dep_ == "ccomp" else [predicate]
    return any(is_conditional(lexicon, clause) for verb in beside for clause in children(verb, "advcl"))


def _stands_by_itself(lexicon: Lexicon, clause: Token) -> bool:
    """A relative clause, 'groups *backing* Orrin', '… after Vela attacked Orrin': it stands, whatever governs it."""
    if clause.dep_ == "relcl" and not is_content(lexicon, clause):
        return not is_infinitive(clause)  # but 'a way for Vela *to attack* Orrin'
    if clause.dep_ == "conj" and is_infinitive(clause.head) and children(clause, "aux") and is_finite(clause):
        return True  # 'wants to act and *has backed* Orrin'
    if clause.dep_ == "acl" and clause.tag_ in ("VBG", "VBN") and not is_finite(clause):
        return not children(clause.head, "det") or clause.head.left_edge.lower_ not in ("no", "any")
    if clause.dep_ == "pcomp" and clause.head.lower_ in BEHIND:
        return True  # 'could mend it even *after calling* Orrin a liar'
    if clause.dep_ != "advcl" or clause.tag_ not in ("VBD", "VBZ", "VBP", "VBN"):
        return False
    return not is_conditional(lexicon, clause)


def _denied_cleft(clause: Token) -> bool:
    """'It was *not* Vela who attacked Orrin.'"""
    above = clause.head.head
    cleft = clause.dep_ == "relcl" and clause.head.dep_ == "attr" and above.lemma_ == "be"
    return cleft and any(c.lower_ == "it" for c in children(above, "nsubj")) and is_negated(above)


def _unable(verb: Token) -> bool:
    """'could not support', 'will not back', 'won't endorse': a refusal."""
    words = {child.lower_ for child in children(verb, "aux")}
    return bool(words & ABILITY) and "have" not in words
