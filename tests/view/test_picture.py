from __future__ import annotations

import io
import threading
from xml.etree.ElementTree import Element

import networkx as nx
import numpy as np
import pytest
from defusedxml.ElementTree import fromstring
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from errors import GraphError
from view import palette
from view.network import label_of
from view.picture import to_png, to_svg

SVG = "{http://www.w3.org/2000/svg}"


def words(svg: bytes) -> str:
    """All words of the picture, in order, on one line."""
    root: Element = fromstring(svg)
    return " ".join(" ".join("".join(text.itertext()).split()) for text in root.iter(f"{SVG}text"))


def pixels(png: bytes) -> np.ndarray:
    return np.asarray(Image.open(io.BytesIO(png)).convert("RGB"))


def has(image: np.ndarray, colour: str) -> bool:
    return bool((image == [int(colour[i : i + 2], 16) for i in (1, 3, 5)]).all(axis=2).sum() > 20)


def test_the_svg_holds_title_caption_legend_and_every_label_as_words(graph, positions):
    text = words(to_svg(graph, positions, "The quay affair"))
    for part in [
        "The quay affair",
        "9 nodes, 9 links from 21 statements",
        "opposes",
        "criticised",
        "no party known",
    ]:
        assert part in text
    for node in graph:
        assert label_of(graph, node) in text


def test_a_caption_of_many_lines_moves_the_drawing_down(graph, positions):
    filtered = graph.copy()
    filtered.graph["kept"] = "Statements by " + " or ".join(f"Actor {number}" for number in range(40)) + "."
    plain, long = (fromstring(to_svg(each, positions, "Title")) for each in (graph, filtered))
    assert float(long.get("height")[:-2]) > float(plain.get("height")[:-2])


def test_the_svg_loads_nothing(graph, positions):
    for element in fromstring(to_svg(graph, positions, "x")).iter():
        for name, value in element.attrib.items():
            if name.endswith("href"):
                assert value.startswith("#")


@pytest.mark.parametrize("dark", [False, True])
def test_the_png_shows_the_colours_of_parties_and_families(graph, positions, dark):
    image = pixels(to_png(graph, positions, "x", dark=dark))
    assert image.shape[1] == 2544
    for tone in (
        palette.PARTIES["labour"],
        palette.TYPES["organization"],
        palette.FAMILIES["opposition"].tone,
    ):
        assert has(image, tone.on(dark))
    assert has(image[:10], palette.SURFACE.on(dark))


@pytest.mark.parametrize("draw", [to_svg, to_png])
def test_the_same_bytes_whatever_the_order_of_nodes_and_edges(graph, positions, draw):
    other = nx.MultiDiGraph()
    other.add_nodes_from(reversed(list(graph.nodes(data=True))))
    other.add_edges_from(reversed(list(graph.edges(keys=True, data=True))))
    assert draw(graph, positions, "x") == draw(other, positions, "x")


def places_of_words(svg: bytes) -> dict[str, tuple[float, float]]:
    """Words -> where they stand, in the picture's own unit."""
    places = {}
    for text in fromstring(svg).iter(f"{SVG}text"):
        moved = text.get("transform", "").partition("translate(")[2].partition(")")[0].split()
        x, y = moved or (text.get("x"), text.get("y"))
        places["".join(text.itertext()).strip()] = (float(x), float(y))
    return places


def test_y_grows_downwards_as_on_the_screen():
    graph = nx.MultiDiGraph()
    graph.add_edge("above", "below", key="met")
    places = places_of_words(to_svg(graph, {"above": (0, 0), "below": (0, 300)}, "x"))
    assert places["above"][1] < places["below"][1]


NAMES = [
    "$x^2$ and \\frac", "</text><script>alert(1)</script>", "Zoë & “Co” <b>", "👩‍🚒 Fire", "محمد علي", "東京都知事",
    "a\x00b\x1f\ud800c", "\u202eevil", " ", "]]>", "'\"`",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("draw", [to_svg, to_png])
def test_any_name_can_be_drawn(named, name, draw):
    drawn = draw(*named(name), name)
    assert len(drawn) > 1000
    if draw is to_svg:
        assert not list(fromstring(drawn).iter(f"{SVG}script"))


def test_a_dollar_is_a_dollar(named):
    assert "$x^2$ and $y$" in words(to_svg(*named("$x^2$ and $y$"), "t"))


@settings(max_examples=25)
@given(text=st.text(alphabet=st.characters(), min_size=1))
def test_the_svg_is_sound_whatever_the_names(named, text):
    fromstring(to_svg(*named(text), text))


def test_a_party_list_too_long_for_a_line_is_broken():
    graph = nx.MultiDiGraph()
    names = [f"The Long and Winding List {i}" for i in range(9)]
    graph.add_nodes_from((name, {"name": name, "type": "person", "party": name}) for name in names)
    svg = to_svg(graph, {name: (150.0 * i, 0.0) for i, name in enumerate(names)}, "x")
    width = float(fromstring(svg).get("viewBox", "").split()[2])
    places = places_of_words(svg)
    assert max(places[name][0] for name in names) < width - 100
    assert len({places[name][1] for name in names}) > 1


@pytest.mark.parametrize("draw", [to_svg, to_png])
def test_an_empty_graph_and_a_single_node_give_a_sheet(draw):
    assert draw(nx.MultiDiGraph(), {}, "Nothing yet")
    lone = nx.MultiDiGraph()
    lone.add_node("ann-archer", name="Ann Archer", type="person", party="", statements=0)
    assert draw(lone, {"ann-archer": (5, 5)}, "One")


def test_thousands_of_edges_are_drawn():
    graph = nx.MultiDiGraph()
    for number in range(1500):
        graph.add_edge(
            f"n{number % 60}", f"n{number * 7 % 59}", key=f"r{number}", family="opposition", weight=2
        )
    places = {node: (60.0 * (i % 8), 60.0 * (i // 8)) for i, node in enumerate(sorted(graph))}
    image = pixels(to_png(graph, places, "Many"))
    assert has(image, palette.FAMILIES["opposition"].tone.light)


def test_a_node_without_a_place_is_named(graph):
    with pytest.raises(GraphError, match="no position"):
        to_svg(graph, {}, "x")


def test_many_threads_draw_the_same(graph, positions):
    drawn: list[bytes] = []
    threads = [threading.Thread(target=lambda: drawn.append(to_svg(graph, positions, "x"))) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(drawn) == 6
    assert len(set(drawn)) == 1
