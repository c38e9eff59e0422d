// Places in a text as Python counts them: by code points, where JavaScript counts UTF-16 units.

/** How many code points the text has. */
export function size(text) {
  let number = 0;
  for (const _ of text) number += 1;
  return number;
}

/** [start, end) of the words that a Range covers of the text in `root`, without white space around; null if none. */
export function spanOf(root, range) {
  if (!range.intersectsNode(root)) return null;
  const inside = range.cloneRange();
  const whole = document.createRange();
  whole.selectNodeContents(root);
  if (inside.compareBoundaryPoints(Range.START_TO_START, whole) < 0) inside.setStart(root, 0);
  if (inside.compareBoundaryPoints(Range.END_TO_END, whole) > 0) inside.setEnd(root, root.childNodes.length);
  const words = inside.toString();
  if (!words.trim()) return null;
  whole.setEnd(inside.startContainer, inside.startOffset);
  const start = size(whole.toString()) + (words.length - words.trimStart().length); // spaces are single units
  return [start, start + size(words.trim())];
}

/** The Range of the code points [start, end) of the text in `root`. */
export function rangeOf(root, [start, end]) {
  const range = document.createRange();
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let at = 0;
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const length = size(node.data);
    if (at <= start && start <= at + length) range.setStart(node, units(node.data, start - at));
    if (at < end && end <= at + length) range.setEnd(node, units(node.data, end - at));
    at += length;
    if (at >= end) break;
  }
  return range;
}

/** How many UTF-16 units the first code points of the text take. */
function units(text, number) {
  let length = 0;
  for (const sign of text) {
    if (number === 0) break;
    number -= 1;
    length += sign.length;
  }
  return length;
}
