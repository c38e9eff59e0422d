// Mouse, touch and keyboard on the graph.

import { toggled } from "./light.js";
import { Search } from "./search.js";
import { themeOf } from "./theme.js";
import { savePicture, toggleFullScreen, wireToolbar, zoom } from "./toolbar.js";
import { isArrow, towards } from "./walk.js";

const DOUBLE_CLICK = 230; // ms: vis reports click, click, doubleClick; a single click waits this long for a second
const NOTHING = { nodes: [], edges: [] };
const WORDS = { ArrowRight: "to the right", ArrowLeft: "to the left", ArrowDown: "below", ArrowUp: "above" };

export class Hands {
  hovered; // id of the node under the pointer
  cursor; // id of the node that the keyboard is at

  constructor(scene) {
    this.scene = scene;
    this.status = scene.frame.querySelector(".status");
    this.search = new Search(scene.frame.querySelector(".search"), {
      isDrawn: scene.sheet.has,
      choose: (id) => scene.find(id),
      leave: () => scene.box.focus(),
    });
    wireToolbar(scene.frame, {
      in: () => zoom(scene.network, 1),
      out: () => zoom(scene.network, -1),
      fit: () => scene.eye.fit(true),
      unpin: () => scene.unpin(),
      focus: () => scene.focus(),
      picture: () => savePicture(scene.frame, themeOf(scene.box).paper),
      full: () => toggleFullScreen(scene.frame),
    });
    document.addEventListener("fullscreenchange", this.#changeScreen);
    this.#point();
    this.#type();
  }

  stop() {
    clearTimeout(this.waiting);
  }

  leave() {
    this.stop();
    document.removeEventListener("fullscreenchange", this.#changeScreen);
  }

  /** Fits the graph into its new frame; a moment after vis has told, since it then restores the scale it had. */
  #changeScreen = () => {
    const { scene } = this;
    scene.network.once("resize", () => requestAnimationFrame(() => scene.gone || scene.resized()));
  };

  /** Tells screen readers. */
  say(words) {
    this.status.textContent = words;
  }

  #point() {
    const { scene } = this;
    const { network } = scene;
    network.on("click", ({ nodes, edges, event }) => {
      this.stop();
      const [node] = nodes.filter((id) => !scene.isGhost(id));
      const { ctrlKey, metaKey, shiftKey } = event.srcEvent;
      if (ctrlKey || metaKey || shiftKey) {
        if (node) scene.select(toggled(scene.selection, node));
        else scene.mark(); // vis has dropped the selection
        return;
      }
      const selection = node ? { nodes: [node], edges: [] } : { nodes: [], edges: nodes.length ? [] : edges.slice(0, 1) };
      this.waiting = setTimeout(() => scene.select(selection), DOUBLE_CLICK);
    });
    network.on("doubleClick", ({ nodes }) => {
      this.stop();
      if (nodes.length) scene.onExpand(nodes[0]);
    });
    network.on("hold", ({ pointer, event }) => {
      this.stop(); // a touch that is held may have been reported as a click first
      const node = network.getNodeAt(pointer.DOM);
      if (node !== undefined && event.pointerType === "touch") scene.select(toggled(scene.selection, node));
    });
    network.on("dragEnd", ({ nodes }) => nodes.length && scene.pin(nodes));
    network.on("hoverNode", ({ node }) => (this.hovered = node));
    network.on("blurNode", () => (this.hovered = undefined));
  }

  #type() {
    const { box } = this.scene;
    box.addEventListener("keydown", (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const work = isArrow(event.key) ? () => this.#walk(event.key) : this.#keys()[event.key];
      if (!work) return;
      event.preventDefault();
      event.stopPropagation();
      work();
    });
    box.addEventListener("focus", () => box.matches(":focus-visible") && this.#enter());
    box.addEventListener("focusout", () => this.#put(undefined));
  }

  #keys() {
    const { scene, cursor } = this;
    const { network } = scene;
    const at = (work) => () => cursor && work(cursor);
    return {
      Enter: at((id) => scene.select({ nodes: [id], edges: [] })),
      " ": at((id) => scene.select(toggled(scene.selection, id))),
      e: at((id) => scene.onExpand(id)),
      p: at((id) => (scene.places.pins.has(id) ? scene.unpin([id]) : scene.pin([id]))),
      f: () => scene.focus(),
      "/": () => this.search.focus(),
      "+": () => zoom(network, 1),
      "-": () => zoom(network, -1),
      0: () => scene.eye.fit(true),
      Escape: () => this.#leave(),
    };
  }

  /** First out of the selection, then out of the graph. */
  #leave() {
    const { nodes, edges } = this.scene.selection;
    if (nodes.length || edges.length) this.scene.select(NOTHING);
    else this.scene.box.blur();
  }

  /** The cursor begins where the selection is, else at the largest node. */
  #enter() {
    const [selected] = this.scene.selection.nodes;
    const at = this.cursor ?? selected ?? this.scene.sheet.largest();
    if (at) this.#put(at);
  }

  #walk(key) {
    const { scene } = this;
    if (!this.cursor || !scene.sheet.has(this.cursor)) return this.#enter();
    const { network } = scene;
    const near = network.getConnectedNodes(this.cursor).filter((id) => id !== this.cursor && !scene.isGhost(id));
    const places = Object.entries(network.getPositions(near)).map(([id, place]) => ({ id, ...place }));
    const next = towards(key, network.getPosition(this.cursor), places);
    if (next) this.#put(next);
    else this.say(`${scene.sheet.node(this.cursor).label} has no link to a name ${WORDS[key]}`);
  }

  #put(id) {
    const { scene } = this;
    if (scene.gone) return; // a focused box that is taken away loses its focus
    this.cursor = id;
    if (id !== undefined) {
      const links = scene.network.getConnectedEdges(id).length;
      const [name, ...facts] = scene.sheet.node(id).title.split("\n");
      this.say([name, ...facts, `${links} ${links === 1 ? "link" : "links"}`].join(", "));
      scene.eye.bringIntoView(id);
    }
    scene.network.redraw();
  }
}
