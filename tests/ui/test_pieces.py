"""The pieces that pages are made of: marked articles, escaped labels, selections, the vendored script."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from errors import HustingsError
from records import POLARITY, VOICES, Statement
from ui import offered
from ui.graph_component import ensure_assets, vendor
from ui.reader import article_html
from ui.selection import Selected
from ui.style import SIGNS, chip, literal


def statement(text: str, *spans: tuple[int, int]) -> Statement:
    low, high = min(s for s, _ in spans), max(e for _, e in spans)
    return Statement(
        id="s", document="d", actor="Ada", actor_id="ada", actor_type="person", relation="praised",
        family="support", polarity=1, target="Ben", target_id="ben", target_type="person",
        evidence=text[low:high], start=low, end=high,
        actor_span=spans[0], cue_span=spans[1], target_span=spans[2],
    )  # fmt: skip


@st.composite
def marked_texts(draw):
    text = draw(st.text(alphabet="ab<>&\"' \n", min_size=1, max_size=40))
    bound = st.integers(0, len(text))
    span = st.tuples(bound, bound).map(lambda pair: (min(pair), max(pair)))
    found = draw(st.lists(st.tuples(span, span, span), max_size=4))
    return text, [statement(text, *spans) for spans in found]


@given(marked_texts())
def test_an_article_keeps_every_character(marked):
    text, statements = marked
    html = article_html(text, statements)
    assert unescape(re.sub(r"<[^>]*>", "", html)) == text


def test_overlapping_roles_share_a_mark():
    text = "Ada praised Ben"
    html = article_html(
        text, [statement(text, (0, 3), (4, 11), (12, 15)), statement(text, (12, 15), (4, 11), (0, 3))]
    )
    assert '<mark class="actor target">Ada</mark>' in html


def test_a_long_article_is_cut_and_says_so():
    assert "10 characters more" in article_html("x" * 40_010, [])


@pytest.mark.parametrize(
    "text",
    ["[a](javascript:x)", "**bold**", ":red[x]", "`code`", "$x$", "<b>", "# head", "- item", "![i](u)"],
)
def test_literal_leaves_no_sign_unescaped(text):
    assert not re.search(r"(?<!\\)[^\w\s\\]", literal(text))


def test_a_relation_is_escaped():
    assert "<b>x</b>" not in chip("<b>x</b>", "support")


def test_every_family_and_voice_has_its_sign_and_words():
    assert SIGNS.keys() == POLARITY.keys()
    assert offered.VOICES.keys() == VOICES


@pytest.mark.parametrize("text", ["node:ada", "edge:ada|praised|ben", "node:a:b", ""])
def test_a_selection_travels_as_text(text):
    assert str(Selected.from_text(text)) == text


@pytest.mark.parametrize("text", ["node:", "tree:x", "rubbish", ":"])
def test_other_text_selects_nothing(text):
    assert Selected.from_text(text) == Selected()


def test_the_script_is_copied_once_and_again_when_damaged(tmp_path, monkeypatch):
    monkeypatch.setattr(vendor, "VENDOR", tmp_path / "vendor")
    script = ensure_assets()
    whole = script.read_bytes()
    script.write_bytes(b"half")
    assert ensure_assets().read_bytes() == whole
    assert {path.name for path in script.parent.iterdir()} == {vendor.SCRIPT, vendor.DRAWING.name}


def test_a_folder_that_cannot_be_written_is_an_error_of_ours(tmp_path, monkeypatch):
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    monkeypatch.setattr(vendor, "VENDOR", blocked / "vendor")
    with pytest.raises(HustingsError, match="cannot be copied"):
        ensure_assets()
