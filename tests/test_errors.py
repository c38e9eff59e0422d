"""An error says what, where and what to do, and how the command ends."""

from __future__ import annotations

import pytest

import errors

KINDS = [
    kind
    for kind in vars(errors).values()
    if isinstance(kind, type) and issubclass(kind, errors.HustingsError)
]

MESSAGES = [
    ({}, "it is empty"),
    ({"where": "a.txt"}, "a.txt: it is empty"),
    ({"mend": "Give a text"}, "it is empty. Give a text"),
    ({"where": "a.txt", "mend": "Give a text"}, "a.txt: it is empty. Give a text"),
]


@pytest.mark.parametrize("parts, message", MESSAGES)
def test_the_message_is_put_together_of_what_there_is(parts, message):
    assert str(errors.InputError("it is empty", **parts)) == message


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_says_how_the_command_ends(kind):
    error = kind("it is empty", where="a.txt")
    assert isinstance(error, errors.HustingsError) and (error.what, error.where, error.mend) == (
        "it is empty", "a.txt", "",
    )  # fmt: skip
    assert error.exit_code == (2 if isinstance(error, errors.InputError) else 1)
