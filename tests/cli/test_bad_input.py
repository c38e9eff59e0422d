"""What bad input gets (DESIGN section 6), by the command itself: each test begins with the words of its row.

One message says what, where and what to do; the other inputs of the call go on; nothing stored before changes; the
same command run again finishes the work.
"""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from ingest import address
from store import Store
from tests.cli.conftest import Ran, command_in, corpus
from tests.ingest.samples import save_pdf

pytestmark = pytest.mark.model

ROOT = Path(__file__).parents[2]
TEXT = "Martha Hollis criticised Peter Grange."
PAGE = "<!doctype html><html><head>{}</head><body><article><p>" + TEXT * 4 + "</p></article></body></html>"
GERMAN = "Der Minister hat am Montag die Vorsitzende der Partei scharf kritisiert, sagte eine Sprecherin. "
RANDOM = bytes(range(256)) * 20
DATED = '<meta property="article:published_time" content="2031-02-31T09:00:00Z">'


def locked_pdf(path: Path) -> bytes:
    save_pdf(path, TEXT, password="sesame")
    return path.read_bytes()


FILES = [
    # row                             file          content                                    what the message says
    ("empty",                         "none.txt",   b"",                                       "it is empty. Give a file"),
    ("empty",                         "blank.txt",  b" \n\n ",                                 "it is empty. Give a text"),
    ("empty",                         "hidden.md",  b"---\ntitle: One\n---\n",                 "it is empty. Give a text"),
    ("binary",                        "binary.txt", RANDOM,                                    "it holds no text"),
    ("binary",                        "binary.pdf", RANDOM,                                    "the PDF is damaged. Download"),
    ("binary",                        "cut.pdf",    b"%PDF-1.7\n" + RANDOM,                    "the PDF is damaged. Download"),
    ("binary",                        "binary.docx", RANDOM,                                   "the Word file is damaged. Save"),
    ("wrong encoding",                "old.jsonl",  '{"text": "Siân"}'.encode("latin-1"),      "it is not in UTF-8. Save the file"),
    ("wrong encoding",                "mixed.txt",  b"\xff\xfe\x00\xd8" * 99,                  "encoding that cannot be told. Save it"),
    ("50 MB of text",                 "huge.txt",   b"A lot was said. " * 3_200_000,           "larger than 40 MB. Split it"),
    ("50 MB of text",                 "long.txt",   b"A lot was said. " * 70_000,              "1,120,000 characters is too long for one document (1,000,000 at most). Split it"),
    ("HTML where text was expected",  "menu.txt",   b"<html><nav><a href='/'>Home</a></nav>",  "no article was found in the page. Copy"),
    ("a password-protected PDF",      "locked.pdf", locked_pdf,                                "protected by a password. Open it"),
    ("a date of 31 February",         "facts.md",   b"---\ndate: 2031-02-31\n---\nNo.",        "'2031-02-31' is not a date. Write"),
    ("a date of 31 February",         "page.html",  PAGE.format(DATED).encode(),               "'2031-02-31', is not a date. Save"),
    ("a date of 31 February",         "line.jsonl", b'{"text": "No.", "date": "2031-02-31"}',  "'2031-02-31' is not a date. Write"),
    ("another language",              "german.txt", (GERMAN * 5).encode(),                     "in another language ('de'). Only English"),
    ("another language",              "two.jsonl",  json.dumps({"id": "de", "text": GERMAN * 5}).encode(), "two.jsonl, document 'de': the text is in another"),
]  # fmt: skip


ROWS = [pytest.param(name, message, id=f"{row}: {name}") for row, name, _content, message in FILES]


@pytest.fixture(scope="module", params=["add", "extract"])
def told(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Told:
    """What the command says of the files of the table with a good one in their midst, and of them when mended."""
    place = tmp_path_factory.mktemp(request.param)
    folder, database = place / "news", f"sqlite:///{place}/h.db"
    folder.mkdir()
    for _row, name, content, _message in FILES:
        (folder / name).write_bytes(content if isinstance(content, bytes) else content(folder / name))
    (folder / "good.txt").write_text(TEXT, encoding="utf-8")
    hustings = command_in(place, database)
    first = hustings(request.param, folder)
    for number, (_row, name, _content, _message) in enumerate(FILES):
        (folder / name).unlink()
        (folder / f"{name}.txt").write_text(f"{TEXT} It was day {number}.", encoding="utf-8")
    return Told(folder, first, hustings(request.param, folder))


@dataclass
class Told:
    folder: Path
    first: Ran
    mended: Ran


@pytest.mark.parametrize(("name", "message"), ROWS)
def test_file(told, name, message):
    [line] = [line for line in told.first.stderr.splitlines() if line.startswith(str(told.folder / name))]
    assert message in line


def test_file_by_file_the_others_go_on_and_the_same_command_finishes(told):
    *messages, summary = told.first.stderr.splitlines()
    assert (told.first.returncode, len(messages)) == (2, len(FILES))
    assert told.mended.returncode == 0
    if told.first.stdout:
        assert {json.loads(line)["document"] for line in told.first.stdout.splitlines()} == {"good"}
        assert summary.endswith(f"in 1 document; {len(FILES)} could not be read")
        assert told.mended.stderr.endswith(f"in {len(FILES) + 1} documents\n")
    else:
        assert summary == f"1 added, 0 known already, {len(FILES)} refused"
        assert told.mended.stderr == f"{len(FILES)} added, 1 known already, 0 refused\n"


READ = [
    ("HTML where text was expected", "page.txt", PAGE.format("").encode()),
    ("wrong encoding: Windows", "western.txt", f"{TEXT} “We’re done” – he left the café.".encode("cp1252")),
    ("wrong encoding: UTF-16", "wide.txt", TEXT.encode("utf-16")),
]


@pytest.mark.parametrize(("name", "content"), [pytest.param(n, c, id=row) for row, n, c in READ])
def test_read_all_the_same(hustings, tmp_path, name, content):
    (tmp_path / name).write_bytes(content)
    result = hustings("extract", tmp_path / name)
    assert result.returncode == 0, result.stderr
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert "Martha Hollis" in {statement["actor"] for statement in found}
    assert not [statement for statement in found if "<p>" in statement["evidence"]]


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_a_feed_that_answers_500(hustings, site, good):
    feed = site.put("/feed", "oops", "application/rss+xml", status=500)
    result = hustings("add", feed, good, "--allow-private")
    assert result.returncode == 2
    assert result.stderr.splitlines() == [
        f"{feed}: the server failed (500). Try again later",
        "1 added, 0 known already, 1 refused",
    ]
    entry = f"<item><title>News</title><description>{TEXT} It rained.</description></item>"
    site.put("/feed", f"<rss><channel>{entry}</channel></rss>", "application/rss+xml")
    assert hustings("add", feed, good, "--allow-private").stderr == "1 added, 1 known already, 0 refused\n"


def test_a_redirect_to_a_private_address(runner, database, site, good, monkeypatch):
    private = site.put("/secret", TEXT, "text/plain").replace("127.0.0.1", "localhost")
    start = site.put("/a", "", status=302, Location=private)
    # Only 127.0.0.1 can be served here: for this test it counts as public until it has answered once.
    monkeypatch.setattr(address, "is_public", lambda found: found == "127.0.0.1" and not site.asked)
    result = runner("add", start, str(good), "--database", database)
    assert result.exit_code == 2
    assert result.stderr.splitlines() == [
        f"{start}: {private}: 'localhost' is an address of this computer or its own network, not of the public web. "
        "Save the page, and give the file",
        "1 added, 0 known already, 1 refused",
    ]
    assert site.asked == ["/a"]


def test_a_private_address(hustings, site, good):
    page = site.put("/a", TEXT, "text/plain")
    result = hustings("add", page, good)
    assert (result.returncode, site.asked) == (2, [])
    assert result.stderr.startswith(f"{page}: '127.0.0.1' is an address of this computer")
    assert result.stderr.endswith("1 added, 0 known already, 1 refused\n")


def test_a_date_of_31_february_as_an_option(hustings, good, tmp_path):
    for verb in ("extract", "add"):
        result = hustings(verb, good, "--date", "2031-02-31")
        assert (result.returncode, result.stdout) == (2, "")
        assert result.stderr.startswith("--date: '2031-02-31' is not a date. Write year-month-day")
        assert len(result.stderr.splitlines()) == 1
    assert not (tmp_path / "data").exists()


def test_a_date_of_31_february_in_a_feed(hustings, site, database):
    entry = "<item><title>{0}</title><link>{1}/{0}</link><pubDate>{0} Feb 2031</pubDate><description>" + TEXT
    items = "".join(f"{entry.format(day, site.address)} {day}.</description></item>" for day in (28, 31))
    for day in (28, 31):
        site.put(f"/{day}", f"{TEXT} {day}.", "text/plain")
    feed = site.put("/feed", f"<rss><channel>{items}</channel></rss>", "application/rss+xml")
    result = hustings("add", feed, "--allow-private")
    assert result.returncode == 2
    assert result.stderr.startswith(
        f"{site.address}/31: the day of publication that it declares, '31 Feb 2031'"
    )
    with Store(database) as store:
        assert [document.date for document in store.documents()] == ["2031-02-28"]


def test_another_language_names_the_file_among_others_of_its_name(hustings, tmp_path):
    paths = [tmp_path / folder / "report.txt" for folder in "abc"]
    for path, text in zip(paths, (GERMAN * 5, TEXT, GERMAN * 6), strict=True):
        path.parent.mkdir()
        path.write_text(text, encoding="utf-8")
    for verb in ("extract", "add"):
        result = hustings(verb, *paths)
        messages = result.stderr.splitlines()[:-1]
        assert len(messages) == 2
        assert messages[0].startswith(f"{paths[0]}: the text is in another language")
        assert messages[1].startswith(f"{paths[2]}") and "the text is in another language" in messages[1]


def test_an_empty_name_is_not_the_current_folder(hustings, good, tmp_path):
    (tmp_path / "here" / "other.txt").write_text(TEXT, encoding="utf-8")
    for verb in ("extract", "add"):
        result = hustings(verb, "")
        assert (result.returncode, result.stdout) == (2, "")
        assert result.stderr.startswith("'': the name of a source is empty. Check the variable")


def test_a_source_that_is_not_there(hustings, good):
    result = hustings("add", "missing.txt", good)
    assert result.returncode == 2
    assert result.stderr.startswith("missing.txt: there is no such file or folder. Check the name")
    assert result.stderr.endswith("1 added, 0 known already, 1 refused\n")


def test_a_kind_of_file_that_is_not_read(hustings, tmp_path):
    (tmp_path / "strange.xyz").write_text(TEXT, encoding="utf-8")
    result = hustings("extract", tmp_path / "strange.xyz")
    assert result.returncode == 2
    assert "strange.xyz: files of the kind '.xyz' cannot be read. Use one of" in result.stderr


def test_a_document_seen_before_changes_nothing(hustings, database, good, tmp_path):
    assert hustings("add", good).stderr == "1 added, 0 known already, 0 refused\n"
    with Store(database) as store:
        before = store.revision(), store.statements(), store.documents()
    spaced = tmp_path / "spaced.txt"
    spaced.write_text(f"\n{TEXT.replace(' ', '  ')}\n", encoding="utf-8")
    result = hustings("add", good, spaced)
    assert (result.returncode, result.stderr) == (0, "0 added, 2 known already, 0 refused\n")
    with Store(database) as store:
        assert (store.revision(), store.statements(), store.documents()) == before


UNUSABLE = [
    ("CREATE TABLE recipes (name TEXT)", "belongs to another program"),
    (
        "CREATE TABLE meta (name TEXT, value INT); INSERT INTO meta VALUES ('schema_version', 99)",
        "newer version",
    ),
]


@pytest.mark.parametrize(("script", "message"), UNUSABLE)
@pytest.mark.parametrize(
    "verb", [["add", "a.txt"], ["export", "gexf", "--output", "x"], ["serve"]], ids=" ".join
)
def test_a_database_of_a_newer_version_or_of_another_program_is_one_message_and_stays(
    hustings, database, tmp_path, verb, script, message
):
    path = tmp_path / "data" / "h.db"
    path.parent.mkdir()
    connection = sqlite3.connect(path)
    connection.executescript(script)
    connection.close()
    (tmp_path / "here" / "a.txt").write_text("Martha Hollis criticised Peter Grange.", encoding="utf-8")
    before = path.read_bytes()
    result = hustings(*verb)
    assert (result.returncode, result.stdout) == (1, "")
    assert message in result.stderr
    assert str(path) in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert path.read_bytes() == before


def test_a_full_disk_is_one_message_and_1(hustings, small_disk, tmp_path):
    database = f"sqlite:///{small_disk}/h.db"
    hustings("add", corpus(tmp_path / "a.jsonl", 2), "--database", database)
    big = tmp_path / "big.json"  # in its title, which costs no time to read
    big.write_text(
        json.dumps({"id": "big", "title": "Long " * 80_000, "text": "The boats stayed in all day."})
    )
    result = hustings("add", big, "--database", database)
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr.startswith(
        f"{small_disk}/h.db: the disk is full. Free some space and run the same command"
    )
    assert len(result.stderr.splitlines()) == 1
    with Store(database) as store:
        assert store.count() == 2
        store.check()
    subprocess.run(["mount", "-o", "remount,size=40m", small_disk], check=True)
    again = hustings("add", big, corpus(tmp_path / "a.jsonl", 2), "--database", database)
    assert (again.returncode, again.stderr) == (0, "1 added, 2 known already, 0 refused\n")


def test_a_killed_process_is_finished_by_the_same_command(hustings, database, tmp_path):
    size = 200
    source = corpus(tmp_path / "a.jsonl", size)
    running = subprocess.Popen(
        [sys.executable, "-m", "cli", "--database", database, "add", source],
        cwd=ROOT,
        stderr=subprocess.DEVNULL,
    )
    with Store(database) as store:
        try:
            while store.count() == 0:
                assert running.poll() is None
                time.sleep(0.01)
        finally:
            running.kill()
            running.wait()
        kept = store.count()
        assert 0 < kept < size
        store.check()
        assert {statement.document for statement in store.statements()} == {d.id for d in store.documents()}
        finished = hustings("add", source)
        assert finished.stderr == f"{size - kept} added, {kept} known already, 0 refused\n"
        assert store.count() == size
        store.check()
