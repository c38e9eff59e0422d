"""A walk over a page with nothing but the Tab key: what it reaches, what it misses, and where nobody sees the focus."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Page

MOST = 400  # presses, after which the walk is caught somewhere
STRIDE = 20  # presses between two questions to the page


@dataclass(frozen=True, slots=True)
class Walk:
    """What came of it: each element in a line."""

    stops: list[str]  # in their order
    missed: list[str]  # what a mouse can press, and no Tab or arrow comes to
    unmarked: list[str]  # had the focus, and looked as without it
    covered: list[str]  # had the focus, and lay behind something else
    ended: bool  # whether the walk came to the end of the page


def walk(page: Page, key: str = "Tab") -> Walk:
    """From the top of the page to its end, or with "Shift+Tab" from its end to the top."""
    page.evaluate(SET_OUT, key)
    for _ in range(MOST // STRIDE):
        for _ in range(STRIDE):
            page.keyboard.press(key)
        if page.evaluate("() => walked.ended"):
            break
    for group in range(page.evaluate("() => walked.groups()")):
        for _ in range(page.evaluate("group => walked.enter(group)", group)):
            page.keyboard.press("ArrowRight" if key == "Tab" else "ArrowLeft")
    return Walk(**page.evaluate("() => walked.told()"))


SET_OUT = r"""key => {
  const CONTROLS = `a[href], button, input, select, textarea, summary, [tabindex="0"], [contenteditable=true],
    ${["button", "link", "option", "tab", "checkbox", "radio", "switch", "slider", "combobox", "menuitem", "textbox"]
      .map((role) => `[role=${role}]`)}`;
  const GROUPS = "[role=radiogroup], [role=toolbar], [role=group], [role=tablist]"; // one stop, arrows within
  const PARTS = `[data-testid=stMultiSelect] button[tabindex="-1"], [data-testid=stSelectbox] button[tabindex="-1"],
    [data-testid=stNumberInput] button[tabindex="-1"]`; // of a field that does the same by arrows, Enter and Delete
  const FIELDS = "input:not([type=checkbox], [type=radio], [type=range]), textarea, [contenteditable=true]"; // have a caret
  const LOOKS = ["outline", "boxShadow", "border", "background", "color", "textDecoration", "opacity"];

  const all = (root) => [...root.querySelectorAll("*")].flatMap((e) => [e, ...(e.shadowRoot ? all(e.shadowRoot) : [])]);
  const up = (e) => e.parentElement ?? e.getRootNode().host;
  const above = (e) => (e ? [e, ...above(up(e))] : []);
  const isSeen = (e) => e.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && e.getClientRects().length > 0;
  const isShown = (e) => isSeen(e) || (e.matches("input") && [...(e.labels ?? [])].some(isSeen));
  const isOff = (e) => above(e).some((a) => a.matches(":disabled, [aria-disabled=true], [aria-hidden=true]") || a.inert);
  const isRadio = (e) => e.matches("input[type=radio]"); // of one name, arrows lead from one to the other
  const look = (e) => above(e).slice(0, 5).map((a) => ["", "::before", "::after"].map((part) => {
    const style = getComputedStyle(a, part);
    return LOOKS.map((name) => style[name]).join();
  })).join();
  const active = () => {
    let e = document.activeElement;
    while (e.shadowRoot?.activeElement) e = e.shadowRoot.activeElement;
    return e.closest("canvas") ?? e; // a cell of a drawn table has no box
  };
  const name = (e) => {
    const words = e.getAttribute("aria-label") || e.innerText || e.value || "";
    const where = above(e).map((a) => a.dataset.testid || a.className.match?.(/st-key-\S+/)?.[0]).filter(Boolean);
    return `${e.localName} "${words.trim().replace(/\s+/g, " ").slice(0, 50)}" in ${where.slice(0, 2).join(", ")}`;
  };
  const edge = (id) => document.getElementById(id) ?? Object.assign(document.createElement("span"), { id, tabIndex: 0 });
  const still = Object.assign(document.createElement("style"), { textContent: "* { transition: none !important }" });
  document.head.append(still); // looks change at once
  document.body.prepend(edge("top"));
  document.body.append(edge("end"));
  const [first, last] = key === "Tab" ? [edge("top"), edge("end")] : [edge("end"), edge("top")];

  const at = (x, y) => {
    let e = document.elementFromPoint(x, y);
    for (let inner; e?.shadowRoot && (inner = e.shadowRoot.elementFromPoint(x, y)) && inner !== e; ) e = inner;
    return e;
  };
  const whole = (e) => above(e).find((a) => a.dataset.testid === "stElementContainer") ?? e;
  const isCovered = (e) => {
    const { left, right, top, bottom } = (isSeen(e) ? e : e.labels?.[0] ?? e).getBoundingClientRect();
    const points = [0.5, 0.1, 0.9].flatMap((i) => [0.5, 0.1, 0.9].map((j) => at(left + i * (right - left), top + j * (bottom - top))));
    return !points.some((hit) => hit && (above(hit).includes(e) || above(e).includes(hit) || whole(hit) === whole(e)));
  };

  const stops = new Set(), unmarked = new Set(), covered = new Set();
  let before; // the last stop, and how it looked
  const note = () => {
    const now = active();
    if (before && before.at !== now && !before.at.matches(FIELDS) && before.look === look(before.at)) unmarked.add(before.at);
    if (now === last) walked.ended = true;
    before = [first, last, document.body].includes(now) ? undefined : { at: now, look: look(now) };
    if (!before) return;
    stops.add(now);
    if (isCovered(now)) covered.add(now);
  };
  window.addEventListener("keydown", note, true);
  const wanted = all(document).filter((e) =>
    e.matches(CONTROLS) && !e.matches(PARTS) && !isOff(e) && ![first, last].includes(e) && isShown(e));
  const missed = () => wanted.filter((e) => e.isConnected && isShown(e) && !stops.has(e) &&
    !(isRadio(e) && wanted.some((other) => stops.has(other) && isRadio(other) && other.name === e.name)));
  const groupOf = (e) => above(e).find((a) => a.matches(GROUPS));
  let groups = [];
  window.walked = {
    ended: false,
    groups: () => (groups = [...new Set(missed().map(groupOf).filter(Boolean))]).length,
    enter: (number) => {
      const own = wanted.filter((e) => groupOf(e) === groups[number]);
      before = undefined;
      own.find((e) => stops.has(e))?.focus();
      return own.length + 1;
    },
    told: () => {
      window.removeEventListener("keydown", note, true);
      for (const own of [still, first, last]) own.remove();
      const lists = { stops: [...stops], missed: missed(), unmarked: [...unmarked], covered: [...covered] };
      const named = Object.entries(lists).map(([what, elements]) => [what, elements.map(name)]);
      return { ...Object.fromEntries(named), ended: walked.ended };
    },
  };
  first.focus();
}"""
