"use strict";
// What the app's graph and the exported page share: sizes that suit the frame, and names that never overlap.
globalThis.hustings = (() => {
  const ROOM = 0.14; // of the frame, around the outermost nodes, for dots and names
  const [SMALLEST, LARGEST] = [0.8, 4]; // bounds of the unit; the layout keeps discs of the largest apart
  const DOT = 0.5; // of the radius that suits a layout at full size
  const LINE = 0.8; // of the width
  const OPACITY = { plain: 1, lit: 1, faded: 0.2, ghost: 0.05 };
  const NAME = { small: 12, large: 14, zoomed: 1.3, gap: 3, line: 1.2, long: 17 }; // pixels; times; characters

  const [TOP, FIRST] = [4, 8]; // names that may lie over any disc, or over small ones, rather than be left out
  const DISC = 40; // lines hidden that a small disc hidden outweighs
  const SWAY = 0.4; // lines hidden that one place further down the list of places outweighs
  const MANY = 400; // links; among more, every place hides some
  const SEEKERS = 200; // nodes in view that seek a place for their names; more would take longer than a frame

  const span = (values) => [Math.min(...values), Math.max(...values)];

  /** How much a layout of this size is scaled to fill the box, `top` pixels of which are taken. */
  const scaleToFit = (box, [width, height], top) =>
    Math.min((box.clientWidth * (1 - ROOM)) / width, ((box.clientHeight - top) * (1 - ROOM)) / height);

  /** Layout pixels to one of the screen when all is in view: large layouts need larger dots to be seen. */
  const unitFor = (box, extent, top) => Math.min(Math.max(1 / scaleToFit(box, extent, top), SMALLEST), LARGEST);

  /** Width and height of what the places span; 1 at least. */
  const extentOf = (places) =>
    ["x", "y"].map((axis) => {
      const [low, high] = span(places.map((place) => place[axis]));
      return Math.max(high - low, 1);
    });

  /**
   * The view {position, scale} of all nodes, or those of `only`, scaled to `most` at the most; undefined where there is
   * none. `top` and `bottom` are pixels of the box that are taken.
   */
  function viewOf(network, box, { most, top, bottom = 0, only }) {
    const places = Object.values(network.getPositions(only));
    if (!places.length) return;
    const [[left, right], [upper, lower]] = ["x", "y"].map((axis) => span(places.map((place) => place[axis])));
    const scale = Math.min(scaleToFit(box, extentOf(places), top + bottom), most);
    const middle = { x: (left + right) / 2, y: (upper + lower - (top - bottom) / scale) / 2 };
    return { position: middle, scale };
  }

  /** Shows that view; closer than vis's own fit(), which keeps a wide margin. */
  function fit(network, box, { animation, ...look }) {
    const view = viewOf(network, box, look);
    if (view) network.moveTo({ ...view, animation });
  }

  /** `node` in a size that fits the frame; its name is left to `drawNames`. */
  const dressNode = (node, unit, light) => ({
    ...node,
    font: { size: 0 },
    size: node.size * DOT * unit,
    opacity: OPACITY[light],
  });

  /** `edge` in a width that fits the frame; its dashes keep to the width. */
  function dressEdge(edge, unit, light) {
    const dashes = edge.dashes && edge.dashes.map((part) => part * LINE * unit);
    const color = { ...edge.color, opacity: OPACITY[light] };
    return { ...edge, color, dashes, width: edge.width * LINE * unit };
  }

  /** A name on two lines of about the same length, and, unless it is long, on one. */
  function versionsOf(name) {
    const blanks = [...name.matchAll(/ /g)].map(({ index }) => index);
    if (!blanks.length) return [[name]];
    const off = (index) => Math.abs(index - name.length / 2);
    const cut = blanks.reduce((best, index) => (off(index) < off(best) ? index : best));
    const two = [name.slice(0, cut), name.slice(cut + 1)];
    return name.length > NAME.long ? [two] : [[name], two];
  }

  const widths = new Map(); // font and words -> width for letters of one pixel
  function widthOf(context, face, weight, words) {
    const key = `${weight} ${face} ${words}`;
    if (!widths.has(key)) {
      context.font = `${weight} 100px ${face}`;
      widths.set(key, context.measureText(words).width / 100);
    }
    return widths.get(key);
  }

  /** Where a name of that size can stand: below, above, right and left of its disc, then aslant. */
  function besides({ x, y, radius }, wide, high) {
    const [aside, away, slant] = [radius + NAME.gap + wide / 2, radius + NAME.gap + high / 2, radius * 0.7];
    const straight = [[0, away], [0, -away], [aside, 0], [-aside, 0]];
    const aslant = [[1, 1], [-1, 1], [1, -1], [-1, -1]].map(([i, j]) => [
      i * (slant + wide / 2),
      j * (slant + high / 2),
    ]);
    return [...straight, ...aslant].map(([dx, dy]) => boxAt(x + dx, y + dy, wide, high));
  }
  const boxAt = (x, y, wide, high) => [x - wide / 2, y - high / 2, x + wide / 2, y + high / 2];
  const apart = (a, b) => a[2] <= b[0] || b[2] <= a[0] || a[3] <= b[1] || b[3] <= a[1];
  const within = (a, b) => a[0] >= b[0] && a[1] >= b[1] && a[2] <= b[2] && a[3] <= b[3];
  function clearOf(box, { x, y, radius }) {
    const [aside, away] = [x - Math.min(Math.max(x, box[0]), box[2]), y - Math.min(Math.max(y, box[1]), box[3])];
    return aside * aside + away * away >= radius * radius;
  }

  /** Whether the line from one end to the other runs through the box (Liang and Barsky's clipping). */
  function crosses([left, top, right, bottom], [from, to]) {
    // Most lines are nowhere near; this alone is asked of tens of thousands for each picture.
    if ((from.x < left && to.x < left) || (from.x > right && to.x > right)) return false;
    if ((from.y < top && to.y < top) || (from.y > bottom && to.y > bottom)) return false;
    const [dx, dy] = [to.x - from.x, to.y - from.y];
    let [first, last] = [0, 1];
    for (const [way, room] of [[-dx, from.x - left], [dx, right - from.x], [-dy, from.y - top], [dy, bottom - from.y]]) {
      if (way === 0 && room < 0) return false;
      if (way < 0) first = Math.max(first, room / way);
      if (way > 0) last = Math.min(last, room / way);
    }
    return first < last;
  }

  /** All ways to write a node's name beside it: the lines, their box, and how odd the way is. */
  function waysOf(context, node, face) {
    return versionsOf(node.name).flatMap((lines, version) => {
      const wide = Math.max(...lines.map((line) => widthOf(context, face, node.weight, line))) * node.letters + 4;
      const boxes = besides(node, wide, lines.length * node.letters * NAME.line);
      return boxes.map((box, place) => ({ lines, box, cost: place * SWAY + version * 3 }));
    });
  }

  /**
   * The names that have room, each with its lines and box; the first come choose first.
   *
   * @param context any 2d context, to measure with
   * @param nodes {id, name, x, y, radius, weight, letters, must, silent} in pixels of the screen, the most important
   *   first; a silent one shows no name and may be written over; one that must show its name does so in any case
   * @param links pairs of nodes: of the free places, names take the one that hides the fewest lines
   * @param view the box that is seen; @param taken boxes to keep free
   */
  function placeNames(context, nodes, { face, view, taken, links }) {
    const loud = nodes.filter(({ silent }) => !silent);
    const [great, small] = [loud.slice(0, FIRST), loud.slice(FIRST)];
    const covered = (box, discs) => discs.filter((disc) => !clearOf(box, disc)).length;
    const harm = (box) =>
      covered(box, great) * DISC * 2 + covered(box, small) * DISC + links.filter((link) => crosses(box, link)).length;
    const boxes = [...taken];
    const placed = new Map();
    const place = (node, bearable) => {
      if (!node.name || placed.has(node.id)) return;
      const ways = waysOf(context, node, face);
      let [best, least] = [undefined, Infinity];
      for (const candidate of ways) {
        const { box, cost } = candidate;
        if (cost >= least || !within(box, view) || !boxes.every((other) => apart(box, other)) || !bearable(box)) continue;
        const whole = cost + harm(box);
        if (whole < least) [best, least] = [candidate, whole];
      }
      const way = best ?? (node.must ? ways[0] : undefined);
      if (!way) return;
      boxes.push(way.box);
      placed.set(node.id, { ...node, ...way });
    };
    const free = (box, discs) => discs.every((disc) => clearOf(box, disc));
    great.forEach((node) => place(node, (box) => node.must || free(box, great)));
    great.slice(0, TOP).forEach((node) => place(node, () => true));
    small.forEach((node) => place(node, (box) => node.must || free(box, loud)));
    return [...placed.values()];
  }

  /**
   * Writes names beside the discs, in letters of the same size at any zoom, as many as have room. Returns the boxes
   * that are taken then, by names, discs and what was taken before, in the layout's coordinates times the scale.
   *
   * @param context of vis's canvas, in the layout's coordinates
   * @param nodes {id, name, radius, light}, radius in the layout's pixels; @param links {from, to}
   * @param look {text, paper, face, unit, hovered, chosen: ids that must show their names, taken: boxes in the frame}
   */
  function drawNames(context, network, box, nodes, links, look) {
    const [scale, places] = [network.getScale(), network.getPositions()];
    const middle = network.getViewPosition();
    const [left, top] = [middle.x * scale - box.clientWidth / 2, middle.y * scale - box.clientHeight / 2];
    const grown = Math.min(Math.max((scale * look.unit) ** 0.4, 1), NAME.zoomed);
    const items = nodes
      .filter(({ id }) => places[id])
      .map(({ id, name, radius, light }) => {
        const must = id === look.hovered || look.chosen.includes(id);
        const share = Math.min(radius / (30 * DOT * look.unit), 1);
        const letters = (NAME.small + (NAME.large - NAME.small) * share ** 2) * grown;
        const at = { x: places[id].x * scale, y: places[id].y * scale, radius: radius * scale };
        const silent = OPACITY[light] < 1 && !must;
        return { id, name, ...at, letters, weight: must ? 600 : 400, must, silent };
      })
      .sort((a, b) => b.must - a.must || a.silent - b.silent || b.radius - a.radius || (a.id < b.id ? -1 : 1));
    const view = [left, top, left + box.clientWidth, top + box.clientHeight];
    const taken = look.taken.map(([l, t, r, b]) => [l + left, t + top, r + left, b + top]);
    const at = new Map(items.map((item) => [item.id, item]));
    const lines = links.length > MANY ? [] : links.map(({ from, to }) => [at.get(from), at.get(to)]);
    const frame = { face: look.face, view, taken, links: lines.filter(([from, to]) => from && to) };
    context.save();
    const seen = items.filter(({ x, y }) => within([x, y, x, y], view)).slice(0, SEEKERS);
    const written = placeNames(context, seen, frame);
    for (const name of written) write(context, name, scale, look);
    context.restore();
    const discs = seen.map(({ x, y, radius }) => boxAt(x, y, 2 * radius, 2 * radius));
    return [...taken, ...written.map((name) => name.box), ...discs];
  }

  function write(context, { lines, box, letters, weight }, scale, { text, paper, face }) {
    Object.assign(context, { textAlign: "center", textBaseline: "middle", lineJoin: "round" });
    Object.assign(context, { font: `${weight} ${letters / scale}px ${face}`, fillStyle: text, strokeStyle: paper });
    context.lineWidth = 3.5 / scale;
    const x = (box[0] + box[2]) / 2 / scale;
    lines.forEach((line, row) => {
      const y = (box[1] + (row + 0.5) * letters * NAME.line) / scale;
      context.strokeText(line, x, y);
      context.fillText(line, x, y);
    });
  }

  return { unitFor, extentOf, viewOf, fit, dressNode, dressEdge, drawNames, placeNames };
})();
