// What nodes and edges look like in this frame and theme; a canvas knows no CSS variables.

import { scaleToFit } from "./toolbar.js";

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

const FADED = 0.22; // opacity
const [SMALLEST, LARGEST] = [0.8, 4.5]; // bounds of the unit

/**
 * Layout pixels to one pixel of the screen when the whole extent is in view: large layouts need larger dots and
 * letters to be read. The page gives the extent: that of the whole layout, so that filtering resizes nothing.
 */
export function unitFor(box, [width, height]) {
  return Math.min(Math.max(1 / scaleToFit(box, width, height), SMALLEST), LARGEST);
}

const NAMED = 16; // radius from which a name is shown before one zooms in: about three statements
const LETTERS = { shown: 11.5, later: 5.5 }; // pixels when the whole layout is in view; vis leaves out what is below 7
const LINE = 105; // pixels after which a name goes on in a second line
const DOT = 0.5; // of the radius that suits a layout at full size

/**
 * `node` in the theme's colours and in sizes that fit the frame.
 *
 * @param few whether all names have room
 * @param light "plain" where nothing is selected, "lit" for the selection and its neighbours, "faded" for the rest
 */
export function dressNode(node, { theme, unit, few }, light) {
  const color = light === "faded" ? `color-mix(in srgb, ${theme.text} 30%, ${theme.paper})` : theme.text;
  const letters = few || light === "lit" || node.size >= NAMED ? LETTERS.shown : LETTERS.later;
  const font = { color, size: letters * unit, face: theme.font, strokeWidth: 3 * unit, strokeColor: theme.paper };
  const widthConstraint = { maximum: LINE * unit };
  return { ...node, font, widthConstraint, size: node.size * DOT * unit, opacity: light === "faded" ? FADED : 1 };
}

/** `edge` in a width that fits the frame. */
export function dressEdge(edge, { unit }, light) {
  const color = { ...edge.color, opacity: light === "faded" ? FADED : 1 };
  return { ...edge, color, width: edge.width * unit * 0.8 };
}
