import { el, save, say } from "./dom.js";
import { count } from "./words.js";
import { fault } from "./fault.js";

/** Lists the conversations that the server keeps. */
export class Conversations {

  constructor(api) {
    this.api = api;
    this.title = "Conversations";
  }

  async open(place) {
    this.list = el("ul", { class: "conversations" });
    this.faults = el("div");
    place.replaceChildren(el("h1", { tabindex: "-1" }, "Conversations"), this.faults, this.list);
    await this.load();
  }

  async load() {
    await this.trying(async () => {
      const all = await this.api.get("api/v1/conversations");
      this.list.replaceChildren(...all.map((each) => this.item(each)));
      if (all.length === 0) {
        this.list.replaceChildren(el("li", { class: "none" }, "No conversation is kept yet. ",
          el("a", { href: "#/" }, "Ask a question"), " to begin one."));
      }
      say(count(all.length, "conversation"));
    }, () => this.load());
  }

  item(each) {
    const item = el("li");
    const changed = new Date(each.changed);
    const show = () => item.replaceChildren(
      el("h2", {}, el("a", { href: `#/conversations/${each.id}` }, each.title)),
      el("div", { class: "about-conversation" },
        el("p", { class: "eyebrow" }, el("time", { datetime: each.changed },
          changed.toLocaleString("en-GB", { dateStyle: "long", timeStyle: "short" }))),
        el("div", { class: "tools" },
          this.button("Rename", each, () => this.rename(item, each, show)),
          this.button("Export", each, () => this.export(each)),
          this.button("Delete", each, () => this.delete(item, each)))));
    show();
    return item;
  }

  button(name, each, onclick) {
    return el("button", { type: "button", onclick, "aria-label": `${name} “${each.title}”` }, name);
  }

  rename(item, each, show) {
    const done = () => {
      show();
      item.querySelector("button").focus();
    };
    const input = el("input", { id: `title-${each.id}`, maxlength: "200", required: true });
    input.value = each.title;
    item.replaceChildren(el("form", {
      class: "rename line-form",
      onsubmit: async (event) => {
        event.preventDefault();
        await this.trying(async () => {
          each.title = (await this.api.patch(`api/v1/conversations/${each.id}`, { title: input.value })).title;
          say("The conversation is renamed.");
          done();
        });
      },
      onkeydown: (event) => event.key === "Escape" && done(),
    },
    el("label", { for: input.id }, "Title"), input,
    el("button", { type: "submit" }, "Save"), el("button", { type: "button", onclick: done }, "Cancel")));
    input.select();
  }

  export(each) {
    return this.trying(async () => {
      const text = await this.api.text(`api/v1/conversations/${each.id}/export`, { format: "markdown" });
      save(text, `${each.title.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "").slice(0, 60)}.md`,
        "text/markdown");
      say("The conversation is exported.");
    }, () => this.export(each));
  }

  delete(item, each) {
    const dialog = el("dialog", { "aria-labelledby": "delete-title", onclose: async () => {
      dialog.remove();
      if (dialog.returnValue !== "delete") {
        return;
      }
      await this.trying(async () => {
        await this.api.delete(`api/v1/conversations/${each.id}`);
        const next = item.nextElementSibling ?? item.previousElementSibling;
        item.remove();
        say("The conversation is deleted.");
        if (next) {
          next.querySelector("a")?.focus();
        } else {
          await this.load();
        }
      });
    } },
    el("form", { method: "dialog" },
      el("h2", { id: "delete-title" }, "Delete this conversation?"),
      el("p", {}, `“${each.title}” and its answers are gone for good.`),
      el("p", { class: "tools" },
        el("button", { value: "keep", autofocus: true }, "Keep it"),
        el("button", { value: "delete", class: "danger" }, "Delete"))));
    document.body.append(dialog);
    dialog.showModal();
  }

  async trying(work, again) {
    try {
      this.faults.replaceChildren();
      await work();
    } catch (problem) {
      this.faults.replaceChildren(fault(problem, again));
    }
  }
}
