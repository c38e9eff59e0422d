// Which part of the layout is seen: fitted, moved to, and told when it has come to rest.

import { animation, roomIn, viewOf } from "./toolbar.js";

const BIGGEST = 1.3; // times the usual size of dots and letters, when a few nodes are fitted into the frame
const CLOSE = 0.9; // scale, times the unit, from which a node that was looked for is seen
const EDGE = 30; // pixels at the sides where a node counts as out of sight
const REST = 400; // ms without a change after which the view is at rest

/** The view as the address has it: "x_y_scale" of the middle, of signs that no address escapes. */
const textOf = ({ position, scale }) =>
  [Math.round(position.x), Math.round(position.y), Number(scale.toPrecision(3))].join("_");

/** What the query of an address wants seen: [x, y, scale], null for the whole graph; undefined: a saved view says it. */
function placeIn(search) {
  const query = new URLSearchParams(search);
  const at = query.get("at");
  if (!at) return query.has("view") ? undefined : null;
  const [x, y, scale] = at.split("_").map(Number);
  return Number.isFinite(x + y) && scale > 0 ? [x, y, scale] : null;
}

export class Eye {
  onRest = () => {}; // called with the text of a new view, "" for the whole graph
  #view; // {position, scale}
  #whole; // the view that shows the whole graph
  #told = ""; // text of the view that the page knows
  #sent = null; // where the page wanted the view last: [x, y, scale], null for the whole graph
  #touched = false; // whether anybody has moved the view since the whole graph was shown

  /** @param unit gives the present unit, see unitFor(); @param view of a graph that was here before */
  constructor(network, frame, unit, view) {
    this.network = network;
    this.frame = frame;
    this.box = frame.querySelector(".canvas");
    this.unit = unit;
    this.#view = view;
    for (const kind of ["pointerdown", "wheel", "keydown"])
      frame.addEventListener(kind, () => (this.#touched = true), { capture: true, passive: true });
    network.on("afterDrawing", () => this.#look());
    network.on("resize", () => this.#seesWhole() && this.fit(false));
  }

  get view() {
    return this.#view;
  }

  stop() {
    clearTimeout(this.resting);
  }

  /**
   * Shows all nodes, or those of `only`. Two alone must not fill the frame: dots and letters grow to BIGGEST of their
   * size at the most.
   */
  fit(animated, only) {
    const view = this.#viewOf(only);
    if (!only) this.#whole = view;
    this.#touched = Boolean(only);
    if (view) this.#moveTo(view, animated);
  }

  /** @param {[number, number, number] | null} place x, y and scale, as the page wants it; null for the whole graph */
  go(place, animated) {
    this.#sent = place;
    this.#whole = this.#viewOf();
    this.#goTo(place, animated);
  }

  #goTo(place, animated) {
    const [x, y, scale] = place ?? [];
    const view = place ? { position: { x, y }, scale } : this.#whole;
    this.#told = place ? textOf(view) : "";
    this.#touched = Boolean(place);
    if (view) this.#moveTo(view, animated);
  }

  /**
   * Goes where the address says after a step through the browser's history, before the page has said it too: a move
   * of a moment ago would else be told to the address that the reader has gone back to.
   */
  follow(search) {
    const place = placeIn(search);
    this.#goTo(place === undefined ? this.#sent : place, true); // if a saved view says another, the page will say it
  }

  /** Moves to a node, and near enough to read its name. */
  flyTo(id) {
    const scale = Math.max(this.network.getScale(), CLOSE / this.unit());
    this.#moveTo({ position: this.network.getPosition(id), scale }, true);
  }

  /** Moves only as far as the node needs to be seen. */
  bringIntoView(id) {
    const position = this.network.getPosition(id);
    const { x, y } = this.network.canvasToDOM(position);
    const { clientWidth: wide, clientHeight: high } = this.box;
    const { top, bottom } = roomIn(this.frame);
    const seen = x > EDGE && y > top && x < wide - EDGE && y < high - bottom;
    if (!seen) this.#moveTo({ position }, true);
  }

  #moveTo(view, animated) {
    if (view !== this.#whole) this.#touched = true;
    this.network.moveTo({ ...view, animation: animated ? animation() : false });
  }

  #viewOf(only) {
    return viewOf(this.network, this.frame, BIGGEST / this.unit(), only);
  }

  /** Recorded at each drawing, because on unmounting the canvas is already detached and has no size. */
  #look() {
    if (!this.box.clientWidth) return;
    this.#view = { position: this.network.getViewPosition(), scale: this.network.getScale() };
    this.stop();
    this.resting = setTimeout(() => this.#rest(), REST);
  }

  #seesWhole() {
    const [now, whole] = [this.#view, this.#whole];
    if (!now || !whole) return false;
    const [across, down] = ["x", "y"].map((axis) => Math.abs(now.position[axis] - whole.position[axis]) * now.scale);
    return across < 1 && down < 1 && Math.abs(now.scale / whole.scale - 1) < 0.005;
  }

  #rest() {
    const text = !this.#touched || this.#seesWhole() ? "" : textOf(this.#view);
    if (text === this.#told) return;
    this.#told = text;
    this.onRest(text);
  }
}
