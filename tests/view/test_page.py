from __future__ import annotations

import json

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from errors import GraphError
from view.labels import plain
from view.page import to_html

HOSTILE = [
    "<script>alert(1)</script>", "</script><script>alert(1)</script>", "<!--<script>", "<img src=x onerror=alert(1)>",
    '<a href="javascript:alert(1)">href</a>', "\"'><svg onload=alert(1)>", "{{ 7 * 7 }}{% raw %}", "&lt;b&gt; &amp;",
    "]]>", "`${alert(1)}`", "\u2028\u2029", "__proto__",
]  # fmt: skip


def data_of(page: html.HtmlElement, id_: str) -> dict:
    return json.loads(page.get_element_by_id(id_).text)


def test_the_page_shows_title_caption_legend_and_every_link(graph, positions):
    page = html.fromstring(to_html(graph, positions, "The quay affair").decode())
    assert page.findtext(".//title") == page.findtext(".//h1") == "The quay affair"
    assert "9 nodes, 9 links from 21 statements" in page.find_class("caption")[0].text_content()
    rows = [[cell.text_content() for cell in row] for row in page.findall(".//tbody/tr")]
    assert ["Ann Archer", "criticised", "Bob Barker", "4", "2025-01-05", "2025-02-01"] in rows
    assert len(rows) == graph.number_of_edges()
    assert [item.text_content() for item in page.find_class("legend")[0]][:2] == ["supports", "opposes"]


def test_the_page_carries_both_palettes(graph, positions):
    page = html.fromstring(to_html(graph, positions, "x").decode())
    light, dark = data_of(page, "graph-data"), data_of(page, "dark-data")
    assert [node["id"] for node in light["nodes"]] == [node["id"] for node in dark["nodes"]] == sorted(graph)
    assert light["options"]["physics"] == {"enabled": False}


def test_nothing_in_the_page_is_loaded_from_anywhere(graph, positions):
    page = html.fromstring(to_html(graph, positions, "x").decode())
    for element in page.iter():
        for name in ("src", "href", "action", "data", "poster", "srcset"):
            if value := element.get(name):
                assert value.startswith("data:image/svg+xml,"), (element.tag, name)
    policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert policy.startswith("default-src 'none'; script-src 'sha256-")


def test_the_same_bytes_whatever_the_order(graph, positions):
    other = nx.MultiDiGraph()
    other.add_nodes_from(reversed(list(graph.nodes(data=True))))
    other.add_edges_from(reversed(list(graph.edges(keys=True, data=True))))
    assert to_html(graph, positions, "x") == to_html(other, positions, "x")


def check_inert(page_bytes: bytes, text: str) -> None:
    """An independent parser finds no element that the empty page lacks, and the text as it was."""
    page = html.fromstring(page_bytes.decode())
    assert len(page.findall(".//script")) == 4
    assert not [
        e for e in page.iter() if isinstance(e.tag, str) and any(name.startswith("on") for name in e.attrib)
    ]
    assert {e.tag for e in page.find(".//main").iter()} == {"main", "div", "section"}
    assert {e.tag for e in page.find(".//table").iter()} == {"table", "thead", "tbody", "tr", "th", "td"}
    shown = plain(text)
    assert " ".join((page.findtext(".//h1") or "").split()) == " ".join(shown.split())
    assert (page.findtext(".//tbody/tr/td") or "") == shown
    titles = {node["title"].split("\n")[0] for node in data_of(page, "graph-data")["nodes"]}
    assert titles == {shown.replace("href", "h\u2060ref")} or not shown


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_names_are_inert(named, text):
    check_inert(to_html(*named(text), text), text)


@settings(max_examples=40)
@given(text=st.text(alphabet=st.characters()))
def test_any_name_is_inert(named, text):
    check_inert(to_html(*named(text), text), text)


def test_a_page_of_too_many_nodes_says_so(graph, positions):
    page = to_html(graph, positions, "x", limit=4).decode()
    assert "The 4 most named of 9 nodes" in page
    assert "Westhaven" not in page


def test_an_empty_graph_gives_a_page():
    assert b"No statement to draw." in to_html(nx.MultiDiGraph(), {}, "Nothing yet")


def test_a_node_without_a_place_is_named(graph):
    with pytest.raises(GraphError, match="no position"):
        to_html(graph, {}, "x")
