"""Attributions: source, cue and content of everything that somebody is said to say, think or want.

Only the outermost ones, as in PolNeAR (Newell, Margolin and Ruths 2018): what stands inside a content is not
attributed again. A quotation that its cue interrupts, or that goes on after it, is one attribution of several pieces.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from nlp.draft import Draft
from nlp.resolve import actors_of
from nlp.syntax import (
    VERBAL,
    agents,
    children,
    clause_verb,
    is_infinitive,
    is_passive,
    own_subjects,
    phrase_of,
    subjects,
    with_conjuncts,
)
from records import Attribution, Span

AUXILIARIES = frozenset({"aux", "auxpass", "neg", "prt"})
PREPOSED = ("parataxis", "ccomp", "advcl")  # how a cue hangs on the clause before it
TRAILING = frozenset({"relcl", "appos", "acl", "punct", "advcl", "parataxis"})
ADDING = frozenset(
    {"as", "while", "after", "when", "and", "but", "in", "on", "during", "at"}
)  # behind a quotation's end
Tokens = tuple[int, int]  # [start, end)


@dataclass(slots=True)
class Found:
    """One attribution while it is put together, in tokens."""

    cue: list[int]
    source: Token | None
    content: list[Tokens]
    direct: bool = False

    @property
    def start(self) -> int:
        """Where its content begins."""
        return min(start for start, _ in self.content)

    @property
    def size(self) -> int:
        """Tokens of content."""
        return sum(end - start for start, end in self.content)


def attributions(draft: Draft) -> Iterator[Attribution]:
    """The outermost attributions of a document in text order."""
    found = _quoted(draft)
    for index, token in enumerate(draft.tokens):
        if index not in draft.quote_at:
            _add_reported(draft, token, found)
    for one in found:  # of a broken parse an edge of a phrase may lie on its wrong side
        one.content = [(start, end) for start, end in one.content if start < end]
    taken: set[int] = set()
    kept: list[Found] = []
    for one in sorted((f for f in found if f.content), key=lambda f: -f.size):
        if not taken.intersection(one.cue):
            kept.append(one)
            taken.update(index for start, end in one.content for index in range(start, end))
    for one in sorted(kept, key=lambda f: f.start):
        yield _attribution(draft, one)


def _quoted(draft: Draft) -> list[Found]:
    """One attribution for each cue with all the quotations that it introduces or that go on after it."""
    by_cue: dict[int, Found] = {}
    for quote in draft.quotes:
        if quote.cue is None or quote.speaker_span is None:
            continue
        cue = draft.tokens[quote.cue]
        one = by_cue.setdefault(
            quote.cue, Found(_cue_tokens(cue), draft.tokens[quote.speaker_span[0]], [], direct=True)
        )
        one.content.append((quote.start, quote.end))
    return list(by_cue.values())


def _add_reported(draft: Draft, token: Token, found: list[Found]) -> None:
    """Add what a word outside quotations reports; a quotation of the same cue is part of the same content."""
    one = _according(token) or _reported(draft, token)
    if one is None:
        return
    same = next((f for f in found if set(f.cue) & set(one.cue)), None)
    if same is None:
        found.append(one)
    elif not (same.direct and (_is_interrupted(draft, one) or _is_aside(draft, token, one, same))):
        same.content = _joined([*same.content, *one.content])


def _reported(draft: Draft, token: Token) -> Found | None:
    """What a word reports by its part of speech."""
    part = token.pos_
    if part in VERBAL:
        return _of_verb(draft, token)
    return _of_noun(draft, token) if part == "NOUN" else None


def _is_interrupted(draft: Draft, one: Found) -> bool:
    """'“The bill,” Vela *said*, “is a disaster”': the quotations around a cue are all of its content."""
    words = [i for start, end in one.content for i in range(start, end) if not draft.tokens[i].is_punct]
    quoted = bool(words) and words[0] in draft.quote_at and words[-1] in draft.quote_at
    return quoted and words[0] < one.cue[0] < words[-1]


def _is_aside(draft: Draft, cue: Token, one: Found, quotation: Found) -> bool:
    """'Vela told *the Herald*: “…', 'said on *Friday*: “…': what stands beside a whole sentence that is quoted."""
    if not draft.tokens[quotation.start].is_title:
        return False
    quoted = any(index in draft.quote_at for start, end in one.content for index in range(start, end))
    return not quoted and not children(cue, "ccomp") and cue.dep_ not in PREPOSED


def _joined(spans: list[Tokens]) -> list[Tokens]:
    """Spans in order, those that touch or overlap made one."""
    merged: list[Tokens] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


# ── verbs ───────────────────────────────────────────────────────────────────────────────────────────────────────


def _of_verb(draft: Draft, verb: Token) -> Found | None:
    if verb.dep_ in ("aux", "auxpass") or is_infinitive(verb):
        return None  # 'to say that …' reports nothing that was said
    content = _content_of(draft, verb)
    if not content:
        return None
    source = _source_of(draft, verb)
    if source is None and not (is_passive(verb) and children(verb, "ccomp", "xcomp")):
        return None
    cue = _cue_tokens(verb)
    spans = [span for start, end in content for span in _without(start, end, verb)]
    return Found(cue, source, spans) if spans else None


def _content_of(draft: Draft, verb: Token) -> list[Tokens]:
    """What a verb reports, by its frame: a clause, an infinitive, an object or a phrase."""
    lemma, cues = verb.lemma_.lower(), draft.lexicon.cues
    clauses = children(verb, "ccomp")
    if clauses:
        return [_clause(draft, verb, clauses[-1])] if lemma in cues["clause"] else []
    infinitives = [c for c in children(verb, "xcomp") if is_infinitive(c)]
    if infinitives:
        return [_trimmed(draft, *phrase_of(infinitives[0]))] if lemma in cues["infinitive"] else []
    if gerunds := children(verb, "xcomp"):
        return [_trimmed(draft, *phrase_of(gerunds[0]))] if lemma in cues["participle"] else []
    if objects := children(verb, "dobj"):
        return _from(draft, verb, objects[0]) if lemma in cues["object"] else []
    return _behind_preposition(draft, verb, lemma) or _preposed(draft, verb, lemma)


def _clause(draft: Draft, cue: Token, clause: Token) -> Tokens:
    """What is said, without what the reporter adds behind it: '…, calling it a shame', '…, and left the room'."""
    start, end = phrase_of(clause)
    ends = [child.left_edge.i for child in clause.rights if _is_added(draft, cue, clause, child)]
    return _trimmed(draft, start, min([end, *ends]))


def _is_added(draft: Draft, cue: Token, clause: Token, child: Token) -> bool:
    before = draft.words[child.left_edge.i - 1]
    if child.dep_ == "conj":
        own = children(child, "mark", "nsubj", "nsubjpass", "aux")
        return not own and (before == "," or (child.tag_ == cue.tag_ != clause.tag_))
    if child.dep_ == "advcl":
        marks = children(child, "mark", "advmod")
        return before in (",", "-", '"') and (
            child.tag_ == "VBG" or any(mark.lower_ in ("as", "while", "after", "when") for mark in marks)
        )
    return child.dep_ == "parataxis" and before in (",", "-")


def _from(draft: Draft, verb: Token, noun: Token) -> list[Tokens]:
    """The object with what follows it in the verb's phrase, up to a clause or an apposition behind a comma."""
    if noun.i < verb.i:
        return []
    end = verb.right_edge.i + 1
    for child in [*noun.rights, *verb.rights]:
        behind_comma = draft.words[child.left_edge.i - 1] == ","
        added = (child.dep_ in TRAILING and behind_comma) or (
            child.dep_ in ("advcl", "conj") and child.pos_ in VERBAL
        )
        if child.i > noun.i and added:
            end = min(end, child.left_edge.i)
    return [_trimmed(draft, noun.left_edge.i, end)]


def _behind_preposition(draft: Draft, verb: Token, lemma: str) -> list[Tokens]:
    prepositions = draft.lexicon.cue_phrases.get(lemma, frozenset())
    for prep in children(verb, "prep"):
        behind = children(prep, "pobj", "pcomp")
        if prep.lower_ in prepositions and behind:
            return [_trimmed(draft, behind[0].left_edge.i, verb.right_edge.i + 1)]
    return []


def _preposed(draft: Draft, verb: Token, lemma: str) -> list[Tokens]:
    """'The plan is shameful, Vela *said*': the clause that the cue hangs on, or is put behind."""
    if lemma not in draft.lexicon.cues["alone"] and lemma not in draft.lexicon.cues["clause"]:
        return []
    if verb.dep_ not in PREPOSED or verb.head.pos_ not in VERBAL or not own_subjects(verb):
        return []
    if children(verb, "mark") or (
        verb.dep_ == "advcl" and not any(c.lower_ == "as" for c in children(verb, "mark", "advmod"))
    ):
        return []
    return [_trimmed(draft, *phrase_of(verb.head))]


def _without(start: int, end: int, cue: Token) -> list[Tokens]:
    """A content span without the cue's own phrase in its middle."""
    own = phrase_of(cue)
    if own[0] <= start and end <= own[1]:
        own = (min(t.i for t in (cue, *own_subjects(cue))), cue.i + 1)
    if own[1] <= start or end <= own[0]:
        return [(start, end)]
    return [(a, b) for a, b in ((start, own[0]), (own[1], end)) if b > a]


def _trimmed(draft: Draft, start: int, end: int) -> Tokens:
    """Without marks and white space at the ends."""
    while end > start and draft.tokens[end - 1].dep_ == "cc":
        end -= 1
    while start < end and (draft.tokens[start].is_punct or draft.tokens[start].is_space):
        start += 1
    while end > start and (draft.tokens[end - 1].is_punct or draft.tokens[end - 1].is_space):
        end -= 1
    return start, end


def _cue_tokens(cue: Token) -> list[int]:
    """The verb with its auxiliaries, negation and particles."""
    return sorted([cue.i, *(child.i for child in cue.children if child.dep_ in AUXILIARIES)])


def _source_of(draft: Draft, verb: Token) -> Token | None:
    controls = draft.lexicon.governors["controlling"]
    found = agents(verb) if is_passive(verb) else subjects(verb, controls)
    found = [noun for noun in found if noun.lower_ not in ("it", "there", "this", "that", "which")]
    return found[0] if found else None


# ── nouns and "according to" ────────────────────────────────────────────────────────────────────────────────────


def _of_noun(draft: Draft, noun: Token) -> Found | None:
    """'*her* claim that …', '*their* plan to …', '*his* support for …'."""
    owners = children(noun, "poss")
    if not owners:
        return None
    content = _content_of_noun(draft, noun)
    return Found([noun.i], owners[0], [content]) if content is not None else None


def _content_of_noun(draft: Draft, noun: Token) -> Tokens | None:
    lemma, cues = noun.lemma_.lower(), draft.lexicon.cues
    for clause in children(noun, "acl", "ccomp", "relcl"):
        that = any(c.lower_ == "that" for c in children(clause, "mark"))
        to = is_infinitive(clause)
        if (that and lemma in cues["nouns_that"]) or (to and lemma in cues["nouns_to"]):
            return _trimmed(draft, *phrase_of(clause))
    prepositions = draft.lexicon.cue_noun_phrases.get(lemma, frozenset())
    for prep in children(noun, "prep"):
        behind = children(prep, "pobj", "pcomp")
        if prep.lower_ in prepositions and behind:
            return _trimmed(draft, behind[0].left_edge.i, noun.right_edge.i + 1)
    return None


def _according(token: Token) -> Found | None:
    """'*According to* Vela, …': the rest of the clause is what she says."""
    if token.lower_ != "according":
        return None
    clause = clause_verb(token.head) or token.sent.root
    for to in children(token, "prep"):
        for source in children(to, "pobj"):
            start, end = phrase_of(clause)
            own = phrase_of(token)
            spans = [(a, b) for a, b in ((start, own[0]), (own[1], end)) if b > a]
            spans = [(a, b) for a, b in spans if any(not t.is_punct for t in token.doc[a:b])]
            return Found([token.i, to.i], source, spans) if spans else None
    return None


# ── from tokens to characters ───────────────────────────────────────────────────────────────────────────────────


def _attribution(draft: Draft, one: Found) -> Attribution:
    actors = actors_of(draft, one.source) if one.source is not None else []
    return Attribution(
        source=(_source_span(draft, one.source),) if one.source is not None else (),
        cue=tuple(draft.chars(start, end) for start, end in _joined([(i, i + 1) for i in one.cue])),
        content=tuple(draft.chars(start, end) for start, end in _joined(one.content)),
        entity_id=actors[0].entity_id if actors else None,
        direct=one.direct,
    )


def _source_span(draft: Draft, source: Token) -> Span:
    """The noun phrase up to the clauses and appositions that follow it."""
    end = source.i + 1
    for child in source.rights:
        if child.dep_ in TRAILING:
            break
        end = child.right_edge.i + 1
    last = max(end, *(noun.i + 1 for noun in with_conjuncts(source)))
    return draft.chars(source.left_edge.i, last)
