"""Letters and messages that readers sign: paragraphs above a line that is nothing but a name or a "@handle"."""

from __future__ import annotations

from spacy.tokens import Token

from nlp.draft import Draft, Quote
from nlp.syntax import VERBAL
from records import Entity, slug

FEWEST = 2  # signed letters of a page of them
LONGEST_NAME = 4
LONGEST_PLACE = 6  # tokens of ', Brackmouth, Ohio'
LONGEST_LETTER = 6  # paragraphs

Tokens = tuple[int, int]


def take_letters(draft: Draft, rows: list[Tokens]) -> None:
    """Make what stands above each signature the words of whoever signs, where a text has several of them."""
    signed = {
        place: label for place, row in enumerate(rows) if (label := _signature(draft, *row)) is not None
    }
    if len(signed) < FEWEST:
        return
    for place, (start, end) in enumerate(rows):
        if place not in signed and place - 1 not in signed and _could_be_name(draft, start, end):
            signed[place] = (start, end - (draft.words[end - 1] == "."))
    signed = dict(sorted(signed.items()))
    first = 0
    for place, label in signed.items():
        for start, end in rows[max(first, place - LONGEST_LETTER) : place]:
            if not _is_heading(draft, start, end) and start not in draft.quote_at:
                _take(draft, start, end, label)
        first = place + 1


def signers(draft: Draft) -> None:
    """Note whoever signs a letter and is not known by name: an actor for the length of the text."""
    for quote in draft.quotes:
        span = quote.speaker_span
        if quote.turn and span is not None and span[0] >= quote.end and draft.free(*span):
            name = draft.span_text(*span)
            if _signature(draft, *span) is not None or _could_be_name(draft, *span):
                person = draft.introduce(Entity(id=slug(name.lstrip("@")), name=name, type="person"))
                draft.add(*span, person.id, "name")


def _take(draft: Draft, start: int, end: int, label: Tokens) -> None:
    inner = {
        id(quote): quote for index in range(start, end) if (quote := draft.quote_at.get(index)) is not None
    }
    for quote in inner.values():
        draft.quotes.remove(quote)
    turn = Quote(start, end, speaker_span=label, cue=label[0], turn=True)
    draft.quotes.append(turn)
    draft.quotes.sort(key=lambda quote: quote.start)
    draft.quote_at.update(dict.fromkeys(range(start, end), turn))


def _signature(draft: Draft, start: int, end: int) -> Tokens | None:
    """The name in 'Ada Vela', 'Ada Vela.', '@adavela', 'Ada Vela, Brackmouth, Ohio'."""
    while end > start and (draft.tokens[end - 1].is_space or draft.words[end - 1] == "."):
        end -= 1
    comma = next((i for i in range(start, end) if draft.words[i] == ","), end)
    place = draft.tokens[comma:end]
    if (
        comma == start
        or len(place) > LONGEST_PLACE
        or any(t.is_alpha and not t.text[0].isupper() for t in place)
    ):
        return None
    name = draft.tokens[start:comma]
    if name[0].text.startswith("@"):
        return (start, comma) if len(name) <= 2 else None
    return (start, comma) if _is_name(draft, name) else None


def _is_name(draft: Draft, name: list[Token]) -> bool:
    if not 2 <= len(name) <= LONGEST_NAME or any(t.pos_ in VERBAL or not t.text[0].isupper() for t in name):
        return False
    given = draft.lexicon.given["male"] | draft.lexicon.given["female"]
    person = all(token.ent_type_ == "PERSON" for token in name)
    return name[0].lower_ in given or person


def _could_be_name(draft: Draft, start: int, end: int) -> bool:
    """'Sy Burr.': two or three names that nobody knows, among lines that are surely signatures."""
    words = [token for token in draft.tokens[start:end] if token.is_alpha]
    return (
        2 <= len(words) <= 3
        and end - start <= 4
        and all(t.pos_ == "PROPN" and t.text.istitle() for t in words)
    )


def _is_heading(draft: Draft, start: int, end: int) -> bool:
    """'FACEBOOK.', 'What readers say'."""
    words = [token for token in draft.tokens[start:end] if token.is_alpha]
    return (
        not words
        or all(token.is_upper for token in words)
        or draft.words[end - 1] not in (".", "!", "?", '"')
    )
