// The statements beside the text, in its order: each a button, with a way to its edge in the graph.

export class List {
  constructor(root, { onChoose, onLight, onOpen }) {
    this.root = root;
    this.buttons = [];
    root.addEventListener("click", (event) => {
      const link = event.target.closest("a");
      const button = event.target.closest("button");
      if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
        event.preventDefault();
        onOpen(Number(link.dataset.of));
      } else if (button) onChoose(Number(button.dataset.of));
    });
    for (const [come, go] of [["mouseover", "mouseout"], ["focusin", "focusout"]]) {
      root.addEventListener(come, (event) => {
        const item = event.target.closest("[data-of]");
        if (item) onLight(Number(item.dataset.of));
      });
      root.addEventListener(go, () => onLight(null));
    }
  }

  draw(statements, links) {
    this.root.querySelector("summary").textContent = `${statements.length} statement${statements.length === 1 ? "" : "s"}`;
    this.root.querySelector("ol").replaceChildren(
      ...statements.map((statement, of) => item(statement, of, links[statement.id])),
    );
    this.buttons = [...this.root.querySelectorAll("button")];
  }

  choose(of) {
    this.buttons.forEach((button, number) => button.setAttribute("aria-current", String(number === of)));
  }

  /** Number of the statement that has the focus; -1 where none has. */
  focused() {
    return this.buttons.indexOf(document.activeElement);
  }

  focus(of) {
    this.root.querySelector("details").open = true;
    const list = this.root;
    const button = this.buttons[of];
    button.focus({ preventScroll: true });
    const { top, bottom } = button.getBoundingClientRect();
    const frame = list.getBoundingClientRect();
    if (top < frame.top || bottom > frame.bottom) list.scrollTop += top - frame.top - frame.height / 3;
  }
}

function item({ actor, relation, target, family, sign, held }, of, address) {
  const line = make("li");
  const button = line.appendChild(make("button", "", `${held ? "held" : ""}`));
  button.type = "button";
  button.dataset.of = of;
  const chip = make("span", "", `chip ${family}`);
  chip.append(hidden(sign), ` ${relation}`);
  button.append(make("b", actor), " ", chip, " ", make("b", target));
  if (held) button.append(make("small", ` not drawn: ${held}`));
  if (address) {
    const link = line.appendChild(make("a", "Graph"));
    link.href = address;
    link.dataset.of = of;
    link.setAttribute("aria-label", `Show in the graph: ${actor} ${relation} ${target}`);
  }
  return line;
}

function hidden(sign) {
  const mark = make("span", sign);
  mark.setAttribute("aria-hidden", "true");
  return mark;
}

function make(tag, words = "", classes = "") {
  const element = document.createElement(tag);
  element.textContent = words;
  if (classes.trim()) element.className = classes;
  return element;
}
