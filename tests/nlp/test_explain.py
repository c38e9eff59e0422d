"""Why a text gives what it gives."""

from __future__ import annotations

import pytest

from nlp.explain import why_not_drawn
from records import Document

pytestmark = pytest.mark.model

SILENCES = [
    ("The council praised Martin Pell.", "praised", "who does it (“The council”) could not be resolved"),
    ("Helen Carrow attacked the weather.", "attacked", "what it is about (“the weather”) is no actor"),
    ("Martin Pell was condemned.", "condemned", "nobody is said to do it"),
    ("There was criticism in the town.", "criticism", "nothing follows it"),
    ("Critics of Helen Carrow were there.", "Critics", "could not be resolved to an actor"),
]


@pytest.mark.parametrize(("text", "cue", "reason"), SILENCES)
def test_what_kept_a_cue_from_a_statement_is_told(extractor, text, cue, reason):
    reading, silent = extractor.explain(Document(id="case", text=text))
    assert reading.statements == ()
    assert [(s.cue, text[slice(*s.span)], reason in s.reason) for s in silent] == [(cue, cue, True)]


def test_a_cue_that_spoke_is_not_among_the_silent(extractor):
    reading, silent = extractor.explain(Document(id="case", text="Helen Carrow attacked Martin Pell."))
    assert len(reading.statements) == 1
    assert silent == ()


NOT_DRAWN = [
    ("Helen Carrow attacked Martin Pell.", ""),
    ("Helen Carrow did not attack Martin Pell.", "it is negated"),
    ("Helen Carrow will attack Martin Pell.", "it is yet to happen"),
    (
        "If Helen Carrow attacks Martin Pell, he will go.",
        "it is only possible, planned, alleged or asked for",
    ),
]


@pytest.mark.parametrize(("text", "reason"), NOT_DRAWN)
def test_a_statement_that_is_not_drawn_says_why(read, text, reason):
    [statement] = read(text).statements
    assert why_not_drawn(statement) == reason
