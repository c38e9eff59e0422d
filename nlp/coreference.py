"""Who a pronoun means: salience over the parse, with gender and number; unresolved where two tie.

After Lappin and Leass (1994), with the bias of judging verbs towards their object ("defended Musk after he …",
Garvey and Caramazza 1974) and quotation marks taken into account: I and we are the speaker, he and she are not.
"""

from __future__ import annotations

from spacy.tokens import Token

from nlp.clauses import OBLIGING
from nlp.draft import Draft, Found
from nlp.lexicon.judging import load_judging
from nlp.lexicon.words import load_words
from nlp.mentions.relatives import relatives
from nlp.mentions.writings import writings
from nlp.neuter import NEUTER, organization_meant
from nlp.pairs import pairs
from nlp.plurals import PLURAL, resolve_plural
from nlp.quotes import is_cue
from nlp.syntax import VERBAL, children, clause_verb, own_subjects, prepositional, subjects, with_conjuncts

FIRST = frozenset({"i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"})
MALE = frozenset({"he", "him", "his", "himself"})
FEMALE = frozenset({"she", "her", "hers", "herself"})
REFLEXIVE = frozenset({"himself", "herself", "themselves"})
TOWARDS = ("to", "at", "towards", "toward")  # whom words are meant for
SECOND = frozenset({"you", "your", "yours", "yourself"})
PRONOUNS = FIRST | SECOND | MALE | FEMALE | PLURAL | NEUTER
TELLING = load_words()["speech"]["telling"]
SPEAKING_FOR = load_words()["people"]["speaking_for"]
SUFFERED = load_words()["deeds"]["suffered"]
WINDOW = 4  # sentences looked back
MARGIN = 0.75  # by how much the best must lead


def resolve_pronouns(draft: Draft, in_quotes: bool) -> None:
    """Resolve the pronouns outside quotations, then, once speakers are known, those inside."""
    for token, word in zip(draft.tokens, draft.words, strict=True):
        if word not in PRONOUNS or (token.i in draft.quote_at) is not in_quotes:
            continue
        meant = _meant(draft, token, word)
        if meant is not None:
            draft.pronouns[token.i] = meant
        elif word in PLURAL:
            resolve_plural(draft, token)
    relatives(draft)
    if not in_quotes:
        writings(draft)
    pairs(draft)


def _meant(draft: Draft, token: Token, word: str) -> str | None:
    """The one person a pronoun means; None for nobody sure and for "they"."""
    quote = draft.quote_at.get(token.i)
    if quote is not None and (told := _told_of(draft, token)) is not None:
        return told
    if word in FIRST:
        speaker = quote.speaker if quote is not None else None
        wider = speaker is not None and (
            _speaks_for_a_nation(draft, token, speaker) or _speaks_for_others(draft, word, speaker)
        )
        return None if wider else speaker
    if word in MALE or word in FEMALE:
        return _singular(draft, token, "male" if word in MALE else "female")
    return organization_meant(draft, token) if word in NEUTER else None


def _speaks_for_a_nation(draft: Draft, token: Token, speaker: str) -> bool:
    """'“We backed Stalin,” Vela said': a person's "we" with a past deed is mostly their country."""
    if draft.words[token.i] != "we" or draft.entities[speaker].type != "person":
        return False
    return token.dep_ == "nsubj" and token.head.tag_ == "VBD"


def _speaks_for_others(draft: Draft, word: str, speaker: str) -> bool:
    """'“She attacked *us*,” said Orrin's spokesman': Orrin, and not his spokesman."""
    roles = (each.split() for each in draft.entities[speaker].roles)
    return word in ("us", "our", "ours") and any(words & SPEAKING_FOR for words in map(set, roles))


def _told_of(draft: Draft, token: Token) -> str | None:
    """'“*You* lie,” Vela told Orrin' and '“*He* lies,” Vela said of Orrin': whom the words around a quotation name."""
    quote = draft.quote_at[token.i]
    if quote.cue is None:
        return None
    cue = draft.tokens[quote.cue]
    if draft.words[token.i] in SECOND:
        named = _addressed(draft, cue)
    elif draft.words[token.i] in MALE | FEMALE:
        named = prepositional(cue, "of") + prepositional(cue, "about")
    else:
        return None
    gender = None if draft.words[token.i] in SECOND else "male" if draft.words[token.i] in MALE else "female"
    for noun in named:
        entity_id = draft.entity_of(noun)
        if entity_id is not None and (gender is None or draft.entities[entity_id].gender in (None, gender)):
            return entity_id
    return None


def _addressed(draft: Draft, cue: Token) -> list[Token]:
    """'told *Orrin*', 'said to *Orrin*', 'shot back at *Orrin*', 'said, turning to *Orrin*', 'asked *Orrin*'."""
    named = children(cue, "dobj", "dative")
    named += [n for word in TOWARDS for n in prepositional(cue, word)]
    for clause in children(cue, "advcl"):
        if clause.lemma_.lower() in load_judging()["addressing"]:
            named += children(clause, "dobj") + [n for word in TOWARDS for n in prepositional(clause, word)]
    return named


def _singular(draft: Draft, token: Token, gender: str) -> str | None:
    scores: dict[str, float] = {}
    here = draft.sentence_at[token.i]
    excluded = _excluded(draft, token, draft.quote_at.get(token.i))
    for mention in draft.found:
        if not 0 <= here - draft.sentence_at[mention.start] <= WINDOW or mention.entity_id in excluded:
            continue
        entity = draft.entities[mention.entity_id]
        if entity.type != "person" or entity.gender not in (None, gender):
            continue
        if mention.start >= token.i and not _fronted(token, draft.tokens[mention.end - 1]):
            continue
        score = _salience(draft, mention, token, here - draft.sentence_at[mention.start])
        score -= 0.8 * (entity.gender is None)
        scores[mention.entity_id] = max(score, scores.get(mention.entity_id, -9))
    same = MALE if gender == "male" else FEMALE
    for index, entity_id in draft.pronouns.items():  # who was meant a moment ago is likely meant again
        recent = index < token.i and here - draft.sentence_at[index] <= 2 and draft.words[index] in same
        if recent and entity_id in scores:
            scores[entity_id] += 1.0 if draft.tokens[index].dep_ == "nsubj" else 0.4
    _favour_last_speaker(draft, token, gender, scores)
    unnamed = _unnamed(draft, token, gender)
    if scores and unnamed > max(scores.values()) - MARGIN:
        return None
    return _clear_best(scores)


def _unnamed(draft: Draft, token: Token, gender: str) -> float:
    """How well 'a man', 'his wife', 'the Vermont senator' before a pronoun in its sentence fits; 0 for nobody."""
    nouns = draft.lexicon.relatives["men" if gender == "male" else "women"]
    arguments = _co_arguments(draft, token)
    scores = [
        _salience(draft, Found(noun.i, noun.i + 1, "", ""), token, 0)
        for noun in draft.tokens[token.sent.start : token.i]
        if (draft.words[noun.i] in nouns or _placed(draft, noun)) and noun not in arguments
        if _nameless(draft, noun)
    ]
    return max(scores, default=0.0)


def _placed(draft: Draft, noun: Token) -> bool:
    """'the *Vermont senator*', where nobody knows who that is."""
    return draft.words[noun.i] in draft.lexicon.role_nouns and any(
        child.ent_type_ == "GPE" for child in children(noun, "compound", "amod")
    )


def _nameless(draft: Draft, noun: Token) -> bool:
    """'his wife', not 'his wife, Ada Vela' nor 'Orrin, a strong man'."""
    if noun.i in draft.mention_at or noun.dep_ in ("appos", "attr", "compound"):
        return False
    return not any(child.i in draft.mention_at for child in children(noun, "appos"))


def _favour_last_speaker(draft: Draft, token: Token, gender: str, scores: dict[str, float]) -> None:
    """Behind a quotation "she" is most likely who has just spoken."""
    before = [quote for quote in draft.quotes if quote.end < token.i and quote.speaker_span is not None]
    if token.i in draft.quote_at or not before or before[-1].speaker_span is None:
        return
    distance = draft.sentence_at[token.i] - draft.sentence_at[before[-1].end - 1]
    speaker = draft.entity_of(draft.tokens[before[-1].speaker_span[0]])
    if speaker is None or distance > 2 or speaker in _excluded(draft, token, None):
        return
    here = draft.sentence_at[token.i]
    if any(
        m.start < token.i and draft.sentence_at[m.start] == here and m.entity_id in scores
        for m in draft.found
    ):
        return  # somebody nearer is there to be meant
    if draft.entities[speaker].type == "person" and draft.entities[speaker].gender in (None, gender):
        scores[speaker] = max(scores.get(speaker, 0.0), 4.0 - 1.5 * distance) + 2.0


def _clear_best(scores: dict[str, float]) -> str | None:
    ranked = sorted(scores.items(), key=lambda item: -item[1])
    if not ranked or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < MARGIN):
        return None
    return ranked[0][0]


def _salience(draft: Draft, mention: Found, token: Token, distance: int) -> float:
    head = draft.doc[mention.end - 1]
    score = 4.0 - 1.5 * distance
    if head.dep_ in ("nsubj", "nsubjpass"):
        score += 2.0 + (distance > 0 and head.head.dep_ == "ROOT")
    elif head.dep_ in ("dobj", "appos", "attr"):
        score += 1.0
    elif head.dep_ == "poss":
        score += 0.6
    score += min(3, sum(m.entity_id == mention.entity_id for m in draft.found)) * 0.3
    quote = draft.quote_at.get(token.i)
    if quote is not None and draft.quote_at.get(mention.start) is quote:
        score += 1.5
    elif quote is None and mention.start in draft.quote_at:
        score -= 2.0
    if distance == 0:
        score += 0.5 + _inside_sentence(draft, head, token)
    return score


def _inside_sentence(draft: Draft, head: Token, token: Token) -> float:
    """Grammar within one sentence: speakers of clauses, owners in their own clause, objects of judging verbs."""
    score = 2.0 * _fronted(token, head)
    if token.dep_ == head.dep_ == "poss" and token.head.dep_ == "conj" and head.head == token.head.head:
        score += 3.0  # '*Vela's* praise of Orrin and *her* silence'
    company = token.head.lemma_.lower() in draft.lexicon.relatives["people"] or _is_blamed(draft, head)
    if token.dep_ == "poss" and token.head.dep_ == "conj" and token.head.head == head and company:
        score += 4.0  # 'accused *Orrin* and *his* allies', 'criticised *Orrin* and *his* words'
    for ancestor in token.ancestors:
        if ancestor.pos_ not in VERBAL:
            continue
        controls = draft.lexicon.governors["controlling"]
        acting = subjects(ancestor, controls) if token.dep_ == "poss" else own_subjects(ancestor)
        nouns = [s for noun in acting for s in with_conjuncts(noun)]
        if head in nouns and (is_cue(draft, ancestor) or token.dep_ == "poss"):
            score += 2.0
        if _judges(draft, ancestor) and token.dep_ in ("nsubj", "nsubjpass") and head.head == ancestor:
            score += 3.0 if head.dep_ == "dobj" and _in_adverbial(token, ancestor) else 0.0
    return score


def _fronted(token: Token, head: Token) -> bool:
    """'Asked about *his* record, *Orrin* said …': the pronoun of a fronted clause is the subject that follows."""
    if head.i < token.i:
        return False
    lower = token
    while lower.head != lower and lower.dep_ != "relcl":
        if lower.dep_ in ("advcl", "prep") and lower.i < lower.head.i and head in own_subjects(lower.head):
            return True
        lower = lower.head
    return False


def _judges(draft: Draft, verb: Token) -> bool:
    return bool(_families(draft, verb) & draft.lexicon.governors["judging_families"])


def _is_blamed(draft: Draft, noun: Token) -> bool:
    return noun.dep_ == "dobj" and "opposition" in _families(draft, noun.head)


def _families(draft: Draft, verb: Token) -> set[str]:
    """Families of the relations that a verb can express by itself."""
    frames = draft.lexicon.verb_frames.get(verb.lemma_.lower(), ())
    return {frame.relation.family for frame in frames if not frame.words}


def _in_adverbial(token: Token, verb: Token) -> bool:
    """Whether the pronoun stands in a clause that gives the verb's reason or time."""
    lower = token
    while lower.head != lower and lower.head != verb:
        lower = lower.head
    return lower.dep_ in ("advcl", "prep")


def _excluded(draft: Draft, token: Token, quote: object) -> set[str]:
    """Whom a pronoun cannot mean: a co-argument of its own verb, the speaker of its own quotation."""
    excluded: set[str] = set()
    if quote is not None and (own := draft.quote_at[token.i].speaker) is not None:
        excluded.add(own)
    nouns = [
        noun for argument in _co_arguments(draft, token) for noun in with_conjuncts(argument) if noun != token
    ]
    excluded |= _telling(draft, token)
    for noun in nouns:  # '*they* met him': he is none of them
        excluded.update(draft.plural.get(noun.i, ()))
    return excluded | {entity_id for noun in nouns if (entity_id := draft.entity_of(noun)) is not None}


def _telling(draft: Draft, token: Token) -> set[str]:
    """'Vela told her that *she should* go': she who is told so, not Vela."""
    gendered = next((words for words in (MALE, FEMALE) if token.lower_ in words), frozenset())
    if token.dep_ != "nsubj" or not any(c.lower_ in OBLIGING for c in children(token.head, "aux")):
        return set()
    for ancestor in token.ancestors:
        told = children(ancestor, "dobj", "dative") if ancestor.lemma_.lower() in TELLING else []
        if any(noun.lower_ in gendered and noun != token for noun in told):
            return {one for noun in subjects(ancestor) if (one := draft.entity_of(noun)) is not None}
    return set()


def _co_arguments(draft: Draft, token: Token) -> list[Token]:
    """What stands beside a pronoun as an argument of its verb, or as the understood subject of that verb."""
    if token.dep_ == "poss":
        verb = clause_verb(token.head)
        if verb is None:
            return []
        theirs = token.head.lemma_.lower() in draft.lexicon.relatives["people"]  # 'attacked his critics'
        blamed = token.head.dep_ == "dobj" and "opposition" in _families(draft, verb) and not theirs
        return subjects(verb) if blamed or token.head.lemma_.lower() in SUFFERED else []
    if token.lower_ in REFLEXIVE:
        return []
    verb = token.head
    while verb.pos_ == "ADP" and verb.head != verb:  # a fragment, 'As for him.', has no verb
        verb = verb.head
    found = [c for c in children(verb, "nsubj", "nsubjpass", "dobj", "pobj") if c != token]
    understood = (
        verb.dep_ in ("xcomp", "advcl", "conj") and verb.head.pos_ in VERBAL and not own_subjects(verb)
    )
    if understood and token.dep_ not in ("nsubj", "nsubjpass"):
        found += own_subjects(verb.head)
    return found
