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
 */
export async function untilBuilt(api, place, state, then, signal) {
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
    [state] = await api.get("api/v1/collections", {}, signal);
    if (state.state === "ready" || state.state === "failed") {
      return;
    }
  }
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
