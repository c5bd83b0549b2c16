import { el } from "./dom.js";

/** How long to wait between two looks at an index that is being built. */
const POLL = 1_500;

/**
 * Tells how far the index is until it is built or has failed.
 *
 * @param {import("./api.js").Api} api
 * @param {Element} place where it is told
 * @param {{passages?: number, indexed?: number}} state how far it was when last heard of
 * @param {string} then what happens as soon as it is ready
 * @param {AbortSignal} signal
 * @param {string} [id] the collection whose index it is; the built-in one unless told
 */
export async function untilBuilt(api, place, state, then, signal, id) {
  const bar = el("progress", { "aria-label": "Passages indexed" });
  const words = el("p", {});
  place.replaceChildren(el("div", { class: "building" }, words, bar));
  for (;;) {
    const { passages = 0, indexed = 0 } = state;
    words.textContent = `The index is being built${passages > 0 ? `: ${indexed} of ${passages} passages` : ""}. ${then}`;
    if (passages > 0) {
      bar.max = passages;
      bar.value = indexed;
    }
    await wait(POLL, signal);
    state = await stateOf(api, id, signal);
    if (!isBuilding(state)) {
      return;
    }
  }
}

/** Returns what the server says of a collection now. */
export async function stateOf(api, id, signal) {
  const all = await api.get("api/v1/collections", {}, signal);
  return all.find((each) => each.id === id) ?? all[0];
}

/** Tells whether the index of a collection cannot be asked yet. */
export function isBuilding({ state }) {
  return state === "indexing" || state === "building" || state === "closed";
}

function wait(milliseconds, signal) {
  return new Promise((done, fail) => {
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      fail(signal.reason);
    }, { once: true });
  });
}
