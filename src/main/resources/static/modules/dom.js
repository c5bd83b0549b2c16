/**
 * Makes an element. Strings among the children become text: nothing in these modules parses HTML, so that no
 * document, question or answer can bring its own.
 *
 * @param {string} name such as "p"
 * @param {object} [given] attributes; those that start with "on" are listeners, those that are false or null are
 *   left out
 * @param {...(Node|string|null)} children
 */
export function el(name, given = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(given)) {
    if (value === null || value === undefined || value === false) {
      continue;
    }
    if (key.startsWith("on")) {
      made.addEventListener(key.slice(2), value);
    } else {
      made.setAttribute(key, value === true ? "" : value);
    }
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return made;
}

/** Makes an SVG element. */
export function svg(name, given = {}, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  Object.entries(given).forEach(([key, value]) => made.setAttribute(key, value));
  made.append(...children);
  return made;
}

/** Says something to those who listen to the page rather than see it. */
export function say(sentence) {
  const status = document.getElementById("status");
  if (status) {
    status.textContent = sentence;
  }
}

/** Puts text on the clipboard, also where the page came over plain HTTP and browsers offer only the old way. */
export async function copy(text) {
  if (navigator.clipboard && window.isSecureContext) {
    await navigator.clipboard.writeText(text);
    return;
  }
  const field = el("textarea", { readonly: true, class: "unseen" });
  field.value = text;
  document.body.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  if (!done) {
    throw new Error("The browser does not let this page write to the clipboard.");
  }
}

/** Keeps text, or what was downloaded, as a file of the reader's. */
export function save(text, name, type) {
  const url = URL.createObjectURL(text instanceof Blob ? text : new Blob([text], { type }));
  el("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
