import { Api } from "./api.js";
import { address } from "./document.js";
import { el } from "./dom.js";
import { markerLabel } from "./peek.js";
import { Turn } from "./turn.js";
import { day } from "./words.js";

const HOME = new URL("..", import.meta.url);

/**
 * Is the element <reading-room-chat>: a field for questions and the answers to them, in a shadow root, so that the
 * styles of the page around it and its own leave each other alone. The server is the one that this file came from.
 *
 * Attributes: `heading`, `label` and `api-key`. Custom properties for its looks are listed in styles/widget.css.
 */
class ReadingRoomChat extends HTMLElement {

  connectedCallback() {
    if (this.shadowRoot) {
      return;
    }
    this.api = new Api(HOME, () => this.getAttribute("api-key"));
    this.conversation = null;
    this.turns = el("div", { class: "turns" });
    this.status = el("p", { class: "unseen", role: "status" });
    this.field = el("input", { id: "question", maxlength: "2000", autocomplete: "off", required: true });
    this.send = el("button", { type: "submit" }, "Ask");
    this.halt = el("button", { type: "button", hidden: true, onclick: () => this.turn?.stop() }, "Stop");
    const heading = this.getAttribute("heading") ?? "Ask the documents";
    this.attachShadow({ mode: "open", delegatesFocus: true }).append(
      ...["widget", "peek"].map((name) => el("link", { rel: "stylesheet", href: new URL(`styles/${name}.css`, HOME) })),
      el("section", { "aria-label": heading },
        el("h2", {}, heading), this.turns,
        el("form", { onsubmit: (event) => { event.preventDefault(); this.submit(); } },
          el("label", { for: "question" }, this.getAttribute("label") ?? "Your question"),
          el("div", { class: "row" }, this.field, this.send, this.halt)),
        this.status));
  }

  disconnectedCallback() {
    this.turn?.stop();
  }

  submit() {
    const question = this.field.value.trim();
    if (question !== "" && !this.turn) {
      this.field.value = "";
      this.ask(question);
    }
  }

  /** Asks a question, unless another is being answered; pages may call this too. */
  async ask(question) {
    if (this.turn) {
      return;
    }
    const turn = new Turn(question, { heading: "h3", marker: (citation) => this.marker(citation),
      notes: (reply) => [this.documents(reply)], say: (sentence) => { this.status.textContent = sentence; } });
    this.turn = turn;
    this.turns.append(turn.element);
    this.busy(true);
    turn.element.scrollIntoView({ block: "nearest" });
    const again = () => {
      if (!this.turn) {
        turn.element.remove();
        this.ask(question);
      }
    };
    const reply = await turn.ask(this.api, { question, conversation_id: this.conversation }, again);
    this.turn = null;
    this.busy(false);
    this.conversation = reply?.conversation_id ?? this.conversation;
  }

  busy(running) {
    const hadFocus = [this.halt, this.send].includes(this.shadowRoot.activeElement);
    this.send.hidden = running;
    this.halt.hidden = !running;
    if (hadFocus) {
      this.field.focus({ preventScroll: true });
    }
  }

  /** Makes the number of a citation, which opens the document at the words quoted in the reading room itself. */
  marker(citation) {
    const span = { start: citation.start_char_index, end: citation.end_char_index,
      of: citation.document_sha256.slice(0, 12) };
    return el("a", { class: "marker", href: new URL(address(citation.document_id, span), HOME), target: "_blank",
      title: `“${citation.cited_text}”\n${citation.reference}`, "aria-label": `${markerLabel(citation)} in a new tab` }, String(citation.marker));
  }

  /** Lists documents by their ids: all collections are asked, and each numbers its own. */
  documents({ citations, related = [] }) {
    const cited = new Map(citations.map((each) => [each.document_id,
      { id: each.document_id, title: each.document_title, date: each.document_date }]));
    const listed = cited.size > 0 ? [...cited.values()] : related;
    return el("ul", { class: "documents", "aria-label": cited.size > 0 ? "Documents cited" : "Related documents" },
      listed.map(({ id, title, date }) => el("li", {},
        el("a", { href: new URL(address(id), HOME), target: "_blank" }, title), ` ${day(date)}`)));
  }
}

if (!customElements.get("reading-room-chat")) {
  customElements.define("reading-room-chat", ReadingRoomChat);
}
