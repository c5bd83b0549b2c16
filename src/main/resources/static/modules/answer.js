import { el } from "./dom.js";
import { supported } from "./peek.js";

/** Shows the text of an answer, also while it grows: what stands already is left as it is. */
export class AnswerText {

  /**
   * @param {Element} place what the text is put into
   * @param {(citation: object) => Element} marker makes what stands for a citation's number
   */
  constructor(place, marker) {
    this.place = place;
    this.marker = marker;
    this.shown = [];
  }

  /** Shows `text` with those of its citations and claims that are known by now. */
  show(text, citations, claims) {
    const blocks = blocksOf(text, citations, claims);
    blocks.forEach((block, at) => {
      const key = JSON.stringify(block);
      if (this.shown[at]?.key === key) {
        return;
      }
      const element = this.element(block, citations);
      if (this.shown[at]) {
        this.shown[at].element.replaceWith(element);
      } else {
        this.place.append(element);
      }
      this.shown[at] = { key, element };
    });
    this.shown.splice(blocks.length).forEach(({ element }) => element.remove());
  }

  element(block, citations) {
    if (block.quoted === undefined) {
      return el("p", {}, this.sentences(block, citations));
    }
    const citation = citations.find((each) => each.marker === block.quoted);
    const paragraphs = emphasised(citation);
    // The number stays on the line of the last word.
    paragraphs.at(-1).append(el("span", { class: "quote-end" }, "”\u00a0", this.marker(citation)));
    paragraphs[0].prepend("“");
    return el("figure", { class: "quote" },
      block.lead ? el("figcaption", {}, block.lead) : null,
      el("blockquote", {}, paragraphs));
  }

  /** Returns a paragraph's words, its claims as what shows what supports them. */
  sentences({ text, start, claims }, citations) {
    const parts = [];
    let from = 0;
    for (const claim of claims) {
      parts.push(...this.inline(text.slice(from, claim.answer_start - start), citations),
        supported(claim, citations.filter(({ marker }) => claim.markers.includes(marker))));
      from = claim.answer_end - start;
    }
    return [...parts, ...this.inline(text.slice(from), citations)];
  }

  /** Puts a marker wherever the text has the number of a citation in brackets. */
  inline(text, citations) {
    return text.split(/(\[\d+\])/).map((part) => {
      const number = Number(/^\[(\d+)\]$/.exec(part)?.[1]);
      const citation = citations.find((each) => each.marker === number);
      return citation ? this.marker(citation) : part;
    });
  }
}

/**
 * Takes an answer apart into paragraphs and quotations that stand alone, which are those whose stretch of the answer
 * holds the words cited and claims nothing.
 */
function blocksOf(text, citations, claims) {
  const blocks = [];
  let from = 0;
  const plain = (until) => {
    for (const { 0: part, index } of text.slice(from, until).matchAll(/\S[^]*?(?=\s*(?:\n\n|$))/g)) {
      const start = from + index;
      blocks.push({ text: part, start, cited: known(part, citations),
        claims: claims.filter((each) => each.answer_start >= start && each.answer_end <= start + part.length) });
    }
  };
  for (const citation of [...citations].sort((a, b) => a.answer_start - b.answer_start)) {
    const { answer_start: start, answer_end: end, cited_text: cited } = citation;
    const stretch = text.slice(start, end);
    const at = stretch.indexOf(cited);
    const standsAlone = text.slice(from, start).trim() === "" || text.slice(0, start).endsWith("\n\n");
    if (start < from || end > text.length || at < 0 || !standsAlone
      || claims.some((claim) => claim.answer_start === start)
      || !/^”?\s*\[\d+\]\s*$/.test(stretch.slice(at + cited.length))) {
      continue;
    }
    plain(start);
    blocks.push({ quoted: citation.marker, lead: stretch.slice(0, at).replace(/[:\s]*“?\s*$/, "") });
    from = end;
  }
  plain(text.length);
  return blocks;
}

/** Tells a paragraph whose citation has come from the same one before. */
function known(part, citations) {
  return citations.filter((each) => part.includes(`[${each.marker}]`)).map((each) => each.marker);
}

/** Returns the paragraphs of a quotation, with the words that answer in bold. */
function emphasised({ cited_text: text, emphasis = [] }) {
  const paragraphs = [el("p")];
  let from = 0;
  const add = (until, bold) => {
    text.slice(from, until).split(/\n{2,}/).forEach((part, at) => {
      if (at > 0) {
        paragraphs.push(el("p"));
      }
      paragraphs.at(-1).append(bold ? el("strong", {}, part) : part);
    });
    from = until;
  };
  emphasis.filter(({ start, end }) => start < end && end <= text.length).forEach(({ start, end }) => {
    if (start >= from) {
      add(start, false);
      add(end, true);
    }
  });
  add(text.length, false);
  return paragraphs;
}
