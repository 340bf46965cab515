// Columns of a table for any question: what the answer's columns are called, and how their values are shown.

import { el, link } from "./dom.js";
import { addressOf, LEVELS, LINKS, linkTo, sectionChip, SECTIONS, WORDED } from "./kinds.js";
import { t, written } from "./language.js";
import { certaintyCell, dutyLink, edition, names, place } from "./parts.js";
import { FINDINGS, fieldWord, LAW_LEVELS as LAWS } from "./questions.js";

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
  other_id: ["other", "department"],
  matter_id: ["matter", "matter"],
  law_id: ["law", "law"],
};
/** @type {Record<string, {id: string, column: string, kind: string}>} Questions whose rows are things: id, the column with its name, kind. */
const OWN = {
  bodies: { id: "id", column: "name", kind: "department" },
  department_search: { id: "id", column: "name", kind: "department" },
  divisions: { id: "id", column: "name", kind: "division" },
  functions: { id: "slug", column: "name", kind: "function" },
  laws: { id: "id", column: "title", kind: "law" },
  matters: { id: "id", column: "title", kind: "matter" },
};
/** @type {Record<string, string>} Ids in the maps of a list → the field that has the name, kind. */
const NAMED = {
  duty_id: "duty",
  township_id: "township",
  department_id: "department",
  law_id: "law",
  matter_id: "matter",
};
/** Columns that stand together as where a row is printed. */
const PRINTED = new Set(["document", "first_line", "last_line", "page"]);
/** Columns that say nothing to a reader. */
const TECHNICAL = new Set([
  "id",
  "list_id",
  "sha256",
  "last_seen",
  "first_seen",
  "key",
  "position",
  "wording",
  "named",
]);
/** Columns that hold one body's name, which reads badly in a line for each character. */
const BODIES = new Set(["department", "other", "leader"]);
const LONG = new Set(["role", "clauses", "responsibilities", "matches", "evidence", "rows", "title"]);

/** Marks of a row: they stand at its name, and in columns of their own in files. */
const MARKS = new Set(["starred", "status"]);

/**
 * Returns the columns of a table and those of its files: ids become links of what they are the ids of, lines and file become one
 * column.
 * @param {Row} question as /v1/queries lists it
 * @returns {{columns: Column[], saved: Column[]}}
 */
export function answerColumns(question) {
  const fields = /** @type {Row[]} */ (question.columns);
  const has = new Set(fields.map(({ name }) => name));
  const idOf = new Map(
    Object.entries(IDS)
      .filter(([id, [name]]) => has.has(id) && has.has(name))
      .map(([id, [name, kind]]) => [name, { id, kind }]),
  );
  const own = OWN[question.name];
  if (own) idOf.set(own.column, own);
  const heading = ["name", "title", "matter", "department", "township"].find((name) => has.has(name));
  /** @type {Column[]} */
  const columns = fields
    .filter(({ name }) => !PRINTED.has(name) && !TECHNICAL.has(name) && !(name in IDS && has.has(IDS[name][0])))
    .filter(({ name }) => !(name === "matter" && has.has("link") && !has.has("matter_id")))
    .map((field) => {
      if (field.name === "link") return linkColumn(field);
      if (field.name === "score") return scoreColumn(field);
      if (field.name === "matter_id") return matterColumn(field);
      // The department that was asked about, and all that the row names, would have one heading.
      if (field.name === "departments" && has.has("department")) return { ...column(field, undefined, false), title: t("全部部门") };
      return column(field, idOf.get(field.name), field.name === heading);
    });
  if (has.has("document"))
    columns.push({
      key: "printed",
      title: t("印在"),
      cell: (row) => [
        has.has("first_line") || has.has("page") ? [el("span", { className: "keep" }, place(row)), " "] : null,
        el("span", { className: "printed-at", title: row.document }, row.document),
      ],
      value: (row) => `${has.has("first_line") ? place(row) : ""} ${row.document}`.trim(),
    });
  const named = heading === "name" && has.has("duty_id");
  return { columns: named ? columns.filter(({ key }) => !MARKS.has(key)) : columns, saved: columns };
}

/** @param {Row} field @param {{id: string, kind: string} | undefined} linked @param {boolean} heading @returns {Column} */
function column(field, linked, heading) {
  const { name, type } = field;
  const number = type === "integer" || type === "float";
  const className = heading
    ? "main wide"
    : number
      ? "number"
      : LONG.has(name)
        ? "wide"
        : ["section", "county", "township", "edition", "level", "category"].includes(name)
          ? "keep"
          : BODIES.has(name)
            ? "body"
            : undefined;
  const cell = (/** @type {Row} */ row) => {
    const value = row[name];
    if (value != null && linked?.id === "duty_id" && name === "name") return dutyLink(row);
    if (value != null && linked && row[linked.id]) {
      const unnamed = row.named === false ? [" ", el("span", { className: "tag" }, t("未具名"))] : null;
      return [link(addressOf(linked.kind, row[linked.id], linked.kind === "matter" ? { as: value } : {}), String(value)), unnamed];
    }
    return shown(field, value);
  };
  return { key: name, title: fieldWord(field), className, cell, value: (row) => plain(field, row[name]) };
}

/**
 * Returns the way to the same work elsewhere; files have its id.
 * @param {Row} field
 * @returns {Column}
 */
function matterColumn(field) {
  return {
    key: field.name,
    title: t("同类事项"),
    className: "keep",
    cell: (row) => (row.matter_id ? linkTo("matter", row.matter_id, t("看同类事项")) : ""),
    value: (row) => row.matter_id,
  };
}

/**
 * Returns how a row is joined with a piece of work, and which that is.
 * @param {Row} field
 * @returns {Column}
 */
function linkColumn(field) {
  const matter = (/** @type {Row} */ row) => (row.link !== "alike" && row.matter) || "";
  return {
    key: "link",
    title: fieldWord(field),
    cell: (row) => [
      t(LINKS[row.link]),
      matter(row) ? [" ", el("span", { className: "muted small" }, matter(row))] : null,
    ],
    value: (row) => [t(LINKS[row.link]), matter(row)].filter(Boolean).join(" "),
  };
}

/**
 * Returns how sure a row is. Of one that only looks alike the score counts what the names share, which says nothing of sureness.
 * @param {Row} field
 * @returns {Column}
 */
function scoreColumn(field) {
  return {
    key: "score",
    title: fieldWord(field),
    className: "keep",
    cell: (row) =>
      row.link === "alike"
        ? el("span", { className: "muted small" }, t("名称相近程度 {n}%", { n: Math.round(row.score * 100) }))
        : certaintyCell(row.score),
    value: (row) => (row.score == null ? null : Math.round(row.score * 100) / 100),
  };
}

/** @param {Row} field @param {any} value @returns {import("./dom.js").Child} */
function shown(field, value) {
  const { name, type } = field;
  if (value == null || value === "") return "";
  if (name === "section") return sectionChip(value);
  if (name === "sections") return value.length ? value.map(sectionChip) : absent();
  if (name === "share") return `${Math.round(value * 100)}%`;
  if (type === "list<map>")
    return el(
      "ul",
      null,
      value.slice(0, 6).map((/** @type {Row} */ one) => el("li", null, mapShown(field, one))),
      value.length > 6 ? el("li", { className: "muted" }, t("…共 {n} 个", { n: value.length })) : null,
    );
  return type === "integer" ? written(value) : plain(field, value);
}

/** What stands for the sections of a township that does not have the work. */
function absent() {
  return el("span", { className: "muted small keep" }, t("清单上没有"));
}

/** @param {Row} field @param {string} key of its maps */
function keyWord(field, key) {
  const known = field.keys.find((/** @type {Row} */ { name }) => name === key);
  return known ? fieldWord(known) : key;
}

/** @param {Row} field @param {Row} one of its maps */
function mapShown(field, one) {
  const id = Object.keys(NAMED).find((key) => one[key]);
  const kind = id ? NAMED[id] : one.id ? "department" : "";
  const name = one.name ?? one[kind] ?? one.title ?? one.category ?? one.slug;
  const numbers = Object.entries(one).filter(([, value]) => typeof value === "number");
  const sections = Array.isArray(one.rows)
    ? one.rows.map((/** @type {Row} */ row) => row.section)
    : (one.sections ?? (one.section ? [one.section] : []));
  return [
    name ? el("span", { className: kind === "township" ? "keep" : null }, linkTo(kind, one[id ?? "id"], name)) : null,
    numbers.length === 1
      ? ` ${written(numbers[0][1])}`
      : numbers.map(([key, value]) => (key === "score" ? null : ` ${keyWord(field, key)} ${written(value)}`)),
    " ",
    one.sections && !one.sections.length ? absent() : sections.map(sectionChip),
    kind === "duty" ? el("span", { className: "keep" }, ` ${[one.county, one.township].filter(Boolean).join(" ")}`) : null,
  ];
}

/**
 * Returns a value as a file holds it.
 * @param {Row} field
 * @param {any} value
 * @returns {string | number | null}
 */
function plain(field, value) {
  const { name } = field;
  if (value == null) return null;
  if (name === "section") return t(SECTIONS[value] ?? value);
  if (name === "sections") return names(value.map((/** @type {string} */ one) => t(SECTIONS[one]))) || t("清单上没有");
  if (name === "level") return t(LEVELS[value] ?? LAWS[value] ?? value);
  if (name === "kind") return t(FINDINGS[value] ?? value);
  if (name === "method") return t(WORDED[value] ?? value);
  if (name === "status") return value === "abolished" ? t("不再开展") : "";
  if (name === "edition" || name === "reclaimed_edition") return edition(value);
  if (typeof value === "boolean") return value ? t("是") : t("否");
  if (Array.isArray(value))
    return value.every((one) => typeof one === "string")
      ? LONG.has(name)
        ? value.join("\n")
        : names(value)
      : value.map((one) => one.name ?? JSON.stringify(one)).join("、");
  return typeof value === "object"
    ? Object.entries(value)
        .map(([key, one]) => `${keyWord(field, key)} ${one}`)
        .join("，")
    : value;
}
