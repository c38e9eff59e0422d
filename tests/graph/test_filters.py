"""What a filter keeps, says, and how it travels."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from errors import InputError
from graph import Filter
from tests.graph.factory import PARTIES, statement, statements

DAYS = st.sampled_from(["2031-01-01", "2031-06-30"])
FILTERS = st.builds(
    Filter,
    actors=st.frozensets(st.sampled_from([*PARTIES, "reed"]), max_size=2),
    topics=st.frozensets(st.sampled_from(["ada", "cy holt"]), max_size=1),
    targets=st.frozensets(st.sampled_from([*PARTIES, "Moor"]), max_size=2),
    people=st.frozensets(st.sampled_from([*PARTIES, "p0"]), max_size=2),
    parties=st.frozensets(st.sampled_from(["Reed", "moor"]), max_size=2),
    families=st.frozensets(st.sampled_from(["opposition", "support"]), max_size=2),
    relations=st.frozensets(st.sampled_from(["criticised", "backed"]), max_size=2),
    outlets=st.frozensets(st.text(max_size=5), max_size=2),
    voices=st.frozensets(st.sampled_from(["outlet", "direct"]), max_size=2),
    since=st.none() | st.just("2031-01-01"),
    until=st.none() | DAYS,
    minimum_statements=st.integers(1, 3),
    minimum_confidence=st.none() | st.sampled_from([0.0, 0.5, 1.0]),
    centre=st.none() | st.text(min_size=1, max_size=5),
    depth=st.integers(1, 4),
)

KEEPS = [
    # restriction, statement, kept?
    ({}, {}, True),
    ({"actors": ["Ada Fenn"]}, {}, True),
    ({"actors": ["ada-fenn"]}, {}, True),
    ({"actors": ["Cy Holt"]}, {}, False),
    ({"actors": ["Reed"]}, {}, True),
    ({"actors": ["Moor"]}, {}, False),
    ({"actors": ["reed"]}, {"actor": "Reed", "actor_id": "reed", "actor_party": None}, True),
    ({"targets": ["Cy Holt"]}, {}, True),
    ({"targets": ["Ada Fenn"]}, {}, False),
    ({"targets": ["moor"]}, {}, True),
    ({"targets": ["moor"]}, {"target_party": None}, False),
    ({"actors": ["Ada Fenn", "Cy Holt"], "targets": ["Ada Fenn", "Cy Holt"]}, {}, True),
    ({"actors": ["Ada Fenn"], "targets": ["Bo Marsh"]}, {}, False),
    ({"topics": ["inquiry"]}, {"target": "Public inquiry into the Réed Bridge"}, True),
    ({"topics": ["the reed bridge"]}, {"target": "Public inquiry into the Réed Bridge"}, True),
    ({"topics": ["public bridge"]}, {"target": "Public inquiry into the Réed Bridge"}, False),
    ({"topics": ["quir"]}, {"target": "Public inquiry into the Réed Bridge"}, False),
    ({"people": ["Ada Fenn"]}, {}, True),
    ({"people": ["cy-holt"]}, {}, True),
    ({"people": ["Bo Marsh"]}, {}, False),
    ({"people": "Ada Fenn"}, {}, True),
    ({"parties": ["Moor"]}, {}, True),
    ({"parties": ["moor"]}, {}, True),
    ({"parties": ["Reed"]}, {"actor_party": None}, False),
    ({"parties": ["Lake"]}, {"target": "Lake", "target_id": "lake", "target_type": "party"}, True),
    ({"parties": ["lake"]}, {"actor": "Lake", "actor_id": "lake", "actor_type": "party"}, True),
    ({"parties": ["Cy Holt"]}, {}, False),
    ({"families": ["opposition"]}, {}, True),
    ({"families": ["support", "demand"]}, {}, False),
    ({"relations": ["criticised"]}, {}, True),
    ({"relations": ["backed"]}, {}, False),
    ({"outlets": ["Gazette"]}, {}, True),
    ({"outlets": ["Courier"]}, {}, False),
    ({"voices": ["direct"]}, {"voice": "direct"}, True),
    ({"voices": ["direct"]}, {}, False),
    ({"since": "2031-05-01"}, {}, True),
    ({"since": "2031-05-02"}, {}, False),
    ({"until": "2031-05-01"}, {}, True),
    ({"until": "2031-04-30"}, {}, False),
    ({"since": "2031-01-01"}, {"date": None}, False),
    ({"until": "2031-12-31"}, {"date": None}, False),
    ({"minimum_confidence": 0.5}, {"confidence": 0.5}, True),
    ({"minimum_confidence": 0.5}, {"confidence": 0.4}, False),
    ({"minimum_confidence": 0.0}, {"confidence": None}, False),
    ({"people": ["Ada Fenn"], "families": ["support"]}, {}, False),
    ({"people": None, "since": "", "centre": ""}, {}, True),
]


@pytest.mark.parametrize(("restriction", "changes", "kept"), KEEPS)
def test_keeps(restriction, changes, kept):
    assert Filter(**restriction).keeps(statement(**changes)) is kept


SENTENCES = [
    ({}, "All statements."),
    ({"actors": ["A"], "targets": ["B", "C"]}, "Statements by A, about B or C."),
    ({"topics": ["school", "tax"]}, "Statements on school or tax."),
    ({"people": ["B", "A"]}, "Statements that involve A or B."),
    (
        {"families": ["support"], "until": "2031-01-01"},
        "Statements of the kind support, dated up to 2031-01-01.",
    ),
    ({"since": "2030-01-01", "until": "2031-01-01"}, "Statements dated from 2030-01-01 to 2031-01-01."),
    ({"relations": ["defended", "backed"]}, "Statements that say “backed” or “defended”."),
    ({"minimum_statements": 2}, "Statements on edges of at least 2 statements."),
    ({"centre": "Ada Fenn"}, "Statements around Ada Fenn."),
    ({"centre": "Ada Fenn", "depth": 2}, "Statements around Ada Fenn, up to 2 steps."),
    ({"minimum_confidence": 0.5}, "Statements with a confidence of at least 0.5."),
]


@pytest.mark.parametrize(("restriction", "sentence"), SENTENCES)
def test_describe(restriction, sentence):
    assert Filter(**restriction).describe() == sentence


FAULTS = [
    ({"since": "2031-02-31"}, "'2031-02-31' is not a date"),
    ({"since": "2031-02-02", "until": "2031-02-01"}, "backwards"),
    ({"since": 20310201}, "'since' is a text"),
    ({"families": ["hostility"]}, "unknown families: hostility. Use of these: action"),
    ({"voices": ["loud"]}, "unknown voices: loud"),
    ({"people": 5}, "'people' is a list of words"),
    ({"people": [5]}, "'people' is a list of words"),
    ({"minimum_statements": 0}, "minimum_statements 0"),
    ({"depth": 1.5}, "depth 1.5"),
    ({"minimum_confidence": 2}, "minimum_confidence 2"),
    ({"minimum_confidence": float("nan")}, "minimum_confidence nan"),
    ({"minimum_confidence": "high"}, "minimum_confidence 'high'"),
]


@pytest.mark.parametrize(("restriction", "words"), FAULTS)
def test_faults(restriction, words):
    with pytest.raises(InputError, match=words):
        Filter(**restriction)


def test_json_with_an_unknown_field_is_refused():
    with pytest.raises(InputError, match="unknown field 'colour'"):
        Filter.from_json({"colour": "red"})


def test_query_ignores_other_parameters_and_takes_single_texts():
    assert Filter.from_query({"page": "2", "parties": "Reed", "depth": ["3"], "until": ""}) == Filter(
        parties={"Reed"}, depth=3
    )


@pytest.mark.parametrize("query", [{"depth": "deep"}, {"minimum_confidence": "x"}, {"since": "yesterday"}])
def test_query_faults(query):
    with pytest.raises(InputError):
        Filter.from_query(query)


@given(FILTERS)
def test_json_round_trip(filter):
    assert Filter.from_json(filter.to_json()) == filter


@given(FILTERS)
def test_query_round_trip(filter):
    words = frozenset(word for word in filter.outlets if word)  # an address has no place for empty words
    assert Filter.from_query(filter.to_query()).outlets == words
    again = Filter.from_query(filter.to_query()).to_json() | {"outlets": 0}
    assert again == filter.to_json() | {"outlets": 0}


@given(statements(), FILTERS, FILTERS)
def test_order_of_filters_is_no_matter(found, one, other):
    first = [s for s in found if one.keeps(s)]
    second = [s for s in found if other.keeps(s)]
    assert [s for s in first if other.keeps(s)] == [s for s in second if one.keeps(s)]


@given(FILTERS)
def test_a_filter_can_be_a_key_and_describes_itself(filter):
    assert hash(filter) == hash(Filter.from_json(filter.to_json()))
    assert filter.describe().endswith(".")
