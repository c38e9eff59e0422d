// Entry of the component: keeps one Reader per mounted element.
//
// Streamlit calls the default export on mounting and whenever `data` or the theme changes, and the function it
// returns on unmounting.

import { Article } from "./article.js";
import { List } from "./list.js";
import { Marking } from "./marking.js";

const readers = new WeakMap(); // element -> Reader; outlives reruns
const memories = new Map(); // data.key -> what was marked; outlives unmounting
const TYPING = "input:not([type=checkbox]), textarea, select, [contenteditable=true]";

class Reader {
  constructor(parent, tell) {
    this.tell = tell;
    this.section = parent.querySelector(".reader");
    this.scroll = this.section.querySelector(".reader-scroll");
    this.here = this.section.querySelector(".reader-here");
    this.boxes = [...this.section.querySelectorAll(".reader-bar input")];
    this.article = new Article(this.section.querySelector(".reader-text"));
    this.list = new List(this.section.querySelector(".reader-list"), {
      onChoose: (of) => this.choose(of),
      onLight: (of) => this.light(of),
      onOpen: (of) => this.tell("opened", this.data.statements[of].id, true),
    });
    this.marking = new Marking(this.section, this.article.root, (marked) => {
      this.tell("marked", { ...marked, round: this.data.round });
    });
    this.marking.onSwitch = () => this.light(null);
    this.marking.onDamage = () => this.article.draw(this.data);
    this.chosen = null; // number of the chosen statement
    this.listen();
  }

  listen() {
    const text = this.article.root;
    for (const box of this.boxes) box.addEventListener("change", () => this.switchLayers());
    text.addEventListener("mouseover", (event) => this.point(event.target));
    text.addEventListener("mouseleave", () => this.point(null));
    text.addEventListener("click", (event) => this.click(event.target));
    text.addEventListener("pointerup", () => setTimeout(() => this.marking.take())); // the selection follows it
    this.section.addEventListener("keydown", (event) => this.press(event));
  }

  show(data) {
    const old = this.data;
    this.data = data;
    const drawn = JSON.stringify([data.pieces, data.spans, data.statements, data.links]);
    if (this.drawn !== drawn) {
      this.drawn = drawn;
      this.article.draw(data);
      this.list.draw(data.statements, data.links);
      this.marking.show();
      this.chosen = this.numberOf(old?.statements[this.chosen]?.id ?? data.order.chosen);
      this.list.choose(this.chosen);
    }
    for (const element of [this.scroll, this.article.root]) element.setAttribute("aria-label", data.label);
    this.article.root.lang = data.language;
    this.section.querySelector(".reader-add").hidden = !data.marking;
    if (old && old.round !== data.round) this.marking.clear();
    this.underline(data.layers);
    if (old?.order.number !== data.order.number) this.follow(data.order.chosen);
    this.light(null);
  }

  underline(layers) {
    this.layers = layers;
    let below = 0; // lines of the layers above, closest to the words
    for (const layer of ["mentions", "statements", "attributions"]) {
      const shown = layers.includes(layer);
      this.section.classList.toggle(`without-${layer}`, !shown);
      this.section.style.setProperty(`--under-${layer}`, below);
      if (shown) below += this.data.depths[layer];
    }
    this.section.style.setProperty("--lines", below);
    for (const box of this.boxes) box.checked = layers.includes(box.value);
  }

  switchLayers() {
    this.underline(this.boxes.filter((box) => box.checked).map((box) => box.value));
    this.tell("layers", this.layers);
  }

  /** What the page asks for: it may come from a link to this place. */
  follow(id) {
    this.chosen = this.numberOf(id);
    this.list.choose(this.chosen);
    if (this.chosen !== null) this.reveal(this.chosen);
  }

  numberOf(id) {
    const of = this.data.statements.findIndex((statement) => statement.id === id);
    return of < 0 ? null : of;
  }

  choose(of) {
    this.chosen = of;
    this.list.choose(of);
    this.light(of);
    this.reveal(of);
    this.tell("chosen", this.data.statements[of].id);
  }

  light(of) {
    const shown = this.marking.on ? null : (of ?? this.chosen);
    this.article.light(shown);
    this.list.buttons.forEach((button, number) => button.classList.toggle("lit", number === shown));
  }

  /** Scrolls the text, and only the text, to the words of a statement. */
  reveal(of) {
    const place = this.article.beginning(of);
    if (!place) return;
    const frame = this.scroll.getBoundingClientRect();
    const { top, bottom } = place.getBoundingClientRect();
    if (top < frame.top + 20 || bottom > frame.bottom - 60) {
      const smooth = !matchMedia("(prefers-reduced-motion: reduce)").matches;
      const by = top - frame.top - frame.height / 3;
      this.scroll.scrollBy({ top: by, behavior: smooth ? "smooth" : "instant" });
    }
  }

  /** Says what lies over the words that the pointer is on. */
  point(element) {
    const over = this.article.at(element, this.layers);
    const notes = over.map(({ layer, of, note }) => (layer === "statements" ? this.told(of) : note));
    this.here.textContent = [...new Set(notes)].join(" · ");
    const first = over.find(({ layer }) => layer === "statements");
    this.light(first ? first.of : null);
  }

  told(of) {
    const { actor, relation, target } = this.data.statements[of];
    return `${actor} ${relation} ${target}`;
  }

  /** Chooses the statement under the words; clicked again, the next one there. */
  click(element) {
    if (this.marking.on || !document.getSelection().isCollapsed) return;
    const here = this.article.at(element, ["statements"]).map(({ of }) => of);
    if (here.length) this.choose(here[(here.indexOf(this.chosen) + 1) % here.length]);
  }

  /** Only from within: a single letter that worked everywhere would be in the way of who speaks to the computer. */
  press(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.(TYPING)) return;
    const listed = this.list.focused() >= 0;
    if (event.key === "j" || (listed && event.key === "ArrowDown")) this.step(1);
    else if (event.key === "k" || (listed && event.key === "ArrowUp")) this.step(-1);
    else if (event.key === "s" && this.data.marking) this.marking.start();
    else return;
    event.preventDefault();
  }

  /** To the next statement or the one before; from nowhere to the first. */
  step(by) {
    const now = this.list.focused() >= 0 ? this.list.focused() : (this.chosen ?? -1);
    const of = Math.min(Math.max(now + by, 0), this.list.buttons.length - 1);
    if (of < 0) return;
    this.list.focus(of);
    this.light(of);
    this.reveal(of);
  }

  destroy() {
    memories.set(this.data.key, { marked: this.marking.marked, round: this.data.round });
    this.marking.clear();
  }
}

export default function ({ data, parentElement, setStateValue, setTriggerValue }) {
  const tell = (name, value, once) => (once ? setTriggerValue : setStateValue)(name, value);
  let reader = readers.get(parentElement);
  if (!reader) {
    reader = new Reader(parentElement, tell);
    readers.set(parentElement, reader);
  }
  const fresh = !reader.data && memories.get(data.key);
  reader.tell = tell;
  reader.show(data);
  if (fresh && fresh.round === data.round && fresh.marked.evidence) reader.marking.resume(fresh.marked);
  return () => {
    readers.delete(parentElement);
    reader.destroy();
  };
}
