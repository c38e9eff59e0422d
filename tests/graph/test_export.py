"""Every format: read back by an independent reader, the whole graph compared."""

from __future__ import annotations

import csv
import html
import io
import json
import re
import zipfile

import defusedxml.ElementTree
import networkx as nx
import pytest
from hypothesis import given

from errors import GraphError
from graph import build_graph
from graph.export import FORMATS
from records import Entity
from tests.graph.factory import NASTY, NASTY_NAMES, feud, statement, statements
from tests.graph.readers import READERS, picture

XML = ("gexf", "graphml")
FLAT = (*XML, "csv")  # formats that hold no control characters


def as_read(key):
    """What a text becomes in this format: written down here anew, so that the writer is not its own judge."""

    def text(value):
        value = "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in value)
        if key in FLAT:
            value = re.sub("\r\n?", "\n", value)
            value = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "", value)
        return value

    return text


def small():
    entity = Entity(id="ada-fenn", name="Ada Fenn", type="person", wikidata="Q0")
    found = [
        statement(id="1"),
        statement(id="2", date=None, document="courier-2"),
        statement("Ada Fenn attacked Cy Holt"),
        statement("Cy Holt backed Ada Fenn"),
        statement("Reed called for a new bridge"),
        statement("Bo Marsh criticised Bo Marsh"),
    ]
    return build_graph(found, entities={"ada-fenn": entity})


@pytest.mark.parametrize("key", FORMATS)
def test_the_whole_graph_comes_back(key):
    assert READERS[key](FORMATS[key].write(small())) == picture(small())


@pytest.mark.parametrize("key", FORMATS)
def test_an_empty_graph(key):
    assert READERS[key](FORMATS[key].write(nx.MultiDiGraph())) == ({}, {})


@pytest.mark.parametrize("key", FORMATS)
@pytest.mark.parametrize("name", NASTY)
def test_nasty_names_come_back(key, name):
    graph = build_graph([statement(actor=name, outlet=name)])
    assert READERS[key](FORMATS[key].write(graph)) == picture(graph, as_read(key))


@pytest.mark.parametrize("key", FORMATS)
@given(found=statements(NASTY_NAMES))
def test_any_graph_comes_back(key, found):
    graph = build_graph(found)
    assert READERS[key](FORMATS[key].write(graph)) == picture(graph, as_read(key))


@pytest.mark.parametrize("key", FORMATS)
def test_nasty_ids_come_back(key):
    graph = build_graph([statement(actor_id=f"{i} {name}", id=name) for i, name in enumerate(NASTY)])
    assert READERS[key](FORMATS[key].write(graph)) == picture(graph, as_read(key))


@pytest.mark.parametrize("key", FORMATS)
def test_bytes_do_not_depend_on_the_order_of_nodes_edges_and_attributes(key):
    graph = small()
    backwards = nx.MultiDiGraph()
    for node, data in reversed(list(graph.nodes(data=True))):
        backwards.add_node(node, **dict(reversed(data.items())))
    for actor, target, relation, data in reversed(list(graph.edges(keys=True, data=True))):
        backwards.add_edge(actor, target, key=relation, **dict(reversed(data.items())))
    assert FORMATS[key].write(graph) == FORMATS[key].write(graph) == FORMATS[key].write(backwards)


@pytest.mark.parametrize("key", FORMATS)
def test_the_graph_is_not_changed(key):
    graph = small()
    FORMATS[key].write(graph)
    assert picture(graph) == picture(small())


@pytest.mark.parametrize("key", [key for key in FORMATS if key != "csv"])  # tables have no place for it
def test_the_file_says_which_statements_it_keeps(key):
    graph = small()
    graph.graph["kept"] = "Statements by <Ada> & Bo."
    written = FORMATS[key].write(graph)
    assert "Statements by <Ada> & Bo." in html.unescape(written.decode())
    assert READERS[key](written) == picture(small())


@pytest.mark.parametrize("key", XML)
def test_xml_opens_with_a_careful_parser_and_holds_no_date(key):
    graph = build_graph([statement(actor=name, actor_id=f"a{i}") for i, name in enumerate(NASTY)])
    data = FORMATS[key].write(graph)
    root = defusedxml.ElementTree.fromstring(data, forbid_dtd=True)
    assert "lastmodifieddate" not in str([element.attrib for element in root.iter()])
    assert b"<script>" not in data


def test_measures_beside_the_attributes_are_written():
    graph = feud("A backed B")
    nx.set_node_attributes(graph, {"a": 1, "b": 0.5}, "pagerank")
    nx.set_node_attributes(graph, {"a": True, "b": False}, "reviewed")
    for key, read in (("gexf", nx.read_gexf), ("graphml", nx.read_graphml)):
        nodes = read(io.BytesIO(FORMATS[key].write(graph))).nodes
        assert [nodes[node]["pagerank"] for node in "ab"] == [1.0, 0.5]
        assert [nodes[node]["reviewed"] for node in "ab"] == [True, False]


@pytest.mark.parametrize("value", [None, {"a": 1}, float("nan"), float("inf")])
@pytest.mark.parametrize("key", FORMATS)
def test_values_that_are_not_plain_are_refused(key, value):
    graph = feud("A backed B")
    graph.nodes["a"]["odd"] = value
    with pytest.raises(GraphError, match="attribute 'odd'"):
        FORMATS[key].write(graph)


@pytest.mark.parametrize("key", FLAT)
def test_ids_that_would_become_one_are_refused(key):
    graph = build_graph([statement(actor_id="x\x01"), statement(actor_id="x\x02")])
    with pytest.raises(GraphError, match="two ids differ only"):
        FORMATS[key].write(graph)


HEADERS = {
    "nodes.csv": "Id,Label,type,party,statements,wikidata",
    "edges.csv": "Source,Target,Type,Id,Label,Weight,family,polarity,reports,outlets,first,last,statement_ids",
}


@pytest.mark.parametrize("name", HEADERS)
def test_csv_has_the_headers_of_gephi(name):
    with zipfile.ZipFile(io.BytesIO(FORMATS["csv"].write(small()))) as archive:
        assert archive.read(name).decode().split("\r\n")[0] == HEADERS[name]


@given(found=statements(NASTY_NAMES))
def test_no_cell_of_a_csv_starts_like_a_formula(found):
    with zipfile.ZipFile(io.BytesIO(FORMATS["csv"].write(build_graph(found)))) as archive:
        cells = [
            cell
            for name in archive.namelist()
            for row in csv.reader(io.StringIO(archive.read(name).decode(), newline=""))
            for cell in row
        ]
    assert not [
        cell for cell in cells if re.match(r"[=+\-@\t\r\n]", cell) and not re.fullmatch(r"-?\d+", cell)
    ]


def test_json_has_no_edge_attribute_that_networkx_overwrites():
    edge = json.loads(FORMATS["json"].write(feud("A backed B")))["edges"][0]
    assert (edge["source"], edge["target"], edge["key"]) == ("a", "b", "backed")


GOLDEN = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3">
 <meta>
  <creator>Hustings</creator>
 </meta>
 <graph defaultedgetype="directed" mode="static">
  <attributes class="node" mode="static">
   <attribute id="name" title="name" type="string" />
   <attribute id="type" title="type" type="string" />
   <attribute id="party" title="party" type="string" />
   <attribute id="statements" title="statements" type="long" />
  </attributes>
  <attributes class="edge" mode="static">
   <attribute id="networkx_key" title="networkx_key" type="string" />
   <attribute id="relation" title="relation" type="string" />
   <attribute id="family" title="family" type="string" />
   <attribute id="polarity" title="polarity" type="long" />
   <attribute id="reports" title="reports" type="long" />
   <attribute id="outlets" title="outlets" type="long" />
   <attribute id="first" title="first" type="string" />
   <attribute id="last" title="last" type="string" />
   <attribute id="statement_ids" title="statement_ids" type="string" />
  </attributes>
  <nodes>
   <node id="ada-fenn" label="Ada Fenn">
    <attvalues>
     <attvalue for="name" value="Ada Fenn" />
     <attvalue for="type" value="person" />
     <attvalue for="party" value="Reed" />
     <attvalue for="statements" value="1" />
    </attvalues>
   </node>
   <node id="cy-holt" label="Cy Holt">
    <attvalues>
     <attvalue for="name" value="Cy Holt" />
     <attvalue for="type" value="person" />
     <attvalue for="party" value="Moor" />
     <attvalue for="statements" value="1" />
    </attvalues>
   </node>
  </nodes>
  <edges>
   <edge id="ada-fenn|criticised|cy-holt" source="ada-fenn" target="cy-holt" label="criticised" weight="1">
    <attvalues>
     <attvalue for="networkx_key" value="criticised" />
     <attvalue for="relation" value="criticised" />
     <attvalue for="family" value="opposition" />
     <attvalue for="polarity" value="-1" />
     <attvalue for="reports" value="1" />
     <attvalue for="outlets" value="1" />
     <attvalue for="first" value="2031-05-01" />
     <attvalue for="last" value="2031-05-01" />
     <attvalue for="statement_ids" value="[&quot;s&quot;]" />
    </attvalues>
   </edge>
  </edges>
 </graph>
</gexf>
"""


def test_gexf_to_the_letter():
    assert FORMATS["gexf"].write(build_graph([statement(id="s")])).decode() == GOLDEN
