"""Agreement: published examples, laws, and the way from a journal to the raw table."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from records import Document
from review import entries
from review.agreement import Coding, agreements, disagreements, raw_table
from review.claims import Claim, Hand, Relation, Shown
from review.coding import MACHINE, codings, views
from review.coefficients import alpha, kappa
from tests.review.factory import HAND, LINES, OTHER, Desk, entities, entity, read


def spread(table: str) -> list[tuple[str, str]]:
    """'yes no 5; …': what the first says, what the second says, how often."""
    rows = (row.split() for row in table.split(";"))
    return [(first, second) for first, second, times in rows for _ in range(int(times))]


KAPPAS = [
    # fifty applications for a grant, two readers: the usual example of Cohen (1960) in teaching
    ("yes yes 20; yes no 5; no yes 10; no no 15", 0.40),
    # twenty patients, two doctors
    ("yes yes 12; yes no 2; no yes 4; no no 2", 0.21),
    # Fleiss and Paik (2003) as given in the R package statpsych, ci.kappa(.05, 31, 12, 4, 58)
    ("0 0 31; 0 1 12; 1 0 4; 1 1 58", 0.6756757),
    ("a a 5; b b 5", 1.0),
    ("a b 5; b a 5", -1.0),
]


@pytest.mark.parametrize("table, expected", KAPPAS)
def test_kappa(table, expected):
    assert kappa(spread(table)).value == pytest.approx(expected, abs=5e-3 if expected == 0.21 else 5e-8)


# Krippendorff (2011), Computing Krippendorff's Alpha-Reliability: four observers, twelve units, nominal;
# the "C" data of Krippendorff (1980) in the R package irr. A dot is a gap.
KRIPPENDORFF = "11.1 2232 3333 3333 2222 1234 4444 1121 2222 .555 ..11 ..3."


def gaps_out(units: str) -> list[list[str]]:
    return [[value for value in unit if value != "."] for unit in units.split()]


def test_alpha():
    assert alpha(gaps_out(KRIPPENDORFF)).value == pytest.approx(0.743, abs=5e-4)


def test_the_interval_of_statpsych_is_met_by_the_bootstrap():
    low, high = kappa(spread(KAPPAS[2][0])).interval
    assert (low, high) == (pytest.approx(0.5317, abs=0.02), pytest.approx(0.8196, abs=0.02))


@pytest.mark.parametrize(
    "measure", [kappa([]), kappa(spread("a a 9")), alpha([]), alpha([["a"], ["b"]]), alpha([["a", "a"]])]
)
def test_without_anything_to_tell_apart_there_is_no_measure(measure):
    assert (measure.value, measure.interval) == (None, None)


few = settings(max_examples=15)  # each example draws thousands of samples

VALUES = st.lists(st.sampled_from("abc"), min_size=2, max_size=12).filter(lambda values: len(set(values)) > 1)


@few
@given(VALUES, st.integers(2, 4))
def test_identical_coders_agree_wholly(values, coders):
    assert alpha([[value] * coders for value in values]).value == 1.0
    assert kappa([(value, value) for value in values]).value == 1.0


PAIRS = st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), min_size=2, max_size=15)


@few
@given(PAIRS, st.permutations("abc"))
def test_names_of_values_and_order_of_coders_and_units_do_not_matter(pairs, names):
    other = dict(zip("abc", names, strict=True))
    turned = [(other[second], other[first]) for first, second in reversed(pairs)]
    for measure in (kappa, alpha):
        assert measure(pairs).value == pytest.approx(measure(turned).value)


@few
@given(PAIRS)
def test_an_interval_is_the_same_each_time_and_within_bounds(pairs):
    assert kappa(pairs) == kappa(pairs)
    for measured in (kappa(pairs), alpha(pairs)):
        if measured.interval:
            low, high = measured.interval
            assert -1.5 <= low <= high <= 1.0


def rows(table: str) -> list[Coding]:
    """'unit coder value; …' of one variable."""
    return [
        Coding(unit=u, coder=c, variable="stance", value=v if v != "-" else None)
        for u, c, v in (row.split() for row in table.split(";"))
    ]


def test_agreement_of_a_table():
    found = rows(
        "1 Ines for; 1 Otto for; 2 Ines for; 2 Otto against; 3 Ines against; 3 Otto -; 4 Ines against; 4 Otto against"
    )
    [agreement] = agreements(found)
    assert (agreement.coders, agreement.units, agreement.share) == (("Ines", "Otto"), 3, pytest.approx(2 / 3))
    assert agreement.kappa.value == pytest.approx(0.4)
    assert [(row.unit, row.values) for row in disagreements(found)] == [
        ("2", {"Ines": "for", "Otto": "against"})
    ]


def test_kappa_is_for_two_alpha_for_any_number():
    found = rows("1 Ines for; 1 Otto for; 1 Uwe for; 2 Ines against; 2 Otto against; 2 Uwe for")
    assert agreements(found)[0].kappa.value is None
    assert agreements(found)[0].alpha.value is not None
    assert agreements(found, ["Ines", "Otto"])[0].kappa.value == 1.0


def test_the_raw_table_can_be_exported():
    assert raw_table(rows("2 Otto for; 1 Ines -")) == [
        ("unit", "coder", "variable", "value"),
        ("1", "Ines", "stance", ""),
        ("2", "Otto", "stance", "for"),
    ]


def coded(desk: Desk) -> list[Coding]:
    return codings(views(read(desk.paper), entities(), desk.journal))


def said(found: list[Coding], variable: str) -> list[tuple[str, str | None]]:
    return [(row.coder, row.value) for row in found if row.variable == variable]


def test_passages_that_two_have_read_are_compared():
    desk = Desk.new()
    desk.write(entries.accept(desk.shown(0), HAND), entries.flip(desk.shown(0), OTHER))
    found = coded(desk)
    assert said(found, "found") == [("Ines", "yes"), ("Otto", "yes"), (MACHINE, "yes")]
    assert said(found, "relation") == [("Ines", "criticised"), ("Otto", "praised"), (MACHINE, "criticised")]
    assert said(found, "actor") == [(coder, "Ada Quill") for coder in ("Ines", "Otto", MACHINE)]


def test_what_a_coder_rejects_is_not_found_and_its_relation_is_missing():
    desk = Desk.new()
    desk.write(entries.accept(desk.shown(0), HAND), entries.reject(desk.shown(0), OTHER))
    assert said(coded(desk), "found") == [("Ines", "yes"), ("Otto", "no"), (MACHINE, "yes")]
    assert said(coded(desk), "relation")[1] == ("Otto", None)


def test_a_passage_that_only_one_has_read_is_compared_with_the_machine_alone():
    desk = Desk.new()
    desk.write(entries.accept(desk.shown(0), HAND), entries.accept(desk.shown(1), OTHER))
    assert said(coded(desk), "found") == [
        ("Ines", "yes"),
        (MACHINE, "yes"),
        ("Otto", "yes"),
        (MACHINE, "yes"),
    ]


def test_without_the_machine_only_what_two_have_read_counts():
    desk = Desk.new()
    desk.write(
        entries.accept(desk.shown(0), HAND),
        entries.accept(desk.shown(1), HAND),
        entries.reject(desk.shown(1), OTHER),
    )
    seen = views(read(desk.paper), entities(), desk.journal)
    del seen[MACHINE]
    assert said(codings(seen), "found") == [("Ines", "yes"), ("Otto", "no")]


def test_nothing_is_compared_where_nobody_has_read():
    assert coded(Desk.new()) == []


def test_what_the_machine_missed_counts_against_it():
    desk = Desk.new("It rained on Bo Marsh.")
    claim = Claim(
        actor=entity("Di Lund"), relation=Relation("mocked", "opposition"), target=entity("Bo Marsh")
    )
    desk.write(entries.add(desk.paper, (0, 22), claim, HAND))
    assert said(coded(desk), "found") == [("Ines", "yes"), (MACHINE, "no")]


def test_an_undone_entry_is_nobodys_view():
    desk = Desk.new()
    desk.undo(desk.write(entries.accept(desk.shown(0), HAND)))
    assert coded(desk) == []


def test_statements_of_one_passage_are_matched_to_the_most_alike():
    desk = Desk.new(*LINES)
    paper = desk.paper
    claims = [("Ada Quill", "Bo Marsh", 0), ("Cy Holt", "Di Lund", 20)]
    for hand, order in ((HAND, claims), (OTHER, claims[::-1])):
        for actor, target, cue in order:
            claim = Claim(
                actor=entity(actor),
                relation=Relation("mocked", "opposition"),
                target=entity(target),
                cue_span=(cue, cue + 4),
            )
            desk.write(entries.add(paper, (0, 29), claim, hand))
    actors = [row for row in coded(desk) if row.variable == "actor" and row.coder != MACHINE]
    units = {row.unit: set() for row in actors}
    for row in actors:
        units[row.unit].add(row.value)
    assert sorted(map(sorted, units.values())) == [["Ada Quill"], ["Cy Holt"]]


def test_of_two_statements_between_the_same_two_those_with_the_same_cue_are_matched():
    desk = Desk.new(*LINES)
    moods = [(0, "asserted"), (20, "future")]
    for hand, order in ((HAND, moods), (OTHER, moods[::-1])):
        for cue, modality in order:
            claim = Claim(
                actor=entity("Cy Holt"),
                relation=Relation("mocked", "opposition"),
                target=entity("Di Lund"),
                cue_span=(cue, cue + 4),
                modality=modality,
            )
            desk.write(entries.add(desk.paper, (0, 29), claim, hand))
    assert [row.value for row in coded(desk) if row.variable == "modality" and row.coder == "Ines"].count(
        None
    ) == 0
    assert disagreements(coded(desk), ["Ines", "Otto"]) == []


def test_imported_statements_are_their_coders_and_not_the_machines():
    paper = Document(id="a", text=LINES[0])
    [found] = read(paper)
    by_hand = replace(found, id="dna-1", method="import:dna:Otto", status="accepted", relation="attacked")
    seen = views(
        [found, by_hand], entities(), [replace(entries.accept(Shown(found, paper), Hand("Ines")), number=1)]
    )
    assert {coder: [s.id for s in view.statements] for coder, view in seen.items()} == {
        "Otto": ["dna-1"],
        "Ines": [found.id],
        MACHINE: [found.id],
    }


@few
@given(st.lists(st.sampled_from(["accept", "reject", "flip"]), min_size=5, max_size=5))
def test_two_who_write_the_same_entries_agree_on_everything(actions):
    desk = Desk.new()
    for (line, action), hand in product(enumerate(actions), (HAND, OTHER)):
        shown = Shown(read(desk.paper)[line], desk.paper)
        desk.write(
            entries.flip(shown, hand)
            if action == "flip" and line != 2
            else entries.accept(shown, hand)
            if action != "reject"
            else entries.reject(shown, hand)
        )
    found = agreements(coded(desk), ["Ines", "Otto"])
    assert {agreement.share for agreement in found} <= {1.0, None}
    assert {agreement.alpha.value for agreement in found} <= {1.0, None}
    assert disagreements(coded(desk), ["Ines", "Otto"]) == []
