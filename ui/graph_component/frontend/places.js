// Where nodes stand: where the reader has pinned them, else where the server wants them.

import { animation } from "./toolbar.js";

const same = (a, b) => a && b && a.x === b.x && a.y === b.y;

export class Places {
  #served = new Map(); // id -> place the server gave it
  #wanted = new Map(); // id -> place it was last sent to

  /** @param {Map<string, {x, y}>} pins of a graph that was here before */
  constructor(pins = new Map()) {
    this.pins = pins;
  }

  /** Takes over the pins of the page, as id -> [x, y]. */
  obey(pins) {
    this.pins = new Map(Object.entries(pins).map(([id, [x, y]]) => [id, { x, y }]));
  }

  pin(places) {
    for (const [id, { x, y }] of Object.entries(places)) {
      this.pins.set(id, { x: Math.round(x), y: Math.round(y) });
    }
  }

  unpin(ids) {
    ids.forEach((id) => this.pins.delete(id));
  }

  /** Changes whenever the node's pin does. */
  version(id) {
    const pin = this.pins.get(id);
    return pin ? ` ${pin.x} ${pin.y}` : "";
  }

  /** The node with the place it shall go to; without any if it is there already. */
  settle(node, onScreen) {
    // Whole pixels, as vis cuts off the rest of a place in a DataSet, but not of one it is moved to.
    this.#served.set(node.id, { x: Math.trunc(node.x), y: Math.trunc(node.y) });
    const wanted = this.#placeOf(node.id);
    const stays = onScreen && same(this.#wanted.get(node.id), wanted);
    this.#wanted.set(node.id, wanted);
    const { x, y, ...rest } = node;
    return stays ? rest : { ...rest, ...wanted };
  }

  /** Lets nodes on screen glide to where they shall stand now. */
  move(network, ids) {
    const moved = ids.filter((id) => this.#served.has(id));
    const from = network.getPositions(moved);
    moved.forEach((id) => this.#wanted.set(id, this.#placeOf(id)));
    const duration = animation().duration ?? 0;
    const begun = performance.now();
    const step = (now) => {
      const share = duration ? Math.min((now - begun) / duration, 1) : 1;
      for (const id of moved.filter((id) => network.body?.nodes[id])) {
        const to = this.#wanted.get(id);
        const [x, y] = ["x", "y"].map((axis) => (share < 1 ? from[id][axis] + (to[axis] - from[id][axis]) * share : to[axis]));
        network.moveNode(id, x, y);
      }
      if (share < 1 && network.body) requestAnimationFrame(step);
    };
    step(begun);
  }

  #placeOf(id) {
    return this.pins.get(id) ?? this.#served.get(id);
  }
}
