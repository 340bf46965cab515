// A place above the townships: what is loaded of it, its townships, and the bodies that work with them.

import { ask, firstPage, pathOf } from "./api.js";
import { address, el } from "./dom.js";
import { departmentColumns } from "./department_parts.js";
import { addressOf, linkTo, SECTIONS } from "./kinds.js";
import { t } from "./language.js";
import { crumbs, empty, figureRow, pageHead, tabs } from "./parts.js";
import { listing } from "./table.js";

/** @typedef {import("./dom.js").Row} Row */

/** @type {import("./main.js").View} */
export async function division([id], parameters, signal) {
  const tab = parameters.get("tab") ?? "";
  const whole = await ask(pathOf("divisions", id), {}, signal);
  if (whole.kind === "township") {
    location.replace(addressOf("township", id));
    return { title: whole.name, content: [] };
  }
  const { counts } = whole;
  const below = whole.kind === "county" ? t("乡镇") : t("下级区划");
  const shown = tab === "departments" ? await departments(whole, parameters, signal) : places(whole, parameters);
  return {
    title: whole.name,
    status: t("{name}：{n} 个乡镇，{m} 条事项", { name: whole.name, n: counts.townships, m: counts.duties }),
    content: [
      pageHead(whole.kind, whole.name, {
        path: crumbs(whole.path.slice(0, -1)),
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
        { value: counts.townships, word: t("个乡镇") },
        { value: counts.basic, word: t(SECTIONS.basic), className: "section-basic" },
        { value: counts.cooperative, word: t(SECTIONS.cooperative), className: "section-cooperative" },
        { value: counts.reclaimed, word: t(SECTIONS.reclaimed), className: "section-reclaimed" },
        { value: counts.departments, word: t("个上级部门"), href: address(["division", id], { tab: "departments" }) },
      ]),
      tabs(
        [
          { value: "", word: below, count: whole.children.length },
          { value: "departments", word: t("上级部门"), count: counts.departments },
        ],
        tab,
        (value) => address(["division", id], { tab: value }),
        t("县区的各个方面"),
      ),
      shown,
    ],
  };
}

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
      cell: (row) => linkTo(row.kind, row.id, row.name),
      value: (row) => row.name,
    },
    ...(whole.kind === "county"
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
  const answer = await firstPage("/v1/departments", { division: whole.id }, parameters, signal);
  return listing({
    answer,
    columns: departmentColumns(),
    file: `${whole.name}-${t("上级部门")}`,
    parameters,
    none: empty(t("这里的清单里没有上级部门。")),
  });
}
