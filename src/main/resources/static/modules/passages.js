import { el } from "./dom.js";

/**
 * Makes the paragraphs of a document's text with stretches of it marked.
 *
 * @param {object} shown a document with `text` and `paragraphs`, as the API returns it; offsets are UTF-16 code units
 *   into `text`, as JavaScript counts too
 * @param {{start: number, end: number}|null} quotation the words quoted
 * @param {{start: number, end: number}[]} found words that were searched for
 */
export function paragraphs(shown, quotation, found) {
  const marks = [
    ...(quotation ? [{ ...quotation, kind: "quoted" }] : []),
    ...found.filter((hit) => !quotation || hit.end <= quotation.start || hit.start >= quotation.end)
      .map((hit) => ({ ...hit, kind: "hit" })),
  ].sort((a, b) => a.start - b.start);
  return stretches(shown).map(({ start, end, role }) =>
    el(role === "heading" ? "h3" : "p", { class: `role-${role}`, "data-start": start },
      marked(shown.text, start, end, marks)));
}

/** Returns the paragraphs and whatever words stand outside them, so that no word of the text is left out. */
function stretches({ text, paragraphs: known }) {
  const all = [];
  let from = 0;
  const between = (until) => {
    if (text.slice(from, until).trim() !== "") {
      all.push({ start: from, end: until, role: "body" });
    }
  };
  for (const paragraph of known) {
    between(paragraph.start);
    all.push(paragraph);
    from = paragraph.end;
  }
  between(text.length);
  return all;
}

/** Returns the words from `start` to `end`, those in `marks` within mark elements. */
export function marked(text, start, end, marks) {
  const nodes = [];
  let from = start;
  for (const mark of marks.filter((each) => each.start < end && each.end > start)) {
    const first = Math.max(from, mark.start);
    const last = Math.min(end, mark.end);
    nodes.push(text.slice(from, first), el("mark", { class: mark.kind }, text.slice(first, last)));
    from = last;
  }
  nodes.push(text.slice(from, end));
  return nodes;
}

/** Returns where in the document's text a point of its paragraphs stands, or null for a point outside them. */
export function offsetOf(node, offset) {
  const paragraph = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node)?.closest("[data-start]");
  if (!paragraph) {
    return null;
  }
  const before = document.createRange();
  before.setStart(paragraph, 0);
  before.setEnd(node, offset);
  return Number(paragraph.dataset.start) + before.toString().length;
}
