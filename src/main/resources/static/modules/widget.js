import { AnswerText, markerLabel } from "./answer.js";
import { Api } from "./api.js";
import { address } from "./document.js";
import { el } from "./dom.js";
import { fault } from "./fault.js";
import { day } from "./words.js";

const HOME = new URL("..", import.meta.url);

/**
 * Is the element <reading-room-chat>: a field for questions and the answers to them, in a shadow root, so that the
 * styles of the page around it and its own leave each other alone. The server is the one that this file came from.
 *
 * Attributes: `heading`, `label` and `api-key`. Custom properties for its looks are listed in widget.css.
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
    this.halt = el("button", { type: "button", hidden: true, onclick: () => this.running?.abort() }, "Stop");
    const heading = this.getAttribute("heading") ?? "Ask the documents";
    this.attachShadow({ mode: "open", delegatesFocus: true }).append(
      el("link", { rel: "stylesheet", href: new URL("widget.css", HOME) }),
      el("section", { "aria-label": heading },
        el("h2", {}, heading), this.turns,
        el("form", { onsubmit: (event) => { event.preventDefault(); this.submit(); } },
          el("label", { for: "question" }, this.getAttribute("label") ?? "Your question"),
          el("div", { class: "row" }, this.field, this.send, this.halt)),
        this.status));
  }

  disconnectedCallback() {
    this.running?.abort();
  }

  submit() {
    const question = this.field.value.trim();
    if (question !== "" && !this.running) {
      this.field.value = "";
      this.ask(question);
    }
  }

  /** Asks a question; pages may call this too. */
  async ask(question) {
    const place = el("div", { class: "answer" });
    const note = el("div", {}, el("p", { class: "working" }, "Looking through the documents…"));
    const turn = el("article", {}, el("h3", {}, question), place, note);
    this.turns.append(turn);
    turn.scrollIntoView({ block: "nearest" });
    const shown = new AnswerText(place, (citation) => this.marker(citation));
    const again = () => {
      turn.remove();
      this.ask(question);
    };
    let text = "";
    const citations = [];
    this.running = new AbortController();
    this.busy(true);
    this.status.textContent = "Looking through the documents.";
    try {
      const reply = await this.api.ask({ question, conversation_id: this.conversation }, (event, data) => {
        if (event === "delta") {
          text += data.text;
        } else if (event === "citation") {
          citations.push(data);
        }
        shown.show(text, citations);
      }, this.running.signal);
      this.conversation = reply.conversation_id;
      shown.show(reply.answer, reply.citations);
      note.replaceChildren(this.documents(reply));
      this.status.textContent = `The answer has come: ${reply.answer}`;
    } catch (problem) {
      this.status.textContent = "";
      note.replaceChildren(problem.name === "AbortError" ? el("p", {}, "Stopped.") : fault(problem, again));
    } finally {
      this.running = null;
      this.busy(false);
    }
  }

  busy(running) {
    this.send.hidden = running;
    this.halt.hidden = !running;
  }

  /** Makes the number of a citation, which opens the document at the words quoted in the reading room itself. */
  marker(citation) {
    const span = { start: citation.start_char_index, end: citation.end_char_index };
    return el("a", { class: "marker", href: new URL(address(citation.document_number, span), HOME), target: "_blank",
      title: citation.reference, "aria-label": `${markerLabel(citation)} in a new tab` }, String(citation.marker));
  }

  documents({ citations, related = [] }) {
    const cited = new Map(citations.map((each) => [each.document_number,
      { number: each.document_number, title: each.document_title, date: each.document_date }]));
    const listed = cited.size > 0 ? [...cited.values()] : related;
    return el("ul", { class: "documents", "aria-label": cited.size > 0 ? "Documents cited" : "Related documents" },
      listed.map(({ number, title, date }) => el("li", {},
        el("a", { href: new URL(address(number), HOME), target: "_blank" }, title), ` ${day(date)}`)));
  }
}

if (!customElements.get("reading-room-chat")) {
  customElements.define("reading-room-chat", ReadingRoomChat);
}
