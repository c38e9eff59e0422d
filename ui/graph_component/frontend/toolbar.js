// The buttons over the graph, and how the view moves.

const STEP = 1.3; // zoom of one press
const GAP = 4; // pixels
export const ROOM = 88; // pixels that search, buttons and choices take, one row above and one below

/** Pixels that are taken at the top and the bottom now: on a phone, or with a trail, more than one row. */
export function roomIn(frame) {
  const { top, bottom } = frame.getBoundingClientRect();
  const [head, trail, foot] = [".top", ".trail", ".foot"].map((part) => frame.querySelector(part));
  const last = trail.hidden ? head : trail;
  return { top: last.getBoundingClientRect().bottom - top + GAP, bottom: bottom - foot.getBoundingClientRect().top + GAP };
}

const still = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;
// vis adds up the shares of frames: of 250 ms they make a little less than the whole, then too much, and the view stops
// a hundredth off its mark.
export const animation = () => (still() ? false : { duration: 249, easingFunction: "easeInOutQuad" });

/** The view of all nodes, or those of `only`, scaled to `most` at the most; undefined where there is none. */
export const viewOf = (network, frame, most, only) =>
  globalThis.hustings.viewOf(network, frame.querySelector(".canvas"), { most, only, ...roomIn(frame) });

export const zoom = (network, steps) =>
  network.moveTo({ scale: network.getScale() * STEP ** steps, animation: animation() });

/** Saves what is seen as a picture. */
export function savePicture(frame, paper) {
  const canvas = frame.querySelector("canvas");
  const picture = Object.assign(document.createElement("canvas"), { width: canvas.width, height: canvas.height });
  const context = picture.getContext("2d");
  context.fillStyle = paper; // the canvas itself is transparent
  context.fillRect(0, 0, picture.width, picture.height);
  context.drawImage(canvas, 0, 0);
  const link = document.createElement("a");
  link.download = "hustings-graph.png";
  link.href = picture.toDataURL("image/png");
  link.click();
}

/** What full screen shows: the graph with the details beside it, where the page has some. */
function stageOf(frame) {
  const row = frame.getRootNode().host?.closest("[data-testid=stHorizontalBlock]");
  return row?.querySelector(".st-key-panel") ? row : frame;
}

export async function toggleFullScreen(frame) {
  if (document.fullscreenElement) await document.exitFullscreen();
  else await stageOf(frame).requestFullscreen();
}

/** Gives each button of `frame` its work. */
export function wireToolbar(frame, work) {
  for (const [action, does] of Object.entries(work)) {
    frame.querySelector(`button[data-action=${action}]`).onclick = does;
  }
}
