// A department: what it delegates, to whom, what it took back, with whom it leads, and why its names are one body.

import { ask, firstPage, pathOf } from "./api.js";
import { categoryColumn, clausesColumn, countyColumn, printedColumn, townshipColumn } from "./columns.js";
import { address, el, link, present } from "./dom.js";
import { facet, filtered } from "./facets.js";
import { level, rowsBetween } from "./department_parts.js";
import { linkTo } from "./kinds.js";
import { either, t, written } from "./language.js";
import {
  certaintyCell,
  crumbs,
  dutyLink,
  empty,
  figureRow,
  heading,
  leadTag,
  names,
  note,
  pageHead,
  rankedBars,
  tabs,
} from "./parts.js";
import { listing, table } from "./table.js";

/** @typedef {import("./dom.js").Row} Row */
/** @typedef {(changes: Record<string, string>) => string} Here */

const MOST_PARTNERS = 50; // that /v1/departments/{id} tells of

/** @type {Record<string, string>} How a name or a line of work was found, in words; docs/resolution.md. */
const METHODS = {
  "same words": "同一名称的全称或简称",
  "other ending": "只是局、办等结尾不同",
  "second plate": "加挂的牌子",
  slip: "疑为笔误",
  "part of name": "合并机构名称的一部分",
  decision: "人工认定",
  name: "名称里写明",
  duties: "由它牵头的事项推断",
  printed: "清单原文",
};

/** @type {import("./main.js").View} */
export async function department([id], parameters, signal) {
  const tab = parameters.get("tab") ?? "";
  const whole = await ask(pathOf("departments", id), {}, signal);
  /** @type {Here} */
  const here = (changes) =>
    address(["department", id], { ...Object.fromEntries(parameters), rows: "", sort: "", ...changes });
  const shown = await (TABS[tab] ?? TABS[""])(whole, parameters, here, signal);
  return {
    title: whole.name,
    status: t("{name}：交办 {n} 条，涉及 {m} 个乡镇", {
      name: whole.name,
      n: whole.delegated,
      m: whole.townships_count,
    }),
    content: [
      pageHead("department", whole.name, {
        path: crumbs(whole.above),
        facts: [
          level(whole),
          otherNames(whole).length ? [t("又名"), " ", names(otherNames(whole))] : null,
          whole.functions.length
            ? [
                t("职能"),
                " ",
                whole.functions.map((/** @type {Row} */ one, /** @type {number} */ index) => [
                  index ? "、" : null,
                  linkTo("function", one.slug, either(one.name, one.name_en)),
                ]),
              ]
            : null,
        ],
        actions: [
          el("a", { className: "button", href: address(["graph"], { id }) }, t("关系图")),
          el(
            "a",
            {
              className: "button",
              href: address(["flow"], { division: whole.division_id, department: id }),
            },
            t("流向图"),
          ),
        ],
      }),
      figureRow([
        {
          value: whole.delegated,
          word: t("条交办"),
          className: "section-cooperative",
          href: here({ tab: "", township: "", category: "" }),
        },
        { value: whole.led, word: t("条由它牵头") },
        {
          value: whole.taken_back,
          word: t("条收回"),
          className: "section-reclaimed",
          href: here({ tab: "reclaimed", township: "", category: "" }),
        },
        { value: whole.townships_count, word: t("个乡镇"), href: here({ tab: "townships" }) },
        { value: partnerCount(whole), word: t("个共事部门"), href: here({ tab: "partners" }) },
      ]),
      tabs(
        [
          { value: "", word: t("交办事项"), count: whole.delegated },
          { value: "reclaimed", word: t("收回事项"), count: whole.taken_back },
          { value: "townships", word: t("乡镇"), count: whole.townships_count },
          { value: "partners", word: t("共事部门"), count: partnerCount(whole) },
          { value: "names", word: t("名称与依据"), count: whole.names.length },
        ],
        tab,
        (value) => address(["department", id], { tab: value, township: parameters.get("township") ?? "" }),
        t("部门的各个方面"),
      ),
      shown,
    ],
  };
}

/** @type {Record<string, (whole: Row, parameters: URLSearchParams, here: Here, signal: AbortSignal) => Promise<import("./dom.js").Child>>} */
const TABS = {
  "": delegations,
  reclaimed,
  townships: async (whole, _parameters, here) => townshipTable(whole, here),
  partners: async (whole, parameters) => partnerTable(whole, parameters),
  names: async (whole) => nameTables(whole),
};

/** @param {Row} whole @returns {string[]} */
function otherNames(whole) {
  return [...whole.names.map((/** @type {Row} */ one) => one.name), ...whole.plates].filter(
    (/** @type {string} */ name, /** @type {number} */ place, /** @type {string[]} */ all) =>
      name !== whole.name && all.indexOf(name) === place,
  );
}

/**
 * @param {Row} whole
 * @param {URLSearchParams} parameters
 * @param {Here} here
 * @param {AbortSignal} signal
 */
async function delegations(whole, parameters, here, signal) {
  return rowsWithFilters(whole, parameters, here, signal, "delegations", "delegated", [
    clausesColumn("role", t("乡镇配合职责")),
  ]);
}

/** @type {typeof delegations} */
async function reclaimed(whole, parameters, here, signal) {
  return rowsWithFilters(whole, parameters, here, signal, "reclaimed", "taken_back", [
    clausesColumn("method", t("收回后怎样履职")),
  ]);
}

/**
 * @param {Row} whole
 * @param {URLSearchParams} parameters
 * @param {Here} here
 * @param {AbortSignal} signal
 * @param {"delegations" | "reclaimed"} what
 * @param {"delegated" | "taken_back"} counted
 * @param {import("./table.js").Column[]} own columns
 */
async function rowsWithFilters(whole, parameters, here, signal, what, counted, own) {
  const township = parameters.get("township") ?? "";
  const category = parameters.get("category") ?? "";
  const section = what === "reclaimed" ? "reclaimed" : "cooperative";
  const [answer, between] = await Promise.all([
    firstPage(pathOf("departments", whole.id, what), { division: township, category }, parameters, signal),
    township || category ? rowsBetween(whole.id, section, signal) : null,
  ]);
  // Counts beside what can be chosen follow what is chosen of the other filter.
  const inCategory = (/** @type {Row} */ row) => (between && category ? between(category, row.township_id) : row[counted]);
  const ofTownship = (/** @type {Row} */ row) => (between && township ? between(row.category, township) : row.rows);
  const inTownship = whole.townships.find((/** @type {Row} */ one) => one.township_id === township);
  const several = new Set(whole.townships.map((/** @type {Row} */ one) => one.county)).size > 1;
  /** @type {(import("./table.js").Column | null)[]} */
  const columns = [
    township ? null : townshipColumn(),
    several && !township ? countyColumn() : null,
    categoryColumn(),
    {
      key: "name",
      title: t("事项"),
      className: "main wide",
      cell: (row) => [dutyLink(row), row.lead ? [" ", leadTag()] : null],
      value: (row) => row.name,
    },
    ...own,
    printedColumn(),
  ];
  const counts = (/** @type {Row[]} */ rows) => rows.filter((row) => row[counted] > 0);
  const facets = [
    facet({
      name: "township",
      title: t("乡镇"),
      chosen: township,
      here,
      choices: some(
        counts(whole.townships).map((row) => ({
          value: row.township_id,
          word: several ? `${row.township} ${row.county ?? ""}` : row.township,
          count: inCategory(row),
        })),
        township,
      ),
    }),
    facet({
      name: "category",
      title: t("类别"),
      chosen: category,
      here,
      choices: some(
        whole.categories
          .filter((/** @type {Row} */ row) => row.category && (row.section === "reclaimed") === (what === "reclaimed"))
          .map((/** @type {Row} */ row) => ({ value: row.category, word: row.category, count: ofTownship(row) })),
        category,
      ),
    }),
  ];
  const chosen = present([
    inTownship ? { name: inTownship.township, href: here({ township: "" }) } : null,
    category ? { name: category, href: here({ category: "" }) } : null,
  ]);
  const none = chosen.length
    ? empty(t("这样筛选后没有事项。"), link(here({ township: "", category: "" }), t("取消筛选")))
    : empty(what === "delegations" ? t("现行清单里没有它交办的事项。") : t("现行清单里没有它收回的事项。"));
  const file = [whole.name, inTownship?.township, category, what === "delegations" ? t("交办事项") : t("收回事项")]
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
 * Returns the choices that lead to rows, and the chosen one.
 * @param {import("./facets.js").Choice[]} choices
 * @param {string} chosen
 */
function some(choices, chosen) {
  return choices.filter(({ value, count }) => count !== 0 || value === chosen);
}

/** @param {Row} whole @param {Here} here */
function townshipTable(whole, here) {
  if (!whole.townships_count) return empty(t("现行清单里没有乡镇与它有事项往来。"));
  return rankedBars(
    whole.townships.map((/** @type {Row} */ row) => ({
      name: [
        linkTo("township", row.township_id, row.township),
        " ",
        el("span", { className: "muted small" }, row.county ?? ""),
      ],
      parts: [
        { className: "section-cooperative", value: row.delegated, says: t("交办") },
        { className: "section-reclaimed", value: row.taken_back, says: t("收回") },
      ],
    })),
    t("乡镇排行"),
  );
}

/** @param {Row} whole */
function partnerCount({ partners }) {
  return partners.length < MOST_PARTNERS ? partners.length : `${MOST_PARTNERS}+`;
}

/** @param {Row} whole @param {URLSearchParams} parameters */
function partnerTable(whole, parameters) {
  const rows = whole.partners;
  if (!rows.length) return empty(t("它的事项里没有其他部门。"));
  const joint = (/** @type {Row} */ row) =>
    address(["ask", "joint_delegations"], {
      department: whole.id,
      "department.name": whole.name,
      other: row.department_id,
      "other.name": row.name,
    });
  const number = (/** @type {string} */ key, /** @type {string} */ title) => ({
    key,
    title,
    className: "number",
    cell: (/** @type {Row} */ row) => (key === "rows" ? link(joint(row), written(row.rows)) : written(row[key])),
    value: (/** @type {Row} */ row) => row[key],
  });
  /** @type {import("./table.js").Column[]} */
  const columns = [
    {
      key: "name",
      title: t("部门"),
      className: "main",
      cell: (row) => linkTo("department", row.department_id, row.name),
      value: (row) => row.name,
    },
    number("rows", t("共同事项")),
    number("led", t("其中由本部门牵头")),
    number("townships", t("乡镇")),
  ];
  const answer = { rows, count: rows.length, limit: null, truncated: false, path: "", query: {} };
  return [
    el("p", { className: "muted small" }, t("同一条事项的部门栏里并列的部门，按共同事项数排列；点数字看这些事项印在哪里。")),
    listing({ answer, columns, file: `${whole.name}-${t("共事部门")}`, parameters }),
    rows.length < MOST_PARTNERS ? null : note(t("只列出共同事项最多的 {n} 个部门。", { n: rows.length })),
  ];
}

/** @param {Row} whole */
function nameTables(whole) {
  const methodWords = (/** @type {Row} */ row) => t(METHODS[row.method ?? "printed"] ?? row.method);
  return [
    el(
      "p",
      { className: "muted" },
      t(
        "各清单对同一机构写法不一。下面是归为这一机构的全部写法、归并的依据，以及有多可靠；认定有误时，可由管理员用 graphkb decide 改正。",
      ),
    ),
    table(
      [
        {
          key: "name",
          title: t("清单上的写法"),
          className: "main",
          cell: (row) => el("span", { className: "printed" }, row.name),
        },
        { key: "method", title: t("为什么是它"), cell: (row) => methodWords(row) },
        { key: "score", title: t("可靠程度"), className: "keep", cell: (row) => certaintyCell(row.score) },
        { key: "mentions", title: t("出现次数"), className: "number", cell: (row) => row.printed },
      ],
      whole.names,
    ),
    whole.functions.length
      ? [
          heading(t("职能")),
          table(
            [
              {
                key: "name",
                title: t("职能"),
                className: "main keep",
                cell: (row) => linkTo("function", row.slug, either(row.name, row.name_en)),
              },
              { key: "method", title: t("依据"), className: "keep", cell: (row) => methodWords(row) },
              { key: "score", title: t("可靠程度"), className: "keep", cell: (row) => certaintyCell(row.score) },
              { key: "evidence", title: t("佐证事项"), className: "wide", cell: (row) => names(row.evidence) },
            ],
            whole.functions,
          ),
        ]
      : null,
  ];
}
