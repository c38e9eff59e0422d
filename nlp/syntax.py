"""Grammar made plain: who does what to whom, whatever the sentence's shape.

Labels are those of spaCy's English models (ClearNLP). Each function takes and gives tokens.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from spacy.tokens import Doc, Token

from nlp.lexicon.words import load_words

DEPENDENTS = "hustings dependents"  # where a Doc keeps the table of that name

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
CLAUSES = frozenset({"ROOT", "ccomp", "advcl", "relcl", "parataxis", "acl", "csubj", "csubjpass"})
VERBAL = frozenset({"VERB", "AUX"})
SINGLING = frozenset({"only", "first", "few"})  # "the last person to" is nobody
RELATIVES = frozenset({"who", "which", "that", "whom", "whose"})
OWN_DOING = load_words()["deeds"]["own_deeds"]
PERCEIVING = load_words()["deeds"]["perceiving"]
ALLEGING = load_words()["speech"]["alleging"]


def children(token: Token, *labels: str) -> list[Token]:
    """The dependents of a token with one of the labels, in text order."""
    doc = token.doc
    return [doc[index] for label, index in _dependents(doc)[token.i] if label in labels]


def next_token(token: Token) -> Token | None:
    """The next token; None behind the last one of a document, where `Token.nbor` would raise."""
    return token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None


def child_labels(token: Token) -> list[str]:
    """The labels of a token's dependents, in text order."""
    return [label for label, _ in _dependents(token.doc)[token.i]]


def _dependents(doc: Doc) -> list[list[tuple[str, int]]]:
    """Token -> label and number of each of its dependents: listed once for a parse, for asking spaCy is dear.

    The table holds numbers instead of tokens, which would keep the document alive.
    """
    table: list[list[tuple[str, int]]] | None = doc.user_data.get(DEPENDENTS)
    if table is None:
        table = [[] for _ in range(len(doc))]
        numbers = doc.to_array("DEP").tolist()
        labels = {number: doc.vocab.strings[number] for number in set(numbers)}
        for index, offset in enumerate(doc.to_array("HEAD").astype(np.int64).tolist()):
            if offset:
                table[index + offset].append((labels[numbers[index]], index))
        doc.user_data[DEPENDENTS] = table
    return table


def with_conjuncts(token: Token) -> list[Token]:
    """'*Vela* and *Orrin*': the token and what is joined to it on its right."""
    found = [token]
    joined = children(token, "conj", "appos")
    for child in joined if token.lower_ not in ("it", "that", "this") else ():
        if child.dep_ == "conj" and not _contrasted(token, child):
            found += with_conjuncts(child)
        elif child.dep_ == "appos" and _listed(token, child):
            found += with_conjuncts(child)[token.pos_ == "PROPN" :]
    return found


def _listed(token: Token, child: Token) -> bool:
    """'thanked his parents, his *siblings* and Vela': the parser may take the second of three for an apposition."""
    joined = child.pos_ == "NOUN" and bool(children(child, "cc")) and bool(children(child, "conj"))
    return joined and token.doc[child.left_edge.i - 1].text == ","


def _contrasted(first: Token, second: Token) -> bool:
    """'Vela rather than *Orrin*', 'Vela, not *Orrin*'."""
    return any(t.lower_ in ("than", "not") for t in first.doc[first.i + 1 : second.left_edge.i + 1])


def is_passive(verb: Token) -> bool:
    """'was *condemned*', 'the plan *condemned* by Vela'."""
    found = child_labels(verb)
    if "auxpass" in found or "nsubjpass" in found:  # without the first the parser misread a plain past
        return verb.dep_ != "ROOT" or "auxpass" in found or "agent" in found or bool(_told_by(verb))
    if verb.tag_ != "VBN" or "aux" in found:
        return False
    if verb.dep_ == "conj" and verb.head.pos_ in VERBAL:
        return is_passive(verb.head) and "dobj" not in found
    return verb.dep_ in ("acl", "advcl") or "agent" in found


def _told_by(verb: Token) -> list[Token]:
    """'accused of *lying* by Vela': what somebody is said to do, where the parser hangs on it who says so."""
    if verb.lemma_.lower() not in ALLEGING:
        return []
    return [
        gerund
        for preposition in children(verb, "prep")
        for gerund in children(preposition, "pcomp")
        if gerund.tag_ == "VBG" and any(by.lower_ == "by" for by in children(gerund, "prep"))
    ]


def agents(verb: Token) -> list[Token]:
    """'condemned by *Vela* and *Orrin*', 'called a liar by *Vela*', 'accused of lying by *Vela*'."""
    passive = is_passive(verb)
    holders = [verb, *children(verb, "oprd", "attr", "dobj", "acomp"), *_told_by(verb)] if passive else [verb]
    return [
        noun
        for holder in holders
        for by in children(holder, "agent", "prep")
        if by.dep_ == "agent" or (passive and by.lower_ == "by")
        for pobj in children(by, "pobj")
        for noun in with_conjuncts(pobj)
    ]


def is_finite(verb: Token) -> bool:
    """'attacks', 'attacked', 'has attacked', 'will attack': not 'to attack' nor 'attacking'."""
    if verb.tag_ in ("VBD", "VBZ", "VBP"):
        return True
    return any(child.tag_ in ("VBD", "VBZ", "VBP", "MD") for child in children(verb, "aux", "auxpass"))


def is_infinitive(verb: Token) -> bool:
    """'*to attack* Orrin'."""
    return any(child.lower_ == "to" for child in children(verb, "aux"))


def own_subjects(verb: Token) -> list[Token]:
    """Subjects that stand in the verb's own clause, inverted ones ('said Vela') included."""
    subjects_ = [
        c
        for c in children(verb, "nsubj", "nsubjpass")
        if c.doc[max(0, c.left_edge.i - 1)].lower_ != "than" and not _misread_object(verb, c)
    ]
    found = [noun for child in subjects_ for noun in with_conjuncts(child)]
    if not found and verb.dep_ == "relcl" and not children(verb, *SUBJECTS):
        return [] if _is_never(verb.head) else _singled_out(verb) or [verb.head]
    if not found and verb.tag_ == "VBG":  # 'Vela's *calling* him a liar'
        before = verb.doc[verb.i - 1] if verb.i else verb
        found = children(verb, "poss") or ([before.head] if before.tag_ == "POS" else [])
    return found or _stranded_subject(verb)


def _singled_out(verb: Token) -> list[Token]:
    """'*Vela and Orrin* were the only Whigs to *oppose* it', 'She is one of the few Whigs to …': not all of these."""
    noun = verb.head
    if not SINGLING.intersection(child.lower_ for child in children(noun, "amod", "det")):
        return []
    if noun.dep_ == "pobj" and noun.head.lower_ in ("of", "among"):
        noun = noun.head.head if noun.head.head.pos_ == "NUM" else noun.head
    being = noun.head if noun.dep_ in ("attr", "prep") else noun
    return own_subjects(being) if being.lemma_ == "be" and children(being, "nsubj") else []


def _is_never(noun: Token) -> bool:
    """'Vela is the *last person* to blame him'; who was the last to do it did it."""
    last = noun.lemma_ in ("person", "man", "woman", "one") and "last" in (
        c.lower_ for c in children(noun, "amod")
    )
    return last and noun.dep_ == "attr" and noun.head.tag_ in ("VBZ", "VBP")


def _misread_object(verb: Token, subject: Token) -> bool:
    """'mocked and later endorsed *Vela*': right behind a joined verb the parser may take the object for the subject."""
    joined = verb.dep_ == "conj" and verb.head.pos_ in VERBAL and subject.dep_ == "nsubj"
    return (
        joined and verb.i < subject.left_edge.i <= verb.i + 1 and not children(verb, "dobj", "ccomp", "aux")
    )


def _stranded_subject(verb: Token) -> list[Token]:
    """'In a letter seen by the Courier, *Vela* wrote …': the parser may hang the subject on what a comma ends."""
    if verb.dep_ not in ("ROOT", "ccomp", "advcl", "conj") or not is_finite(verb):
        return []
    if children(verb, "csubj") and (named := [c for c in children(verb, "npadvmod") if c.pos_ == "PROPN"]):
        return named[:1]  # '*Vela*, echoing Orrin, criticised …'
    before = verb.i - 1
    while before > verb.sent.start and (
        verb.doc[before].pos_ in ("AUX", "ADV") or verb.doc[before].text in ("-", ",")
    ):
        before -= 1
    noun = verb.doc[before]
    if noun.pos_ != "PROPN" or noun.dep_ not in ("conj", "appos", "pobj"):
        return []
    while noun.dep_ in ("conj", "appos") and not _comma_between(noun.head, noun):
        noun = noun.head
    stranded = noun.dep_ in ("conj", "appos") and noun.head.i < noun.i
    return with_conjuncts(noun) if stranded else []


def _comma_between(left: Token, right: Token) -> bool:
    return any(token.text == "," for token in left.doc[left.i : right.left_edge.i])


def subjects(verb: Token, controls_object: frozenset[str] = frozenset(), depth: int = 0) -> list[Token]:
    """Who acts in a verb, reached through coordination, control, participles and reduced clauses.

    Args:
        verb: A verb or auxiliary.
        controls_object: Lemmas of verbs whose object acts in the infinitive below them ("urged Orrin to go").
        depth: How far the search has climbed already.
    """
    found = own_subjects(verb)
    if found or depth > 6:
        return found
    head = verb.head
    if seen := _seen_acting(verb) or _reason_of(verb):
        return seen
    if (companion := _companion(verb)) is not None:
        return [companion] if _goes_on(verb) else []  # whose it is stays open
    if verb.dep_ == "conj" and head.pos_ in VERBAL:
        return _of_the_speaker(verb) or subjects(head, controls_object, depth + 1)
    if verb.dep_ == "acl":
        return _noun_owner(verb)
    if verb.dep_ in ("xcomp", "ccomp") and head.pos_ in VERBAL and not children(verb, "mark"):
        return _controller(head, controls_object, depth)
    if verb.dep_ in ("advcl", "pcomp", "prep", "dobj", "attr", "xcomp", "dep", "conj"):
        above = _clause_above(verb)
        return subjects(above, controls_object, depth + 1) if above is not None else []
    return []


def _controller(head: Token, controls_object: frozenset[str], depth: int) -> list[Token]:
    """'*urged* Orrin to resign': Orrin; '*wants* to resign': the subject."""
    if head.lemma_.lower() in controls_object and (objects := children(head, "dobj", "dative", "nsubjpass")):
        return with_conjuncts(objects[0])
    return subjects(head, controls_object, depth + 1)


def _seen_acting(verb: Token) -> list[Token]:
    """'retweeted *MPs* calling for a ban': the object right before a participle acts in it."""
    if verb.tag_ != "VBG" or verb.i == 0 or verb.dep_ not in ("advcl", "xcomp", "ccomp", "acl", "conj"):
        return []
    before = verb.nbor(-1)
    if before.dep_ == "pobj" and before.head.lower_ == "with" and before.head.head == verb.head:
        return [before]  # 'with *Vela attacking* Orrin'
    for ancestor in verb.ancestors:
        if ancestor.lemma_.lower() in PERCEIVING:
            return [
                noun
                for noun in children(ancestor, "dobj")
                if noun.right_edge.i == verb.i - 1 or noun.i == verb.i - 1
            ]
    return []


def _companion(verb: Token) -> Token | None:
    """'It opened with *Vela* praising her, then *attacking* Orrin': who acts in the participle before this one."""
    above = (verb.head, *children(verb.head, "dobj")) if verb.dep_ == "advcl" else ()
    for preposition in (p for holder in above for p in children(holder, "prep")):
        if preposition.lower_ != "with" or preposition.i > verb.i:
            continue
        acting = [noun for clause in children(preposition, "pcomp") for noun in own_subjects(clause)]
        acting += [noun for noun in children(preposition, "pobj") if _opens_participle(noun, verb)]
        if acting:
            return acting[0]
    return None


def _opens_participle(noun: Token, verb: Token) -> bool:
    """'Vela *praising* …, *attacking* …': another participle of the same clause right behind the noun."""
    following = next_token(noun)
    return (
        following is not None
        and following.tag_ == "VBG"
        and following.head == verb.head
        and following != verb
    )


def _goes_on(verb: Token) -> bool:
    """'…, *then* attacking', '…, taking shots *and* insulting': more of what was begun."""
    return bool(children(verb, "cc", "conj")) or any(c.lower_ == "then" for c in children(verb, "advmod"))


def _of_the_speaker(verb: Token) -> list[Token]:
    """'Vela *said* the plan was bad and *urged* him to go': the parser may join the second verb to the clause."""
    clause = verb.head
    said = clause.head
    if clause.dep_ != "ccomp" or verb.tag_ != "VBD" or said.tag_ != "VBD":
        return []
    inner = own_subjects(clause)
    return own_subjects(said) if inner and inner[0].pos_ == "NOUN" else []


def _reason_of(verb: Token) -> list[Token]:
    """'criticised *Orrin* for siding with', 'called *Orrin* a fool for backing': the object acts."""
    if verb.dep_ != "pcomp" or verb.head.lower_ not in ("for", "of", "over"):
        return []
    if any(child.lower_ == "instead" for child in verb.head.children):
        return []  # 'praised Orrin *instead of* attacking Lund'
    above = _clause_above(verb.head)
    return [n for each in children(above, "dobj", "nsubjpass") for n in with_conjuncts(each)] if above else []


def _noun_owner(verb: Token) -> list[Token]:
    """'a letter *attacking* Vela': the letter; 'her refusal *to endorse*': her."""
    noun = verb.head
    if children(verb, "aux") and any(child.lower_ == "to" for child in verb.children):
        owners = children(noun, "poss")
        if owners:
            return owners
        above = noun.head if noun.dep_ in ("dobj", "attr") and noun.head.pos_ in VERBAL else None
        return own_subjects(above) if above is not None and above.lemma_.lower() in OWN_DOING else []
    return [noun]


def _clause_above(token: Token) -> Token | None:
    """The nearest verb above a token."""
    for ancestor in token.ancestors:
        if ancestor.pos_ in VERBAL:
            return ancestor
        if ancestor.dep_ == "ROOT":
            break
    return None


def objects(verb: Token) -> list[Token]:
    """Direct objects, and the gap of a relative clause ('the plan that Vela *opposed*')."""
    found = [
        noun
        for child in children(verb, "dobj", "dative")
        if child.dep_ == "dobj"
        for noun in with_conjuncts(child)
        if noun == child or not _like_the_described(verb, noun)
    ]
    if found:
        return found
    if misread := [s for s in children(verb, "nsubj") if _misread_object(verb, s)]:
        return [noun for subject in misread for noun in with_conjuncts(subject)]
    if _object_gap(verb):
        return [verb.head]
    following = [child for child in children(verb, "conj") if child.pos_ in VERBAL]
    if following and not children(verb, "prep", "prt", "xcomp", "ccomp", "advcl"):
        return objects(following[0])  # 'attacked and *mocked* Vela'
    return []


def _like_the_described(verb: Token, noun: Token) -> bool:
    """'met liberals who *decried* it, *conservatives* who liked it': the next of those described, joined too low."""
    comma = noun.doc[noun.left_edge.i - 1].text == ","
    return (
        verb.dep_ == "relcl"
        and comma
        and bool(children(noun, "relcl", "acl"))
        and noun.tag_ == verb.head.tag_ == "NNS"
    )


def _object_gap(verb: Token) -> bool:
    """'the plan that Vela *opposed*', 'the plan Vela *opposed*': the noun described is the object."""
    found = own_subjects(verb)
    return verb.dep_ == "relcl" and bool(found) and found[0] != verb.head and found[0].lower_ not in RELATIVES


def prepositional(token: Token, preposition: str) -> list[Token]:
    """'support for *Vela*': what stands behind the preposition, conjuncts included."""
    return [
        noun
        for child in children(token, "prep", "agent", "dative", "prt")
        if child.lower_ == preposition
        for pobj in children(child, "pobj", "pcomp")
        for noun in with_conjuncts(pobj)
    ]


def phrase_of(token: Token) -> tuple[int, int]:
    """Token span [start, end) of everything below a token."""
    return token.left_edge.i, token.right_edge.i + 1


def clause_verb(token: Token) -> Token | None:
    """The verb of the clause a token stands in; the token itself if it is one."""
    if token.pos_ in VERBAL:
        return token
    return _clause_above(token)


def governors(token: Token) -> Iterator[tuple[Token, Token]]:
    """Pairs (lower, upper) from a token up to the root of its sentence."""
    lower = token
    while lower.head != lower:
        yield lower, lower.head
        lower = lower.head
