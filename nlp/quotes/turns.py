"""Turns of a transcript: what follows a speaker's label is theirs, as if it stood between quotation marks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Token

from nlp.draft import Draft, Quote
from nlp.labels import label_end
from nlp.parsing import paragraph_ends
from nlp.quotes.cues import is_cue, source_of
from nlp.quotes.letters import take_letters
from nlp.quotes.marks import find_marked
from nlp.syntax import VERBAL, children

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
INTERVIEW = frozenset({"q", "a"})  # question and answer
FEWEST = 3  # turns of a transcript
LABELLED = 0.3  # share of a transcript's paragraphs that have a label
DASHES = frozenset({"-", "--"})
LONGEST_TAIL = 4  # tokens of '… – Ada Vela'
FINAL = frozenset({".", "!", "?", '"', "''"})

Tokens = tuple[int, int]


def find_quotes(draft: Draft) -> None:
    """Note the quotations, without speakers, and the turns, each with the tokens of its label in `speaker_span`."""
    find_marked(draft)
    rows = list(paragraphs(draft))
    labels = _labels(draft, rows)
    going = _of_transcript(draft, rows, labels)
    current: Tokens | None = None  # the label whose turn goes on
    for start, end in rows:
        if start in labels:
            current = (start, labels[start]) if start in going else None
            _take(draft, labels[start] + 1, end, (start, labels[start]), labels[start])
        elif current is not None:
            current = current if _goes_on(draft, start, end) else None
            if current is not None:
                _take(draft, start, end, current, current[1])
        elif (dash := _tail(draft, start, end)) is not None:
            _take(draft, start, dash, (dash + 1, end), dash)
    if any(draft.words[start] in draft.lexicon.speech["endings"] for start, _ in rows):
        _take_release(draft, rows)
    take_letters(draft, rows)


def _labels(draft: Draft, rows: list[Tokens]) -> dict[int, int]:
    """Start of a paragraph -> the end of its label."""
    found: dict[int, int] = {}
    texts = [token.text for token in draft.tokens]
    for start, end in rows:
        colon = label_end(texts, start, end)
        if colon is None or start in draft.quote_at:
            continue
        if _names_somebody(draft, draft.tokens[start:colon]):
            found[start] = colon
    return found


def _names_somebody(draft: Draft, label: list[Token]) -> bool:
    """'Ada Vela', 'The Prime Minister', but not 'Carrow Beats Pell'."""
    if any(token.tag_ in FINITE for token in label):
        return False
    last = label[-1].lower_
    named = any(token.pos_ == "PROPN" for token in label) or last in INTERVIEW | draft.lexicon.role_nouns
    return named or any(token.pos_ == "PROPN" and token.text == label[-1].text for token in draft.tokens)


def _of_transcript(draft: Draft, rows: list[Tokens], labels: dict[int, int]) -> set[int]:
    """The labels whose speaker goes on in paragraphs without one.

    All, where they are as in Hansard ('Ada Vela (Lantern):'); else, among many labels, those that come again.
    """
    if any(")" in draft.words[colon - 1] + draft.words[colon] for colon in labels.values()):
        return set(labels)
    spoken = {
        start: tuple(draft.words[start : labels[start]])
        for start, end in rows
        if start in labels and _has_verb(draft, labels[start], end)
    }
    times = Counter(spoken.values())
    between = sum(min(spoken) <= start <= max(spoken) for start, _ in rows) if spoken else 0
    if len(spoken) < FEWEST or len(spoken) < LABELLED * between:
        return set()
    return {start for start, label in spoken.items() if times[label] > 1 and start < max(spoken)}


def _has_verb(draft: Draft, start: int, end: int) -> bool:
    return any(token.pos_ in VERBAL for token in draft.tokens[start:end])


def _goes_on(draft: Draft, start: int, end: int) -> bool:
    """Whether a paragraph is speech, and neither a heading nor a stage direction."""
    return draft.words[start] not in draft.lexicon.speech["stage"] and draft.words[end - 1] in FINAL


def _take_release(draft: Draft, rows: list[Tokens]) -> None:
    """'Commenting, Ada Vela said:' before paragraphs without marks, up to "ENDS" or the notes to editors."""
    cue = None
    for (_, before), (start, end) in pairwise(rows):
        if draft.words[start] in draft.lexicon.speech["endings"]:
            return
        cue = announcing(draft, before) or cue
        marked = start in draft.quote_at or start + 1 in draft.quote_at
        if cue is not None and not marked and draft.words[end - 1] in FINAL:
            _take(draft, start, end, None, cue.i)


def announcing(draft: Draft, end: int) -> Token | None:
    """'… Vela *said*:' at the end of a paragraph: the cue of the paragraph that follows."""
    if draft.words[end - 1] != ":" or end - 1 in draft.quote_at:
        return None
    sentence = draft.tokens[end - 1].sent
    verbs = [token for token in sentence if token.pos_ in VERBAL]
    for cue in [*verbs[-1:], sentence.root, *children(sentence.root, "conj")]:
        if is_cue(draft, cue) and source_of(draft, cue) is not None:
            return cue
    return None


def paragraphs(draft: Draft) -> Iterator[Tokens]:
    """Token spans of the paragraphs, white space at their ends left out."""
    start = 0
    for index in [*paragraph_ends(draft.doc), len(draft.tokens)]:
        while start < index and draft.tokens[start].is_space:
            start += 1
        if start < index:
            yield start, index
        start = index + 1


def _tail(draft: Draft, start: int, end: int) -> int | None:
    """The dash of 'Orrin must go – *Vela*', in a line that is no sentence, or of '“Orrin must go” – *Vela*.'"""
    quoted = start + 1 in draft.quote_at
    end -= quoted and draft.words[end - 1] == "."
    for dash in range(max(start + 2, end - 1 - LONGEST_TAIL), end - 1):
        spaced = draft.tokens[dash - 1].whitespace_ and draft.tokens[dash].whitespace_
        if draft.words[dash] in DASHES and spaced and (not quoted or dash - 1 not in draft.quote_at):
            named = all(token.text[:1].isupper() for token in draft.tokens[dash + 1 : end])
            return dash if named else None
    return None


def _take(draft: Draft, start: int, end: int, label: Tokens | None, cue: int) -> None:
    """Make a stretch the words of whoever its label names."""
    if not _has_verb(draft, start, end):
        return  # 'Labour: 34', 'Mr Speaker: Order.'
    for index in range(start, end):
        if (inner := draft.quote_at.pop(index, None)) in draft.quotes:
            draft.quotes.remove(inner)
    turn = Quote(start, end, speaker_span=label, cue=cue, turn=True)
    draft.quotes.append(turn)
    draft.quotes.sort(key=lambda quote: quote.start)
    draft.quote_at.update(dict.fromkeys(range(start, end), turn))
