// The graph on screen: vis-network fed by differences, what is done to it told to the page.

import { showControls, showTrail } from "./bar.js";
import { Eye } from "./eye.js";
import { Hands } from "./hands.js";
import { unpacked } from "./looks.js";
import { Places } from "./places.js";
import { Sheet } from "./sheet.js";
import { isDark, themeOf } from "./theme.js";
import { ROOM } from "./toolbar.js";

const { Network } = globalThis.vis;
const { unitFor } = globalThis.hustings;

export class Scene {
  onSelect = () => {};
  onExpand = () => {};
  onAsk = () => {};
  onTheme = () => {};
  onRest = () => {};
  #data; // as the server sent it last
  #selection; // as it was made; what a filter hides stays in it
  #clicks;
  #order; // number of the page's last command to select
  #fitted; // what the view was last fitted for
  #moves; // number of the page's last command to move the view
  #unit = 1; // see unitFor()
  #focused; // whether all but the neighbourhood of the selection is nearly gone
  #awaited; // id of a name that the page was asked to draw
  #options; // as JSON text
  #told; // whether the theme was dark when the page was last told that its colours are for the other one
  gone = false; // vis has nothing to draw with any more

  /** @param memory what `memory()` gave before the graph was unmounted, if it was */
  constructor(root, data, memory = {}) {
    this.page = window.location.pathname;
    this.frame = root.querySelector(".frame");
    this.box = root.querySelector(".canvas");
    this.#selection = memory.selection ?? { nodes: [], edges: [] };
    this.#order = memory.order;
    this.#clicks = memory.clicks ?? 0;
    this.#focused = memory.focused ?? false;
    this.#fitted = data.fit;
    this.places = new Places(memory.pins);
    this.sheet = new Sheet(this.places);
    this.#take(data);
    this.#paint();
    this.network = new Network(this.box, this.sheet.sets, withoutKeys(data.options));
    this.#options = JSON.stringify(data.options);
    this.box.firstElementChild.tabIndex = -1; // vis's own stop for the Tab key; the box is ours
    this.hands = new Hands(this);
    this.eye = new Eye(this.network, this.frame, () => this.#unit, memory.view);
    this.eye.onRest = (text) => data.sight && this.onRest(text);
    this.#listen();
    document.fonts.ready.then(() => this.gone || this.network.redraw()); // drawn before its typeface had come
    // Only after the first drawing does vis know the size of its canvas.
    const stays = memory.view && memory.fitted === data.fit && memory.moves === data.sight?.number;
    this.#moves = data.sight?.number;
    this.network.once("afterDrawing", () => {
      this.eye.go(data.sight?.at ?? null, false);
      if (stays) this.network.moveTo(memory.view);
    });
  }

  /** Shows what the page wants now; what is unchanged stays untouched. */
  show(data) {
    this.box.setAttribute("aria-label", data.label);
    this.#take(data);
    this.#atOnce(() => {
      this.#set(data.options);
      this.#paint();
      this.mark();
    });
    this.#surround(data);
    this.#move(data);
    this.#arrive();
    this.#compareTheme(data.dark);
  }

  /** What a reader would miss if the graph came back without it. */
  memory() {
    return {
      pins: this.places.pins,
      selection: this.#selection,
      order: this.#order,
      fitted: this.#fitted,
      focused: this.#focused,
      moves: this.#moves,
      view: this.eye.view,
      clicks: this.#clicks,
    };
  }

  destroy() {
    this.gone = true;
    window.removeEventListener("popstate", this.#goBack);
    this.hands.leave();
    this.eye.stop();
    this.network.destroy();
  }

  /** Asks the page for something that only it can give. */
  ask = (what, value) => this.onAsk({ what, value });

  /** The selection without what a filter has hidden. */
  get selection() {
    return this.sheet.present(this.#selection);
  }

  /** Whether focus has left nothing but a shade of the node. */
  isGhost = (id) => this.#focused && !this.sheet.isLit(id);

  select(selection) {
    this.#selection = selection;
    this.#repaint();
    this.#tell();
  }

  /** Keeps the nodes where they have been dragged to, and tells the page. */
  pin(ids) {
    this.places.pin(this.network.getPositions(ids));
    this.#moved(ids);
  }

  unpin(ids = [...this.places.pins.keys()]) {
    this.places.unpin(ids);
    this.#moved(ids);
  }

  focus(on = !this.#focused) {
    this.#focused = on;
    this.#repaint();
    const { lit } = this.sheet;
    if (lit) this.eye.fit(true, on ? lit : undefined);
  }

  /** After the frame has got another size: dots and lines that suit it. */
  resized() {
    this.#measure();
    this.#paint();
    this.eye.fit(false);
  }

  /** Moves to a node and selects it; one that is not drawn is asked for. */
  find(id) {
    if (this.sheet.has(id)) {
      this.select({ nodes: [id], edges: [] });
      this.eye.flyTo(id);
    } else {
      this.#awaited = id;
      this.ask("find", id);
    }
  }

  /** Brings vis, the buttons and the spoken status in line with selection, pins and focus. */
  mark() {
    const { selection, frame, sheet } = this;
    const tip = this.box.querySelector(".vis-tooltip"); // of something that may be gone now
    if (tip) tip.style.visibility = "hidden";
    this.network.setSelection(selection, { highlightEdges: false });
    const chosen = selection.nodes.map((id) => sheet.node(id).label);
    const lines = sheet.sets.edges.get(selection.edges).map((edge) => edge.title);
    this.hands.say([...chosen, ...lines].map((name) => `Selected: ${name}`).join(". "));
    frame.querySelector("[data-action=unpin]").hidden = !this.places.pins.size;
    frame.querySelector("[data-action=focus]").setAttribute("aria-pressed", String(this.#focused));
  }

  #tell() {
    this.#clicks += 1; // numbered, so that the same click twice is news
    const pins = Object.fromEntries([...this.places.pins].map(([id, { x, y }]) => [id, [x, y]]));
    this.onSelect({ ...this.#selection, pins, click: this.#clicks });
  }

  #moved(ids) {
    this.places.move(this.network, ids);
    this.#repaint(); // moves nothing, but takes note of where they stand
    this.#tell();
  }

  /** To where the page wants it, once for each of its commands; else, for other contents, to all of them. */
  #move({ sight, fit }) {
    if (sight?.number !== this.#moves) this.eye.go(sight.at, true);
    else if (fit !== this.#fitted) this.eye.fit(true);
    this.#moves = sight?.number;
    this.#fitted = fit;
  }

  /** Of a step to another page nothing is to be seen here any more. */
  #goBack = () => {
    const { pathname, search } = window.location;
    if (pathname !== this.page) this.eye.stop();
    else if (this.#data.sight) this.eye.follow(search);
  };

  /** The name that was asked for has come. */
  #arrive() {
    if (this.#awaited === undefined || !this.sheet.has(this.#awaited)) return;
    this.eye.flyTo(this.#awaited);
    this.#awaited = undefined;
  }

  /** The page does not run again when the reader's system turns dark: tell it that other colours are due. */
  #compareTheme(paintedDark) {
    const dark = isDark(themeOf(this.box).paper);
    if (dark !== paintedDark && dark !== this.#told) this.onTheme(dark);
    this.#told = dark === paintedDark ? undefined : dark;
  }

  #set(options) {
    const text = JSON.stringify(options);
    if (text !== this.#options) this.network.setOptions(withoutKeys(options));
    this.#options = text;
  }

  /** What stands around the graph; a page that answers nothing gets no search box and no choices. */
  #surround({ trail, controls, asks }) {
    const part = (name) => this.frame.querySelector(name);
    part(".search").hidden = !asks;
    part(".choices").hidden = !controls.draw;
    showTrail(part(".trail"), trail, this.ask);
    if (controls.draw) showControls(part(".foot"), controls, this.ask);
  }

  /** New data, and the page's own wish to select and pin (a row of the table, a link), followed once for each number. */
  #take(data) {
    this.#data = unpacked(data);
    this.#measure();
    if (data.order.number === this.#order) return;
    this.#order = data.order.number;
    this.#selection = { nodes: data.order.nodes, edges: data.order.edges };
    this.places.obey(data.order.pins);
  }

  #measure() {
    this.#unit = unitFor(this.box, this.#data.extent, ROOM);
  }

  #paint() {
    this.sheet.paint(this.#data, this.#selection, { unit: this.#unit, focused: this.#focused });
  }

  #repaint() {
    this.#atOnce(() => {
      this.#paint();
      this.mark();
    });
  }

  /** One drawing, in the next frame, of all that the work changes: vis by itself draws after each step of it. */
  #atOnce(work) {
    const { emitter } = this.network.body;
    emitter.emit("_blockRedraw");
    try {
      work();
    } finally {
      emitter.emit("_allowRedraw");
      emitter.emit("_requestRedraw");
    }
  }

  #write(context) {
    const { text, paper, font: face } = themeOf(this.box);
    const { cursor, hovered } = this.hands;
    const seen = cursor !== undefined && this.sheet.has(cursor) ? cursor : undefined;
    const chosen = [...this.selection.nodes, ...(seen ? [seen] : [])];
    const look = { text, paper, face, unit: this.#unit, taken: overlays(this.frame, this.box), hovered, chosen };
    this.sheet.write(context, this.network, this.box, { ...look, cursor: seen });
  }

  #listen() {
    const { network, box } = this;
    network.on("afterDrawing", (context) => this.#write(context));
    window.addEventListener("popstate", this.#goBack);
    // For the browser tests, which must know where on the canvas a node is drawn:
    // `box.dispatchEvent(new CustomEvent("hustings:inspect", {detail}))` puts the vis network into `detail`.
    box.addEventListener("hustings:inspect", ({ detail }) => Object.assign(detail, { network }));
  }
}

/** vis's own keys move the canvas; ours walk along the edges. */
const withoutKeys = (options) => ({ ...options, interaction: { ...options.interaction, keyboard: false } });

/** The parts of the frame that lie over the canvas, as boxes in its pixels. */
function overlays(frame, box) {
  const origin = box.getBoundingClientRect();
  return [...frame.querySelectorAll("[data-over]")].map((part) => {
    const { left, top, right, bottom } = part.getBoundingClientRect();
    return [left - origin.left, top - origin.top, right - origin.left, bottom - origin.top];
  });
}
