// Pieces that the pictures share.

import { firstPage } from "./api.js";
import { address, el, link } from "./dom.js";
import { SECTIONS } from "./kinds.js";
import { t } from "./language.js";
import { empty, tabs } from "./parts.js";
import { listing } from "./table.js";

/** @typedef {import("./dom.js").Row} Row */

/** Both sections in which departments and townships meet, taken together. */
export const BOTH = "both";
/** What a picture of departments and townships may show. Delegating and taking back are opposites: their sum is asked for, never shown first. */
export const HANDED = ["cooperative", "reclaimed", BOTH];

/**
 * Returns which part of the lists a picture of departments and townships shows: one of HANDED.
 * @param {URLSearchParams} parameters
 */
export function handed(parameters) {
  const section = parameters.get("section") ?? "";
  return HANDED.includes(section) ? section : HANDED[0];
}

/**
 * Returns the section that the API is asked for, "" for both.
 * @param {string} part one of HANDED
 */
export function sectionOf(part) {
  return part === BOTH ? "" : part;
}

/** @type {Record<string, string>} What stands for more than one section. */
const TOGETHER = { "": "全部", [BOTH]: "两部分合计" };

/**
 * Returns the tabs that narrow a picture to one section.
 * @param {string} section chosen
 * @param {string[]} sections those that there are; "" for all
 * @param {(changes: Record<string, any>) => string} here
 */
export function sectionTabs(section, sections, here) {
  return tabs(
    sections.map((value) => ({ value, word: t(SECTIONS[value] ?? TOGETHER[value]) })),
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
