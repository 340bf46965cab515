// The printed texts of two rows side by side, below the line of a table that speaks of both.

import { ask, pathOf } from "./api.js";
import { el } from "./dom.js";
import { t } from "./language.js";
import { printedText, source } from "./parts.js";

/** @typedef {import("./dom.js").Row} Row */
/** @typedef {{id: string, title: string}} Side A row, and what its text is called here. */

/** @type {[string, string][]} What a row prints, and what that is called; responsibilities and method are the columns of departments. */
const PRINTED = [
  ["name", "事项"],
  ["departments", "部门"],
  ["responsibilities", "部门职责"],
  ["method", "工作方式"],
  ["role", "乡镇职责"],
];

/**
 * Returns the button that unfolds the printed texts below its line.
 * @param {Side[]} sides
 */
export function unfolder(sides) {
  const button = el("button", { type: "button", className: "unfolder", "aria-expanded": "false", onclick: toggle }, t("对照原文"));
  /** @type {HTMLElement | undefined} */
  let below;
  return button;

  function toggle() {
    const line = /** @type {HTMLTableRowElement} */ (button.closest("tr"));
    const open = button.getAttribute("aria-expanded") !== "true";
    button.setAttribute("aria-expanded", String(open));
    if (!open) return below?.remove();
    below ??= unfolded(sides, line.cells.length);
    line.after(below);
  }
}

/** @param {Side[]} sides @param {number} width columns of the table */
function unfolded(sides, width) {
  const box = el("div", { className: "beside", role: "status" }, el("p", { className: "muted" }, t("正在查询…")));
  Promise.all(sides.map(({ id }) => ask(pathOf("duties", id)))).then(
    (duties) => box.replaceChildren(...duties.map((duty, place) => printedRow(sides[place].title, duty))),
    (error) => box.replaceChildren(el("p", { className: "bad", role: "alert" }, /** @type {Error} */ (error).message)),
  );
  return el("tr", { className: "unfolded" }, el("td", { colspan: width }, box));
}

/** @param {string} title @param {Row} duty */
function printedRow(title, duty) {
  return el(
    "section",
    null,
    el("h3", null, title, " ", el("span", { className: "muted small" }, source(duty))),
    PRINTED.filter(([field]) => duty.printed[field]).map(([field, word]) => [
      el("p", { className: "muted small" }, t(word)),
      el("div", { className: "printed", lang: "zh-CN" }, printedText(duty.printed[field])),
    ]),
  );
}
