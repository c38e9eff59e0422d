// The graph on screen: vis-network fed by differences, its clicks told to the page.

import "./vendor/vis-network.min.js"; // a UMD bundle: defines globalThis.vis
import "./vendor/drawing.js"; // the exported page's too: defines globalThis.hustings
import { bringTo } from "./diff.js";
import { isDark, themeOf } from "./theme.js";
import { BUTTONS, fit, wireToolbar } from "./toolbar.js";

const { DataSet, Network } = globalThis.vis;
const { dressEdge, dressNode, drawNames, unitFor } = globalThis.hustings;
const DOUBLE_CLICK = 230; // ms: vis reports click, click, doubleClick; a single click waits this long for a second
const BIGGEST = 1.3; // times the usual size of dots and letters, when a few nodes are fitted into the frame
const NOTHING = { nodes: [], edges: [] };

const withoutPlace = ({ x, y, ...rest }) => rest;
const same = (a, b) => a && b && a.x === b.x && a.y === b.y;

export class Scene {
  onSelect = () => {};
  onExpand = () => {};
  onTheme = () => {};
  #raw = { nodes: [], edges: [] }; // as the server sent them, each with its JSON text
  #seen = { nodes: new Map(), edges: new Map() };
  #sets = { nodes: new DataSet(), edges: new DataSet() };
  #served = new Map(); // id -> place the server gave it last
  #placed = new Map(); // id -> place the reader dragged it to
  #selection = NOTHING;
  #clicks = 0;
  #order; // number of the page's last command to select
  #fitted; // what the view was last fitted for
  #view; // {position, scale}
  #unit = 1; // see unitFor()
  #names = []; // what drawNames() writes
  #hovered; // id of the node under the pointer
  #options; // as JSON text
  #told; // whether the theme was dark when the page was last told that its colours are for the other one
  #gone = false;

  /** @param memory what `memory()` gave before the graph was unmounted, if it was */
  constructor(root, data, memory) {
    this.frame = root.querySelector(".frame");
    this.box = root.querySelector(".canvas");
    this.status = root.querySelector(".status");
    this.#recall(memory ?? {});
    this.#fitted = memory ? memory.fitted : data.fit;
    this.#take(data);
    this.#paint();
    this.network = new Network(this.box, this.#sets, data.options);
    this.#options = JSON.stringify(data.options);
    this.#listen();
    document.fonts.ready.then(() => this.#gone || this.network.redraw()); // drawn before its typeface had come
    wireToolbar(this.frame, this.network, () => themeOf(this.box), (animated) => this.#fit(animated));
    // Only after the first drawing does vis know the size of its canvas.
    const view = this.#view;
    this.network.once("afterDrawing", () => (view ? this.network.moveTo(view) : this.#fit(false)));
  }

  /** Shows what the page wants now; what is unchanged stays untouched. */
  show(data) {
    this.box.setAttribute("aria-label", data.label);
    this.#take(data);
    this.#obey(data.order);
    this.#set(data.options);
    this.#paint();
    this.#mark();
    if (data.fit !== this.#fitted) this.#fit(true);
    this.#fitted = data.fit;
    this.#compareTheme(data.dark);
  }

  /** What a reader would miss if the graph came back without it. */
  memory() {
    return {
      placed: this.#placed,
      selection: this.#selection,
      order: this.#order,
      fitted: this.#fitted,
      view: this.#view,
      clicks: this.#clicks,
    };
  }

  destroy() {
    this.#gone = true;
    clearTimeout(this.waiting);
    this.network.destroy();
  }

  /** The page does not run again when the reader's system turns dark: tell it that other colours are due. */
  #compareTheme(paintedDark) {
    const dark = isDark(themeOf(this.box).paper);
    if (dark !== paintedDark && dark !== this.#told) this.onTheme(dark);
    this.#told = dark === paintedDark ? undefined : dark;
  }

  #set(options) {
    const text = JSON.stringify(options);
    if (text !== this.#options) this.network.setOptions(options);
    this.#options = text;
  }

  /** Two nodes alone must not fill the frame: dots and letters grow to BIGGEST of their size at the most. */
  #fit(animated) {
    fit(this.network, this.box, BIGGEST / this.#unit, animated);
  }

  #recall({ placed, selection, order, view, clicks }) {
    this.#placed = placed ?? this.#placed;
    this.#selection = selection ?? NOTHING;
    this.#order = order;
    this.#view = view;
    this.#clicks = clicks ?? 0;
  }

  #take(data) {
    this.#unit = unitFor(this.box, data.extent, BUTTONS);
    for (const kind of ["nodes", "edges"]) {
      this.#raw[kind] = data[kind].map((item) => ({ item, text: JSON.stringify(item) }));
    }
  }

  /** The page selects too (a row of the table, a button): follow it once per command. */
  #obey(order) {
    if (!order || order.number === this.#order) return;
    this.#order = order.number;
    this.#selection = { nodes: order.nodes, edges: order.edges };
  }

  #paint() {
    const unit = this.#unit;
    const lit = this.#lit();
    const lightOf = (kind, id) => (!lit ? "plain" : lit[kind].has(id) ? "lit" : "faded");
    const dressed = (kind, dress) =>
      this.#raw[kind].map(({ item, text }) => {
        const light = lightOf(kind, item.id);
        return { item: dress(item, unit, light), version: `${light} ${unit} ${text}` };
      });
    const nodes = dressed("nodes", (node, ...look) => this.#settle(dressNode(node, ...look)));
    this.#names = this.#raw.nodes.map(({ item: { id, label } }, place) => {
      return { id, name: label, radius: nodes[place].item.size, light: lightOf("nodes", id) };
    });
    bringTo(this.#sets.nodes, this.#seen.nodes, nodes);
    bringTo(this.#sets.edges, this.#seen.edges, dressed("edges", dressEdge));
  }

  #drawNames(context) {
    const { text, paper, font } = themeOf(this.box);
    const width = this.box.clientWidth;
    const taken = [[width - BUTTONS * 4, 0, width, BUTTONS]]; // the toolbar
    const ids = { hovered: this.#hovered, chosen: this.#present().nodes };
    const links = this.#raw.edges.map(({ item }) => item);
    const look = { text, paper, face: font, unit: this.#unit, taken, ...ids };
    drawNames(context, this.network, this.box, this.#names, links, look);
  }

  /** Where a node goes: where the reader put it, else where the server wants it; if there is no news, it stays. */
  #settle(node) {
    const wanted = { x: node.x, y: node.y };
    const onScreen = this.#sets.nodes.get(node.id) !== null;
    const known = this.#served.get(node.id);
    this.#served.set(node.id, wanted);
    if (onScreen && (this.#placed.has(node.id) || same(known, wanted))) return withoutPlace(node);
    return { ...node, ...this.#placed.get(node.id) };
  }

  /** Ids to show in full: the selection and what touches it; null where nothing is selected. */
  #lit() {
    const { nodes, edges } = this.#present();
    if (!nodes.length && !edges.length) return null;
    const chosen = new Set(nodes);
    const near = this.#raw.edges
      .map(({ item }) => item)
      .filter((edge) => edges.includes(edge.id) || chosen.has(edge.from) || chosen.has(edge.to));
    return {
      nodes: new Set([...nodes, ...near.flatMap((edge) => [edge.from, edge.to])]),
      edges: new Set(near.map((edge) => edge.id)),
    };
  }

  /** The selection without what a filter has hidden (vis throws on unknown ids). */
  #present() {
    const has = (kind) => {
      const ids = new Set(this.#raw[kind].map(({ item }) => item.id));
      return this.#selection[kind].filter((id) => ids.has(id));
    };
    return { nodes: has("nodes"), edges: has("edges") };
  }

  #mark() {
    const selection = this.#present();
    this.network.setSelection(selection, { highlightEdges: false });
    const chosen = this.#names.filter(({ id }) => selection.nodes.includes(id)).map(({ name }) => name);
    const lines = this.#sets.edges.get(selection.edges).map((edge) => edge.title);
    this.status.textContent = [...chosen, ...lines].map((name) => `Selected: ${name}`).join(". ");
  }

  #select(selection) {
    this.#selection = selection;
    this.#clicks += 1;
    this.#paint();
    this.#mark();
    this.onSelect({ ...selection, click: this.#clicks }); // numbered, so that the same click twice is news
  }

  #listen() {
    const { network, box } = this;
    network.on("click", ({ nodes, edges }) => {
      clearTimeout(this.waiting);
      this.waiting = setTimeout(() => this.#select({ nodes, edges: nodes.length ? [] : edges }), DOUBLE_CLICK);
    });
    network.on("doubleClick", ({ nodes }) => {
      clearTimeout(this.waiting);
      if (nodes.length) this.onExpand(nodes[0]);
    });
    network.on("dragEnd", ({ nodes }) => {
      for (const [id, place] of Object.entries(network.getPositions(nodes))) this.#placed.set(id, place);
    });
    network.on("hoverNode", ({ node }) => (this.#hovered = node));
    network.on("blurNode", () => (this.#hovered = undefined));
    network.on("afterDrawing", (context) => {
      this.#drawNames(context);
      // Recorded here because on unmounting the canvas is already detached and has no size.
      if (box.clientWidth) this.#view = { position: network.getViewPosition(), scale: network.getScale() };
    });
    box.addEventListener("keydown", ({ key }) => key === "Escape" && this.#select(NOTHING));
    // For the browser tests, which must know where on the canvas a node is drawn:
    // `box.dispatchEvent(new CustomEvent("hustings:inspect", {detail}))` puts the vis network into `detail`.
    box.addEventListener("hustings:inspect", ({ detail }) => Object.assign(detail, { network }));
  }
}
