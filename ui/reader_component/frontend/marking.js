// Words marked one after the other for a new statement: the passage, who, what says so, whom or what.

import { rangeOf, spanOf } from "./offsets.js";

const ORDER = ["evidence", "actor", "cue", "target"];
const HINTS = {
  evidence: "Select the passage that proves it.",
  actor: "Now select who takes the position, in the text.",
  cue: "Now select the words that say so.",
  target: "Now select whom or what it is about.",
  "": "All is marked. Complete it beside or below the text.",
};
const AS_TOLD = " With the keyboard: move the cursor, hold Shift to select, then press Enter.";

export class Marking {
  constructor(section, text, onMark) {
    this.text = text;
    this.onMark = onMark;
    this.onSwitch = () => {}; // when it begins and ends
    this.onDamage = () => {}; // when the text must be drawn anew
    this.steps = section.querySelector(".reader-steps");
    this.hint = section.querySelector(".reader-hint");
    this.opener = section.querySelector(".reader-add");
    this.marked = {};
    this.next = "evidence";
    this.on = false;
    this.opener.addEventListener("click", () => (this.on ? this.stop() : this.start()));
    this.opener.addEventListener("pointerdown", (event) => event.preventDefault()); // keeps the selection
    this.steps.addEventListener("click", (event) => this.press(event.target.closest("button")));
    text.addEventListener("beforeinput", (event) => event.preventDefault()); // a cursor to select with, no more
    text.addEventListener("input", () => this.mend()); // some keyboards write all the same
    text.addEventListener("drop", (event) => event.preventDefault());
    text.addEventListener("keydown", (event) => this.type(event));
  }

  start() {
    this.on = true;
    this.text.contentEditable = "true";
    this.text.setAttribute("aria-readonly", "true");
    this.text.setAttribute("role", "textbox");
    this.text.setAttribute("aria-multiline", "true");
    this.take();
    this.show();
    this.onSwitch();
    if (!this.marked.evidence) this.text.focus({ preventScroll: true });
  }

  stop() {
    this.on = false;
    this.marked = {};
    this.next = "evidence";
    this.text.removeAttribute("contenteditable");
    for (const name of ["aria-readonly", "role", "aria-multiline"]) this.text.removeAttribute(name);
    this.show();
    this.onSwitch();
    this.onMark({});
  }

  /** Goes on with what was marked before the element was put elsewhere on the page. */
  resume(marked) {
    this.marked = marked;
    this.next = ORDER.find((name) => !marked[name]) || "";
    this.start();
  }

  /** Forgets without a word to the page, which asked for it. */
  clear() {
    if (!this.on) return;
    const tell = this.onMark;
    this.onMark = () => {};
    this.stop();
    this.onMark = tell;
  }

  press(button) {
    if (!button) return;
    if ("forget" in button.dataset) return this.stop();
    this.next = button.dataset.mark;
    this.show();
  }

  type(event) {
    if (!this.on) return;
    if (event.key === "Enter") this.take();
    if (event.key === "Escape") this.stop();
  }

  mend() {
    this.onDamage();
    this.show();
  }

  /** Takes what is selected for what is to be marked next. */
  take() {
    const selection = document.getSelection();
    if (!this.on || !this.next || !selection.rangeCount || selection.isCollapsed) return;
    const span = spanOf(this.text, selection.getRangeAt(0));
    if (span) this.mark(span);
  }

  mark(span) {
    this.marked = { ...this.marked, [this.next]: span };
    this.next = ORDER.find((name) => !this.marked[name]) || "";
    document.getSelection().removeAllRanges();
    this.show();
    this.onMark(this.marked);
  }

  show() {
    this.steps.hidden = !this.on;
    this.opener.setAttribute("aria-expanded", String(this.on));
    this.hint.textContent = HINTS[this.next] + (this.next === "evidence" ? AS_TOLD : "");
    for (const button of this.steps.querySelectorAll("[data-mark]")) {
      const name = button.dataset.mark;
      button.setAttribute("aria-pressed", String(name === this.next));
      button.classList.toggle("done", name in this.marked);
      paint(name, this.marked[name] && rangeOf(this.text, this.marked[name]));
    }
  }
}

/** Colours the words without touching them; an old browser that cannot leaves them as they are. */
function paint(name, range) {
  if (!globalThis.CSS?.highlights) return;
  if (range) CSS.highlights.set(`reader-${name}`, new Highlight(range));
  else CSS.highlights.delete(`reader-${name}`);
}
