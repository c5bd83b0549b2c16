import { el } from "./dom.js";

/** Asks whether something is to be done that cannot be undone. */
export function confirmed(question, explanation, action) {
  return new Promise((decide) => {
    const dialog = el("dialog", { "aria-labelledby": "confirm-title", onclose: () => {
      dialog.remove();
      decide(dialog.returnValue === "do");
    } },
    el("form", { method: "dialog" },
      el("h2", { id: "confirm-title" }, question), el("p", {}, explanation),
      el("p", { class: "tools" }, el("button", { value: "keep", autofocus: true }, "Keep it"),
        el("button", { value: "do", class: "danger" }, action))));
    document.body.append(dialog);
    dialog.showModal();
  });
}
