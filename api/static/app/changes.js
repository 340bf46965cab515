// What changed between two editions of a township's list.

import { ask, Failure, pathOf } from "./api.js";
import { markedDiff } from "./diff.js";
import { address, el, link } from "./dom.js";
import { sectionChip, SECTIONS } from "./kinds.js";
import { t } from "./language.js";
import { edition, empty, heading, names, place } from "./parts.js";
import { unfolder } from "./printed_rows.js";
import { listing, table } from "./table.js";

/** @typedef {import("./dom.js").Row} Row */
/** @typedef {import("./table.js").Column} Column */

/** @type {Record<string, string>} Kind of change → its word. */
const KINDS = {
  added: "新增",
  dropped: "取消",
  moved: "移到别的部分",
  reworded: "改写",
  renamed: "名称改动较大",
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
  const file = `${whole.township}-${t("版本与变化")}`;
  if (!answer) return [editions, empty(t("没有这两个版本。"), link(here({ old: "", new: "" }), t("看最近两个版本")))];
  return [
    editions,
    heading(t("{old} 到 {new} 的变化", { old: edition(answer.old), new: edition(answer.new) }), answer.changes.length),
    answer.changes.some((/** @type {Row} */ change) => change.kinds.includes("renamed"))
      ? el("p", { className: "muted small" }, t("“名称改动较大”：按内容相近或部门与职责相近认定为同一项，请核对。"))
      : null,
    answer.changes.length ? changeTable(answer, file, parameters) : empty(t("两个版本的事项完全一样。")),
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

/**
 * Returns the table of changes, with what else its files hold: both names, each in a column of its own.
 * @param {Row} answer
 * @param {string} file
 * @param {URLSearchParams} parameters
 */
function changeTable({ changes: rows, old, new: current }, file, parameters) {
  const was = t("{edition} 版", { edition: edition(old) });
  const is = t("{edition} 版", { edition: edition(current) });
  /** @type {Column} */
  const kinds = {
    key: "kinds",
    title: t("变化"),
    cell: (row) =>
      row.kinds.map((/** @type {string} */ kind) => [
        el("span", { className: "tag strong" }, kindWord(kind, row)),
        " ",
      ]),
    value: (row) => row.kinds.map((/** @type {string} */ kind) => kindWord(kind, row)).join("、"),
  };
  /** @type {Column} */
  const name = {
    key: "name",
    title: t("事项"),
    className: "main wide",
    cell: (row) =>
      link(
        address(["duty", (row.new ?? row.old).id]),
        row.old && row.new ? markedDiff(row.old.name, row.new.name) : (row.new ?? row.old).name,
      ),
    value: (row) => (row.new ?? row.old).name,
  };
  /** @type {(key: "old" | "new", title: string) => Column[]} */
  const side = (key, title) => [
    { key, title, cell: (row) => standing(row[key]), value: (row) => standingWords(row[key]) },
    {
      key: `${key}-place`,
      title: `${title} ${t("印在")}`,
      className: "keep",
      cell: (row) => (row[key] ? place(row[key]) : ""),
      value: (row) => (row[key] ? place(row[key]) : null),
    },
  ];
  /** @type {Column} */
  const parties = { key: "departments", title: t("上级部门"), cell: bodyChange, value: bodyWords };
  /** @type {Column} */
  const formerName = { ...name, key: "former", title: t("原来的名称"), value: (row) => row.old?.name ?? null };
  /** @type {Column} */
  const texts = {
    key: "texts",
    title: t("原文"),
    className: "keep",
    cell: (row) =>
      row.old && row.new
        ? unfolder([
            { id: row.old.id, title: was },
            { id: row.new.id, title: is },
          ])
        : "",
  };
  const columns = [kinds, name, ...side("old", was), ...side("new", is), parties, texts];
  return listing({
    answer: { rows, count: rows.length, limit: null, truncated: false, path: "", query: {} },
    columns,
    saved: [kinds, name, formerName, ...columns.slice(2)].filter(({ value }) => value),
    file,
    parameters,
  });
}

/**
 * Returns the word of a change. A row of what was taken back is no burden: where it comes or goes, that is told as what it is.
 * @param {string} kind
 * @param {Row} row
 */
function kindWord(kind, row) {
  if (kind === "added" && row.new.section === "reclaimed") return t("新列为收回");
  if (kind === "dropped" && row.old.section === "reclaimed") return t("不再列为收回");
  return t(KINDS[kind] ?? kind);
}

/** @param {Row | null} duty */
function standing(duty) {
  if (!duty) return el("span", { className: "muted" }, "—");
  return [sectionChip(duty.section), " ", ordinal(duty)];
}

/** @param {Row | null} duty */
function standingWords(duty) {
  return duty ? [t(SECTIONS[duty.section]), ordinal(duty)].filter(Boolean).join(" ") : null;
}

/** @param {Row} duty */
function ordinal(duty) {
  return [duty.category, duty.number && t("第 {n} 项", { n: duty.number })].filter(Boolean).join(" ");
}

/** @typedef {{name: string, sign: "" | "−" | "+"}} Body One that stayed, went or came. */

/**
 * Returns the bodies of a row, those that stayed first; of a row whose bodies did not change, all.
 * @param {Row} row
 * @returns {Body[]}
 */
function bodies({ old, new: current, kinds }) {
  const all = (/** @type {string[]} */ list, /** @type {Body["sign"]} */ sign) => list.map((name) => ({ name, sign }));
  if (!kinds.includes("departments")) return all((current ?? old).printed, "");
  const come = without(current, old);
  const stayed = current.printed.filter((/** @type {string} */ name) => !come.includes(name));
  return [...all(stayed, ""), ...all(without(old, current), "−"), ...all(come, "+")];
}

/**
 * Returns the bodies of one edition that the other does not have, by their ids where each printed name has its own: lists write
 * one body's name in several ways.
 * @param {Row} one
 * @param {Row} other
 * @returns {string[]} as printed
 */
function without(one, other) {
  const paired = one.printed.length === one.departments.length;
  return one.printed.filter((/** @type {string} */ name, /** @type {number} */ place) =>
    paired ? !other.departments.includes(one.departments[place]) : !other.printed.includes(name),
  );
}

/** @param {Row} row */
function bodyChange(row) {
  const tags = { "−": "del", "+": "ins" };
  return bodies(row).map(({ name, sign }, place) => [place ? "、" : null, sign ? el(tags[sign], { className: "signed" }, sign, name) : name]);
}

/** @param {Row} row */
function bodyWords(row) {
  return names(bodies(row).map(({ name, sign }) => sign + name));
}
