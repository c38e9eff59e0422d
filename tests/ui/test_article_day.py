"""Days are read strictly; a text's own day is proposed and no other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from errors import InputError
from records import Document
from ui.article_day import named_day, read_day
from view.labels import day


@pytest.mark.parametrize(
    "written",
    ["2025-03-05", "5 March 2025", "5th Mar. 2025", "March 5, 2025", " 05 march 2025 ", "5 mar 2025"],
)
def test_one_day_written_in_many_ways(written):
    assert read_day(written) == "2025-03-05"


@pytest.mark.parametrize(
    "written",
    ["31 February 2025", "2025-02-29", "5/3/2025", "March 2025", "5 Marble 2025", "2025-3-5x", "0000-01-01"],
)
def test_anything_else_is_an_error(written):
    with pytest.raises(InputError):
        read_day(written)


@pytest.mark.parametrize("written", ["", "  "])
def test_nothing_is_no_day(written):
    assert read_day(written) is None


@given(st.dates())
def test_every_day_is_read_back(date):
    if date.year >= 1000:
        assert read_day(day(date.isoformat())) == read_day(date.isoformat()) == date.isoformat()


@pytest.mark.parametrize(
    ("id", "text", "found"),
    [
        ("a", "5 March 2025\nAda met Ben.", "2025-03-05"),
        ("2025-03-05-ada", "Ada met Ben.", "2025-03-05"),
        ("a", "x " * 400 + "\nPublished: March 5, 2025", "2025-03-05"),
        ("a", "x " * 400 + "on 5 March 2025", None),
        ("a", "On 31 February 2025 Ada met Ben.", None),
        ("a", "Ada met Ben on 3 May 2999.", None),
    ],
)
def test_the_day_that_a_text_names(id, text, found):
    assert named_day(Document(id=id, text=text)) == found
