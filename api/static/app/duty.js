// One duty in full: the reading beside the text as printed, and where it is printed.

import { ask } from "./api.js";
import { address, el, link } from "./dom.js";
import { clauses, edition, heading, names, place, SECTIONS } from "./parts.js";

const KINDS = { responsibility: "上级部门职责", safeguard: "履职保障", method: "工作方式" };

export async function duty([id], _parameters, signal) {
  const row = await ask(`/v1/duties/${encodeURIComponent(id)}`, {}, signal);
  const township = link(address(["township", row.township_id]), [row.county, row.township].filter(Boolean).join(" "));
  return {
    title: row.name,
    content: [
      el("h1", null, row.starred ? el("span", { className: "star", title: "原文标有 ★" }, "★ ") : null, row.name),
      el(
        "p",
        { className: "facts" },
        [township, SECTIONS[row.section], row.category, `第 ${row.number || row.position} 项`].map((fact) => fact && el("span", null, fact)),
      ),
      row.status === "abolished" ? note("原文写明不再开展此项工作。") : null,
      row.current ? null : note("这是旧版清单里的事项，该乡镇已有更新的版本。"),
      row.doubts.length ? note(`读取存疑，请核对原文：${row.doubts.join("；")}`) : null,
      reading(row),
      row.laws.length ? [heading("依据"), laws(row.laws)] : null,
      row.elsewhere.length ? [heading("其他乡镇的同名事项", String(row.elsewhere_count)), elsewhere(row.elsewhere, row.elsewhere_count)] : null,
      heading("出处"),
      provenance(row),
    ],
  };
}

function note(text) {
  return el("p", { className: "note" }, text);
}

function reading(row) {
  const { printed } = row;
  const printedClauses = [printed.responsibilities, printed.method].filter(Boolean).join("\n");
  const rows = [
    line("事项", el("div", null, row.name), printed.name),
    line("部门", row.departments.length ? parties(row) : null, printed.departments),
    line("部门职责", row.responsibilities.length ? responsibilities(row) : null, printedClauses),
    line("乡镇职责", row.role.length ? el("div", null, clauses(row.role)) : null, printed.role),
    line("设定依据", null, printed.basis),
  ];
  const head = ["", "整理", "原文"].map((title) => el("div", { className: "head" }, title));
  return el("section", { className: "reading", "aria-label": "整理与原文对照" }, head, rows);
}

// Returns the three cells of a line, or null where there is neither a reading nor a printed text.
function line(label, read, printed) {
  if (!read && !printed) return null;
  return [
    el("div", { className: "label" }, label),
    read ?? el("div", { className: "muted" }, "—"),
    printed ? el("div", { className: "printed", "data-label": "原文" }, printed) : el("div", { className: "muted" }),
  ];
}

function parties(row) {
  const role = (party) => (row.section === "reclaimed" ? null : party.lead ? "牵头" : null);
  const one = (party) =>
    el(
      "li",
      null,
      party.named ? link(address(["department", party.id], { name: party.name }), party.name) : party.name,
      party.plates.length ? `（${names(party.plates)}）` : null,
      role(party) ? [" ", el("span", { className: "tag" }, role(party))] : null,
      party.named ? null : [" ", el("span", { className: "tag" }, "未具名")],
    );
  return el("div", null, el("ul", { className: "plain inline" }, row.departments.map(one)));
}

// Returns the clauses under headings: kind where it changes, bodies where they change, as the rows follow each other.
function responsibilities({ responsibilities: rows, departments: parties }) {
  const order = parties.map((party) => party.name);
  const groups = [];
  for (const row of rows) {
    const key = `${row.kind}\n${row.departments.join("\n")}`;
    if (groups.at(-1)?.key !== key) groups.push({ key, kind: row.kind, departments: inOrder(row.departments, order), rows: [] });
    groups.at(-1).rows.push(row);
  }
  const group = ({ kind, departments, rows: items }) => {
    const by = names(departments);
    const title = kind === "responsibility" ? by : [KINDS[kind], by && `（${by}）`].join("");
    return [title ? el("h3", null, title) : null, clauses(items)];
  };
  return el("div", null, groups.map(group));
}

// Returns the names as the row's column orders them, those that it lacks at the end.
function inOrder(names, order) {
  const place = (name) => (order.includes(name) ? order.indexOf(name) : order.length);
  return names.toSorted((a, b) => place(a) - place(b));
}

function laws(rows) {
  return el("ul", { className: "plain" }, rows.map((law) => el("li", null, `《${law.title}》`, names(law.articles))));
}

function elsewhere(rows, count) {
  const one = (row) =>
    el(
      "li",
      null,
      link(address(["duty", row.duty_id]), [row.county, row.township].filter(Boolean).join(" ")),
      " ",
      el("span", { className: "tag" }, SECTIONS[row.section]),
    );
  const cut = rows.length < count ? el("p", { className: "note" }, `共 ${count} 处，这里列出前 ${rows.length} 处。`) : null;
  return [el("ul", { className: "plain inline" }, rows.map(one)), cut];
}

function provenance(row) {
  const facts = {
    文件: row.document,
    位置: place(row),
    清单: row.list_title,
    版本: edition(row.edition),
    载入: `${row.first_seen.slice(0, 10)} 首次，${row.last_seen.slice(0, 10)} 最近`,
    "SHA-256": el("code", null, row.sha256),
  };
  return el("dl", null, Object.entries(facts).map(([name, value]) => [el("dt", null, name), el("dd", null, value)]));
}
