"""What bad input gets (DESIGN section 6): one message with what, where and mend; the others go on."""

from __future__ import annotations

import errno
import io
import os
import re
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from errors import InputError
from ingest import READERS, Failure, read_bytes, read_source
from tests.ingest.samples import save_docx, save_pdf

TEXT = b"Marta Quill criticised the plan."
RANDOM = bytes(range(256)) * 40

FAULTS = [
    # file                 content                                                     what the reader sees
    ("empty.txt",          b"",                                                        "is empty"),
    ("blank.txt",          b" \n\t\n",                                                 "is empty"),
    ("invisible.txt",      "\ufeff\u200b\n".encode(),                                  "is empty"),
    ("picture.txt",        b"\x89PNG\r\n\x1a\n" + RANDOM,                              "holds no text"),
    ("zeros.txt",          bytes(2_000),                                               "holds no text"),
    ("pairs.txt",          b"\x00\xff" * 400,                                          "holds no text"),
    ("random.md",          RANDOM,                                                     "holds no text"),
    ("huge.txt",           b"Word after word. " * 3_000_000,                           "larger than 40 MB.*Split it"),
    ("long.txt",           b"Word after word. " * 60_000,                              "1,020,000 characters is too long"),
    ("date.md",            b"---\ndate: 2025-02-31\n---\nAnn spoke.",                  "'2025-02-31' is not a date.*year-month-day"),
    ("words.md",           b"---\ndate: last Tuesday\n---\nAnn spoke.",                "'last Tuesday' is not a date"),
    ("broken.md",          b"---\ntitle: [\n---\nAnn spoke.",                          "front matter cannot be read"),
    ("open.md",            b"---\ntitle: Ann\n",                                       r"front matter cannot be read \(no line of --- ends it\)"),
    ("colon.md",           b"---\ndate: 2025-01-05\ntitle: Fury: minister quits\n---\nNo.", r"colon within a value, line 3\)\. Put the value in quotation marks"),
    ("deep.md",            b"---\ntitle: " + b"[" * 9_000 + b"\n---\nNo.",             r"cannot be read \(it is nested too deeply\)"),
    ("escape.md",          b'---\ntitle: "\\UFFFFFFFF"\n---\nNo.',                    "a character that YAML does not allow"),
    ("bell.md",            b"---\ntitle: \x07\n---\n" + TEXT * 9,                     "a character that YAML does not allow"),
    ("field.md",           b"---\ntitle: [Ann, Bob]\n---\nNo.",                       "'title' is not a text"),
    ("list.md",            b"---\n- one\n---\nAnn spoke.",                             "front matter cannot be read"),
    ("date.html",          b"<html><head><meta name=date content=2025-02-31></head><body><article><p>" + TEXT * 9, "'2025-02-31', is not a date"),
    ("menu.html",          b"<html><body><nav><a href='/'>Home</a></nav></body></html>", "no article was found"),
    ("deep.html",          b"<html>" + b"<div>" * 100_000,                             "no article was found"),
    ("empty.html",         b"<!doctype html><html></html>",                            "no article was found"),
    ("damaged.pdf",        b"%PDF-1.7\n" + RANDOM,                                     "PDF is damaged"),
    ("text.pdf",           TEXT,                                                       "PDF is damaged"),
    ("damaged.docx",       b"PK\x03\x04" + RANDOM,                                     "Word file is damaged"),
    ("text.docx",          TEXT,                                                       "Word file is damaged"),
    ("locked.docx",        b"\xd0\xcf\x11\xe0" + RANDOM,                               "protected by a password, or of the format before 2007"),
    ("letter.doc",         b"\xd0\xcf\x11\xe0" + RANDOM,                               "kind '.doc' cannot be read.*Use one of: .txt"),
    ("LICENCE",            TEXT,                                                       "'without suffix' cannot be read"),
    ("broken.jsonl",       b'{"id": "a", "text": "Ann spoke."',                        "line 1: it is not JSON"),
    ("list.jsonl",         b'["Ann spoke."]',                                          "line 1: it is not a document"),
    ("no-text.jsonl",      b'\n{"id": "a"}',                                           "line 2: the document has no 'text'"),
    ("number.jsonl",       b'{"id": 7, "text": "Ann spoke."}',                         "line 1: 'id' is not a text in quotation marks"),
    ("date.jsonl",         b'{"id": "a", "text": "Ann.", "date": "2025-02-31"}',       "line 1: '2025-02-31' is not a date"),
    ("latin.jsonl",        '{"id": "a", "text": "Siân spoke."}'.encode("latin-1"),     "line 1: it is not in UTF-8"),
    ("twice.jsonl",        b'{"id": "a", "text": "One."}\n{"id": "a", "text": "Two."}', "line 2: the id 'a' stands in the file already"),
    ("digits.jsonl",       b'{"text": "No.", "votes": ' + b"7" * 4_301 + b"}",         "line 1: it holds a number of too many digits"),
    ("digits.json",        b'{"text": "No.", "votes": ' + b"7" * 4_301 + b"}",         "it holds a number of too many digits"),
    ("halves.jsonl",       b'{"id": "\\ud800", "text": "One."}\n{"id": "\\udfff", "text": "Two."}', "line 2: the id '\ufffd' stands in"),
    ("deep.json",          b"[" * 200_000,                                             "nested too deeply"),
    ("broken.json",        b'{"id":\n oops}',                                          "not JSON .*line 2, column 2"),
    ("number.json",        b"[1]",                                                     "document 1: it is not a document"),
    ("columns.csv",        b"id,body\n1,Ann spoke.\n",                                 "no column 'text'"),
    ("row.csv",            b"id,text\n1,Ann spoke.\n2,\n",                             "row 3: it is empty"),
    ("wide.csv",           b"id,text\n1,Ann spoke.\n2,Bob left, too, and Cy.\n",      "row 3: line 3 has 4 cells, the heading only 2. Put each cell that holds a comma"),
    ("open.csv",           b'id,text\n1,Ann spoke.\n2,"Bob\nleft.\n',                 "row 3: a quotation mark in the row that begins in line 3 is not closed"),
    ("quote.csv",          b'id,text\n1,"Fury" grows.\n2,Bob left.\n',                "row 2: a quotation mark in line 2 stands in the midst of a cell"),
    ("cell.csv",           b"id,text\n1," + b"x" * 1_000_002 + b"\n2,Bob left.\n",    "row 2: a cell of the row that begins in line 2 is too long, or not closed"),
    ("heading.csv",        b'id,"text\n1,Ann spoke.\n',                               "the row that begins in line 1 is not closed"),
    ("date.csv",           b"text,date\nAnn spoke.,31.02.2025\n",                      "row 2: '31.02.2025' is not a date"),
]  # fmt: skip


@pytest.mark.parametrize("name, content, message", FAULTS, ids=[name for name, _, _ in FAULTS])
def test_a_fault_is_named_with_its_place_and_its_mend(read, name, content, message):
    failures = [item for item in read(name, content) if isinstance(item, Failure)]
    assert len(failures) == 1
    error = failures[0].error
    assert isinstance(error, InputError)
    assert re.search(message, str(error), re.DOTALL)
    assert name in error.where and error.mend


def test_a_password_protected_pdf(tmp_path):
    save_pdf(tmp_path / "secret.pdf", "Ann spoke.", password="sesame")
    with pytest.raises(InputError, match=r"protected by a password.*without one"):
        read_bytes("secret.pdf", (tmp_path / "secret.pdf").read_bytes())


def test_a_scanned_pdf(tmp_path):
    save_pdf(tmp_path / "scan.pdf")
    with pytest.raises(InputError, match=r"pictures of pages and no text.*OCR"):
        read_bytes("scan.pdf", (tmp_path / "scan.pdf").read_bytes())


def test_a_small_word_file_that_unpacks_to_a_large_one(tmp_path):
    with zipfile.ZipFile(tmp_path / "bomb.docx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", bytes(200_000_001))
    with pytest.raises(InputError, match="unpacks to 200,000,001 bytes"):
        read_bytes("bomb.docx", (tmp_path / "bomb.docx").read_bytes())


def test_a_pdf_cut_anywhere(tmp_path):
    save_pdf(tmp_path / "whole.pdf", "Ann spoke.")
    whole = (tmp_path / "whole.pdf").read_bytes()
    for length in range(5, len(whole), len(whole) // 40):
        with suppress(InputError):
            read_bytes("cut.pdf", whole[:length])


def test_a_truncated_word_file(tmp_path):
    save_docx(tmp_path / "cut.docx", "Ann spoke.")
    with pytest.raises(InputError, match="damaged"):
        read_bytes("cut.docx", (tmp_path / "cut.docx").read_bytes()[:-200])


@pytest.mark.parametrize(
    "source", ["missing.txt", "missing-folder/", "no/*.txt", "ftp://news.example/a", "http://"]
)
def test_a_source_that_is_not_there(source):
    [failure] = read_source(source)
    assert isinstance(failure, Failure) and failure.source == source
    assert isinstance(failure.error, InputError) and failure.error.mend


def test_a_folder_without_texts(tmp_path):
    (tmp_path / "photo.jpg").write_bytes(RANDOM)
    [failure] = read_source(str(tmp_path))
    assert "no file in the folder can be read" in str(failure.error)


def test_a_file_that_may_not_be_read(tmp_path, monkeypatch):
    (tmp_path / "closed.txt").write_bytes(TEXT)
    (tmp_path / "open.txt").write_bytes(TEXT)
    whole = Path.open

    def guarded(path, *args, **kwargs):
        if path.name == "closed.txt":
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return whole(path, *args, **kwargs)

    monkeypatch.setattr(Path, "open", guarded)  # the tests may run as root, whom no file refuses
    refused, document = read_source(str(tmp_path))
    assert "cannot be read (permission denied)" in str(refused.error)
    assert document.id == "open"


def test_the_others_go_on(read, tmp_path):
    read("a.txt", b"")
    read("b.txt", TEXT)
    read("c.jsonl", b'{"id": "one", "text": "One."}\noops\n{"id": "three", "text": "Three."}\n')
    read("d.pdf", b"%PDF-")
    found = list(read_source(str(tmp_path)))
    assert [getattr(item, "id", "failed") for item in found] == [
        "failed",
        "b",
        "one",
        "failed",
        "three",
        "failed",
    ]


KEPT = [
    # file          content                                                        ids of what is kept beside the failure
    ("wide.csv",    b"id,text\n1,Ann spoke.\n2,Bob left, too.\n3,Cy came.\n",     ["1", "3"]),
    ("open.csv",    b'id,text\n1,Ann spoke.\n2,"Bob left.\n3,Cy came.\n',         ["1"]),
    ("quote.csv",   b'id,text\n1,Ann spoke.\n2,"Fury" grows.\n3,Cy came.\n',      ["1", "3"]),
    ("votes.jsonl", b'{"text": "A.", "n": ' + b"7" * 5_000 + b'}\n{"text": "B."}', ["votes-2"]),
]  # fmt: skip


@pytest.mark.parametrize("name, content, ids", KEPT, ids=[name for name, _, _ in KEPT])
def test_a_faulty_row_is_refused_once_and_the_others_are_kept(read, name, content, ids):
    found = read(name, content)
    assert [item.id for item in found if not isinstance(item, Failure)] == ids
    assert len(found) == len(ids) + 1


def test_a_file_name_that_is_not_in_utf_8(read, tmp_path):
    try:
        read(os.fsdecode(b"caf\xe9.txt"), TEXT)
    except OSError:
        pytest.skip("this file system has no such names")
    read(os.fsdecode(b"caf\xe9.pdf"), b"%PDF-")
    read("d.txt", TEXT)
    refused, kept, other = read_source(str(tmp_path))
    assert (kept.id, other.id) == ("caf\ufffd", "d")
    assert str(refused.error).startswith(f"{tmp_path}/caf\ufffd.pdf: the PDF is damaged")


def test_an_upload_is_read_whole_or_not_at_all():
    with pytest.raises(InputError, match="line 2"):
        read_bytes("a.jsonl", b'{"id": "one", "text": "One."}\noops\n')


def test_standard_input_that_is_empty(monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"")))
    [failure] = read_source("-")
    assert str(failure.error).startswith("standard input: it is empty")


@pytest.mark.parametrize("suffix", READERS)
@given(data=st.binary(max_size=400))
def test_no_bytes_make_a_reader_fail_otherwise(suffix, data):
    try:
        assert all(document.text.strip() for document in read_bytes(f"any{suffix}", data))
    except InputError as error:
        assert error.where.startswith("any")


@pytest.mark.parametrize("data", [b"%PDF-1.7\n" + RANDOM, TEXT, b"%PDF-1.7\n1 0 obj"])
def test_a_damaged_pdf_says_nothing_but_our_message(data, caplog):
    with pytest.raises(InputError, match="damaged"):
        read_bytes("a.pdf", data)
    assert not caplog.records


@pytest.mark.parametrize("source", ["", " "])
def test_an_empty_name_is_not_the_current_folder(source, tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_bytes(TEXT)
    monkeypatch.chdir(tmp_path)
    [failure] = read_source(source)
    assert "the name of a source is empty. Check the variable" in str(failure.error)
