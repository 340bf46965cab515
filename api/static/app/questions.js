// What the catalogue's questions are called beside their titles: topics, and a sentence each.

import { SAYS } from "./catalogue.js";
import { currentLanguage, either } from "./language.js";

/** @type {Record<string, string[]>} Topic → its questions, in the order in which they are shown. */
export const TOPICS = {
  部门: [
    "department",
    "department_delegations",
    "department_reclaimed",
    "delegators",
    "reclaimers",
    "joint_delegations",
    "partners",
    "shared_duties",
    "without_safeguards",
    "department_search",
    "bodies",
  ],
  职能: ["function_delegations", "functions"],
  乡镇: [
    "township_summary",
    "township_duties",
    "township_differences",
    "unique_duties",
    "starred_duties",
    "township_editions",
  ],
  比较与变化: ["compare", "matrix", "matters", "matter", "reclaimed_yet_delegated", "county_summary"],
  依据与措辞: ["laws", "law_duties", "duties_without_law", "vague_verbs", "vague_verbs_by_department"],
  查找与核对: ["text_search", "duty", "duty_elsewhere", "quality", "list_catalogue", "list", "divisions", "division"],
};

/** @type {Record<string, string>} What the question `quality` finds. */
export const FINDINGS = {
  "no department": "没有部门",
  "unnamed body": "部门不具名",
  doubt: "读取存疑",
  count: "项数不符",
  "inferred place": "地名是推断的",
  undated: "未注明日期",
};

/** @type {Record<string, string>} Level of a law. */
export const LAW_LEVELS = {
  law: "法律",
  regulation: "行政法规",
  "local regulation": "地方性法规",
  rule: "规章",
  document: "规范性文件",
};

/** @param {import("./dom.js").Row} question */
export function questionSays(question) {
  return currentLanguage() === "en" ? question.question : (SAYS[question.name] ?? question.title);
}

/** @param {import("./dom.js").Row} field parameter, column or key of a column's maps, as /v1/queries lists them */
export function fieldWord(field) {
  return either(field.title, field.title_en);
}
