from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from records import ENTITY_TYPES, POLARITY
from view import palette
from view.network import edge_colour
from view.shapes import HEADS, OUTLINES

SURFACES = {False: ("#FFFFFF", palette.RAISED.light), True: ("#0E1117", palette.RAISED.dark)}

TONES = {
    **{f"party {name}": tone for name, tone in palette.PARTIES.items()},
    **{f"type {name}": tone for name, tone in palette.TYPES.items()},
    **{f"unknown {place}": tone for place, tone in enumerate(palette.CATEGORICAL)},
    **{f"family {name}": family.tone for name, family in palette.FAMILIES.items()},
    "neutral": palette.NEUTRAL,
}

# Machado, Oliveira, Fernandes 2009, severity 1.0, on linear RGB.
SIGHT = {
    "all cones": np.eye(3),
    "protanopia": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deuteranopia": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "tritanopia": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}


def linear(colour: str) -> np.ndarray:
    parts = np.array([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)])
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    """WCAG 2.2."""
    low, high = sorted(float(linear(c) @ [0.2126, 0.7152, 0.0722]) for c in (one, other))
    return (high + 0.05) / (low + 0.05)


def oklab(rgb: np.ndarray) -> np.ndarray:
    """Ottosson 2020."""
    to_cones = [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ]
    to_lab = [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ]
    return np.array(to_lab) @ np.cbrt(np.array(to_cones) @ np.clip(rgb, 0, 1))


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("name", TONES)
def test_every_colour_stands_out_from_its_surface(name, dark):
    for surface in (palette.SURFACE.on(dark), SURFACES[dark][0]):
        assert contrast(TONES[name].on(dark), surface) >= 3


@pytest.mark.parametrize("dark", [False, True])
def test_words_can_be_read(dark):
    for surface in (palette.SURFACE.on(dark), *SURFACES[dark]):
        assert contrast(palette.INK.on(dark), surface) >= 7
        assert contrast(palette.MUTED.on(dark), surface) >= 4.5


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("family", palette.FAMILIES)
def test_the_pale_line_of_a_single_statement_can_be_seen(family, dark):
    pale = edge_colour(family, 1, dark)
    assert contrast(pale, palette.SURFACE.on(dark)) >= 2.5
    assert family == "affiliation" or pale != edge_colour(family, 2, dark)


@pytest.mark.parametrize("sight", SIGHT)
@pytest.mark.parametrize("dark", [False, True])
def test_families_stay_apart_for_every_kind_of_sight(sight, dark):
    seen = {name: oklab(SIGHT[sight] @ linear(f.tone.on(dark))) for name, f in palette.FAMILIES.items()}
    for one, other in combinations(seen, 2):
        assert np.linalg.norm(seen[one] - seen[other]) > 0.07, (one, other)


def test_no_two_families_share_a_head_and_opposition_is_dashed_where_support_is_solid():
    assert len({family.head for family in palette.FAMILIES.values()}) == len(palette.FAMILIES)
    assert not palette.FAMILIES["support"].dash
    assert palette.FAMILIES["opposition"].dash


def test_every_type_has_a_shape_of_its_own_and_every_family_a_style():
    assert set(palette.SHAPES) == ENTITY_TYPES
    assert len(set(palette.SHAPES.values())) == len(ENTITY_TYPES)
    assert set(palette.FAMILIES) == set(POLARITY)
    assert set(palette.SHAPES.values()) == set(OUTLINES)
    assert {family.head for family in palette.FAMILIES.values()} == set(HEADS)


@pytest.mark.parametrize(
    ("name", "same"),
    [
        ("Labour", "the Labour Party"),
        ("Conservative", "Conservative Party"),
        ("Conservative", "Tories"),
        ("SNP", "Scottish National Party"),
        ("Sinn Féin", "sinn  fein"),
        ("Reform UK", "REFORM UK"),
    ],
)
def test_a_party_has_one_colour_under_all_its_names(name, same):
    assert palette.party_tone(name) == palette.party_tone(same) != palette.NEUTRAL


def test_an_unknown_party_keeps_its_colour():
    assert palette.party_tone("Civic Alliance of Westhaven") == palette.CATEGORICAL[3]


@pytest.mark.parametrize("dark", [False, True])
def test_colours_of_unknown_parties_are_many_and_apart(dark):
    seen = [oklab(linear(tone.on(dark))) for tone in palette.CATEGORICAL]
    assert len(seen) == 30
    assert min(np.linalg.norm(one - other) for one, other in combinations(seen, 2)) > 0.05


@given(st.text())
def test_every_party_has_a_colour(party):
    tone = palette.party_tone(party)
    assert tone == palette.NEUTRAL or party.strip()
    assert len(tone.light) == len(tone.dark) == 7


@pytest.mark.parametrize(
    ("data", "party"),
    [
        ({"type": "person", "name": "Ann", "party": "Labour"}, "Labour"),
        ({"type": "person", "name": "Labour", "party": ""}, ""),
        ({"type": "party", "name": "Labour", "party": ""}, "Labour"),
        ({}, ""),
    ],
)
def test_who_is_coloured_by_which_party(data, party):
    assert palette.party_of(data) == party


@pytest.mark.parametrize(("share", "colour"), [(0.0, "#FFFFFF"), (1.0, "#102030"), (0.5, "#889098")])
def test_blend(share, colour):
    assert palette.blend("#102030", "#FFFFFF", share) == colour
