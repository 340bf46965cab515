// What the catalogue's questions are called beside their titles: topics, and a sentence each.

import { FIELDS } from "./columns.js";
import { currentLanguage } from "./language.js";

/** @type {Record<string, string[]>} Topic → its questions, in the order in which they are shown. */
export const TOPICS = {
  部门: ["department_search", "department_delegations", "function_delegations", "bodies"],
  乡镇: ["township_duties", "township_editions", "list_catalogue"],
  比较与变化: ["reclaimed_yet_delegated", "matters"],
  查找: ["text_search"],
};

/** Questions that serve programs, or that a view of its own shows. */
export const UNSEEN = new Set(["dataset", "duty", "edition_duties", "export_duties", "former_id"]);

/** @type {Record<string, string>} Question → what it answers, for who does not read English. */
const SAYS = {
  department_search: "名称或牌子里有这几个字的部门，以及各向乡镇交办、收回多少条。",
  department_delegations: "这个部门让乡镇配合哪些事、乡镇各做什么、印在哪里。",
  function_delegations: "做同一职能的各县部门（无论叫什么名字）向乡镇交办的事项。",
  bodies: "清单里出现的全部机构：各种写法、牌子、级别和职能。",
  township_duties: "一个乡镇清单上的全部事项，可限于某一部分。",
  township_editions: "一个乡镇载入了哪几个版本的清单。",
  list_catalogue: "载入了哪些清单，各部分多少条。",
  reclaimed_yet_delegated: "纸面上收回、另一条里（可能换了名称）仍由乡镇承担或配合的事项，即“明减暗增”。",
  matters: "各乡镇清单里的同一件事，以及它们各在哪一部分。",
  text_search: "名称或条文里有这些词的事项。",
};

/** @param {import("./dom.js").Row} question */
export function questionSays(question) {
  return currentLanguage() === "en" ? question.question : (SAYS[question.name] ?? question.title);
}

/** @param {string} name of a parameter or column */
export function fieldWord(name) {
  const known = FIELDS[name];
  return known ? known[currentLanguage() === "en" ? 1 : 0] : name;
}
