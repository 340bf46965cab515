// The same as the picture, as tables: what is tied to what, and the nodes.

import { el } from "./dom.js";
import { addressOf, kindWord, sectionChip, SECTIONS } from "./kinds.js";
import { t, written } from "./language.js";
import { columnOf } from "./graph_model.js";
import { relationWord } from "./relations.js";
import { listing } from "./table.js";

/** @typedef {import("./dom.js").Row} Row */

const LINKED = new Set(["department", "township", "county", "prefecture", "province", "duty", "matter", "law", "function"]);

/**
 * Returns the tables.
 * @param {Row[]} nodes
 * @param {Row[]} edges
 * @param {string} name of the picture's centre, for files
 * @param {URLSearchParams} parameters
 * @param {(id: string) => void} select chooses a node in the picture
 */
export function graphTables(nodes, edges, name, parameters, select) {
  const at = new Map(nodes.map((node) => [node.id, node]));
  // From left to right as in the picture, whichever way the relation points.
  const rows = edges.map((edge) => {
    const [start, end] = [/** @type {Row} */ (at.get(edge.from)), /** @type {Row} */ (at.get(edge.to))];
    return columnOf(start) <= columnOf(end) ? { ...edge, left: start, right: end } : { ...edge, left: end, right: start };
  });
  const side = (/** @type {"left" | "right"} */ key, /** @type {string} */ title, className = "") => ({
    key,
    title,
    className,
    cell: (/** @type {Row} */ row) => nameOf(row[key]),
    value: (/** @type {Row} */ row) => row[key].name,
  });
  return [
    el("h2", null, t("联系")),
    listing({
      answer: paged(rows),
      columns: [
        side("left", t("一端"), "main"),
        { key: "relation", title: t("联系"), className: "keep", cell: (row) => relationWord(row.relation), value: (row) => relationWord(row.relation) },
        side("right", t("另一端")),
        { key: "rows", title: t("条数"), className: "number", cell: (row) => written(row.rows ?? 1), value: (row) => row.rows ?? 1 },
      ],
      file: `${name}-${t("联系")}`,
      parameters: new URLSearchParams(),
    }),
    el("h2", null, t("节点")),
    listing({
      answer: paged(nodes),
      columns: [
        { key: "name", title: t("名称"), className: "main", cell: nameOf, value: (row) => row.name },
        { key: "kind", title: t("种类"), className: "keep", cell: (row) => (row.kind === "others" ? "" : kindWord(row.kind)), value: (row) => kindWord(row.kind) },
        { key: "section", title: t("部分"), className: "keep", cell: (row) => (row.section ? sectionChip(row.section) : ""), value: (row) => (row.section ? t(SECTIONS[row.section]) : "") },
        { key: "place", title: t("所在"), cell: (row) => (row.place ?? "").split("/").slice(-2).join(" "), value: (row) => row.place ?? "" },
        { key: "rows", title: t("条数"), className: "number", cell: (row) => (row.rows ? written(row.rows) : ""), value: (row) => row.rows ?? null },
        {
          key: "open",
          title: t("展开"),
          className: "keep",
          cell: (row) =>
            row.kind === "others"
              ? ""
              : el("button", { type: "button", className: "quiet", "aria-label": t("看联系：{name}", { name: row.name }), onclick: () => select(row.id) }, t("看联系")),
        },
      ],
      file: `${name}-${t("节点")}`,
      parameters: new URLSearchParams(),
    }),
  ];
}

/** @param {Row[]} rows */
function paged(rows) {
  return { rows, count: rows.length, limit: null, truncated: false, path: "", query: {} };
}

/** @param {Row} node */
function nameOf(node) {
  if (!LINKED.has(node.kind)) return node.name;
  return el("a", { href: addressOf(node.kind, node.id) }, node.name);
}
