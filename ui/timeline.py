"""Time under the graph: a histogram of what the other filters leave, a slider for the period, buttons to play."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from graph import Filter
from graph.periods import Bin, Day, bins, unit_for
from ui.address import change
from ui.offered import offered
from ui.playback import follows_clock, is_playing, show_buttons
from ui.state import is_dark, view
from view.timeline import bin_label, timeline_chart, timeline_text

SLIDER = "period"  # key


def show_timeline(shown: Filter) -> None:
    """The histogram, the slider under it, and the buttons; nothing where all is of one day, or undated.

    Args:
        shown: What the graph shows now, which is not what the address says while time is played.
    """
    counted = view(replace(shown, since=None, until=None)).dated()
    days = offered()
    if not counted or days.first == days.last:
        return
    first, last = Day.fromisoformat(days.first), Day.fromisoformat(days.last)
    unit = unit_for(first, last)
    bars = bins({**{(day, ""): 0 for day in (days.first, days.last)}, **counted}, unit)
    since, until = (Day.fromisoformat(day) if day else None for day in (shown.since, shown.until))
    with st.container(key="timeline", gap="small"):
        # What moves time comes first, so that it is seen together with the graph.
        with st.container(horizontal=True, gap="small", vertical_alignment="center", key="moving"):
            show_buttons(unit)
            _show_slider(bars, unit, since, until)
        st.vega_lite_chart(
            spec=timeline_chart(bars, unit, since, until, is_dark()),
            width="stretch",
            theme="streamlit",
            alt=timeline_text(bars, unit),
            key="histogram",
        )


def _show_slider(bars: Sequence[Bin], unit: str, since: Day | None, until: Day | None) -> None:
    """Both ends, by bars; the fields beside the graph take single days."""
    chosen = in_bars(bars, since, until)
    if st.session_state.get(SLIDER) != chosen:
        st.session_state[SLIDER] = chosen
    st.select_slider(
        "Period",
        range(len(bars)),
        value=(0, len(bars) - 1),  # says that there are two ends; the session's value goes before it
        format_func=lambda place: bin_label(bars[place].start, unit),
        key=SLIDER,
        on_change=_take,
        args=(bars,),
        label_visibility="collapsed",
        disabled=is_playing(),
    )


def in_bars(bars: Sequence[Bin], since: Day | None, until: Day | None) -> tuple[int, int]:
    """The first and the last bar that the period touches; a period beside them all is held to the nearest one."""
    touched = [
        place
        for place, bar in enumerate(bars)
        if (since is None or bar.end >= since) and (until is None or bar.start <= until)
    ]
    if touched:
        return touched[0], touched[-1]
    end = len(bars) - 1 if since and since > bars[-1].end else 0
    return end, end


def _take(bars: Sequence[Bin]) -> None:
    """Writes the period; an end that takes nothing away is left open."""
    if follows_clock():
        return  # a call for a picture brings along where the slider stood at an earlier one
    first, last = st.session_state[SLIDER]
    since = [bars[first].start.isoformat()] if first > 0 else []
    until = [bars[last].end.isoformat()] if last < len(bars) - 1 else []
    change({"since": since, "until": until})
    st.rerun()  # the whole page, with the filters beside it
