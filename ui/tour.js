// The cards of the tour. No text is read as HTML, nothing takes the focus, and Escape is left to others
// unless the focus is inside.
const DONE = "hustings-tour";
const MARK = "data-tour";

function remembered() {
  try {
    return sessionStorage.getItem(DONE) !== null;
  } catch {
    return true; // no storage, so it could never be dismissed for good
  }
}

function remember() {
  try {
    sessionStorage.setItem(DONE, "seen");
  } catch {
    // then it comes again after a reload
  }
}

function mark(selector) {
  for (const marked of document.querySelectorAll(`[${MARK}]`)) marked.removeAttribute(MARK);
  if (selector) document.querySelector(selector)?.setAttribute(MARK, "");
}

function button(text, onPress, main = false) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = text;
  if (main) made.className = "main";
  made.addEventListener("click", onPress);
  return made;
}

function element(tag, text) {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}

export default function ({ data, parentElement }) {
  const card = parentElement.querySelector("aside");
  if (remembered()) return undefined;
  let place = Number(card.dataset.place ?? 0);

  const leave = () => {
    remember();
    card.hidden = true;
    mark(null);
  };
  const show = (focus) => {
    const step = data.steps[place];
    const last = place === data.steps.length - 1;
    card.dataset.place = place;
    const row = document.createElement("div");
    row.append(element("small", `${place + 1} of ${data.steps.length}`));
    if (!last) row.append(button("Leave the tour", leave));
    row.append(button(last ? "Done" : "Next", last ? leave : () => go(1), true));
    card.replaceChildren(element("strong", step.title), element("p", step.text), row);
    card.hidden = false;
    mark(step.at);
    if (focus) card.querySelector(".main").focus();
  };
  const go = (by) => {
    place += by;
    show(true);
  };
  card.onkeydown = (event) => {
    if (event.key === "Escape") leave();
  };
  show(false);
  return () => mark(null);
}
