// One search over departments, townships and duties.

import { ask, catalog } from "./api.js";
import { address, el, link, marked, table } from "./dom.js";
import { countOf, empty, heading, limitOf, more, names, place, SECTIONS } from "./parts.js";
import { departmentTable, listTable } from "./tables.js";

export async function search(_parts, parameters, signal) {
  const q = (parameters.get("q") ?? "").trim();
  const county = parameters.get("county") ?? "";
  if (!q) {
    return { title: "搜索", content: [el("h1", null, "搜索"), empty("请在上面的搜索框里输入部门、事项或乡镇的名称。")] };
  }
  const limit = limitOf(parameters);
  const [departments, duties, loaded] = await Promise.all([
    ask("/v1/departments", { text: q, county, limit }, signal),
    ask("/v1/search", { q, county, limit }, signal),
    catalog(),
  ]);
  const townships = loaded.rows.filter((row) => row.township.includes(q) && (!county || row.county === county));
  const words = q.split(/[^\p{L}\p{N}]+/u);
  const here = (next) => address(["search"], { q, county, limit: next });
  const nothing = !departments.count && !duties.count && !townships.length;
  return {
    title: q,
    content: [
      el("h1", null, `“${q}”的搜索结果`, county ? el("span", { className: "count" }, `限${county}`) : null),
      nothing ? tips(q, county) : null,
      departments.count
        ? [heading("部门", countOf(departments)), departmentTable(departments.rows, words), more(departments, limit, here)]
        : null,
      townships.length ? [heading("乡镇", String(townships.length)), listTable(townships)] : null,
      loaded.truncated ? el("p", { className: "note" }, `清单太多：乡镇只在前 ${loaded.count} 份清单里查找。`) : null,
      duties.count ? [heading("事项", countOf(duties)), dutyTable(duties.rows, words), more(duties, limit, here)] : null,
    ],
  };
}

function tips(q, county) {
  const wider = county ? ["，或", link(address(["search"], { q }), "在全部县区里搜索")] : null;
  return empty(`没有找到“${q}”。请换短一些的词（如“水利”“低保”）`, wider, "，或从", link("#/", "清单目录"), "里挑一个乡镇。");
}

function keep(name) {
  return name && el("span", { className: "keep" }, name);
}

function dutyTable(rows, words) {
  const clause = (text) => el("li", null, el("span", null, marked(text, words)));
  const matches = (row) =>
    el("ul", { className: "clauses" }, row.matches.filter((text) => text !== row.name).map(clause));
  return table(
    [
      { title: "事项", className: "main wide", cell: (row) => link(address(["duty", row.duty_id]), marked(row.name, words)) },
      { title: "乡镇", cell: (row) => [keep(row.county), " ", keep(row.township)] },
      { title: "清单", className: "keep", cell: (row) => SECTIONS[row.section] },
      { title: "部门", cell: (row) => names(row.departments) },
      { title: "相符条文", className: "widest", cell: matches },
      { title: "出处", className: "keep", cell: place },
    ],
    rows,
  );
}
