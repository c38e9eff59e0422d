from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commands.files import file_name, write_whole
from errors import HustingsError

PLAIN = ["seed", "a_b.c", "Report 1", "Ünlü", "..a", "-", "x" * 200]
HOSTILE = [
    "../../etc/passwd",
    "/etc/passwd",
    "..",
    ".",
    " ",
    "a/b",
    "a\\b",
    "a\0b",
    "a\nb",
    "C:x",
    "x" * 300,
    "é" * 150,
]


@pytest.mark.parametrize("document_id", PLAIN)
def test_a_plain_id_is_kept(document_id):
    assert file_name(document_id) == document_id


@pytest.mark.parametrize("document_id", HOSTILE)
def test_any_other_id_becomes_a_plain_name(document_id):
    name = file_name(document_id)
    assert name != document_id
    assert file_name(name) == name


@given(st.text(min_size=1))
def test_no_name_leads_out_of_the_folder(document_id):
    path = Path("folder") / f"{file_name(document_id)}.jsonl"
    assert path.parent == Path("folder")
    assert len(path.name.encode("utf-8", "surrogatepass")) < 255


def test_a_file_is_replaced_whole(tmp_path):
    target = tmp_path / "x.gexf"
    write_whole(str(target), b"first")
    write_whole(str(target), b"second")
    assert target.read_bytes() == b"second"
    assert [path.name for path in tmp_path.iterdir()] == ["x.gexf"]


def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "link").symlink_to(tmp_path / "real")
    write_whole(str(tmp_path / "link"), b"x")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"x"


def test_a_device_stays_a_device():
    write_whole("/dev/null", b"x")
    assert Path("/dev/null").is_char_device()


@pytest.mark.parametrize("target", ["missing/x.gexf", "."])
def test_a_place_that_cannot_be_written_is_named(tmp_path, monkeypatch, target):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(HustingsError, match="cannot be written") as caught:
        write_whole(target, b"x")
    assert (caught.value.where, caught.value.exit_code) == (target, 1)
    assert not list(tmp_path.iterdir())
