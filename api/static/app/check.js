// The check of a document that was sent: disagreements on top, then counts, then the rows to look at.

import { el } from "./dom.js";
import { sectionChip } from "./kinds.js";
import { t, written } from "./language.js";
import { empty, figureRow, heading, note } from "./parts.js";
import { table } from "./table.js";

/** @typedef {import("./dom.js").Row} Row */

/** @type {Record<string, string>} */
const NUMBERS = {
  repeated: "编号重复",
  missing: "编号缺失",
  unnumbered: "没有编号",
  disordered: "编号错位",
  restarted: "编号重新开始",
};
/** @type {[string, string][]} Rows that lack something, and what. */
const LACKING = [
  ["without_name", "没有事项名称"],
  ["without_category", "没有类别"],
  ["without_department", "没有对应部门"],
  ["without_responsibilities", "没有部门职责"],
  ["without_role", "没有乡镇职责"],
  ["without_receiver", "没有承接部门"],
];

/**
 * Returns the report of `graphkb check` for people.
 * @param {Row} report CheckReport
 * @param {string} page address of the whole report, each row's printed text beside its reading
 * @returns {{verdict: HTMLElement[], details: HTMLElement[]}}
 */
export function checkReport(report, page) {
  const { disagreements, shares } = report;
  const verdict = disagreements
    ? note(faults(disagreements - report.leftovers.length, report.leftovers.length))
    : el("p", { className: "note good" }, t("没有发现不一致：自述项数与实有项数相符，全部文字都已读入。"));
  return {
    verdict: [
      heading(t("核对结果")),
      verdict,
      figureRow([
        { value: `${shares.in_rows}%`, word: t("文字归入事项") },
        { value: `${shares.furniture}%`, word: t("页眉页脚等") },
        {
          value: `${shares.leftover}%`,
          word: t("没有归位"),
          className: shares.leftover ? "section-cooperative" : undefined,
        },
      ]),
      el(
        "p",
        { className: "actions" },
        el(
          "a",
          { className: "button", href: page, target: "_blank", rel: "noopener" },
          t("打开核对报告：原文与读取结果逐条对照"),
        ),
      ),
      ...report.notes.map((/** @type {string} */ text) => note(text)),
    ],
    details: [...leftovers(report.leftovers), ...report.lists.flatMap(listReport)],
  };
}

/**
 * Returns what is wrong: where the document contradicts itself, and texts that found no place.
 * @param {number} contradictions
 * @param {number} left
 */
function faults(contradictions, left) {
  if (!left) return t("文件与自身有 {n} 处不一致，请先核对；全部文字都已读入。", { n: contradictions });
  if (!contradictions) return t("有 {m} 段文字没有归位，请先核对。", { m: left });
  return t("文件与自身有 {n} 处不一致，有 {m} 段文字没有归位，请先核对。", { n: contradictions, m: left });
}

/** @param {Row[]} rows @returns {HTMLElement[]} */
function leftovers(rows) {
  if (!rows.length) return [];
  return [
    heading(t("没有归位的文字"), rows.length),
    table(
      [
        {
          key: "text",
          title: t("文字"),
          className: "main wide",
          cell: (row) => el("span", { className: "printed" }, row.text),
        },
        { key: "reason", title: t("原因"), cell: (row) => row.reason },
      ],
      rows,
    ),
  ];
}

/** @param {Row} list ListReport @returns {HTMLElement[]} */
function listReport(list) {
  const { place } = list;
  const name =
    [place.province, place.prefecture, place.county, place.township].filter(Boolean).join(" ") ||
    t("没有印出地名的清单");
  const counts = list.counts.filter((/** @type {Row} */ one) => one.declared != null && !one.agrees);
  const looked = rowsToLookAt(list);
  return [
    heading(
      name,
      Object.values(list.rows).reduce((sum, one) => sum + one, 0),
    ),
    el(
      "p",
      { className: "facts" },
      Object.entries(list.rows).map(([section, count]) => el("span", null, sectionChip(section), " ", written(count))),
    ),
    ...(counts.length || list.numbers.length ? [disagreementTable(counts, list.numbers)] : []),
    ...(looked.length
      ? [
          el(
            "details",
            { open: looked.length <= 12 },
            el("summary", null, t("{n} 条事项值得看一眼", { n: looked.length })),
            table(
              [
                { key: "section", title: t("部分"), className: "keep", cell: ({ row }) => sectionChip(row.section) },
                { key: "number", title: t("序号"), className: "number", cell: ({ row }) => row.number || row.position },
                { key: "name", title: t("事项"), className: "main wide", cell: ({ row }) => row.name },
                { key: "why", title: t("原因"), className: "wide", cell: ({ reasons }) => reasons.join("；") },
                { key: "where", title: t("位置"), className: "keep", cell: ({ row }) => where(row) },
              ],
              looked,
            ),
          ),
        ]
      : [empty(t("没有需要特别留意的事项。"))]),
  ];
}

/** @param {Row[]} counts @param {Row[]} numbers */
function disagreementTable(counts, numbers) {
  const rows = [
    ...counts.map((one) => ({
      ...one,
      what: one.category ?? t("合计"),
      says: t("自述 {n} 项，实有 {m} 项", { n: one.declared, m: one.found }),
    })),
    ...numbers.map((one) => ({
      ...one,
      what: one.category ?? "",
      says: `${t(NUMBERS[one.kind] ?? one.kind)} ${one.number}`,
    })),
  ];
  return table(
    [
      { key: "section", title: t("部分"), className: "keep", cell: (row) => sectionChip(row.section) },
      { key: "what", title: t("类别"), className: "keep", cell: (row) => row.what },
      {
        key: "says",
        title: t("不一致之处"),
        className: "main",
        cell: (row) => el("span", { className: "bad" }, row.says),
      },
      { key: "where", title: t("位置"), className: "keep", cell: where },
    ],
    rows,
  );
}

/** @param {Row} found */
function where(found) {
  if (found.cells) return found.cells;
  return [found.page && t("第 {n} 页", { n: found.page }), found.line && t("第 {n} 行", { n: found.line })]
    .filter(Boolean)
    .join(" ");
}

/**
 * Returns the rows that a person should look at, each with all its reasons.
 * @param {Row} list ListReport
 * @returns {{row: Row, reasons: string[]}[]}
 */
function rowsToLookAt(list) {
  /** @type {Map<string, {row: Row, reasons: string[]}>} */
  const found = new Map();
  const add = (/** @type {Row} */ row, /** @type {string} */ reason) => {
    const key = `${row.section} ${row.position}`;
    const entry = found.get(key) ?? { row, reasons: [] };
    entry.reasons.push(reason);
    found.set(key, entry);
  };
  for (const { row, doubts } of list.doubtful) for (const doubt of doubts) add(row, doubt.replace(/。$/, ""));
  for (const [field, lack] of LACKING) for (const row of list[field]) add(row, t(lack));
  for (const { row, bodies } of list.bodies_without_clause)
    add(row, t("部门栏有而职责栏没有：{bodies}", { bodies: bodies.join("、") }));
  for (const { row, bodies } of list.clauses_without_body)
    add(row, t("职责栏有而部门栏没有：{bodies}", { bodies: bodies.join("、") }));
  for (const { rows } of list.repeated_names)
    for (const row of rows) add(row, t("同一部分有 {n} 项名称相同", { n: rows.length }));
  for (const row of list.resumed_categories) add(row, t("类别在其他类别之后再次出现"));
  return [...found.values()];
}
