// A component without looks: which part of the graph is seen goes into the address, in place of what it says now.
//
// What it tells runs only the part of the page that it stands in by itself, so that nothing is drawn anew.

const encoded = (text) =>
  encodeURIComponent(text)
    .replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll("%20", "+");

/** The query with this view, written as Python does: of another spelling, Streamlit makes a step of the history. */
export function queryWith(search, at) {
  const values = new Map();
  for (const [name, value] of new URLSearchParams(search)) values.set(name, [...(values.get(name) ?? []), value]);
  if (at) values.set("at", [at]);
  else values.delete("at");
  return [...values].flatMap(([name, texts]) => texts.map((text) => `${encoded(name)}=${encoded(text)}`)).join("&");
}

let told = 0; // numbered, so that the same view twice is news

export default function ({ setStateValue }) {
  const write = ({ detail: seen }) => {
    const { search, pathname, hash } = window.location;
    const at = seen || (new URLSearchParams(search).has("view") ? "all" : ""); // a saved view may say another place
    const query = queryWith(search, at);
    window.history.replaceState(window.history.state, "", `${pathname}${query && "?"}${query}${hash}`);
    told += 1;
    setStateValue("seen", { at, told, query: queryWith(search) });
  };
  window.addEventListener("hustings:rest", write);
  return () => window.removeEventListener("hustings:rest", write);
}
