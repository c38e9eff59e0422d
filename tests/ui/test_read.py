"""Read: documents are searched, one is shown with its statements, and marked words become a statement."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from records import Attribution, Mention, Reading, digest
from store import Store
from tests.ui.conftest import reading
from tests.ui.test_pieces import marked_texts
from ui.reader import article_data, core
from workspace import Workspace

READ = "The ferry is late, <b>Cara Dunne</b> said. 🚢 Ada Brook praised her."


def html(page):
    return "\n".join(element.proto.body for element in page.get("html"))


def shown(page):
    """What the component is told."""
    return next(
        data
        for element in page.get("bidi_component")
        if "pieces" in (data := json.loads(element.proto.json or "{}"))
    )


def key_of(document):
    """The component's key in Streamlit."""
    return f"reader-{digest(document)[:12]}"


def titles(page):
    return [
        button.label.replace("\\", "") for button in page.button if (button.key or "").startswith("document-")
    ]


@pytest.fixture
def opened(open_page):
    return open_page("read", document="ferry")


class TestTheList:
    def test_the_latest_comes_first_with_its_facts(self, open_page):
        page = open_page("read")
        assert titles(page) == ["On the *union*", "On the *board*", "On the *ferry*", "On the *port*"]
        assert "Lantern · 2 March 2025 · 2 statements" in html(page)

    def test_a_search_is_kept_in_the_address(self, open_page):
        page = open_page("read")
        page.text_input(key="words").input("lantern 2025-03").run()
        assert titles(page) == ["On the *ferry*"]
        assert page.query_params["words"] == "lantern 2025-03"

    @pytest.mark.parametrize(
        ("query", "said"),
        [
            ({"words": "nowhere"}, "No document has all these words"),
            ({"part": "9"}, "There are only 4 documents"),
            ({"part": "-1"}, "1–4</b> of 4 documents"),
            ({"part": "<b>"}, "1–4</b> of 4 documents"),
        ],
    )
    def test_whatever_the_address_says_gets_an_answer(self, open_page, query, said):
        page = open_page("read", **query)
        assert said in html(page)
        assert not page.exception

    def test_a_document_is_opened(self, open_page):
        page = open_page("read")
        page.button(key="document-ferry").click().run()
        assert page.query_params["document"] == "ferry"
        assert shown(page)["statements"]


class TestADocument:
    def test_its_pieces_join_to_its_text_and_its_statements_stand_in_order(self, opened):
        data = shown(opened)
        assert "".join(words for words, _ in data["pieces"]) == reading("ferry").document.text
        assert [(s["actor"], s["relation"], s["target"]) for s in data["statements"]] == [
            ("Ada Brook", "criticised", "Ben Carter"),
            ("Cara Dunne", "defended", "Ben Carter"),
        ]

    def test_a_document_that_is_not_there_is_a_notice_with_a_way_back(self, open_page):
        page = open_page("read", document="<none>")
        assert "there is no document" in page.error[0].value
        page.button(key="all-documents").click().run()
        assert len(titles(page)) == 4

    def test_the_address_names_a_statement(self, open_page):
        page = open_page("read", document="ferry", statement="ferry-1")
        assert shown(page)["order"]["chosen"] == "ferry-1"
        assert "Counts as support (+), read from “defended”" in html(page)

    def test_a_click_is_kept_in_the_address_and_nothing_is_sent_again(self, opened):
        before = shown(opened)
        opened.session_state[key_of("ferry")] = {"chosen": "ferry-0"}
        opened.query_params["statement"] = "ferry-0"
        opened.session_state["reader_shows"] = ("ferry", "ferry-0")
        assert shown(opened.run()) == before

    @pytest.mark.parametrize(
        ("said", "layers"),
        [
            ("", ["statements"]),
            ("none", []),
            ("mentions attributions", ["mentions", "attributions"]),
        ],
    )
    def test_the_address_names_the_layers(self, open_page, said, layers):
        assert shown(open_page("read", document="ferry", layers=said))["layers"] == layers

    def test_each_statement_leads_to_its_edge(self, opened):
        assert shown(opened)["links"]["ferry-1"] == "./?selected=edge%3Acara-dunne%7Cdefended%7Cben-carter"

    def test_what_is_rejected_is_not_marked(self, database, open_page):
        with Store(database) as store:
            store.replace(
                replace(
                    reading("ferry"), statements=[replace(reading("ferry").statements[0], status="rejected")]
                ),
                {},
            )
        assert shown(open_page("read", document="ferry"))["statements"] == []


SPANS = {"evidence": [13, 30], "actor": [41, 50]}


class TestMarking:
    @pytest.fixture
    def page(self, database, open_page):
        """A text in which nothing was found, opened by Ines."""
        text = reading("ferry").document
        document = replace(text, id="late", text=READ, title="Late")
        who = READ.index("Cara Dunne")
        found = Reading(
            document=document,
            entities=reading("ferry").entities,
            mentions=(Mention(start=who, end=who + 10, entity_id="cara-dunne"),),
        )
        with Store(database) as store:
            store.add(found, {"extractor": "test"})
        page = open_page("read", document="late")
        page.session_state["coder"] = "Ines"
        return page

    def mark(self, page, **words):
        spans = {name: [READ.index(said), READ.index(said) + len(said)] for name, said in words.items()}
        page.session_state[key_of("late")] = {"marked": {**spans, "round": shown(page)["round"]}}
        return page.run()

    def field(self, page, label):
        return next(box for box in page.selectbox if box.label == label)

    def add(self, page):
        page = self.mark(
            page,
            evidence="Ada Brook praised her.",
            actor="Ada Brook",
            cue="praised",
            target="Cara Dunne",
        )
        return page.button(key="add-marked").click().run()

    def test_marked_words_are_filled_in(self, page):
        page = self.mark(page, evidence="Ada Brook praised her.", actor="Ada Brook", target="Cara Dunne")
        assert self.field(page, "Who").value == "Ada Brook"
        assert self.field(page, "Whom or what").value == "Cara Dunne"
        assert page.button(key="add-marked").disabled

    @pytest.mark.parametrize(("cue", "relation"), [("praised", "praised"), ("her", None)])
    def test_words_that_are_called_as_a_relation_propose_it(self, page, cue, relation):
        page = self.mark(page, evidence="Ada Brook praised her.", cue=cue)
        assert self.field(page, "Relation").value == relation

    def test_the_statement_stands_at_the_marked_words(self, page, database):
        page = self.add(page)
        assert not page.exception and not page.error
        with Workspace(database) as workspace:
            [added] = workspace.statements_in("late")
        words = {role: READ[slice(*getattr(added, f"{role}_span"))] for role in ("actor", "cue", "target")}
        assert words == {"actor": "Ada Brook", "cue": "praised", "target": "Cara Dunne"}
        assert added.evidence == READ[added.start : added.end] == "Ada Brook praised her."
        assert (added.actor_id, added.relation, added.target_id, added.method) == (
            "ada-brook",
            "praised",
            "cara-dunne",
            "review:Ines",
        )
        assert page.query_params["statement"] == added.id
        assert "marked by Ines" in html(page)

    def test_it_can_be_taken_back(self, page, database):
        page = self.add(page)
        page.button(key="undo-added").click().run()
        with Workspace(database) as workspace:
            assert workspace.statements_in("late") == []
        assert not page.exception

    def test_nobody_adds_without_a_name(self, page):
        page.session_state["coder"] = ""
        page = self.mark(page, evidence="Ada Brook praised her.", actor="Ada Brook", target="Cara Dunne")
        assert page.button(key="add-marked").disabled
        assert page.text_input(key="coder").label == "Your name"

    def test_where_people_log_in_a_reader_marks_nothing(self, page, monkeypatch):
        monkeypatch.setattr("streamlit.user", {"is_logged_in": True, "email": "ines@example.org"})
        monkeypatch.setattr("streamlit.secrets", {"roles": {}})
        assert shown(page.run())["marking"] is False
        page = self.add(page)
        assert "a reader may not add" in page.error[0].value


@given(marked_texts())
def test_the_data_keep_every_character_and_each_span_its_words(marked):
    text, statements = marked
    if not text.strip():
        return
    document = replace(reading("ferry").document, text=text)
    data = article_data(Reading(document=document), statements, {})
    assert "".join(words for words, _ in data["pieces"]) == text
    for number, facts in enumerate(data["spans"]):
        if facts["layer"] == "statements":
            start, end = core(statements[facts["of"]])
            assert "".join(words for words, over in data["pieces"] if number in over) == text[start:end]


def test_layers_have_their_own_lines_and_say_who_is_meant():
    found = reading("port")
    text = found.document.text
    quoted = Attribution(
        source=((0, 9),), cue=(), content=((0, 20), (30, 40)), entity_id="ada-brook", direct=True
    )
    mention = Mention(start=0, end=9, entity_id="ada-brook")
    data = article_data(replace(found, attributions=(quoted,), mentions=(mention,)), found.statements, {})
    notes = [(s["layer"], s["note"]) for s in data["spans"] if "note" in s]
    assert notes == [
        ("mentions", "Ada Brook"),
        ("attributions", "quoted: Ada Brook"),
        ("attributions", "quoted: Ada Brook"),
    ]
    assert data["depths"] == {"mentions": 1, "statements": 1, "attributions": 1}
    assert "".join(words for words, _ in data["pieces"]) == text


@given(st.integers(0, 4))
def test_a_line_runs_over_the_roles_inside_the_evidence_only(before):
    found = reading("port").statements[0]
    outside = replace(found, actor_span=(found.end + before, found.end + before + 3))
    assert core(outside) == (found.cue_span[0], found.target_span[1])
