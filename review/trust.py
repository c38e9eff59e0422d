"""How often the machine is right, as far as people have looked: by relation, method and outlet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt

from records import Statement
from review.coding import MACHINE, coder_of
from review.replay import Corrected

ASPECTS = ("relation", "method", "outlet")
READ = (
    "relation",
    "family",
    "negated",
    "modality",
)  # what an accepted statement must still say to have been right
QUANTILE = 1.959964  # of the normal distribution, for an interval of 95 %


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """Of the statements of one kind that people have judged, those that are right as the machine found them."""

    aspect: str  # one of ASPECTS; "all"
    value: str  # such as "criticised"
    right: int
    judged: int
    low: float  # of the 95 % interval, in [0, 1]
    high: float


def trust(found: Iterable[Statement], corrected: Corrected) -> list[Share]:
    """The share of right statements, of all and by each aspect, those most judged first.

    Args:
        found: As the machine found them, before any correction; what people added is left out.
        corrected: The same after the journal. Right is a statement that was accepted with relation, ends and
            manner as found; mergers, splits and renamings of entities do not count against it.
    """
    now = {statement.id: statement for statement in corrected.statements}
    counts: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for statement in found:
        if coder_of(statement) == MACHINE and now[statement.id].status != "proposed":
            right = _is_right(statement, now[statement.id], corrected)
            counts["all", "all"].append(right)
            for aspect in ASPECTS:
                counts[aspect, getattr(statement, aspect)].append(right)
    shares = [_share(aspect, value, judged) for (aspect, value), judged in counts.items()]
    places = {aspect: place for place, aspect in enumerate(("all", *ASPECTS))}
    return sorted(shares, key=lambda share: (places[share.aspect], -share.judged, share.value))


def wilson(right: int, judged: int) -> tuple[float, float]:
    """The 95 % score interval of a share; from 0 to 1 where nothing was judged.

    Source:
        E. B. Wilson (1927), Probable inference, the law of succession, and statistical inference, Journal of the
        American Statistical Association 22, 209-212.

    >>> [round(bound, 4) for bound in wilson(0, 20)]
    [0.0, 0.1611]
    """
    if judged == 0:
        return 0.0, 1.0
    share, z = right / judged, QUANTILE
    middle = share + z * z / (2 * judged)
    reach = z * sqrt(share * (1 - share) / judged + z * z / (4 * judged * judged))
    low, high = ((middle + sign * reach) / (1 + z * z / judged) for sign in (-1, 1))
    return max(low, 0.0), min(high, 1.0)


def _is_right(found: Statement, now: Statement, corrected: Corrected) -> bool:
    moved = any(review.action == "retarget" for review in corrected.entries.get(found.id, ()))
    same = all(getattr(found, name) == getattr(now, name) for name in READ)
    return now.status == "accepted" and same and not moved


def _share(aspect: str, value: str, judged: list[bool]) -> Share:
    low, high = wilson(sum(judged), len(judged))
    return Share(aspect=aspect, value=value, right=sum(judged), judged=len(judged), low=low, high=high)
