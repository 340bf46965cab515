// The table that every list of rows is shown in: sorted by its heads, continued below, exported above.

import { nextPage, PAGE } from "./api.js";
import { el } from "./dom.js";
import { exportButtons } from "./exports.js";
import { t } from "./language.js";

/** @typedef {import("./dom.js").Row} Row */
/** @typedef {import("./api.js").Paged} Paged */
/**
 * @typedef {object} Column
 * @property {string} key unique in the table; stands in the address when rows are sorted by it
 * @property {string} title
 * @property {(row: Row) => import("./dom.js").Child} cell
 * @property {(row: Row) => string | number | null} [value] what rows are sorted by, and what a file holds; without it neither
 * @property {string} [className] `main`: heading of a row's card on phones; number, keep, wide, widest
 */

/**
 * Returns a table alone.
 * @param {Column[]} columns
 * @param {Row[]} rows
 * @param {{head?: (column: Column) => import("./dom.js").Child, sorted?: string}} settings
 */
export function table(columns, rows, { head = (column) => column.title, sorted = "" } = {}) {
  const direction = (/** @type {Column} */ { key }) =>
    sorted === key ? "ascending" : sorted === `-${key}` ? "descending" : null;
  const heads = columns.map((column) =>
    el("th", { scope: "col", className: column.className, "aria-sort": direction(column) }, head(column)),
  );
  const body = rows.map((row) =>
    el(
      "tr",
      null,
      columns.map(({ title, className, cell }) => el("td", { className, "data-label": title }, cell(row))),
    ),
  );
  return el(
    "div",
    { className: "table" },
    el("table", null, el("thead", null, el("tr", null, heads)), el("tbody", null, body)),
  );
}

/**
 * Returns a list of rows with everything that belongs to it. Order and number of rows stand in the address (`sort`, `rows`);
 * 100 are shown at first, files have all that came.
 * @param {object} settings
 * @param {Paged} settings.answer
 * @param {Column[]} settings.columns
 * @param {string} settings.file name of exported files, without ending
 * @param {URLSearchParams} settings.parameters of the view's address
 * @param {Column[]} [settings.saved] columns of exported files, where they are not those of the table
 * @param {import("./dom.js").Child} [settings.none] what stands where there is no row
 * @param {string} [settings.beyond] what can be done where rows are left that no page has
 */
export function listing({ answer, columns, file, parameters, saved = columns, none, beyond = t("请用筛选或更具体的词缩小范围。") }) {
  let current = answer;
  let sorted = parameters.get("sort") ?? "";
  let most = Math.max(PAGE, Number(parameters.get("rows")) || PAGE);
  const box = el("div", { className: "listing" });
  draw();
  return box;

  function draw() {
    if (!current.rows.length && none) return box.replaceChildren(el("div", null, none));
    const total = current.total ?? (current.truncated ? null : current.count);
    const counted = total == null ? t("前 {n} 条", { n: current.count }) : t("共 {n} 条", { n: total });
    const tools = el(
      "div",
      { className: "tools" },
      el("span", { className: "muted", "data-count": current.count }, counted),
      exportButtons(() => current, saved, file),
    );
    box.replaceChildren(
      tools,
      table(columns, inOrder(current.rows, columns, sorted).slice(0, most), { head, sorted }),
      ...more(total),
    );
  }

  /** @param {Column} column */
  function head(column) {
    if (!column.value) return column.title;
    const mark = sorted === column.key ? "▲" : sorted === `-${column.key}` ? "▼" : "";
    return el(
      "button",
      { type: "button", className: "sorter", "data-key": `sort-${column.key}`, onclick: () => sort(column) },
      column.title,
      el("span", { "aria-hidden": "true" }, mark),
    );
  }

  /** @param {Column} column */
  function sort({ key, className = "" }) {
    const [first, second] = className.includes("number") ? [`-${key}`, key] : [key, `-${key}`];
    sorted = sorted === first ? second : sorted === second ? "" : first;
    keep("sort", sorted);
    draw();
    /** @type {HTMLElement | null} */ (box.querySelector(`[data-key="sort-${key}"]`))?.focus();
  }

  /** @param {number | null} total */
  function more(total) {
    const here = current.count > most; // rows that are there, but would make the page slow and long
    if (!here && !current.truncated) return [];
    const rest = total == null ? t("还有更多") : t("还有 {n} 条", { n: total - Math.min(most, current.count) });
    const partly = sorted && current.truncated ? el("span", { className: "muted" }, t("（只在已显示的行里排序）")) : null;
    if (!here && !current.next) return [el("p", { className: "note" }, rest, "。", beyond)];
    const button = el(
      "button",
      {
        type: "button",
        onclick: (/** @type {Event} */ event) => goOn(/** @type {HTMLButtonElement} */ (event.currentTarget)),
      },
      t("再显示 {n} 条", { n: PAGE }),
    );
    return [el("p", { className: "more" }, el("span", null, rest), partly, button)];
  }

  /** @param {HTMLButtonElement} button */
  async function goOn(button) {
    button.disabled = true;
    const before = Math.min(most, current.count);
    try {
      if (current.count <= most) current = await nextPage(current);
    } catch (error) {
      button.disabled = false;
      button.after(el("span", { className: "bad", role: "alert" }, /** @type {Error} */ (error).message));
      return;
    }
    most = before + PAGE;
    keep("rows", String(Math.min(most, current.count)));
    draw();
    /** @type {HTMLElement | null} */ (box.querySelectorAll("tbody tr")[before]?.querySelector("a, button"))?.focus();
  }
}

/**
 * Changes a parameter of the address without showing the view anew.
 * @param {string} name
 * @param {string} value
 */
function keep(name, value) {
  const [path, query] = (location.hash || "#/").split("?", 2);
  const parameters = new URLSearchParams(query ?? "");
  if (value) parameters.set(name, value);
  else parameters.delete(name);
  history.replaceState(history.state, "", parameters.toString() ? `${path}?${parameters}` : path);
}

/**
 * Returns the rows ordered by a column; rows without a value stand last.
 * @param {Row[]} rows
 * @param {Column[]} columns
 * @param {string} sorted key of a column, with - before it for descending; "" for the answer's own order
 */
export function inOrder(rows, columns, sorted) {
  const value = columns.find(({ key }) => key === sorted.replace(/^-/, ""))?.value;
  if (!value) return rows;
  const sign = sorted.startsWith("-") ? -1 : 1;
  const compare = (/** @type {any} */ a, /** @type {any} */ b) => {
    if (a == null || b == null) return a == null ? (b == null ? 0 : 1) : -1;
    return (
      sign *
      (typeof a === "number" && typeof b === "number"
        ? a - b
        : String(a).localeCompare(String(b), "zh-CN", { numeric: true }))
    );
  };
  return rows
    .map((row) => /** @type {[any, Row]} */ ([value(row), row]))
    .sort(([a], [b]) => compare(a, b))
    .map(([, row]) => row);
}
