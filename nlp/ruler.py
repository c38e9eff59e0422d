"""The model's attribute ruler, sooner done: spaCy's tries each of its patterns on every token.

The ruler turns tags into parts of speech, features and a few lemmas. Nearly all its patterns ask of a single token
only for tag, word, label and white space, so what they set is worked out once for each four of these. The few other
patterns are left to spaCy's matcher.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc
from spacy.tokens._retokenize import set_token_attrs

RULER = "attribute_ruler"
ASKED = ("TAG", "LOWER", "DEP", "IS_SPACE")  # all that a simple pattern asks for
OTHER = -1  # in the place of a word that no simple pattern names; spaCy's numbers are not negative

Token = tuple[int, int, int, int]  # spaCy's numbers of what is ASKED
Numbers = tuple[int, ...]  # of patterns, in their order: later ones win


@dataclass(frozen=True, slots=True)
class Condition:
    """What a token must be, or where `barred`, must not be."""

    place: int  # in ASKED
    values: frozenset[int]
    barred: bool = False

    def holds(self, token: Token) -> bool:
        return (token[self.place] in self.values) != self.barred


@dataclass(slots=True)
class QuickRuler:
    """Sets what an attribute ruler sets. What it has worked out, it keeps: a few thousand rows at most."""

    ruler: AttributeRuler
    simple: list[tuple[int, list[Condition]]] = field(default_factory=list)  # pattern's number, what it asks
    rest: Matcher = field(init=False)
    named: frozenset[int] = frozenset()  # words that simple patterns name
    fitting: dict[Token, Numbers] = field(default_factory=dict)
    together: dict[Numbers, dict[int, Any]] = field(default_factory=dict)  # what patterns set, taken together

    def __post_init__(self) -> None:
        self.rest = Matcher(self.ruler.vocab)
        listed: Any = self.ruler.patterns
        for number, pattern in [(n, each) for n, row in enumerate(listed) for each in row["patterns"]]:
            conditions = _conditions(pattern, self.ruler.vocab.strings.add)
            if conditions is None:
                self.rest.add(str(number), [pattern])
            else:
                self.simple.append((number, conditions))
        words = (c.values for _, each in self.simple for c in each if ASKED[c.place] == "LOWER")
        self.named = frozenset().union(*words)

    def __call__(self, doc: Doc) -> Doc:
        """The document with the attributes set."""
        others = self._others(doc)
        rows = doc.to_array([*ASKED]).tolist()
        for index, (tag, word, label, space) in enumerate(rows):
            token = (tag, word if word in self.named else OTHER, label, space)
            numbers = self.fitting.get(token)
            if numbers is None:
                numbers = self.fitting[token] = self._fitting(token)
            if index in others:
                numbers = tuple(sorted({*numbers, *others[index]}))
            if numbers not in self.together:
                self.together[numbers] = self._together(numbers)
            set_token_attrs(doc[index], self.together[numbers])
        return doc

    def _fitting(self, token: Token) -> Numbers:
        return tuple(n for n, conditions in self.simple if all(each.holds(token) for each in conditions))

    def _together(self, numbers: Numbers) -> dict[int, Any]:
        return {name: value for number in numbers for name, value in self.ruler.attrs[number].items()}

    def _others(self, doc: Doc) -> Mapping[int, list[int]]:
        """Token -> numbers of the patterns that ask for anything else or for several tokens."""
        found: dict[int, list[int]] = defaultdict(list)
        for name, start, end in self.rest(doc, allow_missing=True) if len(self.rest) else ():
            number = int(doc.vocab.strings[name])
            place = self.ruler.indices[number]
            found[place + (start if place >= 0 else end)].append(number)
        return found


def _conditions(pattern: list[dict[str, Any]], number_of: Callable[[str], int]) -> list[Condition] | None:
    """What a simple pattern asks; None for any other pattern."""
    if len(pattern) > 1 or not all(name in ASKED and _is_plain(value) for name, value in pattern[0].items()):
        return None
    return [_condition(ASKED.index(name), value, number_of) for name, value in pattern[0].items()]


def _is_plain(value: Any) -> bool:
    return isinstance(value, str | bool) or (len(value) == 1 and bool(value.keys() & {"IN", "NOT_IN"}))


def _condition(place: int, value: Any, number_of: Callable[[str], int]) -> Condition:
    if isinstance(value, bool):
        return Condition(place, frozenset({int(value)}))
    if isinstance(value, str):
        return Condition(place, frozenset({number_of(value)}))
    ((operator, values),) = value.items()
    return Condition(place, frozenset(map(number_of, values)), barred=operator == "NOT_IN")


@Language.factory("hustings_ruler")
def make_ruler(nlp: Language, name: str) -> QuickRuler:
    """The pipe that stands in for the model's own ruler."""
    ruler: Any = nlp.get_pipe(RULER)
    return QuickRuler(ruler)


def quicken_ruler(model: Language) -> None:
    """Let the quick ruler do the work of the model's own, where it has one."""
    if model.has_pipe(RULER):
        model.add_pipe("hustings_ruler", after=RULER)
        model.disable_pipe(RULER)
