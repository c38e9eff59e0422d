"""Who somebody is to somebody else: "his deputy", "Vela's predecessor", "her running mate".

By the text's own words ("his deputy, Tom Orrin") first, by the offices of the knowledge base second. Runs when it is
known whom "his" means.
"""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from nlp.draft import Draft
from nlp.knowledge import Tenure
from nlp.syntax import children

Told = dict[tuple[str, str | None], set[str]]  # what somebody is called, to whom -> who that is


def relatives(draft: Draft) -> None:
    """Note "his deputy" and the like as mentions of who that is."""
    told: Told = {}
    for token in draft.tokens:
        word = draft.words[token.i]
        if word not in draft.lexicon.relatives["nouns"] or token.tag_ not in ("NN", "NNP"):
            continue
        owners = children(token, "poss")
        if not owners or not _whole(draft, token):
            continue
        owner = draft.entity_of(owners[0])
        named = _named_beside(draft, token)
        if named is not None:
            told.setdefault((word, owner), set()).add(named)
        elif owner is not None and token.i not in draft.mention_at:
            _note(draft, token, told.get((word, owner)) or _by_office(draft, word, owner) - {owner})


def _note(draft: Draft, noun: Token, meant: set[str]) -> None:
    """One who can be meant is meant; of several nobody."""
    if len(meant) == 1:
        (person,) = meant
        if person not in draft.entities:
            draft.know(person)
        draft.add(noun.i, noun.i + 1, person, "role")


def _whole(draft: Draft, noun: Token) -> bool:
    """'his deputy', not 'his deputy chief' or 'his former deputy'; a mate is a running mate."""
    words = [child.lower_ for child in children(noun, "compound", "amod", "nmod")]
    running = noun.lower_ == "mate"
    return noun.dep_ != "compound" and words == (["running"] if running else [])


def _named_beside(draft: Draft, noun: Token) -> str | None:
    """'his deputy, *Tom Orrin*', 'his deputy *Tom Orrin*', '*Tom Orrin*, his deputy'."""
    beside = [*children(noun, "appos"), *([noun.head] if noun.dep_ in ("appos", "nmod", "compound") else [])]
    following = draft.mention_at.get(noun.i + 1)
    ids = [m.entity_id for t in beside if (m := draft.mention_at.get(t.i))]
    ids += [following.entity_id] if following is not None and following.start == noun.i + 1 else []
    return next((i for i in ids if draft.entities[i].type == "person"), None)


def _by_office(draft: Draft, word: str, owner: str) -> set[str]:
    date = draft.document.date
    if date is None:
        return set()
    held = draft.knowledge.offices.get(owner, ())
    if word == "predecessor":
        return _before(draft, [(post, t) for post, t in held if t.covers(date) and t.start])
    if word == "deputy":
        labels = {name for post, t in held if t.covers(date) for name in _labels(draft, post)}
        return {p for name in labels for deputy in _deputies(name) for p in _holders(draft, deputy, date)}
    return set()


def _labels(draft: Draft, post: str) -> set[str]:
    row = draft.knowledge.posts[post]
    return {str(name).lower() for name in (row["label"], *row.get("other_labels", ()))}


def _deputies(label: str) -> Iterable[str]:
    """What the deputy of an office is called."""
    return (f"deputy {label}", f"vice {label}", label.replace(" leader", " deputy leader"))


def _holders(draft: Draft, label: str, date: str) -> list[str]:
    return draft.knowledge.holders(label, date) if "deputy" in label or "vice" in label else []


def _before(draft: Draft, held: list[tuple[str, Tenure]]) -> set[str]:
    """Whoever left, in the same month, the office that somebody has taken up last."""
    if not held:
        return set()
    post, taken = max(held, key=lambda one: one[1].start)
    earlier = draft.knowledge.tenures.get(post, ())
    return {t.person_id for t in earlier if t.end and len(t.end) > 4 and t.end[:7] == taken.start[:7]}
