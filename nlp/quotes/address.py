"""How members speak of each other: 'the hon. Lady', 'my hon. Friend the Member for Pierside (Ada Vela)'."""

from __future__ import annotations

from nlp.draft import Draft, Quote

FORMS = {"gentleman": "male", "lady": "female", "friend": None, "member": None}
STYLES = frozenset({"hon.", "honourable"})
REACH = 14  # tokens to the name in brackets


def name_members(draft: Draft) -> None:
    """Note whom 'hon. Friend', 'hon. Lady' and the like mean: the name in brackets behind, else who has just spoken."""
    for index in range(1, len(draft.words)):
        word = draft.words[index]
        if word in FORMS and draft.words[index - 1] in STYLES and draft.free(index, index + 1):
            meant = _in_brackets(draft, index) or _last_speaker(draft, index, FORMS[word])
            if meant is not None:
                draft.add(index - 1, index + 1, meant, "role")


def _in_brackets(draft: Draft, index: int) -> str | None:
    for place in range(index + 1, min(index + REACH, len(draft.words) - 1)):
        if draft.words[place] in (".", ";", "?", "!"):
            return None
        mention = draft.mention_at.get(place + 1) if draft.words[place] == "(" else None
        if mention is not None and draft.entities[mention.entity_id].type == "person":
            return mention.entity_id
    return None


def _last_speaker(draft: Draft, index: int, gender: str | None) -> str | None:
    """Who spoke in the turn before: somebody else, of the gender named."""
    quote = draft.quote_at.get(index)
    if gender is None or quote is None or not quote.turn:
        return None
    before = _turn_before(draft, quote)
    speaker = before.speaker if before is not None else None
    if speaker is None or draft.entities[speaker].type != "person":
        return None
    return speaker if draft.entities[speaker].gender in (None, gender) else None


def _turn_before(draft: Draft, quote: Quote) -> Quote | None:
    """The last turn of somebody else."""
    earlier = [
        turn for turn in draft.quotes if turn.turn and turn.end <= quote.start and turn.cue != quote.cue
    ]
    others = [turn for turn in earlier if turn.speaker is None or turn.speaker != quote.speaker]
    return others[-1] if others and others[-1] is earlier[-1] else None
