// Entry of the component: a list under the page's own text field, which knows nothing of it.
//
// Streamlit draws the field when its own code for it has come, which may be later than this, and anew where it likes. So
// each field is looked after as soon as it stands in the page.

import { Combobox } from "./combobox.js";
import { learn, suggest } from "./suggest.js";

const MOST = 8; // offers
const looked = new WeakSet(); // fields
let offers = learn({});

export default function ({ data }) {
  offers = learn(data);
  const field = `.st-key-${CSS.escape(data.field)} input`;
  const look = () => document.querySelectorAll(field).forEach(lookAfter);
  const drawn = new MutationObserver(look);
  drawn.observe(document.body, { childList: true, subtree: true });
  look();
  return () => drawn.disconnect();
}

function lookAfter(input) {
  if (looked.has(input)) return;
  looked.add(input);
  const list = made("ul", { id: "question-offers", hidden: true, role: "listbox", "aria-label": "What could be asked" });
  const status = made("div", { id: "question-told", role: "status" });
  const wanted = { role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id, autocomplete: "off" };
  for (const [name, value] of Object.entries({ ...wanted, spellcheck: "false" })) input.setAttribute(name, value);
  input.closest("[class*=st-key-]").append(list, status);
  const box = new Combobox(input, list, {
    find: (text, caret) => suggest(text, caret, offers, MOST),
    fill: (option, { label, note }) => option.append(made("span", {}, label), made("small", {}, note)),
    choose: (offer) => take(input, offer, box),
    tell: (words) => (status.textContent = words),
  });
  box.close();
  if (document.activeElement === input) input.dispatchEvent(new Event("focus"));
}

/** Puts the offer into the field; what is a whole question is asked at once. */
function take(input, { text, caret, ask }, box) {
  // React takes a value that is set as usual for its own and would not notice it.
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(input, text);
  input.setSelectionRange(caret, caret);
  input.dispatchEvent(new Event("input", { bubbles: true }));
  if (!ask) return;
  box.close();
  input.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", code: "Enter", keyCode: 13, bubbles: true }));
}

function made(tag, attributes, text = "") {
  const element = Object.assign(document.createElement(tag), { textContent: text });
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  if (attributes.hidden) element.hidden = true;
  return element;
}
