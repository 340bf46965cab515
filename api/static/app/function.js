// A line of government work: what is delegated in it in every county, whatever the body is called there.

import { ask, firstPage, pathOf } from "./api.js";
import { clausesColumn, countyColumn, dutyColumn, printedColumn, townshipColumn } from "./columns.js";
import { address, el } from "./dom.js";
import { linkTo } from "./kinds.js";
import { either, t } from "./language.js";
import { empty, pageHead } from "./parts.js";
import { listing } from "./table.js";

/** @type {import("./main.js").View} */
export async function lineOfWork([slug], parameters, signal) {
  const division = parameters.get("division") ?? "";
  const [answer, known] = await Promise.all([
    firstPage(pathOf("functions", slug, "delegations"), { division }, parameters, signal),
    ask("/v1/functions", { text: slug }, signal),
  ]);
  const what = known.rows.find((/** @type {import("./dom.js").Row} */ row) => row.slug === slug);
  const name = either(what?.name ?? slug, what?.name_en);
  return {
    title: name,
    status: t("{n} 条", { n: answer.total ?? answer.count }),
    content: [
      pageHead("function", name, { facts: [t("各县区做这项工作的部门名称不一，这里按职能汇总它们交办的事项。")] }),
      listing({
        answer,
        parameters,
        file: `${name}-${t("交办事项")}`,
        none: empty(t("没有这项职能的交办事项。"), el("a", { href: address([]) }, t("回到首页"))),
        columns: [
          countyColumn(),
          {
            key: "department",
            title: t("部门"),
            cell: (row) => linkTo("department", row.department_id, row.department),
            value: (row) => row.department,
          },
          townshipColumn(),
          dutyColumn(),
          clausesColumn("role", t("乡镇配合职责")),
          printedColumn(),
        ],
      }),
    ],
  };
}
