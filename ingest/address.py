"""Fetches web pages: http and https, public addresses, within limits of size and time.

Every address on the way, redirects included, is resolved once, checked, and then connected to as checked,
so that no page can lead the reader into the network that it runs in (server-side request forgery).
"""

from __future__ import annotations

import io
import ipaddress
import socket
import ssl
import time
import zlib
from contextlib import closing, suppress
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from pathlib import PurePosixPath
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from errors import InputError
from ingest.inputs import MAX_BYTES, Input, too_large
from records import digest, slug

TIMEOUT = 20.0  # seconds without a byte
DEADLINE = 60.0  # seconds for a whole page
MAX_REDIRECTS = 5
MAX_NAME = 100  # characters of a document's id made from an address
REDIRECTS = frozenset({301, 302, 303, 307, 308})
SAFE = "/%:@!$&'()*+,;=~-._?"
HEADERS = {"User-Agent": "Hustings/0.1 (reads articles)", "Accept-Encoding": "identity"}
NAT64 = ipaddress.ip_network("64:ff9b::/96")

SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "text/csv": ".csv",
    "application/pdf": ".pdf",
    "application/json": ".json",
    "application/jsonl": ".jsonl",
    "application/x-ndjson": ".jsonl",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/rss+xml": ".xml",
    "application/atom+xml": ".xml",
    "application/rdf+xml": ".xml",
    "application/xml": ".xml",
    "text/xml": ".xml",
}
"""Media type -> suffix of its reader; feeds are .xml."""

MEANINGS = {
    401: (
        "the page asks for a password",
        "Save the page with a browser that is signed in, and give the file",
    ),
    403: ("the server refuses to give the page", "Save the page with a browser, and give the file"),
    404: ("there is no such page", "Check the address"),
    410: ("the page has been removed", "Look for it in a web archive"),
    429: ("the server asks to slow down", "Try again in some minutes"),
    451: ("the page may not be shown for legal reasons", "Look for another report"),
}


def fetch(address: str, allow_private: bool = False) -> Input:
    """The page at an address, or where it redirects to.

    Args:
        address: http:// or https://.
        allow_private: Whether addresses of this computer and its own network may be read.

    Raises:
        InputError: If it cannot be had: no such server or page, too slow, too large, no text, not public.
    """
    current = address
    for _ in range(MAX_REDIRECTS + 1):
        try:
            answer = _answer(current, allow_private)
        except (OSError, HTTPException, UnicodeError, zlib.error) as error:
            raise _unreachable(current, error) from error
        if isinstance(answer, Input):
            return answer
        current = _joined(current, answer)
    raise InputError(
        f"it redirects more than {MAX_REDIRECTS} times",
        where=address,
        mend="Open it in a browser and copy the last address",
    )


def address_id(address: str) -> str:
    """The id of the document at an address: its host and path in a form that fits a file name."""
    name = slug(address.partition("://")[2])
    return name if len(name) <= MAX_NAME else f"{name[: MAX_NAME - 13]}-{digest(address)[:12]}"


def is_public(address: str) -> bool:
    """Whether an IP address belongs to the internet at large, and not to this computer or its own network."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo and ip.teredo[1])
        if ip in NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        return is_public(str(inner)) if inner else ip.is_global and not ip.is_multicast
    return ip.is_global and not ip.is_multicast


def _answer(address: str, allow_private: bool) -> Input | str:
    """The page, or the address that it redirects to."""
    parts = _split(address)
    deadline = time.monotonic() + DEADLINE
    with closing(_connect(parts, allow_private)) as connection:
        target = quote(parts.path or "/", SAFE) + (f"?{quote(parts.query, SAFE)}" if parts.query else "")
        connection.request("GET", target, headers=HEADERS)
        response = connection.getresponse()
        location = response.getheader("Location")
        if response.status in REDIRECTS and location:
            return location
        _check_status(response.status, address)
        return Input(
            where=address,
            id=address_id(address),
            suffix=_suffix(response, parts, address),
            stream=io.BytesIO(_body(response, address, deadline)),
            url=address,
            charset=response.headers.get_content_charset() or "",
        )


def _joined(address: str, location: str) -> str:
    try:
        return urljoin(address, location)
    except ValueError:
        return location  # no address at all, as the next turn will say


def _split(address: str) -> SplitResult:
    try:
        parts = urlsplit(address)
        usable = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:  # a port or an IPv6 address that is none
        usable = False
    if not usable:
        raise InputError(
            "it is not an address of the web", where=address, mend="Give one with http:// or https://"
        )
    return parts


def _connect(parts: SplitResult, allow_private: bool) -> HTTPConnection:
    """A connection to the very address that was checked."""
    host, secure = parts.hostname or "", parts.scheme == "https"
    port = parts.port or (443 if secure else 80)
    found = [str(info[4][0]) for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    if not allow_private and not all(map(is_public, found)):
        raise InputError(
            f"'{host}' is an address of this computer or its own network, not of the public web",
            where=parts.geturl(),
            mend="Save the page, and give the file",
        )
    connection = HTTPSConnection(host, port) if secure else HTTPConnection(host, port)
    connection.sock = _socket(found, port)
    if secure:
        connection.sock = ssl.create_default_context().wrap_socket(connection.sock, server_hostname=host)
    return connection


def _socket(found: list[str], port: int) -> socket.socket:
    """An open connection to the first of the addresses that takes one."""
    for address in found[:-1]:
        with suppress(OSError):
            return socket.create_connection((address, port), TIMEOUT)
    return socket.create_connection((found[-1], port), TIMEOUT)


def _check_status(status: int, address: str) -> None:
    if status == 200:
        return
    failed = (
        ("the server failed", "Try again later")
        if status >= 500
        else ("the server gives no page", "Check the address")
    )
    what, mend = MEANINGS.get(status, failed)
    raise InputError(f"{what} ({status})", where=address, mend=mend)


def _suffix(response: HTTPResponse, parts: SplitResult, address: str) -> str:
    kind = response.headers.get_content_type() if "Content-Type" in response.headers else ""
    if kind in ("", "application/octet-stream"):
        return PurePosixPath(parts.path).suffix.lower() or ".html"
    if kind not in SUFFIXES:
        raise InputError(f"it is no text but {kind}", where=address, mend="Give the address of an article")
    return SUFFIXES[kind]


def _body(response: HTTPResponse, address: str, deadline: float) -> bytes:
    body = bytearray()
    while part := response.read1(65_536):
        body += part
        if len(body) > MAX_BYTES:
            raise too_large(address)
        if time.monotonic() > deadline:
            raise TimeoutError
    if response.getheader("Content-Encoding", "identity") in ("gzip", "deflate"):  # though none was asked for
        body = bytearray(zlib.decompressobj(zlib.MAX_WBITS | 32).decompress(body, MAX_BYTES + 1))
        if len(body) > MAX_BYTES:
            raise too_large(address)
    return bytes(body)


def _unreachable(address: str, error: Exception) -> InputError:
    reasons = (
        (TimeoutError, "the server did not answer in time", "Try again later"),
        (socket.gaierror, "there is no server of that name", "Check the address and the connection"),
        (UnicodeError, "there is no server of that name", "Check the address"),
        (
            ssl.SSLError,
            "the server cannot prove that it is the one named",
            "Do not trust the page; check the address",
        ),
        (OSError, "the server cannot be reached", "Check the address and the connection"),
    )
    fallback = ("the server's answer cannot be understood", "Open it in a browser, save it and give the file")
    what, mend = next(((what, mend) for kind, what, mend in reasons if isinstance(error, kind)), fallback)
    return InputError(what, where=address, mend=mend)
