// A township: its duties by section and category, who hands it work, what differs from its neighbours, and its editions.

import { ask, firstPage, pathOf } from "./api.js";
import { changes } from "./changes.js";
import { categoryColumn, numberColumn, sectionColumn } from "./columns.js";
import { differences } from "./compare.js";
import { address, el, link, present } from "./dom.js";
import { facet, filtered } from "./facets.js";
import { linkTo, sectionChip, SECTIONS } from "./kinds.js";
import { t, written } from "./language.js";
import { crumbs, dutyLink, edition, empty, names, pageHead, place, rankedBars, tabs } from "./parts.js";
import { listing } from "./table.js";

/** @typedef {import("./dom.js").Row} Row */
/** @typedef {(changes: Record<string, string>) => string} Here */

/** @type {import("./main.js").View} */
export async function township([id], parameters, signal) {
  const tab = parameters.get("tab") ?? "";
  const whole = await ask(pathOf("townships", id), {}, signal);
  /** @type {Here} */
  const here = (given) =>
    address(["township", id], { ...Object.fromEntries(parameters), rows: "", sort: "", ...given });
  const shown = await (TABS[tab] ?? TABS[""])(whole, parameters, here, signal);
  const filteredBy = ["section", "category", "department"].some((name) => parameters.get(name));
  return {
    title: [whole.county, whole.township].filter(Boolean).join(" "),
    status: t("{name}：{n} 条事项", { name: whole.township, n: sum(whole.sections, "found") }),
    content: [
      pageHead("township", whole.township, {
        path: crumbs(whole.above.slice(0, -1)),
        facts: [t("版本 {edition}", { edition: edition(whole.edition) }), whole.document],
        actions: [
          el("a", { className: "button", href: address(["graph"], { id }) }, t("关系图")),
          el("a", { className: "button", href: address(["flow"], { division: id }) }, t("流向图")),
        ],
      }),
      tab || filteredBy ? null : sections(whole, here),
      tabs(
        [
          { value: "", word: t("事项清单"), count: sum(whole.sections, "found") },
          { value: "departments", word: t("谁交办"), count: whole.departments_count },
          { value: "differences", word: t("与本县其他乡镇的不同") },
          { value: "changes", word: t("版本与变化"), count: whole.editions.length },
        ],
        tab,
        (value) => address(["township", id], { tab: value }),
        t("乡镇的各个方面"),
      ),
      shown,
    ],
  };
}

/** @type {Record<string, (whole: Row, parameters: URLSearchParams, here: Here, signal: AbortSignal) => Promise<import("./dom.js").Child>>} */
const TABS = {
  "": duties,
  departments: async (whole, _parameters, here) => ranked(whole, here),
  differences,
  changes: (whole, parameters, here, signal) => changes(whole, parameters, here, signal),
};

/** @param {Row[]} rows @param {string} field */
function sum(rows, field) {
  return rows.reduce((all, row) => all + (row[field] ?? 0), 0);
}

/**
 * Returns the three sections with their categories, found beside declared where they disagree.
 * @param {Row} whole
 * @param {Here} here
 */
function sections(whole, here) {
  const one = (/** @type {Row} */ section) =>
    el(
      "li",
      { className: `section-${section.section}` },
      el(
        "h2",
        null,
        link(here({ section: section.section }), t(SECTIONS[section.section])),
        el("b", null, written(section.found)),
      ),
      declared(section),
      el(
        "ul",
        null,
        section.categories.map((/** @type {Row} */ category) =>
          el(
            "li",
            null,
            link(here({ section: section.section, category: category.category }), category.category || t("（无类别）")),
            el("span", { className: "count" }, written(category.found), disagreement(category)),
          ),
        ),
      ),
    );
  return el("ul", { className: "sections" }, whole.sections.map(one));
}

/**
 * Returns whether the section has as many rows as the list says: by its own count, or by those of all its categories.
 * @param {Row} section
 */
function declared(section) {
  const parts = section.categories.map((/** @type {Row} */ category) => category.declared);
  const summed = section.declared == null && parts.length > 0 && !parts.includes(null);
  const said = summed ? parts.reduce((/** @type {number} */ a, /** @type {number} */ b) => a + b) : section.declared;
  if (said == null) return el("p", { className: "says" }, t("清单没有写明共几项"));
  if (said === section.found) return el("p", { className: "says" }, summed ? t("与各类自述的合计一致") : t("与清单自述的项数一致"));
  const counts = { n: said, m: section.found };
  return el("p", { className: "says bad" }, summed ? t("各类自述合计 {n} 项，实有 {m} 项", counts) : t("清单自述 {n} 项，实有 {m} 项", counts));
}

/** @param {Row} category */
function disagreement(category) {
  if (category.declared == null || category.declared === category.found) return null;
  return el("span", { className: "bad" }, ` ${t("（自述 {n}）", { n: category.declared })}`);
}

/**
 * @param {Row} whole
 * @param {URLSearchParams} parameters
 * @param {Here} here
 * @param {AbortSignal} signal
 */
async function duties(whole, parameters, here, signal) {
  const [section, category, body] = ["section", "category", "department"].map((name) => parameters.get(name) ?? "");
  const answer = await firstPage(
    pathOf("townships", whole.township_id, "duties"),
    { section, category, department: body },
    parameters,
    signal,
  );
  const bodyName = whole.departments.find((/** @type {Row} */ one) => one.department_id === body)?.name ?? body;
  /** @type {(import("./table.js").Column | null)[]} */
  const columns = [
    section ? null : sectionColumn(),
    categoryColumn(),
    numberColumn(),
    { key: "name", title: t("事项"), className: "main widest", cell: (row) => dutyLink(row), value: (row) => row.name },
    section === "basic"
      ? null
      : {
          key: "departments",
          title: t("上级部门"),
          className: "wide",
          cell: (row) => names(row.departments),
          value: (row) => names(row.departments),
        },
    {
      key: "source",
      title: t("印在"),
      className: "keep",
      cell: place,
      value: (row) => `${place(row)} ${row.document}`,
    },
  ];
  const chosen = present([
    section ? { name: t(SECTIONS[section] ?? section), href: here({ section: "", category: "" }) } : null,
    category ? { name: category, href: here({ category: "" }) } : null,
    body ? { name: bodyName, href: here({ department: "" }) } : null,
  ]);
  const facets = [
    facet({
      name: "section",
      title: t("部分"),
      chosen: section,
      here: (given) => here({ category: "", ...given }),
      choices: whole.sections.map((/** @type {Row} */ one) => ({
        value: one.section,
        word: t(SECTIONS[one.section]),
        count: one.found,
        className: `section-${one.section}`,
      })),
    }),
    facet({ name: "category", title: t("类别"), chosen: category, here, choices: categories(whole, section) }),
    section === "basic"
      ? null
      : facet({
          name: "department",
          title: t("上级部门"),
          chosen: body,
          here,
          choices: whole.departments.map((/** @type {Row} */ one) => ({
            value: one.department_id,
            word: one.name,
            count: one.delegated + one.taken_back,
          })),
        }),
  ];
  const none = chosen.length
    ? empty(t("这样筛选后没有事项。"), link(here({ section: "", category: "", department: "" }), t("取消筛选")))
    : empty(t("没有载入这个乡镇的清单。"), link("#/load", t("载入文件")));
  const file = [whole.county, whole.township, section && t(SECTIONS[section] ?? section), category, body && bodyName]
    .filter(Boolean)
    .join("-");
  return filtered(
    facets,
    listing({
      answer,
      columns: present(columns),
      file,
      parameters,
      none,
    }),
    chosen,
  );
}

/**
 * Returns the categories of a section, or of all.
 * @param {Row} whole
 * @param {string} section
 */
function categories(whole, section) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const one of whole.sections) {
    if (section && one.section !== section) continue;
    for (const category of one.categories)
      if (category.category) counts.set(category.category, (counts.get(category.category) ?? 0) + category.found);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([name, count]) => ({ value: name, word: name, count }));
}

/** @param {Row} whole @param {Here} here */
function ranked(whole, here) {
  if (!whole.departments.length) return empty(t("这个乡镇的清单里没有上级部门。"));
  return [
    el(
      "p",
      { className: "muted small" },
      t("按条数排列："),
      sectionChip("cooperative"),
      " ",
      t("交办、由乡镇配合"),
      " ",
      sectionChip("reclaimed"),
      " ",
      t("收回、由部门自己做"),
    ),
    rankedBars(
      whole.departments.map((/** @type {Row} */ row) => ({
        name: [
          linkTo("department", row.named ? row.department_id : null, row.name),
          " ",
          link(here({ tab: "", department: row.department_id }), el("span", { className: "small" }, t("看事项"))),
        ],
        parts: [
          { className: "section-cooperative", value: row.delegated, says: t("交办") },
          { className: "section-reclaimed", value: row.taken_back, says: t("收回") },
        ],
      })),
      t("部门排行"),
    ),
  ];
}
