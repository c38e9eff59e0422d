"""Naming policies: "abortion", "private prisons", "a wall on the border", by the phrase that says which one.

What `nlp.things` names comes first; this is for the nouns that are policies only where somebody takes a position on
them. The words are those of `policies.toml`.
"""

from __future__ import annotations

import re

from spacy.tokens import Token

from nlp.draft import Draft
from nlp.lexicon.policies import Policies
from nlp.lexicon.words import load_words
from nlp.syntax import VERBAL, children, is_infinitive, next_token
from nlp.things import EMPHASIS, EMPTY_MODIFIERS, IDENTIFYING, LEADING, Thing, is_deed, is_when, thing_of
from records import Entity, slug

LONGEST = 10  # words behind the noun
TOPICS = frozenset({"of", "for", "on", "between", "to", "in"})
VAGUE = frozenset({"this", "these", "those", "such", "what", "which", "whatever", "another"})
AMOUNTS = load_words()["things"]["amounts"]
EDGES = " ,.;:-’'\"“”"


def issue_of(
    draft: Draft, policies: Policies, token: Token, undertaken: str = "", called: bool = False
) -> Thing | None:
    """The policy that a noun names, with its token span; None where the words do not say which.

    Args:
        draft: The document being read.
        policies: The lexicon's tables.
        token: The noun.
        undertaken: "made" where it is to be made, kept or enlarged, so that "the military" is enough; "ended" where
            it is to be done away with; empty elsewhere.
        called: Whether it is called for, as more than policies are ("more flexibility for advisers").
    """
    if token.pos_ not in ("NOUN", "PROPN") or token.i in draft.pronouns or _vague(policies, token):
        return None
    known = thing_of(draft, token)
    if (
        known is not None
        or token.i in draft.mention_at
        or not (_is_policy(policies, token, undertaken) or (called and _is_wish(policies, token)))
    ):
        return known if known is not None and _says_which(policies, token, known) else None
    start, end = _start(policies, token), _end(policies, token)
    name = _tidy(draft.span_text(start, end))
    core = " ".join(word for word in name.lower().split() if word not in EMPHASIS) or name
    entity = Entity(id=f"issue--{slug(core)}", name=name[:1].upper() + name[1:], type="issue")
    draft.things.append((token.i, token.lemma_.lower(), entity))
    return entity, start, end


def tax_change(draft: Draft, policies: Policies, verb: Token, token: Token) -> Thing | None:
    """'*cut taxes* on fuel' as the policy that it is: tax cuts on fuel."""
    if lemma_of(token) not in policies.tables["measured"]["nouns"]:
        return None
    kind = next(
        (k for k in ("cut", "increase") if verb.lemma_.lower() in policies.tables["measured"][k]), None
    )
    if kind is None or token.i in draft.mention_at or _vague(policies, token):
        return None
    start, end = _start(policies, token), _end(policies, token)
    before, after = draft.span_text(start, token.i + 1), draft.span_text(token.i, end)[len(token) :]
    name = _tidy(re.sub(r"tax(?:es)?$", "tax", before, flags=re.IGNORECASE) + f" {kind}s" + after)
    entity = Entity(id=f"issue--{slug(name)}", name=name[:1].upper() + name[1:], type="issue")
    return entity, start, end


def lemma_of(token: Token) -> str:
    """The lemma in small letters, of a capitalised noun too ("Tariffs")."""
    lemma = token.lemma_.lower()
    return (
        lemma[:-1] if token.tag_ in ("NNPS", "NNP") and lemma.endswith("s") and lemma[-2:] != "ss" else lemma
    )


def _vague(policies: Policies, token: Token) -> bool:
    """'*such* a ban', '*less* trade', and nouns that are left alone."""
    if lemma_of(token) in policies["never"] or is_deed(token):
        return True
    return any(child.lower_ in VAGUE or child.lower_ in policies["fewer"] for child in token.lefts)


def _says_which(policies: Policies, token: Token, known: Thing) -> bool:
    """Not 'the *$305 billion* measure' or '*better* wages', which say how much or how good, not which."""
    entity, start, end = known
    if all(word in AMOUNTS or not word[:1].isalpha() for word in entity.name.lower().split()[:-1]):
        return False
    repeated, complemented = end - start == 1, end > token.i + 1
    return repeated or complemented or any(_identifies(policies, child) for child in token.children)


def _is_policy(policies: Policies, token: Token, undertaken: str) -> bool:
    lemma, word = lemma_of(token), token.lower_
    if {lemma, word} & policies["issues"] or (undertaken and lemma in policies["people"]):
        return True
    if undertaken == "made" and lemma in policies["assets"]:
        return True
    if lemma not in policies["measures"] and lemma not in policies["people"]:
        return False
    if any(_identifies(policies, child) for child in token.children):
        return True
    return _end_beside(policies, token, frozenset()) > token.i + 1


def _is_wish(policies: Policies, token: Token) -> bool:
    """'called for more *flexibility for advisers*', not 'called for *help*', 'for *the police*'."""
    if token.pos_ != "NOUN" or token.ent_type_ or lemma_of(token) in policies["crowd"]:
        return False
    return token.tag_ == "NN" and any(
        child.dep_ == "prep" and _identifies(policies, child) for child in token.children
    )


def _identifies(policies: Policies, child: Token) -> bool:
    """'*private* prisons', 'a wall *on the border*', 'a bill *to cap rents*'."""
    if child.dep_ == "prep":
        nouns = children(child, "pobj")
        return _is_topic(policies, child) and any(noun.pos_ in ("NOUN", "PROPN") for noun in nouns)
    if child.dep_ == "acl":
        return is_infinitive(child)
    said = child.dep_ in IDENTIFYING and child.dep_ not in ("nummod", "quantmod") and child.tag_ != "PRP$"
    return said and _says(policies, child)


def _is_topic(policies: Policies, preposition: Token) -> bool:
    """'a treaty *with* Brackland', but not 'broke the treaty *with* a smile' or 'paid leave *for* years'."""
    if is_when(preposition):
        return False
    return preposition.lower_ in TOPICS or _belongs(policies, preposition.head, preposition)


def _says(policies: Policies, modifier: Token) -> bool:
    word = modifier.lower_
    return word.isalpha() | ("-" in word) and not (
        word in EMPTY_MODIFIERS or word in policies["empty"] or modifier.tag_ in ("JJR", "JJS", "DT")
    )


def _start(policies: Policies, token: Token) -> int:
    """From the first word that says which; what comes before it is left out ("*terrible* trade deals")."""
    lefts = [child for child in token.lefts if child.dep_ in IDENTIFYING and _says(policies, child)]
    numbers = [c for c in token.lefts if c.dep_ in ("nummod", "quantmod") or _compares(policies, c)]
    owners = [c for c in lefts if c.dep_ == "poss" and c.tag_ != "PRP$"]
    others = [c for c in lefts if c.dep_ != "poss"]
    return min([token.i, *(c.left_edge.i for c in (*owners, *others, *numbers))])


def _compares(policies: Policies, modifier: Token) -> bool:
    """'a *higher* tax', unlike 'a *better* deal'."""
    return modifier.tag_ == "JJR" and modifier.dep_ == "amod" and modifier.lower_ not in policies["empty"]


def _end(policies: Policies, token: Token) -> int:
    """Through the complements and an infinitive right behind the noun, up to a comma or a clause."""
    end = token.i + 1
    for child in token.rights:
        complement = child.dep_ == "prep" and _is_topic(policies, child) and bool(children(child, "pobj"))
        purpose = child.dep_ == "acl" and is_infinitive(child)
        if not (complement or purpose) or child.left_edge.i != end:
            break
        end = _end_of(child)
    return end if end > token.i + 1 else _end_beside(policies, token, frozenset({"on", "of", "for"}))


def _end_beside(policies: Policies, token: Token, prepositions: frozenset[str]) -> int:
    """'scrap the ban *on ferries*', 'build a wall *along the border*': the parser may hang it on the verb."""
    end = token.i + 1
    beside = token.doc[end] if end < len(token.doc) else token
    belongs = beside.lower_ in prepositions or (beside.dep_ == "prep" and _belongs(policies, token, beside))
    complement = belongs and beside.head == token.head and bool(children(beside, "pobj"))
    return _end_of(beside) if complement else end


def _belongs(policies: Policies, token: Token, preposition: Token) -> bool:
    nouns = policies.tables["complements"].get(preposition.lower_, frozenset())
    return lemma_of(token) in nouns


def _end_of(child: Token) -> int:
    end = child.i + 1
    for token in child.doc[child.i + 1 : child.right_edge.i + 1]:
        opens = (following := next_token(token)) is not None and following.pos_ in ("DET", "PRON")
        joined = token.dep_ == "cc" and (token.head.pos_ in VERBAL or opens)
        adverbial = token.dep_ in ("relcl", "mark", "advcl") or token.tag_ in ("WDT", "WP", "WRB")
        if joined or adverbial or token.text in (",", ";", ":", "(", "—", "–", "--") or token.is_space:
            break
        if token.i - child.i > LONGEST:
            break
        end = token.i + 1
    while end > child.i and child.doc[end - 1].pos_ in ("ADP", "DET", "CCONJ", "PUNCT", "PART", "SCONJ"):
        end -= 1
    return end


def _tidy(name: str) -> str:
    name = LEADING.sub("", LEADING.sub("", " ".join(name.split()))).strip(EDGES)
    if name.count("“") != name.count("”") or name.count('"') % 2 or name.count("''") % 2:
        name = re.sub("[“”\"]|''", "", name)
    return name
