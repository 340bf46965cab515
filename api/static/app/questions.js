// What the catalogue's questions are called beside their titles: topics, and a sentence each.

import { FIELDS, SAYS } from "./catalogue.js";
import { currentLanguage } from "./language.js";

/** @type {Record<string, string[]>} Topic → its questions, in the order in which they are shown. */
export const TOPICS = {
  部门: [
    "department_delegations",
    "department_reclaimed",
    "delegators",
    "reclaimers",
    "joint_delegations",
    "partners",
    "without_safeguards",
    "department_search",
    "bodies",
  ],
  职能: ["function_delegations", "functions"],
  乡镇: ["township_duties", "township_differences", "unique_duties", "starred_duties", "township_editions"],
  比较与变化: ["compare", "matters", "reclaimed_yet_delegated", "county_summary"],
  依据与措辞: ["laws", "law_duties", "duties_without_law", "vague_verbs", "vague_verbs_by_department"],
  查找与核对: ["text_search", "quality", "list_catalogue", "divisions"],
};

/** Questions that serve programs, or that a view of its own shows. */
export const UNSEEN = new Set([
  "category_names",
  "columns",
  "dataset",
  "department",
  "department_names",
  "division",
  "division_names",
  "duty",
  "edition_duties",
  "export_duties",
  "exported_lists",
  "exported_nodes",
  "exported_relations",
  "exported_shared_nodes",
  "exported_shared_relations",
  "flow_categories",
  "flow_departments",
  "former_id",
  "function_names",
  "law_names",
  "links_between",
  "list",
  "match_duties",
  "match_townships",
  "matrix",
  "matrix_townships",
  "matter",
  "matter_names",
  "neighbour_counts",
  "neighbours",
  "node",
  "shared_duties",
  "township_summary",
]);

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

/** @param {string} name of a parameter or column */
export function fieldWord(name) {
  const known = FIELDS[name];
  return known ? known[currentLanguage() === "en" ? 1 : 0] : name;
}
