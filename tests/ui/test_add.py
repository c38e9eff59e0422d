"""Add: what is found is seen before it is kept; a second time changes nothing; bad input is a notice."""

from __future__ import annotations

import datetime

import pytest

from store import Store
from tests.ingest.dna_sample import DnaFile

ARTICLE = (
    "Wes Streeting criticised Elon Musk on Friday. Keir Starmer defended Jess Phillips in the Commons. "
    "The debate was <i>lively</i>."
)
GERMAN = (
    "Der Minister hat gestern im Bundestag gesagt, dass er die Vorwürfe gegen seine Partei zurückweist. " * 3
)

CODED = "Marta Quill criticised Peter Grange. Then everybody went home along the shore of the bay."

model = [pytest.mark.model, pytest.mark.timeout(120)]


def fill(page, text=ARTICLE, **facts):
    page.text_area(key="text").input(text)
    for key, value in facts.items():
        page.text_input(key=key).input(value)
    return page.button(key="read").click().run()


def upload(page, **files):
    """Uploads of a name (with "_" for its last dot) and a content."""
    names = [(name[::-1].replace("_", ".", 1)[::-1], data, "text/plain") for name, data in files.items()]
    return page.file_uploader(key="files").set_value(names).run()


def html(page):
    return "\n".join(element.proto.body for element in page.get("html"))


def links(page):
    return [(element.proto.label, element.proto.query_string) for element in page.get("page_link")]


def keys(page):
    return {button.key for button in page.button}


def test_nothing_given_is_a_notice(open_page):
    page = open_page("add")
    page.button(key="read").click().run()
    assert "nothing to read" in page.error[0].value
    assert not page.exception


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("31 February 2025", "no calendar has the day “31 February 2025”"),
        ("2025-02-31", "no calendar has the day “2025\\-02\\-31”"),
        ("05/03/2025", "cannot be read as a day"),
    ],
)
def test_no_other_day_is_taken_for_one_that_is_not_there(open_page, written, told):
    page = fill(open_page("add"), date=written)
    assert told in page.error[0].value
    assert "keep" not in keys(page)
    assert page.text_input(key="date").value == written


@pytest.mark.parametrize("written", ["example dot org", "ftp://example.org/a", "javascript:alert(1)"])
def test_no_address_is_kept_that_leads_nowhere(open_page, written):
    page = fill(open_page("add"), url=written)
    assert "is no address of the web" in page.error[0].value
    assert "keep" not in keys(page)


def test_a_missing_date_is_warned_of_before_reading_and_the_one_in_the_text_proposed(open_page):
    page = open_page("add")
    page.text_area(key="text").input("Published 5 March 2025\n\n" + ARTICLE).run()
    assert "No date" in page.warning[0].value
    assert page.button(key="use-day").label == "Use 5 March 2025, which it names"
    page.button(key="use-day").click().run()
    assert page.text_input(key="date").value == "2025-03-05"
    assert not page.warning


def test_the_days_of_several_texts_are_taken_from_each(open_page):
    page = upload(
        open_page("add"),
        one_txt=b"5 March 2025. A text.",
        two_txt=b"6 March 2025. Another.",
        three_txt=b"A third.",
    )
    page.checkbox(key="named_days").check().run()
    assert not page.exception


def test_a_text_with_its_date_is_warned_of_by_nothing(open_page):
    page = upload(open_page("add"), one_md=b"---\ndate: 2025-03-05\n---\nA text.")
    assert not page.warning


class TestWithModel:
    pytestmark = model

    def test_found_is_shown_before_it_is_kept(self, open_page, database):
        page = fill(
            open_page("add"), title="Two ministers", source_outlet="Quay Courier", date="5 March 2025"
        )
        assert not page.exception
        assert '<mark class="actor">Wes Streeting</mark>' in html(page)
        assert "&lt;i&gt;" in html(page)
        assert len(page.dataframe[0].value) >= 2
        with Store(database) as store:
            assert store.count() == 4
        page.button(key="keep").click().run()
        assert page.success[0].value == "1 article added."
        assert links(page) == [
            ("Show it in the graph", "outlet=Quay+Courier&since=2025-03-05&until=2025-03-05")
        ]  # fmt: skip
        with Store(database) as store:
            kept = store.document("two-ministers")
            assert (kept.title, kept.outlet, kept.date) == ("Two ministers", "Quay Courier", "2025-03-05")

    def test_what_is_not_drawn_is_counted_apart_and_says_why(self, open_page):
        page = fill(
            open_page("add"), text="Wes Streeting criticised Elon Musk. Keir Starmer may sue Elon Musk."
        )
        assert page.subheader[0].value == "1 statement that is drawn, 1 kept as data only, in 1 article"
        assert list(page.dataframe[0].value["held"]) == ["yes", "no, only possible"]
        assert '<mark class="actor held">Keir Starmer</mark>' in html(page)

    def test_a_document_seen_before_offers_only_the_graph(self, open_page, database):
        page = fill(open_page("add"), source_outlet="Lantern", date="2025-03-05")
        page.button(key="keep").click().run()
        page = fill(page)
        assert page.info[0].value == "This article is there already, from Lantern, of 5 March 2025."
        assert "keep" not in keys(page)
        assert links(page) == [("Show it in the graph", "outlet=Lantern&since=2025-03-05&until=2025-03-05")]
        page.button(key="discard").click().run()
        assert page.text_area(key="text").value == ""
        with Store(database) as store:
            assert store.count() == 5

    def test_where_people_log_in_a_reader_keeps_nothing(self, open_page, database, monkeypatch):
        monkeypatch.setattr("streamlit.user", {"is_logged_in": True, "email": "ines@example.org"})
        monkeypatch.setattr("streamlit.secrets", {"roles": {}})
        page = fill(open_page("add")).button(key="keep").click().run()
        assert "a reader may not add documents" in page.error[0].value
        with Store(database) as store:
            assert store.count() == 4

    def test_another_language_is_a_notice_and_the_text_stays(self, open_page):
        page = fill(open_page("add"), text=GERMAN)
        assert not page.exception
        assert "the pasted text: the text is in another language" in page.error[0].value
        assert page.text_area(key="text").value == GERMAN

    def test_a_text_too_long_is_refused_at_once(self, open_page):
        page = fill(open_page("add"), text="Ada spoke to Ben. " * 60_000)
        assert "the pasted text: a text of 1,080,000 characters is too long" in page.error[0].value.replace(
            "\\", ""
        )

    def test_bad_files_are_named_and_do_not_stop_the_others(self, open_page, database):
        page = upload(
            open_page("add"),
            de_txt=GERMAN.encode(),
            empty_txt=b"",
            article_txt=ARTICLE.encode(),
            feb_md=b"---\ndate: 2025-02-31\n---\nWes Streeting criticised Elon Musk.",
        )
        page.button(key="read").click().run()
        told = [error.value.replace("\\", "") for error in page.error]
        assert sorted(line.partition(":")[0] for line in told) == ["**de.txt", "**empty.txt", "**feb.md"]
        assert all("  \n" in line for line in told), "each says what to do"
        assert "in 1 article" in page.subheader[0].value
        page.button(key="keep").click().run()
        with Store(database) as store:
            assert store.count() == 5

    def test_one_bad_line_does_not_stop_the_others(self, open_page):
        lines = b'{"id": "a", "text": "Wes Streeting criticised Elon Musk."}\n{"id": "b"}\n'
        page = upload(open_page("add"), many_jsonl=lines)
        page.button(key="read").click().run()
        assert "line 2" in page.error[0].value
        assert "in 1 article" in page.subheader[0].value

    def test_only_what_is_new_is_kept(self, open_page):
        page = fill(open_page("add"))
        page.button(key="keep").click().run()
        page = upload(page, one_txt=ARTICLE.encode(), two_txt=b"Keir Starmer criticised Elon Musk.")
        page.button(key="read").click().run()
        assert page.button(key="keep").label == "Keep the 1 that are new"
        page.button(key="keep").click().run()
        assert page.success[0].value == "1 article added."

    def test_what_people_have_coded_comes_in_once_and_is_counted(self, open_page, tmp_path, database):
        dna = DnaFile(tmp_path / "coded.dna")
        for text in (CODED, GERMAN):
            dna.code(
                dna.document(text), 0, 20, person="Marta Quill", concept="The tax is needed.", agreement=1
            )
        page = upload(open_page("add"), coded_dna=dna.path.read_bytes())
        page.button(key="read").click().run()
        assert not page.error
        page.button(key="keep").click().run()
        assert (
            page.success[0].value == "2 articles added. 2 coded statements by 1 coder in 2 documents came in."
        )
        with Store(database) as store:
            assert len(store.reading("coded-1").statements) == 2, "the machine's own, too"
        page = upload(page, coded_dna=dna.path.read_bytes())
        page.button(key="read").click().run()
        page.button(key="keep").click().run()
        assert page.success[0].value == "0 articles added."

    def test_codings_of_a_document_that_is_there_are_added_to_it(self, open_page, tmp_path, database):
        page = fill(open_page("add"), text=CODED)
        page.button(key="keep").click().run()
        dna = DnaFile(tmp_path / "coded.dna")
        dna.code(dna.document(CODED), 0, 20, person="Marta Quill", concept="The tax is needed.", agreement=1)
        page = upload(page, coded_dna=dna.path.read_bytes())
        page.button(key="read").click().run()
        assert page.button(key="keep").label == "Keep what people have coded in them"
        page.button(key="keep").click().run()
        assert (
            page.success[0].value == "0 articles added. 1 coded statement by 1 coder in 1 document came in."
        )

    def test_an_undated_reading_says_so(self, open_page):
        page = fill(open_page("add"), text="5 March 2025\n\n" + ARTICLE)
        assert "5 March 2025 stands in it" in page.warning[0].value

    def test_upload(self, open_page):
        page = upload(
            open_page("add"),
            one_md=b"---\ntitle: One\n---\nWes Streeting criticised Elon Musk.",
            two_txt=b"Keir Starmer defended Jess Phillips.",
        )
        page.button(key="read").click().run()
        assert "in 2 articles" in page.subheader[0].value
        page.button(key="discard").click().run()
        assert page.file_uploader(key="files")

    def test_what_was_typed_outlives_a_discard_but_not_a_keep(self, open_page):
        page = fill(open_page("add"), title="Two ministers")
        page.button(key="discard").click().run()
        assert (page.text_area(key="text").value, page.text_input(key="title").value) == (
            ARTICLE,
            "Two ministers",
        )
        page.button(key="read").click().run()
        page.button(key="keep").click().run()
        assert (page.text_area(key="text").value, page.text_input(key="title").value) == ("", "")


def test_a_file_that_cannot_be_read_is_a_notice(open_page):
    page = upload(open_page("add"), picture_txt=b"\x00\xff" * 400)
    page.button(key="read").click().run()
    assert page.error
    assert not page.exception


def test_the_day_to_come_is_no_proposal(open_page):
    page = open_page("add")
    later = datetime.date.today() + datetime.timedelta(days=40)
    page.text_area(key="text").input(f"{later.isoformat()}: Ada met Ben.").run()
    assert "use-day" not in keys(page)
