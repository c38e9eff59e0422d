"""Which word stands on an edge, and which memberships and offices a text tells."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.model

RELATIONS = [
    ("Helen Carrow accused Martin Pell of hiding the costs.", "accused"),
    ("Helen Carrow blamed Martin Pell for the delay.", "blamed"),
    ("Helen Carrow hit out at Martin Pell.", "criticised"),
    ("Helen Carrow lashed out at Martin Pell.", "criticised"),
    ("Helen Carrow denounced Martin Pell.", "condemned"),
    ("Helen Carrow defended Martin Pell.", "defended"),
    ("Helen Carrow stood by Martin Pell.", "defended"),
    ("Helen Carrow paid tribute to Martin Pell.", "praised"),
    ("Helen Carrow endorsed Martin Pell.", "backed"),
    ("Helen Carrow agreed with Martin Pell.", "agreed with"),
    ("Helen Carrow disagreed with Martin Pell.", "disagreed with"),
    ("Helen Carrow distanced herself from Martin Pell.", "distanced from"),
    ("Helen Carrow mocked Martin Pell.", "mocked"),
    ("Helen Carrow urged Martin Pell to resign.", "urged"),
    ("Helen Carrow called for an inquiry into the fire.", "called for"),
    ("Helen Carrow rejected the harbour bill.", "rejected"),
    ("Helen Carrow refused to back Martin Pell.", "refused to back"),
    ("Helen Carrow appointed Martin Pell.", "appointed"),
    ("Martin Pell was criticized by Helen Carrow.", "criticised"),
]


@pytest.mark.parametrize(("text", "relation"), RELATIONS)
def test_the_word_on_the_edge(read, text, relation):
    assert [(s.actor, s.relation) for s in read(text).statements if s.makes_edge] == [
        ("Helen Carrow", relation)
    ]


AFFILIATIONS = [
    ("Lantern Party leader Ada Vela spoke at noon.", {("Ada Vela", "leads", "Lantern Party")}),
    ("Ada Vela, leader of the Lantern Party, spoke at noon.", {("Ada Vela", "leads", "Lantern Party")}),
    ("Labour MP Ada Vela spoke at noon.", {("Ada Vela", "member of", "Labour")}),
    ("Republican Senator Ada Vela spoke at noon.", {("Ada Vela", "member of", "Republican Party")}),
    ("Ada Vela, a Tory councillor, spoke at noon.", {("Ada Vela", "member of", "Conservatives")}),
    ("Ada Vela defected to Reform UK.", {("Ada Vela", "member of", "Reform UK")}),
    ("Ada Vela joined the Liberal Democrats in May.", {("Ada Vela", "member of", "Liberal Democrats")}),
    ("Ada Vela spoke at noon.", set()),
    ("Ada Vela spoke to Labour at noon.", set()),
    ("Ada Vela left the Liberal Democrats in May.", set()),
]


@pytest.mark.parametrize(("text", "found"), AFFILIATIONS)
def test_affiliations(read, text, found):
    statements = [s for s in read(text).statements if s.family == "affiliation"]
    assert {(s.actor, s.relation, s.target) for s in statements} == found
