// What the page offers around the graph: the trail of centres, how much is drawn, and how.

const button = (text, work) =>
  Object.assign(document.createElement("button"), { type: "button", textContent: text, onclick: work });

/** The way to the present surroundings: everyone, the centres before, and the present one. */
export function showTrail(nav, trail, ask) {
  const list = nav.querySelector("ol");
  nav.hidden = !trail.length;
  const steps = ["Everyone", ...trail];
  const items = steps.map((name, place) => {
    const item = document.createElement("li");
    const last = place === steps.length - 1;
    if (last) item.append(Object.assign(document.createElement("span"), { textContent: name }));
    else item.append(button(name, () => ask("back", place)));
    if (last) item.setAttribute("aria-current", "true");
    return item;
  });
  const back = button("←", () => ask("back", steps.length - 2));
  back.setAttribute("aria-label", "One step back");
  list.replaceChildren(...(trail.length ? [wrap(back)] : []), ...items);
}

function wrap(child) {
  const item = document.createElement("li");
  item.append(child);
  return item;
}

/**
 * How many names are drawn, the way to more, and the choices of what is drawn and what the size shows.
 *
 * @param {{shown: string, more: string, draw: Choice, size: Choice}} controls `more` empty where there is no more;
 *   a Choice is {value, options: [[value, label]]}
 */
export function showControls(foot, controls, ask) {
  foot.querySelector(".shown").textContent = controls.shown;
  const more = foot.querySelector("[data-action=more]");
  Object.assign(more, { hidden: !controls.more, textContent: controls.more, onclick: () => ask("more", "") });
  for (const label of foot.querySelectorAll("label[data-choice]")) {
    const { value, options } = controls[label.dataset.choice];
    const select = label.querySelector("select");
    const items = options.map(([key, words]) => new Option(words, key, false, key === value));
    if (JSON.stringify(options) !== select.dataset.options) select.replaceChildren(...items);
    Object.assign(select, { value, onchange: () => ask(label.dataset.choice, select.value) });
    select.dataset.options = JSON.stringify(options);
  }
}
