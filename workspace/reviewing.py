"""Review of one workspace: what to look at, what to call it, and what the corrections so far say.

The entries themselves are made by `review.entries`, and written by `Workspace.decide` alone.
"""

from __future__ import annotations

import getpass
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from errors import InputError
from graph import Filter
from records import Review, Statement
from review import Corrected, Unapplied, agreement, effective, entries, replay
from review.agreement import Agreement, Disagreement
from review.claims import Hand, Shown
from review.coding import JUDGING, MACHINE, codings, views
from review.training_rows import TrainingRows, training_rows
from review.trust import Share, trust
from review.twins import Twins, twins
from workspace.queue import SEEN, Pattern, Queue, known_of, patterns_of, queue_of
from workspace.workspace import EVERYTHING, Workspace

JUDGEMENTS: dict[str, Callable[[Shown, Hand], Review]] = {
    "accept": entries.accept,
    "reject": entries.reject,
    "flip": entries.flip,
}
"""What can be decided of a statement without another word."""

BY_HAND = ("import:", "review:")  # how the methods of statements begin that people have coded


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """How far coders agree, where they do not, and the table that this was read off."""

    agreements: Sequence[Agreement]
    disagreements: Sequence[Disagreement]
    rows: Sequence[tuple[str, str, str, str]]  # unit, coder, variable, value, below their heading


def shown(workspace: Workspace, statement_id: str, coder: str = "") -> Shown:
    """The statement, as corrected, in its document.

    Args:
        coder: Whose judgements alone are seen; "" = everybody's.

    Raises:
        InputError: If there is no such statement.
    """
    seen = {s.id: s for s in alone(workspace, coder).statements} if coder else {}
    statement = seen.get(statement_id) or next(iter(workspace.fetch([statement_id])), None)
    if statement is None or (coder and statement_id not in seen and _is_added(workspace, statement_id)):
        raise InputError(f"there is no statement '{statement_id}'", mend="See: hustings review list")
    return Shown(statement, workspace.document(statement.document))


def alone(workspace: Workspace, coder: str) -> Corrected:
    """What is touched as if nobody else had judged a statement; what is done to entities is common to all."""
    content = workspace.content()
    seen = [r for r in effective(content.journal) if r.action not in JUDGING or r.coder == coder]
    return replay(content.touchable, content.described, seen, content.hashes)


def judgement(corrected: Corrected, statement_id: str) -> Review | None:
    """The entry that decided the statement last, if any is in force."""
    made = corrected.entries.get(statement_id, ())
    return next((review for review in reversed(made) if review.action in JUDGING), None)


def history(workspace: Workspace, statement_id: str) -> list[Review]:
    """All entries in force about a statement; those too that later ones of others have left without effect."""
    corrected = workspace.content().corrected
    lost = [u.review for u in corrected.unapplied if statement_id in (u.about, u.review.subject)]
    found = {review.id: review for review in (*corrected.entries.get(statement_id, ()), *lost)}
    return sorted(found.values(), key=lambda review: review.number)


def waiting(workspace: Workspace, filter: Filter = EVERYTHING) -> Queue:
    """What nobody has judged, the most urgent first; urgency counts in the whole graph, not in what is kept."""
    return queue_of(workspace.content().columns, filter)


def patterns(workspace: Workspace, filter: Filter = EVERYTHING) -> list[Pattern]:
    """What nobody has judged and the same rule read off the same words, the largest pattern first.

    The words are read for this: in a database of a million statements it takes twenty seconds.
    """
    return patterns_of(workspace.content().columns, filter, workspace.store.facts(SEEN))


def decided(workspace: Workspace, filter: Filter = EVERYTHING) -> list[Statement]:
    """What somebody has judged, the latest judgement first; what was imported as accepted comes last."""
    content = workspace.content()
    columns, rows = content.columns, content.columns.kept(filter)
    judged = ~columns.matches("status", ["proposed"])[columns.codes["status"][rows]]
    found = workspace.fetch(columns.in_order(rows[judged]))
    made = {s.id: judgement(content.corrected, s.id) for s in found}
    return sorted(found, key=lambda s: -(review.number if (review := made[s.id]) else 0))


def judged_by_others(workspace: Workspace, coder: str, filter: Filter = EVERYTHING) -> list[Statement]:
    """What others have judged and the coder has not, as if nobody had: for a second, independent coding."""
    made = _judgements(workspace)
    coders = {id: {review.coder for review in found} for id, found in made.items()}
    return [
        statement
        for statement in alone(workspace, coder).statements
        if (judges := coders.get(statement.id))
        and coder not in judges
        and workspace.content().keeps(filter, statement)
    ]


def merges(workspace: Workspace) -> list[Twins]:
    """Entities with statements that may be one, but those told apart, with what speaks for it and against it."""
    content = workspace.content()
    known = known_of(content.columns)
    named = {id: entity for id, entity in content.corrected.entities.items() if known.times[id]}
    return twins(named, known, content.corrected.apart)


def unapplied(workspace: Workspace) -> tuple[Unapplied, ...]:
    """Corrections that no longer find what they were about, with the reason; those in dispute are not among them."""
    corrected = workspace.content().corrected
    return tuple(lost for lost in corrected.unapplied if not _is_outvoted(lost, corrected))


def circular(workspace: Workspace) -> list[Statement]:
    """Statements whose two ends have become one entity by mergers: one of these may be wrong, or the statement."""
    return workspace.fetch(workspace.content().corrected.circular)


def report(workspace: Workspace) -> list[Share]:
    """The share of right statements, as `review.trust` measures it."""
    content = workspace.content()
    return trust(content.touchable, content.corrected)


def compare(workspace: Workspace, coders: Collection[str]) -> Compared:
    """How far these coders agree; "machine" is one of them too.

    Raises:
        InputError: If one of them has judged nothing.
    """
    content = workspace.content()
    seen = views(_coded(workspace), content.described, content.journal, content.hashes)
    if missing := sorted(set(coders) - set(seen)):
        known = ", ".join(sorted(set(seen) - {MACHINE})) or "nobody yet"
        raise InputError(f"{' and '.join(missing)} judged nothing", mend=f"Coders so far: {known}; {MACHINE}")
    found = codings({coder: seen[coder] for coder in coders})
    return Compared(
        agreements=agreement.agreements(found),
        disagreements=agreement.disagreements(found),
        rows=agreement.raw_table(found),
    )


def disputed(workspace: Workspace, filter: Filter = EVERYTHING) -> list[tuple[Statement, list[Review]]]:
    """What coders have judged differently, as corrected, with all that they have decided in turn.

    Coders agree where their last words come to the same, whoever of them has corrected it; and an entry that settles
    the matter (`review.entries.settling`) leaves only what comes after it.
    """
    made, content = _judgements(workspace), workspace.content()
    return [
        (statement, made[statement.id])
        for statement in content.corrected.statements
        if _differ(made.get(statement.id, ()), content.corrected.became) and content.keeps(filter, statement)
    ]


def rows(workspace: Workspace) -> TrainingRows:
    """All judgements in force as rows to learn from; what is disputed gives none until it is settled."""
    unsettled = {statement.id for statement, _ in disputed(workspace)}
    return training_rows(decided(workspace), workspace.content().corrected, unsettled)


def undo(workspace: Workspace, reviews: Iterable[Review], hand: Hand, role: str) -> list[Review]:
    """Take entries back, the last one first."""
    return workspace.decide([entries.undo(review, hand) for review in reversed(list(reviews))], role)


def default_coder() -> str:
    """The name under which this computer's user works; "coder" where it has none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a user without a name, as in a container
        return "coder"


def _is_added(workspace: Workspace, statement_id: str) -> bool:
    return any(statement.id == statement_id for statement in workspace.content().added)


def _coded(workspace: Workspace) -> list[Statement]:
    """As found, all statements of the documents in which a person has judged or coded something."""
    content = workspace.content()
    found = content.found
    by_hand = [name for name in found.words["method"] if name.startswith(BY_HAND)]
    rows = np.flatnonzero(found.matches("method", by_hand)[found.codes["method"]])
    documents = {found.word("document", row) for row in rows.tolist()}
    read = {s.id: s for s in workspace.store.statements_of(documents=documents)}
    return sorted((read | {s.id: s for s in content.touchable}).values(), key=content.place)


def _judgements(workspace: Workspace) -> dict[str, list[Review]]:
    """Statement -> every judgement of it in force."""
    corrected = workspace.content().corrected
    subjects = set(corrected.entries) | {u.about or u.review.subject for u in corrected.unapplied}
    made = {id: [r for r in history(workspace, id) if r.action in JUDGING] for id in subjects}
    return {id: found for id, found in made.items() if found}


def _differ(reviews: Collection[Review], became: Mapping[str, str]) -> bool:
    """Whether the last words of several coders do not come to the same; of merged entities see `Corrected`."""
    settled = max((review.number for review in reviews if review.change.get("settles")), default=0)
    last = {review.coder: review for review in reviews if review.number >= settled}
    return len({_verdict(review, became) for review in last.values()}) > 1


def _verdict(review: Review, became: Mapping[str, str]) -> tuple[str, ...]:
    """What the statement says by this entry; what it leaves alone is as its coder saw it."""
    if review.action == "reject":
        return ("nothing",)
    said = {**review.change["anchor"], **review.change}
    held = said.get("held")
    if review.action == "hold":
        held = said.get("negated") or said.get("modality", "asserted") != "asserted"
    ends = {"actor": said["actor_id"], "target": said["target_id"]}
    if review.action == "retarget":
        ends[said["end"]] = said["entity"]["id"]
    return said["relation"], *(became.get(id, id) for id in ends.values()), "held" if held else ""


def _is_outvoted(lost: Unapplied, corrected: Corrected) -> bool:
    """Whether another coder reads the statement otherwise: that is a dispute, and nothing is lost."""
    made = corrected.entries.get(lost.about, ())
    return any(r.coder != lost.review.coder and r.action in ("flip", "relate", "hold") for r in made)
