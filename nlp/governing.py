"""What one word above a predicate makes of it: refuses, denies, only imagines it, or leaves it as it is."""

from __future__ import annotations

from spacy.tokens import Token

from nlp.clauses import is_conditional, is_negated, is_present, own_modality
from nlp.lexicon import Lexicon
from nlp.lexicon.words import load_words
from nlp.syntax import VERBAL, children, clause_verb, is_finite, is_infinitive

FALSE = load_words()["moods"]["false"]
ALLEGING = load_words()["speech"]["alleging"]
READY = load_words()["moods"]["ready"]
COMPLEMENTS = frozenset({"dobj", "attr", "acomp", "oprd", "conj", "pobj"})
CHOICES = load_words()["elections"]["choices"]
PRESSING = load_words()["elections"]["pressing"]
CHANCES = frozenset({"chance", "opportunity"})
ORDINAL = frozenset({"first", "last", "only", "latest"})
INTENDING = load_words()["moods"]["intending"]
THINKING_OF = frozenset({"toward", "towards", "about", "of", "on", "for", "in", "with", "at"})


def effect_of_cue(lexicon: Lexicon, lower: Token) -> str:
    """Speech leaves what is said as it is, but "asked whether" and "denied that"."""
    lemma = lower.head.lemma_.lower()
    if lemma in lexicon.speech["asking"] or any(c.lower_ == "whether" for c in children(lower, "mark")):
        return "question"
    if lemma in lexicon.governors["denying"] or is_negated(lower.head) or _is_joined_denied(lower.head):
        return "negating"
    said = own_modality(lexicon, lower.head)  # 'if he *announced* that …', 'she will *say* that …'
    return said if said != "asserted" else "end"


def _is_joined_denied(saying: Token) -> bool:
    """'did *not* come out and *say* that …', but not 'could not help *but say*', 'did not hesitate to come and say'."""
    above = saying.head
    joined = saying.dep_ == "conj" and saying.tag_ == "VB" and is_negated(above)
    return (
        joined and all(cc.lower_ == "and" for cc in children(above, "cc")) and above.lemma_.lower() != "help"
    )


def effect_of(lexicon: Lexicon, lower: Token, upper: Token) -> str | None:
    """What the word above does: a modality, "negating", "refusing", or None for nothing."""
    infinitive = is_infinitive(lower)
    if _beside(lower, upper):
        return None
    if _untold(lexicon, lower, upper, infinitive):
        return "hypothetical"
    if lower.dep_ == "pcomp":
        return _effect_of_preposition(lexicon, upper)
    below = lower.dep_ in ("xcomp", "ccomp", "dobj") or _ruled_out(lower, upper)
    if upper.pos_ in VERBAL and lower.pos_ in VERBAL and below:
        return _effect_of_verb(lexicon, lower, upper)
    if infinitive and lower.dep_ in ("acl", "xcomp", "relcl"):
        return _effect_of_noun(lexicon, upper)
    if lower.dep_ == "advcl":
        goal = infinitive and upper.lemma_.lower() not in lexicon.governors["asserting"]
        return "hypothetical" if goal or is_conditional(lexicon, lower) else None
    if upper.pos_ in VERBAL and (lower.dep_ in COMPLEMENTS or _is_means(lower)):
        return _effect_of_clause(lexicon, lower, upper)
    return None


def _is_means(lower: Token) -> bool:
    """'she *can* hurt him *by* calling for a vote'."""
    return lower.dep_ == "prep" and lower.lower_ == "by"


def _beside(lower: Token, upper: Token) -> bool:
    """'I blame them, they *run* away': the parser may hang a clause of its own on the verb that follows it."""
    spliced = lower.dep_ == "ccomp" and is_finite(lower) and lower.i < upper.i
    return spliced and bool(children(upper, "nsubj", "nsubjpass")) and not children(lower, "mark")


def _ruled_out(lower: Token, upper: Token) -> bool:
    """'has *ruled out* backing Orrin', whatever the parser calls the second verb."""
    return lower.tag_ == "VBG" and lower.i > upper.i and _rules_out(upper)


def _rules_out(verb: Token) -> bool:
    return verb.lemma_.lower() == "rule" and any(c.lower_ == "out" for c in verb.children)


def _untold(lexicon: Lexicon, lower: Token, upper: Token, infinitive: bool) -> bool:
    """'it is a *lie* that Vela attacked Orrin', 'it is *wrong* to say so', '*claims* that she did'."""
    if lower.dep_ == "ccomp" and is_conditional(lexicon, lower):
        return True  # 'would be pleased *if* Orrin left'
    below = lower.dep_ in ("ccomp", "acl", "csubj", "xcomp") or is_content(lexicon, lower)
    if not below or not (infinitive or is_finite(lower)):
        return False
    told = lexicon.speech["nouns"] | lexicon.governors["imagined"]
    return _falsifies(upper) or (not infinitive and upper.lemma_.lower() in told)


def is_content(lexicon: Lexicon, clause: Token) -> bool:
    """'an allegation *that Orrin attacked her*', which the parser may take for a relative clause."""
    told = clause.head.lemma_.lower() in lexicon.speech["nouns"] | lexicon.governors["imagined"]
    return told and clause.dep_ == "relcl" and any(mark.lower_ == "that" for mark in children(clause, "mark"))


def _falsifies(upper: Token) -> bool:
    """'is *untrue*', 'is a *lie*', 'is *wrong*', or such a word itself."""
    return any(t.lemma_.lower() in FALSE for t in (upper, *children(upper, "acomp", "attr")))


def _effect_of_preposition(lexicon: Lexicon, preposition: Token) -> str | None:
    """'without *criticising*', 'stopped short of *backing*', 'accused of *attacking*', 'talks about *backing*'."""
    word, above = preposition.lower_, preposition.head.lemma_.lower()
    verb = clause_verb(preposition.head)
    before = preposition.doc[preposition.i - 1].lower_ if preposition.i else ""
    if word == "of" and verb is not None and verb.lemma_.lower() in ALLEGING:
        return "hypothetical"  # alleged, not told
    if above in INTENDING and _none(preposition.head):
        return "refusing"  # 'has *no intention of* backing'
    thought_of = word in THINKING_OF and above in lexicon.governors["contemplating"]
    if thought_of or (word == "to" and before in ("close", "near")):
        return "hypothetical"  # 'came close to *criticising*'
    if word == "on" and before == "off" and above in ("hold", "put"):
        return "negating"  # 'held off *on backing* Orrin'
    if word == "against" and above in ("decide", "vote", "argue"):
        return "refusing"  # 'decided against *endorsing*'
    if _prevents(lexicon, word, above, before):
        return "negating"
    return None


def _prevents(lexicon: Lexicon, word: str, above: str, before: str) -> bool:
    """'*without* criticising', '*instead of* backing', 'stopped *short of* backing', '*warned against* backing'."""
    if {word, before} & lexicon.governors["negating_prepositions"]:
        return True
    if word in ("of", "from"):
        return any(w.startswith(("short", "refrain", "shy", "shied", "far")) for w in (above, before))
    return word == "against" and above in ("warn", "advise", "caution")


def _effect_of_noun(lexicon: Lexicon, upper: Token) -> str | None:
    """'her refusal *to endorse*', 'plans *to oppose*', but 'the first *to call for*'."""
    lemma = upper.lemma_.lower()
    if lemma in INTENDING and _none(upper):
        return "refusing"  # 'has *no plans* to endorse'
    if lemma in lexicon.governors["unwilling"] or (lemma in READY and _is_denied(upper)):
        return "refusing"
    if lemma in lexicon.governors["failing"]:
        return "negating"  # 'her failure *to denounce* Orrin'
    told = lemma not in CHANCES and any(c.lower_ in ORDINAL for c in upper.children)
    if lemma in lexicon.governors["prospective"] and not told:
        return "hypothetical"
    return None


def _none(noun: Token) -> bool:
    return any(child.lower_ in ("no", "little", "zero") for child in noun.children)


def _is_denied(adjective: Token) -> bool:
    """'is *not* ready to', 'said he was “*not* prepared” to'."""
    own = any(c.dep_ == "neg" for c in adjective.children)
    return own or (adjective.dep_ == "acomp" and is_negated(adjective.head))


def _effect_of_clause(lexicon: Lexicon, lower: Token, upper: Token) -> str | None:
    """A noun is under its verb's negation and modality; a joined verb only where it has no auxiliary of its own."""
    if lower.dep_ == "conj" and (
        lower.tag_ != "VB" or children(lower, "aux", "auxpass", "nsubj", "nsubjpass")
    ):
        return None  # 'did not vote and *was* criticised': a predicate of its own
    if lower.dep_ == "conj" and any(c.lower_ == "nor" for c in children(upper, "cc")):
        return None  # 'neither praised *nor* blamed': negated by its own word
    if is_negated(upper) and not _is_means(lower):
        chosen = lower.lemma_.lower() in CHOICES  # 'is not her *first choice*'
        if not chosen and any(child.lower_ in ("only", "first", "last") for child in children(lower, "amod")):
            return None  # 'is not the *only* senator to back Orrin'
        return None if lower.lower_ in READY else "negating"  # 'is not *ready* to back' is a refusal already
    if _is_means(lower) and any(
        c.lower_ in ("have", "'ve", "later") for c in children(upper, "aux", "advmod")
    ):
        return None  # 'may *have* hurt him by calling for it': that was done
    own = own_modality(lexicon, upper)
    return own if own != "asserted" else None


def _effect_of_verb(lexicon: Lexicon, lower: Token, upper: Token) -> str | None:
    governors, lemma = lexicon.governors, upper.lemma_.lower()
    own = own_modality(lexicon, upper)
    if lemma in governors["refusing"] or _rules_out(upper):
        above = upper.head.lemma_.lower() if upper.head != upper else ""
        open_still = above in governors["refusing"]  # 'refused to *rule out* backing'
        sure = own == "asserted" and not is_negated(upper) and not open_still
        return "refusing" if sure else "hypothetical"
    if lemma in governors["failing"]:
        return None if is_negated(upper) else "negating"
    if lemma in governors["considering"]:
        return "hypothetical"
    if lemma in governors["denying"]:
        return "negating"
    if is_negated(upper):
        intending = lemma in governors["intending"] and lower.lemma_.lower() != "endorse"
        unwilling = intending and is_infinitive(lower) and is_present(upper)
        return "refusing" if unwilling else "negating"
    if is_finite(lower):
        return None
    if own != "asserted":
        return own
    return _effect_of_control(lexicon, lower, lemma)


def _effect_of_control(lexicon: Lexicon, lower: Token, lemma: str) -> str | None:
    """'wants *to attack*', 'urged Orrin *to back*'; but 'began *attacking*', 'went on *to praise*'."""
    if lemma == "have" and is_infinitive(lower):
        return "hypothetical"  # 'has yet to endorse', 'has to back'
    asked = lemma in PRESSING and is_infinitive(lower) and bool(children(lower.head, "dobj"))
    if lemma in lexicon.governors["asserting"] and not asked:  # 'pushed *Labour* to reject it': not yet
        return None
    return "hypothetical" if is_infinitive(lower) or lemma in lexicon.governors["controlling"] else None
