// What is written on the canvas besides names: counts on lines, the pins, and the ring of the keyboard's cursor.

const LETTERS = 11; // pixels of the screen
const HIGH = 14;
const LEAST = 0.45; // scale, times the unit, below which lines are too close together for numbers
const ALONG = [0.5, 0.38, 0.62, 0.28, 0.72]; // of the way, where words may stand
const MOST = 150; // lines that get a number; among more, nobody could tell whose it is

const overlaps = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

/** What is written in the middle of a line: an opened relation's words, and how many statements if several. */
const wordsOf = ({ words, count }) => [words, count > 1 ? String(count) : ""].filter(Boolean).join(" · ");

/**
 * Numbers and relations on the lines that have room for them, the most statements first.
 *
 * @param context of vis's canvas, in the layout's coordinates
 * @param edges drawn: {id, from, to, count, words, color}
 * @param look {paper, face, unit, taken: boxes that are written on, in pixels of the screen, scaled, not moved}
 */
export function drawCounts(context, network, edges, { paper, face, unit, taken }) {
  const scale = network.getScale();
  const boxes = [...taken];
  const told = edges.filter((edge) => edge.words || (edge.count > 1 && scale * unit >= LEAST));
  told.sort((a, b) => Boolean(b.words) - Boolean(a.words) || b.count - a.count || (a.id < b.id ? -1 : 1));
  context.save();
  Object.assign(context, { textAlign: "center", textBaseline: "middle", lineJoin: "round", strokeStyle: paper });
  context.font = `600 ${LETTERS / scale}px ${face}`;
  context.lineWidth = 3.5 / scale;
  for (const edge of told.slice(0, MOST)) {
    const words = wordsOf(edge);
    const half = (context.measureText(words).width * scale) / 2 + 2;
    const boxAt = ({ x, y }) => [x * scale - half, y * scale - HIGH / 2, x * scale + half, y * scale + HIGH / 2];
    const at = pointsOn(network, edge).find((point) => !boxes.some((other) => overlaps(boxAt(point), other)));
    if (!at) continue;
    boxes.push(boxAt(at));
    context.fillStyle = edge.color.highlight;
    context.strokeText(words, at.x, at.y);
    context.fillText(words, at.x, at.y);
  }
  context.restore();
}

/** Points on a drawn line, curves included, the middle first; none on a line from a node to itself. */
function pointsOn(network, { id, from, to }) {
  const drawn = network.body.edges[id];
  return drawn && from !== to ? ALONG.map((share) => drawn.edgeType.getPoint(share)) : [];
}

/** A small pin on each pinned node. */
export function drawPins(context, network, pinned, radii, { paper, text }) {
  const scale = network.getScale();
  context.save();
  for (const [id, { x, y }] of Object.entries(network.getPositions(pinned))) {
    const away = radii.get(id) * 0.75;
    context.beginPath();
    context.arc(x + away, y - away, 3.4 / scale, 0, 2 * Math.PI);
    Object.assign(context, { fillStyle: text, strokeStyle: paper, lineWidth: 1.6 / scale });
    context.fill();
    context.stroke();
  }
  context.restore();
}

/** The ring around the node under the keyboard's cursor. */
export function drawCursor(context, network, id, radius, { text, paper }) {
  const scale = network.getScale();
  const { x, y } = network.getPosition(id);
  context.save();
  for (const [colour, width] of [[paper, 5], [text, 2.2]]) {
    context.beginPath();
    context.arc(x, y, radius + 5 / scale, 0, 2 * Math.PI);
    Object.assign(context, { strokeStyle: colour, lineWidth: width / scale });
    context.stroke();
  }
  context.restore();
}
