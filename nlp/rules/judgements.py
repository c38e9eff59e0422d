"""Positions expressed by judging: what somebody says or thinks of a target through evaluative words."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from nlp.clauses import is_negated
from nlp.draft import Draft
from nlp.lexicon.judging import load_judging
from nlp.lexicon.words import load_words
from nlp.quotes import asserters, is_cue
from nlp.resolve import Reference, targets_of
from nlp.rules.candidate import Candidate, actors
from nlp.rules.unjudged import judges_nobody
from nlp.rules.verdicts import COPULAS, Verdict, bound, complement, lacks, obliged, verdict
from nlp.syntax import (
    VERBAL,
    agents,
    children,
    is_infinitive,
    is_passive,
    own_subjects,
    subjects,
)

ABOUT_NOBODY = frozenset({"it", "this", "that", "there", "what", "which", "i", "we", "one", "something"})
VIEWS = load_words()["speech"]["views"]
SIGNS = {1: "praised", -1: "criticised"}
THINKING = load_words()["speech"]["thinking"]


def judgement(draft: Draft, token: Token) -> Iterator[Candidate]:
    """'Vela said Orrin's plan was *shameful*', '“Orrin has *lost control*,” said Vela', 'said he *should resign*'."""
    if token.pos_ not in VERBAL or token.dep_ in ("aux", "auxpass"):
        return
    sign, word = verdict(draft, token)
    if sign == 0 or word is None or children(token, "csubj", "expl") or _conceded(draft, token, sign):
        return
    if judges_nobody(draft, token, word, sign) or _is_wished(draft, token, word, sign):
        return
    holder = holder_of(draft, token)
    if not holder or disowned(draft, token) or _only_possible(token, word):
        return
    predicate = token.head if bound(token) or _is_aim(draft, token, sign) else token  # 'Orrin *has* to go'
    if (doubting := _doubted(draft, token)) is not None:
        sign, predicate = (-1 if sign > 0 else 0), doubting
    targets = others(holder, (t for noun in _about(draft, token) for t in judged_targets(draft, noun)))
    if targets and sign:
        yield judged(draft, sign, holder, targets, predicate, word)


def _is_wished(draft: Draft, token: Token, word: Token, sign: int) -> bool:
    """'*should* be honest', '*must* answer frankly': no praise; 'should *stay*' and 'should be commended' are."""
    wished = sign > 0 and obliged(token) and not is_passive(token)
    return wished and word.lemma_.lower() not in draft.lexicon.positive.should


def _is_aim(draft: Draft, token: Token, sign: int) -> bool:
    """'is *trying* to buy the election', '*wants* to mislead us': who is after it is blamed for it."""
    sought = token.head.lemma_.lower() in draft.lexicon.governors["attempting"]
    return sign < 0 and token.dep_ == "xcomp" and is_infinitive(token) and sought


def _only_possible(token: Token, word: Token) -> bool:
    """'*could* hurt', '*may* miss the mark': a guess, unless it is feared or warned of."""
    if word != token or not any(
        child.lower_ in ("may", "might", "could") for child in children(token, "aux")
    ):
        return False
    return token.head.lemma_.lower() not in load_judging()["worrying"]


def judged(
    draft: Draft,
    sign: int,
    holder: tuple[Reference, ...],
    targets: tuple[Reference, ...],
    predicate: Token,
    word: Token,
    presupposed: bool = False,
) -> Candidate:
    """The candidate of a judgement whose cue is one word."""
    relation, cue = draft.lexicon.relations[SIGNS[sign]], (word.i, word.i + 1)
    return Candidate(relation, holder, targets, predicate, cue, judged=True, presupposed=presupposed)


def _about(draft: Draft, token: Token) -> list[Token]:
    """Whom a predicate judges: its subject, or who does what should not be done."""
    if is_passive(token) and not obliged(token):
        return own_subjects(token) if lacks(draft, token) else agents(token)
    return [_described(noun) for noun in subjects(token, draft.lexicon.governors["controlling"])]


def _described(noun: Token) -> Token:
    """'Orrin is a *man* who lies': Orrin."""
    copula = noun.head
    if noun.dep_ != "attr" or noun.pos_ != "NOUN" or copula.lemma_.lower() != "be":
        return noun
    found = own_subjects(copula)
    return found[0] if len(found) == 1 and not children(copula, "neg") else noun


def judged_targets(draft: Draft, noun: Token) -> list[Reference]:
    """Whom a judgement is about; "it", "this" and "there" are about nobody."""
    relative = noun.tag_ in ("WDT", "WP") and noun.dep_ != "ROOT"  # 'the plan, *which* Vela said …'
    if (noun.lower_ in ABOUT_NOBODY and not relative) or noun.pos_ in VERBAL:
        same = continued(draft, noun)
        return targets_of(draft, same, "either") if same is not None else []
    if any(c.tag_ == "VBG" and c.i == noun.left_edge.i for c in children(noun, "amod", "compound")):
        return []  # '*eliminating* delegates would be wrong', which the parser takes for delegates
    found = targets_of(draft, noun, "either")
    if noun.lower_ == "which":  # 'the judge is Mexican, *which* is great' says nothing of the judge
        found = [r for r in found if r.inherited or draft.entities[r.entity_id].type != "person"]
    return found


def continued(draft: Draft, pronoun: Token) -> Token | None:
    """'“The harbour bill is a tax, and *it* is wrong”': the thing that the clause before was about."""
    if pronoun.lower_ != "it" or pronoun.dep_ != "nsubj" or pronoun.i not in draft.quote_at:
        return None
    if any(c.dep_ in ("ccomp", "xcomp", "advcl") for w in pronoun.head.children for c in (w, *w.children)):
        return None  # 'it is right *to say* so'
    quote = draft.quote_at[pronoun.i]
    before = _clause_before(pronoun)
    subjects_ = own_subjects(before) if before is not None else []
    if len(subjects_) != 1 or subjects_[0].tag_ not in ("NN", "NNP"):
        return None
    spoken = draft.quote_at.get(subjects_[0].i)
    same = spoken is quote or (
        spoken is not None and spoken.speaker is not None and spoken.speaker == quote.speaker
    )
    named = draft.mention_at.get(subjects_[0].i)
    person = named is not None and draft.entities[named.entity_id].type == "person"
    return subjects_[0] if same and not person else None


def _clause_before(pronoun: Token) -> Token | None:
    """The verb of the clause joined before the pronoun's own, else of what was said in the sentence before."""
    verb = pronoun.head
    if verb.dep_ == "conj" and verb.head.pos_ in VERBAL:
        return verb.head
    if verb.dep_ not in ("ROOT", "ccomp") or verb.sent.start == 0:
        return None
    root = verb.doc[verb.sent.start - 1].sent.root
    said = [c for c in children(root, "ccomp") if c.i < root.i]
    return said[0] if said else root


def others(holder: tuple[Reference, ...], targets: Iterator[Reference]) -> tuple[Reference, ...]:
    """The targets without those who judge."""
    held = {reference.entity_id for reference in holder}
    return tuple(target for target in targets if target.entity_id not in held)


def holder_of(draft: Draft, token: Token) -> tuple[Reference, ...]:
    """Who says so: the innermost source, if it is known."""
    for _, source, entity_id in asserters(draft, token)[:1]:
        if source is not None and (found := actors(draft, [source])):
            return found
        if entity_id is not None and source is not None:
            return (Reference(entity_id, source.i, source.i + 1, head=source.i),)
        return ()
    return actors(draft, _in_whose_view(draft, token))


def _in_whose_view(draft: Draft, token: Token) -> list[Token]:
    """'*In Vela's view*, Orrin is a crook', '*To Vela*, Orrin is a crook': in the words of the outlet itself."""
    verb = token if token.pos_ in VERBAL else token.sent.root
    for preposition in children(verb, "prep"):
        if preposition.i > verb.i or preposition.lower_ not in ("in", "to", "for"):
            continue
        for noun in children(preposition, "pobj"):
            if preposition.lower_ == "in":
                return children(noun, "poss") if noun.lemma_.lower() in VIEWS else []
            named = draft.mention_at.get(noun.i)
            closed = noun.i + 1 < len(draft.words) and draft.words[noun.i + 1] == ","
            return [noun] if named is not None and closed and preposition.i == token.sent.start else []
    return []


def disowned(draft: Draft, token: Token) -> bool:
    """'*denied* saying that Orrin lied', '*regretted* having called': the words are not hers."""
    saying = token.head
    if token.dep_ != "ccomp" or not is_cue(draft, saying):
        return False
    above = saying.head
    unsaid = draft.lexicon.governors["denying"] | {"regret", "apologise", "apologize", "retract"}
    named = {above.lemma_.lower(), above.head.lemma_.lower()}
    gerund = saying.tag_ == "VBG" or any(c.lower_ == "having" for c in children(saying, "aux"))
    return saying.dep_ in ("xcomp", "pcomp", "ccomp") and gerund and bool(named & unsaid)


def _doubted(draft: Draft, token: Token) -> Token | None:
    """'does *not think* that Orrin is fit', '*doubts* that he is', '*questioned* whether he was': the doubting verb."""
    thinking = token.head
    if token.dep_ != "ccomp" or not is_cue(draft, thinking):
        return None
    lemma = thinking.lemma_.lower()
    whether = any(c.lower_ in ("whether", "if") for c in children(token, "mark"))
    if lemma == "doubt" or (lemma == "question" and whether):
        return None if is_negated(thinking) else thinking
    return thinking if lemma in THINKING and is_negated(thinking) and not whether else None


def _conceded(draft: Draft, token: Token, sign: int) -> bool:
    """'He is a *nice* man, but …': praise that is taken back at once."""
    if sign < 0 or token.dep_ in ("relcl", "advcl"):
        return False
    but = any(c.lower_ in ("but", "yet") for c in children(token, "cc"))
    return but and any(verdict(draft, other)[0] < 0 for other in children(token, "conj"))


# ── deeds ───────────────────────────────────────────────────────────────────────────────────────────────────────


def deed(draft: Draft, token: Token) -> Iterator[Candidate]:
    """'“What Orrin said is *outrageous*,” said Vela', 'It is *shameful* that Orrin stayed, said Vela'."""
    if token.pos_ not in VERBAL or token.lemma_.lower() not in COPULAS:
        return
    done = _done(token)
    sign, word = _deed_judged(draft, token) if done is not None else (0, None)
    if done is None or word is None or not sign:
        return
    if holder := holder_of(draft, token):
        doers = [noun for noun in own_subjects(done) if noun.lower_ != "you"]  # mostly anybody
        people = (t for noun in doers for t in targets_of(draft, noun, "actor"))
        if (targets := others(holder, people)) and not disowned(draft, token):
            yield judged(draft, sign, holder, targets, token, word)


def _done(copula: Token) -> Token | None:
    """The verb of what somebody did, said or voted for, where that is what is judged."""
    clauses = [c for c in children(copula, "csubj", "ccomp") if c.i < copula.i and _asks_what(c)]
    if any(c.lower_ in ("it", "that", "this") for c in children(copula, "nsubj")):
        beside = [
            c for w in children(copula, "acomp", "attr") for c in children(w, "ccomp", "relcl", "xcomp")
        ]
        clauses += [
            c for c in (*children(copula, "ccomp", "advcl", "xcomp"), *beside) if _is_extraposed(copula, c)
        ]
    return next((c for c in clauses if _is_deed(c)), None)


def _asks_what(clause: Token) -> bool:
    return any(child.lower_ == "what" for child in clause.children)


def _is_extraposed(copula: Token, clause: Token) -> bool:
    """'it is shameful *that Orrin stayed*', '… *what Orrin said*'."""
    words = ("that", "what", "how", "when", "for")  # 'it is wrong *for* Orrin *to* stay'
    return clause.i > copula.i and any(c.lower_ in words for c in clause.children)


def _is_deed(clause: Token) -> bool:
    befalling = clause.lemma_.lower() in load_judging()["befalling"]
    return not is_passive(clause) and not befalling and bool(own_subjects(clause))


def _deed_judged(draft: Draft, copula: Token) -> Verdict:
    for sign, words in ((-1, draft.lexicon.negative), (1, draft.lexicon.positive)):
        word = complement(draft, words, copula)
        if word is not None and word.lemma_.lower() in load_judging()["deeds"]:
            return (0, None) if is_negated(copula) else (sign, word)
    return 0, None
