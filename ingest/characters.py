"""Bytes become characters, and characters become clean, without a change to what a reader sees."""

from __future__ import annotations

import codecs
import re
import unicodedata

import ftfy
from charset_normalizer import from_bytes
from ftfy.badness import is_bad

from errors import InputError
from records import HALF_CHARACTERS

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
USUAL = "cp1252"  # of Western Europe and the Americas before UTF-8
MOST_ACCENTS = 0.1  # share of bytes beyond ASCII in English and its neighbours
LEAST_ASCII = 0.8  # share of characters of an English text that are ASCII, typographic ones counted out
MOST_STRANGE = 0.01  # share of control characters and unassigned ones above which bytes are no text

LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]")
INVISIBLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u200b\u2060\ufeff]")
MOJIBAKE = ftfy.TextFixerConfig(
    unescape_html=False, replace_lossy_sequences=False, decode_inconsistent_utf8=False, fix_c1_controls=False
)


def decode(data: bytes, where: str, declared: str = "") -> str:
    """The characters that the bytes stand for.

    Args:
        data: The bytes of a text file or page.
        where: For messages.
        declared: The encoding that the page or its server names; tried before any guess, not trusted.

    Raises:
        InputError: If the bytes are no text, or in an encoding that cannot be told.
    """
    marks = (name for mark, name in BYTE_ORDER_MARKS if data.startswith(mark))
    for encoding in (*marks, declared, "utf-8", _wide_encoding(data)):
        text = _decoded(data, encoding)
        if text is not None and _is_text(text):
            return text
    guess = _guess(data)
    if guess is not None and _is_text(guess):
        return guess
    raise InputError(
        "it holds no text, or text in an encoding that cannot be told",
        where=where,
        mend="Save it as plain text in UTF-8; Word, PDF and web pages keep their own suffix",
    )


def clean(text: str) -> str:
    r"""The text in Unicode's composed form (NFC), lines ended by "\n", without invisible characters.

    Characters that a wrong decoding has certainly garbled are put right (ftfy); quotation marks, dashes,
    spaces and everything else that can be seen stay as they are.

    >>> clean("Sinn FÃ©in\r\nspoke\x00")
    'Sinn Féin\nspoke'
    """
    plain = INVISIBLE.sub("", LINE_ENDS.sub("\n", _ungarbled(text)))
    return unicodedata.normalize("NFC", whole(plain))


def whole(text: str) -> str:
    r"""The text with a mark for each half of a character: they stand for the bytes of a file name that is not UTF-8.

    >>> whole("caf\udce9.txt")
    'caf\ufffd.txt'
    """
    return HALF_CHARACTERS.sub("\ufffd", text)


def storable(name: str) -> str:
    r"""A name that every database can keep, without what cannot be seen; empty if nothing of it can.

    >>> storable("caf\udce9\x00"), storable(" \u200b")
    ('caf\ufffd', '')
    """
    plain = whole(INVISIBLE.sub("", name))
    return plain if plain.strip() else ""


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding).removeprefix("\ufeff") if encoding else None
    except (ValueError, LookupError):  # wrong, or no encoding of pages, or a name that no codec has
        return None


def _is_text(text: str) -> bool:
    sample = text[:100_000]
    strange = sum(unicodedata.category(c) in ("Cc", "Cn") and c not in "\t\n\r\f" for c in sample)
    return strange <= MOST_STRANGE * len(sample)


def _wide_encoding(data: bytes) -> str:
    """UTF-16 without its mark: of a text in Latin letters, every second byte is zero, the others ASCII."""
    halves = {"utf-16-be": (data[:4_000:2], data[1:4_000:2]), "utf-16-le": (data[1:4_000:2], data[:4_000:2])}
    for encoding, (high, low) in halves.items():
        letters = sum(chr(byte).isprintable() and byte < 128 for byte in low)
        if min(high.count(0), letters) > LEAST_ASCII * len(high):
            return encoding
    return ""


def _guess(data: bytes) -> str | None:
    """The usual encoding where it will do, else the best guess from the statistics of languages."""
    sample = data[:100_000]
    if sum(byte > 127 for byte in sample) <= MOST_ACCENTS * len(sample) and (text := _decoded(data, USUAL)):
        return text
    best = from_bytes(data).best()
    return _decoded(data, best.encoding) if best else None


def _ungarbled(text: str) -> str:
    """The text as it was before a wrong decoding, if that is certain: nothing of it looks wrong any more."""
    if not is_bad(text):
        return text
    fixed = ftfy.fix_encoding(text, MOJIBAKE)
    return text if is_bad(fixed) else fixed
