"use strict";
const read = (id) => JSON.parse(document.getElementById(id).textContent);
const light = read("graph-data");
const dark = read("dark-data");
const { dressEdge, dressNode, drawNames, extentOf, fit, unitFor } = globalThis.hustings;
const graph = document.getElementById("graph");
const picked = document.getElementById("picked");
const nodes = new vis.DataSet();
const edges = new vis.DataSet();
const network = new vis.Network(graph, { nodes, edges }, light.options);
const NOTHING = { node: undefined, edge: undefined };
let chosen = NOTHING;
let hovered;
let names = [];
let unit = 1;

/** Whether a node or edge is "lit", by the choice or beside it, or "faded", or "plain" where nothing is chosen. */
function lighting({ node, edge }) {
  if (node === undefined && edge === undefined) return { nodeLight: () => "plain", edgeLight: () => "plain" };
  const near = light.edges.filter(({ id, from, to }) => id === edge || from === node || to === node);
  const ends = new Set([node, ...near.flatMap(({ from, to }) => [from, to])]);
  return {
    nodeLight: ({ id }) => (ends.has(id) ? "lit" : "faded"),
    edgeLight: (item) => (near.some(({ id }) => id === item.id) ? "lit" : "faded"),
  };
}

// The page follows the reader's system until the button is pressed.
const isDark = () => document.documentElement.dataset.theme === "dark";
const system = window.matchMedia("(prefers-color-scheme: dark)");
function paint() {
  const side = isDark() ? dark : light;
  const { nodeLight, edgeLight } = lighting(chosen);
  unit = unitFor(graph, extentOf(light.nodes), 0);
  const dressed = side.nodes.map(({ x, y, ...node }) => dressNode(node, unit, nodeLight(node)));
  names = side.nodes.map((node, place) => {
    return { id: node.id, name: node.label, radius: dressed[place].size, light: nodeLight(node) };
  });
  nodes.update(nodes.length ? dressed : dressed.map((node, place) => ({ ...side.nodes[place], ...node })));
  edges.update(side.edges.map((edge) => dressEdge(edge, unit, edgeLight(edge))));
}
function turn(toDark) {
  document.documentElement.dataset.theme = toDark ? "dark" : "light";
  paint();
}
turn(system.matches);
system.addEventListener("change", (event) => turn(event.matches));
document.getElementById("theme").addEventListener("click", () => turn(!isDark()));
const showAll = () => fit(network, graph, { most: 1.3 / unit, top: 0, animation: false });
document.getElementById("fit").addEventListener("click", showAll);
window.addEventListener("resize", () => {
  paint();
  showAll();
});

network.on("hoverNode", ({ node }) => { hovered = node; });
network.on("blurNode", () => { hovered = undefined; });
network.on("afterDrawing", (context) => {
  const { font } = (isDark() ? dark : light).options.nodes;
  const look = { text: font.color, paper: font.strokeColor, face: font.face, unit, hovered };
  const { offsetLeft: x, offsetTop: y, offsetWidth, offsetHeight } = picked; // all 0 while it is hidden
  const taken = [[x, y, x + offsetWidth, y + offsetHeight]];
  drawNames(context, network, graph, names, light.edges, { ...look, chosen: [chosen.node], taken });
});

// Text from reports only ever becomes text nodes.
function element(tag, text) {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}
function describe(title) {
  const [head, ...rest] = title.split("\n");
  return [element("h2", head), element("p", rest.join("\n"))];
}
network.on("click", ({ nodes: [node], edges: links }) => {
  chosen = node !== undefined ? { node } : { edge: links[0] };
  const shown = node !== undefined ? nodes.get(node) : links.length ? edges.get(links[0]) : null;
  picked.hidden = !shown;
  paint();
  if (!shown) return;
  picked.replaceChildren(...describe(shown.title));
  if (node !== undefined && links.length) {
    const list = document.createElement("ul");
    list.append(...edges.get(links).map((edge) => element("li", edge.title.split("\n")[0])));
    picked.append(list);
  }
});
network.once("afterDrawing", () => { document.documentElement.dataset.drawn = "yes"; });
showAll();
