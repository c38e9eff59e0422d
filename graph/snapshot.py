"""Snapshots: one zip that says what was in view and proves it, the same bytes for the same content."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from errors import SnapshotError
from graph.build import Reports, build_graph
from graph.export.formats import as_zip
from graph.export.gexf import to_gexf
from graph.filters import Filter
from graph.manifest import FORMAT_VERSION, MANIFEST, PARTS, Manifest, part_digest
from graph.snapshot_faults import faults
from graph.snapshot_zip import open_parts
from records import Document, Entity, Statement, checked_date

SUFFIX = ".hustings.zip"


def write_snapshot(
    statements: Iterable[Statement],
    documents: Iterable[Document],
    filter: Filter,
    versions: Mapping[str, str],
    reviews: Iterable[Mapping[str, Any]] = (),
    entities: Mapping[str, Entity] | None = None,
    with_text: bool = False,
    reports: Reports | None = None,
    created: str | None = None,
) -> bytes:
    """The snapshot of what the filter keeps.

    Args:
        statements: Those the filter does not keep are left out; those that make no edge are kept.
        documents: All that were read, whether or not they hold a statement; each document of a statement.
        filter: What is in view; kept in the manifest.
        versions: Of extractor, model, lexicon, knowledge.
        reviews: Entries of the review journal, JSON types.
        entities: Entity id -> entity; those in the graph are kept, so that it can be built again.
        with_text: Whether the documents' texts are included: they may be other people's property.
        reports: Where statements were published, as `build_graph` takes it.
        created: An ISO day; by default that of the latest document, since bytes must not hang on the clock.

    Raises:
        SnapshotError: If a statement's document is missing.
        InputError: If `created` is not a day.
    """
    printed = reports or {}
    in_view = (s for s in statements if filter.keeps(s, printed.get(s.id, {}).values()))
    kept = sorted(in_view, key=lambda s: (s.document, s.start, s.id))
    several = {s.id: dict(printed[s.id]) for s in kept if s.id in printed}
    corpus = sorted(documents, key=lambda document: document.id)
    _check_documents(kept, corpus)
    graph = build_graph(kept, filter, entities, several)
    named = [entities[node] for node in graph if node in entities] if entities else []
    journal = [dict(review) for review in reviews]
    parts = {
        "statements.jsonl": _lines(statement.to_json() for statement in kept),
        "documents.jsonl": _lines(_document(document, with_text) for document in corpus),
        "entities.jsonl": _lines(entity.to_json() for entity in sorted(named, key=lambda entity: entity.id)),
        "reports.jsonl": _lines({"statement": id, "reports": several[id]} for id in sorted(several)),
        "reviews.jsonl": _lines(journal),
        "graph.gexf": to_gexf(graph),
    }
    manifest = Manifest(
        format_version=FORMAT_VERSION,
        created=checked_date(created, "created")
        or max((document.date or "" for document in corpus), default=""),
        versions=dict(versions),
        filter=filter.to_json(),
        counts={
            "statements": len(kept),
            "documents": len(corpus),
            "entities": len(named),
            "reports": len(several),
            "reviews": len(journal),
            "nodes": graph.number_of_nodes(),
            "edges": graph.number_of_edges(),
        },
        parts={name: part_digest(parts[name]) for name in PARTS[FORMAT_VERSION]},
    )
    return as_zip({MANIFEST: manifest.to_bytes(), **parts})


def verify_snapshot(snapshot: bytes | Path) -> Manifest:
    """The manifest of a snapshot in which everything fits, the graph being built anew for it.

    Raises:
        SnapshotError: Naming every fault; or the one that ends the search: no zip, dangerous, a newer format.
    """
    name = str(snapshot) if isinstance(snapshot, Path) else "snapshot"
    parts = open_parts(snapshot, name)
    if MANIFEST not in parts:
        raise SnapshotError(
            f"{MANIFEST} is missing", where=name, mend="Take a file that Hustings has written"
        )
    manifest = Manifest.from_bytes(parts[MANIFEST], name)
    if found := faults(manifest, parts):
        raise SnapshotError(
            "; ".join(found), where=name, mend="Get the file again from where it was published"
        )
    return manifest


def _check_documents(statements: Iterable[Statement], documents: Iterable[Document]) -> None:
    if missing := sorted({s.document for s in statements} - {document.id for document in documents}):
        raise SnapshotError(
            f"statements refer to documents that are not given: {', '.join(missing[:5])}",
            where="snapshot",
            mend="Give every document that a statement comes from",
        )


def _document(document: Document, with_text: bool) -> dict[str, Any]:
    data = document.to_json() | {"hash": document.hash}
    if not with_text:
        del data["text"]
    return data


def _lines(records: Iterable[Mapping[str, Any]]) -> bytes:
    """JSON lines, keys sorted; ASCII only, so that no text can break a line or the encoding."""
    return "".join(f"{json.dumps(record, sort_keys=True)}\n" for record in records).encode()
