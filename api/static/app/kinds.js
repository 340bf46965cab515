// What there is: kinds of things and sections of lists, their words, badges and addresses.

import { address, el, link } from "./dom.js";
import { currentLanguage, t } from "./language.js";

/** @type {Record<string, string>} */
export const SECTIONS = { basic: "基本履职", cooperative: "配合履职", reclaimed: "上级部门收回" };

/** @type {Record<string, [string, string]>} Section → its sign where there is no room for its word, in Chinese and English. */
const SIGNS = { basic: ["基", "B"], cooperative: ["配", "C"], reclaimed: ["收", "R"] };

/** @type {Record<string, string>} How sure it is that a row is a piece of work: link of the row → what is said of it. */
export const LINKS = { same: "就是这件事", overlap: "与其他事项合并列出", alike: "只是字面相似，需核实" };

/** Score from which a judgement of the program passes for the same work between counties; as in the question duty_elsewhere. */
export const SURE = 0.95;

/** @type {Record<string, string>} How it was found that rows are the same work. */
export const WORDED = { "same wording": "写法相同", "similar wording": "写法相近" };

/** @type {Record<string, string>} */
export const LEVELS = { central: "中央", province: "省级", prefecture: "市级", county: "县级", branch: "派驻机构" };

/** @type {Record<string, {word: string, sign: string, letter: string, view: string}>} Kind → its words, and the view that shows one. */
const KINDS = {
  department: { word: "部门", sign: "部", letter: "D", view: "department" },
  township: { word: "乡镇", sign: "镇", letter: "T", view: "township" },
  county: { word: "县区", sign: "县", letter: "C", view: "division" },
  prefecture: { word: "市州", sign: "市", letter: "C", view: "division" },
  province: { word: "省区市", sign: "省", letter: "P", view: "division" },
  division: { word: "区划", sign: "地", letter: "P", view: "division" },
  duty: { word: "事项", sign: "事", letter: "R", view: "duty" },
  matter: { word: "同类事项", sign: "同", letter: "M", view: "matter" },
  category: { word: "类别", sign: "类", letter: "C", view: "search" },
  function: { word: "职能", sign: "职", letter: "F", view: "function" },
  law: { word: "依据", sign: "法", letter: "L", view: "law" },
  document: { word: "文件", sign: "文", letter: "F", view: "" },
};

/** @param {string} kind */
export function kindWord(kind) {
  return t(KINDS[kind]?.word ?? kind);
}

/**
 * Returns the badge of a kind: one character on its colour, with the whole word for those who do not see it.
 * @param {string} kind
 */
export function badge(kind) {
  const known = KINDS[kind];
  const colour = known?.view === "division" ? "division" : kind;
  const sign = known ? (currentLanguage() === "en" ? known.letter : known.sign) : "·";
  return el(
    "span",
    { className: `badge kind-${colour}`, role: "img", "aria-label": kindWord(kind), title: kindWord(kind) },
    sign,
  );
}

/**
 * Returns the address of a thing.
 * @param {string} kind
 * @param {string} id
 * @param {Record<string, any>} [parameters]
 */
export function addressOf(kind, id, parameters) {
  const view = KINDS[kind]?.view ?? "search";
  return view === "search" ? address(["search"], { q: id }) : address([view, id], parameters);
}

/**
 * Returns a thing's name as a link to its page; without id, the name. The page of a matter keeps the words of the link: each
 * county words it otherwise.
 * @param {string} kind
 * @param {string | null | undefined} id
 * @param {string} name
 */
export function linkTo(kind, id, name) {
  const kept = kind === "matter" ? { as: name } : {};
  return id ? link(addressOf(kind, id, kept), name) : el("span", null, name);
}

/**
 * Returns the chip of a section: its colour and its word.
 * @param {string} section
 */
export function sectionChip(section) {
  return el("span", { className: `chip section-${section}` }, t(SECTIONS[section] ?? section));
}

/**
 * Returns the sign of a section, for where there is no room for its word.
 * @param {string} section
 */
export function sectionSign(section) {
  return SIGNS[section]?.[currentLanguage() === "en" ? 1 : 0] ?? section;
}

/**
 * Returns a word of a legend: what a section's colour stands for in a picture.
 * @param {string} section
 * @param {string} word
 */
export function sectionInk(section, word) {
  return el("span", { className: `ink section-${section}` }, word);
}
