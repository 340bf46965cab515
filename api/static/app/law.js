// A law or normative document: the duties that cite it.

import { firstPage, pathOf } from "./api.js";
import { dutyColumn, printedColumn, sectionColumn, townshipColumn } from "./columns.js";
import { t } from "./language.js";
import { empty, names, pageHead } from "./parts.js";
import { listing } from "./table.js";

/** @type {import("./main.js").View} */
export async function law([id], parameters, signal) {
  const answer = await firstPage(pathOf("laws", id, "duties"), {}, parameters, signal);
  const name = answer.rows[0]?.law ?? id;
  const title = `《${name}》`;
  return {
    title,
    status: t("{n} 条", { n: answer.total ?? answer.count }),
    content: [
      pageHead("law", title, { facts: [t("清单中以它为依据的事项")] }),
      listing({
        answer,
        parameters,
        file: name,
        none: empty(t("现行清单里没有事项引用它。")),
        columns: [
          townshipColumn(),
          sectionColumn(),
          dutyColumn(),
          {
            key: "articles",
            title: t("条款"),
            cell: (row) => names(row.articles),
            value: (row) => names(row.articles),
          },
          {
            key: "departments",
            title: t("部门"),
            cell: (row) => names(row.departments),
            value: (row) => names(row.departments),
          },
          printedColumn(),
        ],
      }),
    ],
  };
}
