// Everything a department delegates.

import { ask } from "./api.js";
import { address, el, link, table } from "./dom.js";
import { countOf, dutyLink, empty, heading, LEVELS, limitOf, more, names, source } from "./parts.js";

export async function department([id], parameters, signal) {
  const county = parameters.get("county") ?? "";
  const limit = limitOf(parameters);
  const asked = parameters.get("name") ?? "";
  const [answer, found] = await Promise.all([
    ask(`/v1/departments/${encodeURIComponent(id)}/delegations`, { county, limit }, signal),
    asked ? ask("/v1/departments", { text: asked, limit: 500 }, signal) : { rows: [] },
  ]);
  const body = found.rows.find((row) => row.id === id);
  const name = body?.name ?? answer.rows[0]?.department ?? id;
  const here = (next) => address(["department", id], { name: asked, county, limit: next });
  return {
    title: name,
    content: [
      el("h1", null, name, body?.aliases.length ? el("span", { className: "count" }, `又名 ${names(body.aliases)}`) : null),
      body ? facts(body) : null,
      heading(county ? `向${county}乡镇交办的事项` : "向乡镇交办的事项", countOf(answer)),
      el("p", { className: "muted small" }, "“交办”指清单中由该部门牵头或参与、乡镇配合的事项。"),
      more(answer, limit, here),
      answer.count ? delegationTable(answer.rows) : nothing(name, county, id, asked),
    ],
  };
}

function facts(body) {
  return el(
    "p",
    { className: "facts" },
    el("span", null, body.division.split("/").join(" ")),
    LEVELS[body.level] ? el("span", null, LEVELS[body.level]) : null,
    el("span", null, "交办 ", el("b", null, String(body.delegated)), " 条"),
    el("span", null, "收回 ", el("b", null, String(body.taken_back)), " 条"),
    el("span", null, "涉及 ", el("b", null, String(body.townships)), " 个乡镇"),
  );
}

function nothing(name, county, id, asked) {
  if (county) {
    const all = link(address(["department", id], { name: asked }), "查看全部县区");
    return empty(`${county}的现行清单里没有${name}交办的事项。请`, all, "，或在上面改选县区。");
  }
  const search = link(address(["search"], { q: name }), "按名称搜索");
  return empty(`现行清单里没有${name}交办的事项：它可能只收回事项，或名称写法不同。请`, search, "。");
}

function delegationTable(rows) {
  return table(
    [
      { title: "乡镇", className: "keep", cell: (row) => link(address(["township", row.township], { county: row.county }), row.township) },
      { title: "县区", className: "keep", cell: (row) => row.county ?? "" },
      { title: "类别", className: "keep", cell: (row) => row.category ?? "" },
      {
        title: "事项",
        className: "main wide",
        cell: (row) => [dutyLink(row), " ", row.lead ? el("span", { className: "tag" }, "牵头") : null],
      },
      { title: "乡镇配合职责", className: "widest", cell: (row) => role(row.role) },
      { title: "出处", cell: source },
    ],
    rows,
  );
}

function role(texts) {
  return el("ul", { className: "clauses" }, texts.map((text) => el("li", null, el("span", null, text))));
}
