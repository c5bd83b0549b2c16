import { AnswerText } from "./answer.js";
import { untilBuilt } from "./building.js";
import { el } from "./dom.js";
import { fault } from "./fault.js";
import { count } from "./words.js";

/** Is one question with its answer, which may still be coming, on the page or in the widget. */
export class Turn {

  /**
   * @param {string} question
   * @param {object} around
   * @param {string} around.heading the name of the element for the question, such as "h2"
   * @param {(citation: object) => Element} around.marker makes what stands for a citation's number
   * @param {(reply: object) => (Element|null)[]} around.notes makes what stands below a whole answer
   * @param {(sentence: string) => void} around.say says something to those who do not see it
   */
  constructor(question, { heading, marker, notes, say }) {
    this.notes = notes;
    this.say = say;
    this.text = "";
    this.citations = [];
    this.claims = [];
    this.body = el("div", { class: "answer", "aria-live": "polite" });
    this.note = el("div", { class: "note" });
    this.heading = el(heading, { class: "question" }, question);
    this.element = el("article", { class: "turn" }, this.heading, this.body, this.note);
    this.answerText = new AnswerText(this.body, marker);
  }

  /** Shows an answer that is there already. */
  show(reply) {
    this.reply = reply;
    this.text = reply.answer;
    this.citations = reply.citations;
    this.claims = reply.claims;
    this.answerText.show(this.text, this.citations, this.claims);
    const notes = [
      this.begins ? el("p", {}, "The conversation is no longer kept; this question begins another.") : null,
      reply.degraded ? el("p", { class: "degraded" }, reply.degraded) : null,
      reply.unsaved ? el("p", { class: "degraded" }, reply.unsaved) : null,
      ...this.notes(reply),
    ];
    this.note.replaceChildren(...notes.filter(Boolean));
  }

  /**
   * Asks and shows the answer as it comes. Where the conversation was deleted meanwhile the question begins another.
   *
   * @returns {Promise<object|null>} the whole answer, or null where it was stopped or failed, which the turn then says
   */
  async ask(api, request, again) {
    this.stopping = new AbortController();
    this.looking();
    this.body.setAttribute("aria-busy", "true");
    this.say("Looking through the documents.");
    try {
      const reply = await this.answered(api, request);
      this.show(reply);
      this.say(reply.citations.length > 0 ? `Answered with ${count(reply.citations.length, "quotation")}.` : reply.answer);
      return reply;
    } catch (problem) {
      if (problem.name === "AbortError") {
        this.note.replaceChildren(el("p", { class: "stopped" }, "Stopped. "),
          el("button", { type: "button", onclick: again }, "Ask again"));
        this.say("Stopped.");
      } else {
        this.note.replaceChildren(fault(problem, again));
      }
      return null;
    } finally {
      this.body.removeAttribute("aria-busy");
    }
  }

  stop() {
    this.stopping?.abort();
  }

  async answered(api, request) {
    for (;;) {
      try {
        return await api.ask(request, (event, data) => this.hear(event, data), this.stopping.signal);
      } catch (problem) {
        if (problem.kind === "unknown-conversation" && request.conversation_id) {
          request = { ...request, conversation_id: null };
          this.begins = true;
        } else if (problem.kind === "index-not-ready") {
          await this.indexed(api, problem, request.collection);
        } else {
          throw problem;
        }
      }
    }
  }

  hear(event, data) {
    if (event === "retrieval") {
      const documents = new Set(data.passages.map((passage) => passage.document_id)).size;
      this.note.replaceChildren(el("p", { class: "working" }, `Reading ${
        count(data.passages.length, "passage")} of ${count(documents, "document")}…`));
    } else if (event === "delta") {
      this.text += data.text;
    } else if (event === "citation") {
      this.citations = [...this.citations, data];
    } else if (event === "claim") {
      this.claims = [...this.claims, data];
    }
    this.drawing ??= requestAnimationFrame(() => {
      this.drawing = null;
      if (!this.reply) {
        this.answerText.show(this.text, this.citations, this.claims);
      }
    });
  }

  /** Waits until the index is built. */
  async indexed(api, problem, collection) {
    const then = "Your question is answered as soon as it is ready.";
    this.say(`The index is being built. ${then}`);
    await untilBuilt(api, this.note, problem.body, then, this.stopping.signal, collection);
    this.looking();
  }

  looking() {
    this.note.replaceChildren(el("p", { class: "working" }, "Looking through the documents…"));
  }
}
