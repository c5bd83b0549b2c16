import { el } from "./dom.js";
import { day, sure } from "./words.js";

const SCROLLING = { capture: true, passive: true };

/** How long words are pointed at before their card comes, so that it stays away from who only reads. */
const PATIENCE = 250;

let shown = null;

/**
 * Makes the number of a citation. It shows the quotation while it is pointed at or has the focus, and Escape puts that
 * away; pressing it opens the document.
 */
export function marker(citation, open) {
  const made = el("button", { type: "button", class: "marker", "aria-label": markerLabel(citation),
    onclick: () => open(citation) }, String(citation.marker));
  peek(made, () => quotation(citation), 0);
  made.addEventListener("click", () => hide());
  return made;
}

/**
 * Makes the words of a claim. They show the sentences that support it while they are pointed at or have the focus;
 * pressing them keeps these there until something else is pressed.
 */
export function supported(claim, citations) {
  const content = () => [el("p", { class: "peek-sure" }, sure(claim)), ...citations.flatMap(quotation)];
  const made = el("span", { class: "claim", role: "button", tabindex: "0" }, claim.text);
  const press = () => {
    if (shown?.from === made && shown.kept) {
      hide();
    } else {
      show(made, content());
      shown.kept = true;
    }
  };
  peek(made, content, PATIENCE);
  // Whoever selects the words wants to copy them.
  made.addEventListener("click", () => window.getSelection().isCollapsed && press());
  made.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      press();
    }
  });
  return made;
}

/** Returns what a citation's number is called for those who cannot see where it stands. */
export function markerLabel(citation) {
  return `${citation.marker}: open the quotation in ${[citation.document_title, day(citation.document_date),
    page(citation)].filter(Boolean).join(", ")}`;
}

function page(citation) {
  return citation.page ? `page ${citation.page_label ?? citation.page}` : "";
}

/** Returns the words of a citation, with the document they are from. */
function quotation(citation) {
  return [
    el("p", { class: "peek-title" }, citation.document_title),
    el("p", { class: "peek-date" }, [`Document ${citation.document_number}`, day(citation.document_date),
      page(citation) || citation.section?.at(-1)].filter(Boolean).join(", ")),
    el("div", { class: "peek-words" }, `“${citation.cited_text}”`.split(/\n+/).map((part) => el("p", {}, part))),
  ];
}

function peek(made, content, patience) {
  let soon = 0;
  made.addEventListener("pointerenter", (event) => {
    if (event.pointerType === "mouse") {
      soon = setTimeout(() => made.isConnected && show(made, content()), patience);
    }
  });
  made.addEventListener("focus", () => made.matches(":focus-visible") && show(made, content()));
  made.addEventListener("pointerleave", () => {
    clearTimeout(soon);
    later();
  });
  made.addEventListener("blur", () => hide());
}

/** Shows a card at an element, unless it has one. */
function show(from, content) {
  if (shown?.from === from) {
    clearTimeout(shown.timer);
    return;
  }
  hide();
  const root = from.getRootNode();
  const card = el("div", { class: "peek", id: "peek", role: "tooltip", popover: "manual" }, content);
  (root.body ?? root).append(card);
  card.showPopover();
  place(card, from);
  from.setAttribute("aria-describedby", "peek");
  card.addEventListener("pointerenter", () => clearTimeout(shown?.timer));
  card.addEventListener("pointerleave", () => later());
  root.addEventListener("scroll", scrolled, SCROLLING);
  shown = { card, from, timer: 0, kept: false };
}

/**
 * Puts the card below or above the paragraph, so that the next sentence can be pointed at, where there is room; else
 * at the words themselves, on the side that has more.
 */
function place(card, from) {
  const { width, height } = card.getBoundingClientRect();
  const at = from.getBoundingClientRect();
  const paragraph = from.classList.contains("claim") ? from.closest("p").getBoundingClientRect() : at;
  const { top, bottom } = [paragraph, at].find((each) => Math.max(...rooms(each)) >= height) ?? at;
  const [above, under] = rooms({ top, bottom });
  const below = under >= height || under >= above;
  const left = Math.min(Math.max(8, at.left + at.width / 2 - width / 2), window.innerWidth - width - 8);
  card.style.left = `${Math.max(8, left)}px`;
  card.style.maxHeight = `${below ? under : above}px`;
  card.style.top = `${below ? bottom + 6 : top - 6 - Math.min(height, above)}px`;
}

/** Returns how much room there is in the window above and below something. */
function rooms({ top, bottom }) {
  return [top - 14, window.innerHeight - bottom - 14];
}

function later() {
  if (shown && !shown.kept) {
    clearTimeout(shown.timer);
    shown.timer = setTimeout(hide, 200);
  }
}

function hide() {
  if (shown) {
    clearTimeout(shown.timer);
    shown.from.removeAttribute("aria-describedby");
    shown.card.remove();
    shown = null;
  }
}

/** Puts the card away when anything but itself is scrolled: it would no longer stand at its words. */
function scrolled(event) {
  if (!shown?.card.contains(event.target)) {
    hide();
  }
}

document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
document.addEventListener("pointerdown", (event) => {
  if (shown && ![shown.card, shown.from].some((part) => event.composedPath().includes(part))) {
    hide();
  }
});
document.addEventListener("scroll", scrolled, SCROLLING);
