"""Time on Explore: the slider and the windows write the address; playing does so only where it stops."""

from __future__ import annotations

import json

import pytest

from graph.periods import Day, bins
from ui import playback
from ui.playback import HELD, PLAYING
from ui.timeline import SLIDER, in_bars


def address(page):
    """What the address says."""
    return {
        name: value if isinstance(value, str) else list(value) for name, value in page.query_params.items()
    }


def drawn(page):
    """The names that the graph shows."""
    return {node["id"] for node in json.loads(page.get("bidi_component")[0].proto.json)["nodes"]}


def press(page, key):
    return page.button(key=key).click().run()


BARS = bins({("2031-01-10", "support"): 1, ("2031-04-10", "support"): 1}, "month")

TOUCHED = [
    (None, None, (0, 3)),
    ("2031-02-15", None, (1, 3)),
    (None, "2031-02-01", (0, 1)),
    ("2031-02-02", "2031-02-03", (1, 1)),
    ("2032-01-01", None, (3, 3)),
    (None, "2030-01-01", (0, 0)),
]


@pytest.mark.parametrize(("since", "until", "places"), TOUCHED)
def test_the_slider_shows_the_bars_that_a_period_touches(since, until, places):
    days = [Day.fromisoformat(day) if day else None for day in (since, until)]
    assert in_bars(BARS, *days) == places


SLID = [
    # bars of a week, from the one of 24 February 2025 to the one of 19 May
    ((1, 12), {"since": "2025-03-03"}),
    ((0, 3), {"until": "2025-03-23"}),
    ((6, 6), {"since": "2025-04-07", "until": "2025-04-13"}),
    ((0, 12), {}),
]


@pytest.mark.parametrize(("bars", "wanted"), SLID)
def test_the_slider_writes_the_period(open_page, bars, wanted):
    page = open_page("explore", since="2025-03-02", until="2025-05-01")
    page.select_slider(key=SLIDER).set_value(bars).run()
    assert address(page) == wanted
    assert not page.exception


def test_the_slider_follows_the_address(open_page):
    page = open_page("explore")
    assert tuple(page.select_slider(key=SLIDER).value) == (0, 12)
    page.query_params["since"] = "2025-04-08"
    assert tuple(page.run().select_slider(key=SLIDER).value) == (6, 12)


def test_windows_without_statements_are_passed_over(open_page):
    page = press(open_page("explore"), "later")
    weeks = []
    while address(page).get("since") not in weeks:
        weeks.append(address(page)["since"])
        page = press(page, "later")
    assert weeks == ["2025-02-24", "2025-04-07", "2025-05-19"]
    assert address(press(page, "earlier"))["since"] == "2025-04-07"


def test_windows_are_as_wide_and_move_as_far_as_is_chosen(open_page):
    page = open_page("explore")
    page.button_group(key=playback.WIDTH).set_value("month").run()
    page.button_group(key=playback.STEP).set_value("month").run()
    assert address(press(page, "later")) == {"since": "2025-03-01", "until": "2025-03-31"}


def test_playing_shows_a_window_and_leaves_the_address(open_page):
    page = press(open_page("explore", outlet="Lantern"), "play")
    assert address(page) == {"outlet": "Lantern"}
    assert drawn(page) == {"ada-brook", "ben-carter", "cara-dunne"}
    assert page.button(key="earlier").disabled


def test_pause_holds_the_window_until_the_browser_has_no_clock(open_page):
    page = press(press(open_page("explore"), "play"), "pause")
    assert page.session_state[HELD].window == (Day(2025, 2, 24), Day(2025, 3, 2))
    assert PLAYING not in page.session_state
    assert address(page) == {}
    assert drawn(page) == {"ada-brook", "ben-carter", "cara-dunne", "a-public-inquiry"}


def wait(page, windows):
    """Until the graph is shown so many windows later."""
    playing = page.session_state[PLAYING]
    playing.started -= windows * playing.seconds
    page.run()


def test_who_comes_back_much_later_finds_the_view_of_before(open_page):
    page = press(open_page("explore", outlet="Lantern"), "play")
    wait(page, windows=100)
    assert address(page) == {"outlet": "Lantern"}
    assert PLAYING not in page.session_state


def test_the_end_holds_the_last_window(open_page):
    page = press(open_page("explore"), "play")
    wait(page, windows=3)
    assert page.session_state[HELD].window == (Day(2025, 5, 19), Day(2025, 5, 25))
    assert address(page) == {}
    assert page.button(key="play")


def test_whoever_plays_on_holds_no_window(open_page):
    page = press(press(press(open_page("explore"), "play"), "pause"), "play")
    assert HELD not in page.session_state
