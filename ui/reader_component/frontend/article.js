// The text as elements: every stretch of it knows what lies over it. Words from outside are only ever text nodes.

const UNDERLINED = new Set(["statements", "attributions", "mentions"]);
const BLANK = /(\s*\n\s*\n\s*)/;
const ROLES = ["actor", "cue", "target"];

export class Article {
  constructor(root) {
    this.root = root;
    this.lit = []; // elements
  }

  /** Puts another text into the place of the one before. */
  draw({ pieces, spans }) {
    this.spans = spans;
    this.over = new Map(); // element -> what lies over it
    this.under = new Map(); // number of a statement -> elements that it lies over
    const all = document.createDocumentFragment();
    pieces.forEach(([words, numbers], place) => {
      const before = new Set(pieces[place - 1]?.[1]);
      const after = new Set(pieces[place + 1]?.[1]);
      // Between paragraphs the text stands by itself, and its lines may be low.
      words.split(BLANK).forEach((part, number) => {
        const text = document.createTextNode(part);
        if (number % 2) return all.append(text);
        const stretch = this.underline(text, numbers, before, after);
        this.know(stretch, numbers);
        all.append(stretch);
      });
    });
    this.root.replaceChildren(all);
  }

  /** One element inside the other for each line under the words, so that any number of lines can lie under them. */
  underline(text, numbers, before, after) {
    const stretch = document.createElement("span");
    stretch.className = "reader-stretch";
    let inner = stretch;
    for (const number of numbers) {
      const { layer, lane, family, held } = this.spans[number];
      if (!UNDERLINED.has(layer)) continue;
      const line = document.createElement("span");
      line.className = `reader-line ${layer} ${family || ""}`;
      line.classList.toggle("first", !before.has(number));
      line.classList.toggle("last", !after.has(number));
      line.classList.toggle("held", Boolean(held));
      line.style.setProperty("--lane", lane);
      inner.append(line);
      inner = line;
    }
    inner.append(text);
    return stretch;
  }

  know(stretch, numbers) {
    const here = numbers.map((number) => this.spans[number]);
    this.over.set(stretch, here);
    for (const of of new Set(here.map((span) => span.of))) {
      if (of === undefined) continue;
      if (!this.under.has(of)) this.under.set(of, []);
      this.under.get(of).push(stretch);
    }
  }

  /** Lights the words of one statement, by its number, or of none. */
  light(of) {
    for (const element of this.lit) element.classList.remove("lit", ...ROLES.map((role) => `lit-${role}`));
    this.lit = this.under.get(of) || [];
    for (const element of this.lit) {
      for (const span of this.over.get(element)) {
        if (span.of !== of) continue;
        if (span.layer === "evidence") element.classList.add("lit");
        if (span.role) element.classList.add(`lit-${span.role}`);
      }
    }
  }

  /** Where the words of a statement begin: at its line, else at whatever of it comes first. */
  beginning(of) {
    const elements = this.under.get(of) || [];
    const underlined = (span) => span.of === of && span.layer === "statements";
    return elements.find((element) => this.over.get(element).some(underlined)) || elements[0];
  }

  /** What lies over an element of the text, of these layers. */
  at(element, layers) {
    const here = this.over.get(element?.closest?.(".reader-stretch")) || [];
    return here.filter(({ layer }) => layers.includes(layer));
  }
}
