// All names there are, drawn or not, and the search among them.

// Each component has its own copy of this module, so what they share hangs on the page.
// [{id, name, folded: the name and other names, made comparable}], the most important first
const known = () => globalThis.hustingsNames ?? [];

/** Letters without case and accents: "Sinn Féin" is found by "sinn fein". */
const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** @param {Array<[string, string, string[]]>} names id, name, other names; the most important first */
export function learn(names) {
  globalThis.hustingsNames = names.map(([id, name, others]) => ({ id, name, folded: [name, ...others].map(fold) }));
}

/** How well a folded text answers: 0 begins with it, 1 a word begins with it, 2 holds it, 3 not at all. */
function rank(text, wanted) {
  const at = text.indexOf(wanted);
  if (at <= 0) return at === 0 ? 0 : 3;
  return text.includes(` ${wanted}`) || text.includes(`-${wanted}`) ? 1 : 2;
}

/** The names that hold the words, the best first; of equals, the more important. */
export function find(words, most) {
  const wanted = fold(words.trim());
  if (!wanted) return [];
  const buckets = [[], [], []];
  for (const entry of known()) {
    const best = Math.min(...entry.folded.map((text) => rank(text, wanted)));
    if (best < 3 && buckets[best].length < most) buckets[best].push(entry);
  }
  return buckets.flat().slice(0, most);
}
