from __future__ import annotations

import pytest

from graph.export import FORMATS as DATA_FORMATS
from view.formats import FORMATS

STARTS = {"html": b"<!DOCTYPE html>", "svg": b"<?xml", "png": b"\x89PNG\r\n\x1a\n"}


def test_the_pictures_join_the_data_formats_without_replacing_any():
    assert set(FORMATS) == set(DATA_FORMATS) | set(STARTS)
    assert all(FORMATS[key] is form for key, form in DATA_FORMATS.items())


def test_each_format_has_a_name_and_a_suffix_of_its_own():
    assert len({form.suffix for form in FORMATS.values()}) == len(FORMATS)
    assert all(form.label and form.suffix.startswith(".") and "/" in form.mime for form in FORMATS.values())


@pytest.mark.parametrize("key", STARTS)
def test_a_graph_alone_is_enough_and_always_gives_the_same_bytes(key, graph):
    written = FORMATS[key].write(graph)
    assert written.startswith(STARTS[key])
    assert FORMATS[key].write(graph.copy()) == written
