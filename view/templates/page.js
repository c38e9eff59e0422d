"use strict";
const read = (id) => JSON.parse(document.getElementById(id).textContent);
const light = read("graph-data");
const dark = read("dark-data");
const nodes = new vis.DataSet(light.nodes);
const edges = new vis.DataSet(light.edges);
const graph = document.getElementById("graph");
const picked = document.getElementById("picked");
const network = new vis.Network(graph, { nodes, edges }, light.options);

// The page follows the reader's system until the button is pressed.
function paint(isDark) {
  const side = isDark ? dark : light;
  document.documentElement.dataset.theme = isDark ? "dark" : "light";
  nodes.update(side.nodes.map(({ id, color }) => ({ id, color })));
  edges.update(side.edges.map(({ id, color }) => ({ id, color })));
  network.setOptions({ nodes: { font: side.options.nodes.font } });
}
const system = window.matchMedia("(prefers-color-scheme: dark)");
paint(system.matches);
system.addEventListener("change", (event) => paint(event.matches));
document.getElementById("theme").addEventListener("click", () => {
  paint(document.documentElement.dataset.theme !== "dark");
});
const fit = () => network.fit({ maxZoomLevel: 1.3, animation: false });
document.getElementById("fit").addEventListener("click", fit);

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
  const shown = node !== undefined ? nodes.get(node) : links.length ? edges.get(links[0]) : null;
  picked.hidden = !shown;
  if (!shown) return;
  picked.replaceChildren(...describe(shown.title));
  if (node !== undefined && links.length) {
    const list = document.createElement("ul");
    list.append(...edges.get(links).map((edge) => element("li", edge.title.split("\n")[0])));
    picked.append(list);
  }
});
network.once("afterDrawing", () => { document.documentElement.dataset.drawn = "yes"; });
fit();
