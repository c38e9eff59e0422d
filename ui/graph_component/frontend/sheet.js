// What is on the canvas: vis's two sets of data, kept up by differences, and what is written over them.

import "./vendor/vis-network.min.js"; // a UMD bundle: defines globalThis.vis
import "./vendor/drawing.js"; // the exported page's too: defines globalThis.hustings
import { drawnIds, openFor } from "./bundles.js";
import { bringTo } from "./diff.js";
import { lightOf, litBy } from "./light.js";
import { drawCounts, drawCursor, drawPins } from "./marks.js";

const { DataSet } = globalThis.vis;
const { dressEdge, dressNode, drawNames } = globalThis.hustings;

export class Sheet {
  sets = { nodes: new DataSet(), edges: new DataSet() };
  #seen = { nodes: new Map(), edges: new Map() };
  #data = { nodes: [], edges: [] };
  #edges = []; // drawn: bundles, or what they opened into
  #names = []; // what drawNames() writes
  #radii = new Map(); // id -> radius in the layout's pixels
  #lit = null; // see litBy()

  /** @param places where nodes stand */
  constructor(places) {
    this.places = places;
  }

  has = (id) => this.sets.nodes.get(id) !== null;

  /** The node as the server sent it. */
  node = (id) => this.#data.nodes.find((node) => node.id === id);

  /** Ids of the nodes shown in full; null where all are. */
  get lit() {
    return this.#lit && [...this.#lit.nodes];
  }

  isLit = (id) => !this.#lit || this.#lit.nodes.has(id);

  /** Id of the largest node shown in full; undefined where there is none. */
  largest() {
    const shown = this.#data.nodes.filter(({ id }) => this.isLit(id));
    return shown.reduce((best, node) => (best && best.size >= node.size ? best : node), undefined)?.id;
  }

  /** A selection without what is not drawn (vis throws on unknown ids), a bundle's id or its relations' for each other. */
  present(selection) {
    const ids = new Set(this.#data.nodes.map(({ id }) => id));
    const edges = drawnIds(this.#data.edges, this.#edges, selection.edges);
    return { nodes: selection.nodes.filter((id) => ids.has(id)), edges };
  }

  /** @param {{unit: number, focused: boolean}} look see unitFor(); whether what is not lit is nearly gone */
  paint(data, selection, { unit, focused }) {
    this.#data = data;
    this.#edges = openFor(data.edges, selection.edges);
    this.#lit = litBy(this.present(selection), this.#edges);
    const nodes = this.#dressed("nodes", data.nodes, dressNode, unit, focused);
    this.#radii = new Map(nodes.map(({ item: { id, size } }) => [id, size]));
    this.#names = nodes.map(({ item: { id, label, size }, light }) => ({ id, name: label, radius: size, light }));
    const placed = nodes.map(({ item, version }) => ({
      item: this.places.settle(item, this.has(item.id)),
      version: version + this.places.version(item.id),
    }));
    bringTo(this.sets.nodes, this.#seen.nodes, placed);
    bringTo(this.sets.edges, this.#seen.edges, this.#dressed("edges", this.#edges, dressEdge, unit, focused));
  }

  #dressed(kind, items, dress, unit, focused) {
    return items.map((item) => {
      const light = lightOf(this.#lit, kind, item.id, focused);
      return { item: dress(item, unit, light), version: `${light} ${unit} ${JSON.stringify(item)}`, light };
    });
  }

  /**
   * Pins, the keyboard's cursor, names, and numbers on lines, where they have room.
   *
   * @param look as drawNames() takes it, and `cursor`, the id of the node that the keyboard is at, if it is
   */
  write(context, network, box, look) {
    drawPins(context, network, [...this.places.pins.keys()].filter(this.has), this.#radii, look);
    if (look.cursor) drawCursor(context, network, look.cursor, this.#radii.get(look.cursor), look);
    const taken = drawNames(context, network, box, this.#names, this.#edges, look);
    const told = this.#edges.filter(({ id }) => !this.#lit || this.#lit.edges.has(id));
    drawCounts(context, network, told, { ...look, taken });
  }
}
