"""How two stretches of a text stand to each other, whatever the words are: order, distance, roles, who is speaking."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from records import Span

ROLES = {
    **dict.fromkeys(("nsubj", "csubj"), "subject"),
    **dict.fromkeys(("dobj", "dative"), "object"),
    **dict.fromkeys(("attr", "oprd", "acomp"), "predicate"),
    **dict.fromkeys(("amod", "nmod", "compound", "nummod"), "modifier"),
    **dict.fromkeys(("relcl", "acl"), "relative"),
    **dict.fromkeys(("ccomp", "xcomp", "pcomp", "parataxis"), "content"),
    "nsubjpass": "passive subject",
    "agent": "by",
    "poss": "possessor",
    "appos": "apposition",
    "conj": "list",
    "advcl": "adverbial",
}
"""The closed table of roles; a preposition is its own role, and all else is "other"."""

CONTENT = frozenset({"ccomp", "xcomp", "dobj", "parataxis", "advcl", "prep"})  # below a verb of saying
DENYING = frozenset({"never", "no"})
MARKS = frozenset({'"', "''", "``"})
NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP"})
STEPS = (1, 2, 4, 8, 16, 32)  # bounds of the classes of distance, in tokens


@dataclass(frozen=True, slots=True)
class Stretch:
    """The tokens that a span of characters touches."""

    tokens: tuple[Token, ...]
    head: Token  # the one that governs the others
    content: tuple[Token, ...] | None  # what it says, None where it is not the subject of a verb of saying

    @classmethod
    def of(cls, doc: Doc, span: Span, saying: frozenset[str]) -> Stretch | None:
        """None where the span touches no token."""
        tokens = tuple(t for t in doc if t.idx < span[1] and t.idx + len(t) > span[0] and not t.is_space)
        if not tokens:
            return None
        numbers = {token.i for token in tokens}
        head = next((t for t in tokens if t.head == t or t.head.i not in numbers), tokens[0])
        return cls(tokens, head, _content_of(head, saying))

    def __contains__(self, token: Token) -> bool:
        return self.tokens[0].i <= token.i <= self.tokens[-1].i

    def overlaps(self, other: Stretch) -> bool:
        """Whether they share a token."""
        return self.tokens[0] in other or other.tokens[0] in self


@dataclass(frozen=True, slots=True)
class Pair:
    """Two stretches, one taken for the holder of an opinion and the other for its target."""

    holder: Stretch
    target: Stretch

    @property
    def forward(self) -> bool:
        """Whether the holder stands first."""
        return self.holder.tokens[0].i < self.target.tokens[0].i

    @property
    def order(self) -> str:
        """In words, for the names of clues."""
        return "holder first" if self.forward else "target first"

    @property
    def first(self) -> Stretch:
        """The left one."""
        return self.holder if self.forward else self.target

    @property
    def second(self) -> Stretch:
        """The right one."""
        return self.target if self.forward else self.holder

    @property
    def gap(self) -> tuple[int, int]:
        """Token span [start, end) of what stands between them."""
        return self.first.tokens[-1].i + 1, self.second.tokens[0].i

    def __contains__(self, token: Token) -> bool:
        return token in self.holder or token in self.target


def standing(pair: Pair) -> Iterator[str]:
    """The clues that no loaded word gives: 'holder is subject', 'up to 4 apart, holder first', …"""
    yield "always"
    yield pair.order
    yield _distance(pair)
    yield f"{min(3, _names_between(pair))} names between"
    yield from _roles(pair)
    for name, stretch in (("holder", pair.holder), ("target", pair.target)):
        marks = sum(token.text in MARKS for token in stretch.head.doc[: stretch.head.i])
        if marks % 2:
            yield f"{name} in quotation"
    if pair.holder.content is not None:
        yield f"holder speaks, target {_where(pair.target, pair.holder.content)}"
    if pair.target.content is not None:
        yield f"target speaks, holder {_where(pair.holder, pair.target.content)}"


def _content_of(token: Token, saying: frozenset[str]) -> tuple[Token, ...] | None:
    while token.dep_ in ("appos", "conj", "compound"):
        token = token.head
    verb = token.head
    if token.dep_ != "nsubj" or verb.lemma_.lower() not in saying:
        return None
    return tuple(word for child in verb.children if child.dep_ in CONTENT for word in child.subtree)


def _where(stretch: Stretch, content: Sequence[Token]) -> str:
    return "within" if any(token in stretch for token in content) else "outside"


def _distance(pair: Pair) -> str:
    start, end = pair.gap
    bound = next((str(step) for step in STEPS if end - start <= step), "more")
    return f"up to {bound} apart, {pair.order}"


def _names_between(pair: Pair) -> int:
    between = pair.holder.head.doc[slice(*pair.gap)]
    return sum(token.ent_iob_ == "B" and token.ent_type_ in NAMES for token in between)


def _roles(pair: Pair) -> Iterator[str]:
    up, down = _line(pair.holder.head), _line(pair.target.head)
    above = {token.i for token in down}
    top = next((token for token in up if token.i in above), None)
    if top is None:
        yield "in two sentences"
        return
    way_up, way_down = _until(up, top), _until(down, top)
    holder, target = _labels(way_up), _labels(way_down)
    yield f"holder is {holder[0]}"
    yield f"target is {target[0]}"
    yield f"{holder[-1]} and {target[-1]}"
    if any(_negated(token) for token in (*way_up, *way_down, top)):
        yield "negated"


def _line(token: Token) -> list[Token]:
    """The token and all that governs it."""
    return [token, *token.ancestors]


def _until(line: Sequence[Token], top: Token) -> Sequence[Token]:
    return line[: line.index(top)]


def _labels(way: Sequence[Token]) -> list[str]:
    """The roles on the way up, without the modifier or apposition that a name is of another name."""
    labels: list[str] = []
    for token in way:
        label = _label(token)
        inner = not labels and label in ("apposition", "modifier")
        if label and not inner and labels[-1:] != [label]:
            labels.append(label)
    return labels or ["top"]


def _label(token: Token) -> str:
    if token.dep_ == "prep":
        return token.lower_
    return "" if token.dep_ == "pobj" else ROLES.get(token.dep_, "other")


def _negated(token: Token) -> bool:
    return any(child.dep_ == "neg" or child.lower_ in DENYING for child in token.children)
