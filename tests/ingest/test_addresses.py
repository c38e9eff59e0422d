"""Pages and feeds from a real server on this computer, and addresses that must not be read."""

from __future__ import annotations

import gzip
import socket

import pytest

from ingest import MAX_BYTES, Failure, address, read_source
from ingest.feed import text_of
from tests.ingest.samples import ARTICLE, SENTENCES, save_pdf

PLAIN = "Marta Quill criticised the plan."


def read(source: str) -> list:
    return list(read_source(source, allow_private=True))


def fault(source: str) -> str:
    [failure] = read(source)
    assert isinstance(failure, Failure)
    assert failure.error.where and failure.error.mend
    return str(failure.error)


def test_a_page(site):
    url = site.put("/news/harbour-plan?page=1", ARTICLE)
    [document] = read(url)
    assert SENTENCES[0] in document.text
    assert (document.title, document.date, document.url) == ("Harbour plan criticised", "2024-03-12", url)
    assert document.id == f"127-0-0-1-{site.address.rpartition(':')[2]}-news-harbour-plan-page-1"


def test_the_servers_encoding_is_believed(site):
    [document] = read(site.put("/a", "Mářta spoke.".encode("iso-8859-2"), "text/plain; charset=iso-8859-2"))
    assert document.text == "Mářta spoke."


def test_a_pdf_and_a_text_by_media_type(site, tmp_path):
    save_pdf(tmp_path / "a.pdf", PLAIN)
    for url in (
        site.put("/1", (tmp_path / "a.pdf").read_bytes(), "application/pdf"),
        site.put("/2", PLAIN, "text/plain"),
    ):
        [document] = read(url)
        assert document.text == PLAIN


def test_the_suffix_where_the_server_names_no_media_type(site):
    [document] = read(site.put("/notes.txt", PLAIN, ""))
    assert document.text == PLAIN


def test_a_compressed_answer_that_nobody_asked_for(site):
    packed = gzip.compress(PLAIN.encode())
    [document] = read(site.put("/a", packed, "text/plain", Content_Encoding="gzip"))
    assert document.text == PLAIN
    bomb = gzip.compress(bytes(MAX_BYTES + 1))
    assert "larger than 40 MB" in fault(site.put("/b", bomb, "text/plain", Content_Encoding="gzip"))


def test_letters_beyond_ascii_in_an_address(site):
    site.put("/caf%C3%A9?q=na%C3%AFve", PLAIN, "text/plain")
    [document] = read(f"{site.address}/café?q=naïve")
    assert document.text == PLAIN


@pytest.mark.parametrize("status", sorted(address.REDIRECTS))
def test_redirects_are_followed(site, status):
    end = site.put("/end", PLAIN, "text/plain")
    [document] = read(site.put("/start", "", status=status, Location="end"))
    assert (document.text, document.url) == (PLAIN, end)


STATUSES = [
    (401, "asks for a password"),
    (403, "refuses to give the page"),
    (404, "there is no such page"),
    (410, "has been removed"),
    (418, "gives no page"),
    (429, "asks to slow down"),
    (500, "the server failed (500). Try again later"),
    (503, "the server failed (503)"),
]


@pytest.mark.parametrize("status, message", STATUSES)
def test_a_status_that_brings_no_page(site, status, message):
    url = site.put("/a", "<p>Sorry.</p>", status=status)
    assert message in fault(url) and fault(url).startswith(url)


def test_a_server_that_is_too_slow(site, monkeypatch):
    monkeypatch.setattr(address, "TIMEOUT", 0.2)
    site.put("/slow", PLAIN)
    assert "did not answer in time" in fault(f"{site.address}/slow")


def test_a_page_that_comes_too_slowly(site, monkeypatch):
    monkeypatch.setattr(address, "DEADLINE", -1.0)
    assert "did not answer in time" in fault(site.put("/a", PLAIN))


def test_a_page_that_is_too_large(site):
    assert "larger than 40 MB" in fault(site.put("/a", b"word " * (MAX_BYTES // 5 + 1), "text/plain"))


def test_a_picture(site):
    assert "it is no text but image/png" in fault(site.put("/a.png", b"\x89PNG", "image/png"))


def test_a_page_that_is_empty(site):
    assert "it is empty" in fault(site.put("/a", ""))


def test_redirects_without_an_end(site):
    assert "redirects more than 5 times" in fault(site.put("/a", "", status=302, Location="/a"))


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://127.0.0.1/a", "http://[", "http://a:99999/"])
def test_a_redirect_to_no_web_address(site, target):
    assert "it is not an address of the web" in fault(site.put("/a", "", status=302, Location=target))


def test_a_server_that_is_off():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert "the server cannot be reached" in fault(f"http://127.0.0.1:{port}/")


def test_a_server_that_talks_no_tls(site):
    assert "cannot prove that it is the one named" in fault(site.address.replace("http:", "https:"))


def test_a_name_that_no_server_has():
    assert "there is no server of that name" in fault(f"http://{'a' * 64}.example/")


def test_private_addresses_are_refused(site):
    [failure] = read_source(site.put("/a", PLAIN, "text/plain"))
    assert "'127.0.0.1' is an address of this computer or its own network" in str(failure.error)
    assert site.asked == []


def test_a_redirect_to_a_private_address(site, monkeypatch):
    private = site.put("/secret", PLAIN, "text/plain").replace("127.0.0.1", "localhost")
    start = site.put("/a", "", status=302, Location=private)
    monkeypatch.setattr(address, "is_public", lambda found: found == "127.0.0.1" and not site.asked)
    [failure] = read_source(start)  # the first server counts as public, the second does not
    assert failure.error.where == private
    assert "'localhost' is an address of this computer" in str(failure.error)
    assert site.asked == ["/a"]


ADDRESSES = [
    ("93.184.215.14", True),
    ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", True),
    ("127.0.0.1", False),
    ("0.0.0.0", False),
    ("10.1.2.3", False),
    ("172.16.0.1", False),
    ("192.168.1.1", False),
    ("169.254.169.254", False),
    ("100.64.0.1", False),
    ("224.0.0.1", False),
    ("255.255.255.255", False),
    ("::1", False),
    ("::", False),
    ("fe80::1%eth0", False),
    ("fc00::1", False),
    ("ff02::1", False),
    ("::ffff:127.0.0.1", False),
    ("::ffff:93.184.215.14", True),
    ("2002:7f00:1::", False),
    ("64:ff9b::7f00:1", False),
    ("64:ff9b::5db8:d70e", True),
]


@pytest.mark.parametrize("found, public", ADDRESSES)
def test_is_public(found, public):
    assert address.is_public(found) is public


def test_a_long_address_makes_a_short_id():
    long = [f"https://tidewater.example/{'word-' * 60}{end}" for end in "ab"]
    ids = {address.address_id(url) for url in long}
    assert len(ids) == 2 and all(len(id) <= address.MAX_NAME for id in ids)


RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>The Tidewater Post</title>
<item><title>Own words</title><link>{0}/own</link><pubDate>Tue, 12 Mar 2024 00:30:00 +0100</pubDate>
<content:encoded><![CDATA[<p>Marta Quill <em>criticised</em> the plan.</p><p>Owen Tarrow defended it.</p>]]></content:encoded></item>
<item><title>Linked</title><link>{0}/linked</link><description>Short.</description><pubDate>31 Feb 2024</pubDate></item>
<item><title>Gone</title><link>{0}/gone</link></item>
<item><title>Winter</title><link>{0}/winter</link><pubDate>Mon, 31 Feb 2024 10:00:00 GMT</pubDate></item>
<item><title>No link</title><description>Only these words.</description></item>
</channel></rss>"""

ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Notes</title>
<entry><title>Plain</title><id>urn:1</id><link href="plain"/><published>2024-03-12T23:30:00-05:00</published></entry></feed>"""


def test_an_rss_feed(site):
    site.put("/linked", ARTICLE)
    site.put("/winter", PLAIN, "text/plain")
    own, linked, gone, winter, bare = read(site.put("/feed", RSS.format(site.address), "application/rss+xml"))
    assert own.text == "Marta Quill criticised the plan.\nOwen Tarrow defended it."
    assert (own.title, own.outlet, own.date, own.url) == (
        "Own words", "The Tidewater Post", "2024-03-12", f"{site.address}/own",
    )  # fmt: skip
    assert linked.title == "Harbour plan criticised" and SENTENCES[0] in linked.text
    assert "there is no such page (404)" in str(gone.error)
    assert winter.error.where == f"{site.address}/winter" and "'Mon, 31 Feb 2024', is not a date" in str(
        winter.error
    )
    assert (bare.id, bare.text, bare.date) == ("no-link", "Only these words.", None)


def test_an_atom_feed_fills_in_what_the_page_does_not_tell(site):
    site.put("/news/plain", PLAIN, "text/plain")
    [document] = read(site.put("/news/feed.atom", ATOM, "text/xml"))
    assert (document.text, document.title, document.outlet, document.date) == (
        PLAIN,
        "Plain",
        "Notes",
        "2024-03-12",
    )


def test_a_feed_that_answers_500(site):
    assert "the server failed (500)" in fault(site.put("/feed", "oops", "application/rss+xml", status=500))


def test_a_feed_without_entries(site):
    assert "the feed has no entries" in fault(site.put("/feed", "<rss><channel></channel></rss>", "text/xml"))


def test_xml_that_is_no_feed(site):
    assert "cannot be read" in fault(site.put("/a", "<?xml version='1.0'?><prices/>", "application/xml"))


def test_a_feed_may_not_lead_to_a_private_address(site, monkeypatch):
    feed = site.put("/feed", RSS.format("http://localhost:1"), "text/xml")
    monkeypatch.setattr(address, "is_public", lambda found: not site.asked)
    refused = [item for item in read_source(feed) if isinstance(item, Failure)]
    assert len(refused) == 3 and all("of this computer" in str(failure.error) for failure in refused)


def test_text_of():
    html = "<h2>Plan</h2>\n<p>Ann <b>spoke</b>\nat length.</p><ul><li>One</li><li>Two</li></ul>tail<script>x()</script>"
    assert text_of(html).startswith("Plan\nAnn spoke at length.\nOne\nTwo\ntail")
