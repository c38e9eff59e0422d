// What is shown in full and what is dimmed; pure functions of the selection.

/**
 * Ids shown in full; null where nothing is selected, so that everything is.
 *
 * Edges: they and their ends. One node: its links and neighbours. Several nodes: the links among them.
 *
 * @param {{nodes: string[], edges: string[]}} selection of drawn ids
 * @param {Array<{id, from, to}>} edges drawn
 */
export function litBy(selection, edges) {
  const chosen = new Set(selection.nodes);
  const lines = new Set(selection.edges);
  if (!chosen.size && !lines.size) return null;
  const touches = {
    edges: ({ id }) => lines.has(id),
    one: ({ from, to }) => chosen.has(from) || chosen.has(to),
    several: ({ from, to }) => chosen.has(from) && chosen.has(to),
  };
  const near = edges.filter(touches[lines.size ? "edges" : chosen.size > 1 ? "several" : "one"]);
  return {
    nodes: new Set([...chosen, ...near.flatMap((edge) => [edge.from, edge.to])]),
    edges: new Set(near.map((edge) => edge.id)),
  };
}

/** How an item is drawn: "plain" where nothing is selected, "lit", or "faded", which focus turns into "ghost". */
export const lightOf = (lit, kind, id, focus) =>
  !lit ? "plain" : lit[kind].has(id) ? "lit" : focus ? "ghost" : "faded";

/** The selection after a click on `node` with Ctrl, Shift or a long touch: the node joins or leaves it. */
export function toggled({ nodes }, node) {
  return { nodes: nodes.includes(node) ? nodes.filter((id) => id !== node) : [...nodes, node], edges: [] };
}
