// What changed between two editions of a township's list.

import { ask, Failure, pathOf } from "./api.js";
import { markedDiff } from "./diff.js";
import { address, el, link } from "./dom.js";
import { sectionChip, SECTIONS } from "./kinds.js";
import { t } from "./language.js";
import { edition, empty, heading } from "./parts.js";
import { table } from "./table.js";

/** @typedef {import("./dom.js").Row} Row */

/** @type {Record<string, string>} Kind of change → its word. */
const KINDS = {
  added: "新增",
  dropped: "取消",
  moved: "移到别的部分",
  reworded: "改写",
  departments: "换了部门",
  clauses: "条文改动",
};

/**
 * Returns the tab: editions, and the changes between two of them.
 * @param {Row} whole the township
 * @param {URLSearchParams} parameters `old` and `new`
 * @param {(changes: Record<string, string>) => string} here
 * @param {AbortSignal} signal
 */
export async function changes(whole, parameters, here, signal) {
  const editions = editionTable(whole.editions);
  if (whole.editions.length < 2)
    return [editions, empty(t("只载入了一个版本。载入另一个版本后，这里会列出新增、取消、改写和移动的事项。"))];
  const answer = await ask(
    pathOf("townships", whole.township_id, "changes"),
    { old: parameters.get("old"), new: parameters.get("new") },
    signal,
  ).catch((/** @type {unknown} */ error) => {
    if (error instanceof Failure && error.status === 404) return null;
    throw error;
  });
  if (!answer) return [editions, empty(t("没有这两个版本。"), link(here({ old: "", new: "" }), t("看最近两个版本")))];
  return [
    editions,
    heading(t("{old} 到 {new} 的变化", { old: edition(answer.old), new: edition(answer.new) }), answer.changes.length),
    answer.changes.length ? changeTable(answer.changes) : empty(t("两个版本的事项完全一样。")),
  ];
}

/** @param {Row[]} editions */
function editionTable(editions) {
  return table(
    [
      {
        key: "edition",
        title: t("版本"),
        className: "main keep",
        cell: (row) => [
          edition(row.edition),
          row.current ? [" ", el("span", { className: "tag strong" }, t("现行"))] : null,
        ],
      },
      { key: "title", title: t("标题"), cell: (row) => row.title },
      { key: "document", title: t("文件"), className: "small", cell: (row) => row.document },
    ],
    editions,
  );
}

/** @param {Row[]} rows */
function changeTable(rows) {
  return table(
    [
      {
        key: "kinds",
        title: t("变化"),
        className: "keep",
        cell: (row) =>
          row.kinds.map((/** @type {string} */ kind) => [
            el("span", { className: "tag strong" }, t(KINDS[kind] ?? kind)),
            " ",
          ]),
      },
      {
        key: "name",
        title: t("事项"),
        className: "main wide",
        cell: (row) =>
          link(
            address(["duty", (row.new ?? row.old).id]),
            row.old && row.new ? markedDiff(row.old.name, row.new.name) : (row.new ?? row.old).name,
          ),
      },
      { key: "old", title: t("原来"), cell: (row) => side(row.old) },
      { key: "new", title: t("现在"), cell: (row) => side(row.new) },
    ],
    rows,
  );
}

/** @param {Row | null} duty */
function side(duty) {
  if (!duty) return el("span", { className: "muted" }, "—");
  return [
    sectionChip(duty.section),
    " ",
    [duty.category, duty.number && t("第 {n} 项", { n: duty.number })].filter(Boolean).join(" "),
    SECTIONS[duty.section] ? null : duty.section,
  ];
}
