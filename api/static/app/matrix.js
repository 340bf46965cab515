// Departments × townships of a division: a table whose cells are the darker the more rows stand between the two.

import { ask } from "./api.js";
import { address, el, link } from "./dom.js";
import { exportButtons } from "./exports.js";
import { addressOf, linkTo } from "./kinds.js";
import { t, written } from "./language.js";
import { empty, pageHead, pathText } from "./parts.js";
import { BOTH, chooseDivision, HANDED, handed, nameWithPart, partOf, sectionOf, sectionTabs } from "./picture_parts.js";

/** @typedef {import("./dom.js").Row} Row */

const DEPARTMENTS = 60;
const OTHERS = "others-township";

/** @type {import("./main.js").View} */
export async function matrix([part], parameters, signal) {
  const division = part ?? parameters.get("division") ?? "";
  if (!division) return chooseDivision("matrix", t("部门与乡镇对照表"), signal, parameters);
  const section = handed(parameters);
  const departments = parameters.get("departments") ?? DEPARTMENTS;
  const answer = await ask("/v1/matrix", { division, section: sectionOf(section), departments }, signal);
  const here = (/** @type {Record<string, any>} */ changes) =>
    address(["matrix", division], { ...Object.fromEntries(parameters), division: "", ...changes });
  const { counts } = answer;
  const name = answer.division.name;
  return {
    title: `${name}${t("部门与乡镇对照表")}`,
    status: t("{n} 个部门，{m} 个乡镇", { n: counts.departments, m: counts.townships }),
    content: [
      pageHead(answer.division.kind, [name, " ", t("部门与乡镇对照表")], {
        path: linkTo("division", division, pathText(answer.division.place)),
        facts: [
          t("{n} 个部门，{m} 个乡镇", { n: counts.departments, m: counts.townships }),
          t("{counts}（一项有几个部门就计几次）", { counts: said(counts, section) }),
        ],
        actions: [link(address(["flow", division], { section }), t("流向图"))],
      }),
      sectionTabs(section, HANDED, here),
      counts.departments && counts.delegated + counts.taken_back ? drawn(answer, parameters, here) : nothing(section, here),
    ],
  };
}

/** @param {string} section @param {(changes: Record<string, any>) => string} here */
function nothing(section, here) {
  if (section !== BOTH) return empty(t("这一部分没有部门与乡镇之间的事项。"), link(here({ section: BOTH }), t("查看全部")));
  return empty(t("这里还没有载入清单，或清单里没有上级部门。"));
}

/**
 * @param {Row} answer
 * @param {URLSearchParams} parameters
 * @param {(changes: Record<string, any>) => string} here
 */
function drawn(answer, parameters, here) {
  for (const one of [...answer.townships, ...answer.departments]) one.part = partOf(one, answer.division);
  const columns = columnsOf(answer, parameters.get("columns") ?? "");
  const rows = rowsOf(answer, parameters.get("sort") ?? "", columns);
  const cells = rows.filter((row) => row.id).flatMap((row) => row.cells.filter((/** @type {Row} */ cell) => cell.id !== OTHERS));
  const most = Math.max(1, ...cells.map(sum));
  const heads = columns.map((column) => columnHead(column, parameters, here));
  const body = rows.map((row) => line(row, columns, most, handed(parameters)));
  const foot = el(
    "tr",
    null,
    el("th", { scope: "row" }, t("合计")),
    el("td", { className: "total" }, written(sum(answer.counts))),
    columns.map((column) => el("td", { className: "total" }, written(sum(column)))),
  );
  const grid = el(
    "table",
    { className: "matrix", role: "grid", "aria-label": t("部门与乡镇对照表") },
    el(
      "thead",
      null,
      el(
        "tr",
        null,
        el("th", { scope: "col" }, sorter(t("部门"), "name", parameters, here)),
        el("th", { scope: "col" }, sorter(t("合计"), "", parameters, here)),
        heads,
      ),
    ),
    el("tbody", null, body),
    el("tfoot", null, foot),
  );
  movable(grid);
  return [
    tools(answer, columns, rows, parameters, here),
    cut(answer, here),
    el("div", { className: "matrix-box", tabindex: "0", role: "region", "aria-label": t("可左右滚动的对照表") }, grid),
    rows.some((row) => row.named === false) ? el("p", { className: "muted small" }, t("* 清单没有写出具体名称的部门。")) : null,
  ];
}

/** @param {Row} cell */
function sum(cell) {
  return (cell.delegated ?? 0) + (cell.taken_back ?? 0);
}

/** @param {Row} cell @param {string} part one of HANDED */
function said({ delegated = 0, taken_back: back = 0 }, part) {
  if (part === BOTH) return t("交办 {n}，收回 {m}", { n: delegated, m: back });
  return part === "cooperative" ? t("交办 {n}", { n: delegated }) : t("收回 {n}", { n: back });
}

/** @param {Row} answer @param {string} order "" by path, total by rows */
function columnsOf(answer, order) {
  /** @type {Row[]} */
  const shown = order === "total" ? [...answer.townships].sort((/** @type {Row} */ a, /** @type {Row} */ b) => sum(b) - sum(a)) : [...answer.townships];
  const rest = answer.counts.townships - shown.length;
  if (rest > 0) {
    const left = (/** @type {string} */ key) => answer.counts[key] - shown.reduce((/** @type {number} */ n, /** @type {Row} */ c) => n + c[key], 0);
    shown.push({ id: OTHERS, name: t("其他 {n} 个", { n: rest }), delegated: left("delegated"), taken_back: left("taken_back") });
  }
  return shown;
}

/** @param {Row} answer @param {string} order "" by rows, name, or a township's id @param {Row[]} columns */
function rowsOf(answer, order, columns) {
  /** @type {Row[]} */
  const rows = answer.departments.map((/** @type {Row} */ row) => ({ ...row, at: new Map(row.cells.map((/** @type {Row} */ c) => [c.id, c])) }));
  if (order === "name") rows.sort((/** @type {Row} */ a, /** @type {Row} */ b) => a.name.localeCompare(b.name, "zh-CN"));
  else if (columns.some(({ id }) => id === order))
    rows.sort((/** @type {Row} */ a, /** @type {Row} */ b) => sum(b.at.get(order) ?? {}) - sum(a.at.get(order) ?? {}));
  const { others } = answer;
  if (others.departments > 0)
    rows.push({
      name: t("其他 {n} 个部门", { n: others.departments }),
      ...others,
      at: new Map(others.cells.map((/** @type {Row} */ c) => [c.id, c])),
    });
  return rows;
}

/**
 * @param {import("./dom.js").Child} word
 * @param {string} order
 * @param {URLSearchParams} parameters
 * @param {(changes: Record<string, any>) => string} here
 * @param {string} [full]
 */
function sorter(word, order, parameters, here, full) {
  const on = (parameters.get("sort") ?? "") === order;
  return el(
    "a",
    { href: here({ sort: order }), title: full ?? t("按这一项排序"), "aria-current": on ? "true" : null, "data-key": `sort-${order}` },
    word,
  );
}

/** @param {Row} column @param {URLSearchParams} parameters @param {(changes: Record<string, any>) => string} here */
function columnHead(column, parameters, here) {
  const full = t("{name}：按这个乡镇排序", { name: nameWithPart(column.name, column.part) });
  const name = [column.name, column.part ? el("span", { className: "muted" }, ` ${column.part}`) : null];
  const head = column.id === OTHERS ? el("span", null, column.name) : sorter(name, column.id, parameters, here, full);
  return el("th", { scope: "col", className: "upright", "data-column": column.id }, head);
}

/** @param {Row} row @param {Row[]} columns @param {number} most @param {string} part one of HANDED */
function line(row, columns, most, part) {
  const cells = columns.map((column) => {
    const cell = row.at.get(column.id);
    if (!cell) return el("td", { "data-column": column.id });
    const says = `${nameWithPart(row.name, row.part)} → ${nameWithPart(column.name, column.part)} · ${said(cell, part)}`;
    const count = written(sum(cell));
    const known = row.id && column.id !== OTHERS;
    return el(
      "td",
      { "data-column": column.id, className: known ? "heat" : "rest", style: known ? { "--heat": (sum(cell) / most).toFixed(2) } : null },
      known
        ? el("a", { href: addressOf("township", column.id, { section: sectionOf(part), department: row.id }), title: says, tabindex: "-1" }, count)
        : el("span", { title: says }, count),
    );
  });
  const name = row.id ? link(addressOf("department", row.id), row.name) : el("span", { className: "muted" }, row.name);
  const unnamed = row.named === false ? el("span", { className: "muted", title: t("未具名的部门") }, " *") : null;
  return el(
    "tr",
    null,
    el("th", { scope: "row" }, name, row.part ? el("span", { className: "muted" }, ` ${row.part}`) : null, unnamed),
    el("td", { className: "total", title: said(row, part) }, written(sum(row))),
    cells,
  );
}

/**
 * Makes the cells one stop of the Tab key, left and walked through by arrows; marks the column under the pointer.
 * @param {HTMLElement} grid
 */
function movable(grid) {
  const cells = () => /** @type {HTMLAnchorElement[]} */ ([...grid.querySelectorAll("td.heat a")]);
  cells()[0]?.setAttribute("tabindex", "0");
  grid.addEventListener("keydown", (event) => {
    const from = /** @type {HTMLElement} */ (event.target).closest("td.heat");
    const step = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key];
    if (!from || !step) return;
    event.preventDefault();
    const row = /** @type {HTMLTableRowElement} */ (from.parentElement);
    let [y, x] = [row.sectionRowIndex, /** @type {HTMLTableCellElement} */ (from).cellIndex];
    const body = /** @type {HTMLTableSectionElement} */ (row.parentElement);
    for (;;) {
      [y, x] = [y + step[0], x + step[1]];
      const cell = body.rows[y]?.cells[x];
      if (!cell) return;
      const next = /** @type {HTMLElement | null} */ (cell.querySelector("td.heat a, a"));
      if (!next || !cell.classList.contains("heat")) continue;
      for (const other of cells()) other.setAttribute("tabindex", "-1");
      next.setAttribute("tabindex", "0");
      next.focus();
      next.scrollIntoView({ block: "nearest", inline: "nearest" });
      return;
    }
  });
  let hot = "";
  const mark = (/** @type {Event} */ event) => {
    const column = /** @type {HTMLElement} */ (event.target).closest("[data-column]")?.getAttribute("data-column") ?? "";
    if (column === hot) return;
    for (const cell of grid.querySelectorAll(".hot")) cell.classList.remove("hot");
    if (column) for (const cell of grid.querySelectorAll(`[data-column="${CSS.escape(column)}"]`)) cell.classList.add("hot");
    hot = column;
  };
  grid.addEventListener("mouseover", mark);
  grid.addEventListener("focusin", mark);
}

/**
 * @param {Row} answer
 * @param {Row[]} columns
 * @param {Row[]} rows
 * @param {URLSearchParams} parameters
 * @param {(changes: Record<string, any>) => string} here
 */
function tools(answer, columns, rows, parameters, here) {
  const chosen = parameters.get("columns") ?? "";
  const way = (/** @type {string} */ value, /** @type {string} */ word) =>
    el("a", { className: "button quiet", href: here({ columns: value }), "aria-current": value === chosen ? "true" : null, "data-key": `columns-${value}` }, word);
  const order = el("span", { className: "choices", role: "group", "aria-label": t("乡镇的次序") }, way("", t("乡镇按名录")), way("total", t("乡镇按数量")));
  const files = [
    { key: "name", title: t("部门"), cell: () => "", value: (/** @type {Row} */ row) => nameWithPart(row.name, row.part) },
    { key: "total", title: t("合计"), cell: () => "", value: sum },
    ...columns.map((column) => ({
      key: column.id,
      title: nameWithPart(column.name, column.part),
      cell: () => "",
      value: (/** @type {Row} */ row) => sum(row.at.get(column.id) ?? {}),
    })),
  ];
  const paged = { rows, count: rows.length, limit: null, truncated: false, path: "", query: {} };
  const name = `${answer.division.name}-${t("部门与乡镇对照表")}`;
  return el(
    "div",
    { className: "tools" },
    el("span", { className: "muted" }, t("点数字看这些事项，点表头排序。")),
    el("span", { className: "legend" }, t("少"), el("i", { className: "scale", "aria-hidden": "true" }), t("多")),
    order,
    exportButtons(() => paged, files, name),
  );
}

/** @param {Row} answer @param {(changes: Record<string, any>) => string} here */
function cut(answer, here) {
  const { others } = answer;
  if (!others.departments) return null;
  const shown = answer.departments.length;
  return el(
    "p",
    { className: "note" },
    t("表里列出事项最多的 {n} 个部门，还有 {m} 个合在最后一行。", { n: shown, m: others.departments }),
    shown < 200 ? link(here({ departments: 200 }), t("显示更多")) : null,
  );
}
