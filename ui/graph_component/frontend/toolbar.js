// The buttons over the graph: zoom, fit, picture, full screen.

const STEP = 1.3; // zoom of one press
export const BUTTONS = 44; // pixels at the top that the buttons take

const still = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;
const animation = () => (still() ? false : { duration: 250, easingFunction: "easeInOutQuad" });

/** Shows all nodes, scaled to `most` at the most. */
export const fit = (network, box, most, animated) =>
  globalThis.hustings.fit(network, box, { most, top: BUTTONS, animation: animated ? animation() : false });

const zoom = (network, factor) => network.moveTo({ scale: network.getScale() * factor, animation: animation() });

function savePicture(frame, paper) {
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

async function toggleFullScreen(frame) {
  if (document.fullscreenElement) await document.exitFullscreen();
  else await frame.requestFullscreen();
}

/** Gives each button of `frame` its work. */
export function wireToolbar(frame, network, theme, fitAll) {
  const work = {
    in: () => zoom(network, STEP),
    out: () => zoom(network, 1 / STEP),
    fit: () => fitAll(true),
    picture: () => savePicture(frame, theme().paper),
    full: () => toggleFullScreen(frame),
  };
  for (const button of frame.querySelectorAll("button[data-action]")) {
    button.onclick = work[button.dataset.action];
  }
  frame.onfullscreenchange = () => fitAll(false);
}
