"""Texts that break off, as scraped pages and cut quotations do: whatever is left is read, without an error."""

from __future__ import annotations

import pytest

from records import Document

SENTENCES = [
    "A rebuke from the sitting congresswoman, Dana Ferris, hit Tom Orrin.",
    "Backers of Orrin, among them Vela and Lund, praised Proposition 226.",
    "Like Vela, along with Lund, Firth opposes the bill that closes the harbour.",
    "Vela: Orrin “not fit to serve”, a fraud",
    "Ada Vela’s plan for a ban on ferries and the tolls is not only wrong, said Firth.",
    "PORT LOWELL (AP) – Ada Vela attacked Orrin’s handling of the strike.",
    "Vela called on Orrin, and later the council, to pay the crews and to resign.",
    "Firth wrote the report with her deputy Lund at her own office - Harbour Council Lowell, in May.",
    "“Orrin never,” Vela said, “kept a promise to the people of Lowell.”",
]


@pytest.mark.parametrize("text", SENTENCES)
def test_a_text_may_break_off_and_begin_anywhere(extractor, text):
    words = text.rstrip(".").split(" ")
    cuts = range(1, len(words))
    parts = [part for cut in cuts for part in (" ".join(words[:cut]), " ".join(words[cut:]))]
    documents = [Document(id=str(number), text=part) for number, part in enumerate(parts)]
    assert [reading.document.text for reading in extractor.readings(documents)] == parts
