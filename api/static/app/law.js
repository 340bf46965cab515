// A law or normative document: the duties that cite it.

import { firstPage, pathOf } from "./api.js";
import { linkTo, sectionChip, SECTIONS } from "./kinds.js";
import { t } from "./language.js";
import { dutyLink, empty, names, pageHead, place, source } from "./parts.js";
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
        question: { name: "law_duties", parameters: { law: id } },
        file: name,
        none: empty(t("现行清单里没有事项引用它。")),
        columns: [
          {
            key: "township",
            title: t("乡镇"),
            className: "keep",
            cell: (row) => linkTo("township", row.township_id, row.township),
            value: (row) => row.township,
          },
          {
            key: "section",
            title: t("部分"),
            className: "keep",
            cell: (row) => sectionChip(row.section),
            value: (row) => t(SECTIONS[row.section]),
          },
          {
            key: "name",
            title: t("事项"),
            className: "main wide",
            cell: (row) => dutyLink(row),
            value: (row) => row.name,
          },
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
          { key: "source", title: t("印在"), cell: source, value: (row) => `${place(row)} ${row.document}` },
        ],
      }),
    ],
  };
}
