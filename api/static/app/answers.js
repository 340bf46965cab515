// Columns of a table for any question: what the answer's columns are called, and how their values are shown.

import { address, el, link } from "./dom.js";
import { addressOf, LEVELS, linkTo, sectionChip, SECTIONS } from "./kinds.js";
import { t, written } from "./language.js";
import { certainty, edition, names, place } from "./parts.js";
import { fieldWord } from "./questions.js";

/** @typedef {import("./dom.js").Row} Row */
/** @typedef {import("./table.js").Column} Column */

/** @type {Record<string, [string, string]>} Column that holds an id → the column that it is the id of, and the kind. */
const IDS = {
  duty_id: ["name", "duty"],
  reclaimed_id: ["reclaimed", "duty"],
  township_id: ["township", "township"],
  county_id: ["county", "division"],
  division_id: ["division", "division"],
  department_id: ["department", "department"],
  matter_id: ["matter", "matter"],
  law_id: ["law", "law"],
};
/** Columns that stand together as where a row is printed. */
const PRINTED = new Set(["document", "first_line", "last_line", "page"]);
/** Columns that say nothing to a reader. */
const TECHNICAL = new Set(["id", "list_id", "sha256", "last_seen", "first_seen", "key", "position", "wording"]);
const LONG = new Set(["role", "clauses", "responsibilities", "matches", "evidence", "rows", "title"]);

/**
 * Returns the columns of a table: ids become links of what they are the ids of, lines and file become one column.
 * @param {Row[]} fields {name, type} as /v1/queries lists them
 * @returns {Column[]}
 */
export function answerColumns(fields) {
  const has = new Set(fields.map(({ name }) => name));
  const idOf = new Map(
    Object.entries(IDS)
      .filter(([id, [name]]) => has.has(id) && has.has(name))
      .map(([id, [name, kind]]) => [name, { id, kind }]),
  );
  if (has.has("id") && has.has("name")) idOf.set("name", { id: "id", kind: ownKind(has) });
  const heading = ["name", "title", "matter", "department", "township"].find((name) => has.has(name));
  /** @type {Column[]} */
  const columns = fields
    .filter(({ name }) => !PRINTED.has(name) && !TECHNICAL.has(name) && !(name in IDS && has.has(IDS[name][0])))
    .map((field) => column(field, idOf.get(field.name), field.name === heading));
  if (has.has("document"))
    columns.push({
      key: "printed",
      title: t("印在"),
      cell: (row) => [
        has.has("first_line") || has.has("page") ? [place(row), " "] : null,
        el("span", { className: "muted small" }, row.document),
      ],
      value: (row) => `${has.has("first_line") ? place(row) : ""} ${row.document}`.trim(),
    });
  return columns;
}

/**
 * Returns what the rows are, told by their columns.
 * @param {Set<string>} has
 */
function ownKind(has) {
  if (has.has("delegated") || has.has("plates")) return "department";
  return has.has("section") ? "duty" : "law";
}

/** @param {Row} field @param {{id: string, kind: string} | undefined} linked @param {boolean} heading @returns {Column} */
function column({ name, type }, linked, heading) {
  const number = type === "integer" || type === "float";
  const className = heading
    ? "main wide"
    : number && name !== "score"
      ? "number"
      : LONG.has(name)
        ? "wide"
        : ["section", "county", "township", "edition", "level", "category"].includes(name)
          ? "keep"
          : undefined;
  const cell = (/** @type {Row} */ row) => {
    const value = row[name];
    if (value != null && linked && row[linked.id]) return link(addressOf(linked.kind, row[linked.id]), String(value));
    return shown(name, type, value);
  };
  return { key: name, title: fieldWord(name), className, cell, value: (row) => plain(name, type, row[name]) };
}

/** @param {string} name @param {string} type @param {any} value @returns {import("./dom.js").Child} */
function shown(name, type, value) {
  if (value == null || value === "") return "";
  if (name === "section") return sectionChip(value);
  if (name === "score")
    return [certainty(value), el("span", { className: "muted small" }, ` ${Math.round(value * 100)}%`)];
  if (type === "list<map>")
    return el(
      "ul",
      null,
      value.slice(0, 6).map((/** @type {Row} */ one) => el("li", null, mapShown(one))),
      value.length > 6 ? el("li", { className: "muted" }, t("…共 {n} 个", { n: value.length })) : null,
    );
  return type === "integer" ? written(value) : plain(name, type, value);
}

/** @param {Row} one */
function mapShown(one) {
  if (one.duty_id)
    return [
      link(address(["duty", one.duty_id]), one.name ?? one.township),
      " ",
      one.section ? sectionChip(one.section) : null,
      " ",
      [one.county, one.township].filter(Boolean).join(" "),
    ];
  if (one.id && one.name) return linkTo("department", one.id, one.name);
  return (
    one.name ??
    one.slug ??
    Object.values(one)
      .filter((value) => value != null && typeof value !== "object")
      .join(" ")
  );
}

/**
 * Returns a value as a file holds it.
 * @param {string} name
 * @param {string} type
 * @param {any} value
 * @returns {string | number | null}
 */
function plain(name, type, value) {
  if (value == null) return null;
  if (name === "section") return t(SECTIONS[value] ?? value);
  if (name === "level") return t(LEVELS[value] ?? value);
  if (name === "edition") return edition(value);
  if (typeof value === "boolean") return value ? t("是") : t("否");
  if (Array.isArray(value))
    return value.every((one) => typeof one === "string")
      ? LONG.has(name)
        ? value.join("\n")
        : names(value)
      : value.map((one) => one.name ?? JSON.stringify(one)).join("、");
  return typeof value === "object"
    ? Object.entries(value)
        .map(([key, one]) => `${fieldWord(key)} ${one}`)
        .join("，")
    : value;
}
