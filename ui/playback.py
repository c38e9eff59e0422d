"""Playing time: a window moves over the days, and the graph shows what lies in it; nothing is laid out anew.

While it plays, the view is not written to the address: that would be a step of the history for every picture. Where
it stops, the last window becomes the period of the filter, in one step.

The browser calls for each picture, and every call brings the address and the fields along as they were when it was
sent. One that was on its way when time stopped would take the new period for the reader's wish to drop it. So the last
picture is held until the browser, told of no clock any more, says so: nothing older can come after that.
"""

from __future__ import annotations

import time
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from functools import cache

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from graph import Filter
from graph.periods import UNITS, Day, windows
from ui.address import change, read
from ui.offered import offered
from ui.state import view

PLAYING, HELD = "playing", "playing-held"  # keys of the session
STILL = "still"  # key of the component
WIDTH, STEP, SPEED = "window-width", "window-step", "window-speed"  # keys
SPEEDS = {"Slow": 2.0, "Medium": 1.2, "Fast": 0.7}
"""How fast it plays -> seconds for each window."""
LATE = 10  # windows behind the last one, after which nobody is watching
UNITS_OFFERED = tuple(UNITS)

Window = tuple[Day, Day]


@dataclass(slots=True)
class _Playing:
    started: float  # of `time.monotonic`
    windows: list[Window]
    seconds: float


@dataclass(frozen=True, slots=True)
class _Held:
    window: Window
    filter: Filter  # of the address at that time


def shown_filter() -> Filter:
    """The filter in view: what the address says, and while it plays, for the window that has its turn."""
    now = read().filter
    if (window := _window_now()) is None:
        return now
    return replace(now, since=window[0].isoformat(), until=window[1].isoformat())


def is_playing() -> bool:
    """Whether time is played now."""
    return PLAYING in st.session_state


def follows_clock() -> bool:
    """Whether the period in view is a picture's, played or held, and not yet the address's."""
    return is_playing() or HELD in st.session_state


def interval() -> float | None:
    """Seconds until the graph must be shown again; None while nothing plays."""
    playing = st.session_state.get(PLAYING)
    return playing.seconds / 2 if playing else None  # twice for each window, so that none is shown late


def stop_at_the_end() -> None:
    """Ends the play behind its last window; the page calls it at each picture."""
    playing = st.session_state.get(PLAYING)
    if playing and _place(playing) >= len(playing.windows) + LATE:
        del st.session_state[PLAYING]  # the reader has been elsewhere, and wants no other period now
        st.rerun()  # the whole page, without the clock
    elif playing and _place(playing) >= len(playing.windows):
        _hold()


def keep_when_still() -> None:
    """Makes the picture that is held the period, as soon as the browser has no clock; not for a part of the page."""
    if HELD in st.session_state:
        _still()(key=STILL, data={}, on_still_change=_keep, height="content")


def show_buttons(unit: str) -> None:
    """Play and pause, one window back and on, and how wide the window is and how far it moves.

    Args:
        unit: Of the histogram; the window is as wide if nothing else is chosen.
    """
    playing = is_playing()
    if playing:
        st.button("Pause", icon=":material/pause:", on_click=_hold, key="pause")
    else:
        st.button("Play", icon=":material/play_arrow:", on_click=_play, args=(unit,), key="play")
    st.button(
        "Earlier",
        icon=":material/chevron_left:",
        type="tertiary",
        on_click=_move,
        args=(unit, -1),
        key="earlier",
        disabled=playing,
    )
    st.button(
        "Later",
        icon=":material/chevron_right:",
        type="tertiary",
        on_click=_move,
        args=(unit, 1),
        key="later",
        disabled=playing,
    )
    with st.popover("Window", icon=":material/width:", type="tertiary", key="window"):
        for key, label, start in ((WIDTH, "Width", unit), (STEP, "Moves by", unit)):
            st.session_state.setdefault(key, start)
            st.segmented_control(label, UNITS_OFFERED, required=True, key=key, persist_state="session")
        st.session_state.setdefault(SPEED, "Medium")
        st.segmented_control("Speed", list(SPEEDS), required=True, key=SPEED, persist_state="session")


def _hold() -> None:
    """Stops the clock, with the window in view."""
    if window := _window_now():
        st.session_state[HELD] = _Held(window, read().filter)
        st.session_state.pop(PLAYING, None)
        st.rerun()  # the whole page, without the clock


def _keep() -> None:
    """Makes the window that is held the period, unless the reader has gone on to another view."""
    held = st.session_state.pop(HELD, None)
    if held and held.filter == read().filter:
        _show(held.window)


def _play(unit: str) -> None:
    """From the window after the period in view, or from the first one."""
    moves = _windows(unit)
    since = read().filter.since
    rest = [window for window in moves if since is None or window[0].isoformat() > since] or moves
    if rest:
        speed = SPEEDS[st.session_state.get(SPEED, "Medium")]
        st.session_state.pop(HELD, None)
        st.session_state[PLAYING] = _Playing(time.monotonic(), rest, speed)
        st.rerun()


def _move(unit: str, by: int) -> None:
    """One window earlier or later; where no window is in view, to the last or the first one."""
    moves = _windows(unit)
    since = read().filter.since or ""
    ahead = [window for window in moves if window[0].isoformat() > since] if since else moves
    behind = [window for window in moves if window[0].isoformat() < since] if since else moves
    found = ahead[:1] if by > 0 else behind[-1:]
    if found:
        _show(found[0])
        st.rerun()


def _show(window: Window) -> None:
    change({"since": [window[0].isoformat()], "until": [window[1].isoformat()]})


def _windows(unit: str) -> list[Window]:
    """All in which something lies that the other filters leave: nothing is learned from an empty graph."""
    days = offered()
    if not days.first:
        return []
    width, step = (st.session_state.get(key) or unit for key in (WIDTH, STEP))
    moves = windows(Day.fromisoformat(days.first), Day.fromisoformat(days.last), width, step)
    found = view(replace(read().filter, since=None, until=None)).dated()
    dated = sorted({Day.fromisoformat(day) for day, _ in found})
    return [window for window in moves if bisect_left(dated, window[0]) < bisect_right(dated, window[1])]


def _window_now() -> Window | None:
    if held := st.session_state.get(HELD):
        return held.window  # type: ignore[no-any-return]
    playing = st.session_state.get(PLAYING)
    return playing.windows[min(_place(playing), len(playing.windows) - 1)] if playing else None


def _place(playing: _Playing) -> int:
    return int((time.monotonic() - playing.started) / playing.seconds)


@cache
def _still() -> ComponentRenderer:
    tell = 'export default ({ setTriggerValue }) => setTriggerValue("still", true);'
    return st.components.v2.component("hustings_still", html="<span></span>", js=tell)
