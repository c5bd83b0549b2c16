import { el, say } from "./dom.js";
import { count } from "./words.js";
import { fault } from "./fault.js";

/** Takes files that are dropped or chosen, and sends them to a collection. */
export class Upload {

  /**
   * @param {import("./api.js").Api} api
   * @param {string} collection its id
   * @param {(files: object[]) => void} sent is told of the files when the server has them
   */
  constructor(api, collection, sent) {
    this.api = api;
    this.collection = collection;
    this.sent = sent;
    this.input = el("input", { id: "files", type: "file", multiple: true, class: "unseen",
      onchange: () => this.send([...this.input.files]) });
    this.note = el("div", { class: "upload-note" });
    this.element = el("div", { class: "drop",
      ondragenter: (event) => this.over(event, true), ondragover: (event) => this.over(event, true),
      ondragleave: (event) => this.over(event, this.element.contains(event.relatedTarget)),
      ondrop: (event) => {
        this.over(event, false);
        this.send([...event.dataTransfer.files]);
      } },
    this.input, el("label", { for: "files", class: "choose" }, "Choose files"),
    el("p", {}, "or drop them here: PDF, Word, web pages, e-books, mail, text and tables."), this.note);
  }

  over(event, inside) {
    event.preventDefault();
    this.element.classList.toggle("is-over", inside);
  }

  async send(files) {
    if (files.length === 0 || this.sending) {
      return;
    }
    this.sending = true;
    this.input.disabled = true;
    const bar = el("progress", { max: "1", value: "0", "aria-label": "Sending" });
    const words = `Sending ${count(files.length, "file")}…`;
    this.note.replaceChildren(el("p", {}, words), bar);
    say(words);
    try {
      const kept = await this.api.upload(`api/v1/collections/${this.collection}/files`, files,
        (share) => { bar.value = share; });
      const refused = kept.filter(({ status }) => status !== "queued");
      this.note.replaceChildren(el("ul", { class: "refused" },
        refused.map(({ path, message }) => el("li", {}, `${path}: ${message}`))));
      say(`${count(kept.length - refused.length, "file")} sent.`);
      this.sent(kept);
    } catch (problem) {
      this.note.replaceChildren(fault(problem, () => this.send(files)));
    } finally {
      this.sending = false;
      this.input.disabled = false;
      this.input.value = "";
    }
  }
}

// A file that is dropped beside the frame would take the place of the page.
["dragover", "drop"].forEach((name) => window.addEventListener(name, (event) => {
  if (event.dataTransfer?.types.includes("Files")) {
    event.preventDefault();
  }
}));
