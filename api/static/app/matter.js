// One work, in all lists that have it.

import { ask, pathOf } from "./api.js";
import { countyColumn, dutyColumn, numberColumn, sectionColumn, townshipColumn } from "./columns.js";
import { el } from "./dom.js";
import { LINKS, SECTIONS } from "./kinds.js";
import { t } from "./language.js";
import { certaintyCell, empty, figureRow, heading, pageHead } from "./parts.js";
import { listing } from "./table.js";

/** @typedef {import("./dom.js").Row} Row */

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
  return {
    title: whole.title,
    status: t("{n} 条", { n: whole.rows_count }),
    content: [
      pageHead("matter", whole.title, { facts: [t("各乡镇清单里的同一件事；程序归并，可靠程度见表。")] }),
      figureRow(
        Object.entries(SECTIONS).map(([section, word]) => ({
          value: whole[section],
          word: t(word),
          className: `section-${section}`,
        })),
      ),
      whole.wordings.length > 1 ? [heading(t("各种说法"), whole.wordings.length), wordingList(whole.wordings)] : null,
      heading(t("在各清单里")),
      listing({
        answer,
        parameters,
        file: whole.title,
        none: empty(t("现行清单里没有这件事。")),
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
            cell: (row) => t(LINKS[row.link]),
            value: (row) => t(LINKS[row.link]),
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

/** @param {Row[]} wordings */
function wordingList(wordings) {
  const one = (/** @type {Row} */ row) =>
    el(
      "li",
      null,
      el("span", { className: "printed" }, row.name),
      el("span", { className: "count" }, t("{n} 条", { n: row.rows })),
    );
  return el("ul", null, wordings.map(one));
}
