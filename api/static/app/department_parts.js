// Departments in a table and as bars, and what stands between one's categories and townships.

import { ask } from "./api.js";
import { el } from "./dom.js";
import { LEVELS, linkTo } from "./kinds.js";
import { t } from "./language.js";
import { rankedBars } from "./parts.js";

/** @typedef {import("./dom.js").Row} Row */

const MOST_GROUPS = 140; // categories that /v1/graph/columns tells of

/**
 * Returns the columns of the departments that hand work to townships, as `delegators` tells them.
 * @returns {import("./table.js").Column[]}
 */
export function delegatorColumns() {
  const number = (/** @type {string} */ key, /** @type {string} */ title) => ({
    key,
    title,
    className: "number",
    cell: (/** @type {Row} */ row) => row[key],
    value: (/** @type {Row} */ row) => row[key],
  });
  return [
    {
      key: "department",
      title: t("部门"),
      className: "main keep",
      cell: (row) => [
        linkTo("department", row.department_id, row.department),
        row.named ? null : [" ", el("span", { className: "tag" }, t("未具名"))],
      ],
      value: (row) => row.department,
    },
    number("delegated", t("交办")),
    number("led", t("牵头")),
    number("townships", t("乡镇")),
    {
      key: "categories",
      title: t("类别"),
      className: "wide",
      cell: (row) => categories(row),
      value: categories,
    },
  ];
}

/** @param {Row} row */
function categories(row) {
  return row.categories.map((/** @type {Row} */ one) => `${one.category} ${one.rows}`).join("、");
}

/** @param {Row} row */
export function level(row) {
  return row.named === false ? t("未具名") : LEVELS[row.level] ? t(LEVELS[row.level]) : "";
}

/**
 * Returns departments as bars: what they delegate and what they took back.
 * @param {Row[]} rows {id, name, division, delegated, taken_back}
 */
export function departmentBars(rows) {
  return rankedBars(
    rows.map((row) => ({
      name: [
        linkTo("department", row.id, row.name),
        row.division ? el("span", { className: "muted small" }, ` ${row.division.split("/").slice(-1)[0]}`) : null,
      ],
      parts: [
        { className: "section-cooperative", value: row.delegated, says: t("交办") },
        { className: "section-reclaimed", value: row.taken_back, says: t("收回") },
      ],
    })),
    t("部门排行"),
  );
}

/**
 * Returns how many rows of a department's section stand between a category and a township; null where the answer does not tell,
 * because the department works with too many.
 * @param {string} id of the department
 * @param {string} section
 * @param {AbortSignal} signal
 * @returns {Promise<(category: string, township: string) => number | null>}
 */
export async function rowsBetween(id, section, signal) {
  const { nodes, edges } = await ask("/v1/graph/columns", { id, section, group: "category", limit: MOST_GROUPS }, signal);
  const names = new Map(nodes.map((/** @type {Row} */ node) => [node.id, node.name]));
  const told = new Map(edges.map((/** @type {Row} */ edge) => [`${names.get(edge.to)} ${edge.from}`, edge.rows]));
  return (category, township) => (names.has(township) ? (told.get(`${category} ${township}`) ?? 0) : null);
}
