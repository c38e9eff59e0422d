"""A row is one line, whatever the sentence holds, and is read back as it was written."""

from __future__ import annotations

from itertools import accumulate, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.directed_sentiment import Row, read_rows
from review.marked import marked

WRITTEN = [
    # before, first, between, second, after -> the row
    (("", "Ada", " met ", "Bo", "."), "[Ada] met [Bo].\tAda\tBo\t1"),
    (("", "Ada", "", "Bo", ""), "[Ada][Bo]\tAda\tBo\t1"),
    (("Then ", "Ada\n Quill", " [sic]\tmet ", "Bo", "’s\x85 son.\u2028"), "Then [Ada Quill] (sic) met [Bo]’s son.\tAda Quill\tBo\t1"),
    (("anti-", "Ada", " met ", "B]o", " \ud800."), "anti-[Ada] met [B)o] ?.\tAda\tB)o\t1"),
    ((" ", "Ada", " met ", "\t", "."), None),
    (("", "", "Ada met ", "Bo", "."), None),
    (("the ", "Ada", "ites met ", "Bo", "."), None),
    (("", "Ada", " met ", "Bo", "_1"), None),
]  # fmt: skip


@pytest.mark.parametrize(("pieces", "row"), WRITTEN)
def test_a_row_is_one_line_or_none(pieces, row):
    made = marked(*cut(pieces))
    assert (made and made.line(1)) == row


SIGNS = st.one_of(st.sampled_from("[]\t\n\r\x0b\x1c\x85\u2028 ab_’."), st.characters())
PIECES = st.tuples(*[st.text(SIGNS, max_size=8)] * 5)


@given(rows=st.lists(st.tuples(PIECES, st.integers(0, 4)), max_size=4))
def test_rows_are_read_back(rows, tmp_path_factory):
    made = [(found, label) for pieces, label in rows if (found := marked(*cut(pieces)))]
    path = tmp_path_factory.mktemp("rows") / "rows.txt"
    path.write_bytes("".join(f"{found.line(label)}\n" for found, label in made).encode())
    assert read_rows(path) == [Row(found.text, cut(found)[1:], label) for found, label in made]


@given(PIECES)
def test_only_white_space_and_brackets_are_written_otherwise(pieces):
    text, *_ = cut(pieces)
    if made := marked(*cut(pieces)):
        kept = text.encode(errors="replace").decode().replace("[", "(").replace("]", ")")
        assert made.text.split() == kept.split()


def cut(pieces):
    """The text, and where its second and fourth piece stand."""
    ends = [0, *accumulate(map(len, pieces))]
    spans = list(pairwise(ends))
    return "".join(pieces), spans[1], spans[3]
