import { el } from "./dom.js";

const CHOSEN = "reading-room.collection";

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

  get current() {
    return this.all.find(({ id }) => id === this.chosen) ?? this.all[0];
  }

  /** Returns the parameter that names the current collection in a request. */
  get named() {
    return this.current ? { collection: this.current.id } : {};
  }

  /** Returns the same for an address of the page, in which the built-in collection needs no naming. */
  get inAddress() {
    return this.current && this.current.id !== builtIn ? this.named : {};
  }

  /** Makes a collection the current one, if it is there, and tells whether it was not before. */
  use(id) {
    const before = this.current;
    if (this.all.some((each) => each.id === id)) {
      this.chosen = id;
      sessionStorage.setItem(CHOSEN, id);
      this.show();
    }
    return this.current !== before;
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
    } }, this.all.map(({ id, title }) => el("option", { value: id, selected: id === current.id }, title)));
    this.place.replaceChildren(choice);
    if (had) {
      choice.focus();
    }
  }
}
