"""What writings say: "the letter warned", "the statement added" are the words of who wrote or signed them.

Runs when the pronouns outside quotations are resolved. A new letter of nobody known ends what was known of the last.
"""

from __future__ import annotations

from spacy.tokens import Token

from nlp.draft import Draft
from nlp.quotes import is_cue
from nlp.syntax import VERBAL, agents, children, is_passive, prepositional, subjects, with_conjuncts

REACH = 6  # sentences


def writings(draft: Draft) -> None:
    """Note 'the letter', where it speaks, as a mention of its one writer, or as a plural of its signatories."""
    known: dict[str, tuple[int, list[str]]] = {}  # word -> sentence, writers
    for token in draft.tokens:
        word = draft.words[token.i]
        if (
            word not in draft.lexicon.relatives["writings"]
            or token.tag_ != "NN"
            or token.i in draft.mention_at
        ):
            continue
        writers = _writers(draft, token)
        if writers or not _again(token):
            known[word] = (draft.sentence_at[token.i], writers)
        elif word in known and draft.sentence_at[token.i] - known[word][0] <= REACH and _speaks(draft, token):
            _note(draft, token, known[word][1])


def _again(noun: Token) -> bool:
    """'the letter', said of one told of before; not 'a letter', 'the letter of 1924'."""
    which = {child.lower_ for child in children(noun, "det", "poss")}
    return bool(which & {"the", "this"}) and not children(noun, "amod", "compound", "acl", "relcl", "prep")


def _speaks(draft: Draft, noun: Token) -> bool:
    return noun.dep_ == "nsubj" and (_tells(draft, noun.head) or noun.head.lemma_ == "read")


def _note(draft: Draft, noun: Token, writers: list[str]) -> None:
    if len(writers) == 1:
        draft.add(noun.i, noun.i + 1, writers[0], "role")
    elif writers:
        draft.plural[noun.i] = writers


def _writers(draft: Draft, noun: Token) -> list[str]:
    """'Vela's letter', 'a letter signed by Vela and Orrin', 'Vela sent a letter', 'Vela said in a letter'."""
    people = children(noun, "poss") + prepositional(noun, "from") + prepositional(noun, "by")
    for clause in children(noun, "acl"):
        wrote = clause.lemma_.lower() in draft.lexicon.relatives["writing"]
        people += agents(clause) if wrote else []
    people = people or _who_wrote(draft, noun)
    found = [draft.entity_of(each) for person in people for each in with_conjuncts(person)]
    return list(dict.fromkeys(entity_id for entity_id in found if entity_id is not None))


def _who_wrote(draft: Draft, noun: Token) -> list[Token]:
    verb = noun.head
    if noun.dep_ == "dobj" and verb.lemma_.lower() in draft.lexicon.relatives["writing"]:
        return subjects(verb)
    if noun.dep_ == "pobj" and verb.lower_ == "in" and _tells(draft, verb.head):
        return subjects(verb.head)
    return []


def _tells(draft: Draft, verb: Token) -> bool:
    """'*said* in a letter', 'in a letter, Vela *attacked* …'; not 'was named in a letter'."""
    lemma = verb.lemma_.lower()
    telling = is_cue(draft, verb) or lemma in draft.lexicon.verb_frames
    return verb.pos_ in VERBAL and telling and not is_passive(verb)
