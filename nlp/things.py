"""Naming things: bills, plans, inquiries and what somebody demands, by their longest identifying phrase.

"The bill", "a proposal" identify nothing and are refused; "the harbour bill", "a ban on night ferries" are names.
"""

from __future__ import annotations

from spacy.tokens import Token

from nlp.draft import Draft
from nlp.lexicon.words import load_words
from nlp.phrases import LEADING as LEADING
from nlp.phrases import LONGEST, capital, end_of_action, end_of_complement, tidy
from nlp.syntax import VERBAL, children, is_infinitive, next_token, prepositional
from records import Entity, slug

IDENTIFYING = frozenset({"compound", "amod", "nmod", "nummod", "poss", "quantmod"})
COMPLEMENTS = frozenset(
    {"of", "for", "into", "on", "to", "against", "over", "in", "with", "from", "about", "between", "by"}
)
ADJOINED = frozenset({"into", "of", "on", "against"})
TOPICS = frozenset({"of", "for", "into", "on", "to", "against", "over", "about"})  # say which one it is
PARTNERS = frozenset({"with", "between"})  # say which accord it is
EMPTY_MODIFIERS = load_words()["things"]["empty"]
NO_NAMES = load_words()["things"]["nameless"]
LAWS = load_words()["things"]["laws"]
ACCORDS = load_words()["things"]["accords"]
INQUIRIES = load_words()["things"]["inquiries"]
REMEMBERED = 400  # words after which "the bill" is no longer the one named before
EMPHASIS = load_words()["things"]["emphasis"]
SETTINGS = load_words()["things"]["settings"]
BEGINNINGS = load_words()["things"]["beginnings"]
RESISTING = load_words()["things"]["resisting"]

Thing = tuple[Entity, int, int]


def thing_of(draft: Draft, token: Token) -> Thing | None:
    """The thing a noun names, with its token span; None where it names none or not enough of it."""
    mention = draft.mention_at.get(token.i)
    if mention is not None:
        entity = draft.entities[mention.entity_id]
        return (entity, mention.start, mention.end) if entity.type == "inquiry" else None
    if token.pos_ not in ("NOUN", "PROPN") or token.i in draft.pronouns:
        return None
    lemma = token.lemma_.lower()
    if lemma == "deal" and any(child.lower_ in ("great", "good") for child in children(token, "amod")):
        return None  # 'a great deal of what he did'
    if is_deed(token):
        return None
    if lemma in draft.lexicon.nouns["requests"] and (wanted := requested(draft, token)) is not None:
        return wanted
    if lemma in draft.lexicon.nouns["causes"]:
        return _named(draft, token, "issue", bare=True, alone=True)
    if lemma not in draft.lexicon.nouns["things"] and not _is_named_thing(token):
        return None
    return _named(draft, token, "inquiry" if lemma in INQUIRIES and token.pos_ == "PROPN" else "issue")


def is_deed(token: Token) -> bool:
    """'an *act* of cowardice', which is no law."""
    return token.lower_ in ("act", "acts") and token.pos_ == "NOUN" and bool(prepositional(token, "of"))


def demanded(draft: Draft, token: Token) -> Thing | None:
    """What is called for: an action or thing; None for people, places and times ("called for help at noon")."""
    lemma = token.lemma_.lower()
    if token.pos_ not in ("NOUN", "PROPN"):
        return _clause(draft, token) if token.pos_ in VERBAL else None
    if lemma in draft.lexicon.nouns["requests"] and (wanted := requested(draft, token)) is not None:
        return wanted
    nouns = draft.lexicon.nouns
    if lemma == "nomination" or (lemma not in nouns["things"] and lemma not in nouns["demanded"]):
        return None  # who seeks a nomination demands nothing
    return _named(
        draft,
        token,
        "demand",
        bare=lemma not in ("right", "plan", "bill", "law", "vote", "deal", "support", "list"),
    )


def requested(draft: Draft, token: Token) -> Thing | None:
    """'a request for the council to lead *a public inquiry*', 'calls for *a ban on ferries*'."""
    for noun in prepositional(token, "for"):
        if noun.pos_ in VERBAL:
            return _clause(draft, noun)
        for clause in children(noun, "acl", "relcl"):
            if children(clause, "aux"):
                return _clause(draft, clause)
        if found := _named(draft, noun, "demand"):
            return found
    below = children(token, "acl", "advcl", "relcl", "ccomp")
    beside = [c for c in token.head.children if c.dep_ in ("advcl", "xcomp") and c.i > token.i]
    for clause in (*below, *beside):
        if any(c.lower_ in ("for", "that") for c in children(clause, "mark")) and children(clause, "nsubj"):
            return _clause(draft, clause)
    return None


def action_of(draft: Draft, addressee: str, clause: Token) -> Thing:
    """'urged Orrin *to publish the list*': the demand with its addressee, as one name."""
    being = [c for c in children(clause, "aux", "auxpass") if c.lower_ == "be"]
    start, end = min([clause.i, *(c.i for c in being)]), end_of_action(clause)
    be = "be " if children(clause, "auxpass") and not being else ""
    refrain = "not " if children(clause, "neg") else ""
    name = f"{addressee} {refrain}to {be}{tidy(draft.span_text(start, end))}"
    return _demand(draft, name, start, end)


def wanted_act(draft: Draft, verb: Token) -> Thing | None:
    """'her call *to ban night ferries*': the demand in words."""
    start, end = verb.i, end_of_action(verb)
    name = tidy(draft.span_text(start, end))
    aims = [c for c in children(verb, "xcomp", "advcl") if is_infinitive(c)]  # 'act *to control* it'
    if end - start < 2 or not (aims or children(verb, "dobj", "prep")):
        return None
    return _demand(draft, capital(name), start, end)


def _demand(draft: Draft, name: str, start: int, end: int) -> Thing:
    """What is demanded, remembered for "the idea" behind it."""
    entity = Entity(id=f"demand--{slug(name)}", name=name, type="demand")
    draft.things.append((start, "demand", entity))
    return entity, start, end


def _clause(draft: Draft, verb: Token) -> Thing | None:
    """The object of what shall be done if it is a thing, else the action in words."""
    for noun in (
        children(verb, "dobj") if verb.lemma_.lower() not in draft.lexicon.governors["undoing"] else ()
    ):
        if noun.lemma_.lower() in draft.lexicon.nouns["things"] and (found := _named(draft, noun, "demand")):
            return found
    start, end = verb.i, end_of_action(verb)
    if end - start < 2:
        return None
    name = tidy(draft.span_text(start, end))
    return _demand(draft, capital(name), start, end)


def _is_named_thing(token: Token) -> bool:
    """A law that the recogniser knows, more than one word long."""
    return token.ent_type_ == "LAW" and token.ent_iob_ == "I"


def _named(draft: Draft, token: Token, kind: str, bare: bool = False, alone: bool = False) -> Thing | None:
    if token.lemma_.lower() in NO_NAMES:
        return None
    adjoined = ADJOINED | {"from"} if kind == "demand" else ADJOINED
    start, end = _start_of_name(token), _end_of_name(token, adjoined)
    if not bare and not _identifies(draft, token) and _end_of_adjoined(token, adjoined) == token.i + 1:
        return _named_before(draft, token)
    name = _with_owner(draft, token, tidy(draft.span_text(start, end)))
    if " " not in name and not alone:
        return None
    core = " ".join(word for word in name.lower().split() if word not in EMPHASIS) or name
    prefix = "demand" if kind == "demand" else "issue"
    entity = Entity(id=f"{prefix}--{slug(core)}", name=capital(name), type=kind)
    draft.things.append((token.i, token.lemma_.lower(), entity))
    return entity, start, end


def _with_owner(draft: Draft, token: Token, name: str) -> str:
    """'demanded *his* release': the name says whose."""
    for child in children(token, "poss"):
        owner = draft.pronouns.get(child.i)
        if owner is not None:
            return f"{name} of {draft.entities[owner].name}"
    return name


def _named_before(draft: Draft, token: Token) -> Thing | None:
    """'the bill', 'the legislation' after 'the harbour bill': the last thing of that kind that had a name."""
    if not any(child.lower_ in ("the", "this", "that") for child in children(token, "det")):
        return None
    lemma = token.lemma_.lower()
    kinds = {lemma}.union(*(kind for kind in (LAWS, ACCORDS) if lemma in kind))
    for at in range(token.i - 1, max(-1, token.i - REMEMBERED), -1):
        if draft.words[at] in kinds and at not in draft.mention_at:
            earlier = _outermost(draft.tokens[at], kinds)
            which = earlier.pos_ in ("NOUN", "PROPN") and _identifies(draft, earlier) and not is_deed(earlier)
            if which and (named := _named(draft, earlier, "issue")) is not None:
                return named[0], token.i, token.i + 1
    told = (entity for at, known, entity in reversed(draft.things) if at < token.i and known in kinds)
    entity = next(told, None)  # named by another rule ("the fuel tax" that she promised to cut)
    return None if entity is None else (entity, token.i, token.i + 1)


def _outermost(noun: Token, kinds: set[str]) -> Token:
    """Of 'an amendment to the harbour *bill*' the amendment."""
    whole = noun.head.head
    inside = noun.dep_ == "pobj" and whole.lemma_.lower() in kinds and whole.i < noun.i
    return whole if inside else noun


def _identifies(draft: Draft, token: Token) -> bool:
    """Whether a noun phrase says which one: a modifier that is no filler, or a complement."""
    for child in token.children:
        if (
            child.dep_ in IDENTIFYING
            and child.lower_ not in EMPTY_MODIFIERS
            and child.pos_ != "DET"
            and child.tag_ != "PRP$"
        ):
            return True
        topics = TOPICS | PARTNERS if token.lemma_.lower() in ACCORDS else TOPICS
        if child.dep_ == "prep" and child.lower_ in topics and children(child, "pobj", "pcomp"):
            return True
        if _is_purpose(child) or _tells_which(token, child):
            return True
    return _is_numbered(token) or (token.i - 1 >= 0 and token.ent_iob_ == "I" and token.pos_ == "PROPN")


def _is_numbered(token: Token) -> bool:
    """'*Proposition* 226', '*Amendment* 2'."""
    number = next_token(token)
    if number is None or not token.text[:1].isupper():
        return False
    return number.text.isalnum() and (number.like_num or len(number.text) == 1)


def _tells_which(token: Token, clause: Token) -> bool:
    """'the bill *that closes the harbour*'; what somebody did with it tells nothing."""
    return (
        token.lemma_.lower() in LAWS
        and clause.dep_ == "relcl"
        and not children(token, *IDENTIFYING)
        and (following := next_token(token)) is not None
        and following.lower_ in ("that", "which")
        and any(c.lower_ in ("that", "which") for c in children(clause, "nsubj"))
        and bool(children(clause, "dobj"))
    )


def _is_purpose(clause: Token) -> bool:
    """'a bill *to deepen the harbour*'."""
    return clause.dep_ == "acl" and is_infinitive(clause)


def _start_of_name(token: Token) -> int:
    lefts = [
        child
        for child in token.lefts
        if child.dep_ in IDENTIFYING or (child.dep_ == "punct" and child.text == "-")
    ]
    return min([token.i, *(child.left_edge.i for child in lefts)])


def _end_of_name(token: Token, adjoined: frozenset[str]) -> int:
    """Complements and an infinitive of purpose belong to a name; relative clauses, commas and adverbials do not."""
    end = token.i + 1 + _is_numbered(token)
    for child in token.rights:
        if (child.dep_ == "prep" and child.lower_ in COMPLEMENTS) or _is_purpose(child):
            if _is_setting(child):
                break
            stop = end_of_complement(child)
            if stop - token.i > LONGEST or child.left_edge.i > end + 1:
                break
            end = stop
        elif token.i < child.i < end:
            continue
        elif end == token.i + 1 and _tells_which(token, child):
            return end_of_action(child)
        else:
            break
    return end if end > token.i + 1 else _end_of_adjoined(token, adjoined)


def _is_setting(preposition: Token) -> bool:
    """'the bill *on Monday night*', 'the treaty *in committee*': when, where and how, not which one."""
    return is_when(preposition) or any(
        noun.lower_ in SETTINGS or (preposition.lower_ == "against" and noun.lemma_.lower() in RESISTING)
        for noun in children(preposition, "pobj")
    )


def is_when(preposition: Token) -> bool:
    """'paid leave *for years*', 'against it *from the start*'; not 'the act *of 1994*'."""
    if preposition.lower_ == "of":
        return False
    return any(
        noun.ent_type_ in ("DATE", "TIME") or (noun.tag_ == "NN" and noun.lower_ in BEGINNINGS)
        for noun in children(preposition, "pobj")
    )


def _end_of_adjoined(token: Token, adjoined: frozenset[str]) -> int:
    """Through a complement right behind a noun that the parser hangs on the noun's verb; else the noun's own end."""
    end, doc = token.i + 1, token.doc
    if end + 1 >= len(doc):
        return end
    if doc[end].lower_ in adjoined and doc[end].head == token.head:
        return end_of_complement(doc[end])  # 'commissioned an inquiry *into the fire*'
    if doc[end].lower_ == "to" and doc[end + 1].tag_ == "VB":
        stop = end_of_action(doc[end + 1])
        return stop if stop > end + 2 else end  # 'supported a bill *to tighten checks*'
    return end
