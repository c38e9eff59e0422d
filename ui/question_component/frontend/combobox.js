// A field with a list under it: type-ahead by keyboard, mouse or finger (ARIA's combobox pattern).

export class Combobox {
  #offered = [];
  #active = -1;

  /**
   * @param find what is offered for a text and the caret's place in it
   * @param fill puts an offer's words into its list item
   * @param choose what happens with the offer that is taken
   * @param leave what Escape does where nothing is offered; true if that was all that the key should do
   * @param eager whether Enter takes the first offer where none is lit; else it is left to the field
   * @param nothing what is said where nothing is found; "" = nothing
   * @param tell hears what a screen reader shall say
   */
  constructor(input, list, { find, fill, choose, leave = () => {}, eager = false, nothing = "", tell = () => {} }) {
    Object.assign(this, { input, list, find, fill, choose, leave, eager, nothing, tell });
    input.addEventListener("input", () => this.#offer());
    input.addEventListener("focus", () => this.#offer());
    input.addEventListener("click", () => this.#offer()); // the caret may stand elsewhere
    input.addEventListener("blur", () => this.close());
    input.addEventListener("keydown", (event) => this.#press(event));
    list.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus
    list.addEventListener("click", (event) => {
      const option = event.target.closest("[data-place]");
      if (option) this.#take(Number(option.dataset.place));
    });
  }

  close() {
    this.#show([]);
  }

  #offer() {
    this.#show(this.find(this.input.value, this.input.selectionStart ?? this.input.value.length));
    if (this.#offered.length) this.tell(`${this.#offered.length} offered: arrow keys choose`);
  }

  #show(offered) {
    this.#offered = offered;
    this.#active = -1;
    this.#draw();
  }

  #press(event) {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const keys = {
      ArrowDown: () => this.#move(1),
      ArrowUp: () => this.#move(-1),
      Enter: () => this.#enter(),
      Escape: () => this.#escape(),
    };
    if (!keys[event.key]?.()) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Each key answers whether it was for the list. */
  #move(step) {
    if (!this.#offered.length) this.#offer();
    const count = this.#offered.length;
    if (!count) return false;
    this.#active = this.#active < 0 && step < 0 ? count - 1 : (this.#active + step + count) % count;
    this.#draw();
    return true;
  }

  #enter() {
    const place = this.eager ? Math.max(this.#active, 0) : this.#active;
    if (this.#take(place) || this.eager) return true;
    this.close();
    return false;
  }

  #escape() {
    const taken = this.#offered.length > 0 || this.leave();
    this.close();
    return Boolean(taken);
  }

  #take(place) {
    const offer = this.#offered[place];
    if (!offer) return false;
    this.close();
    this.choose(offer);
    return true;
  }

  #draw() {
    const options = this.#offered.map((offer, place) => this.#option(offer, place));
    const focused = this.input.getRootNode().activeElement === this.input;
    if (!options.length && this.nothing && focused && this.input.value.trim()) options.push(item(this.nothing));
    this.list.replaceChildren(...options);
    this.list.hidden = !options.length;
    this.input.setAttribute("aria-expanded", String(!this.list.hidden));
    if (this.#active < 0) return this.input.removeAttribute("aria-activedescendant");
    this.input.setAttribute("aria-activedescendant", options[this.#active].id);
    options[this.#active].scrollIntoView({ block: "nearest" });
  }

  #option(offer, place) {
    const option = item();
    option.id = `${this.list.id}-${place}`;
    option.dataset.place = place;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", String(place === this.#active));
    this.fill(option, offer);
    return option;
  }
}

const item = (text = "") => Object.assign(document.createElement("li"), { textContent: text });
