// The colours of the page's theme; a canvas knows no CSS variables.

const read = (style, name, fallback) => style.getPropertyValue(name).trim() || fallback;

/** Colours of text and paper where `element` stands. */
export function themeOf(element) {
  const style = getComputedStyle(element);
  return {
    text: read(style, "--st-text-color", "#222222"),
    paper: read(style, "--st-background-color", "#ffffff"),
    font: read(style, "--st-font", "sans-serif"),
  };
}

/** Whether a colour, as #rrggbb, is a dark one (its ITU-R 601 luma lies below the middle). */
export function isDark(colour) {
  const [red, green, blue] = [1, 3, 5].map((start) => parseInt(colour.slice(start, start + 2), 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
}
