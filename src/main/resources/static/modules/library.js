import { confirmed } from "./confirm.js";
import { el, say } from "./dom.js";
import { nameOf } from "./collections.js";
import { fault } from "./fault.js";
import { Upload } from "./upload.js";
import { count } from "./words.js";

/** How long to wait between two looks at files that are being read. */
const POLL = 1_500;

/** Lists the collections, makes new ones, and shows what became of the files of one. */
export class Library {

  /**
   * @param {import("./api.js").Api} api
   * @param {import("./collections.js").Collections} collections
   */
  constructor(api, collections) {
    this.api = api;
    this.collections = collections;
    this.title = "Collections";
  }

  async open(place, id) {
    clearTimeout(this.timer);
    this.shown = id ?? null;
    this.faults = el("div");
    this.heading = el("h1", { tabindex: "-1" }, "Collections");
    const body = el("div");
    this.body = body;
    place.replaceChildren(this.heading, this.faults, body);
    await this.trying(async () => {
      await this.collections.load();
      if (!body.isConnected) {
        return; // something else is shown by now
      }
      const one = this.collections.all.find((each) => each.id === id && !each.built_in);
      if (one) {
        this.collections.use(id);
        await this.showOne(one);
      } else {
        this.showAll();
      }
    }, () => this.open(place, id));
  }

  showAll() {
    const title = el("input", { id: "new-title", maxlength: "200", required: true, autocomplete: "off" });
    this.body.replaceChildren(
      el("ul", { class: "collections" }, this.collections.all.map((each) => el("li", {},
        el("h2", {}, each.built_in ? each.title : el("a", { href: `#/collections/${each.id}` }, each.title)),
        el("p", { class: "eyebrow" }, about(each))))),
      el("h2", { class: "small" }, "Make a collection"),
      el("form", { class: "line-form", onsubmit: (event) => {
        event.preventDefault();
        this.trying(async () => {
          const made = await this.api.post("api/v1/collections", { title: title.value });
          location.hash = `#/collections/${made.id}`;
        });
      } }, el("label", { for: "new-title" }, "Title"), title, el("button", { type: "submit", class: "main" }, "Make it")));
  }

  async showOne(collection) {
    this.heading.textContent = collection.title;
    this.about = el("p", { class: "eyebrow" });
    this.bar = el("progress", { "aria-label": "Files and passages done", hidden: true });
    this.files = el("ul", { class: "files", "aria-label": "Files" });
    const upload = new Upload(this.api, collection.id, () => this.look(collection.id));
    this.body.replaceChildren(this.about, this.bar, upload.element,
      el("p", { class: "tools collection-tools" }, el("a", { href: "#/new" }, "Ask it"), el("a", { href: "#/documents" }, "Browse it"),
        el("a", { href: "#/collections" }, "All collections"),
        el("button", { type: "button", class: "danger", onclick: () => this.remove(collection) }, "Remove it")),
      this.files);
    await this.look(collection.id);
  }

  /** Shows how the files get on, and again as long as something is being done. */
  async look(id) {
    clearTimeout(this.timer);
    const here = () => this.shown === id && this.files.isConnected;
    await this.trying(async () => {
      const [collection, files] = await Promise.all([this.api.get(`api/v1/collections/${id}`),
        this.api.get(`api/v1/collections/${id}/files`)]);
      if (!here()) {
        return;
      }
      const { done, total } = collection.progress;
      const busy = collection.state === "indexing";
      this.about.textContent = about(collection);
      this.bar.hidden = !busy;
      if (total > 0) {
        this.bar.max = total;
        this.bar.value = done;
      } else {
        this.bar.removeAttribute("value");
      }
      this.list(id, files);
      if (this.busy && !busy) {
        say(about(collection));
        await this.collections.load();
      }
      this.busy = busy;
      if (busy && here()) {
        this.timer = setTimeout(() => here() && this.look(id), POLL);
      }
    }, () => this.look(id));
  }

  /** Shows the files; those of which nothing has changed are left as they are. */
  list(id, files) {
    const known = new Map([...this.files.children].map((item) => [item.dataset.state, item]));
    this.files.replaceChildren(...files.map((file) => {
      const state = JSON.stringify([file.path, file.status, file.document_id]);
      return known.get(state) ?? this.item(id, file, state);
    }));
  }

  item(id, file, state) {
    const number = file.document_id?.split(":").pop();
    const title = file.document_id
      ? el("a", { href: `#/documents/${nameOf({ collection: id, id: file.document_id, number })}` }, file.path)
      : file.path;
    return el("li", { "data-state": state, class: `is-${file.status}` },
      el("p", { class: "file-path" }, title),
      el("p", { class: "eyebrow" }, sentence(file)),
      file.status === "queued" || file.status === "indexing" ? null : el("button", { type: "button",
        "aria-label": `Remove ${file.path}`, onclick: () => this.removeFile(id, file) }, "Remove"));
  }

  async removeFile(id, file) {
    if (await confirmed("Remove this file?", `“${file.path}” is taken out of the collection for good.`, "Remove")) {
      await this.trying(async () => {
        await this.api.delete(file.document_id ? `api/v1/documents/${file.document_id}`
          : `api/v1/collections/${id}/files?path=${encodeURIComponent(file.path)}`);
        say("The file is removed.");
        await this.look(id);
        this.heading.focus();
      });
    }
  }

  async remove(collection) {
    if (await confirmed("Remove this collection?", `“${collection.title}”, its index and the files that were sent to it `
      + "are gone for good.", "Remove")) {
      await this.trying(async () => {
        await this.api.delete(`api/v1/collections/${collection.id}`);
        await this.collections.load();
        say("The collection is removed.");
        location.hash = "#/collections";
      });
    }
  }

  async trying(work, again) {
    const { faults } = this;
    try {
      faults.replaceChildren();
      await work();
    } catch (problem) {
      faults.replaceChildren(fault(problem, again));
    }
  }
}

function about({ documents, files, built_in: builtIn, state, progress: { done, total } }) {
  const doing = state === "failed" ? "its index could not be built"
    : state === "indexing" ? `being read${total > 0 ? `, ${done} of ${total}` : ""}` : "";
  return [count(documents, "document"), builtIn ? "built in" : count(files, "file"), doing].filter(Boolean).join(" · ");
}

/** Says in one sentence what became of a file. */
function sentence({ status, message, pages, pages_without_text: without = [] }) {
  const kind = status === "indexed" || status === "unchanged"
    ? `It can be asked${pages > 0 ? `; it has ${count(pages, "page")}` : ""}.`
    : "";
  const lacking = kind && without.length > 0
    ? ` ${without.length === 1 ? `Page ${without[0]} has` : `Pages ${without.join(", ")} have`} no text.`
    : "";
  return message || kind + lacking || status.replaceAll("_", " ");
}
