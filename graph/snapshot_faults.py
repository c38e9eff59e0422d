"""What does not fit in a snapshot: compares what it says with what it holds."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from errors import HustingsError, RecordError
from graph.build import build_graph
from graph.export.gexf import to_gexf
from graph.filters import Filter
from graph.manifest import MANIFEST, Manifest, part_digest
from records import Document, Entity, Statement, check_statement

Rows = list[dict[str, Any]]


def faults(manifest: Manifest, parts: Mapping[str, bytes]) -> list[str]:
    """Every fault, one text each; the contents are compared if no part is missing."""
    found = list(_part_faults(manifest, parts))
    if not parts.keys() >= set(manifest.names):
        return found
    try:
        return found + list(_content_faults(manifest, parts))
    except (HustingsError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        return [*found, f"the records cannot be read: {error}"]


def _part_faults(manifest: Manifest, parts: Mapping[str, bytes]) -> Iterator[str]:
    for name in manifest.names:
        if name not in manifest.parts:
            yield f"the manifest does not name {name}"
        elif name not in parts:
            yield f"{name} is missing"
        elif part_digest(parts[name]) != manifest.parts[name]:
            yield f"{name} was altered: its SHA-256 differs"
    for name in sorted(parts.keys() - {MANIFEST, *manifest.names}):
        yield f"extra part {name!r}"
    for name in sorted(manifest.parts.keys() - set(manifest.names)):
        yield f"the manifest names an unknown part {name!r}"


def _content_faults(manifest: Manifest, parts: Mapping[str, bytes]) -> Iterator[str]:
    rows = {name: _rows(name, parts[name]) for name in manifest.names if name.endswith(".jsonl")}
    statements = [Statement.from_json(row) for row in rows["statements.jsonl"]]
    entities = {row["id"]: Entity.from_json(row) for row in rows["entities.jsonl"]}
    filter = Filter.from_json(manifest.filter)
    reports = {row["statement"]: row["reports"] for row in rows.get("reports.jsonl", ())}
    graph = build_graph(statements, filter, entities, reports)
    counts = {name.removesuffix(".jsonl"): len(lines) for name, lines in rows.items()}
    counts |= {"nodes": graph.number_of_nodes(), "edges": graph.number_of_edges()}
    yield from _count_faults(manifest.counts, counts)
    for statement in statements:
        if not filter.keeps(statement, reports.get(statement.id, {}).values()):
            yield f"the filter does not keep statement {statement.id}"
    for id in sorted(reports.keys() - {statement.id for statement in statements}):
        yield f"reports.jsonl tells of statement {id}, which is not there"
    yield from _document_faults(statements, rows["documents.jsonl"])
    if to_gexf(graph) != parts["graph.gexf"]:
        yield "graph.gexf is not the graph of the statements and the filter"


def _rows(name: str, data: bytes) -> Rows:
    rows = [json.loads(line) for line in data.decode().split("\n") if line]
    if not all(isinstance(row, dict) for row in rows):
        raise ValueError(f"{name} holds something other than objects")
    return rows


def _count_faults(said: Mapping[str, int], counted: Mapping[str, int]) -> Iterator[str]:
    for name in sorted(said.keys() | counted.keys()):
        if said.get(name) != counted.get(name):
            yield f"the manifest counts {said.get(name)} {name}, there are {counted.get(name)}"


def _document_faults(statements: list[Statement], rows: Rows) -> Iterator[str]:
    """Statements without a document; texts that are not what the hash or a statement's evidence says."""
    known = {row["id"]: row for row in rows}
    for id in sorted({statement.document for statement in statements} - known.keys()):
        yield f"document {id!r} of a statement is missing"
    texts = {id: _document(row) for id, row in known.items() if "text" in row}
    for id, document in texts.items():
        if document.hash != known[id].get("hash"):
            yield f"the hash of document {id!r} is not that of its text"
    for statement in statements:
        if statement.document in texts:
            yield from _evidence_faults(statement, texts[statement.document])


def _evidence_faults(statement: Statement, document: Document) -> Iterator[str]:
    try:
        check_statement(statement, document)
    except RecordError as error:
        yield str(error)


def _document(row: Mapping[str, Any]) -> Document:
    return Document.from_json({key: value for key, value in row.items() if key != "hash"})
