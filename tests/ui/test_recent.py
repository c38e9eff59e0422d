from __future__ import annotations

from ui.recent import Recent


def test_what_is_kept_is_not_made_again_until_its_room_is_needed():
    made: list[str] = []

    def asked(word: str) -> str:
        return recent.get(word, lambda: made.append(word) or word)

    recent = Recent[str](room=5, weight=len)
    assert [asked(word) for word in ("aa", "bb", "aa", "cc", "aa", "bb")] == [
        "aa",
        "bb",
        "aa",
        "cc",
        "aa",
        "bb",
    ]
    assert made == ["aa", "bb", "cc", "bb"]


def test_the_last_one_is_kept_whatever_it_weighs():
    recent = Recent[str](room=1, weight=len)
    heavy = recent.get("x", lambda: "heavy")
    assert recent.get("x", lambda: "other") is heavy
