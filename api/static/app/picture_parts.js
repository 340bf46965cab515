// Pieces that the pictures share.

import { catalog } from "./api.js";
import { address, el, link } from "./dom.js";
import { SECTIONS } from "./kinds.js";
import { t } from "./language.js";
import { empty, tabs } from "./parts.js";

/** @typedef {import("./dom.js").Row} Row */

/**
 * Returns the tabs that narrow a picture to one section.
 * @param {string} section chosen; "" for all
 * @param {string[]} sections those that there are
 * @param {(changes: Record<string, any>) => string} here
 */
export function sectionTabs(section, sections, here) {
  return tabs(
    [{ value: "", word: t("全部") }, ...sections.map((value) => ({ value, word: t(SECTIONS[value]) }))],
    section,
    (value) => here({ section: value }),
    t("清单部分"),
  );
}

/**
 * Returns a view that asks which county a picture is wanted of.
 * @param {string} view
 * @param {string} title
 * @param {AbortSignal} signal
 * @returns {Promise<import("./main.js").Shown>}
 */
export async function chooseDivision(view, title, signal) {
  const loaded = await catalog();
  signal.throwIfAborted();
  /** @type {Map<string, Row>} */
  const counties = new Map();
  for (const row of loaded.rows) if (row.county_id) counties.set(row.county_id, row);
  const one = (/** @type {[string, Row]} */ [id, row]) => el("li", null, link(address([view, id]), [row.province, row.prefecture, row.county].filter(Boolean).join(" ")));
  return {
    title,
    content: [
      el("h1", null, title),
      counties.size
        ? [el("p", { className: "muted" }, t("请选择一个县区：")), el("ul", { className: "plain" }, [...counties].map(one))]
        : empty(t("请从某个县区的页面打开。"), link("#/", t("回到首页"))),
    ],
  };
}
