// The start: what is loaded, and who delegates most.

import { ask, catalog } from "./api.js";
import { el } from "./dom.js";
import { countOf, empty, heading } from "./parts.js";
import { departmentTable, listTable } from "./tables.js";

export async function home(_parts, parameters, signal) {
  const county = parameters.get("county") ?? "";
  const [loaded, busiest] = await Promise.all([
    catalog(),
    ask("/v1/departments", { county, limit: 12 }, signal),
  ]);
  const { dataset } = loaded;
  const rows = loaded.rows.filter((row) => !county || row.county === county);
  const intro = el("p", { className: "muted" }, "查部门向乡镇交办了什么、乡镇要做什么、原文印在哪里。");
  if (!loaded.count) {
    const how = el("code", null, "graphkb load 文件…");
    return { title: "", content: [el("h1", null, "乡镇履行职责事项清单"), intro, empty("还没有载入清单。请在服务器上运行 ", how, "，然后刷新本页。")] };
  }
  return {
    title: "",
    content: [
      el("h1", null, county ? `${county}：乡镇履行职责事项清单` : "乡镇履行职责事项清单"),
      intro,
      el(
        "p",
        { className: "facts" },
        fact(dataset.townships, "个乡镇"),
        fact(dataset.lists, "份清单"),
        fact(dataset.duties, "条现行事项"),
        fact(dataset.departments, "个上级部门"),
        dataset.loaded_at ? `最近载入 ${dataset.loaded_at.slice(0, 10)}` : null,
      ),
      heading("交办最多的部门", busiest.truncated ? `前 ${busiest.count} 个，还有更多：请用搜索查找` : null),
      busiest.count ? departmentTable(busiest.rows, []) : empty("清单里没有上级部门。"),
      heading("已载入的清单", countOf({ count: rows.length, truncated: loaded.truncated })),
      loaded.truncated ? el("p", { className: "note" }, `还有更多：这里只列前 ${loaded.count} 份清单，请用搜索查找乡镇。`) : null,
      rows.length ? listTable(rows) : empty(`没有载入${county}的清单；请改选其他县区。`),
    ],
  };
}

function fact(number, unit) {
  return el("span", null, el("b", null, String(number)), ` ${unit}`);
}
