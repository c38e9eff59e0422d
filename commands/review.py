"""`hustings review`: what to judge, what was decided, how far people agree; the decisions are in decisions.py."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from commands.decisions import DECISIONS
from commands.files import write_whole
from commands.options import Database, Json, database_of, filtered
from commands.review_lists import LISTS, Row, entry_row
from commands.screen import counted, print_json, print_line, print_table, say
from errors import InputError

if TYPE_CHECKING:
    from graph import Filter
    from review.agreement import Agreement
    from review.coefficients import Measured
    from review.training_rows import TrainingRows
    from review.trust import Share

app = typer.Typer(
    help="Judge and correct what the machine found; every decision is kept and can be undone.",
    no_args_is_help=True,
)


@app.command("list")
@filtered
def list_what(
    context: typer.Context,
    filter: Filter,
    kind: Annotated[str, typer.Argument(metavar="[KIND]", help="See above; open by default.")] = "open",
    limit: Annotated[int, typer.Option(min=1, help="How many at most.")] = 50,
    as_json: Json = False,
    database: Database = None,
) -> None:
    """List what to look at: what nobody has judged (open), the most urgent first.

    Also what was judged (decided), or judged differently (disputed); statements read by the same rule off the same
    words (patterns); entities that may be one (merges); statements whose two ends mergers have made one (circular);
    and corrections that find nothing any more (unapplied).

    Example: hustings review list --party Labour --limit 20
    """
    from workspace import Workspace

    if kind not in LISTS:
        raise InputError(f"there is no list '{kind}'", where="review list", mend=f"Use: {', '.join(LISTS)}")
    with Workspace(database_of(context, database), make=False) as workspace:
        rows, total = LISTS[kind].rows(workspace, filter, limit)
    _print_rows(rows, as_json)
    if total > len(rows):
        say(f"{len(rows)} of {total:,}; --limit shows more")
    elif not rows:
        say(f"Nothing: {LISTS[kind].empty}")


@app.command()
def log(
    context: typer.Context,
    about: Annotated[
        str | None, typer.Option(metavar="ID", help="Of a statement, entity or document.")
    ] = None,
    by: Annotated[str | None, typer.Option(metavar="NAME", help="Only what this coder has decided.")] = None,
    as_json: Json = False,
    database: Database = None,
) -> None:
    """Print the journal: every decision with its number, time and coder, the undone ones too.

    Example: hustings review log --by Ines
    """
    from review import effective
    from workspace import Workspace

    with Workspace(database_of(context, database), make=False) as workspace:
        journal = workspace.content().journal
    chosen = [r for r in journal if about in (None, r.subject) and by in (None, r.coder)]
    if as_json:
        print_json([review.to_json() for review in chosen])
        return
    in_force = {review.id for review in effective(journal)}
    _print_rows([entry_row(review, review.id in in_force) for review in chosen])


@app.command()
def agreement(
    context: typer.Context,
    first: Annotated[str, typer.Argument(metavar="CODER", help='A name, or "machine".')],
    second: Annotated[str, typer.Argument(metavar="CODER")],
    csv_file: Annotated[
        str | None, typer.Option("--csv", metavar="FILE", help="Write the raw table; - is standard output.")
    ] = None,
    as_json: Json = False,
    database: Database = None,
) -> None:
    """Print how far two coders agree on what both have read: Cohen's kappa, Krippendorff's alpha, 95 % intervals.

    Below stands where they disagree.

    Example: hustings review agreement Ines Otto --csv codings.csv
    """
    from workspace import Workspace
    from workspace.reviewing import compare

    with Workspace(database_of(context, database), make=False) as workspace:
        compared = compare(workspace, [first, second])
    if csv_file:
        write_whole(csv_file, _as_csv(compared.rows))
    if csv_file == "-":
        return
    if as_json:
        agreements = [asdict(agreement) for agreement in compared.agreements]
        print_json(
            {"agreements": agreements, "disagreements": [asdict(found) for found in compared.disagreements]}
        )
        return
    _print_rows([_agreement_row(agreement) for agreement in compared.agreements])
    print_line("")
    _print_rows([{"unit": d.unit, "variable": d.variable, **d.values} for d in compared.disagreements])
    say(counted(len(compared.disagreements), "disagreement"))


@app.command()
def report(context: typer.Context, as_json: Json = False, database: Database = None) -> None:
    """Print how often the machine was right, by relation, rule and outlet, as far as people have judged.

    Example: hustings review report
    """
    from workspace import Workspace, reviewing

    with Workspace(database_of(context, database), make=False) as workspace:
        shares = reviewing.report(workspace)
    if as_json:
        print_json([asdict(share) for share in shares])
        return
    _print_rows([_share_row(share) for share in shares])
    if not shares:
        say("Nobody has judged a statement yet.")


@app.command()
def rows(
    context: typer.Context,
    file: Annotated[
        str,
        typer.Argument(metavar="FILE", help="An earlier one of this name is replaced; - is standard output."),
    ],
    database: Database = None,
) -> None:
    """Write what people have judged as rows to train with: a sentence, its two actors, who is for or against whom.

    Example: hustings review rows judged.txt
    """
    from workspace import Workspace, reviewing

    with Workspace(database_of(context, database), make=False) as workspace:
        made = reviewing.rows(workspace)
    replaced = os.path.isfile(file)  # noqa: PTH113 - Path's raises where a folder is closed
    write_whole(file, made.to_bytes())
    if replaced:
        say(f"{file}: replaced")
    _tell_rows(made)


for name, decision in DECISIONS.items():
    app.command(name)(decision)


def _tell_rows(made: TrainingRows) -> None:
    from review.training_rows import LABELS

    say(counted(len(made.lines), "row"))
    for label, meaning in LABELS.items():
        say(f"  {label} {meaning}: {made.labels[label]:,}")
    for reason, number in made.left_out.items():
        say(f"{counted(number, 'statement')} left out: {reason}")
    if not made.lines and not made.left_out:
        say("Nobody has judged a statement yet.")


def _agreement_row(found: Agreement) -> Row:
    return {
        "variable": found.variable,
        "units": str(found.units),
        "agree": "" if found.share is None else f"{found.share:.0%}",
        "kappa": _measure(found.kappa),
        "alpha": _measure(found.alpha),
    }


def _measure(measured: Measured) -> str:
    if measured.value is None:
        return "undefined"
    interval = measured.interval
    return f"{measured.value:.2f}" + (f" ({interval[0]:.2f} to {interval[1]:.2f})" if interval else "")


def _share_row(share: Share) -> Row:
    return {
        "of": "" if share.aspect == "all" else share.aspect,
        "value": share.value or "unknown",
        "right": f"{share.right / share.judged:.0%}",
        "95 % interval": f"{share.low:.0%} to {share.high:.0%}",
        "judged": str(share.judged),
    }


def _print_rows(rows: Sequence[Row], as_json: bool = False) -> None:
    if as_json:
        print_json(rows)
    elif rows:
        print_table(tuple(rows[0]), [tuple(row.values()) for row in rows])


def _as_csv(rows: Iterable[Sequence[str]]) -> bytes:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue().encode()
