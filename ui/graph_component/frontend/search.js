// The search box over the graph: type-ahead over all names.

import { Combobox } from "../hustings.question/combobox.js";
import { find } from "./known.js";

const MOST = 8; // names offered

export class Search {
  /** @param isDrawn whether the graph has a node; @param choose what happens with the id of a chosen name */
  constructor(root, { isDrawn, choose, leave }) {
    this.input = root.querySelector("input");
    new Combobox(this.input, root.querySelector("ul"), {
      find: (text) => find(text, MOST),
      fill: (option, { id, name }) => {
        option.append(name);
        if (!isDrawn(id)) option.append(Object.assign(document.createElement("small"), { textContent: " not drawn yet" }));
      },
      choose: ({ id, name }) => {
        this.input.value = "";
        choose(id, name);
      },
      leave: () => {
        if (this.input.value === "") leave();
        this.input.value = "";
        return true;
      },
      eager: true,
      nothing: "No such name",
    });
  }

  focus() {
    this.input.focus();
    this.input.select();
  }
}
