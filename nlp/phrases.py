"""Where the words of a name end, and how they are tidied into one."""

from __future__ import annotations

import re

from spacy.tokens import Token

from nlp.syntax import VERBAL, children

LONGEST = 14  # words of a name
RELATIVE = frozenset({"WDT", "WP", "WP$", "WRB"})
LEADING = re.compile(
    r"^(?:the|a|an|any|some|that|this|those|these|its|his|her|their|our|more|another|such|what|own)\s+",
    re.IGNORECASE,
)
CALLED = re.compile(
    r"\bwhat (?:\w+ ){1,3}(?:called|calls|described as|describes as|labelled|termed|dubbed)\s+", re.IGNORECASE
)


def end_of_action(verb: Token) -> int:
    """Where the words of an action end: before the next clause or comma, after about LONGEST words at most."""
    end, last_joint = verb.i + 1, verb.i + 1
    for token in verb.doc[verb.i + 1 : verb.right_edge.i + 1]:
        begins_clause = token.dep_ in ("mark", "cc") and token.head.pos_ in VERBAL
        if begins_clause or _breaks(token) or _begins_manner(token):
            break
        if token.i - verb.i > LONGEST:
            end = last_joint
            break
        if token.dep_ in ("cc", "prep") and token.i > verb.i + 3:
            last_joint = token.i  # a name that must be cut is cut at a joint
        end = token.i + 1
    while end > verb.i + 1 and _dangles(verb.doc[end - 1]):
        end -= 1
    return end


def _dangles(token: Token) -> bool:
    """A mark, preposition or article that nothing follows; a particle ("set up") does not dangle."""
    return token.dep_ != "prt" and (token.is_punct or token.pos_ in ("ADP", "DET", "CCONJ", "PART", "SCONJ"))


def _begins_manner(token: Token) -> bool:
    """'… *by* recalling': how it is asked is no part of what is asked."""
    return token.lower_ == "by" and bool(children(token, "pcomp"))


def _breaks(token: Token) -> bool:
    """A comma, a bracket or a dash between spaces; a hyphen inside a word is none."""
    return token.text in (",", ";", ":", "(", "—", "–", "--") or (
        token.text == "-" and bool(token.whitespace_)
    )


def end_of_complement(child: Token) -> int:
    """Through the complement's nouns, up to a relative clause or a comma that ends it."""
    end = child.i + 1
    for token in child.doc[child.i + 1 : child.right_edge.i + 1]:
        asked = token.i == child.i + 1  # 'an inquiry into *how* it was sold'
        if _breaks(token) or token.dep_ == "relcl" or (token.tag_ in RELATIVE and not asked):
            break
        if token.dep_ == "cc" and token.head.pos_ in VERBAL:
            break
        end = token.i + 1
    while child.doc[end - 1].pos_ in ("ADP", "DET", "CCONJ", "PUNCT", "PART", "SCONJ") and end > child.i:
        end -= 1
    return end


def tidy(name: str) -> str:
    name = CALLED.sub("", " ".join(name.split()))
    name = LEADING.sub("", LEADING.sub("", name)).strip(" ,.;:’'\"“”")
    if name.count("“") != name.count("”") or name.count('"') % 2:
        name = re.sub('[“”"]', "", name)
    return name


def capital(name: str) -> str:
    return name[:1].upper() + name[1:]
