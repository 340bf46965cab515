// 明减暗增: what was taken back, and stands elsewhere in the list as the township's work. What is judged to be the same work is told
// apart from what only looks alike.

import { ask, MOST, PAGE, pathOf } from "./api.js";
import { countyColumn, townshipColumn } from "./columns.js";
import { address, el, link } from "./dom.js";
import { LINKS, sectionChip, SECTIONS } from "./kinds.js";
import { t } from "./language.js";
import { certaintyCell, edition, empty, heading, names, note } from "./parts.js";
import { unfolder } from "./printed_rows.js";
import { listing } from "./table.js";

/** @typedef {import("./dom.js").Row} Row */
/** @typedef {import("./api.js").Paged} Paged */
/** @typedef {import("./table.js").Column} Column */

export const QUESTION = "reclaimed_yet_delegated";

/**
 * Returns the answer: the rows judged to be the same work, and those that only look alike; these null where they were not asked for.
 * @param {Record<string, string>} given parameters of the question
 * @param {URLSearchParams} parameters of the view's address
 * @param {AbortSignal} signal
 * @returns {Promise<{judged: Paged, alike: Paged | null}>}
 */
export async function takenBack(given, parameters, signal) {
  const path = pathOf("queries", QUESTION);
  const page = async (/** @type {string} */ alike, /** @type {number} */ rows) => {
    const query = { ...given, alike };
    return /** @type {Paged} */ ({ ...(await ask(path, { ...query, limit: Math.min(MOST, rows) }, signal)), path, query });
  };
  const rows = Math.max(PAGE, Number(parameters.get("rows")) || 0);
  const judged = await page("false", rows);
  if (given.alike === "false") return { judged, alike: null };
  // The surest come first: behind as many rows as are judged the same stand those that only look alike.
  const sure = judged.total ?? judged.count;
  const all = await page("true", sure + rows);
  const alike = all.rows.filter((row) => row.link === "alike");
  return { judged, alike: { ...all, rows: alike, count: alike.length, total: all.total == null ? undefined : all.total - sure } };
}

/**
 * Returns both parts, each under its heading with its count.
 * @param {{judged: Paged, alike: Paged | null}} answer
 * @param {string} file name of exported files
 * @param {URLSearchParams} parameters
 */
export function takenBackParts({ judged, alike }, file, parameters) {
  const part = (/** @type {Paged} */ rows, /** @type {string} */ word, /** @type {Column} */ why) =>
    listing({ answer: rows, columns: columns(why), saved: savedColumns(why), file: `${file}-${word}`, parameters });
  return [
    heading(t("判为同一件事的"), judged.total ?? judged.count),
    judged.count
      ? part(judged, t("判为同一件事的"), linkColumn())
      : empty(t("没有判为同一件事的：没有一项收回的事项，在清单里又作为同一件事交给乡镇。")),
    alike && alike.count
      ? [
          heading(t("待核实"), alike.total ?? alike.count),
          note(t("下面各行只是牵头部门和类别相同、名称相近，不能据此认定为明减暗增；请展开对照原文核实。")),
          part(alike, t("待核实"), closenessColumn()),
        ]
      : null,
  ];
}

/** @param {Column} why how the two rows of a line belong together @returns {Column[]} */
function columns(why) {
  const duty = (/** @type {string} */ id, /** @type {string} */ name) => link(address(["duty", id]), name);
  return [
    countyColumn(),
    townshipColumn(),
    {
      key: "reclaimed",
      title: t("收回的事项"),
      className: "main wide",
      cell: (row) => duty(row.reclaimed_id, row.reclaimed),
      value: (row) => row.reclaimed,
    },
    {
      key: "name",
      title: t("仍在做的事项"),
      className: "wide",
      cell: (row) => el("div", null, duty(row.duty_id, row.name), " ", sectionChip(row.section)),
      value: (row) => row.name,
    },
    why,
    { key: "departments", title: t("部门"), cell: (row) => names(row.departments), value: (row) => names(row.departments) },
    { key: "edition", title: t("版本"), className: "keep", cell: editions, value: editions },
    { key: "texts", title: t("原文"), className: "keep", cell: texts },
  ];
}

/** @param {Column} why @returns {Column[]} those of a file: the section is a column of its own */
function savedColumns(why) {
  const all = columns(why).filter(({ value }) => value);
  const at = all.findIndex(({ key }) => key === "name") + 1;
  const section = (/** @type {Row} */ row) => t(SECTIONS[row.section]);
  return [...all.slice(0, at), { key: "section", title: t("部分"), cell: section, value: section }, ...all.slice(at)];
}

/** @param {Row} row */
function texts(row) {
  return unfolder([
    { id: row.reclaimed_id, title: t("收回原文") },
    { id: row.duty_id, title: t(row.section === "basic" ? "基本履职原文" : "配合原文") },
  ]);
}

/** @param {Row} row */
function editions(row) {
  const [back, now] = [edition(row.reclaimed_edition), edition(row.edition)];
  return back === now ? now : `${back} → ${now}`;
}

/** @returns {Column} which work both rows are, and how sure that is */
function linkColumn() {
  return {
    key: "link",
    title: t("关系"),
    cell: (row) => [t(LINKS[row.link]), row.matter ? `：${row.matter}` : null, " ", certaintyCell(row.score)],
    value: (row) => [t(LINKS[row.link]), row.matter].filter(Boolean).join("："),
  };
}

/** @returns {Column} how much of the name both have: a share of its words, which says nothing of sureness */
function closenessColumn() {
  const says = (/** @type {Row} */ row) => t("{n}%，都有“{words}”", { n: Math.round(row.score * 100), words: row.shared.join("”“") });
  return { key: "score", title: t("名称相近程度"), cell: says, value: says };
}
