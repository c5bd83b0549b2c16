import { el } from "./dom.js";

const PDFJS = new URL("../pdfjs/", import.meta.url);
/** The most pixels that are drawn for one of the style sheet's. */
const SHARPEST = 2.5;

let loading = null;

function pdfjs() {
  loading ??= import(new URL("legacy/build/pdf.min.mjs", PDFJS)).then((library) => {
    library.GlobalWorkerOptions.workerSrc = new URL("legacy/build/pdf.worker.min.mjs", PDFJS).href;
    return library;
  });
  loading.catch(() => { loading = null; });
  return loading;
}

/** Shows the pages of a PDF as printed, with rectangles around the words quoted. */
export class Printed {

  /**
   * @param {URL} url where the file is
   * @param {object} headers what a request for it needs
   * @param {{page: number, x: number, y: number, width: number, height: number}[]} boxes in points from the top left
   *   corner of the page as displayed
   */
  constructor(url, headers, boxes) {
    this.boxes = boxes;
    this.element = el("div", { class: "document-pages" });
    this.opening = this.open(url, headers);
    this.opening.catch(() => {}); // whoever waits for it says what is wrong
  }

  /** Makes a sheet for every page; what is on it is drawn when it comes near. */
  async open(url, headers) {
    const library = await pdfjs();
    this.task = library.getDocument({ url: url.href, httpHeaders: headers,
      cMapUrl: new URL("cmaps/", PDFJS).href, cMapPacked: true,
      standardFontDataUrl: new URL("standard_fonts/", PDFJS).href,
      wasmUrl: new URL("wasm/", PDFJS).href, useWasm: false, iccUrl: new URL("iccs/", PDFJS).href,
      isEvalSupported: false, enableXfa: false });
    this.file = await this.task.promise;
    const sizes = new Map();
    for (const number of new Set([this.boxes[0]?.page ?? 1, ...this.boxes.map(({ page }) => page)])) {
      sizes.set(number, await this.size(number));
    }
    const usual = sizes.values().next().value;
    this.watch = new IntersectionObserver((entries) => entries.filter(({ isIntersecting }) => isIntersecting)
      .forEach(({ target }) => {
        this.watch.unobserve(target);
        this.draw(target).catch(() => target.classList.add("undrawn"));
      }), { rootMargin: "600px", scrollMargin: "600px" }); // the latter where the document scrolls by itself
    const sheets = Array.from({ length: this.file.numPages }, (_, at) => this.sheet(at + 1, sizes.get(at + 1) ?? usual));
    this.element.replaceChildren(...sheets);
    sheets.forEach((sheet) => this.watch.observe(sheet));
  }

  async size(number) {
    return (await this.file.getPage(number)).getViewport({ scale: 1 });
  }

  sheet(number, size) {
    const boxes = this.boxes.filter(({ page }) => page === number);
    const name = `Page ${number} of ${this.file.numPages}`;
    const paper = el("div", { class: "paper" },
      el("canvas", { role: "img", "aria-label": `${name} as printed${boxes.length > 0
        ? ", with the quotation highlighted" : ""}. “As text” has its words.` }),
      boxes.map((box) => rectangle(box, size)));
    paper.style.aspectRatio = `${size.width} / ${size.height}`;
    return el("figure", { class: "sheet", "data-page": number }, paper,
      el("figcaption", { class: "eyebrow" }, name));
  }

  async draw(sheet) {
    const page = await this.file.getPage(Number(sheet.dataset.page));
    const plain = page.getViewport({ scale: 1 });
    const paper = sheet.querySelector(".paper");
    paper.style.aspectRatio = `${plain.width} / ${plain.height}`;
    const sharpness = Math.min(SHARPEST, window.devicePixelRatio || 1);
    const viewport = page.getViewport({ scale: Math.max(1, paper.clientWidth) / plain.width * sharpness });
    const canvas = sheet.querySelector("canvas");
    canvas.width = Math.floor(viewport.width);
    canvas.height = Math.floor(viewport.height);
    await page.render({ canvas, viewport }).promise;
    sheet.classList.add("drawn");
  }

  /** Returns the first rectangle, or the first page where there is none. */
  get place() {
    return this.element.querySelector(".box") ?? this.element.firstElementChild;
  }

  close() {
    this.watch?.disconnect();
    this.task?.destroy();
  }
}

function rectangle({ x, y, width, height }, size) {
  const made = el("div", { class: "box" });
  Object.assign(made.style, { left: `${x / size.width * 100}%`, top: `${y / size.height * 100}%`,
    width: `${width / size.width * 100}%`, height: `${height / size.height * 100}%` });
  return made;
}
