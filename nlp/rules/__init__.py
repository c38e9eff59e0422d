"""The rules that find positions: one function a grammatical pattern, all reading the same lexicon.

A rule takes a draft and a token and yields candidates; it decides neither mood nor voice. To add a rule, write its
function and its line in RULES; its name is what `Statement.method` says. A rule is tried on every word unless PARTS,
LABELS or WORDS say where alone it can find anything: without a line there it is slower, never wrong.
"""

from __future__ import annotations

from itertools import chain

from nlp.lexicon import Lexicon
from nlp.lexicon.judging import load_judging
from nlp.lexicon.policies import load_policies
from nlp.rules.accusing import accusation, accusing, harming
from nlp.rules.adjectives import adjective
from nlp.rules.affiliations import affiliation
from nlp.rules.affixes import SIGNS, affix, compound
from nlp.rules.amid import amid
from nlp.rules.attributes import apposed, attribute, exemplified, nickname, possessed, summed_up
from nlp.rules.ballots import ballot, forbidden, needed, office
from nlp.rules.bearers import bearer
from nlp.rules.candidate import Candidate
from nlp.rules.crowds import crowd_view, own_choice
from nlp.rules.demands import call_to, clause_demand, high_time, obliged, received_call, there_must_be
from nlp.rules.dispatch import Dispatch, Find, Triggers, WordsOf
from nlp.rules.doubts import DOUBTING, doubted
from nlp.rules.feelings import BETTER, EXCLAIMED, compared, exclaimed, liking, no_fan, striking
from nlp.rules.headline import headline_verb, headline_verdict
from nlp.rules.hopes import CHOICES, WISHING, choice, hope
from nlp.rules.judgements import deed, judgement
from nlp.rules.naming import REGARDING, naming
from nlp.rules.nouns import noun, repelled
from nlp.rules.policies import policy_pledge, policy_stance
from nlp.rules.received import received_noun
from nlp.rules.remarks import remark
from nlp.rules.ripostes import riposte
from nlp.rules.urged import urged_position
from nlp.rules.verbs import verb
from nlp.rules.verdicts import COPULAS
from nlp.rules.wishes import policy_demand

RULES: dict[str, Find] = {
    "verb": verb,
    "noun": noun,
    "received-noun": received_noun,
    "remark": remark,
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
    "high-time": high_time,
    "there-must-be": there_must_be,
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
    "crowd-view": crowd_view,
    "own-choice": own_choice,
    "riposte": riposte,
    "accusing": accusing,
    "harming": harming,
    "accusation": accusation,
    "doubted": doubted,
    "ballot": ballot,
    "urged-position": urged_position,
    "forbidden": forbidden,
    "needed": needed,
    "office": office,
    "headline-verb": headline_verb,
    "headline-verdict": headline_verdict,
    "affiliation": affiliation,
}

VERBS, NOUNS = frozenset({"VERB", "AUX"}), frozenset({"NOUN", "PROPN", "ADJ"})
PARTS = {
    **dict.fromkeys(("verb", "hope", "clause-demand", "obliged", "naming", "evaluative-predicate"), VERBS),
    **dict.fromkeys(
        ("judged-deed", "liking", "striking", "riposte", "accusing", "harming", "doubted"), VERBS
    ),
    **dict.fromkeys(("forbidden", "needed", "office", "crowd-view", "own-choice", "urged-position"), VERBS),
    "there-must-be": VERBS,
    "policy-pledge": frozenset({"VERB"}),
    "policy-stance": VERBS | {"NOUN", "ADJ"},
    "policy-demand": frozenset({"VERB", "NOUN"}),
    **dict.fromkeys(("noun", "received-noun", "amid-noun", "repelled-noun", "bearer", "choice"), NOUNS),
    "headline-verb": NOUNS,
    **dict.fromkeys(("call-to", "received-call", "possessed-judgement"), NOUNS),
    **dict.fromkeys(
        ("exemplified-judgement", "summed-up", "apposed-judgement", "no-fan"), frozenset({"NOUN"})
    ),
    **dict.fromkeys(("nickname", "compared"), frozenset({"ADJ", "PROPN"})),
    **dict.fromkeys(("high-time", "accusation", "remark"), frozenset({"NOUN"})),
    "exclaimed": frozenset({"VERB", "NOUN", "PROPN"}),
    **dict.fromkeys(("adjective", "evaluative-attribute"), frozenset({"ADJ", "VERB"})),
}
"""Parts of speech at which a rule can find anything; a rule that is not named looks at all of EXPRESSIVE."""

EXPRESSIVE = frozenset({"VERB", "AUX", "NOUN", "PROPN", "ADJ"})  # parts of speech that can carry a position

OBJECTS = frozenset({"dobj", "pobj"})
LABELS = {
    **dict.fromkeys(("received-noun", "received-call"), OBJECTS),
    **dict.fromkeys(("amid-noun", "repelled-noun"), frozenset({"pobj"})),
    "evaluative-attribute": frozenset({"amod"}),
    "apposed-judgement": frozenset({"appos"}),
    "no-fan": frozenset({"attr"}),
}
"""Labels of dependency at which a rule can find anything, where they are few."""


def _judging_nouns(lexicon: Lexicon) -> frozenset[str]:
    return lexicon.negative.nouns | lexicon.positive.nouns


def _of_policies(lexicon: Lexicon) -> frozenset[str]:
    frames = (lexicon.verb_frames, lexicon.noun_frames, lexicon.bearer_frames, lexicon.adjective_frames)
    return load_policies()["efforts"].union(load_policies().frames["done"], *frames)


def _listed(*names: str) -> WordsOf:
    """The words of lists of the lexicon of judging."""
    return lambda lexicon: frozenset(chain.from_iterable(load_judging()[name] for name in names))


WORDS: dict[str, WordsOf] = {
    "verb": lambda lexicon: lexicon.verb_frames,
    **dict.fromkeys(
        ("noun", "received-noun", "amid-noun", "repelled-noun"), lambda lexicon: lexicon.noun_frames
    ),
    "call-to": lambda lexicon: lexicon.noun_frames,
    "received-call": lambda lexicon: {*lexicon.noun_frames, "pressure"},
    "bearer": lambda lexicon: lexicon.bearer_frames,
    "adjective": lambda lexicon: lexicon.adjective_frames,
    "affix": lambda lexicon: SIGNS,
    "compound": lambda lexicon: lexicon.verb_frames,
    "hope": lambda lexicon: WISHING,
    "choice": lambda lexicon: CHOICES,
    "policy-pledge": lambda lexicon: {
        *load_policies().frames["to_things"],
        *load_policies().frames["to_actors"],
    },
    "policy-stance": _of_policies,
    "naming": lambda lexicon: lexicon.likening.union(
        REGARDING, lexicon.speech["naming"], lexicon.speech["naming_as"]
    ),
    "possessed-judgement": _listed("possessed_positive", "possessed_negative"),
    **dict.fromkeys(("exemplified-judgement", "summed-up"), _judging_nouns),
    "nickname": _listed("nicknames"),
    "judged-deed": lambda lexicon: COPULAS,
    "liking": lambda lexicon: load_judging().heads["liking"],
    "exclaimed": lambda lexicon: EXCLAIMED,
    "no-fan": _listed("disowned"),
    "compared": lambda lexicon: lexicon.positive.adjectives | BETTER | {"more"},
    "crowd-view": lambda lexicon: load_judging().heads["crowds"],
    "high-time": lambda lexicon: ("time",),
    "there-must-be": lambda lexicon: ("be",),
    "riposte": lambda lexicon: load_judging()["ripostes"].union(load_judging().phrases["ripostes"]),
    "accusing": _listed("accusing"),
    "harming": _listed("harmful"),
    "remark": _listed("remarks"),
    "doubted": lambda lexicon: DOUBTING,
    "accusation": _listed("accusations", "claims"),
    "ballot": lambda lexicon: load_judging().heads["ballots"],
    "forbidden": lambda lexicon: ("let", "allow"),
    "needed": lambda lexicon: ("need",),
    "office": lambda lexicon: ("be", "become", "remain"),
}
"""Lemmas, or words in lower case, at which a rule can find anything, where they can be listed."""

TRIGGERS = Triggers({name: PARTS.get(name, EXPRESSIVE) for name in RULES}, LABELS, WORDS)

__all__ = ["RULES", "TRIGGERS", "Candidate", "Dispatch"]
