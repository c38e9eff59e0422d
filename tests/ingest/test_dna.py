"""Files of the Discourse Network Analyzer: what comes out, what is told of, what is refused."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from errors import InputError
from ingest import Failure, dna_file, read_bytes, read_source
from records import Reading, check_statement
from tests.ingest.dna_sample import DAY, TEXT, DnaFile

TAX = "The harbour tax is needed."
SAMPLE = Path(__file__).parents[3] / "shared" / "bench" / "dna" / "sample.dna"


@pytest.fixture
def dna(tmp_path) -> DnaFile:
    return DnaFile(tmp_path / "file.dna")


def readings(file: DnaFile | Path) -> list[Reading]:
    return list(read_source(str(file if isinstance(file, Path) else file.path)))


def test_a_document_with_its_facts(dna):
    dna.document(
        title="Harbour", Source="Gazette", Author="Uwe", Section="Local", Type="", Notes="from the\narchive"
    )
    [reading] = readings(dna)
    document = reading.document
    assert (document.id, document.text, document.title, document.outlet) == (
        "file-1",
        TEXT,
        "Harbour",
        "Gazette",
    )
    assert (document.date, document.source) == (
        "2022-01-08",
        "Author: Uwe; Section: Local; Notes: from the archive",
    )


@pytest.mark.parametrize(
    "date, day", [(0, "1970-01-01"), (-DAY, "1969-12-31"), (DAY - 1, "1970-01-01"), (10**18, None)]
)
def test_dates_are_days_in_utc_and_unknown_where_no_calendar_has_them(dna, date, day):
    dna.document(date=date)
    assert readings(dna)[0].document.date == day


def test_a_statement_of_a_person(dna):
    dna.code(dna.document(), 0, 49, person="Marta Quill", organization="Reed Union", concept=TAX, agreement=1)
    [reading] = readings(dna)
    [statement] = reading.statements
    check_statement(statement, reading.document)
    said = (statement.actor, statement.actor_type, statement.relation, statement.polarity, statement.target)
    assert said == ("Marta Quill", "person", "backed", 1, TAX)
    assert statement.evidence == "Marta Quill said the harbour tax was a fine idea."
    assert (statement.actor_span, statement.cue_span, statement.target_span) == ((0, 11), (0, 49), (0, 0))
    assert (statement.method, statement.status, statement.target_type) == (
        "import:dna:Ines",
        "accepted",
        "issue",
    )
    assert {entity.id: entity.roles for entity in reading.entities} == {
        "marta-quill": ("Reed Union",),
        "issue--the-harbour-tax-is-needed": (),
    }


def test_without_a_person_the_organization_speaks(dna):
    dna.code(dna.document(), 50, 87, coder=2, person="", organization="Port Guild", concept=TAX, agreement=0)
    [statement] = readings(dna)[0].statements
    assert (statement.actor, statement.actor_type, statement.relation) == (
        "Port Guild",
        "organization",
        "opposed",
    )
    assert statement.method == "import:dna:Otto"


def test_attributes_describe_their_entities(dna):
    dna.code(dna.document(), 0, 49, person="Marta Quill", organization="", concept=TAX, agreement=1)
    dna.attribute(
        "person",
        "Marta Quill",
        Type="NGO",
        Alias="M. Quill; Quill",
        Party="Reed",
        Notes="private",
        Seat="Tidewater",
    )
    reading = readings(dna)[0]
    person = reading.entities[0]
    assert (person.roles, person.other_names, person.party) == (
        ("NGO", "seat: Tidewater"),
        ("M. Quill", "Quill"),
        "Reed",
    )
    assert reading.statements[0].actor_party == "Reed"


def test_names_of_two_types_stay_two_entities(dna):
    document = dna.document()
    dna.code(document, 0, 49, person="Reed", organization="", concept=TAX, agreement=1)
    dna.code(document, 50, 87, person="", organization="Reed", concept="Reed", agreement=1)
    assert [e.id for e in readings(dna)[0].entities] == [
        "reed",
        "issue--the-harbour-tax-is-needed",
        "organization--reed",
        "issue--reed",
    ]


def test_ids_are_the_same_each_time_and_different_for_two_coders(dna):
    document = dna.document()
    for coder in (1, 2):
        dna.code(
            document, 0, 49, coder=coder, person="Marta Quill", organization="", concept=TAX, agreement=1
        )
    assert readings(dna) == readings(dna)
    assert len({statement.id for statement in readings(dna)[0].statements}) == 2


TYPES = [
    ({"speaker": "short text", "Issue": "short text", "position": "integer"}, {"speaker": "Marta Quill", "Issue": TAX, "position": -2}, "Marta Quill opposed"),
    ({"actor": "short text", "claim": "short text", "agree": "integer"}, {"actor": "Marta Quill", "claim": TAX, "agree": 1}, "Marta Quill backed"),
    ({"party": "short text", "concept": "short text", "agreement": "boolean"}, {"party": "Reed", "concept": TAX, "agreement": 1}, "Reed backed"),
]  # fmt: skip


@pytest.mark.parametrize("variables, values, said", TYPES)
def test_variables_may_be_called_otherwise(tmp_path, variables, values, said):
    dna = DnaFile(tmp_path / "own.dna", types={"Own": variables})
    dna.code(dna.document(), 0, 49, **values)
    [statement] = readings(dna)[0].statements
    assert f"{statement.actor} {statement.relation}" == said


LEFT_OUT = [
    ({"kind": 2, "note": "To be checked"}, "left out, because it has no actor: Annotation at 0-49 by Ines: note = To be checked"),
    ({"person": "", "organization": "", "concept": TAX, "agreement": 1}, "no actor"),
    ({"person": "Marta Quill", "concept": "", "agreement": 1}, "no concept: DNA Statement at 0-49 by Ines: person = Marta Quill; agreement = 1"),
    ({"person": "Marta Quill", "concept": TAX}, "does not say whether the actor agrees"),
    ({"person": "Marta Quill", "concept": TAX, "agreement": "maybe"}, "does not say whether the actor agrees"),
]  # fmt: skip


@pytest.mark.parametrize("values, remark", LEFT_OUT)
def test_what_is_no_statement_of_ours_is_told_of(dna, values, remark):
    dna.code(dna.document(), 0, 49, **values)
    [reading] = readings(dna)
    assert reading.statements == ()
    assert len(reading.remarks) == 1 and remark in reading.remarks[0]


def test_a_stance_of_zero_is_no_stance(tmp_path):
    dna = DnaFile(
        tmp_path / "own.dna",
        types={"Own": {"actor": "short text", "concept": "short text", "agreement": "integer"}},
    )
    dna.code(dna.document(), 0, 49, actor="Marta Quill", concept=TAX, agreement=0)
    assert "neither agrees nor disagrees" in readings(dna)[0].remarks[0]


def test_a_passage_outside_the_text_is_told_of_and_the_others_are_kept(dna):
    document = dna.document()
    dna.code(document, 0, 9_999, person="Marta Quill", concept=TAX, agreement=1)
    dna.code(document, 0, 49, person="Marta Quill", concept=TAX, agreement=1)
    [reading] = readings(dna)
    assert len(reading.statements) == 1
    assert "its characters are not in the text" in reading.remarks[0]


def test_passages_are_found_again_in_a_text_that_had_to_be_cleaned(dna):
    raw = "Sia\u0302n\r\nspoke.\u200b Marta Quill agreed.\r\n Marta Quill agreed.\r\n"
    document = dna.document(raw)
    starts = [raw.index("Marta"), raw.rindex("Marta")]
    for start in starts:
        dna.code(document, start, start + 19, person="Marta Quill", concept=TAX, agreement=1)
    [reading] = readings(dna)
    assert reading.document.text == "Siân\nspoke. Marta Quill agreed.\n Marta Quill agreed.\n"
    assert [s.start for s in reading.statements] == [12, 33]
    assert {s.evidence for s in reading.statements} == {"Marta Quill agreed."}


def test_one_document_that_cannot_be_read_does_not_stop_the_others(dna):
    dna.document("  ")
    dna.document(TEXT)
    dna.document(TEXT)
    empty, good, twice = read_source(str(dna.path))
    assert isinstance(good, Reading)
    assert isinstance(empty, Failure) and "document 1: it is empty" in str(empty.error)
    assert isinstance(twice, Failure) and "document 3: its text stands in the file already" in str(
        twice.error
    )


def test_two_files_of_one_name_keep_their_documents_apart(tmp_path):
    for folder, text in (("a", TEXT), ("b", f"{TEXT} So it was said.")):
        (tmp_path / folder).mkdir()
        dna = DnaFile(tmp_path / folder / "file.dna")
        dna.code(dna.document(text), 0, 49, person="Marta Quill", concept=TAX, agreement=1)
    first, second = readings(tmp_path)
    assert first.document.id == "file-1" and second.document.id.startswith("file-1-")
    assert {s.document for s in second.statements} == {second.document.id}
    assert first.statements[0].id != second.statements[0].id


def test_a_file_is_known_by_its_content(dna):
    dna.document()
    other = dna.path.rename(dna.path.with_suffix(".txt"))
    assert [reading.document.id for reading in readings(other)] == ["file-1"]


def nothing(path: Path) -> None:
    path.write_bytes(b"")


def words(path: Path) -> None:
    path.write_bytes(b"no database at all")


def broken(path: Path) -> None:
    """The header of a database, and behind it nothing that fits."""
    path.write_bytes(b"SQLite format 3\x00" + b"x" * 4_000)


def other_program(path: Path) -> None:
    sqlite3.connect(path).execute("CREATE TABLE documents (id)").connection.commit()


def old_version(path: Path) -> None:
    DnaFile(path, version="2.0.4")


def endless_view(path: Path) -> None:
    """A view in the place of a table, which would count for ever."""
    file = DnaFile(path)
    file.run("DROP TABLE STATEMENTS")
    file.run(
        "CREATE VIEW STATEMENTS AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n"
    )


def lacks_column(path: Path) -> None:
    DnaFile(path).run("ALTER TABLE DOCUMENTS DROP COLUMN Text")


def great_value(path: Path) -> None:
    """A column that is made up of hundreds of megabytes as it is read."""
    file = DnaFile(path)
    file.document()
    file.run("DROP TABLE STATEMENTTYPES")
    file.run("CREATE TABLE STATEMENTTYPES(ID INTEGER PRIMARY KEY)")
    file.run("INSERT INTO STATEMENTTYPES VALUES (1)")
    file.run("ALTER TABLE STATEMENTTYPES ADD COLUMN Label TEXT AS (hex(zeroblob(400000000))) VIRTUAL")


HOSTILE = [
    (nothing, "it is no file of the Discourse"),
    (words, "it is no file of the Discourse"),
    (broken, "cannot be read"),
    (other_program, "not one of the Discourse Network Analyzer"),
    (old_version, "version 2.0.4 of DNA"),
    (endless_view, "no table STATEMENTS"),
    (lacks_column, "cannot be read"),
    (great_value, "cannot be read"),
]


@pytest.mark.parametrize("make, message", HOSTILE, ids=[make.__name__ for make, _ in HOSTILE])
def test_a_file_that_is_none_gets_one_clear_message(tmp_path, make, message):
    path = tmp_path / "bad.dna"
    make(path)
    [failure] = read_source(str(path))
    assert isinstance(failure, Failure) and isinstance(failure.error, InputError)
    assert failure.error.where == str(path) and failure.error.mend
    with pytest.raises(InputError, match=message):
        raise failure.error


def test_a_file_cut_short_never_ends_in_a_traceback(dna):
    for number in range(40):
        dna.code(dna.document(f"{TEXT} {number}"), 0, 49, person="Marta Quill", concept=TAX, agreement=1)
    whole = dna.path.read_bytes()
    for length in range(0, len(whole), len(whole) // 25):
        dna.path.write_bytes(whole[:length])
        assert all(isinstance(item, Reading | Failure) for item in read_source(str(dna.path)))


def test_a_huge_file_is_refused(dna, monkeypatch):
    dna.document("long " * 10_000)
    monkeypatch.setattr(dna_file, "LARGEST", 40_000)
    [failure] = read_source(str(dna.path))
    assert "larger than" in str(failure.error)


def test_a_query_that_never_ends_is_stopped(dna, monkeypatch):
    for number in range(2_000):
        dna.connection.execute(
            "INSERT INTO DOCUMENTS (Title, Text, Date) VALUES ('', ?, 0)", (f"{TEXT} {number}",)
        )
    dna.connection.commit()
    monkeypatch.setattr(dna_file, "SECONDS", -1)
    monkeypatch.setattr(dna_file, "STEPS", 10)
    [failure] = read_source(str(dna.path))
    assert "takes longer" in str(failure.error)


def test_an_upload_of_documents_alone_says_how_to_add_it(dna):
    dna.document()
    with pytest.raises(InputError, match="hustings add"):
        read_bytes("file.dna", dna.path.read_bytes())


@pytest.mark.skipif(
    not SAMPLE.exists(), reason="needs ../shared/bench/dna/sample.dna, the sample of DNA's authors"
)
def test_the_sample_of_dnas_authors():
    found = readings(SAMPLE)
    statements = [statement for reading in found for statement in reading.statements]
    for reading in found:
        for statement in reading.statements:
            check_statement(statement, reading.document)
    assert (len(found), len(statements), [len(r.remarks) for r in found]) == (7, 40, [1, 0, 0, 0, 0, 0, 0])
    assert {statement.method for statement in statements} == {"import:dna:Coder 1"}
    assert "by Coder 2: note = This is a note." in found[0].remarks[0]
