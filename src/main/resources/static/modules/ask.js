import { nameOf } from "./collections.js";
import { address } from "./document.js";
import { el, say } from "./dom.js";
import { fault } from "./fault.js";
import { marker } from "./peek.js";
import { Turn } from "./turn.js";
import { Welcome } from "./welcome.js";
import { capital, day } from "./words.js";

/** The most characters of a question. */
const LONGEST = 2_000;

/** Is the room where questions are asked: a conversation and the field for the next question. */
export class Ask {

  /**
   * @param {import("./api.js").Api} api
   * @param {import("./collections.js").Collections} collections of which the current one is asked
   * @param {(citation: object) => void} openCitation
   * @param {(id: string) => void} began is told the id of a conversation when its first answer has come
   */
  constructor(api, collections, openCitation, began) {
    this.api = api;
    this.collections = collections;
    this.openCitation = openCitation;
    this.began = began;
    this.conversation = null;
    /** Counts the conversations begun or loaded, so that one which comes too late is not shown. */
    this.loads = 0;
    this.cited = new Set();
    this.title = "Ask";
    this.build();
  }

  build() {
    this.heading = el("h1", { tabindex: "-1" });
    this.around = new Welcome(this.api, (question) => this.ask(question));
    this.faults = el("div");
    this.turns = el("div", { class: "turns" });
    this.field = el("textarea", { id: "question", rows: "1", maxlength: LONGEST, required: true,
      "aria-describedby": "question-hint",
      oninput: () => this.grow(),
      onkeydown: (event) => {
        if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
          event.preventDefault();
          this.submit();
        }
      } });
    this.send = el("button", { type: "submit", class: "main" }, "Ask");
    this.halt = el("button", { type: "button", hidden: true, onclick: () => this.turn?.stop() }, "Stop");
    this.fresh = el("p", { class: "fresh", hidden: true }, el("a", { href: "#/new" }, "Begin a new conversation"));
    this.form = el("form", { class: "asking", onsubmit: (event) => { event.preventDefault(); this.submit(); } },
      el("label", { for: "question" }, "Your question"),
      el("div", { class: "asking-row" }, this.field, this.send, this.halt),
      el("div", { class: "asking-foot" },
        el("p", { id: "question-hint", class: "hint" }, "Enter asks, Shift and Enter begin a new line."), this.fresh));
    this.element = [this.heading, this.around.before, this.faults, this.turns, this.form, this.around.after];
  }

  /** Shows the conversation of an id, or without one what it has, be it a question that is still being answered. */
  async open(place, id) {
    if (this.heading.parentElement !== place) {
      place.replaceChildren(...this.element);
    }
    if (id && id !== this.conversation) {
      this.clear();
      this.conversation = id;
      this.fresh.hidden = false;
      await this.load(id);
    } else if (this.turns.childElementCount === 0 && this.conversation === null) {
      await this.welcome();
    }
  }

  /** Lets go of what it has, so that the next question begins a conversation. */
  clear() {
    this.turn?.stop();
    this.turn = null;
    this.conversation = null;
    this.loads++;
    this.cited = new Set();
    this.turns.replaceChildren();
    this.begin();
    this.fresh.hidden = true;
    this.allow(true);
    this.busy(false);
  }

  async welcome() {
    this.heading.textContent = "Ask the documents";
    const collection = await this.collections.loaded.then(() => this.collections.current, () => null);
    if (collection && this.conversation === null && this.turns.childElementCount === 0) {
      this.form.classList.add("first");
      this.around.show(collection);
    }
  }

  /** Takes away what stands there before the first question. */
  begin() {
    this.around.hide();
    this.faults.replaceChildren();
    this.form.classList.remove("first");
  }

  async load(id) {
    const mine = ++this.loads;
    this.heading.textContent = "Conversation";
    this.allow(false); // a question asked now would stand before the older ones
    try {
      const { title, turns } = await this.api.get(`api/v1/conversations/${encodeURIComponent(id)}`);
      if (mine !== this.loads) {
        return;
      }
      this.heading.textContent = title;
      for (const reply of turns) {
        this.add(reply.question).show(reply);
      }
      const cited = turns.flatMap(({ citations }) => citations);
      if (cited.length > 0) {
        this.collections.useThose(cited.map(({ collection }) => collection)); // what follows is asked there, too
      }
      this.remember(turns.at(-1));
      this.allow(true);
    } catch (problem) {
      if (mine === this.loads) {
        this.faults.replaceChildren(fault(problem, () => {
          this.faults.replaceChildren();
          this.load(id);
        }));
      }
    }
  }

  submit() {
    const question = this.field.value.trim();
    if (question === "" || this.turn) {
      this.field.focus();
      return;
    }
    this.field.value = "";
    this.grow();
    this.ask(question);
  }

  async ask(question) {
    if (this.turn || this.field.disabled) {
      return;
    }
    this.begin();
    if (this.turns.childElementCount === 0) {
      this.heading.textContent = question;
    }
    const turn = this.add(question);
    this.turn = turn;
    this.busy(true);
    this.field.focus({ preventScroll: true });
    if (turn.element === this.turns.firstElementChild) {
      window.scrollTo(0, 0);
    } else {
      turn.element.scrollIntoView({ block: "start" });
    }
    const again = () => {
      if (!this.turn) {
        turn.element.remove();
        this.ask(question);
      }
    };
    const reply = await turn.ask(this.api, { question, conversation_id: this.conversation, ...this.collections.named }, again);
    if (this.turn !== turn) {
      return; // another conversation was opened meanwhile
    }
    this.turn = null;
    this.busy(false);
    this.fresh.hidden = false;
    if (reply) {
      this.remember(reply);
      if (this.conversation !== reply.conversation_id) {
        this.conversation = reply.conversation_id;
        this.began(reply.conversation_id);
      }
    }
  }

  add(question) {
    const turn = new Turn(question, { heading: "h2", marker: (citation) => marker(citation, this.openCitation), notes,
      say });
    this.turns.append(turn.element);
    // The heading of the page says it already.
    turn.heading.hidden = question === this.heading.textContent && this.turns.childElementCount === 1;
    return turn;
  }

  remember(reply) {
    this.cited = new Set((reply?.citations ?? []).map((citation) => citation.document_id));
  }

  /** Lets questions be asked, or not yet. */
  allow(asking) {
    this.field.disabled = !asking;
    this.send.disabled = !asking;
  }

  busy(running) {
    const hadFocus = document.activeElement === this.halt || document.activeElement === this.send;
    this.send.hidden = running;
    this.halt.hidden = !running;
    if (hadFocus) {
      this.field.focus({ preventScroll: true });
    }
  }

  /** Gives the field as many lines as its question has; browsers that can do so by style sheet need no help. */
  grow() {
    if (!CSS.supports("field-sizing", "content")) {
      this.field.style.height = "auto";
      this.field.style.height = `${this.field.scrollHeight}px`;
    }
  }
}

/** Says below an answer how the question was searched, and where there is none, what to look at instead. */
function notes(reply) {
  const searched = reply.query && reply.query !== reply.question
    ? el("p", { class: "searched" }, `Searched as: ${reply.query}`)
    : null;
  const related = reply.related ?? [];
  const listed =
    related.length > 0
      ? el("ul", { class: "related", "aria-label": "Related documents" }, related.map((each) => el("li", {},
        el("a", { href: address(nameOf(each)) }, each.title),
        el("span", { class: "eyebrow" }, ` ${[day(each.date), each.path ? "" : capital(each.kind ?? "")].filter(Boolean)
          .join(" · ")}`))))
      : null;
  if (reply.status === "answered") {
    return [searched, listed];
  }
  return [searched, listed,
    el("p", {}, "Naming a person, a place or a date often helps. You can also ",
      el("a", { href: "#/documents" }, "browse all documents"), "."),
  ];
}
