// The same work in other townships, with the words that differ from this township's marked.

import { ask, pathOf } from "./api.js";
import { likeness, markedDiff } from "./diff.js";
import { address, el, link } from "./dom.js";
import { sectionChip, WORDED } from "./kinds.js";
import { t } from "./language.js";
import { certaintyCell, empty, heading, names, place } from "./parts.js";

/** @typedef {import("./dom.js").Row} Row */
/** @typedef {import("./dom.js").Child} Child */

const LISTED = 200;
const COMPARED = 4; // rows that are compared unasked; each is one request
const LEAST_ALIKE = 0.6; // of two texts with less in common the words are not marked: nearly all would be

/** @type {[string, (row: Row) => string][]} What is compared, and its text. */
const PARTS = [
  ["事项", (row) => row.name],
  ["类别", (row) => row.category ?? ""],
  ["部门职责", (row) => texts(row.responsibilities)],
  ["乡镇职责", (row) => texts(row.role)],
];

/** @param {Row[]} items */
function texts(items) {
  return items.map(({ text }) => text).join("\n");
}

/**
 * Returns the part of a duty's page about other townships; nothing where the work stands in no other list.
 * @param {Row} row
 * @param {URLSearchParams} parameters `with`: the row to compare with
 * @param {AbortSignal} signal
 */
export async function wordings(row, parameters, signal) {
  const elsewhere = await ask(`${pathOf("duties", row.id)}/elsewhere`, { limit: LISTED }, signal);
  if (!elsewhere.count) return null;
  const wanted = parameters.get("with");
  /** @type {string[]} */
  const chosen = wanted
    ? [wanted]
    : elsewhere.rows.slice(0, COMPARED).map((/** @type {Row} */ { duty_id }) => duty_id);
  const others = await Promise.all(chosen.map((id) => ask(pathOf("duties", id), {}, signal)));
  /** @param {string} title @param {Row[]} rows @param {Child} says */
  const group = (title, rows, says) => {
    const rest = rows.filter(({ duty_id: id }) => !chosen.includes(id));
    const compared = rows.flatMap((one) => {
      const other = others.find(({ id }) => id === one.duty_id);
      return other ? [wording(row, other, one)] : [];
    });
    return rows.length
      ? [heading(title, rows.length), says, compared, rest.length ? remaining(row, rest, Boolean(wanted)) : null]
      : null;
  };
  const legend = el(
    "p",
    { className: "muted small" },
    t("与本页事项相比："),
    el("ins", null, t("多出的词")),
    " ",
    el("del", null, t("缺少的词")),
    t("；相差太大的并列显示，不逐词标注"),
  );
  const doubt = t("外县的另一种写法，程序判断的把握不到 95%，没有人认定过：是不是同一件事，请对照原文核实。");
  return [
    group(
      t("其他乡镇的同一件事"),
      elsewhere.rows.filter((/** @type {Row} */ one) => one.certain),
      legend,
    ),
    group(
      t("可能是同一件事"),
      elsewhere.rows.filter((/** @type {Row} */ one) => !one.certain),
      el("p", { className: "muted small" }, doubt),
    ),
    elsewhere.truncated
      ? empty(t("共 {n} 处，这里只列出前 {m} 处。", { n: elsewhere.total, m: elsewhere.count }))
      : null,
  ];
}

/**
 * Returns how it is known that two rows are the same work.
 * @param {Row} found
 */
function howKnown({ method, score }) {
  return [t(WORDED[method]), method === "same wording" ? null : [" ", certaintyCell(score)]];
}

/**
 * Returns a text of the other row with the words marked that differ, or both texts where they have next to nothing in common.
 * @param {string} mine
 * @param {string} theirs
 */
function beside(mine, theirs) {
  if (likeness(mine, theirs) >= LEAST_ALIKE) return markedDiff(mine, theirs);
  return bothPlain(theirs || "—", mine || "—");
}

/** @param {Child} theirs @param {Child} mine */
function bothPlain(theirs, mine) {
  const one = (/** @type {string} */ whose, /** @type {Child} */ text) =>
    el("div", null, el("span", { className: "muted small" }, whose), text);
  return el("div", { className: "both" }, one(t("该处"), theirs), one(t("本页"), mine));
}

/** @param {Row} row @param {Row} other @param {Row} found as the list of these rows tells it */
function wording(row, other, found) {
  const differing = PARTS.filter(([, text]) => text(row) !== text(other));
  const bodies = bodiesDiff(row, other);
  const same = PARTS.filter(([, text]) => text(row) === text(other) && text(row)).map(([name]) => t(name));
  const lines = [
    bodies ? [el("dt", null, t("部门")), el("dd", null, bodies)] : null,
    differing.map(([name, text]) => [
      el("dt", null, t(name)),
      el("dd", { className: "lines" }, beside(text(row), text(other))),
    ]),
  ];
  const title = [other.county === row.county ? null : other.county, other.township].filter(Boolean).join(" ");
  return el(
    "article",
    { className: `wording section-${other.section}` },
    el(
      "p",
      null,
      link(address(["duty", other.id]), el("b", null, title)),
      sectionChip(other.section),
      el("span", { className: "muted small" }, place(other)),
      el("span", { className: "small" }, howKnown(found)),
    ),
    differing.length || bodies ? el("dl", null, lines) : null,
    same.length ? el("p", { className: "muted small" }, t("相同：{parts}", { parts: same.join("、") })) : null,
  );
}

/**
 * Returns the bodies of both rows, or undefined where they are the same.
 * @param {Row} row
 * @param {Row} other
 */
function bodiesDiff(row, other) {
  const mine = row.departments.map((/** @type {Row} */ party) => party.name);
  const theirs = other.departments.map((/** @type {Row} */ party) => party.name);
  if (mine.join() === theirs.join()) return undefined;
  if (!mine.some((/** @type {string} */ name) => theirs.includes(name))) return bothPlain(names(theirs), names(mine));
  const items = [
    ...theirs.map((/** @type {string} */ name) => (mine.includes(name) ? name : el("ins", null, name))),
    ...mine
      .filter((/** @type {string} */ name) => !theirs.includes(name))
      .map((/** @type {string} */ name) => el("del", null, name)),
  ];
  return items.map((item, index) => [index ? "、" : null, item]);
}

/** @param {Row} row @param {Row[]} rest @param {boolean} chosen */
function remaining(row, rest, chosen) {
  const one = (/** @type {Row} */ other) =>
    el(
      "li",
      null,
      link(
        address(["duty", row.id], { with: other.duty_id }),
        [other.county, other.township].filter(Boolean).join(" "),
      ),
      " ",
      sectionChip(other.section),
    );
  return el(
    "details",
    { open: rest.length <= 12 || chosen },
    el("summary", null, t("与另外 {n} 处对照", { n: rest.length })),
    el("ul", { className: "inline" }, rest.map(one)),
  );
}
