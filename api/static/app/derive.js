// @ts-nocheck
// TEMPORARY: shapes of routes that are on their way, derived from those that are there.

import { ask, catalog, Failure } from "./api.js";

/** @typedef {import("./dom.js").Row} Row */

/** @param {string} path */
export async function derived(path, parameters = /** @type {Row} */ ({}), signal = undefined) {
  const [, , collection, id, what] = path.split("/").map(decodeURIComponent);
  if (collection === "departments" && id && !what) return departmentWhole(id);
  if (collection === "departments" && what) return delegations(id, what, parameters);
  if (collection === "townships" && !what) return townshipWhole(id);
  if (collection === "suggest" || collection === "search") return found(parameters);
  return undefined;
}

async function rowsOf(path, parameters) {
  return (await ask(path, { ...parameters, limit: 5000 })).rows;
}
async function allDelegations(id) {
  return rowsOf(`/v1/departments/${id}/delegations`, {});
}
async function townshipIds() {
  return new Map((await catalog()).rows.map((row) => [`${row.county}/${row.township}`, row.township_id]));
}
function tally(rows, key) {
  const m = new Map();
  for (const row of rows) m.set(key(row), (m.get(key(row)) ?? 0) + 1);
  return [...m];
}

async function departmentWhole(id) {
  const [all, rows, ids, bodies] = await Promise.all([
    rowsOf("/v1/departments", {}),
    allDelegations(id),
    townshipIds(),
    rowsOf("/v1/queries/bodies", {}),
  ]);
  const row = all.find((one) => one.id === id);
  if (!row) throw new Failure(404, "没有找到");
  const body = bodies.find((one) => one.id === id);
  const partners = tally(
    rows.flatMap((one) => one.departments.filter((name) => name !== one.department)),
    (name) => name,
  );
  return {
    ...row,
    division: row.division.split("/").map((name) => ({ name })),
    names: [{ name: body.name, method: "printed", score: 1, mentions: body.mentions }, ...body.variants],
    functions: body.functions.map((f) => ({ ...f, name: f.slug, name_en: f.slug })),
    counts: { delegated: row.delegated, taken_back: row.taken_back, lead: rows.filter((one) => one.lead).length },
    categories: tally(rows, (one) => one.category).map(([name, delegated]) => ({ name, delegated, taken_back: 0 })),
    townships: tally(rows, (one) => `${one.county}/${one.township}`).map(([key, delegated]) => ({
      id: ids.get(key),
      name: key.split("/")[1],
      county: key.split("/")[0],
      delegated,
      taken_back: 0,
    })),
    partners: partners.map(([name, shared]) => ({
      id: all.find((one) => one.name === name && one.division === row.division)?.id,
      name,
      shared,
      townships: 1,
    })),
  };
}
async function delegations(id, what, { division, category, limit }) {
  if (what === "reclaimed") return { rows: [], count: 0, limit, truncated: false };
  const ids = await townshipIds();
  const rows = (await allDelegations(id))
    .map((row) => ({ ...row, township_id: ids.get(`${row.county}/${row.township}`) }))
    .filter((row) => (!division || row.township_id === division) && (!category || row.category === category));
  return {
    rows: rows.slice(0, limit),
    count: Math.min(limit, rows.length),
    total: rows.length,
    limit,
    truncated: rows.length > limit,
  };
}
async function townshipWhole(id) {
  const list = (await catalog()).rows.filter((row) => row.township_id === id);
  if (!list.length) throw new Failure(404, "没有找到");
  const rows = await rowsOf(`/v1/townships/${id}/duties`, {});
  const all = await rowsOf("/v1/departments", {});
  const [first] = list;
  return {
    id,
    name: first.township,
    county: first.county,
    path: [first.province, first.prefecture, first.county, first.township].filter(Boolean).map((name) => ({ name })),
    sections: ["basic", "cooperative", "reclaimed"].map((section) => {
      const own = rows.filter((row) => row.section === section);
      return {
        section,
        found: own.length,
        declared: section === "basic" ? own.length + 1 : null,
        categories: tally(own, (row) => row.category).map(([name, found]) => ({ name, found, declared: found })),
      };
    }),
    departments: tally(
      rows.flatMap((row) => row.departments),
      (name) => name,
    )
      .map(([name, delegated]) => ({
        id: all.find((one) => one.name === name && (one.division.endsWith(first.county) || true))?.id,
        name,
        delegated,
        taken_back: 0,
      }))
      .sort((a, b) => b.delegated - a.delegated),
    editions: list,
    neighbours: [],
  };
}
async function found({ q, kind, limit }) {
  const [departments, duties, loaded] = await Promise.all([
    ask("/v1/departments", { text: q, limit }),
    ask("/v1/queries/text_search", { words: q, limit }),
    catalog(),
  ]);
  const rows = [
    ...departments.rows.map((row) => ({
      kind: "department",
      id: row.id,
      name: row.name,
      place: row.division,
      match: row.aliases.find((name) => name.includes(q)) ?? row.name,
      why: [],
    })),
    ...loaded.rows
      .filter((row) => row.current && row.township.includes(q))
      .map((row) => ({
        kind: "township",
        id: row.township_id,
        name: row.township,
        place: [row.prefecture, row.county].join("/"),
        why: [],
      })),
    ...duties.rows.map((row) => ({
      kind: "duty",
      id: row.duty_id,
      name: row.name,
      section: row.section,
      place: [row.county, row.township].join("/"),
      why: row.matches,
    })),
  ].filter((row) => !kind || row.kind === kind);
  return { rows: rows.slice(0, limit), count: Math.min(rows.length, limit), limit, truncated: rows.length > limit };
}
