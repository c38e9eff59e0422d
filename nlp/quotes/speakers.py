"""Who speaks a quotation: the subject of a cue verb that governs it or stands beside it, else the source named before a
colon, else whoever spoke the paragraph before if only quoted words follow. Nobody found means nobody, never the
nearest name.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from nlp.draft import Draft, Quote
from nlp.quotes.address import name_members
from nlp.quotes.cues import is_cue, source_of
from nlp.quotes.turns import announcing
from nlp.resolve import actors_of
from nlp.syntax import VERBAL, children, is_passive, own_subjects

ABOUT = frozenset({"on", "to"})  # "Vela on Orrin: …"
ANSWER = "a"  # of "Q: … A: …"
OUTWARDS = frozenset({"out", "back"})  # "hits out", "fires back"
LONGEST_TAG = 24  # tokens between a quotation and the verb of '…,” Ada Vela, who chairs the committee, said'
REACH = 20  # tokens from a quotation within which its cue is looked for


def find_speakers(draft: Draft) -> None:
    """Give each quotation its speaker where the text names one. Needs the pronouns outside quotations."""
    for position, quote in enumerate(draft.quotes):
        if quote.turn and quote.speaker_span is not None:
            _name_turn(draft, quote, quote.speaker_span)
            continue
        cue = draft.tokens[quote.cue] if quote.turn and quote.cue else _cue_beside(draft, quote)
        if cue is not None:
            source = source_of(draft, cue)
            if source is not None:
                quote.cue = cue.i
                quote.speaker = _speaker(draft, source)
                quote.speaker_span = (source.i, source.i + 1)
        elif (voiced := _voiced(draft, quote)) is not None:
            quote.cue, source = voiced[0].i, voiced[1]
            quote.speaker = _speaker(draft, source)
            quote.speaker_span = (source.i, source.i + 1)
        elif (acting := _acting_behind(draft, quote)) is not None:
            quote.speaker = _speaker(draft, acting)
            quote.speaker_span = (acting.i, acting.i + 1)
        elif position:
            _carry_on(draft, draft.quotes[position - 1], quote)
    name_members(draft)


def _name_turn(draft: Draft, quote: Quote, label: tuple[int, int]) -> None:
    """Who a label names: 'Pell aide *Ada Vela*', 'The Minister for Harbours (*Ada Vela*)', '*Ada Vela* on Pell'."""
    words = [token for token in draft.tokens[slice(*label)] if token.is_alpha or token.i in draft.mention_at]
    about = next((place for place, token in enumerate(words) if token.lower_ in ABOUT), len(words))
    words = words[:about]
    if not words:
        return
    if words[-1].lower_ == ANSWER:
        quote.speaker = _interviewed(draft, quote)
    named = [(token, found) for token in words if (found := _named_last(draft, token, label[1])) is not None]
    people = [pair for pair in named if draft.entities[pair[1]].type == "person"]
    if any(token.lower_ == "and" for token in words) and len({*map(draft.entity_of, words)} - {None}) > 1:
        quote.speaker_span = None  # two speak at once
        return
    source, speaker = (people or named)[-1] if named else (words[-1], None)
    quote.speaker = speaker or quote.speaker or _by_capitals(draft, [token.text for token in words])
    quote.speaker_span = (source.i, source.i + 1)


def _interviewed(draft: Draft, quote: Quote) -> str | None:
    """Who gives the answers of an interview: the one person named above its first question."""
    first = next(each for each in draft.quotes if each.turn)
    above = {m.entity_id for m in draft.found if m.start < first.start and m.end <= first.start}
    people = [
        entity_id
        for entity_id in above
        if draft.entities[entity_id].type == "person" and " " in draft.entities[entity_id].name
    ]
    return people[0] if len(people) == 1 else None


def _named_last(draft: Draft, token: Token, end: int) -> str | None:
    """The entity whose name ends with a token, and a label or a part of it with the name; not 'Pell *aide*'."""
    mention = draft.mention_at.get(token.i)
    if mention is None or mention.end != token.i + 1:
        return None
    parted = mention.end >= end or not draft.tokens[mention.end].is_alpha or draft.words[mention.end] in ABOUT
    behind = min(mention.end, end)
    return _speaker(draft, token) if parted and draft.words[behind : behind + 1] != ["'s"] else None


def _by_capitals(draft: Draft, words: list[str]) -> str | None:
    """'HELEN CARROW' and 'MR PELL', as transcripts write names."""
    if not all(word.isupper() for word in words):
        return None
    name = " ".join(words).title()
    known = draft.knowledge.names.get(name, ()) if len(words) > 1 else ()
    here = {entity.id for entity in draft.entities.values() if entity.name == name}
    ids = list(here or set(draft.surnames.get(words[-1].title(), known)))
    if len(ids) != 1:
        return None
    return ids[0] if ids[0] in draft.entities else draft.know(ids[0]).id


def _speaker(draft: Draft, source: Token) -> str | None:
    """The entity a source names, also through what speaks for it ("a Labour statement")."""
    found = actors_of(draft, source)
    return found[0].entity_id if found else None


def _cue_beside(draft: Draft, quote: Quote) -> Token | None:
    """The reporting verb nearest to the quotation, of its own paragraph and outside every quotation."""
    candidates = sorted(_cues_near(draft, quote), key=lambda pair: pair[0])
    for _, cue in candidates:
        if source_of(draft, cue) is not None:
            return cue
    return None


def _cues_near(draft: Draft, quote: Quote) -> Iterator[tuple[int, Token]]:
    """(distance, verb) of the reporting verbs before and behind a quotation."""
    colon = max(0, quote.start - 2)  # a sentence ends with the colon before a quotation
    first = draft.tokens[colon if draft.words[colon] == ":" else quote.start].sent
    last = draft.tokens[quote.end - 1].sent
    low = min(first.start, max(0, quote.start - REACH))
    high = min(len(draft.tokens), max(last.end, quote.end + REACH))
    if (announced := _announced(draft, quote)) is not None:
        yield 1, announced
    for token in draft.tokens[low:high]:
        if draft.paragraph_at[token.i] != draft.paragraph_at[quote.start] or token.i in draft.quote_at:
            continue
        if is_cue(draft, token) and _belongs(draft, token, quote):
            yield (quote.start - token.i if token.i < quote.start else token.i - quote.end), token


def _announced(draft: Draft, quote: Quote) -> Token | None:
    """'… Vela said:' at the end of the paragraph before one that begins with the quotation."""
    space = quote.start - 2
    if space < 1 or not _opens_paragraph(draft, quote):
        return None
    while space > 0 and draft.tokens[space].is_space:
        space -= 1
    return announcing(draft, space + 1)


def _voiced(draft: Draft, quote: Quote) -> tuple[Token, Token] | None:
    """'Vela issued a *statement*: “…', 'Vela was scathing in her *reply*: “…': the noun, and who speaks."""
    colon = quote.start - 2
    if colon < 1 or draft.words[colon] not in (":", ",") or colon in draft.quote_at:
        return None
    sentence = draft.tokens[colon].sent
    if draft.words[sentence.start] == "according":
        return _according(draft.tokens[sentence.start], colon)
    if draft.words[colon] == ",":
        return None
    root = sentence.root
    speech = draft.lexicon.speech
    if is_passive(root) or root.lemma_.lower() not in speech["voicing"] or not own_subjects(root):
        return None
    for noun in draft.tokens[root.i + 1 : colon]:
        owners = children(noun, "poss")
        own = all(owner.pos_ == "PRON" for owner in owners)
        if noun.pos_ == "NOUN" and own and noun.lemma_.lower() in speech["texts"]:
            return noun, own_subjects(root)[0]
    return None


def _acting_behind(draft: Draft, quote: Quote) -> Token | None:
    """'“…”: *Vela* hits out', '“…”: *Vela* warns': who is named behind the colon and speaks."""
    name = draft.mention_at.get(quote.end + 2)
    if name is None or draft.words[quote.end + 1] != ":" or name.end >= len(draft.words):
        return None
    word, following = draft.words[name.end], draft.words[name.end + 1 : name.end + 2]
    verbs = {word.removesuffix("s"), word.removesuffix("es")} - {word}
    lashes = following and any(
        frame.words[:1] == (following[0],)
        and following[0] in OUTWARDS
        and frame.relation.family == "opposition"
        for verb in verbs
        for frame in draft.lexicon.verb_frames.get(verb, ())
    )
    return draft.tokens[name.end - 1] if lashes or verbs & draft.lexicon.cues["alone"] else None


def _according(cue: Token, end: int) -> tuple[Token, Token] | None:
    """'According to *Vela*, “…'."""
    sources = [noun for to in children(cue, "prep") for noun in children(to, "pobj")]
    return (cue, sources[0]) if sources and sources[0].right_edge.i < end else None


def _belongs(draft: Draft, cue: Token, quote: Quote) -> bool:
    """Whether a cue outside a quotation can introduce it or follow it."""
    if cue.i >= quote.end:
        return not _opened_between(draft, quote.end, cue.i) and _follows(draft, quote, cue)
    beside = cue.sent == draft.tokens[quote.start].sent or _introduces(draft, cue, quote)
    return beside and not _closed_between(draft, cue.i, quote.start)


def _introduces(draft: Draft, cue: Token, quote: Quote) -> bool:
    """'Vela said: “…'."""
    return any(
        draft.doc[index].text in (":", ",") for index in range(cue.i, quote.start) if index >= quote.start - 2
    )


def _closed_between(draft: Draft, start: int, end: int) -> bool:
    """Whether the sentence of the cue ended before the quotation began, other than by a colon."""
    return any(token.is_sent_end and token.text in (".", "!", "?") for token in draft.doc[start:end])


def _opened_between(draft: Draft, start: int, end: int) -> bool:
    return any(index in draft.quote_at for index in range(start, end))


def _follows(draft: Draft, quote: Quote, cue: Token) -> bool:
    """'…,” Vela said' and '…,” said Vela': the cue's clause begins where the quotation ends."""
    between = draft.doc[quote.end + 1 : cue.i]
    return len(between) <= LONGEST_TAG and not any(token.text in (".", ";", ":") for token in between)


def _carry_on(draft: Draft, before: Quote, quote: Quote) -> None:
    """A paragraph that is nothing but quotation goes on with the speaker of the one before."""
    step = draft.paragraph_at[quote.start] - draft.paragraph_at[before.end - 1]
    if (draft.words[before.start - 1] == "'") is not (draft.words[quote.start - 1] == "'"):
        return  # 'A hard choice', a heading in single marks
    same_paragraph = step == 0 and not _clause_between(draft, before.end, quote.start)
    next_paragraph = (
        step == 1 and _opens_paragraph(draft, quote) and (before.open_ended or _stands_alone(draft, quote))
    )
    if same_paragraph or next_paragraph:
        quote.speaker = before.speaker
        quote.speaker_span = before.speaker_span
        quote.cue = before.cue


def _clause_between(draft: Draft, start: int, end: int) -> bool:
    """Whether somebody else acts between two quotations of one paragraph."""
    return any(
        token.pos_ in VERBAL and own_subjects(token) and not is_cue(draft, token) and token.sent.start > start
        for token in draft.doc[start:end]
    )


def _opens_paragraph(draft: Draft, quote: Quote) -> bool:
    first = quote.start - 2
    return (
        first < 0 or draft.paragraph_at[first] != draft.paragraph_at[quote.start] or draft.doc[first].is_space
    )


def _stands_alone(draft: Draft, quote: Quote) -> bool:
    """Nothing but the quotation in its paragraph."""
    after = quote.end + 1
    return (
        after >= len(draft.doc)
        or draft.doc[after].is_space
        or draft.paragraph_at[after] != draft.paragraph_at[quote.start]
    )
