import { markerLabel } from "./answer.js";
import { el } from "./dom.js";
import { day } from "./words.js";

let shown = null;

/**
 * Makes the number of a citation. It shows the quotation while it is pointed at or has the focus, and Escape puts that
 * away; pressing it opens the document.
 */
export function marker(citation, open) {
  return peek(el("button", { type: "button", class: "marker", "aria-label": markerLabel(citation),
    onclick: () => open(citation) }, String(citation.marker)), citation);
}

function peek(marker, citation) {
  const open = () => show(marker, citation);
  marker.addEventListener("pointerenter", (event) => event.pointerType === "mouse" && open());
  marker.addEventListener("focus", () => marker.matches(":focus-visible") && open());
  marker.addEventListener("pointerleave", () => later());
  marker.addEventListener("blur", () => hide());
  marker.addEventListener("click", () => hide());
  return marker;
}

function show(marker, citation) {
  hide();
  const card = el("div", { class: "peek", id: "peek", role: "tooltip", popover: "manual" },
    el("p", { class: "peek-title" }, citation.document_title),
    el("p", { class: "peek-date" }, [`Document ${citation.document_number}`, day(citation.document_date),
      citation.page ? `page ${citation.page_label ?? citation.page}` : citation.section?.at(-1)].filter(Boolean).join(", ")),
    el("div", { class: "peek-words" }, `“${citation.cited_text}”`.split(/\n+/).map((part) => el("p", {}, part))));
  document.body.append(card);
  card.showPopover();
  place(card, marker.getBoundingClientRect());
  marker.setAttribute("aria-describedby", "peek");
  card.addEventListener("pointerenter", () => clearTimeout(shown?.timer));
  card.addEventListener("pointerleave", () => later());
  shown = { card, marker, timer: 0 };
}

/** Puts the card below the number, or above where there is more room; it is reached with the pointer either way. */
function place(card, at) {
  const { width, height } = card.getBoundingClientRect();
  const room = { above: at.top - 14, below: window.innerHeight - at.bottom - 14 };
  const below = room.below >= height || room.below >= room.above;
  const left = Math.min(Math.max(8, at.left + at.width / 2 - width / 2), window.innerWidth - width - 8);
  card.style.left = `${Math.max(8, left)}px`;
  card.style.maxHeight = `${below ? room.below : room.above}px`;
  card.style.top = `${below ? at.bottom + 6 : at.top - 6 - Math.min(height, room.above)}px`;
}

function later() {
  if (shown) {
    clearTimeout(shown.timer);
    shown.timer = setTimeout(hide, 200);
  }
}

function hide() {
  if (shown) {
    clearTimeout(shown.timer);
    shown.marker.removeAttribute("aria-describedby");
    shown.card.remove();
    shown = null;
  }
}

document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
document.addEventListener("scroll", hide, { capture: true, passive: true });
