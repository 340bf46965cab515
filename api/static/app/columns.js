// Columns of rows of lists, as several views show them.

import { linkTo, sectionChip, SECTIONS } from "./kinds.js";
import { t } from "./language.js";
import { clauses, dutyLink, place, source } from "./parts.js";

/** @typedef {import("./table.js").Column} Column */

/** @returns {Column} */
export function countyColumn() {
  return {
    key: "county",
    title: t("县区"),
    className: "keep",
    cell: (row) => row.county ?? "",
    value: (row) => row.county,
  };
}

/** @returns {Column} */
export function townshipColumn() {
  return {
    key: "township",
    title: t("乡镇"),
    className: "keep",
    cell: (row) => linkTo("township", row.township_id, row.township),
    value: (row) => row.township,
  };
}

/** @returns {Column} */
export function sectionColumn() {
  return {
    key: "section",
    title: t("部分"),
    className: "keep",
    cell: (row) => sectionChip(row.section),
    value: (row) => t(SECTIONS[row.section]),
  };
}

/** @returns {Column} */
export function categoryColumn() {
  return {
    key: "category",
    title: t("类别"),
    className: "keep",
    cell: (row) => row.category ?? "",
    value: (row) => row.category,
  };
}

/** @returns {Column} the number as printed */
export function numberColumn() {
  return { key: "number", title: t("序号"), className: "number", cell: (row) => row.number, value: (row) => row.number };
}

/** @returns {Column} the duty's name, which leads to its page */
export function dutyColumn() {
  return {
    key: "name",
    title: t("事项"),
    className: "main wide",
    cell: (row) => dutyLink(row),
    value: (row) => row.name,
  };
}

/**
 * @param {string} key of the clauses, which are texts
 * @param {string} title
 * @returns {Column}
 */
export function clausesColumn(key, title) {
  return {
    key,
    title,
    className: "widest",
    cell: (row) => clauses(row[key].map((/** @type {string} */ text) => ({ text }))),
    value: (row) => row[key].join("\n"),
  };
}

/** @returns {Column} lines or page, and the document */
export function printedColumn() {
  return { key: "source", title: t("印在"), cell: source, value: (row) => `${place(row)} ${row.document}` };
}
