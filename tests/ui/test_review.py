"""Review: lists, decisions, corrections, what coders agree on; and what Explore shows of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from records import Review
from review.claims import Hand
from store import Store
from tests.ui.conftest import reading
from workspace import Workspace
from workspace.reviewing import JUDGEMENTS, shown


def html(page):
    return "\n".join(element.proto.body for element in page.get("html"))


def button(page, name):
    """The button of a decision, whatever is looked at."""
    return next(found for found in page.button if (found.key or "").startswith(f"do-{name}-"))


def do(page, name):
    page = button(page, name).click().run()
    assert not page.exception
    return page


def fill(page, label, value):
    """Fills a field of the forms."""
    kinds = {"Note": page.text_input, "Relation": page.selectbox, "Name": page.selectbox}
    next(found for found in kinds[label] if found.label == label and "-" in found.key).set_value(value)


def allow_new(page):
    """Streamlit's test harness knows only the options of a field that takes new ones too."""
    for box in page.selectbox:
        if box.value is not None and (shown := box.format_func(box.value)) not in box.options:
            box.options.append(shown)
    return page


def submit(page, label):
    allow_new(page)
    page = next(found for found in page.button if found.label == label).click().run()
    assert not page.exception
    return page


def choose(page, key):
    return page.button_group(key="list").set_value(key).run()


@pytest.fixture
def journal(database):
    """Reads the journal as it is now."""

    def read() -> list[Review]:
        with Store(database) as store:
            return store.reviews()

    return read


@pytest.fixture
def opened(open_page):
    """Review, with Ines in front of it."""

    def review(name="Ines", **query):
        page = open_page("review", **query)
        return page.text_input(key="coder").input(name).run()

    return review


def judge(database, action, statement, coder):
    with Workspace(database) as workspace:
        workspace.decide([JUDGEMENTS[action](shown(workspace, statement), Hand(coder))], "coder")


def test_without_a_name_nothing_can_be_decided(open_page):
    page = open_page("review")
    assert "Say who you are" in page.info[0].value
    assert not [found for found in page.button if (found.key or "").startswith("do-")]


def test_the_first_statement_stands_in_its_surroundings(opened):
    page = opened()
    assert '<mark class="cue">' in html(page)
    assert "evidence" in html(page) and "around" in html(page)
    assert "<b>Reject</b>" in html(page)


@pytest.mark.parametrize(
    ("name", "status"), [("accept", "accepted"), ("reject", "rejected"), ("flip", "accepted")]
)
def test_a_decision_is_written_and_the_next_is_shown(opened, journal, database, name, status):
    page = do(opened(statement="board-0"), name)
    [entry] = journal()
    assert (entry.action, entry.coder) == (name, "Ines")
    with Workspace(database) as workspace:
        assert workspace.fetch([entry.subject])[0].status == status
    assert "2 of 6 · 1 done, 5 left" in page.get("progress")[0].proto.text


def test_undo_leads_back(opened, journal):
    page = opened()
    before = html(page)
    page = do(do(page, "reject"), "undo")
    assert [entry.action for entry in journal()] == ["reject", "undo"]
    told = '<p class="facts" role="status">Taken back: reject.</p>'
    assert html(page).replace(told, "").split() == before.split()


def test_undo_reaches_back_before_this_session(opened, journal, database):
    judge(database, "reject", "board-0", "Ines")
    do(opened(), "undo")
    assert [entry.action for entry in journal()] == ["reject", "undo"]


def test_going_on_and_back_decides_nothing(opened, journal):
    page = opened()
    first = html(page)
    page = do(page, "next")
    assert html(page) != first
    assert html(do(page, "back")) == first
    assert journal() == []


def test_what_has_no_sign_cannot_be_flipped(opened):
    page = opened(statement="port-1")
    assert "called for" in html(page)
    assert button(page, "flip").disabled
    assert not button(page, "accept").disabled


def test_the_address_leads_to_a_statement(opened):
    assert "Harbour Board" in html(opened(statement="board-0"))


def test_a_filter_keeps_the_queue(opened):
    assert "1 of 1" in opened(centre="", person="Harbour Board").get("progress")[0].proto.text


def test_another_relation(opened, journal):
    page = opened(statement="board-0")
    fill(page, "Relation", "defended")
    page = submit(page, "Change the relation")
    assert journal()[0].change["relation"] == "defended"
    assert not page.error


@pytest.mark.parametrize(
    ("label", "held"),
    [
        ("It is negated", (True, "asserted")),
        ("It is only possible", (False, "hypothetical")),
        ("It is still to come", (False, "future")),
    ],
)
def test_one_click_says_how_the_text_holds_it(opened, journal, database, label, held):
    page = submit(opened(statement="board-0"), label)
    assert [entry.action for entry in journal()] == ["hold"]
    with Workspace(database) as workspace:
        statement = workspace.fetch(["board-0"])[0]
    assert (statement.negated, statement.modality, statement.makes_edge) == (*held, False)
    page = opened(statement="board-0")
    assert {"It is asserted"} == {found.label for found in page.button} & {"It is asserted", label}
    submit(page, "It is asserted")
    with Workspace(database) as workspace:
        assert workspace.fetch(["board-0"])[0].makes_edge


def test_another_name(opened, journal):
    page = opened(statement="board-0")
    fill(page, "Name", "Cara Dunne")
    page = submit(page, "Change the name")
    assert not page.error
    [entry] = journal()
    assert (entry.action, entry.change["entity"]["id"]) == ("retarget", "cara-dunne")


def test_a_correction_that_changes_nothing_is_a_notice(opened, journal):
    page = opened(statement="board-0")
    page = submit(page, "Change the relation")
    assert "already" in page.error[0].value
    assert journal() == []


def test_a_note_stays_with_the_statement(opened, journal):
    page = opened(statement="board-0")
    fill(page, "Note", "<i>check</i>")
    page = submit(page, "Keep the note")
    assert journal()[0].note == "<i>check</i>"
    assert "&lt;i&gt;check" in html(page) and "<i>check" not in html(page)


def test_a_note_goes_with_the_decision(opened, journal):
    page = opened(statement="board-0")
    fill(page, "Note", "The letter says so.")
    do(page, "accept")
    assert [(entry.action, entry.note) for entry in journal()] == [("accept", "The letter says so.")]


def test_one_decision_for_all_of_a_pattern(opened, journal):
    page = choose(opened(), "patterns")
    ticked = [box.key for box in page.checkbox]
    assert len(ticked) == 3  # Ada Brook and Ben Carter twice, Ben Carter and the board
    page.checkbox(key=ticked[0]).uncheck()
    do(page, "reject")
    assert [entry.action for entry in journal()] == ["reject"] * 2
    assert f"tick-{journal()[0].subject}" in ticked[1:]


def test_a_batch_is_undone_as_one(opened, database):
    page = do(choose(opened(), "patterns"), "accept")
    do(page, "undo")
    with Workspace(database) as workspace:
        assert {s.status for s in workspace.statements()} == {"proposed"}


def test_what_was_decided_is_found_again(opened, database):
    judge(database, "reject", "board-0", "Otto")
    page = choose(opened(), "decided")
    assert "rejected by Otto on" in html(page)
    page = do(page, "accept")
    page = choose(opened(), "decided")
    assert "accepted by Ines on" in html(page)


def test_an_entry_is_taken_back_by_its_button(opened, database, journal):
    judge(database, "reject", "board-0", "Otto")
    page = choose(opened(), "decided")
    page.button(key=f"take-back-{journal()[0].id}").click().run()
    with Workspace(database) as workspace:
        assert workspace.fetch(["board-0"])[0].status == "proposed"


def test_a_second_coder_does_not_see_the_first(opened, database):
    judge(database, "flip", "board-0", "Otto")
    page = choose(opened(), "again")
    assert "Harbour Board" in html(page)
    assert "Otto" not in html(page)
    assert "criticised</span>" in html(page)
    page = do(page, "accept")
    page = choose(page, "disputed")
    assert "Harbour Board" in html(page)
    assert "Ines, " in html(page)
    assert "Otto, " in html(page)


@pytest.fixture
def twins(database):
    """Cara Dunne is called Carter now, which lies within the name of Ben Carter."""
    from review import entries

    with Workspace(database) as workspace:
        workspace.decide(
            [entries.rename(workspace.entities()["cara-dunne"], "Carter", Hand("Otto"))], "coder"
        )


@pytest.mark.parametrize(
    ("decision", "left"),
    [("accept", {"ben-carter"}), ("flip", {"cara-dunne"}), ("reject", {"ben-carter", "cara-dunne"})],
)
def test_names_that_may_be_one(opened, database, twins, decision, left):
    page = choose(opened(), "merges")
    assert "one name within the other" in html(page)
    assert "one speaks of the other" in html(page)
    page = do(page, decision)
    with Workspace(database) as workspace:
        assert set(workspace.entities()) & {"ben-carter", "cara-dunne"} == left
    assert "nothing left" in page.success[0].value


@pytest.mark.parametrize(
    ("kind", "query", "offered"),
    [
        ("open", {"since": "2030-01-01"}, ["Without the earliest day: 6 statements"]),
        ("patterns", {"since": "2030-01-01"}, ["Without the earliest day: 2 patterns"]),
        ("disputed", {"since": "2030-01-01"}, []),  # no filter hides any
        ("merges", {"since": "2030-01-01"}, []),  # looks at all names
        ("again", {}, []),
    ],
)
def test_an_empty_list_says_which_filter_to_loosen(opened, kind, query, offered):
    page = choose(opened(**query), kind)
    assert "nothing left" in page.success[0].value
    labels = [
        found.label.replace("\\", "") for found in page.button if (found.key or "").startswith("absent-")
    ]
    assert labels == offered


def test_not_the_same_is_kept_and_undone(opened, twins, journal):
    do(choose(opened(), "merges"), "reject")
    assert [entry.action for entry in journal()] == ["rename", "distinct"]
    page = choose(opened(), "merges")
    assert "nothing left" in page.success[0].value
    do(page, "undo")
    assert "one name within the other" in html(choose(opened(), "merges"))


@pytest.fixture
def named(opened):
    """The list of names, with one of them chosen."""

    def chosen(id="ben-carter"):
        page = choose(opened(), "names")
        return page.selectbox(key="name-chosen").select(id).run()

    return chosen


def test_a_name_is_changed(named, journal):
    page = named()
    page.text_input(key="rename-to-ben-carter").input("Benjamin Carter")
    page = submit(page, "Rename")
    assert [(entry.action, entry.change["name"]) for entry in journal()] == [("rename", "Benjamin Carter")]
    assert "also Ben Carter" in html(page)
    page = page.button(key=f"take-back-{journal()[0].id}").click().run()
    assert "also Ben Carter" not in html(page)


def test_a_name_is_parted_in_two(named, database):
    page = named()
    page.multiselect(key="split-off-ben-carter").set_value(["board-0"])
    page.text_input(key="split-to-ben-carter").input("Ben Carter (mate)")
    page = submit(page, "Part them")
    assert not page.error
    with Workspace(database) as workspace:
        assert workspace.fetch(["board-0"])[0].actor == "Ben Carter (mate)"
        assert workspace.fetch(["port-1"])[0].actor == "Ben Carter"


def test_a_name_is_made_one_with_another(named, database):
    page = named("cara-dunne")
    page.selectbox(key="merge-into-cara-dunne").select("ada-brook")
    page = submit(page, "Make them one")
    assert page.selectbox(key="name-chosen").value == "ada-brook"
    with Workspace(database) as workspace:
        assert "cara-dunne" not in workspace.entities()


@pytest.mark.parametrize(
    ("label", "told"),
    [("Rename", "already"), ("Part them", "new name is empty"), ("Make them one", "nobody and nothing here")],
)
def test_a_name_is_left_alone_where_nothing_is_said(named, journal, label, told):
    page = submit(named(), label)
    assert told in page.error[0].value
    assert journal() == []


@pytest.fixture
def adding(opened):
    """The list "Add" with the report "board" chosen, and whatever is given filled in."""

    def filled(**fields):
        page = choose(opened(), "add")
        page = page.selectbox(key="add-document").select("board").run()
        for field, value in fields.items():
            key = FIELDS.get(field, f"{field}-board-0")
            kinds = (page.text_area, page.text_input, page.selectbox, page.multiselect)
            next(found for kind in kinds for found in kind if found.key == key).set_value(value)
            page = allow_new(page).run()
            assert not page.exception
        return page

    return filled


FIELDS = {"family": "family-said-board-0", "target_type": "target-type-board-0"}
WORDS = "Ben Carter criticised Harbour Board"
MISSED = {"words": WORDS, "actor": "Harbour Board", "said": "defended", "target": "Cara Dunne"}


def test_a_missed_statement_is_shown_then_added_and_taken_back(adding, journal, database):
    page = adding(**MISSED)
    assert '<mark class="actor cue">Harbour Board</mark>' in html(page)
    page = submit(page, "Add the statement")
    [entry] = journal()
    assert (entry.action, entry.coder, entry.change["statement"]["evidence"]) == ("add", "Ines", WORDS)
    assert "add Harbour Board defended Cara Dunne" in html(page)
    assert page.text_area(key="words-board-1").value == ""
    page.button(key=f"take-back-{entry.id}").click().run()
    with Workspace(database) as workspace:
        assert len(workspace.statements()) == 6


ADDED = [
    # what is filled in besides -> what the statement holds then
    ({"cue": "criticised"}, {"cue_span": [11, 21]}),
    ({"how": "negated"}, {"negated": True}),
    ({"actor": "Vera Holm"}, {"actor_id": "vera-holm", "actor_type": "person"}),
    ({"target": "the pier", "target_type": "issue"}, {"target_type": "issue", "target": "the pier"}),
    ({"said": "snubbed", "family": "opposition"}, {"relation": "snubbed", "polarity": -1}),
    ({"words": "", "picked": [(0, 36)]}, {"evidence": f"{WORDS}."}),
]


@pytest.mark.parametrize(("fields", "held"), ADDED)
def test_what_is_filled_in_is_what_is_added(adding, journal, fields, held):
    submit(adding(**MISSED | fields), "Add the statement")
    statement = journal()[0].change["statement"]
    assert {key: statement[key] for key in held} == held


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"words": "not there"}, "does not stand in the document"),
        ({"cue": "not there"}, "does not stand in the passage"),
        ({"target": "Harbour Board"}, "both actor and target"),
        ({"actor": "a public inquiry"}, "takes no position"),
        ({"actor": "Ben Carter", "said": "criticised", "target": "Harbour Board"}, "read so already"),
    ],
)
def test_what_cannot_be_added_is_told_before(adding, fields, told):
    page = adding(**MISSED | fields)
    assert told in page.warning[0].value
    assert next(found for found in page.button if found.label == "Add the statement").disabled


def test_the_text_shows_what_is_found_already(adding):
    assert '<mark class="cue">criticised</mark>' in html(adding())


def test_a_decision_on_the_disputed_list_settles_it(opened, database):
    judge(database, "reject", "board-0", "Otto")
    judge(database, "accept", "board-0", "Vera")
    page = do(choose(opened(), "disputed"), "accept")
    assert "nothing left" in choose(opened(), "disputed").success[0].value
    do(page, "undo")
    assert "Harbour Board" in html(choose(opened(), "disputed"))


def test_a_merger_is_undone(opened, database, twins, journal):
    do(do(choose(opened(), "merges"), "accept"), "undo")
    assert [entry.action for entry in journal()] == ["rename", "merge", "undo"]


def test_a_statement_of_a_name_about_itself_is_told(opened, database, twins):
    page = do(choose(opened(), "merges"), "accept")
    assert "Statements of a name about itself" in [found.value for found in choose(page, "results").subheader]


def test_nothing_is_decided_where_nothing_is_ticked(opened, journal):
    page = choose(opened(), "patterns")
    for box in list(page.checkbox):
        page.checkbox(key=box.key).uncheck()
    page = do(page, "accept")
    assert "no statement is ticked" in page.error[0].value
    assert journal() == []


def test_a_correction_that_fits_no_more_is_told_and_taken_back(opened, database, journal):
    judge(database, "reject", "union-0", "Otto")
    with Store(database) as store:
        store.replace(replace(reading("union"), statements=()), {"extractor": "better"})
    page = choose(opened(), "results")
    assert "the statement is not found any more" in [found.value for found in page.text]
    page = page.button(key=f"take-back-{journal()[0].id}").click().run()
    assert "Every correction fits" in " ".join(found.value for found in page.caption)


def test_results(opened, database):
    judge(database, "accept", "board-0", "Otto")
    judge(database, "reject", "board-0", "Ines")
    page = choose(opened(), "results")
    trust, measures, differing = (table.value for table in page.dataframe)
    assert trust["Judged"].tolist()[0] == 1
    assert "found" in measures["Variable"].tolist()
    assert differing["Otto"].tolist() == ["yes"]
    assert differing["Ines"].tolist() == ["no"]
    assert "Rows to train with" in [button.proto.label for button in page.get("download_button")]


def test_explore_draws_no_rejected_statement(open_page, database):
    edge = "ben-carter|criticised|harbour-board"
    page = open_page("explore", selected=f"edge:{edge}")
    assert "Harbour Board" in html(page)
    judge(database, "reject", "board-0", "Otto")
    page = page.run()
    assert "not in view" in page.info[0].value


def test_explore_tells_who_accepted(open_page, database):
    judge(database, "accept", "board-0", "Otto")
    page = open_page("explore", selected="edge:ben-carter|criticised|harbour-board")
    assert "accepted by Otto on" in html(page)


def test_explore_accepts_for_whoever_has_a_name(open_page, journal):
    page = open_page("explore", selected="edge:ben-carter|criticised|harbour-board")
    assert [found.label for found in page.button if found.key.endswith("-board-0")] == []
    page.session_state["coder"] = "Ines"
    page = page.run()
    page = page.button(key="accept-board-0").click().run()
    assert [(entry.action, entry.coder) for entry in journal()] == [("accept", "Ines")]
    assert "accepted by Ines" in html(page)


@pytest.mark.parametrize(
    ("user", "roles", "told"),
    [
        (
            {"is_logged_in": True, "email": "ines@example.org", "name": "Ines"},
            {"ines@example.org": "coder"},
            None,
        ),
        ({"is_logged_in": True, "email": "ines@example.org", "name": "Ines"}, {}, "a reader may not accept"),
    ],
)
def test_where_people_log_in_the_table_of_roles_decides(open_page, journal, monkeypatch, user, roles, told):
    monkeypatch.setattr("streamlit.user", user)
    monkeypatch.setattr("streamlit.secrets", {"roles": roles})
    page = do(open_page("review"), "accept")
    assert [found.value for found in page.error if told and told in found.value] == (
        [page.error[0].value] if told else []
    )
    assert len(journal()) == (0 if told else 1)


def test_whoever_is_not_logged_in_sees_no_button(open_page, monkeypatch):
    monkeypatch.setattr("streamlit.user", {"is_logged_in": False})
    page = open_page("review")
    assert page.button(key="login")
    assert not [found for found in page.button if (found.key or "").startswith("do-")]
