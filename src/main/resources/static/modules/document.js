import { Problem } from "./api.js";
import { nameOf } from "./collections.js";
import { copy, el, save, say } from "./dom.js";
import { capital, count, day, hits } from "./words.js";
import { offsetOf, paragraphs } from "./passages.js";
import { fault } from "./fault.js";

const FORMATS = [["chicago", "Chicago"], ["bibtex", "BibTeX"], ["ris", "RIS"]];
/** The most characters that a reference quotes. */
const LONGEST = 2_000;

/** Shows one document beside what is being read, opened at the words quoted. */
export class DocumentPane {

  constructor(place, api, close) {
    this.place = place;
    this.api = api;
    this.close = close;
    this.known = new Map();
    place.addEventListener("keydown", (event) => event.key === "Escape" && close());
    document.addEventListener("selectionchange", () => this.select());
  }

  get isOpen() {
    return !this.place.hidden;
  }

  hide() {
    this.place.hidden = true;
    this.printed?.close();
    this.printed = null;
    this.place.replaceChildren();
    this.number = null;
  }

  /** Returns a document, asked for once. */
  load(number) {
    if (!this.known.has(number)) {
      const loading = this.api.get(`api/v1/documents/${encodeURIComponent(number)}`);
      this.known.set(number, loading);
      // A file may be read anew while the page is open.
      loading.then(({ path }) => path && this.known.delete(number), () => this.known.delete(number));
    }
    return this.known.get(number);
  }

  /**
   * @param {string} number of the document
   * @param {{start: number, end: number}|null} quotation what to highlight and scroll to
   * @param {string} query words to highlight
   */
  async show(number, quotation, query) {
    this.number = number;
    this.printed?.close();
    this.printed = null;
    this.place.hidden = false;
    const bar = el("div", { class: "document-bar" },
      el("button", { type: "button", class: "close", "aria-label": "Close the document",
        onclick: this.close }, "Close"));
    const heading = (text) => el("h2", { id: "document-title", tabindex: "-1" }, text);
    this.place.replaceChildren(bar, heading("Opening the document…"));
    let shown;
    try {
      shown = await this.load(number);
    } catch (problem) {
      if (this.number === number) {
        const title = heading("The document cannot be shown");
        this.place.replaceChildren(bar, title, fault(problem, () => this.show(number, quotation, query)));
        title.focus();
      }
      return;
    }
    if (this.number !== number) {
      return;
    }
    this.shown = shown;
    const changed = Boolean(quotation?.of) && !shown.sha256.startsWith(quotation.of);
    this.quoted = changed ? null : within(quotation, shown.text);
    this.span = this.quoted;
    const found = hits(shown.text, query);
    const text = el("div", { class: "document-text" }, paragraphs(shown, this.quoted, found));
    this.text = text;
    const title = heading(shown.title);
    this.copyQuotation = el("button", { type: "button", onclick: () => this.copyWords() }, "Copy quotation");
    this.copyAddress = el("button", { type: "button", onclick: () => this.copyLink() });
    this.about = el("p", { class: "about-span" });
    const running = el("p", { class: "running", "aria-hidden": "true", hidden: true }, shown.title);
    bar.prepend(el("div", {}, running, el("p", { class: "eyebrow" },
      (shown.path ? [formatOf(shown)] : ["No. " + shown.number, capital(shown.kind ?? ""), day(shown.date)])
        .filter(Boolean).join(" · "))));
    const head = el("header", {}, title, el("dl", {}, facts(shown), this.file(shown)));
    this.place.replaceChildren(bar, head, text,
      el("div", { class: "document-tools" },
        el("div", { class: "tools" },
          this.copyQuotation,
          this.copyAddress,
          el("span", { class: "group", role: "group", "aria-label": "Copy reference" },
            el("span", { "aria-hidden": "true" }, "Copy reference"),
            FORMATS.map(([format, name]) => el("button",
              { type: "button", onclick: () => this.copyReference(format, name) }, name)))),
        this.about));
    this.tell();
    this.watch?.disconnect();
    this.watch = new IntersectionObserver(([{ isIntersecting }]) => { running.hidden = isIntersecting; },
      { rootMargin: `-${Math.ceil(bar.offsetHeight)}px 0px 0px` });
    this.watch.observe(title);
    title.focus({ preventScroll: true });
    this.place.scrollTop = 0;
    if (quotation && !this.quoted) {
      this.about.textContent = changed ? "The document has changed since it was quoted, so nothing is highlighted."
        : "The link points outside this document's text, so nothing is highlighted.";
    }
    this.reveal(text.querySelector("mark.quoted") ?? text.querySelector("mark.hit"));
    if (shown.media_type === "application/pdf" && (this.quoted || found.length === 0)) {
      await this.print(head, text);
    }
    if (this.number !== number) {
      return;
    }
    say(this.quoted ? `${shown.title} is open at the quotation.` : `${shown.title} is open${
      found.length > 0 ? `, ${count(found.length, "hit")} highlighted` : ""}.`);
  }

  /** Shows the pages as printed in the place of the text, which stays one press away. */
  async print(head, text) {
    const { number } = this;
    const waits = el("p", { class: "working" }, "Opening the pages…");
    head.append(waits);
    try {
      const { headers } = await this.api.fetch("HEAD", this.original(number).href, { accept: "*/*" });
      // Without a tag the file is not the one that was read.
      const boxes = this.quoted && headers.has("ETag")
        ? (await this.api.get(`api/v1/documents/${encodeURIComponent(number)}/place`, this.quoted)).boxes ?? [] : [];
      const { Printed } = await import("./printed.js");
      if (this.number !== number) {
        return;
      }
      const printed = new Printed(this.original(number), this.api.headers, boxes);
      this.printed = printed;
      await printed.opening;
      if (this.number !== number) {
        return;
      }
      text.before(printed.element);
      const views = [["As printed", printed.element, () => printed.place],
        ["As text", text, () => text.querySelector("mark.quoted")]];
      const buttons = views.map(([name]) => el("button", { type: "button", onclick: () => turn(name) }, name));
      const turn = (wanted) => views.forEach(([name, shown, mark], at) => {
        shown.hidden = name !== wanted;
        buttons[at].setAttribute("aria-pressed", String(name === wanted));
        if (name === wanted && this.quoted) {
          this.reveal(mark());
        }
      });
      waits.replaceWith(el("div", { class: "tools views", role: "group", "aria-label": "View" }, buttons));
      turn("As printed");
    } catch (problem) {
      if (this.number === number) {
        waits.replaceWith(el("p", { class: "hint", role: "status" },
          `The pages cannot be shown as printed${problem instanceof Problem ? "" : ": the file is not there or is damaged"}.`));
        this.reveal(text.querySelector("mark.quoted"));
      }
    }
  }

  original(number) {
    return new URL(`api/v1/documents/${encodeURIComponent(number)}/original`, this.api.base);
  }

  /** Returns the file that a document was read from, to be kept by the reader. */
  file(shown) {
    return shown.path
      ? el("div", {}, el("dt", {}, "File"), el("dd", {}, el("button", { type: "button", class: "link",
        "aria-label": `Download ${shown.path}`, onclick: () => this.download(shown) }, shown.path)))
      : null;
  }

  async download(shown) {
    try {
      const response = await this.api.fetch("GET", this.original(shown.id).href, { accept: "*/*" });
      save(await response.blob(), shown.path.split("/").pop(), shown.media_type);
    } catch (problem) {
      this.about.textContent = `The file cannot be downloaded: ${problem.message}`;
      say(this.about.textContent);
    }
  }

  /** Brings a mark between head and foot; what stands beside the document is left where it is. */
  reveal(mark) {
    if (mark && getComputedStyle(this.place).overflowY !== "auto") {
      mark.scrollIntoView({ block: "center", behavior: "auto" });
    } else if (mark) {
      const head = this.place.firstElementChild.getBoundingClientRect().bottom + 16;
      const foot = Math.min(this.place.lastElementChild.getBoundingClientRect().top, window.innerHeight);
      const { top, height } = mark.getBoundingClientRect();
      this.place.scrollTop += top - head - Math.max(0, (foot - head - height) / 2);
    }
  }

  /** Takes the words that the reader selects for those to copy, cite and link to. */
  select() {
    const selection = document.getSelection();
    if (!this.isOpen || !this.text || !selection.anchorNode || !this.text.contains(selection.anchorNode)
      || !this.text.contains(selection.focusNode)) {
      return;
    }
    const range = selection.getRangeAt(0);
    const start = offsetOf(range.startContainer, range.startOffset);
    const end = offsetOf(range.endContainer, range.endOffset);
    this.span = start === null || end === null || end <= start ? this.quoted : { start, end };
    this.tell();
  }

  tell() {
    this.copyQuotation.hidden = !this.span;
    this.copyAddress.textContent = this.span ? "Copy link to this passage" : "Copy link";
    this.about.textContent = this.span && this.span !== this.quoted
      ? `The buttons take the ${count(this.span.end - this.span.start, "character")} you have selected.`
      : this.span ? "" : "Select words to copy, cite or link to them.";
  }

  copyWords() {
    return this.put(Promise.resolve(this.shown.text.slice(this.span.start, this.span.end)), "The quotation");
  }

  copyLink() {
    const span = this.span && { ...this.span, of: textOf(this.shown) };
    return this.put(Promise.resolve(new URL(address(nameOf(this.shown), span), location.href).href), "The link");
  }

  copyReference(format, name) {
    const span = this.span && this.span.end - this.span.start <= LONGEST ? this.span : {};
    return this.put(this.api.text(`api/v1/documents/${encodeURIComponent(nameOf(this.shown))}/reference`,
      { format, start: span.start, end: span.end }), `The ${name} reference`);
  }

  async put(words, what) {
    try {
      await copy(await words);
      this.about.textContent = `${what} is copied.`;
    } catch (problem) {
      this.about.textContent = `${what} could not be copied: ${problem.message}`;
    }
    say(this.about.textContent);
  }
}

/** Returns the address on this page that opens a document, at certain words where they are given. */
export function address(number, span, query) {
  const parameters = new URLSearchParams();
  if (span) {
    parameters.set("start", span.start);
    parameters.set("end", span.end);
    if (span.of) {
      parameters.set("of", span.of);
    }
  }
  if (query) {
    parameters.set("q", query);
  }
  return `#/documents/${number}${parameters.size > 0 ? `?${parameters}` : ""}`;
}

/** Returns what tells the text of a document from others that its file may have: those of the built-in one stay. */
export function textOf({ path, sha256 }) {
  return path ? sha256.slice(0, 12) : null;
}

function within(span, text) {
  return span && Number.isInteger(span.start) && Number.isInteger(span.end) && span.start >= 0
    && span.start < span.end && span.end <= text.length ? { start: span.start, end: span.end } : null;
}

const FORMAT_NAMES = { "application/pdf": "PDF", "text/html": "Web page", "text/plain": "Text", "text/markdown": "Markdown",
  "application/epub+zip": "E-book", "message/rfc822": "Mail", "application/mbox": "Mail",
  "application/vnd.ms-outlook": "Mail", "application/rtf": "RTF", "text/csv": "Table" };

/** Returns what kind of file a document was read from, and how many pages it has. */
export function formatOf({ path, media_type: type, pages }) {
  const ending = /\.(\w{1,5})$/.exec(path ?? "")?.[1];
  return [FORMAT_NAMES[type] ?? ending?.toUpperCase(), pages ? count(pages, "page") : ""].filter(Boolean).join(", ");
}

function facts({ date, from, to, archive, source, translator, path, authors = [] }) {
  const known = /\d/.test(date ?? "") || !path;
  return [["Authors", authors.join(", ")], ["Date", known ? capital(day(date)) : ""], ["From", from], ["To", to], ["Archive", archive ?? source],
    ["Translated by", translator]]
    .filter(([, value]) => value)
    .map(([name, value]) => el("div", {}, el("dt", {}, name), el("dd", {}, value)));
}
