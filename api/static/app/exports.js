// Taking the answer along: files of what is seen, and paper.

import { nextPage, requestFile, url } from "./api.js";
import { el } from "./dom.js";
import { t } from "./language.js";

/** @typedef {import("./table.js").Column} Column */
/** @typedef {import("./api.js").Paged} Paged */

const MOST = 5000;

/** @typedef {{name: string, parameters: Record<string, any>}} Question */

/**
 * Returns the buttons above a list: CSV and Excel of all its rows (not of the shown ones alone), and the print dialogue.
 * @param {() => Paged} answer
 * @param {Column[]} columns
 * @param {string} file
 * @param {Question} [question] without it there is no Excel
 */
export function exportButtons(answer, columns, file, question) {
  const print = el("button", { type: "button", className: "quiet", onclick: () => globalThis.print() }, t("打印"));
  const excel = question ? saver(t("导出 Excel"), () => saveExcel(question, file)) : null;
  return el("span", { className: "exports" }, saver(t("导出 CSV"), saveCsv), excel, print);

  /** @param {(says: string) => void} say */
  async function saveCsv(say) {
    let whole = answer();
    while (whole.truncated && whole.next) {
      say(t("已取 {n} 条…", { n: whole.count }));
      whole = await nextPage(whole, MOST);
    }
    save(new Blob([csvOf(columns, whole.rows)], { type: "text/csv;charset=utf-8" }), `${file}.csv`);
  }
}

/**
 * Saves all rows of an answer as a workbook, as the server writes it.
 * @param {Question} question
 * @param {string} file
 */
async function saveExcel(question, file) {
  const given = { question: question.name, ...question.parameters };
  save(await requestFile(url("/v1/exports/xlsx", given)), `${file}.xlsx`);
}

/**
 * Returns a button that saves a file, and says meanwhile how far it is, or why it cannot.
 * @param {string} word
 * @param {(say: (says: string) => void) => Promise<void>} work
 */
function saver(word, work) {
  const button = /** @type {HTMLButtonElement} */ (
    el("button", { type: "button", className: "quiet", onclick: () => void run() }, word)
  );
  const say = (/** @type {string} */ says) => {
    button.textContent = says;
  };
  const run = async () => {
    button.disabled = true;
    say(t("正在准备…"));
    try {
      await work(say);
      say(word);
    } catch (error) {
      say(/** @type {Error} */ (error).message);
    }
    button.disabled = false;
  };
  return button;
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
