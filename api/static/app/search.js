// The results of a search: all kinds of things, best first.

import { ask } from "./api.js";
import { address, el, link, marked } from "./dom.js";
import { facet, filtered } from "./facets.js";
import { shortPlace } from "./find.js";
import { addressOf, badge, kindWord, sectionChip } from "./kinds.js";
import { t } from "./language.js";
import { empty } from "./parts.js";
import { pairLinks } from "./together.js";

/** @typedef {import("./dom.js").Row} Row */

const FOUND = 50;
const LONGEST = 200; // characters that /v1/search takes
const NAME = "名称相符"; // what the API says where the name itself matches: no news
const KINDS = ["department", "township", "county", "duty", "matter", "law", "function", "category"];

/** @type {import("./main.js").View} */
export async function search(_parts, parameters, signal) {
  const q = (parameters.get("q") ?? "").trim().slice(0, LONGEST);
  const kind = parameters.get("kind") ?? "";
  if (!q)
    return {
      title: t("搜索"),
      content: [el("h1", null, t("搜索")), empty(t("请在上面的搜索框里输入部门、事项、乡镇或法规的名称。"))],
    };
  const limit = Math.min(500, Number(parameters.get("rows")) || FOUND);
  const answer = await ask("/v1/search", { q, kind, division: parameters.get("division"), limit }, signal);
  const here = (/** @type {Record<string, any>} */ changes) =>
    address(["search"], { ...Object.fromEntries(parameters), rows: "", ...changes });
  const words = q.split(/[^\p{L}\p{N}]+/u);
  const title = t("“{q}”的搜索结果", { q });
  const kinds = facet({
    name: "kind",
    title: t("种类"),
    chosen: kind,
    here,
    choices: KINDS.map((value) => ({ value, word: [badge(value), " ", kindWord(value)] })),
  });
  const chosen = kind ? [{ name: kindWord(kind), href: here({ kind: "" }) }] : [];
  return {
    title: q,
    status: t("{title}：{n} 条", { title, n: answer.count }),
    content: [
      el("h1", null, title),
      pairLinks(answer.together),
      filtered([kinds], answer.count ? results(answer, words, here) : nothing(q, kind, here), chosen),
    ],
  };
}

/** @param {import("./api.js").Answer} answer @param {string[]} words @param {(changes: Record<string, any>) => string} here */
function results(answer, words, here) {
  const more = answer.truncated
    ? el("p", { className: "more" }, t("还有更多"), link(here({ rows: answer.count * 2 }), t("显示更多")))
    : null;
  return [
    el(
      "ol",
      { className: "found" },
      answer.rows.map((row) => found(row, words)),
    ),
    more,
  ];
}

/** @param {Row} row @param {string[]} words */
function found(row, words) {
  const why = (row.why ?? []).filter((/** @type {string} */ text) => text && text !== row.name && text !== NAME);
  return el(
    "li",
    null,
    badge(row.kind),
    el(
      "div",
      null,
      el(
        "p",
        null,
        link(addressOf(row.kind, row.kind === "category" ? row.name : row.id), marked(row.name, words)),
        " ",
        row.section ? sectionChip(row.section) : null,
      ),
      why.slice(0, 3).map((/** @type {string} */ text) => el("p", { className: "why" }, marked(text, words))),
    ),
    el("span", { className: "offer-place" }, row.place ? shortPlace(row.place) : null),
  );
}

/** @param {string} q @param {string} kind @param {(changes: Record<string, any>) => string} here */
function nothing(q, kind, here) {
  const wider = kind ? [t("，或"), link(here({ kind: "" }), t("在全部种类里搜索"))] : null;
  return empty(
    t("没有找到“{q}”。请换短一些的词（如“水利”“低保”）", { q }),
    wider,
    t("，或"),
    link(address(["match"], { text: q }), t("问它在不在清单上")),
    "。",
  );
}
