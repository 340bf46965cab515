// Pieces that the pictures share.

import { firstPage } from "./api.js";
import { address, el, link } from "./dom.js";
import { SECTIONS } from "./kinds.js";
import { t } from "./language.js";
import { empty, tabs } from "./parts.js";
import { listing } from "./table.js";

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
 * Returns which part of the division that is shown a department or township belongs to, "" where it belongs to it as a whole: in
 * a prefecture many have the same name.
 * @param {Row} node with its place
 * @param {Row} division with its place
 */
export function partOf(node, division) {
  const steps = (node.place ?? "").split("/");
  if (node.kind === "township" || node.id?.startsWith("div-")) steps.pop();
  const within = steps.join("/");
  return within.startsWith(`${division.place}/`) ? steps[steps.length - 1] : "";
}

/**
 * Returns a name with the part that it belongs to, as a text.
 * @param {string} name
 * @param {string} part
 */
export function nameWithPart(name, part) {
  return part ? `${name} ${part}` : name;
}

/**
 * Returns a view that asks which county a picture is wanted of.
 * @param {string} view
 * @param {string} title
 * @param {AbortSignal} signal
 * @param {URLSearchParams} parameters
 * @returns {Promise<import("./main.js").Shown>}
 */
export async function chooseDivision(view, title, signal, parameters) {
  const answer = await firstPage("/v1/divisions", { level: "county" }, parameters, signal);
  const named = (/** @type {Row} */ row) => row.path.split("/").join(" ");
  /** @type {import("./table.js").Column[]} */
  const columns = [
    { key: "name", title: t("县区"), className: "main", cell: (row) => link(address([view, row.id]), named(row)), value: named },
    { key: "townships", title: t("乡镇"), className: "number", cell: (row) => row.townships, value: (row) => row.townships },
  ];
  const none = empty(t("请从某个县区的页面打开。"), link("#/", t("回到首页")));
  return {
    title,
    content: [
      el("h1", null, title),
      answer.rows.length ? el("p", { className: "muted" }, t("请选择一个县区：")) : null,
      listing({ answer, columns, file: t("县区"), parameters, none }),
    ],
  };
}
