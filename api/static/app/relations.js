// What the graph's relations are called, seen from either end.

import { t } from "./language.js";

/** @type {Record<string, {word: string, out: string, in: string}>} Relation → its word, and what stands at its far end, seen from the near one. */
const RELATIONS = {
  DELEGATES: { word: "交办", out: "交办的事项", in: "交办部门" },
  TAKES_BACK: { word: "收回", out: "收回的事项", in: "收回部门" },
  BORNE_BY: { word: "承担条文", out: "承担条文的部门", in: "承担条文的事项" },
  ASSISTS: { word: "配合", out: "配合的事项", in: "配合的乡镇" },
  PERFORMS: { word: "自办", out: "自办的事项", in: "自办的乡镇" },
  RELIEVED_OF: { word: "不再承担", out: "不再承担的事项", in: "不再承担的乡镇" },
  WORKS_WITH: { word: "事项往来", out: "有事项往来的乡镇", in: "有事项往来的部门" },
  INSTANCE_OF: { word: "属于同类", out: "同类事项", in: "属于此类的事项" },
  IN_CATEGORY: { word: "归入类别", out: "类别", in: "此类别的事项" },
  CITES: { word: "引用", out: "引用的依据", in: "引用它的事项" },
  EXERCISES: { word: "行使职能", out: "职能", in: "行使此职能的部门" },
  PART_OF: { word: "属于", out: "所属区划", in: "下属" },
  flows: { word: "流向", out: "流向", in: "来自" },
};

/** @param {string} relation */
export function relationWord(relation) {
  return t(RELATIONS[relation]?.word ?? relation);
}

/**
 * Returns what a node's neighbours by this relation are called.
 * @param {string} relation
 * @param {string} direction out: from the node; in: to it
 */
export function neighbourWord(relation, direction) {
  const known = RELATIONS[relation];
  return t(known ? (direction === "out" ? known.out : known.in) : relation);
}

/** What departments, rows in the middle, and townships do: the relations that a picture shows first. */
export const RELATION_ORDER = Object.keys(RELATIONS);

/** @type {Record<string, string>} What a department does to a row → the same seen from the township: one entry of the legend. */
export const OTHER_SIDE = { DELEGATES: "ASSISTS", TAKES_BACK: "RELIEVED_OF" };

/** @type {Record<string, string>} Relation → the section of the rows that it is about. */
export const RELATION_SECTIONS = {
  DELEGATES: "cooperative",
  ASSISTS: "cooperative",
  TAKES_BACK: "reclaimed",
  RELIEVED_OF: "reclaimed",
  PERFORMS: "basic",
};
