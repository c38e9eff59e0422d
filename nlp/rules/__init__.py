"""The rules that find positions: one function a grammatical pattern, all reading the same lexicon.

A rule takes a draft and a token and yields candidates; it decides neither mood nor voice. To add a rule, write its
function and its line in RULES; its name is what `Statement.method` says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.tokens import Token

from nlp.draft import Draft
from nlp.rules.accusing import accusing, harming
from nlp.rules.adjectives import adjective
from nlp.rules.affiliations import affiliation
from nlp.rules.affixes import affix, compound
from nlp.rules.amid import amid
from nlp.rules.attributes import apposed, attribute, exemplified, nickname, possessed, summed_up
from nlp.rules.ballots import ballot, forbidden, needed, office
from nlp.rules.bearers import bearer
from nlp.rules.candidate import Candidate
from nlp.rules.demands import call_to, clause_demand, obliged, received_call
from nlp.rules.feelings import compared, exclaimed, liking, no_fan, striking
from nlp.rules.hopes import choice, hope
from nlp.rules.judgements import deed, judgement
from nlp.rules.naming import naming
from nlp.rules.nouns import noun, repelled
from nlp.rules.policies import policy_pledge, policy_stance
from nlp.rules.received import received_noun
from nlp.rules.ripostes import riposte
from nlp.rules.verbs import verb
from nlp.rules.wishes import policy_demand

RULES: dict[str, Callable[[Draft, Token], Iterator[Candidate]]] = {
    "verb": verb,
    "noun": noun,
    "received-noun": received_noun,
    "amid-noun": amid,
    "repelled-noun": repelled,
    "bearer": bearer,
    "hope": hope,
    "choice": choice,
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
    "possessed-judgement": possessed,
    "apposed-judgement": apposed,
    "exemplified-judgement": exemplified,
    "summed-up": summed_up,
    "nickname": nickname,
    "judged-deed": deed,
    "liking": liking,
    "striking": striking,
    "exclaimed": exclaimed,
    "no-fan": no_fan,
    "compared": compared,
    "riposte": riposte,
    "accusing": accusing,
    "harming": harming,
    "ballot": ballot,
    "forbidden": forbidden,
    "needed": needed,
    "office": office,
    "affiliation": affiliation,
}

VERBS, NOUNS = frozenset({"VERB", "AUX"}), frozenset({"NOUN", "PROPN", "ADJ"})
PARTS = {
    **dict.fromkeys(("verb", "hope", "clause-demand", "obliged", "naming", "evaluative-predicate"), VERBS),
    **dict.fromkeys(("judged-deed", "liking", "striking", "riposte", "accusing", "harming"), VERBS),
    **dict.fromkeys(("forbidden", "needed", "office"), VERBS),
    "policy-pledge": frozenset({"VERB"}),
    "policy-stance": VERBS | {"NOUN", "ADJ"},
    "policy-demand": frozenset({"VERB", "NOUN"}),
    **dict.fromkeys(("noun", "received-noun", "amid-noun", "repelled-noun", "bearer", "choice"), NOUNS),
    **dict.fromkeys(("call-to", "received-call", "possessed-judgement"), NOUNS),
    **dict.fromkeys(
        ("exemplified-judgement", "summed-up", "apposed-judgement", "no-fan"), frozenset({"NOUN"})
    ),
    **dict.fromkeys(("nickname", "compared"), frozenset({"ADJ", "PROPN"})),
    "exclaimed": frozenset({"VERB", "NOUN", "PROPN"}),
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
