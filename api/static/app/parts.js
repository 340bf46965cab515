// Pieces that several views show.

import { address, el, link } from "./dom.js";
import { badge, linkTo } from "./kinds.js";
import { t, written } from "./language.js";

/** @typedef {import("./dom.js").Child} Child */
/** @typedef {import("./dom.js").Row} Row */

/**
 * Returns the head of a page about one thing: badge, name, where it belongs, and facts.
 * @param {string} kind
 * @param {Child} name
 * @param {{path?: Child, facts?: Child[], actions?: Child[]}} beside
 */
export function pageHead(kind, name, { path, facts = [], actions = [] } = {}) {
  return el(
    "header",
    { className: "page-head" },
    path ? el("p", { className: "path" }, path) : null,
    el("h1", null, badge(kind), " ", name),
    facts.some(Boolean)
      ? el(
          "p",
          { className: "facts" },
          facts.filter(Boolean).map((fact) => el("span", null, fact)),
        )
      : null,
    actions.length ? el("p", { className: "actions" }, actions) : null,
  );
}

/**
 * Returns a division's path, each step a link where its id is known.
 * @param {Row[]} steps {id, name}, from the province down
 */
export function crumbs(steps) {
  return steps.flatMap((step, place) => [
    place ? el("span", { className: "muted", "aria-hidden": "true" }, " › ") : null,
    linkTo("division", step.id, step.name),
  ]);
}

/**
 * @param {string} path such as 云岭省/南屏市/青禾县
 */
export function pathText(path) {
  return path.split("/").filter(Boolean).join(" › ");
}

/**
 * Returns figures in a row: each a number over its word; a link where there is somewhere to go.
 * @param {{value: number | string, word: string, href?: string, className?: string, note?: Child}[]} figures
 */
export function figureRow(figures) {
  const one = (/** @type {typeof figures[number]} */ { value, word, href, className, note }) =>
    el(
      "li",
      { className },
      href ? link(href, figure(value, word)) : figure(value, word),
      note ? el("span", { className: "figure-note" }, note) : null,
    );
  return el("ul", { className: "figures" }, figures.map(one));
}

/** @param {number | string} value @param {string} word */
function figure(value, word) {
  return [el("b", null, written(value)), " ", el("span", null, word)];
}

/**
 * Returns the tabs of a page; the chosen one stands in the address.
 * @param {{value: string, word: string, count?: number | string | null}[]} choices
 * @param {string} chosen
 * @param {(value: string) => string} here makes the address of a tab
 * @param {string} label
 */
export function tabs(choices, chosen, here, label) {
  const tab = (/** @type {typeof choices[number]} */ { value, word, count }) =>
    el(
      "a",
      { href: here(value), "data-key": `tab-${value}`, "aria-current": value === chosen ? "page" : null },
      word,
      count == null ? null : el("span", { className: "count" }, written(count)),
    );
  return el("nav", { className: "tabs", "aria-label": label }, choices.map(tab));
}

/** @param {...Child} says */
export function empty(...says) {
  return el("p", { className: "empty" }, ...says);
}

/** @param {...Child} says */
export function note(...says) {
  return el("p", { className: "note" }, ...says);
}

/**
 * Returns what the server says itself, in English, folded under the page's own words; null where it says nothing.
 * @param {string | null | undefined} detail
 */
export function particulars(detail) {
  return detail
    ? el(
        "details",
        { className: "particulars" },
        el("summary", null, t("给管理员的说明（英文）")),
        el("span", { lang: "en" }, detail),
      )
    : null;
}

/**
 * @param {Child} title
 * @param {number | string | null} [count]
 */
export function heading(title, count) {
  return el("h2", null, title, count == null ? null : el("span", { className: "count" }, written(count)));
}

/** @param {string | null | undefined} text an edition as the API gives it */
export function edition(text) {
  return !text || text === "undated" ? t("未注明日期") : text;
}

/**
 * Returns where a row is printed: lines of a text, or the page of a document that has pages.
 * @param {Row} row
 */
export function place(row) {
  if (row.first_line != null) {
    return row.last_line === row.first_line
      ? t("第 {n} 行", { n: row.first_line })
      : t("第 {n}–{m} 行", { n: row.first_line, m: row.last_line });
  }
  return row.page == null ? t("出处不详") : t("第 {n} 页", { n: row.page });
}

/** @param {Row} row */
export function source(row) {
  return [
    el("span", { className: "keep" }, place(row)),
    " ",
    el("span", { className: "printed-at", title: row.document }, row.document),
  ];
}

/**
 * Returns a printed text for reading: tags that its document holds become ends of lines, and the text as it is stands folded below.
 * @param {string} printed
 */
export function printedText(printed) {
  const lines = printed.replace(/\s*<\/?[a-z][^<>]*>\s*/gi, "\n").replace(/\n{2,}/g, "\n");
  if (lines === printed) return printed;
  return [lines.trim(), el("details", { className: "exact" }, el("summary", null, t("按原样")), printed)];
}

/**
 * Returns a duty's name as a link, with what marks it.
 * @param {Row} row
 * @param {string} [id]
 * @param {Child} [name]
 */
export function dutyLink(row, id = row.duty_id, name = row.name) {
  const star = row.starred ? el("span", { className: "star", title: t("原文标有 ★") }, "★ ") : null;
  const gone = row.status === "abolished" ? [" ", el("span", { className: "tag" }, t("不再开展"))] : null;
  return [star, link(address(["duty", id]), name), gone];
}

/**
 * Returns clauses as a list, each with its number as printed.
 * @param {{number?: string, text: Child}[]} items
 */
export function clauses(items) {
  const rows = items.map(({ number, text }) =>
    el("li", null, el("span", { className: "ordinal" }, number ? `${number}.` : "·"), el("span", null, text)),
  );
  return el("ul", { className: "clauses" }, rows);
}

/** @param {string[]} list */
export function names(list) {
  return list.join("、");
}

/**
 * Returns ranked bars: a name, its bar parted by sections, and the number.
 * @param {{name: Child, parts: {className: string, value: number, says: string}[]}[]} rows
 * @param {string} label
 */
export function rankedBars(rows, label) {
  const most = Math.max(1, ...rows.map((row) => total(row.parts)));
  const one = (/** @type {typeof rows[number]} */ row) =>
    el(
      "li",
      null,
      el("span", { className: "bar-name" }, row.name),
      el(
        "span",
        { className: "bar-track" },
        row.parts
          .filter((part) => part.value)
          .map((part) =>
            el("span", {
              className: `bar-part ${part.className}`,
              style: { "--share": part.value / most },
              title: part.says,
            }),
          ),
      ),
      el(
        "span",
        { className: "bar-value" },
        row.parts
          .filter((part) => part.value)
          .map((part, place) => [
            place ? " + " : null,
            el("span", { className: `ink-${part.className}`, title: part.says }, written(part.value)),
            el("span", { className: "unseen" }, ` ${part.says}`),
          ]),
      ),
    );
  return el("ol", { className: "bars", "aria-label": label }, rows.map(one));
}

/** @param {{value: number}[]} parts */
function total(parts) {
  return parts.reduce((sum, part) => sum + part.value, 0);
}

/**
 * Returns how sure something inferred is, in words.
 * @param {number} score 0–1
 */
function certainty(score) {
  if (score >= 0.95) return t("很可靠");
  if (score >= 0.8) return t("较可靠");
  if (score >= 0.6) return t("大致可信");
  return t("待核实");
}

/** Returns the tag of the body that leads a row, and what that is told by: lists seldom print the word. */
export function leadTag() {
  return el("span", { className: "tag strong", title: t("部门栏里列在第一位，视为牵头") }, t("牵头"));
}

/**
 * Returns it with its figure; nothing where there is no score.
 * @param {number | null} score
 */
export function certaintyCell(score) {
  if (score == null) return "";
  return [certainty(score), el("span", { className: "muted small" }, ` ${Math.round(score * 100)}%`)];
}
