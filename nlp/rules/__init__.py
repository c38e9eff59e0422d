"""The rules that find positions: one function a grammatical pattern, all reading the same lexicon.

A rule takes a draft and a token and yields candidates; it decides neither mood nor voice. To add a rule, write its
function and its line in RULES; its name is what `Statement.method` says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.tokens import Token

from nlp.draft import Draft
from nlp.rules.adjectives import adjective
from nlp.rules.affiliations import affiliation
from nlp.rules.affixes import affix, compound
from nlp.rules.bearers import bearer
from nlp.rules.candidate import Candidate
from nlp.rules.demands import call_to, clause_demand, obliged, received_call
from nlp.rules.judgements import attribute, judgement
from nlp.rules.naming import naming
from nlp.rules.nouns import amid, noun, received_noun, repelled
from nlp.rules.policies import policy_pledge, policy_stance
from nlp.rules.verbs import verb
from nlp.rules.wishes import policy_demand

RULES: dict[str, Callable[[Draft, Token], Iterator[Candidate]]] = {
    "verb": verb,
    "noun": noun,
    "received-noun": received_noun,
    "amid-noun": amid,
    "repelled-noun": repelled,
    "bearer": bearer,
    "adjective": adjective,
    "affix": affix,
    "compound": compound,
    "clause-demand": clause_demand,
    "call-to": call_to,
    "received-call": received_call,
    "obliged": obliged,
    "policy-pledge": policy_pledge,
    "policy-stance": policy_stance,
    "policy-demand": policy_demand,
    "naming": naming,
    "evaluative-predicate": judgement,
    "evaluative-attribute": attribute,
    "affiliation": affiliation,
}

VERBS, NOUNS = frozenset({"VERB", "AUX"}), frozenset({"NOUN", "PROPN", "ADJ"})
PARTS = {
    **dict.fromkeys(("verb", "clause-demand", "obliged", "naming", "evaluative-predicate"), VERBS),
    **dict.fromkeys(("noun", "received-noun", "amid-noun", "repelled-noun", "bearer"), NOUNS),
    **dict.fromkeys(("call-to", "received-call"), NOUNS),
    **dict.fromkeys(("adjective", "evaluative-attribute"), frozenset({"ADJ", "VERB"})),
}
"""Parts of speech at which a rule can find anything; a rule that is not named looks at all of EXPRESSIVE."""

EXPRESSIVE = ("VERB", "AUX", "NOUN", "PROPN", "ADJ")  # parts of speech that can carry a position
RULES_AT = {
    part: [(name, rule) for name, rule in RULES.items() if part in PARTS.get(name, EXPRESSIVE)]
    for part in EXPRESSIVE
}
"""Part of speech -> the rules to try on a word of it, in the order of RULES."""

__all__ = ["RULES", "RULES_AT", "Candidate"]
