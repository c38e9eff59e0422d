"""Frames laid over the parse: which words of a verb's expression are there, and which nouns stand in its places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from nlp.draft import Draft
from nlp.lexicon import Frame
from nlp.lexicon.words import load_words
from nlp.meant import is_told
from nlp.owned import is_following
from nlp.rules.contests import contests
from nlp.syntax import (
    RELATIVES,
    VERBAL,
    agents,
    children,
    is_infinitive,
    is_passive,
    objects,
    own_subjects,
    prepositional,
    subjects,
    with_conjuncts,
)

COMPARED = ("@", "over")
OWNER = "'s"
ANY = frozenset({"_", "$"})
MODIFIERS = 2  # words at most that an expression has before its noun
NONE = load_words()["moods"]["scant"] | {"no", "receiving", "wrong", "opposite"}
SHIFTING = load_words()["deeds"]["shifting"]
TRANSITIVE = load_words()["deeds"]["transitive"]
LOOSE = load_words()["deeds"]["loose"]
MONEY = load_words()["deeds"]["money"]
REFLEXIVE = frozenset({"himself", "herself", "themselves", "itself", "myself", "ourselves", "yourself"})


@dataclass(frozen=True, slots=True)
class Slots:
    """Nouns in the places of a frame."""

    actors: list[Token]
    targets: list[Token]
    cue: tuple[int, int]


def frames_at(draft: Draft, token: Token, frames: Sequence[Frame]) -> Iterator[Frame]:
    """The frames whose words all stand in the token's sentence: few of a common verb's hundred."""
    beside = draft.words_beside(token.i) if frames else frozenset()
    return (frame for frame in frames if frame.needs <= beside)


def slots_of(draft: Draft, frame: Frame, token: Token) -> Slots | None:
    """The nouns in the frame's places, or None where the words of the frame are not there."""
    matched = _matched(frame, token)
    if matched is None or any(_is_none(noun, matched) or is_following(noun) for noun in matched):
        return None
    if _occupied(frame, token, matched):
        return None
    controls = draft.lexicon.governors["controlling"]
    cue = (token.i, _end_of_cue(matched))
    if frame.kind == "mutual":
        if any(child.lower_ in ("with", "against") for child in children(token, "prep")):
            return None
        return Slots(subjects(token, controls), [], cue)
    if frame.kind == "receives":
        if OWNER in frame.words:
            givers = _owners_of(matched[-1])
        else:
            givers = _givers(matched) if "$" in frame.words else _after(matched[-1])
        return Slots(givers, subjects(token, controls), cue)
    takes_object, passive = not frame.words or "@" in frame.words, is_passive(token)
    if passive and takes_object:
        return Slots(agents(token), _passive_subjects(token), cue)
    targets = _targets(frame, token, matched, takes_object)
    return Slots(agents(token) if passive else subjects(token, controls), targets, cue)


def _is_none(noun: Token, matched: list[Token]) -> bool:
    """'offered *no* support for', 'was on the *wrong* side of', where the expression itself has no such word."""
    words = [c for c in children(noun, "det", "amod") if c not in matched]
    return any(c.lower_ in NONE for c in words) and not any(c.lower_ == "a" for c in words)


def _targets(frame: Frame, token: Token, matched: list[Token], takes_object: bool) -> list[Token]:
    if OWNER in frame.words:
        return _owners_of(matched[-1])
    if "$" in frame.words and takes_object:  # 'gave *Orrin* $5,000'
        return _receivers(token)
    if takes_object and frame.words and any(word.dep_ in ("dobj", "appos") for word in matched[1:]):
        given = children(token, "dative")  # 'gave *Orrin* the nod'
        return [noun for each in given for noun in with_conjuncts(each)]
    return _objects_of(token) if takes_object else _after(matched[-1])


def _receivers(token: Token) -> list[Token]:
    """'gave *Orrin* $5,000', where the parser may see two direct objects."""
    return children(token, "dative") or [noun for noun in children(token, "dobj")[:-1] if not _is_money(noun)]


def _givers(matched: list[Token]) -> list[Token]:
    """'raised $500 from *Vela* and $100 from *Orrin*'; the last word of the frame is "from"."""
    holders = [matched[0], *(more for money in matched[1:-1] for more in with_conjuncts(money))]
    again = [c for holder in holders for c in children(holder, "prep") if c.lower_ == matched[-1].lower_]
    return [noun for each in again or matched[-1:] for noun in _after(each)]


def _occupied(frame: Frame, token: Token, matched: list[Token]) -> bool:
    """'took action on arms', 'the steps he *takes on* arms': with an object of its own it is another expression."""
    if not frame.words and token.lemma_.lower() == "challenge":
        return contests(token)
    if not frame.words:
        return token.lemma_.lower() in SHIFTING and bool(prepositional(token, "on"))  # 'blamed it *on* Orrin'
    if is_comparing(frame) and matched[-1].dep_ != "prep":
        return True  # 'is *taking over* his seat'
    if len(matched) > 1 and matched[1].dep_ == "prt" and children(token, "dobj")[1:]:
        return any(noun.lower_ in RELATIVES for noun in children(token, "dobj"))
    if len(matched) < 2 or matched[1].dep_ != "prep" or {"@", "_", "$", OWNER} & set(frame.words):
        return False
    if token.lemma_.lower() in LOOSE and (matched[1].i > token.i + 3 or children(token, "prt")):
        return True  # 'went through this in May *against* Orrin', 'went *up against* Orrin'
    if token.lemma_.lower() in TRANSITIVE and token.dep_ == "relcl" and not children(token, "dobj"):
        return own_subjects(token) != [token.head]
    return any(
        noun not in matched and noun.i < matched[1].i and noun.pos_ in ("NOUN", "PROPN", "PRON")
        for noun in children(token, "dobj")
        if noun.ent_type_ not in ("DATE", "TIME", "CARDINAL")
    )


def _end_of_cue(matched: list[Token]) -> int:
    """'*threw her weight behind* Vela', but '*accused* Vela of': the words of a frame as far as they stand together."""
    end = matched[0].i + 1
    for token in matched[1:]:
        if not 0 <= token.i - end <= 1:
            break
        end = token.i + 1
    return end


def _objects_of(token: Token) -> list[Token]:
    """Direct objects; a clause's own subject stands in for one ('urged Orrin to resign', 'saw Orrin fail')."""
    clauses = [clause for clause in children(token, "ccomp") if clause.i > token.i]
    if token.dep_ == "relcl" and any(c.tag_ == "VBG" for c in children(token, "xcomp")):
        found = children(token, "dobj")  # 'told Vela that Orrin *opposed adding* it'
    else:
        found = objects(token) or _called_so(clauses) or [clause for clause in clauses if is_told(clause)]
    if found:
        return found
    if token.dep_ == "amod" and token.head.i > token.i and children(token, "nsubj"):
        return with_conjuncts(token.head)  # 'Vela *disavowed* Orrin', which the parser may take for a name
    return [
        noun
        for clause in children(token, "ccomp", "xcomp")
        if is_infinitive(clause) or clause.tag_ == "VB"
        for noun in own_subjects(clause)
    ]


def _called_so(clauses: list[Token]) -> list[Token]:
    """'attacked *what she called* the failed *policies* of Orrin', '*what she said were* his failures'."""
    return [
        noun
        for clause in clauses
        if clause.i and any(c.lower_ == "what" for c in children(clause, "dobj", "nsubj", "dep"))
        for noun in children(clause, "oprd", "attr")
        if noun.i > clause.i and noun.pos_ in ("NOUN", "PROPN")
    ]


def _passive_subjects(token: Token) -> list[Token]:
    """'*Orrin* was condemned', '*the plan* condemned by Vela'."""
    found = own_subjects(token)
    if found:
        return found
    if token.dep_ in ("acl", "relcl"):
        return [token.head]
    if token.dep_ == "conj" and token.head.pos_ in VERBAL:
        return _passive_subjects(token.head)
    return subjects(token)


def _matched(frame: Frame, token: Token) -> list[Token] | None:
    """The tokens that fill the frame's words, in order; None if one is missing."""
    matched, purpose = [token], False
    waiting: list[str] = []  # for the noun that they describe: 'had *little* praise for'
    for word in frame.words:
        if word in ("@", OWNER):
            continue
        if word == "to" != frame.words[-1] and _below(matched, word) is None:
            purpose = True  # 'works *to* elect', whose verb follows
            continue
        below = _thing_below(token, word) if word in ANY else _below(matched, word)
        if below is None and not purpose and word not in ANY and len(waiting) < MODIFIERS:
            waiting.append(word)
            continue
        found = (
            None if below is None or (purpose and not is_infinitive(below)) else _described(below, waiting)
        )
        if found is None:
            return None
        matched, purpose, waiting = [*matched, *found], False, []
    return None if waiting else matched


def _thing_below(verb: Token, word: str) -> Token | None:
    """The object that "_" stands for, or as "$" an amount of money."""
    return next((noun for noun in children(verb, "dobj") if word == "_" or _is_money(noun)), None)


def _described(noun: Token, words: Sequence[str]) -> list[Token] | None:
    """A noun behind the words before it that describe it; None if one is not there."""
    before = children(noun, "amod", "compound", "det", "nummod", "nmod")
    found = [next((c for c in before if word in (c.lower_, c.lemma_.lower())), None) for word in words]
    return None if None in found else [*(each for each in found if each is not None), noun]


def _owners_of(noun: Token) -> list[Token]:
    """'came to *Orrin's* defence', 'jumped on the *Orrin* bandwagon'."""
    owners = children(noun, "poss") or [c for c in children(noun, "compound", "nmod") if c.pos_ == "PROPN"]
    return [each for owner in owners for each in with_conjuncts(owner)]


def _is_money(noun: Token) -> bool:
    """'*$5,000*', 'a *cheque* for £500', '*millions*', 'half a million *dollars*'."""
    signs = (child.tag_ for child in children(noun, "nmod", "quantmod"))
    return noun.ent_type_ == "MONEY" or noun.lemma_.lower() in MONEY or "$" in signs


def _below(matched: list[Token], word: str) -> Token | None:
    for token in reversed(matched):
        for child in token.children:
            if word == "self":
                if child.lower_ in REFLEXIVE:
                    return child
            elif (child.lower_ == word or child.lemma_.lower() == word) and child.dep_ not in (
                "nsubj",
                "nsubjpass",
            ):
                return child
        for given in children(token, "dative"):  # 'gave Orrin *the nod*': the parser may hang it on his name
            if beside := [c for c in children(given, "appos") if c.lemma_.lower() == word]:
                return beside[0]
    return None


def _after(preposition: Token) -> list[Token]:
    """What stands behind the last word of a frame; in a relative clause it may be the noun described."""
    found = [noun for child in children(preposition, "pobj", "pcomp") for noun in with_conjuncts(child)]
    if found:
        return found
    if preposition.dep_ == "prt":
        return objects(preposition.head)
    if preposition.pos_ in VERBAL:
        return objects(preposition)
    above = preposition.head
    if above.dep_ == "relcl" and own_subjects(above) != [above.head]:
        return [above.head]  # 'the candidates that Vela *campaigned for*'
    return []


def is_comparing(frame: Frame) -> bool:
    """'pick Vela over Orrin'; not 'hit Orrin over the tax'."""
    return frame.words == COMPARED and frame.relation.family == "support"
