import { Api, Problem } from "./api.js";
import { Ask } from "./ask.js";
import { Browse } from "./browse.js";
import { Collections, nameOf } from "./collections.js";
import { Conversations } from "./conversations.js";
import { address, DocumentPane } from "./document.js";
import { el } from "./dom.js";
import { fault } from "./fault.js";
import { Library } from "./library.js";

const KEY = "reading-room.key";
/** What a header can carry of a key. */
const SENDABLE = /^[ -~\u00a0-\u00ff]+$/;

if (!SENDABLE.test(sessionStorage.getItem(KEY) ?? "")) {
  sessionStorage.removeItem(KEY);
}

const view = document.getElementById("view");
const api = new Api(new URL("..", import.meta.url), () => sessionStorage.getItem(KEY));
const pane = new DocumentPane(document.getElementById("document"), api, closeDocument);
const collections = new Collections(api, document.getElementById("collection"), chooseAnother);
const ask = new Ask(api, collections, openCitation, began);
const rooms = {
  ask,
  documents: new Browse(api, collections, pane, () => ask.cited),
  conversations: new Conversations(api),
  collections: new Library(api, collections),
};

/** The address of what stands beside the document, and what had the focus when the document was opened. */
let beside = null;
let opener = null;
let room = null;
/** Counts the addresses shown, so that one which was left while it waited for something shows nothing more. */
let routes = 0;

function openCitation(citation) {
  const name = nameOf({ collection: citation.collection, id: citation.document_id, number: citation.document_number });
  const target = address(name, { start: citation.start_char_index, end: citation.end_char_index,
    of: name === citation.document_number ? null : citation.document_sha256.slice(0, 12) });
  opener = document.activeElement;
  if (location.hash === target && pane.isOpen) {
    route();
  } else {
    location.hash = target;
  }
}

/** Shows the room once more for another collection; what was asked of the one before is a conversation of its own. */
function chooseAnother() {
  const { current } = collections;
  ask.clear();
  const target = room === "documents" ? `#/documents?${new URLSearchParams({ collection: current.id })}`
    : room === "collections" && current.built_in === false ? `#/collections/${current.id}`
      : room === "collections" ? "#/collections" : room === "conversations" ? null : "#/new";
  if (target !== null) {
    location.hash = target;
  }
}

function closeDocument() {
  location.hash = beside ?? "#/documents";
}

/** Puts the conversation's address in the place of that of an empty one, so that it can be opened again. */
function began(id) {
  const target = `#/conversations/${id}`;
  if (room === "ask" && !pane.isOpen) {
    history.replaceState(null, "", target);
  }
  if (room === "ask") {
    beside = target;
    document.title = `${ask.heading.textContent} · Reading Room`;
  }
}

/** Shows what the address names: "#/new" an empty conversation, "#/" the one that is there. */
async function route() {
  const mine = ++routes;
  const [path, query = ""] = location.hash.replace(/^#\/?/, "").split("?");
  const [first = "", id] = path.split("/").map(decode);
  const parameters = new URLSearchParams(query);
  if (first === "documents" && parameters.has("collection")) {
    collections.use(parameters.get("collection"));
  } else if (first === "documents" && id) {
    collections.useThose([collectionOf(id)]);
  }
  if (first === "documents" && id) {
    if (!room) {
      beside = "#/documents";
      await enter("documents", null, new URLSearchParams(), false);
      if (mine !== routes) {
        return;
      }
    }
    if (view.contains(document.activeElement) && document.activeElement !== view) {
      opener = document.activeElement;
    }
    document.body.classList.add("with-document");
    opener?.scrollIntoView({ block: "nearest" }); // its lines are shorter now, and it may have moved
    await pane.show(id, quotation(parameters), parameters.get("q") ?? "");
    if (mine === routes) {
      document.title = `${pane.place.querySelector("h2")?.textContent ?? "Document"} · Reading Room`;
    }
    return;
  }
  const anew = first === "new";
  if (anew) {
    ask.clear();
  }
  if (first === "" || anew) {
    // A step back to the address shall neither clear the page again nor lose the conversation that began there.
    history.replaceState(null, "", ask.conversation === null ? "#/" : `#/conversations/${ask.conversation}`);
  }
  const wasOpen = pane.isOpen;
  pane.hide();
  document.body.classList.remove("with-document");
  const target = location.hash;
  const same = target === beside && !anew;
  beside = target;
  const name = first === "documents" || first === "collections" ? first
    : first === "conversations" && !id ? first : "ask";
  if (same && wasOpen && room === name) {
    refocus();
    document.title = `${view.querySelector("h1")?.textContent ?? "Reading Room"} · Reading Room`;
    return;
  }
  const entered = room !== null && room !== name;
  await enter(name, first === "conversations" || first === "collections" ? id : ask.conversation, parameters, entered || anew);
}

/** Gives the focus back to what had it when the document was opened. */
function refocus() {
  if (opener?.isConnected) {
    opener.focus();
  } else {
    view.focus({ preventScroll: true });
  }
  opener = null;
}

async function enter(name, id, parameters, focus) {
  const mine = routes;
  room = name;
  document.querySelectorAll("nav [data-room]").forEach((link) => {
    if (link.dataset.room === name) {
      link.setAttribute("aria-current", "page");
    } else {
      link.removeAttribute("aria-current");
    }
  });
  view.className = name;
  const opened = name === "documents" ? rooms.documents.open(view, parameters) : rooms[name].open(view, id);
  const heading = view.querySelector("h1");
  if (focus) {
    (heading ?? view).focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }
  await opened;
  if (mine !== routes) {
    return;
  }
  document.title = `${heading?.textContent || rooms[name].title} · Reading Room`;
}

/** Returns the collection of a document that an address names; a number alone is one of the built-in collection. */
function collectionOf(name) {
  const colon = name.lastIndexOf(":");
  return colon < 0 ? collections.all.find((each) => each.built_in)?.id : name.slice(0, colon);
}

function decode(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function quotation(parameters) {
  return parameters.has("start") || parameters.has("end")
    ? { start: Number.parseInt(parameters.get("start"), 10), end: Number.parseInt(parameters.get("end"), 10),
      of: parameters.get("of") }
    : null;
}

/** Asks for the key that the server wants before anything else. */
function askForKey() {
  const input = el("input", { id: "key", type: "password", autocomplete: "current-password", required: true });
  const faults = el("div");
  const refuse = (sentence) => faults.replaceChildren(el("p", { class: "fault", role: "alert" }, sentence));
  if (sessionStorage.getItem(KEY) !== null) {
    refuse("The key is not one that is let in.");
  }
  sessionStorage.removeItem(KEY);
  view.className = "key";
  view.replaceChildren(el("h1", { tabindex: "-1" }, "This reading room wants a key"), faults,
    el("p", {}, "Whoever runs it has set API keys. A key is kept until this tab is closed."),
    el("form", { class: "line-form", onsubmit: (event) => {
      event.preventDefault();
      const key = input.value.trim();
      if (!SENDABLE.test(key)) {
        refuse("The key has a character that no key has, such as a curly quotation mark or a dash.");
        input.select();
        return;
      }
      sessionStorage.setItem(KEY, key);
      location.reload();
    } },
    el("label", { for: "key" }, "Key"), input, el("button", { type: "submit", class: "main" }, "Enter")));
  input.focus();
}

async function begin() {
  try {
    await collections.loaded;
  } catch (problem) {
    if (problem instanceof Problem && problem.status === 401) {
      askForKey();
      return;
    }
    view.replaceChildren(el("h1", {}, "Reading Room"), fault(problem, () => location.reload()));
    return;
  }
  // The skip link's target is no address of ours.
  document.querySelector(".skip").addEventListener("click", (event) => {
    event.preventDefault();
    view.focus();
  });
  window.addEventListener("hashchange", route);
  await route();
}

begin();
