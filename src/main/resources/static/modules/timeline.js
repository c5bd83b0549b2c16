import { svg } from "./dom.js";
import { count, month, monthOf } from "./words.js";

const STEP = 14;
const HEIGHT = 96;
const BASE = HEIGHT - 20;

/**
 * Draws how many documents each month has, and marks the months of documents cited. The months are buttons, one of
 * them a stop for the Tab key; arrow keys go from month to month.
 *
 * @param {object[]} documents all of the collection; they set the first and the last month
 * @param {Set<number>} matching the numbers of those that pass the filters
 * @param {Set<number>} cited the numbers of those that the current answer cites
 * @param {number|null} chosen the month that is chosen
 * @param {(month: number) => void} choose
 */
export function timeline(documents, matching, cited, chosen, choose) {
  const months = new Map();
  for (const { date, number } of documents) {
    const at = monthOf(date);
    if (at !== null) {
      const held = months.get(at) ?? { all: 0, matching: 0, cited: 0 };
      held.all += 1;
      held.matching += matching.has(number) ? 1 : 0;
      held.cited += cited.has(number) ? 1 : 0;
      months.set(at, held);
    }
  }
  const held = [...months.keys()].sort((a, b) => a - b);
  if (held.length === 0) {
    return svg("svg", { class: "timeline", "aria-hidden": "true" });
  }
  const first = held[0];
  const last = held.at(-1);
  const most = Math.max(...[...months.values()].map(({ all }) => all));
  const drawn = svg("svg", {
    class: "timeline",
    viewBox: `0 0 ${(last - first + 1) * STEP} ${HEIGHT}`,
    role: "toolbar",
    "aria-label": `Timeline from ${month(first)} to ${month(last)}, documents by month`,
  });
  const stop = held.includes(chosen) ? chosen : first;
  for (let at = first; at <= last; at++) {
    const x = (at - first) * STEP;
    if (at % 12 === 0 || at === first) {
      drawn.append(svg("line", { x1: x, x2: x, y1: 4, y2: HEIGHT, class: "year" }));
      if (at % 12 < 10 && at < last - 2) {
        const label = svg("text", { x: x + 4, y: HEIGHT - 4 });
        label.textContent = String(Math.floor(at / 12));
        drawn.append(label);
      }
    }
    if (months.has(at)) {
      drawn.append(bar(at, x, months.get(at), most, at === chosen, at === stop, choose));
    }
  }
  drawn.append(svg("line", { x1: 0, x2: (last - first + 1) * STEP, y1: BASE, y2: BASE, class: "base" }));
  drawn.addEventListener("keydown", move);
  return drawn;
}

function bar(at, x, { all, matching, cited }, most, chosen, stop, choose) {
  const scale = (BASE - 14) / most;
  const rect = (name, number) => svg("rect",
    { class: name, x: x + 2, y: BASE - number * scale, width: STEP - 4, height: number * scale });
  const name = `${month(at)}: ${count(all, "document")}${matching < all ? `, ${matching} shown` : ""}${
    cited > 0 ? `, ${cited} cited` : ""}`;
  const title = svg("title");
  title.textContent = name;
  const made = svg("g", { role: "button", tabindex: stop ? "0" : "-1", "aria-label": name,
    "aria-pressed": String(chosen), "data-month": at },
  title, svg("rect", { class: "field", x, y: 0, width: STEP, height: HEIGHT - 18 }), rect("all", all),
  rect("matching", matching));
  if (cited > 0) {
    made.append(svg("circle", { class: "cited", cx: x + STEP / 2, cy: BASE - all * scale - 6, r: 4 }));
  }
  made.addEventListener("click", () => choose(at));
  made.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      choose(at);
    }
  });
  return made;
}

function move(event) {
  const bars = [...event.currentTarget.querySelectorAll("[role=button]")];
  const at = bars.indexOf(event.target);
  const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: bars.length - 1 }[event.key];
  if (at < 0 || to === undefined || !bars[to]) {
    return;
  }
  event.preventDefault();
  bars[at].setAttribute("tabindex", "-1");
  bars[to].setAttribute("tabindex", "0");
  bars[to].focus();
}
