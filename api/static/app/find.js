// Typeahead: what a text may mean, from /v1/suggest.

import { ask } from "./api.js";
import { el, marked } from "./dom.js";
import { addressOf, badge, sectionChip } from "./kinds.js";
import { pairOffers } from "./together.js";

/** @typedef {import("./combobox.js").Option} Option */
/** @typedef {import("./dom.js").Row} Row */

const NAMED = new Set(["department", "township", "county", "prefecture", "province", "function", "law"]);
const KNOWN = 0.7; // score from which on a name holds what was typed as it is; below, one character is wrong
const EXACT = 1;
const OFFERED = 9;
const LONGEST = 100; // characters that /v1/suggest takes

/**
 * Returns what the text may mean, best first; `kinds` leaves out all others.
 * @param {string} text
 * @param {AbortSignal} [signal]
 * @param {string} [kind]
 * @param {number} [limit]
 * @returns {Promise<Row[]>}
 */
export async function suggested(text, signal, kind, limit = OFFERED) {
  // Names of duties are not among those typed ahead: there are millions.
  const path = kind === "duty" ? "/v1/search" : "/v1/suggest";
  return (await asked(path, text, signal, kind, limit)).rows;
}

/**
 * @param {string} path
 * @param {string} text
 * @param {AbortSignal} [signal]
 * @param {string} [kind]
 * @param {number} [limit]
 * @returns {Promise<{rows: Row[], together: Row[]}>}
 */
function asked(path, text, signal, kind, limit = OFFERED) {
  return ask(path, { q: text.slice(0, LONGEST), kind, limit }, signal);
}

/**
 * Returns the options of the search box. The first is taken by Enter where it is a name that no other has; what several are
 * called, or what matches a duty's words alone, is better looked at in the results. A department and a township that are named
 * together are offered as what the one hands to the other.
 * @param {string} text
 * @param {AbortSignal} signal
 * @returns {Promise<(Option & {href: string})[]>}
 */
export async function offers(text, signal) {
  const { rows, together } = await asked("/v1/suggest", text, signal);
  if (together.length) return pairOffers(together.slice(0, OFFERED));
  const several = severalExact(rows);
  return rows.map((row, place) => ({
    key: `${row.kind}:${row.id}`,
    href: addressOf(row.kind, row.kind === "category" ? row.name : row.id),
    best: place === 0 && !several && NAMED.has(row.kind) && row.score >= KNOWN,
    content: offered(row, text),
  }));
}

/** @param {Row[]} rows */
function severalExact(rows) {
  return rows.filter((row) => row.score === EXACT).length > 1;
}

/**
 * Returns the options of a form's field for one kind of thing.
 * @param {string} kind
 * @returns {(text: string, signal: AbortSignal) => Promise<(Option & {row: Row})[]>}
 */
export function offersOf(kind) {
  return async (text, signal) => {
    const rows = await suggested(text, signal, kind);
    const best = !severalExact(rows);
    return rows.map((row, place) => ({ key: row.id, row, best: place === 0 && best, content: offered(row, text) }));
  };
}

/**
 * Returns how one thing that was found is shown: badge, name with what matched, and where it belongs.
 * @param {Row} row
 * @param {string} text
 */
export function offered(row, text) {
  const matched = row.match === "name" ? null : el("span", { className: "muted small" }, row.why?.[0]);
  return [
    badge(row.kind),
    el("span", { className: "offer-name" }, marked(row.name, [text])),
    matched,
    row.section ? sectionChip(row.section) : null,
    row.place ? el("span", { className: "offer-place" }, shortPlace(row.place)) : null,
  ];
}

/**
 * Returns how a thing is called in a field: a township behind its county, since several have its name.
 * @param {Row} row of /v1/suggest
 */
export function fieldName(row) {
  const county = row.kind === "township" ? row.place?.split("/").pop() : "";
  return county ? `${county} ${row.name}` : row.name;
}

/**
 * Returns the last two names of a division's path.
 * @param {string} path such as 云岭省/南屏市/青禾县
 */
export function shortPlace(path) {
  return path.split("/").filter(Boolean).slice(-2).join(" ");
}
