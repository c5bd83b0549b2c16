import { el } from "./dom.js";
import { Problem } from "./api.js";

/**
 * Makes the plain words for what went wrong, with a button to try again; where the server says how long to wait, the
 * button waits as long.
 */
export function fault(problem, retry) {
  const known = problem instanceof Problem
    ? problem
    : new Problem({ title: "Something went wrong on this page", detail: String(problem?.message ?? problem) });
  if (!(problem instanceof Problem)) {
    console.error(problem);
  }
  const button = retry && el("button", { type: "button", onclick: () => retry() }, "Try again");
  if (button && known.retryAfter) {
    countDown(button, known.retryAfter);
  }
  return el("div", { class: "fault", role: "alert" },
    el("p", {}, el("strong", {}, `${known.title}.`), known.detail ? ` ${known.detail}` : ""), button);
}

function countDown(button, seconds) {
  let left = seconds;
  const tell = () => {
    button.disabled = left > 0;
    button.textContent = left > 0 ? `Try again in ${left} s` : "Try again";
    if (left > 0 && left-- > 0) {
      setTimeout(tell, 1_000);
    }
  };
  tell();
}
