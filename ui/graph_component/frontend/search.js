// The search box over the graph: type-ahead over all names, by mouse or keyboard (ARIA's combobox pattern).

import { find } from "./known.js";

const MOST = 8; // names offered

export class Search {
  #offered = [];
  #active = -1;

  /** @param isDrawn whether the graph has a node; @param choose what happens with the id of a chosen name */
  constructor(root, { isDrawn, choose, leave }) {
    this.input = root.querySelector("input");
    this.list = root.querySelector("ul");
    this.isDrawn = isDrawn;
    this.choose = choose;
    this.leave = leave;
    this.input.addEventListener("input", () => this.#offer());
    this.input.addEventListener("focus", () => this.#offer());
    this.input.addEventListener("blur", () => this.#close());
    this.input.addEventListener("keydown", (event) => this.#press(event));
    this.list.addEventListener("pointerdown", (event) => {
      event.preventDefault(); // the box keeps the focus, so that it does not close before the choice
      const option = event.target.closest("li[data-place]");
      if (option) this.#take(Number(option.dataset.place));
    });
  }

  focus() {
    this.input.focus();
    this.input.select();
  }

  #press(event) {
    const keys = {
      ArrowDown: () => this.#move(1),
      ArrowUp: () => this.#move(-1),
      Enter: () => this.#take(Math.max(this.#active, 0)),
      Escape: () => this.#escape(),
    };
    if (!keys[event.key]) return;
    event.preventDefault();
    event.stopPropagation();
    keys[event.key]();
  }

  #escape() {
    if (this.input.value === "") this.leave();
    this.input.value = "";
    this.#close();
  }

  #move(step) {
    const count = this.#offered.length;
    if (!count) return;
    this.#active = this.#active < 0 && step < 0 ? count - 1 : (this.#active + step + count) % count;
    this.#draw();
  }

  #take(place) {
    const entry = this.#offered[place];
    if (!entry) return;
    this.input.value = "";
    this.#close();
    this.choose(entry.id, entry.name);
  }

  #offer() {
    this.#offered = find(this.input.value, MOST);
    this.#active = -1;
    this.#draw();
  }

  #close() {
    this.#offered = [];
    this.#active = -1;
    this.#draw();
  }

  #draw() {
    const typed = this.input.value.trim() !== "" && this.input.getRootNode().activeElement === this.input;
    const options = this.#offered.map((entry, place) => this.#option(entry, place));
    if (typed && !options.length) options.push(said("No such name"));
    this.list.replaceChildren(...options);
    this.list.hidden = !options.length;
    this.input.setAttribute("aria-expanded", String(!this.list.hidden));
    const active = this.#active >= 0 ? `name-${this.#active}` : "";
    if (active) this.input.setAttribute("aria-activedescendant", active);
    else this.input.removeAttribute("aria-activedescendant");
  }

  #option({ id, name }, place) {
    const option = said(name);
    option.id = `name-${place}`;
    option.dataset.place = place;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", String(place === this.#active));
    if (!this.isDrawn(id)) option.append(Object.assign(document.createElement("small"), { textContent: " not drawn yet" }));
    return option;
  }
}

const said = (text) => Object.assign(document.createElement("li"), { textContent: text });
