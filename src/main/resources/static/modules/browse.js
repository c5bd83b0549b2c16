import { el, say } from "./dom.js";
import { capital, count, day, daysOf, hits, month, monthOf } from "./words.js";
import { nameOf } from "./collections.js";
import { address, formatOf } from "./document.js";
import { fault } from "./fault.js";
import { marked } from "./passages.js";
import { timeline } from "./timeline.js";

const FILTERS = ["q", "person", "author", "kind", "language", "date_from", "date_to"];
/** How many hits are shown of each document, and how many characters around each. */
const SHOWN = 3;
const AROUND = 90;

/** Lists the documents, with a timeline, filters and a search of their texts. */
export class Browse {

  /**
   * @param {import("./api.js").Api} api
   * @param {import("./collections.js").Collections} collections of which the current one is shown
   */
  constructor(api, collections, pane, cited) {
    this.api = api;
    this.collections = collections;
    this.pane = pane;
    this.cited = cited;
    this.title = "Documents";
  }

  /** Puts the browser into `place` with the filters that the address names. */
  async open(place, parameters) {
    this.filters = Object.fromEntries(FILTERS.map((name) => [name, parameters.get(name) ?? ""]));
    const { id, documents, updated_at: updated } = this.collections.current;
    const version = [id, documents, updated].join(" ");
    if (this.version !== version) {
      this.version = version;
      this.all = null;
    }
    if (this.place !== place || !this.list?.isConnected || this.all === null) {
      this.place = place;
      this.build();
    } else {
      this.fill();
    }
    await this.find();
  }

  build() {
    this.offered = null;
    this.list = el("ol", { class: "documents" });
    this.count = el("p", { class: "count" });
    this.line = el("div", { class: "timeline-frame" });
    this.people = el("datalist", { id: "people" });
    this.kinds = el("select", { id: "filter-kind", name: "kind" });
    this.authors = el("datalist", { id: "authors" });
    this.languages = el("select", { id: "filter-language", name: "language" });
    const field = (name, label, input) => el("p", { "data-filter": name }, el("label", { for: `filter-${name}` }, label), input);
    const input = (name, type, more = {}) => el("input", { id: `filter-${name}`, name, type, ...more });
    this.form = el("form", {
      class: "filters", role: "search", "aria-label": "Documents",
      onsubmit: (event) => { event.preventDefault(); this.go(); },
      onchange: () => this.go(),
      oninput: (event) => {
        clearTimeout(this.typing);
        if (event.target.type === "search") {
          this.typing = setTimeout(() => this.go(), 350);
        }
      },
    },
    field("q", "Words in the text", input("q", "search", { autocomplete: "off" })),
    field("person", "Person", input("person", "search", { list: "people", autocomplete: "off" })),
    field("author", "Author", input("author", "search", { list: "authors", autocomplete: "off" })),
    field("kind", "Kind", this.kinds),
    field("language", "Language", this.languages),
    field("date_from", "From", input("date_from", "date")),
    field("date_to", "To", input("date_to", "date")),
    el("p", {}, el("button", { type: "button", onclick: () => this.clear() }, "Clear")),
    this.people, this.authors);
    this.faults = el("div");
    this.place.replaceChildren(el("h1", { tabindex: "-1" }, "Documents"), this.line, this.form, this.faults,
      this.count, this.list);
    this.fill();
  }

  fill() {
    for (const name of FILTERS) {
      const input = this.form.elements[name];
      if (input && input.value !== this.filters[name] && document.activeElement !== input) {
        input.value = this.filters[name];
      }
    }
  }

  clear() {
    this.form.reset();
    this.change({});
  }

  go() {
    clearTimeout(this.typing);
    this.change(Object.fromEntries(FILTERS.map((name) => [name, this.form.elements[name].value.trim()])));
  }

  /** Makes the filters part of the address, from where they are read again. */
  change(filters) {
    const parameters = new URLSearchParams({ ...this.collections.inAddress,
      ...Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== "")) });
    location.replace(`#/documents${parameters.size > 0 ? `?${parameters}` : ""}`);
  }

  async find() {
    this.searching?.abort();
    const searching = new AbortController();
    this.searching = searching;
    try {
      const all = this.all ?? await this.api.get("api/v1/documents", this.collections.named, searching.signal);
      if (this.searching !== searching) {
        return; // a later search shows what is wanted now
      }
      this.all = all;
      const found = Object.values(this.filters).some((value) => value !== "")
        ? await this.api.get("api/v1/documents", { ...this.collections.named, ...this.filters }, searching.signal)
        : this.all;
      this.faults.replaceChildren();
      this.show(found);
    } catch (problem) {
      if (problem.name !== "AbortError") {
        this.faults.replaceChildren(fault(problem, () => this.find()));
        this.list.replaceChildren();
        this.count.textContent = "";
      }
    }
  }

  show(found) {
    if (this.offered !== this.all) {
      this.offered = this.all;
      this.choices = this.offer();
      this.fill();
    }
    Object.entries(this.choices).forEach(([name, has]) => {
      this.form.querySelector(`[data-filter=${name}]`).hidden = !has && this.filters[name] === "";
    });
    const cited = this.cited();
    const hadFocus = document.activeElement?.getAttribute("data-month");
    this.line.replaceChildren(timeline(this.all, new Set(found.map(({ id }) => id)), cited,
      this.chosenMonth(), (at) => this.choose(at)),
    el("p", { class: "legend" },
      el("span", {}, this.chosenMonth() === null
        ? "Documents by month. Press a month to see only its documents."
        : `Documents of ${month(this.chosenMonth())}. Press the month again to see all.`),
      cited.size > 0
        ? el("span", {}, el("span", { class: "dot", "aria-hidden": "true" }),
          `${count(cited.size, "document")} cited in the current answer`)
        : ""));
    if (hadFocus) {
      this.line.querySelector(`[data-month="${hadFocus}"]`)?.focus();
    }
    this.count.textContent = found.length === this.all.length
      ? `All ${count(found.length, "document")}`
      : found.length === 0
        ? "No document passes these filters. Try fewer words, or clear a filter."
        : `${found.length} of ${count(this.all.length, "document")}`;
    say(this.count.textContent);
    this.list.replaceChildren(...found.map((each) => this.item(each, cited)));
  }

  /** Fills in what can be chosen, and returns which filters tell documents apart. */
  offer() {
    const kinds = valuesOf(this.all, ({ kind }) => [kind]);
    const languages = valuesOf(this.all, ({ language }) => [language]);
    const authors = valuesOf(this.all, (document) => document.authors ?? []);
    const option = (value, label) => el("option", { value }, label);
    this.kinds.replaceChildren(option("", "Any kind"), ...kinds.map((kind) => option(kind, capital(kind))));
    this.languages.replaceChildren(option("", "Any language"), ...languages.map((code) => [languageOf(code), code]).sort()
      .map(([name, code]) => option(code, name)));
    this.people.replaceChildren(...people(this.all).map((name) => option(name)));
    this.authors.replaceChildren(...authors.map((name) => option(name)));
    this.line.hidden = !this.all.some(({ date }) => monthOf(date) !== null);
    const dated = this.all.some(({ date }) => isDated(date));
    return { person: this.people.childElementCount > 0, author: authors.length > 0, kind: kinds.length > 1,
      language: languages.length > 1, date_from: dated, date_to: dated };
  }

  item(each, cited) {
    const query = this.filters.q;
    const parties = each.from && each.to ? `${each.from} to ${each.to}` : each.from ?? (each.authors ?? []).join(", ");
    const about = each.path
      ? [isDated(each.date) ? capital(day(each.date)) : "", formatOf(each)]
      : [capital(day(each.date)), capital(each.kind ?? "")];
    const item = el("li", { class: cited.has(each.id) ? "is-cited" : null },
      el("p", { class: "eyebrow" }, [...about, this.collections.current.together ? this.collections.titleOf(each.collection) : "",
        cited.has(each.id) ? "cited" : ""].filter(Boolean).join(" · ")),
      el("h2", {}, el("a", { href: address(nameOf(each), null, query) },
        each.path ? "" : `${each.number}. `, marked(each.title, 0, each.title.length, hits(each.title, query).map(asHit)))),
      parties ? el("p", { class: "parties" }, parties) : null);
    if (query) {
      this.whenSeen(item, () => this.addHits(item, nameOf(each), query));
    }
    return item;
  }

  /** Loads a text only when its place in the list comes into view. */
  whenSeen(item, then) {
    this.watch ??= new IntersectionObserver((entries) => entries.filter((entry) => entry.isIntersecting)
      .forEach(({ target }) => {
        this.watch.unobserve(target);
        target.seen();
      }), { rootMargin: "200px" });
    item.seen = then;
    this.watch.observe(item);
  }

  async addHits(item, number, query) {
    let text;
    try {
      ({ text } = await this.pane.load(String(number)));
    } catch {
      return; // the title stands there; opening the document says what is wrong
    }
    const found = hits(text, query);
    const shown = [];
    let until = -1;
    for (const hit of found) {
      if (shown.length < SHOWN && hit.start >= until) {
        const start = Math.max(0, text.lastIndexOf(" ", Math.max(0, hit.start - AROUND)) + 1);
        const end = text.indexOf(" ", hit.end + AROUND);
        until = end < 0 ? text.length : end;
        shown.push(el("li", {}, el("a", { href: address(number, hit, query) },
          start > 0 ? "…\u00a0" : "", marked(text, start, until, found.map(asHit)), until < text.length ? "\u00a0…" : "")));
      }
    }
    item.append(el("ul", { class: "hits", "aria-label": count(found.length, "hit") }, shown));
  }

  chosenMonth() {
    const at = monthOf(this.filters.date_from);
    const days = at === null ? [] : daysOf(at);
    return days[0] === this.filters.date_from && days[1] === this.filters.date_to ? at : null;
  }

  choose(at) {
    const [from, to] = this.chosenMonth() === at ? ["", ""] : daysOf(at);
    this.change({ ...this.filters, date_from: from, date_to: to });
  }
}

function isDated(date) {
  return /\d/.test(date ?? "");
}

function asHit(span) {
  return { ...span, kind: "hit" };
}

function people(documents) {
  return valuesOf(documents, ({ from, to }) => [from, to].filter(Boolean).flatMap((names) => names.split(/, | and /)));
}

/** Returns what documents have, each once and in order. */
function valuesOf(documents, values) {
  return [...new Set(documents.flatMap(values).filter(Boolean))].sort();
}

/** Returns the English name of a language; the code itself where there is none. */
function languageOf(code) {
  return new Intl.DisplayNames(["en"], { type: "language" }).of(code);
}
