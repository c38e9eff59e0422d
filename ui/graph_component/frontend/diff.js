// What changed between what is on screen and what shall be, by id.

/**
 * Brings a vis DataSet to `items`, touching only what changed.
 *
 * @param {object} dataset vis.DataSet
 * @param {Map<string, string>} seen id -> version on screen; kept up to date here
 * @param {Array<{item: object, version: string}>} wanted version: any string that changes whenever the item does
 */
export function bringTo(dataset, seen, wanted) {
  const ids = new Set(wanted.map(({ item }) => item.id));
  const gone = dataset.getIds().filter((id) => !ids.has(id));
  const changed = wanted.filter(({ item, version }) => seen.get(item.id) !== version);
  gone.forEach((id) => seen.delete(id));
  changed.forEach(({ item, version }) => seen.set(item.id, version));
  if (gone.length) dataset.remove(gone);
  if (changed.length) dataset.update(changed.map(({ item }) => item));
}
