// One duty in full: the reading beside the text as printed, where it is printed, and the same work in other townships.

import { ask, pathOf } from "./api.js";
import { address, el, link } from "./dom.js";
import { LINKS, linkTo, sectionChip, SURE, WORDED } from "./kinds.js";
import { t } from "./language.js";
import { certaintyCell, clauses, crumbs, edition, heading, leadTag, names, note, pageHead, place, printedText } from "./parts.js";
import { LAW_LEVELS } from "./questions.js";
import { wordings } from "./wordings.js";

/** @typedef {import("./dom.js").Row} Row */
/** @typedef {import("./dom.js").Child} Child */

/** @type {Record<string, string>} */
const KINDS = { responsibility: "上级部门职责", safeguard: "履职保障", method: "工作方式" };

/** @type {import("./main.js").View} */
export async function duty([id], parameters, signal) {
  const row = await ask(pathOf("duties", id), {}, signal);
  const [compared, township] = await Promise.all([
    wordings(row, parameters, signal),
    ask(pathOf("divisions", row.township_id), {}, signal),
  ]);
  return {
    title: row.name,
    content: [
      pageHead(
        "duty",
        [row.starred ? el("span", { className: "star", title: t("原文标有 ★") }, "★ ") : null, row.name],
        {
          path: [
            crumbs(township.above),
            el("span", { className: "muted", "aria-hidden": "true" }, " › "),
            linkTo("township", row.township_id, row.township),
          ],
          facts: [
            sectionChip(row.section),
            row.category
              ? link(
                  address(["township", row.township_id], { section: row.section, category: row.category }),
                  row.category,
                )
              : null,
            t("第 {n} 项", { n: row.number || row.position }),
            t("版本 {edition}", { edition: edition(row.edition) }),
            [t("印在"), " ", el("b", null, place(row)), " ", row.document],
          ],
        },
      ),
      row.status === "abolished" ? note(t("原文写明不再开展此项工作。")) : null,
      row.current ? null : note(t("这是旧版清单里的事项，该乡镇已有更新的版本。")),
      row.doubts.length ? note(t("读取存疑，请核对原文："), row.doubts.join("；")) : null,
      reading(row),
      row.matters?.length ? matters(row.matters) : null,
      row.laws.length ? [heading(t("依据")), laws(row.laws)] : null,
      compared,
      heading(t("出处")),
      provenance(row),
    ],
  };
}

/** @param {Row} row */
function reading(row) {
  const { printed } = row;
  const printedClauses = [printed.responsibilities, printed.method].filter(Boolean).join("\n");
  const rows = [
    line(t("事项"), el("div", null, row.name), printed.name),
    line(t("部门"), row.departments.length ? parties(row) : null, printed.departments),
    line(t("部门职责"), row.responsibilities.length ? responsibilities(row) : null, printedClauses),
    line(t("乡镇职责"), row.role.length ? el("div", null, clauses(row.role)) : null, printed.role),
    line(t("设定依据"), null, printed.basis),
  ];
  const head = [
    el("div", { className: "head" }),
    el("div", { className: "head" }, t("整理")),
    el("div", { className: "head printed-head" }, t("原文")),
  ];
  return el("section", { className: "reading", "aria-label": t("整理与原文对照") }, head, rows);
}

/**
 * Returns the three cells of a line, or null where there is neither a reading nor a printed text.
 * @param {string} label
 * @param {Child} read
 * @param {string | null} printed
 */
function line(label, read, printed) {
  if (!read && !printed) return null;
  return [
    el("div", { className: "label" }, label),
    read || el("div", { className: "muted" }, "—"),
    el("div", { className: "printed", "data-label": t("原文"), lang: "zh-CN" }, printed ? printedText(printed) : "—"),
  ];
}

/** @param {Row} row */
function parties(row) {
  const one = (/** @type {Row} */ party) =>
    el(
      "li",
      null,
      party.named ? linkTo("department", party.id, party.name) : party.name,
      party.plates.length ? `（${names(party.plates)}）` : null,
      row.section !== "reclaimed" && party.lead ? [" ", leadTag()] : null,
      party.named ? null : [" ", el("span", { className: "tag" }, t("未具名"))],
    );
  return el("div", null, el("ul", { className: "inline" }, row.departments.map(one)));
}

/**
 * Returns the clauses under headings: kind where it changes, bodies where they change, as the rows follow each other.
 * @param {Row} row
 */
function responsibilities({ responsibilities: rows, departments: parties }) {
  const order = parties.map((/** @type {Row} */ party) => party.name);
  /** @type {{key: string, kind: string, departments: string[], rows: any[]}[]} */
  const groups = [];
  for (const row of rows) {
    const key = `${row.kind}\n${row.departments.join("\n")}`;
    if (groups[groups.length - 1]?.key !== key)
      groups.push({ key, kind: row.kind, departments: inColumnOrder(row.departments, order), rows: [] });
    groups[groups.length - 1].rows.push(row);
  }
  const group = (/** @type {typeof groups[number]} */ { kind, departments, rows: items }) => {
    const by = names(departments);
    const title = kind === "responsibility" ? by : [t(KINDS[kind]), by && `（${by}）`].join("");
    return [title ? el("h3", null, title) : null, clauses(items)];
  };
  return el("div", null, groups.map(group));
}

/**
 * Returns the names as the row's column orders them, those that it lacks at the end.
 * @param {string[]} bodies
 * @param {string[]} order
 */
function inColumnOrder(bodies, order) {
  const at = (/** @type {string} */ name) => (order.includes(name) ? order.indexOf(name) : order.length);
  return [...bodies].sort((a, b) => at(a) - at(b));
}

/**
 * Returns which work the row is, with the way to all lists that have it.
 * @param {Row[]} rows
 */
function matters(rows) {
  const one = (/** @type {Row} */ row) => [
    linkTo("matter", row.id, row.title),
    row.link === "overlap" ? el("span", { className: "muted small" }, `（${t(LINKS.overlap)}）`) : null,
    row.link === "same" && row.score < SURE ? el("span", { className: "muted small" }, [" ", t(WORDED["similar wording"]), " ", certaintyCell(row.score)]) : null,
    " ",
  ];
  return el("p", { className: "muted" }, t("同一件事在各乡镇："), rows.map(one));
}

/** @param {Row[]} rows */
function laws(rows) {
  const one = (/** @type {Row} */ law) =>
    el(
      "li",
      null,
      linkTo("law", law.id, `《${law.title}》`),
      names(law.articles),
      " ",
      el("span", { className: "muted small" }, t(LAW_LEVELS[law.level] ?? "")),
    );
  return el("ul", { className: "laws" }, rows.map(one));
}

/** @param {Row} row */
function provenance(row) {
  /** @type {Record<string, Child>} */
  const facts = {
    [t("文件")]: row.document,
    [t("位置")]: place(row),
    [t("清单")]: row.list_title,
    [t("版本")]: edition(row.edition),
    [t("载入")]: t("{first} 首次，{last} 最近", {
      first: row.first_seen.slice(0, 10),
      last: row.last_seen.slice(0, 10),
    }),
    "SHA-256": el("details", null, el("summary", null, t("文件校验值")), el("code", null, row.sha256)),
  };
  return el(
    "dl",
    null,
    Object.entries(facts).map(([name, value]) => [el("dt", null, name), el("dd", null, value)]),
  );
}
