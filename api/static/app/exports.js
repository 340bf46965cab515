// Taking the answer along: files of what is seen, and paper.

import { MOST, nextPage } from "./api.js";
import { el } from "./dom.js";
import { currentLanguage, t } from "./language.js";
import { workbook } from "./workbook.js";

/** @typedef {import("./table.js").Column} Column */
/** @typedef {import("./api.js").Paged} Paged */

/**
 * Returns the buttons above a list: CSV and Excel of all its rows (not of the shown ones alone), and the print dialogue.
 * @param {() => Paged} answer
 * @param {Column[]} columns
 * @param {string} file
 */
export function exportButtons(answer, columns, file) {
  const print = el("button", { type: "button", className: "quiet", onclick: () => globalThis.print() }, t("打印"));
  const csv = saver(t("导出 CSV"), async (say) =>
    save(new Blob([csvOf(columns, await every(say))], { type: "text/csv;charset=utf-8" }), `${file}.csv`),
  );
  const excel = saver(t("导出 Excel"), async (say) =>
    save(workbook(sheetsOf(columns, await every(say), file)), `${file}.xlsx`),
  );
  return el("span", { className: "exports" }, csv, excel, print);

  /** @param {(says: string) => void} say */
  async function every(say) {
    let whole = answer();
    while (whole.truncated && whole.next) {
      say(t("已取 {n} 条…", { n: whole.count }));
      whole = await nextPage(whole, MOST);
    }
    return whole.rows;
  }
}

/**
 * Returns the sheets of a workbook: the table, and what it is and where and when it was taken.
 * @param {Column[]} columns
 * @param {import("./dom.js").Row[]} rows
 * @param {string} title
 * @returns {import("./workbook.js").Sheet[]}
 */
export function sheetsOf(columns, rows, title) {
  const shown = columns.filter((column) => column.value);
  const about = [
    [t("标题"), title],
    [t("行数"), rows.length],
    [t("导出时间"), new Date().toLocaleString(currentLanguage() === "en" ? "en-GB" : "zh-CN", { timeZoneName: "short" })],
    [t("网址"), location.href],
  ];
  return [
    { name: title, head: true, rows: [shown.map((column) => column.title), ...rows.map((row) => shown.map(({ value }) => value?.(row)))] },
    { name: t("说明"), rows: about },
  ];
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
