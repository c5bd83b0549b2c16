import { el } from "./dom.js";
import { markerLabel } from "./answer.js";
import { peek } from "./peek.js";

/** Makes the number of a citation: pointing at it shows the quotation, pressing it opens the document. */
export function marker(citation, open) {
  return peek(el("button", { type: "button", class: "marker", "data-citation": citation.id,
    "aria-label": markerLabel(citation), onclick: () => open(citation) }, String(citation.marker)), citation);
}
