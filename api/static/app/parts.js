// Pieces that several views show.

import { address, el, link } from "./dom.js";

export const SECTIONS = { basic: "基本履职", cooperative: "配合履职", reclaimed: "上级部门收回" };
export const LEVELS = { central: "中央", province: "省级", prefecture: "市级", county: "县级", branch: "派驻机构" };
const STEPS = [100, 500, 5000];

// Returns the limit that a view's parameters ask for, one of the steps; `usual` where they ask for none.
export function limitOf(parameters, usual = STEPS[0]) {
  const asked = Number(parameters.get("limit"));
  return STEPS.includes(asked) ? asked : usual;
}

// Returns "还有更多" with a link to the next step, or null where the answer is whole. `here` makes the view's address.
// A server that gave less than was asked for would do so again: then there is no link.
export function more(answer, asked, here) {
  if (!answer.truncated) return null;
  const next = answer.limit < asked ? undefined : STEPS.find((step) => step > asked);
  const shown = `还有更多：这里只显示前 ${answer.count} 条。`;
  return el("p", { className: "note" }, shown, next ? link(here(next), "显示更多") : "请用县区或更具体的词缩小范围。");
}

export function empty(...says) {
  return el("p", { className: "empty" }, ...says);
}

export function heading(title, count) {
  return el("h2", null, title, count == null ? null : el("span", { className: "count" }, count));
}

export function countOf(answer) {
  return answer.truncated ? `${answer.count}+` : String(answer.count);
}

export function edition(text) {
  return text === "undated" ? "未注明日期" : text;
}

// Returns where a row is printed: 第 30–38 行, or 第 3 页.
export function place(row) {
  if (row.first_line != null) {
    return row.last_line === row.first_line ? `第 ${row.first_line} 行` : `第 ${row.first_line}–${row.last_line} 行`;
  }
  return row.page == null ? "出处不详" : `第 ${row.page} 页`;
}

export function source(row) {
  return [el("span", { className: "keep" }, place(row)), " ", el("span", { className: "muted small" }, row.document)];
}

export function dutyLink(row, id = row.duty_id) {
  const star = row.starred ? el("span", { className: "star", title: "原文标有 ★" }, "★ ") : null;
  const gone = row.status === "abolished" ? [" ", el("span", { className: "tag" }, "不再开展")] : null;
  return [star, link(address(["duty", id]), row.name), gone];
}

export function townshipLink(row, county) {
  return link(address(["township", row.township_id ?? row.township], { county }), row.township);
}

// Returns clauses as a list, each with its number as printed.
export function clauses(items) {
  const rows = items.map(({ number, text }) =>
    el("li", null, number ? el("span", { className: "ordinal" }, `${number}.`) : null, el("span", null, text)),
  );
  return el("ul", { className: "clauses" }, rows);
}

export function names(list) {
  return list.join("、");
}
