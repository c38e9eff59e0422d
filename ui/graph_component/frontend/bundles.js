// Bundles of edges and the relations that they open into; pure functions.
//
// An edge as the server sends it is a bundle: `opened`, if it has it, are the edges of its relations, and `alone`
// the id of the one relation that a bundle without `opened` stands for.

const holds = (bundle, id) =>
  bundle.id === id || bundle.alone === id || (bundle.opened ?? []).some((relation) => relation.id === id);

const pairOf = ({ from, to }) => (from < to ? `${from} ${to}` : `${to} ${from}`);

/** The edges to draw: between two nodes with a chosen bundle or relation, each relation by itself. */
export function openFor(bundles, chosen) {
  const pairs = new Set(
    bundles.filter((bundle) => bundle.opened && chosen.some((id) => holds(bundle, id))).map(pairOf),
  );
  return bundles.flatMap((bundle) => (bundle.opened && pairs.has(pairOf(bundle)) ? bundle.opened : [bundle]));
}

/** Ids of drawn edges that a chosen id means: itself, or the bundle it is in, or the relations it opened into. */
export function drawnIds(bundles, drawn, chosen) {
  const shown = new Set(drawn.map(({ id }) => id));
  const meant = chosen.flatMap((id) => {
    if (shown.has(id)) return [id];
    const bundle = bundles.find((candidate) => holds(candidate, id));
    if (!bundle) return [];
    return shown.has(bundle.id) ? [bundle.id] : (bundle.opened ?? []).map((relation) => relation.id);
  });
  return [...new Set(meant)];
}
