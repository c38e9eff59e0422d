"""How a statement was found, and who its words mean, told to somebody who knows neither rules nor grammar."""

from __future__ import annotations

import re
from collections.abc import Iterator

from records import ACTOR_TYPES, Document, Span, Statement

RULES = {
    "verb": "Read from the verb {cue}",
    "noun": "Read from the noun {cue}",
    "received-noun": "Read from the noun {cue}, which was given or received",
    "amid-noun": "Read from the noun {cue}, amid which something happened",
    "repelled-noun": "Read from the noun {cue}, which somebody was defended against",
    "bearer": "Read from the noun {cue} for whoever holds the position",
    "adjective": "Read from the adjective {cue}",
    "affix": "Read from the word {cue}, which is for or against a name",
    "compound": "Read from {cue}, joined to a name by a hyphen",
    "clause-demand": "Read from a demand that names who shall act: {cue}",
    "call-to": "Read from a call to do something: {cue}",
    "received-call": "Read from the call that somebody faced: {cue}",
    "obliged": "Read from what somebody says another should do: {cue}",
    "high-time": "Read from what somebody says it is time for: {cue}",
    "there-must-be": "Read from what somebody says there should be: {cue}",
    "policy-pledge": "Read from what somebody undertakes or proposes to do about a policy: {cue}",
    "policy-stance": "Read from a word for or against a policy: {cue}",
    "policy-demand": "Read from what somebody says must be done: {cue}",
    "naming": "Read from what somebody is called: {cue}",
    "evaluative-predicate": "Read from a judgement in somebody’s own or reported words: {cue}",
    "evaluative-attribute": "Read from a judging word in somebody’s own words: {cue}",
    "possessed-judgement": "Read from a judging word for what is somebody’s: {cue}",
    "apposed-judgement": "Read from a judging word put behind a name: {cue}",
    "exemplified-judgement": "Read from a judging word that somebody is an example of: {cue}",
    "summed-up": "Read from a judgement that is all somebody said: {cue}",
    "nickname": "Read from the nickname {cue}",
    "judged-deed": "Read from what somebody’s deed is called: {cue}",
    "liking": "Read from whom somebody likes or trusts, or does not: {cue}",
    "striking": "Read from what somebody does to whoever says so: {cue}",
    "exclaimed": "Read from the exclamation {cue}",
    "no-fan": "Read from what somebody says they are not: {cue}",
    "compared": "Read from a comparison: {cue}",
    "crowd-view": "Read from what somebody says that everybody thinks: {cue}",
    "own-choice": "Read from whom somebody says they would choose: {cue}",
    "riposte": "Read from an answer to whoever spoke just before: {cue}",
    "accusing": "Read from a verb that holds something against somebody: {cue}",
    "harming": "Read from the harm that somebody is said to do: {cue}",
    "accusation": "Read from the noun for what somebody holds against another: {cue}",
    "doubted": "Read from what somebody doubts or questions: {cue}",
    "remark": "Read from the tone of what somebody said: {cue}",
    "urged-position": "Read from the position somebody asks others to take: {cue}",
    "ballot": "Read from whom voters should choose or stop: {cue}",
    "forbidden": "Read from what must not be let happen: {cue}",
    "needed": "Read from whom somebody says they need: {cue}",
    "office": "Read from where somebody should or should not be: {cue}",
    "choice": "Read from whose choice somebody is called: {cue}",
    "hope": "Read from what somebody hopes for: {cue}",
    "headline-verb": "Read from the verb of a headline: {cue}",
    "headline-verdict": "Read from a judgement in a headline: {cue}",
    "affiliation": "Read from a post or membership: {cue}",
}
"""Name of a rule, as in `Statement.method` behind "rule:" -> what it reads."""

IDLE = frozenset(
    {"the", "a", "an", "of", "and", "for", "mr", "mrs", "ms", "sir", "dame", "lord", "lady", "dr", "s"}
)
"""Words that make two names no more alike."""


def how_found(statement: Statement, document: Document | None) -> str:
    """In words, such as "Read from the verb “accused”"; without a known rule, that it was."""
    cue = words_at(statement, statement.cue_span, document)
    told = RULES.get(statement.method.removeprefix("rule:"), "Read from {cue}")
    if statement.method.startswith("model:"):
        told = "Judged by the learned model from all sentences in which the two meet; here it leans on {cue}"
    return told.format(cue=f"“{cue}”") if cue else "Read from the sentence as a whole"


def glosses(statement: Statement, document: Document | None) -> Iterator[tuple[str, str]]:
    """(words of the text, name) of actor and target where a pronoun or a role stands for the name."""
    for role in ("actor", "target"):
        name = getattr(statement, role)
        words = words_at(statement, getattr(statement, f"{role}_span"), document)
        if words and getattr(statement, f"{role}_type") in ACTOR_TYPES and not _words(words) & _words(name):
            yield words, name


def words_at(statement: Statement, span: Span, document: Document | None) -> str:
    """What stands at the span on one line; empty where the text is not at hand."""
    start, end = span
    if statement.start <= start and end <= statement.end:
        text = statement.evidence[start - statement.start : end - statement.start]
    elif document and document.text[statement.start : statement.end] == statement.evidence:
        text = document.text[start:end]
    else:
        text = ""
    return " ".join(text.split())


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W_]+", text.casefold())) - IDLE
