const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
  "November", "December"];

/** Writes "1950-01-30" as "30 January 1950", "1950-01" as "January 1950", and a range by the ends that are known. */
export function day(date) {
  const ends = (date ?? "").split("/").filter(Boolean);
  const [from, to] = ends.map((end) => end === ".." ? null : one(end));
  if (ends.length < 2) {
    return from ?? "";
  }
  return from && to ? `${from} to ${to}` : from ? `from ${from}` : to ? `until ${to}` : "undated";
}

function one(date) {
  const [year, month, dayOfMonth] = date.split("-").map(Number);
  return [dayOfMonth, MONTHS[month - 1], year].filter(Boolean).join(" ");
}

/** Writes "January 1950" for a month counted from the year 0. */
export function month(index) {
  return `${MONTHS[index % 12]} ${Math.floor(index / 12)}`;
}

/** Returns the month in which a date starts, counted from the year 0, or null where only a year is known. */
export function monthOf(date) {
  const found = /^(\d{4})-(\d{2})/.exec(date ?? "");
  return found ? Number(found[1]) * 12 + Number(found[2]) - 1 : null;
}

/** Returns the first and the last day of a month, as the API wants them. */
export function daysOf(index) {
  const year = Math.floor(index / 12);
  const text = `${year}-${String(index % 12 + 1).padStart(2, "0")}`;
  return [`${text}-01`, `${text}-${new Date(Date.UTC(year, index % 12 + 1, 0)).getUTCDate()}`];
}

export function count(number, one) {
  return `${number} ${number === 1 ? one : `${one}s`}`;
}

/** Says how sure the check of a claim is that its citations support it. */
export function sure({ support }) {
  return support === 1
    ? "This was compared word for word with:"
    : `The check is ${Math.min(99, Math.round(100 * support))} % sure that this says so:`;
}

export function capital(word) {
  return word ? word[0].toUpperCase() + word.slice(1) : "";
}

/** Returns where whole words of `query` stand in `text`, in any case, as the search for documents counts them. */
export function hits(text, query) {
  const wanted = [...new Set((query ?? "").toLowerCase().split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean))];
  if (wanted.length === 0) {
    return [];
  }
  const whole = new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:${wanted.join("|")})(?![\\p{L}\\p{M}\\p{N}])`, "giu");
  return [...text.matchAll(whole)].map((hit) => ({ start: hit.index, end: hit.index + hit[0].length }));
}
