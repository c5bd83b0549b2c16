import { isBuilding, stateOf, untilBuilt } from "./building.js";
import { el } from "./dom.js";
import { count } from "./words.js";

/** Is what stands around the field before the first question: what can be asked, and questions to begin with. */
export class Welcome {

  /**
   * @param {import("./api.js").Api} api
   * @param {(question: string) => void} ask
   */
  constructor(api, ask) {
    this.api = api;
    this.ask = ask;
    this.before = el("div");
    this.after = el("div");
    this.progress = el("div");
  }

  show(collection) {
    const { examples = [] } = collection;
    const own = collection.built_in === false;
    this.waiting?.abort();
    this.before.replaceChildren(
      el("p", { class: "lead" }, `${collection.title}: ${count(collection.documents, "document")}. An answer is made `
        + "of their own words, and every quotation has been compared with its document letter by letter."),
      own && collection.documents === 0
        ? el("p", {}, "There is nothing to ask yet. ", el("a", { href: `#/collections/${collection.id}` }, "Add files"), " first.")
        : "",
      this.progress);
    this.after.replaceChildren(
      examples.length > 0 ? el("h2", { class: "small" }, "Questions to begin with") : "",
      el("ul", { class: "examples" }, examples.map((question) => el("li", {},
        el("button", { type: "button", onclick: () => this.ask(question) }, question)))),
      el("p", { class: "elsewhere" }, "Or ", el("a", { href: "#/documents" }, "browse all documents"),
        " or ", el("a", { href: own ? `#/collections/${collection.id}` : "#/collections" },
          own ? "add files" : "add documents of your own"), ". For your own page there are ", el("a", { href: "widget.html" }, "a widget"), " and ",
        el("a", { href: "swagger-ui.html" }, "an API"), "."));
    if (isBuilding(collection)) {
      this.waiting = new AbortController();
      this.wait(collection.id, this.waiting.signal);
    }
  }

  hide() {
    this.waiting?.abort();
    this.before.replaceChildren();
    this.after.replaceChildren();
  }

  /** Tells how far the index is, until it is built or the first question is asked, which then tells it itself. */
  async wait(id, signal) {
    try {
      const now = await stateOf(this.api, id, signal);
      if (isBuilding(now)) {
        await untilBuilt(this.api, this.progress, now, "A question asked now is answered as soon as it is ready.", signal,
          id);
      }
    } catch {
      // Whatever is wrong is said when something is asked.
    }
    this.progress.replaceChildren();
  }
}
