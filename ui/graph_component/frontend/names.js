// A component without looks: it hands all names over to the graphs of the same page, once and not at every click.

import { learn } from "./known.js";

export default function ({ data }) {
  learn(data.names);
}
