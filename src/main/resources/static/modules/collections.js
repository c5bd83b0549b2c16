import { el } from "./dom.js";

const CHOSEN = "reading-room.collection";
/** Stands for all collections where there are several, unless one of them is called so. */
const ALL = "all";

let builtIn = null;

/** Returns what names a document in an address: its number in the built-in collection, elsewhere its id. */
export function nameOf({ collection, id, number }) {
  return builtIn === null || !collection || collection === builtIn ? number : id;
}

/** Knows the collections and which of them is asked, and shows the choice where there is one. */
export class Collections {

  /**
   * @param {import("./api.js").Api} api
   * @param {Element} place where the collection's title stands, or the choice of one
   * @param {() => void} changed is told when the reader chooses another
   */
  constructor(api, place, changed) {
    this.api = api;
    this.place = place;
    this.changed = changed;
    this.all = [];
    this.chosen = sessionStorage.getItem(CHOSEN);
    this.loaded = this.load();
    this.loaded.catch(() => {}); // whoever waits for it says what is wrong
  }

  async load() {
    this.all = await this.api.get("api/v1/collections");
    builtIn = this.all.find((each) => each.built_in)?.id ?? this.all[0].id;
    this.show();
    return this.all;
  }

  /** What can be chosen: each collection and, where there are several, all together. */
  get choices() {
    return this.all.length < 2 || this.all.some(({ id }) => id === ALL) ? this.all : [...this.all, together(this.all)];
  }

  get current() {
    return this.choices.find(({ id }) => id === this.chosen) ?? this.all[0];
  }

  /** Returns the parameter that names the current collection in a request; without one all are meant. */
  get named() {
    return this.current && !this.current.together ? { collection: this.current.id } : {};
  }

  /** Returns the same for an address of the page, in which the built-in collection needs no naming. */
  get inAddress() {
    return this.current && this.current.id !== builtIn ? { collection: this.current.id } : {};
  }

  /** Returns what a collection is called. */
  titleOf(collection) {
    return this.all.find(({ id }) => id === collection)?.title ?? collection;
  }

  /** Makes a collection the current one, if it is there. */
  use(id) {
    if (this.choices.some((each) => each.id === id)) {
      this.chosen = id;
      sessionStorage.setItem(CHOSEN, id);
      this.show();
    }
  }

  /** Makes a collection the current one, or all where several are named; where all are, that changes nothing. */
  useThose(ids) {
    const several = new Set(ids).size > 1;
    if (!this.current?.together && (!several || this.choices.some(({ together: all }) => all))) {
      this.use(several ? ALL : ids[0]);
    }
  }

  show() {
    const { current } = this;
    document.querySelectorAll("[data-room=collections]").forEach((link) => { link.hidden = this.all.length < 2; });
    if (this.all.length < 2) {
      this.place.replaceChildren(current?.title ?? "");
      return;
    }
    const had = this.place.contains(document.activeElement);
    const choice = el("select", { "aria-label": "Collection", onchange: () => {
      this.use(choice.value);
      this.changed();
    } }, this.choices.map(({ id, title }) => el("option", { value: id, selected: id === current.id }, title)));
    this.place.replaceChildren(choice);
    if (had) {
      choice.focus();
    }
  }
}

function together(all) {
  return { id: ALL, title: "All collections", together: true, documents: all.reduce((sum, each) => sum + each.documents, 0),
    updated_at: all.map((each) => each.updated_at).join(" ") };
}
