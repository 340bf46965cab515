// All duties of a township.

import { ask, catalog } from "./api.js";
import { address, el, link, table } from "./dom.js";
import { countOf, dutyLink, edition, empty, limitOf, more, names, place, SECTIONS } from "./parts.js";
import { listTable } from "./tables.js";

const WHOLE_LIST = 500; // a township has some 340 duties

export async function township([id], parameters, signal) {
  const county = parameters.get("county") ?? "";
  const section = parameters.get("section") ?? "";
  const limit = limitOf(parameters, WHOLE_LIST);
  const namesakes = await listsNamed(id, county);
  if (namesakes.length > 1) return choice(id, namesakes);
  const answer = await ask(`/v1/townships/${encodeURIComponent(id)}/duties`, { county, section, limit }, signal);
  const here = (changes) => address(["township", id], { county, section, ...changes });
  const first = answer.rows[0];
  const title = first ? [first.county, first.township].filter(Boolean).join(" ") : id;
  return {
    title,
    content: [
      el("h1", null, title),
      first ? el("p", { className: "facts" }, el("span", null, `版本 ${edition(first.edition)}`), el("span", null, first.document)) : null,
      tabs(section, here, answer),
      more(answer, limit, (next) => here({ limit: next })),
      answer.count ? dutyTable(answer.rows) : nothing(section, here),
    ],
  };
}

// Returns the current lists of the townships of this name; none where `name` is an id.
async function listsNamed(name, county) {
  const loaded = await catalog();
  return loaded.rows.filter((row) => row.current && row.township === name && (!county || row.county === county));
}

function choice(name, lists) {
  const says = `有 ${lists.length} 个乡镇叫“${name}”，请选择一个。`;
  return { title: name, content: [el("h1", null, name), el("p", { className: "note" }, says), listTable(lists)] };
}

function tabs(section, here, answer) {
  const all = { "": "全部", ...SECTIONS };
  const tab = ([value, title]) => {
    const current = value === section;
    const count = current ? el("span", { className: "count" }, countOf(answer)) : null;
    return el("a", { href: here({ section: value }), "aria-current": current ? "page" : null }, title, count);
  };
  return el("nav", { className: "tabs", "aria-label": "清单部分" }, Object.entries(all).map(tab));
}

function nothing(section, here) {
  if (section) return empty("这一部分没有事项。请", link(here({ section: "" }), "查看全部"), "。");
  return empty("没有载入这个乡镇的清单。请从", link("#/", "清单目录"), "里挑选，或用搜索查找。");
}

function dutyTable(rows) {
  const columns = [
    { title: "清单", className: "keep muted", cell: (row) => SECTIONS[row.section] },
    { title: "类别", className: "keep", cell: (row) => row.category ?? "" },
    { title: "序号", className: "number", cell: (row) => row.number },
    { title: "事项", className: "main widest", cell: (row) => dutyLink(row) },
    { title: "上级部门", cell: (row) => names(row.departments) },
    { title: "出处", className: "keep", cell: place },
  ];
  // What a township does itself has no departments.
  const some = rows.some((row) => row.departments.length);
  return table(columns.filter(({ title }) => some || title !== "上级部门"), rows);
}
