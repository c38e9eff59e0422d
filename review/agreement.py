"""What several coders say of the same passages: how far they agree on each variable, and where they do not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from review.coefficients import Measured, alpha, kappa


@dataclass(frozen=True, slots=True, kw_only=True)
class Coding:
    """What one coder says of one unit: a row of the raw table."""

    unit: str
    coder: str
    variable: str
    value: str | None  # None: the coder has said nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """How far some coders agree on one variable."""

    variable: str
    coders: tuple[str, ...]
    units: int  # of which at least two have said something
    share: float | None  # of the pairs of values of one unit that are equal, in [0, 1]
    kappa: Measured  # Cohen's, of two coders; not defined for more
    alpha: Measured  # Krippendorff's


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """A unit of which coders say different things."""

    unit: str
    variable: str
    values: Mapping[str, str]  # coder -> value


Table = dict[str, dict[str, str]]
"""Unit -> coder -> value."""


def agreements(codings: Iterable[Coding], coders: Sequence[str] = ()) -> list[Agreement]:
    """The agreement on each variable, in the order in which they come.

    Args:
        coders: Whose; all of them if none are named.
    """
    return [_agreement(variable, table) for variable, table in _tables(codings, coders).items()]


def disagreements(codings: Iterable[Coding], coders: Sequence[str] = ()) -> list[Disagreement]:
    """Every unit and variable of which not all say the same, in the order in which they come."""
    return [
        Disagreement(unit=unit, variable=variable, values=values)
        for variable, table in _tables(codings, coders).items()
        for unit, values in table.items()
        if len(set(values.values())) > 1
    ]


def raw_table(codings: Iterable[Coding]) -> list[tuple[str, str, str, str]]:
    """Rows of unit, coder, variable, value, sorted, below their heading; empty where a coder has said nothing."""
    rows = sorted((coding.unit, coding.coder, coding.variable, coding.value or "") for coding in codings)
    return [("unit", "coder", "variable", "value"), *rows]


def _tables(codings: Iterable[Coding], coders: Sequence[str]) -> dict[str, Table]:
    """Variable -> what was said; what nobody has said is left out."""
    tables: dict[str, Table] = {}
    for coding in codings:
        table = tables.setdefault(coding.variable, {})
        if coding.value is not None and (not coders or coding.coder in coders):
            table.setdefault(coding.unit, {})[coding.coder] = coding.value
    return tables


def _agreement(variable: str, table: Table) -> Agreement:
    coders = tuple(sorted({coder for values in table.values() for coder in values}))
    both = [values for values in table.values() if len(values) > 1]
    units = [[values[coder] for coder in coders if coder in values] for values in both]
    return Agreement(
        variable=variable,
        coders=coders,
        units=len(units),
        share=_share(units),
        kappa=kappa([(first, second) for first, second in units])
        if len(coders) == 2
        else Measured(None, None),
        alpha=alpha(units),
    )


def _share(units: Sequence[Sequence[str]]) -> float | None:
    """Of all pairs of values within units, those that are equal."""
    equal = sum(values.count(value) - 1 for values in units for value in values)
    pairs = sum(len(values) * (len(values) - 1) for values in units)
    return equal / pairs if pairs else None
