// Tables that more than one view shows.

import { address, el, link, marked, table } from "./dom.js";
import { edition, LEVELS, names, townshipLink } from "./parts.js";

// Returns the table of departments; words are marked in their names.
export function departmentTable(rows, words) {
  return table(
    [
      {
        title: "部门",
        className: "main",
        cell: (row) => [
          link(address(["department", row.id], { name: row.name }), marked(row.name, words)),
          row.aliases.length ? el("span", { className: "muted" }, "（", marked(names(row.aliases), words), "）") : null,
        ],
      },
      { title: "所属", cell: (row) => row.division.split("/").join(" ") },
      { title: "级别", className: "keep", cell: (row) => (row.named ? (LEVELS[row.level] ?? "") : "未具名") },
      { title: "交办", className: "number", cell: (row) => String(row.delegated) },
      { title: "收回", className: "number", cell: (row) => String(row.taken_back) },
      { title: "乡镇", className: "number", cell: (row) => String(row.townships) },
    ],
    rows,
  );
}

// Returns the table of lists, editions of the past among them.
export function listTable(rows) {
  return table(
    [
      { title: "乡镇", className: "main keep", cell: (row) => (row.current ? townshipLink(row) : row.township) },
      { title: "县区", cell: (row) => [row.province, row.prefecture, row.county].filter(Boolean).join(" ") },
      { title: "版本", className: "keep", cell: (row) => [edition(row.edition), row.current ? "" : "（旧版）"] },
      { title: "基本履职", className: "number", cell: (row) => String(row.basic) },
      { title: "配合履职", className: "number", cell: (row) => String(row.cooperative) },
      { title: "收回", className: "number", cell: (row) => String(row.reclaimed) },
      { title: "文件", className: "small", cell: (row) => row.document },
    ],
    rows,
  );
}
