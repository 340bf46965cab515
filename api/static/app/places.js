// Townships and counties as people write them: what is typed is one place, or the page asks which.

import { ask, catalog, pathOf } from "./api.js";
import { address } from "./dom.js";
import { fieldName, offered, suggested } from "./find.js";

/** @typedef {import("./combobox.js").Option} Option */
/** @typedef {import("./dom.js").Row} Row */
/** @typedef {{id: string, level: string, name: string}} Place `name` is shown: a township's stands behind its county's. */

const MOST = 30;
const EXACT = 1; // scores of /v1/suggest: the whole name, and its beginning
const BEGINS = 0.9;

/**
 * Returns a division, null where there is none of this id.
 * @param {string} id
 * @param {AbortSignal} signal
 * @returns {Promise<Place | null>}
 */
export async function placeOf(id, signal) {
  const row = await ask(pathOf("divisions", id), {}, signal).catch((error) => {
    if (error.status === 404) return null;
    throw error;
  });
  if (!row) return null;
  return placeOfRow({ kind: row.level, id, name: row.name, place: row.above[row.above.length - 1]?.name });
}

/**
 * Returns the places that a text means (those of this name, else those that begin so) and others that are similar.
 * @param {string} text
 * @param {AbortSignal} signal
 * @returns {Promise<{meant: Place[], similar: Place[]}>}
 */
export async function placesNamed(text, signal) {
  const rows = await suggested(text, signal, "county,township", MOST);
  const meant = meantBy(rows);
  const similar = rows.filter((row) => !meant.includes(row));
  return { meant: meant.map(placeOfRow), similar: similar.slice(0, 5).map(placeOfRow) };
}

/** @param {Row[]} rows of /v1/suggest */
function meantBy(rows) {
  const exact = rows.filter((row) => row.score === EXACT);
  return exact.length ? exact : rows.filter((row) => row.score === BEGINS);
}

/** @param {Row} row of /v1/suggest, or made like one @returns {Place} */
function placeOfRow(row) {
  return { id: row.id, level: row.kind, name: fieldName(row) };
}

/**
 * Returns the places to choose from while a text is typed; Enter takes the only one that is meant.
 * @param {string} text
 * @param {AbortSignal} signal
 * @returns {Promise<(Option & {place: Place})[]>}
 */
export async function placeOffers(text, signal) {
  const rows = await suggested(text, signal, "county,township");
  const meant = meantBy(rows);
  return rows.map((row, index) => ({
    key: row.id,
    place: placeOfRow(row),
    best: index === 0 && meant.length === 1,
    content: offered(row, text),
  }));
}

/**
 * Returns the places to choose from before anything is typed: counties and townships whose lists are loaded, some of many.
 * @returns {Promise<(Option & {place: Place})[]>}
 */
export async function usualPlaces() {
  /** @type {Map<string, Row>} */
  const rows = new Map();
  const lists = (await catalog()).rows.filter((row) => row.current);
  for (const list of lists)
    if (list.county_id)
      rows.set(list.county_id, { kind: "county", id: list.county_id, name: list.county, match: "name" });
  for (const list of lists)
    rows.set(list.township_id, {
      kind: "township",
      id: list.township_id,
      name: list.township,
      place: list.county,
      match: "name",
    });
  return [...rows.values()].map((row) => ({ key: row.id, place: placeOfRow(row), content: offered(row, "") }));
}

/**
 * Returns the county of all lists, null where there are several.
 * @returns {Promise<Place | null>}
 */
export async function onlyCounty() {
  const { rows, truncated } = await catalog();
  const ids = new Set(rows.map((row) => row.county_id));
  const [first] = rows;
  return first?.county_id && ids.size === 1 && !truncated
    ? { id: first.county_id, level: "county", name: first.county }
    : null;
}

/**
 * Returns the address that asks about a text in a place.
 * @param {string} text
 * @param {Place | null} place
 */
export function taskAddress(text, place) {
  return address(["match"], { text, ...(place ? { [place.level]: place.id } : {}) });
}
