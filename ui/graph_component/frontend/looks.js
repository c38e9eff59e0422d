// Nodes and edges as vis-network takes them, out of what came packed (view/packing.py).

const whole = (looks) => ({ look, opened, ...own }) => ({
  ...looks[look],
  ...own,
  ...(opened ? { opened: opened.map(whole(looks)) } : {}),
});

/** The data with every item's look in the item; data that is not packed comes back as it is. */
export function unpacked(data) {
  if (!data.looks) return data;
  return { ...data, nodes: data.nodes.map(whole(data.looks)), edges: data.edges.map(whole(data.looks)) };
}
