// A place above the townships: what is loaded of it, its townships, and the bodies that work with them.

import { ask, firstPage, pathOf } from "./api.js";
import { comparison } from "./compare.js";
import { address, el } from "./dom.js";
import { delegatorColumns } from "./department_parts.js";
import { addressOf, linkTo, SECTIONS } from "./kinds.js";
import { t } from "./language.js";
import { crumbs, empty, figureRow, pageHead, tabs } from "./parts.js";
import { listing } from "./table.js";

/** @typedef {import("./dom.js").Row} Row */
/** @typedef {(changes: Record<string, string>) => string} Here */

/** @type {import("./main.js").View} */
export async function division([id], parameters, signal) {
  const tab = parameters.get("tab") ?? "";
  const whole = await ask(pathOf("divisions", id), {}, signal);
  if (whole.level === "township") {
    location.replace(addressOf("township", id));
    return { title: whole.name, content: [] };
  }
  /** @type {Here} */
  const here = (changes) =>
    address(["division", id], { ...Object.fromEntries(parameters), rows: "", sort: "", ...changes });
  const below = whole.level === "county" ? t("乡镇") : t("下级区划");
  const shown = await (TABS[tab] ?? TABS[""])(whole, parameters, here, signal);
  return {
    title: whole.name,
    status: t("{name}：{n} 个乡镇，{m} 条事项", {
      name: whole.name,
      n: whole.townships,
      m: whole.basic + whole.cooperative + whole.reclaimed,
    }),
    content: [
      pageHead(whole.level, whole.name, {
        path: crumbs(whole.above),
        actions: [
          el("a", { className: "button", href: address(["matrix"], { division: id }) }, t("部门与乡镇对照表")),
          el("a", { className: "button", href: address(["flow"], { division: id }) }, t("流向图")),
          el(
            "a",
            {
              className: "button",
              href: address(["ask", "reclaimed_yet_delegated"], { division: id, "division.name": whole.name }),
            },
            t("明减暗增"),
          ),
        ],
      }),
      figureRow([
        { value: whole.townships, word: t("个乡镇") },
        { value: whole.basic, word: t(SECTIONS.basic), className: "section-basic" },
        { value: whole.cooperative, word: t(SECTIONS.cooperative), className: "section-cooperative" },
        { value: whole.reclaimed, word: t(SECTIONS.reclaimed), className: "section-reclaimed" },
        { value: whole.departments, word: t("个上级部门"), href: address(["division", id], { tab: "departments" }) },
      ]),
      tabs(
        [
          { value: "", word: below, count: whole.children_count },
          { value: "departments", word: t("上级部门") },
          ...(whole.level === "county" ? [{ value: "compare", word: t("各乡镇对照") }] : []),
        ],
        tab,
        (value) => address(["division", id], { tab: value }),
        t("县区的各个方面"),
      ),
      shown,
    ],
  };
}

/** @type {Record<string, (whole: Row, parameters: URLSearchParams, here: Here, signal: AbortSignal) => Promise<import("./dom.js").Child>>} */
const TABS = {
  "": async (whole, parameters) => places(whole, parameters),
  departments: (whole, parameters, _here, signal) => departments(whole, parameters, signal),
  compare: comparison,
};

/** @param {Row} whole @param {URLSearchParams} parameters */
function places(whole, parameters) {
  const answer = {
    rows: whole.children,
    count: whole.children.length,
    limit: null,
    truncated: false,
    path: "",
    query: {},
  };
  const counted = (/** @type {string} */ key) => ({
    key,
    title: t(SECTIONS[key]),
    className: "number",
    cell: (/** @type {Row} */ row) => row[key],
    value: (/** @type {Row} */ row) => row[key],
  });
  /** @type {import("./table.js").Column[]} */
  const columns = [
    {
      key: "name",
      title: t("名称"),
      className: "main keep",
      cell: (row) => linkTo(row.level, row.id, row.name),
      value: (row) => row.name,
    },
    ...(whole.level === "county"
      ? []
      : [
          {
            key: "townships",
            title: t("乡镇"),
            className: "number",
            cell: (/** @type {Row} */ row) => row.townships,
            value: (/** @type {Row} */ row) => row.townships,
          },
        ]),
    ...Object.keys(SECTIONS).map(counted),
  ];
  return listing({ answer, columns, file: whole.name, parameters, none: empty(t("这里还没有载入清单。")) });
}

/** @param {Row} whole @param {URLSearchParams} parameters @param {AbortSignal} signal */
async function departments(whole, parameters, signal) {
  const query = { division: whole.id };
  const answer = await firstPage(pathOf("queries", "delegators"), query, parameters, signal);
  return listing({
    answer,
    columns: delegatorColumns(),
    file: `${whole.name}-${t("上级部门")}`,
    parameters,
    none: empty(t("这里的清单里没有上级部门。")),
  });
}
