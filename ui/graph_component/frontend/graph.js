// Entry of the component: keeps one Scene per mounted element and one memory per key.
//
// Streamlit calls the default export on mounting and whenever `data` or the theme changes, and the function it
// returns on unmounting. An element that appears above the graph unmounts and remounts it, hence `memories`.

import { Scene } from "./scene.js";
import { animation } from "./toolbar.js";

const scenes = new WeakMap(); // element -> Scene; outlives reruns
const memories = new Map(); // data.key -> what the reader did by hand; outlives unmounting

/** On a phone the details will lie over the lower part of the window: what was tapped moves up from there. */
function makeRoom(parent) {
  if (!window.matchMedia("(max-width: 640px)").matches || document.fullscreenElement) return;
  parent.querySelector(".frame").scrollIntoView({ block: "start", behavior: animation() ? "smooth" : "instant" });
}

export default function ({ data, parentElement, setStateValue, setTriggerValue }) {
  let scene = scenes.get(parentElement);
  if (!scene) {
    scene = new Scene(parentElement, data, memories.get(data.key));
    scenes.set(parentElement, scene);
  }
  scene.onSelect = (selection) => {
    setStateValue("selection", selection);
    if (selection.nodes.length || selection.edges.length) makeRoom(parentElement);
  };
  scene.onExpand = (id) => setTriggerValue("expand", id);
  scene.onAsk = (wish) => setTriggerValue("ask", wish);
  // To sight.js, a component of its own: what this one tells runs the page.
  scene.onRest = (at) => window.dispatchEvent(new CustomEvent("hustings:rest", { detail: at }));
  scene.onTheme = (dark) => setTriggerValue("theme", dark ? "dark" : "light");
  scene.show(data);
  return () => {
    memories.set(data.key, scene.memory());
    scenes.delete(parentElement);
    scene.destroy();
  };
}
