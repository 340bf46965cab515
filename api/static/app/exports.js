// Taking the answer along: files of what is seen, and paper.

import { nextPage } from "./api.js";
import { el } from "./dom.js";
import { t } from "./language.js";

/** @typedef {import("./table.js").Column} Column */
/** @typedef {import("./api.js").Paged} Paged */

const MOST = 5000;

/**
 * Returns the buttons above a list: CSV of all its rows (not of the shown ones alone), and the print dialogue.
 * @param {() => Paged} answer
 * @param {Column[]} columns
 * @param {string} file
 */
export function exportButtons(answer, columns, file) {
  const csv = el(
    "button",
    {
      type: "button",
      className: "quiet",
      onclick: (/** @type {Event} */ event) => saveCsv(/** @type {HTMLButtonElement} */ (event.currentTarget)),
    },
    t("导出 CSV"),
  );
  const print = el("button", { type: "button", className: "quiet", onclick: () => globalThis.print() }, t("打印"));
  return el("span", { className: "exports" }, csv, print);

  /** @param {HTMLButtonElement} button */
  async function saveCsv(button) {
    button.disabled = true;
    const said = button.textContent;
    try {
      let whole = answer();
      while (whole.truncated && whole.next) {
        button.textContent = t("已取 {n} 条…", { n: whole.count });
        whole = await nextPage(whole, MOST);
      }
      save(new Blob([csvOf(columns, whole.rows)], { type: "text/csv;charset=utf-8" }), `${file}.csv`);
      button.textContent = said;
    } catch (error) {
      button.textContent = /** @type {Error} */ (error).message;
    }
    button.disabled = false;
  }
}

/**
 * Returns rows as CSV (RFC 4180) with a byte order mark, by which Excel knows UTF-8. A cell that a spreadsheet would take for a
 * formula gets an apostrophe (OWASP, CSV injection).
 * @param {Column[]} columns
 * @param {import("./dom.js").Row[]} rows
 */
export function csvOf(columns, rows) {
  const shown = columns.filter((column) => column.value);
  const cell = (/** @type {unknown} */ value) => {
    const text = value == null ? "" : String(value);
    const safe = typeof value !== "number" && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const lines = [
    shown.map(({ title }) => cell(title)),
    ...rows.map((row) => shown.map(({ value }) => cell(value?.(row)))),
  ];
  return `\ufeff${lines.map((line) => line.join(",")).join("\r\n")}\r\n`;
}

/**
 * Has the browser save a file.
 * @param {Blob} blob
 * @param {string} name
 */
export function save(blob, name) {
  const href = URL.createObjectURL(blob);
  el("a", { href, download: name.replace(/[\\/:*?"<>|\s]+/g, "-") }).click();
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}
