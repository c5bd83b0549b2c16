import { svg } from "./dom.js";
import { count, month, monthOf } from "./words.js";

const HEIGHT = 96;
const BASE = HEIGHT - 20;

/**
 * Draws how many documents each month has, and marks the months of documents cited. The months are buttons, one of
 * them a stop for the Tab key; arrow keys go from month to month. Along the line of time it is drawn in per cent, so
 * that it fits any width and its words keep their size.
 *
 * @param {object[]} documents all of the collection; they set the first and the last month
 * @param {Set<string>} matching the ids of those that pass the filters
 * @param {Set<string>} cited the ids of those that the current answer cites
 * @param {number|null} chosen the month that is chosen
 * @param {(month: number) => void} choose
 */
export function timeline(documents, matching, cited, chosen, choose) {
  const months = monthsOf(documents, matching, cited);
  const held = [...months.keys()].sort((a, b) => a - b);
  if (held.length === 0) {
    return svg("svg", { class: "timeline", "aria-hidden": "true" });
  }
  const first = held[0];
  const last = held.at(-1);
  const step = 100 / (last - first + 1);
  const scale = (BASE - 14) / Math.max(...[...months.values()].map(({ all }) => all));
  const drawn = svg("svg", {
    class: "timeline",
    height: HEIGHT,
    role: "toolbar",
    "aria-label": `Timeline from ${month(first)} to ${month(last)}, documents by month`,
  });
  for (let at = first; at <= last; at++) {
    if (at % 12 === 0 || at === first) {
      drawn.append(...year(at, (at - first) * step, at % 12 < 10 && at < last - 2));
    }
  }
  const stop = held.includes(chosen) ? chosen : first;
  for (const at of held) {
    drawn.append(bar(at, months.get(at), { x: (at - first) * step, step, scale }, at === chosen, at === stop));
  }
  drawn.append(svg("line", { x1: 0, x2: "100%", y1: BASE, y2: BASE, class: "base" }));
  drawn.addEventListener("click", (event) => choose(pointedAt(event, drawn, held, first, last)));
  drawn.addEventListener("keydown", (event) => {
    const at = event.target.closest("[data-month]");
    if (at && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      choose(Number(at.dataset.month));
    }
    move(event);
  });
  return drawn;
}

function monthsOf(documents, matching, cited) {
  const months = new Map();
  for (const { date, id } of documents) {
    const at = monthOf(date);
    if (at !== null) {
      const held = months.get(at) ?? { all: 0, matching: 0, cited: 0 };
      held.all += 1;
      held.matching += matching.has(id) ? 1 : 0;
      held.cited += cited.has(id) ? 1 : 0;
      months.set(at, held);
    }
  }
  return months;
}

/** Returns the line at which a year begins, with its number where there is room for it. */
function year(at, x, named) {
  const line = svg("line", { x1: `${x}%`, x2: `${x}%`, y1: 4, y2: HEIGHT, class: "year" });
  const label = svg("text", { x: `${x}%`, dx: 4, y: HEIGHT - 4 });
  label.textContent = String(Math.floor(at / 12));
  return named ? [line, label] : [line];
}

function bar(at, { all, matching, cited }, { x, step, scale }, chosen, stop) {
  const name = `${month(at)}: ${count(all, "document")}${matching < all ? `, ${matching} shown` : ""}${
    cited > 0 ? `, ${cited} cited` : ""}`;
  const title = svg("title");
  title.textContent = name;
  const rect = (kind, number) => svg("rect", { class: kind, x: `${x + step * 0.14}%`, y: BASE - number * scale,
    width: `${step * 0.72}%`, height: number * scale });
  const made = svg("g", { role: "button", tabindex: stop ? "0" : "-1", "aria-label": name,
    "aria-pressed": String(chosen), "data-month": at },
  title, svg("rect", { class: "field", x: `${x}%`, y: 0, width: `${step}%`, height: HEIGHT - 18 }), rect("all", all),
  rect("matching", matching));
  if (cited > 0) {
    made.append(svg("circle", { class: "cited", cx: `${x + step / 2}%`, cy: BASE - all * scale - 6, r: 4 }));
  }
  return made;
}

/** Returns the month that is pressed, or the one nearest to where a finger came down. */
function pointedAt(event, drawn, held, first, last) {
  const on = event.target.closest("[data-month]");
  if (on) {
    return Number(on.dataset.month);
  }
  const { left, width } = drawn.getBoundingClientRect();
  const at = first + (event.clientX - left) / width * (last - first + 1) - 0.5;
  return held.reduce((nearest, each) => Math.abs(each - at) < Math.abs(nearest - at) ? each : nearest);
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
