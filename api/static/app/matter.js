// One work, in all lists that have it.

import { ask, pathOf } from "./api.js";
import { countyColumn, dutyColumn, numberColumn, sectionColumn, townshipColumn } from "./columns.js";
import { el } from "./dom.js";
import { LINKS, linkTo, SECTIONS, SURE } from "./kinds.js";
import { t, written } from "./language.js";
import { certaintyCell, empty, figureRow, heading, note, pageHead } from "./parts.js";
import { listing, table } from "./table.js";

/** @typedef {import("./dom.js").Row} Row */

const FEW_COUNTIES = 12; // so many stand open above the rows
const FEW_WORDINGS = 12;
const MOST_WORDINGS = 100; // that /v1/matters/{id} tells of

/** @type {import("./main.js").View} */
export async function matter([id], parameters, signal) {
  const whole = await ask(pathOf("matters", id), {}, signal);
  const cut = whole.rows.length < whole.rows_count;
  const answer = {
    rows: whole.rows,
    count: whole.rows.length,
    total: whole.rows_count,
    limit: null,
    truncated: cut,
    path: "",
    query: {},
  };
  const name = wordedAs(whole, parameters.get("as"));
  const other = name === whole.title ? null : t("又称“{title}”", { title: whole.title });
  return {
    title: name,
    status: t("{n} 条", { n: whole.rows_count }),
    content: [
      pageHead("matter", name, { facts: [other, t("各乡镇清单里的同一件事；程序归并，可靠程度见表。")] }),
      figureRow(
        Object.entries(SECTIONS).map(([section, word]) => ({
          value: whole[section],
          word: t(word),
          className: `section-${section}`,
        })),
      ),
      whole.wordings.length > 1 ? [heading(t("各种说法"), whole.wordings.length), wordingList(whole.wordings)] : null,
      whole.counties.length > 1 ? countyTable(whole) : null,
      heading(t("在各清单里")),
      listing({
        answer,
        parameters,
        file: name,
        none: empty(t("现行清单里没有这件事。")),
        beyond: t("这里最多列出 {n} 条；其余的在哪些县区，见上面的表。", { n: whole.rows.length }),
        columns: [
          countyColumn(),
          townshipColumn(),
          sectionColumn(),
          numberColumn(),
          dutyColumn(),
          {
            key: "link",
            title: t("关系"),
            className: "keep",
            cell: linkWords,
            value: linkWords,
          },
          {
            key: "score",
            title: t("可靠程度"),
            className: "keep",
            cell: (row) => certaintyCell(row.score),
            value: (row) => row.score,
          },
        ],
      }),
    ],
  };
}

/**
 * Returns what a row is to the matter; a wording that the program is not sure of is said to be so.
 * @param {Row} row
 */
function linkWords({ link, score }) {
  return t(link === "same" && score < SURE ? "可能是这件事" : LINKS[link]);
}

/**
 * Returns the words that the reader came by where a list has them, or those that lead the matter, which may be another county's.
 * @param {Row} whole
 * @param {string | null} words
 * @returns {string}
 */
function wordedAs(whole, words) {
  const known = [...whole.wordings, ...whole.rows].some((/** @type {Row} */ { name }) => name === words);
  return known && words ? words : whole.title;
}

/**
 * Returns how many townships of each county have the work, and in which section: of many rows some are listed alone.
 * @param {Row} whole
 */
function countyTable({ counties: rows }) {
  const words = { lists: "乡镇", ...SECTIONS, missing: "没有这件事" };
  /** @type {import("./table.js").Column[]} */
  const columns = [
    {
      key: "in",
      title: t("县区"),
      className: "main",
      cell: (row) => linkTo("county", row.division_id, row.county),
    },
    ...Object.entries(words).map(([key, word]) => ({
      key,
      title: t(word),
      className: "number",
      cell: (/** @type {Row} */ row) => row[key],
    })),
  ];
  return el(
    "details",
    { open: rows.length <= FEW_COUNTIES },
    el("summary", null, t("在各县区"), " ", el("span", { className: "count" }, written(rows.length))),
    table(columns, rows),
  );
}

/** @param {Row[]} wordings */
function wordingList(wordings) {
  const one = (/** @type {Row} */ row) =>
    el(
      "li",
      null,
      el("span", { className: "printed" }, row.name),
      el("span", { className: "count" }, t("{n} 条", { n: row.rows })),
    );
  const rest = wordings.slice(FEW_WORDINGS);
  const folded = rest.length
    ? el("details", null, el("summary", null, t("还有 {n} 个", { n: rest.length })), el("ul", null, rest.map(one)))
    : null;
  return [
    el("ul", null, wordings.slice(0, FEW_WORDINGS).map(one)),
    folded,
    wordings.length < MOST_WORDINGS ? null : note(t("只列出最常见的 {n} 种说法。", { n: wordings.length })),
  ];
}
