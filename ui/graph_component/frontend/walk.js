// The way along the edges with the arrow keys.

const WAYS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
const WIDE = 0.4; // least cosine between the key's direction and the neighbour's: about 66 degrees either way
const FAR = 0.5; // how much distance counts against direction

export const isArrow = (key) => key in WAYS;

/**
 * The neighbour that lies most in the direction of the key; undefined where there is none.
 *
 * @param {string} key such as "ArrowLeft"
 * @param {{x, y}} from, y downwards
 * @param {Array<{id, x, y}>} neighbours
 */
export function towards(key, from, neighbours) {
  const [across, down] = WAYS[key];
  const far = Math.max(...neighbours.map(({ x, y }) => Math.hypot(x - from.x, y - from.y)), 1);
  const ranked = neighbours
    .map(({ id, x, y }) => {
      const length = Math.hypot(x - from.x, y - from.y) || 1;
      const along = ((x - from.x) * across + (y - from.y) * down) / length;
      return { id, along, cost: 1 - along + (FAR * length) / far };
    })
    .filter(({ along }) => along >= WIDE)
    .sort((a, b) => a.cost - b.cost || (a.id < b.id ? -1 : 1));
  return ranked[0]?.id;
}
