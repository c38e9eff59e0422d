"""Positions of a headline, read word by word: the parser takes "Vela rips Orrin" for a name."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from nlp.draft import Draft
from nlp.lexicon import Frame
from nlp.lexicon.words import load_words
from nlp.resolve import Reference, actors_of, targets_of
from nlp.rules.candidate import Candidate, actors
from nlp.rules.judgements import judged, others
from nlp.rules.verdicts import whole_word
from nlp.syntax import VERBAL, next_token, own_subjects

LONGEST = 26  # tokens of a headline
MARKS = frozenset({'"', "''", "``", "'", "‘", "’", "“", "”"})
BETWEEN = load_words()["speech"]["headline_adverbs"]
FILLING = frozenset(
    {"a", "an", "the", "so", "very", "too", "totally", "completely", "is", "are", "just", "'s"}
)
DENYING = frozenset({"not", "no", "never"})
FAMILIES = frozenset({"support", "opposition"})


def headline_verb(draft: Draft, token: Token) -> Iterator[Candidate]:
    """'Vela *rips* Orrin', 'Vela, Lund *slam* Orrin', 'Vela *fires back at* Orrin': verbs that are parsed as nouns."""
    if token.i in draft.mention_at and not token.text.isupper():
        return
    if token.pos_ in VERBAL or not _in_headline(draft, token):
        return
    acting = _acting(draft, token.i - 1) or _joined(draft, token)
    for lemma in _lemmas(token.lower_, plural=len(acting) > 1) if acting else ():
        for frame in draft.lexicon.verb_frames.get(lemma, ()):
            end = _end_of_words(draft, frame, token.i)
            targets = tuple(_named(draft, end)) if end is not None else ()
            if targets and end is not None:
                yield Candidate(frame.relation, acting, targets, token, (token.i, end), presupposed=True)
                return


def headline_verdict(draft: Draft, token: Token) -> Iterator[Candidate]:
    """'Vela: Orrin “not *fit* to serve”', 'Vela: Orrin's plan “a *disaster*”', 'Orrin a “*fraud*,” says Vela'."""
    following = next_token(token)
    describes = following is not None and following.pos_ == "NOUN"
    if token.i in draft.mention_at or not _in_headline(draft, token) or describes:
        return  # 'Orrin's *fair* game' judges nobody
    word = whole_word(token)
    sign = 0
    for each, words in ((-1, draft.lexicon.negative), (1, draft.lexicon.positive)):
        if word in words.adjectives or (
            token.lemma_.lower() in words.nouns and token.pos_ in ("NOUN", "PROPN")
        ):
            sign = each
            break
    place = _judged_before(draft, token.i) if sign else None
    if place is None:
        return
    mention_end, denied = place
    holder = _speaker_before(draft, mention_end) or _speaker_behind(draft, token.i)
    targets = (
        others(holder, iter(targets_of(draft, draft.tokens[mention_end - 1], "actor"))) if holder else ()
    )
    if denied and sign < 0:
        return
    if targets:
        yield judged(draft, -1 if denied else sign, holder, targets, token, token, presupposed=True)


def _in_headline(draft: Draft, token: Token) -> bool:
    """Whether a token stands in the first line of a text that goes on."""
    if token.i >= LONGEST or draft.paragraph_at[token.i] != draft.paragraph_at[0]:
        return False
    return draft.paragraph_at[-1] != draft.paragraph_at[0]


def _acting(draft: Draft, index: int) -> tuple[Reference, ...]:
    """The actors named right before a word: '*Vela* just', '*Vela, Lund*', '*Vela and Lund*'."""
    while index >= 0 and draft.words[index] in BETWEEN:
        index -= 1
    found: list[Reference] = []
    while index >= 0 and (mention := draft.mention_at.get(index)) is not None and mention.end == index + 1:
        found += actors_of(draft, draft.tokens[index])
        index = mention.start - 1
        if index < 0 or draft.words[index] not in (",", "and", "&"):
            break
        index -= 1
    return tuple(dict.fromkeys(found))


def _joined(draft: Draft, token: Token) -> tuple[Reference, ...]:
    """'Vela chides Lund *and praises* Orrin': whoever does the first."""
    joined = token.dep_ == "conj" and token.head.pos_ in VERBAL and draft.words[token.i - 1] == "and"
    return actors(draft, own_subjects(token.head)) if joined else ()


def _lemmas(word: str, plural: bool) -> Iterator[str]:
    """The verbs that a headline's verb may be a form of: "rips", "bashes"; with several actors the bare one."""
    if plural:
        yield word
        return
    if word.endswith("ies"):
        yield word[:-3] + "y"
    if word.endswith("es"):
        yield word[:-2]
    if word.endswith("s"):
        yield word[:-1]


def _end_of_words(draft: Draft, frame: Frame, index: int) -> int | None:
    """Where the words of a frame end that stand one by one behind its verb; None where they do not."""
    if frame.relation.family not in FAMILIES or frame.kind not in ("verbs", "phrases") or "@" in frame.words:
        return None
    end = index + 1 + len(frame.words)
    return end if tuple(draft.words[index + 1 : end]) == frame.words else None


def _named(draft: Draft, index: int) -> Iterator[Reference]:
    """Who is named from a token on."""
    mention = draft.mention_at.get(index)
    if mention is not None and mention.start == index:
        yield from targets_of(draft, draft.tokens[mention.end - 1], "actor")


def _judged_before(draft: Draft, index: int) -> tuple[int, bool] | None:
    """Where the name ends that a judging word follows, and whether a "not" stands between."""
    denied, owned = False, 0
    for before in range(index - 1, -1, -1):
        mention = draft.mention_at.get(before)
        if mention is not None:
            told = not owned or draft.words[mention.end] in ("'s", "'")
            return (mention.end, denied) if told and _begins(draft, mention.start) else None
        word = draft.words[before]
        denied |= word in DENYING
        if draft.tokens[before].pos_ == "NOUN":
            owned += 1
        elif word not in MARKS | FILLING | DENYING and draft.tokens[before].pos_ not in ("ADV", "ADJ"):
            return None
        if owned > 2:
            return None
    return None


def _begins(draft: Draft, index: int) -> bool:
    """Whether a name stands first in what is said: at the start of the line or behind "Vela:"."""
    return index == 0 or draft.words[index - 1] in MARKS | {":"}


def _speaker_before(draft: Draft, index: int) -> tuple[Reference, ...]:
    """'*Vela*: …': who is named before the line's colon."""
    colon = next((i for i in range(1, index) if draft.words[i] == ":"), None)
    mention = draft.mention_at.get(colon - 1) if colon is not None else None
    if mention is None or mention.end != colon:
        return ()
    return tuple(actors_of(draft, draft.tokens[mention.end - 1]))


def _speaker_behind(draft: Draft, index: int) -> tuple[Reference, ...]:
    """'…, says *Vela*', '…: *Vela*': who speaks, at the end of the line."""
    line = [
        i for i in range(LONGEST) if i < len(draft.words) and draft.paragraph_at[i] == draft.paragraph_at[0]
    ]
    last = next((i for i in reversed(line) if draft.tokens[i].is_alpha), 0)
    mention = draft.mention_at.get(last)
    if mention is None or mention.start <= index + 1:
        return ()
    before = draft.words[mention.start - 1]
    said = (
        before == ":"
        or before in draft.lexicon.cues["alone"]
        or before.rstrip("s") in draft.lexicon.cues["alone"]
    )
    return tuple(actors_of(draft, draft.tokens[last])) if said else ()
