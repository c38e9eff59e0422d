// What Streamlit leaves undone for those who use the keyboard. It stands in the page as it is, once.
window.hustingsKeyboard ??= (() => {
  const inOneGroup = (one, other) => one?.closest("[role=radiogroup], [role=toolbar]")?.contains(other);

  // What a button unfolds stands at the end of the page: Tab would walk on behind it, and come to it at last. So it
  // leads from the button into it, and out of it to what follows the button; then it folds. While the focus is
  // elsewhere, Streamlit takes what is in it out of the order, and notes that in `data-tabindex`.
  function unfolded(event) {
    const panel = document.querySelector("[data-testid=stPopoverBody]");
    const opener = document.querySelector("[data-testid=stPopoverButton][aria-expanded=true]");
    if (event.key !== "Tab" || !panel || !opener) return;
    const stops = [...panel.querySelectorAll("a[href], button, input, textarea, summary, [tabindex]")]
      .filter((stop) => (stop.tabIndex >= 0 || "tabindex" in stop.dataset) && !stop.disabled && stop.checkVisibility());
    const isHere = (stop) => stop === event.target || inOneGroup(stop, event.target);
    const next = isHere(opener) && !event.shiftKey ? stops[0] : isHere(stops[0]) && event.shiftKey ? opener : null;
    if (next) {
      event.preventDefault();
      next.focus();
    } else if (isHere(stops.at(-1)) && !event.shiftKey) {
      opener.focus(); // from where Tab goes on
      opener.click();
    } else return;
    event.stopPropagation();
  }

  // On a phone the filters lie over the page: they fold when the keyboard walks on to what is behind them.
  function filters({ target }) {
    const fold = document.querySelector("[data-testid=stSidebarCollapseButton] button[aria-expanded=true]");
    if (innerWidth < 768 && target.closest("[data-testid=stMain]") && target.matches(":focus-visible")) fold?.click();
  }

  // Once the mouse has left a table, it takes no key any more, not even Tab to come out of it: so it is told of the
  // mouse again, at each Tab that may lead there (it hears a moment later) and at each key within.
  function tables({ key, target }) {
    const all = key === "Tab" ? document.querySelectorAll("[data-testid=data-grid-canvas]") : [];
    for (const grid of [...all, target.closest?.("[data-testid=data-grid-canvas]")]) {
      if (!grid) continue;
      const { left, top } = grid.getBoundingClientRect();
      grid.dispatchEvent(new PointerEvent("pointermove", { clientX: left + 2, clientY: top + 2, bubbles: true }));
    }
  }

  addEventListener("keydown", unfolded, true);
  addEventListener("focusin", filters);
  addEventListener("keydown", tables, true);
  return true;
})();
