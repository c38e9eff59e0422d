"""Snapshots: the same bytes for the same content, and every kind of tampering named."""

from __future__ import annotations

import io
import json
import stat
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from errors import SnapshotError
from graph import Filter, build_graph
from graph.export import FORMATS
from graph.manifest import Manifest, part_digest
from graph.snapshot import verify_snapshot, write_snapshot
from graph.snapshot_zip import open_parts
from records import Entity
from tests.graph.factory import NASTY, NASTY_NAMES, document, statement, statements

VERSIONS = {"model": "tiny 1", "extractor": "0"}
ENTITIES = {
    "ada-fenn": Entity(id="ada-fenn", name="Dame Ada Fenn", type="person", wikidata="Q0"),
    "nobody": Entity(id="nobody", name="Nobody", type="person"),
}
FOUND = [
    statement(),
    statement("Cy Holt backed Ada Fenn", document="courier-9"),
    statement("Bo Marsh criticised Di Lund", document="letter-3", negated=True),
]
DOCUMENTS = [
    document(),
    document("courier-9", text="Cy Holt backed Ada Fenn."),
    document("letter-3", text="Bo Marsh criticised Di Lund."),
]


def snapshot(found=FOUND, documents=DOCUMENTS, filter=Filter(), **more):  # noqa: B008  a frozen record
    return write_snapshot(found, documents, filter, VERSIONS, **more)


def test_manifest():
    manifest = verify_snapshot(snapshot(entities=ENTITIES, reviews=[{"action": "accept"}]))
    assert manifest.format_version == 2
    assert manifest.created == "2031-05-02"
    assert manifest.versions == VERSIONS
    assert manifest.filter == {}
    assert manifest.counts == {
        "documents": 3,
        "edges": 2,
        "entities": 1,
        "nodes": 2,
        "reports": 0,
        "reviews": 1,
        "statements": 3,
    }
    assert len(manifest.hash) == 64


def test_parts():
    parts = open_parts(snapshot(entities=ENTITIES), "snapshot")
    assert sorted(parts) == [
        "documents.jsonl",
        "entities.jsonl",
        "graph.gexf",
        "manifest.json",
        "reports.jsonl",
        "reviews.jsonl",
        "statements.jsonl",
    ]
    assert parts["graph.gexf"] == FORMATS["gexf"].write(build_graph(FOUND, entities=ENTITIES))
    assert "Ada Fenn criticised" not in parts["documents.jsonl"].decode()


def test_reports_are_counted_and_kept_by_each_outlet_that_printed():
    [first, *_] = FOUND
    printed = {first.id: {"1": "Gazette", "2": "Bell"}}
    bell = snapshot(filter=Filter(outlets={"Bell"}), reports=printed)
    assert verify_snapshot(bell).counts["statements"] == verify_snapshot(bell).counts["reports"] == 1
    graph = build_graph(FOUND, Filter(outlets={"Bell"}), reports=printed)
    assert open_parts(bell, "snapshot")["graph.gexf"] == FORMATS["gexf"].write(graph)
    assert verify_snapshot(snapshot(filter=Filter(outlets={"Bell"}))).counts["statements"] == 0


def test_a_snapshot_of_the_first_format_is_still_sound():
    parts = open_parts(snapshot(), "snapshot")
    del parts["reports.jsonl"]
    values = json.loads(parts.pop("manifest.json")) | {"format_version": 1}
    del values["hash"], values["parts"]["reports.jsonl"], values["counts"]["reports"]
    old = rezipped({**parts, "manifest.json": Manifest(**values).to_bytes()})
    assert verify_snapshot(old).counts["statements"] == 3


def test_the_texts_are_there_when_asked_for():
    parts = open_parts(snapshot(with_text=True), "snapshot")
    assert json.loads(parts["documents.jsonl"].splitlines()[1])["text"] == document().text
    verify_snapshot(snapshot(with_text=True))


def test_only_what_the_filter_keeps():
    filter = Filter(families={"support"}, centre="Cy Holt")
    manifest = verify_snapshot(snapshot(filter=filter))
    assert manifest.counts["statements"] == 1
    assert Filter.from_json(manifest.filter) == filter


def test_the_same_bytes_in_any_order():
    one = snapshot(entities=ENTITIES)
    versions = dict(reversed(VERSIONS.items()))
    other = write_snapshot(
        reversed(FOUND), reversed(DOCUMENTS), Filter(), versions, entities=dict(reversed(ENTITIES.items()))
    )
    assert one == snapshot(entities=ENTITIES) == other


def test_a_day_can_be_given():
    assert verify_snapshot(snapshot(created="2033-03-03")).created == "2033-03-03"


def test_from_a_file(tmp_path):
    path = tmp_path / "a.hustings.zip"
    path.write_bytes(snapshot())
    assert verify_snapshot(path).counts["documents"] == 3


def test_nothing_at_all():
    assert verify_snapshot(snapshot([], [])).created == ""


def test_a_statement_without_its_document_is_refused():
    with pytest.raises(SnapshotError, match="documents that are not given: courier-9, letter-3"):
        snapshot(documents=[document()])


@settings(max_examples=30)
@given(found=statements(NASTY_NAMES), text=st.booleans())
def test_what_was_written_is_sound(found, text):
    texts = [document(f"d{i}", text=f"Text {i}. {name}") for i, name in enumerate(NASTY)]
    if text:  # made-up statements have no evidence in these
        found = []
    manifest = verify_snapshot(
        snapshot(found, texts, with_text=text, reviews=[{"note": name} for name in NASTY])
    )
    assert manifest.counts["statements"] == len(found)


def rezipped(parts, method=zipfile.ZIP_STORED):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def edited(**changes):
    """A snapshot with parts replaced (None: left out) without touching the manifest; 'a_b' is part 'a.b'."""
    parts = open_parts(snapshot(with_text=True), "snapshot")
    parts |= {name.replace("_", "."): value for name, value in changes.items()}
    return rezipped({name: data for name, data in parts.items() if data is not None})


def forged(counts=None, filter=None, **changes):
    """As `edited`, by somebody who corrects the digests in the manifest too."""
    parts = open_parts(snapshot(with_text=True), "snapshot")
    parts |= {name.replace("_", "."): value for name, value in changes.items()}
    values = json.loads(parts.pop("manifest.json"))
    del values["hash"]
    values["parts"] = {name: part_digest(data) for name, data in parts.items()}
    values["counts"] |= counts or {}
    values["filter"] = filter or values["filter"]
    return rezipped({**parts, "manifest.json": Manifest(**values).to_bytes()})


def part(name, old="", new=""):
    return open_parts(snapshot(with_text=True), "snapshot")[name].replace(old.encode(), new.encode())


def manifest_with(**changes):
    values = json.loads(part("manifest.json")) | changes
    return json.dumps({name: value for name, value in values.items() if value is not None}).encode()


ONE_LINE = part("statements.jsonl").split(b"\n")[0] + b"\n"

TAMPERED = [
    (lambda: b"", "not a readable zip"),
    (lambda: b"PK\x03\x04 and no more", "not a readable zip"),
    (lambda: snapshot()[:-300], "not a readable zip"),
    (lambda: edited(manifest_json=None), "manifest.json is missing"),
    (lambda: edited(statements_jsonl=None), "statements.jsonl is missing"),
    (lambda: edited(graph_gexf=None, reviews_jsonl=None), "graph.gexf is missing; reviews.jsonl is missing"),
    (lambda: edited(reviews_jsonl=b'{"a": 1}\n'), "reviews.jsonl was altered"),
    (lambda: edited(reviews_jsonl=b'{"a": 1}\n'), "counts 0 reviews, there are 1"),
    (lambda: edited(graph_gexf=part("graph.gexf", "Ada", "Eda")), "graph.gexf was altered"),
    (lambda: edited(statements_jsonl=b"\xff\xfe"), "statements.jsonl was altered.*cannot be read"),
    (lambda: edited(readme_txt=b"hello"), "extra part 'readme.txt'"),
    (lambda: edited(readme_txt=b"", reviews_jsonl=b"{}\n"), "reviews.jsonl was altered.*extra part"),
    (lambda: edited(manifest_json=b"{"), "manifest.json is not JSON"),
    (lambda: edited(manifest_json=b"[" * 100_000), "manifest.json is not JSON"),
    (lambda: edited(manifest_json=b"[]"), "not a JSON object"),
    (lambda: edited(manifest_json=b"{}"), "names no format version"),
    (lambda: edited(manifest_json=manifest_with(format_version=3)), "format 3 is newer.*Update Hustings"),
    (lambda: edited(manifest_json=manifest_with(created="2030-01-01")), "manifest.json was altered"),
    (lambda: edited(manifest_json=manifest_with(hash=None)), "manifest.json was altered"),
    (lambda: edited(manifest_json=manifest_with(counts=None)), "missing or unknown fields"),
    (lambda: edited(manifest_json=manifest_with(mood="good")), "missing or unknown fields"),
    (lambda: edited(manifest_json=manifest_with(parts=[])), "parts of the wrong kind"),
    (lambda: forged(graph_gexf=part("graph.gexf", "Ada", "Eda")), "not the graph of the statements"),
    (lambda: forged(statements_jsonl=ONE_LINE), "counts 3 statements, there are 1"),
    (lambda: forged(counts={"edges": 7}), "counts 7 edges, there are 2"),
    (lambda: forged(filter={"families": ["support"]}), "does not keep statement"),
    (lambda: forged(filter={"colour": "red"}), "cannot be read.*unknown field 'colour'"),
    (lambda: forged(statements_jsonl=b"[1]\n"), "statements.jsonl holds something other than objects"),
    (lambda: forged(statements_jsonl=b'{"id": "x"}\n'), "cannot be read: Statement"),
    (lambda: forged(statements_jsonl=part("statements.jsonl", '"2031-05-01"', "5")), "cannot be read"),
    (
        lambda: forged(reports_jsonl=b'{"statement": "x", "reports": {}}\n'),
        "tells of statement x, which is not",
    ),
    (
        lambda: forged(reports_jsonl=json.dumps({"statement": FOUND[0].id, "reports": 5}).encode()),
        "cannot be read",
    ),
    (lambda: forged(documents_jsonl=b""), "document 'courier-9' of a statement is missing"),
    (
        lambda: forged(documents_jsonl=part("documents.jsonl", "Ada Fenn criti", "Ada Fern criti")),
        "the hash of",
    ),
    (
        lambda: forged(documents_jsonl=part("documents.jsonl", "Ada Fenn criti", "Ada Fern criti")),
        "evidence is not",
    ),
    (lambda: rezipped({"../manifest.json": b""}), "leads out of the snapshot"),
    (lambda: rezipped({"/etc/passwd": b""}), "leads out of the snapshot"),
    (lambda: rezipped({"C:\\manifest.json": b""}), "leads out of the snapshot"),
    (lambda: rezipped({f"{i}": b"" for i in range(101)}), "101 parts are more"),
    (
        lambda: rezipped({"statements.jsonl": bytes(2**24)}, zipfile.ZIP_DEFLATED),
        "would unpack to 16,777,216",
    ),
    (lambda: rezipped({"statements.jsonl": b"a" * 99}, zipfile.ZIP_LZMA), "packed by unknown methods"),
]


@pytest.mark.parametrize(("tampered", "words"), TAMPERED, ids=[words for _, words in TAMPERED])
def test_tampering_is_named(tampered, words):
    with pytest.raises(SnapshotError, match=words):
        verify_snapshot(tampered())


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_part_twice():
    buffer = io.BytesIO(snapshot())
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("reviews.jsonl", b"")
    with pytest.raises(SnapshotError, match=r"part 'reviews\.jsonl' is there 2 times"):
        verify_snapshot(buffer.getvalue())


def test_packed_again_by_another_program_it_is_still_the_same_snapshot():
    parts = open_parts(snapshot(), "snapshot")
    assert verify_snapshot(rezipped(parts, zipfile.ZIP_DEFLATED)) == verify_snapshot(snapshot())


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(SnapshotError, match=r"nowhere\.zip: cannot be read: No such file"):
        verify_snapshot(tmp_path / "nowhere.zip")


def test_a_folder(tmp_path):
    with pytest.raises(SnapshotError, match="cannot be read"):
        verify_snapshot(tmp_path)


@settings(max_examples=150)
@given(st.data())
def test_any_damaged_byte_is_an_error_of_ours_or_harmless(data):
    whole = snapshot()
    place = data.draw(st.integers(0, len(whole) - 1))
    damaged = whole[:place] + bytes([data.draw(st.integers(0, 255))]) + whole[place + 1 :]
    try:
        manifest = verify_snapshot(damaged)
    except SnapshotError:
        return
    assert manifest == verify_snapshot(whole)  # a byte of the zip itself that nobody reads: a date, a flag


def test_parts_are_readable_files():
    with zipfile.ZipFile(io.BytesIO(snapshot())) as archive:
        assert all(stat.S_IMODE(info.external_attr >> 16) == 0o644 for info in archive.infolist())
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
