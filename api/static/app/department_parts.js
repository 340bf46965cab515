// Departments in a table and as bars.

import { el } from "./dom.js";
import { LEVELS, linkTo } from "./kinds.js";
import { t } from "./language.js";
import { names, pathText, rankedBars } from "./parts.js";

/** @typedef {import("./dom.js").Row} Row */

/**
 * Returns the columns of a table of departments.
 * @returns {import("./table.js").Column[]}
 */
export function departmentColumns() {
  return [
    {
      key: "name",
      title: t("部门"),
      className: "main",
      cell: (row) => [
        linkTo("department", row.id, row.name),
        row.aliases?.length ? el("span", { className: "muted" }, `（${names(row.aliases)}）`) : null,
      ],
      value: (row) => row.name,
    },
    { key: "division", title: t("所属"), cell: (row) => pathText(row.division), value: (row) => row.division },
    { key: "level", title: t("级别"), className: "keep", cell: (row) => level(row), value: (row) => level(row) },
    {
      key: "delegated",
      title: t("交办"),
      className: "number",
      cell: (row) => row.delegated,
      value: (row) => row.delegated,
    },
    {
      key: "taken_back",
      title: t("收回"),
      className: "number",
      cell: (row) => row.taken_back,
      value: (row) => row.taken_back,
    },
    {
      key: "townships",
      title: t("乡镇"),
      className: "number",
      cell: (row) => row.townships,
      value: (row) => row.townships,
    },
  ];
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
