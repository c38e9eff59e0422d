"""Headlines: lines above the text that write ordinary words like names and leave out "is".

The model is shown 'Carrow is accused of lying' for 'Carrow Accused Of Lying', and 'Harbour bill is a disgrace' for
'Harbour bill “a disgrace”'.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from nlp.interrupted import MARKS
from nlp.shown import Shown
from nlp.wording import Wording

FINISHED = frozenset({".", "!", "?", ":", ";", ",", '"', "''"})  # end a sentence of running text
QUOTING = MARKS | {"'"}
LONGEST = 24  # tokens of a headline
ABOVE = 3  # lines that can stand above a text
TITLED = 0.7  # share of the longer words with a capital from which a line is in title case
BEHIND_PASSIVE = frozenset({"by", "of", "over", "for", "as"})
FINITE = frozenset(
    {"is", "are", "was", "were", "has", "have", "had", "will", "must", "should", "can", "could", "may"}
)
OWNING = frozenset({"'s", "'", "his", "her", "their", "the", "a", "an", "on", "of", "over", "for"})
IS = "is"
THEN = ("and", "then")  # what shows that a verb follows: 'backs Carrow, calls …'


def plain_headlines(doc: Doc, wording: Wording, shown: Shown) -> None:
    """Have the headlines of a document shown as ordinary sentences.

    Args:
        doc: Tokens only.
        wording: The words that tell names from others.
        shown: What to add to.
    """
    lines = list(_headlines(doc))
    body = lines[-1][1] if lines else 0
    words = [token.lower_ for token in doc[:body]]
    for start, end in lines:
        if _is_titled(doc, start, end):
            _lower(doc, words, (start, end, body), wording, shown)
        _add_words(doc, words, (start, end), wording, shown)


def _headlines(doc: Doc) -> Iterator[tuple[int, int]]:
    """Token spans of the lines before the first that ends as a sentence does; a title in capitals may end so too."""
    start = 0
    for number in range(ABOVE):
        while start < len(doc) and doc[start].is_space:
            start += 1
        end = next((i for i in range(start, len(doc)) if "\n" in doc[i].text), len(doc))
        finished = end > start and doc[end - 1].text in FINISHED - QUOTING
        if not 2 < end - start <= LONGEST or (finished and (number or not _is_titled(doc, start, end))):
            return
        yield start, end
        start = end


def _is_titled(doc: Doc, start: int, end: int) -> bool:
    """Whether a line is written In Title Case."""
    longer = [token for token in doc[start:end] if token.is_alpha and len(token) > 3]
    return len(longer) > 1 and sum(token.text[0].isupper() for token in longer) >= TITLED * len(longer)


def _lower(
    doc: Doc, words: Sequence[str], line: tuple[int, int, int], wording: Wording, shown: Shown
) -> None:
    """Show ordinary words without their capital.

    They are ordinary if they are never names, if the lexicon or the text below has them, or, since a text names again
    whom its headline names, if there is a text below and a dictionary has them.
    """
    start, end, body = line
    below = {doc[i].text for i in range(body, len(doc)) if doc[i].is_lower or _in_midst(doc, i)}
    for index in range(start + 1, end):
        word, text = words[index], doc[index].text
        if not text.istitle() or (word not in wording.small and (text in wording.names or text in below)):
            continue
        known = bool(below) and (word in wording.dictionary or word.rstrip("s") in wording.dictionary)
        if known or word in wording.small or word in wording.common or word in below:
            shown.words[index] = word


def _in_midst(doc: Doc, index: int) -> bool:
    """Whether a word stands where no sentence begins, so that a capital is its own."""
    before = doc[index - 1]
    return not before.is_space and before.text not in FINISHED | QUOTING


def _add_words(doc: Doc, words: Sequence[str], line: tuple[int, int], wording: Wording, shown: Shown) -> None:
    """'Carrow (is) urged to quit', 'Pell backs Carrow, (and) calls Orrin a liar', 'Bill (is) “bad”, says Pell'."""
    start, end = line
    verb = next((i for i in range(start + 1, end) if _is_verb(words, i, wording)), end)
    if verb < end and _is_undergone(words[verb:end], wording):
        shown.added[verb] = IS
    for index in range(verb + 2, end - 1):
        if words[index - 1] in (",", "and") and _goes_on(words, index, wording):
            shown.words[index - 1], shown.added[index] = THEN
    opening = next((i for i in range(start + 1, end) if words[i] in QUOTING and doc[i - 1].whitespace_), end)
    if (
        opening < verb
        and words[opening - 1] not in wording.small
        and _is_judged(words, opening, end, wording)
    ):
        shown.words[opening] = IS


def _is_verb(words: Sequence[str], index: int, wording: Wording) -> bool:
    """Whether a word is most likely the headline's verb: '*slams*', '*must*', but not 'her *attacks*'."""
    word = words[index]
    return word in FINITE or (
        word in wording.verbs and word.endswith(("s", "ed", "t", "d")) and words[index - 1] not in OWNING
    )


def _goes_on(words: Sequence[str], index: int, wording: Wording) -> bool:
    """'…, *calls* Orrin a liar', but not '…, *says* Vela'."""
    tag = words[index - 1] == "," and words[index] in wording.cues
    return not tag and words[index].endswith("s") and _is_verb(words, index, wording)


def _is_undergone(behind: Sequence[str], wording: Wording) -> bool:
    """'*criticised* by Pell', '*backed* over plan by Pell', '*urged* to quit'; not 'Carrow *refused* to quit'."""
    following = behind[1] if len(behind) > 1 else ""
    if following == "to":
        return behind[0] in wording.urged
    return behind[0] in wording.undergone and following in BEHIND_PASSIVE and "by" in behind


def _is_judged(words: Sequence[str], opening: int, end: int, wording: Wording) -> bool:
    """'“a *disgrace*”, says Carrow': judging words between marks, and somebody who says so behind them."""
    closing = next((i for i in range(opening + 1, end) if words[i] in QUOTING), end)
    said = words[closing + 1 : closing + 3]
    return bool(wording.judging.intersection(words[opening + 1 : closing])) and (
        len(said) > 1 and said[0] == "," and said[1] in wording.cues
    )
