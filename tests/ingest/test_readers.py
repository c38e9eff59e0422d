"""What each reader makes of a good file."""

from __future__ import annotations

import io
import json

import pytest
from ftfy.badness import is_bad
from hypothesis import assume, given
from hypothesis import strategies as st

from ingest import READERS, Failure, read_bytes, read_places, read_source
from ingest.characters import clean, decode
from ingest.pdf import unwrap
from records import LONGEST_TEXT, Document
from tests.ingest.samples import ARTICLE, SENTENCES, save_docx, save_parts, save_pdf

TEXT = "Marta Quill criticised the plan.\n\nOwen Tarrow defended it.\n"

TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn"), include_characters="\n\t"), min_size=1)


def test_a_text_is_kept_to_the_character():
    assert read_bytes("seed.txt", TEXT.encode()) == [Document(id="seed", text=TEXT)]


@given(TEXTS)
def test_any_text_comes_back_from_txt(text):
    text = clean(text)
    assume(text.strip())
    assert (
        read_bytes("a.txt", b"\xef\xbb\xbf" + text.encode())[0].text == text
    )  # the mark rules out other encodings


@given(st.text().map(clean).filter(lambda text: text.strip() and not is_bad(text)), st.booleans())
def test_any_text_comes_back_from_jsonl(text, ascii_only):
    line = json.dumps({"id": "a", "text": text}, ensure_ascii=ascii_only).encode("utf-8", "surrogatepass")
    assert read_bytes("a.jsonl", line) == [Document(id="a", text=text)]


@given(TEXTS)
def test_cleaning_twice_changes_nothing_more(text):
    assert clean(clean(text)) == clean(text)


@pytest.mark.parametrize(
    "name, id",
    [("seed.txt", "seed"), ("a_b.c.txt", "a_b.c"), ("Ärger 5.TXT", "Ärger 5"), ("in/folder/x.txt", "x")],
)
def test_the_id_is_the_name_without_its_suffix(read, name, id):
    assert [document.id for document in read(name, TEXT)] == [id]


NAMELESS = [
    (" .txt", TEXT, "text"),
    ("a.json", '{"id": " \\t", "text": "Ann spoke."}', "a-1"),
    ("a.jsonl", '{"id": "\\u200b\\u0000", "text": "Ann spoke."}', "a-1"),
    ("a.csv", "id,text\n  ,Ann spoke.\n", "a-1"),
    (" .csv", "text\nAnn spoke.\n", "text-1"),
    ("a.json", '{"id": "\\ud800x", "text": "Ann spoke."}', "\ufffdx"),
]


@pytest.mark.parametrize("name, content, id", NAMELESS)
def test_an_id_that_nobody_can_see_is_none_and_half_a_character_is_marked(read, name, content, id):
    assert [document.id for document in read(name, content)] == [id]


CLEANED = [
    ("one\r\ntwo\rthree\ffour", "one\ntwo\nthree\nfour"),
    ("\ufeffone\x00 \x08two\x1b", "one two"),
    ("Sia\u0302n", "Siân"),
    ("co\xadoperate\u200b", "cooperate"),
    ("Sinn FÃ©in said â€œnoâ€\x9d", "Sinn Féin said “no”"),
    ("“Quoted” – ‘so’… ﬁne\xa0words", "“Quoted” – ‘so’… ﬁne\xa0words"),
    ("AT&amp;T", "AT&amp;T"),
    ("half \ud83d here", "half \ufffd here"),
]


@pytest.mark.parametrize("text, expected", CLEANED)
def test_clean(text, expected):
    assert clean(text) == expected


WESTERN = (
    "Siân Ó’Leary said the £5m “deal” – agreed in São Tomé – was naïve, and the café owners agreed with her."
)
DECODED = [
    ("utf-8", WESTERN),
    ("utf-8-sig", WESTERN),
    ("cp1252", WESTERN),
    ("cp1252", "Siân agreed."),
    ("utf-16", WESTERN),
    ("utf-16-le", WESTERN),
    ("utf-16-be", WESTERN),
    ("utf-32", WESTERN),
    (
        "cp1251",
        "Министр заявил, что правительство не согласно с этим решением, и призвал провести расследование.",
    ),
    (
        "cp1250",
        "Ministr řekl, že vláda s tímto rozhodnutím nesouhlasí, a vyzval k důkladnému vyšetření příčin.",
    ),
]


@pytest.mark.parametrize("encoding, text", DECODED)
def test_decode(encoding, text):
    assert decode(text.encode(encoding), "a.txt") == text


def test_a_declared_encoding_goes_before_a_guess_but_not_before_a_mark():
    assert decode(b"S\xeen", "a.html", "iso-8859-2") == "Sîn"
    assert decode(b"\xef\xbb\xbfS\xc3\xaen", "a.html", "iso-8859-2").endswith("Sîn")
    assert decode(b"S\xc3\xaen", "a.html", "no-such-codec") == "Sîn"


FRONT_MATTER = """---
title: "Plan: criticised"
date: 2024-03-12 09:30:00
outlet: The Tidewater Post
url: https://tidewater.example/plan
source: Council minutes, item 4
language: en-GB
author: nobody reads this
---

Marta Quill criticised the plan.

---

Owen Tarrow defended it.
"""


def test_front_matter(read):
    assert read("plan.md", FRONT_MATTER) == [
        Document(
            id="plan",
            text="Marta Quill criticised the plan.\n\n---\n\nOwen Tarrow defended it.",
            title="Plan: criticised",
            date="2024-03-12",
            outlet="The Tidewater Post",
            url="https://tidewater.example/plan",
            source="Council minutes, item 4",
        )
    ]


def test_markdown_without_front_matter(read):
    assert [document.text for document in read("plan.md", TEXT)] == [TEXT]


def test_a_page_gives_the_article_and_its_facts(read):
    [document] = read("plan.html", ARTICLE)
    assert all(sentence in document.text for sentence in SENTENCES)
    assert "Sport" not in document.text and "calendar" not in document.text
    facts = (document.title, document.date, document.outlet)
    assert facts == ("Harbour plan criticised", "2024-03-12", "The Tidewater Post")


def test_a_page_in_its_declared_encoding(read):
    page = ARTICLE.replace("<head>", '<head><meta charset="iso-8859-2">').replace(
        "Marta Quill", "Mářta Quill"
    )
    [document] = read("plan.htm", page.encode("iso-8859-2"))
    assert "Mářta Quill" in document.text


@pytest.mark.parametrize("charset", ["undefined", "punycode", "idna", "base64", "no-such"])
def test_a_page_that_declares_an_encoding_of_no_page(read, charset):
    declared = ARTICLE.replace("<head>", f"<head><meta charset='{charset}'>").replace("Quill", "Quíll")
    [document] = read("plan.html", declared)
    assert "Marta Quíll" in document.text


def test_a_page_without_a_date_has_none(read):
    undated = ARTICLE.replace("2024-03-12T09:00:00+00:00", "").replace("Tuesday", "Tuesday 12 March 2019")
    [document] = read("plan.html", undated.replace("calendar", "calendar of 2018. Copyright 2017"))
    assert document.date is None


def test_a_pdf(tmp_path, read):
    save_pdf(tmp_path / "minutes.pdf", *SENTENCES)
    [document] = read_source(str(tmp_path / "minutes.pdf"))
    assert document.title == "Minutes" and document.date is None
    assert all(sentence in document.text for sentence in SENTENCES)


UNWRAPPED = [
    ("The council, which met\nlate, agreed to the plan.", "The council, which met late, agreed to the plan."),
    ("The govern-\nment agreed to the plan.", "The government agreed to the plan."),
    ("The Anglo-\nIrish council met in the town hall.", "The Anglo- Irish council met in the town hall."),
    ("A first paragraph that ends here.\n\nA second one.", "A first paragraph that ends here.\nA second one."),
    ("A paragraph with a line of usual length,\nends early.\nAnother one begins with a capital letter and\ngoes on.", "A paragraph with a line of usual length, ends early.\nAnother one begins with a capital letter and goes on."),
    ("", ""),
]  # fmt: skip


@pytest.mark.parametrize("text, expected", UNWRAPPED)
def test_the_lines_of_a_page_become_paragraphs(text, expected):
    assert unwrap(text) == expected


def test_a_word_file(tmp_path):
    save_docx(tmp_path / "letter.docx", *SENTENCES)
    [document] = read_bytes("letter.docx", (tmp_path / "letter.docx").read_bytes())
    assert document == Document(id="letter", title="Letter", text="\n".join([*SENTENCES, "Votes 17"]))


def run(text: str, tag: str = "t") -> str:
    return f"<w:r><w:{tag}>{text}</w:{tag}></w:r>"


def cell(text: str, facts: str = "") -> str:
    return f"<w:tc><w:tcPr>{facts}</w:tcPr><w:p>{run(text) if text else ''}</w:p></w:tc>"


def control(content: str, facts: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{facts}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def within(tag: str, *content: str) -> str:
    return f"<w:{tag}>{''.join(content)}</w:{tag}>"


HEADINGS = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
DOWN, ACROSS = '<w:vMerge w:val="restart"/>', '<w:gridSpan w:val="2"/>'
ANN, BOB, GONE = run("Ann."), run("Bob."), within("del", run("Cy.", "delText"))
WORD = [
    # body of the file                                                                              its text
    (within("p", ANN, within("ins", BOB)),                                                          "Ann.Bob."),
    (within("p", ANN, GONE, BOB),                                                                   "Ann.Bob."),
    (within("p", within("ins", ANN, GONE)),                                                         "Ann."),
    (within("p", within("moveFrom", ANN), BOB, within("moveTo", ANN)),                              "Bob.Ann."),
    (within("p", within("ins", within("hyperlink", ANN))),                                          "Ann."),
    (within("p", ANN, control(BOB)),                                                                "Ann.Bob."),
    (within("p", ANN) + control(within("p", BOB)),                                                  "Ann.\nBob."),
    (within("p", ANN, control(BOB, "<w:showingPlcHdr/>")),                                          "Ann."),
    (control(within("p", ANN), HEADINGS) + within("p", BOB),                                        "Bob."),
    (within("tbl", within("tr", cell("Votes", ACROSS), cell("17"))),                                "Votes 17"),
    (within("tbl", within("tr", cell("A", DOWN), cell("1")), within("tr", cell("", "<w:vMerge/>"), cell("2"))), "A 1\n2"),
    (within("tbl", control(within("tr", control(cell("A")), cell("1")))),                           "A 1"),
]  # fmt: skip


@pytest.mark.parametrize("body, text", WORD)
def test_a_word_file_reads_as_it_does_with_its_changes_accepted(tmp_path, body, text):
    save_parts(tmp_path / "a.docx", body)
    assert read_bytes("a.docx", (tmp_path / "a.docx").read_bytes()) == [Document(id="a", text=text)]


DOCUMENTS = [
    Document(
        id="a/1", text="Ann spoke.", title="One", date="2024-03-12", outlet="Post", url="https://a.example/"
    ),
    Document(id="b", text='Bob said “no”; "never",\nhe added.', language="cy"),
]


def test_jsonl(read):
    lines = "\n\n".join(json.dumps(document.to_json()) for document in DOCUMENTS)
    assert read("all.jsonl", f"\ufeff{lines}\n") == DOCUMENTS


def test_json_of_many_and_of_one(read):
    assert read("all.json", json.dumps([document.to_json() for document in DOCUMENTS])) == DOCUMENTS
    assert read("one.json", json.dumps({"text": "Ann spoke.", "section": 4})) == [
        Document(id="one-1", text="Ann spoke.")
    ]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_csv(read, separator):
    rows = ["id,Text,title,date".replace(",", separator), 'a,"Ann, who left; spoke.",One,2024-03-12']
    table = "\r\n".join(
        [rows[0], rows[1].replace(",One,", f"{separator}One{separator}").replace("a,", f"a{separator}", 1)]
    )
    expected = Document(id="a", text="Ann, who left; spoke.", title="One", date="2024-03-12")
    assert read("table.csv", table) == [expected]


def test_csv_with_empty_cells_beyond_the_heading(read):
    assert read("a.csv", "text,title\nAnn spoke.,One,, \n") == [
        Document(id="a-1", text="Ann spoke.", title="One")
    ]


def test_csv_with_a_long_field(read):
    long = "Ann spoke. " * 20_000
    assert [document.text for document in read("long.csv", f'text\n"{long}"\n')] == [long]


SNIFFED = [
    ("page.txt", ARTICLE.encode(), SENTENCES[0]),
    ("page.pdf", b"\xef\xbb\xbf\n<!-- saved -->\n" + ARTICLE.encode(), SENTENCES[0]),
    ("words.html.txt", b"The tag <html> was criticised.", "The tag <html> was criticised."),
]


@pytest.mark.parametrize("name, content, text", SNIFFED, ids=[name for name, _, _ in SNIFFED])
def test_what_a_file_holds_goes_before_its_suffix(read, name, content, text):
    [document] = read(name, content)
    assert text in document.text and "<article>" not in document.text


def test_a_pdf_and_a_word_file_under_other_names(tmp_path):
    save_pdf(tmp_path / "a.pdf", SENTENCES[0])
    save_docx(tmp_path / "b.docx", SENTENCES[0])
    for name in ("a.pdf", "b.docx"):
        [document] = read_bytes("text.txt", (tmp_path / name).read_bytes())
        assert SENTENCES[0] in document.text


def test_a_text_of_the_greatest_length(read):
    [document] = read("long.txt", b"x" * (LONGEST_TEXT - 1) + b".")
    assert len(document.text) == LONGEST_TEXT


def test_a_folder_gives_its_texts_in_order_with_ids_of_their_own(read, tmp_path):
    read("b/plan.txt", "Second.")
    read("a/plan.txt", "First.")
    read("c.md", "Third.")
    read(".hidden/d.txt", "Not read.")
    read("e.jpg", "Not read.")
    first, second, third = read_source(str(tmp_path))
    assert [first.text, second.text, third.text] == ["First.", "Second.", "Third."]
    assert (first.id, second.id, third.id) == ("plan", f"plan-{second.hash[:8]}", "c")


def test_the_same_file_many_times_has_ids_of_its_own(read, tmp_path):
    for folder in "abc":
        read(f"{folder}/plan.txt", "Same.")
    ids = [document.id for document in read_source(str(tmp_path))]
    assert len(set(ids)) == 3 and ids[0] == "plan"


def test_places(read, tmp_path):
    read("a.jsonl", '{"id": "one", "text": "One."}\noops\n')
    sources = [str(tmp_path / "a.jsonl"), "missing.txt"]
    assert [(place, type(item)) for place, item in read_places(sources)] == [
        (sources[0], Document),
        (sources[0], Failure),
        ("missing.txt", Failure),
    ]


def test_a_pattern(read, tmp_path):
    for name in ("a1.txt", "a2.txt", "b1.txt"):
        read(name, "Ann spoke.")
    assert [document.id for document in read_source(str(tmp_path / "a*.txt"))] == ["a1", "a2"]


@pytest.mark.parametrize("data, ids", [(b"Ann spoke.", ["stdin"]), (b'{"id": "a", "text": "Ann."}\n', ["a"])])
def test_standard_input(monkeypatch, data, ids):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert [document.id for document in read_source("-")] == ids


def test_every_reader_has_a_suffix_in_small_letters():
    assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in READERS)


def test_a_failure_is_no_document(read):
    assert [type(item) for item in read("a.txt", b"")] == [Failure]
