// Where townships treat the same work otherwise: of one township beside its neighbours, and of a whole county.

import { ask, firstPage, MOST, pathOf } from "./api.js";
import { address, el, link } from "./dom.js";
import { facet, filtered } from "./facets.js";
import { linkTo, sectionChip, sectionSign, SECTIONS } from "./kinds.js";
import { t } from "./language.js";
import { empty, names } from "./parts.js";
import { listing } from "./table.js";

/** @typedef {import("./dom.js").Row} Row */
/** @typedef {import("./table.js").Column} Column */

const MOST_COLUMNS = 14; // townships that stand side by side; more are counted
/** @type {Record<string, ((row: Row) => boolean) | undefined>} Choice of what a county's comparison shows → which of the differing matters. */
const KEEPS = { sections: inSeveralSections, missing: (row) => row.missing > 0 };

/**
 * Returns the tab of a township: work that it has in another section than its neighbours, or alone, or not.
 * @param {Row} whole the township
 * @param {URLSearchParams} parameters
 * @param {(changes: Record<string, string>) => string} here
 * @param {AbortSignal} signal
 */
export async function differences(whole, parameters, here, signal) {
  const category = parameters.get("category") ?? "";
  const answer = await firstPage(
    pathOf("townships", whole.township_id, "differences"),
    { category },
    parameters,
    signal,
  );
  const others = (/** @type {Row} */ row, /** @type {string | null} */ section) =>
    row.elsewhere.filter((/** @type {Row} */ one) => (section ? one.sections.includes(section) : !one.sections.length));
  /** @type {(section: string | null, title: string) => Column} */
  const column = (section, title) => ({
    key: section ?? "missing",
    title,
    cell: (row) => others(row, section).map(townshipLink),
    value: (row) => names(others(row, section).map((/** @type {Row} */ one) => one.township)),
  });
  /** @type {Column[]} */
  const columns = [
    matterColumn(),
    {
      key: "here",
      title: t("在{name}", { name: whole.township }),
      className: "keep",
      cell: (row) => (row.rows.length ? row.rows.map(dutyChip) : el("span", { className: "muted" }, t("没有"))),
      value: (row) => row.sections.map((/** @type {string} */ section) => t(SECTIONS[section])).join("、"),
    },
    ...Object.entries(SECTIONS).map(([section, word]) => column(section, t(word))),
    column(null, t("没有这件事")),
  ];
  const file = `${whole.township}-${t("与本县其他乡镇的不同")}`;
  const none = empty(t("与本县其他乡镇没有不同，或本县只载入了这一份清单。"));
  const chosen = category ? [{ name: category, href: here({ category: "" }) }] : [];
  return [
    el("p", { className: "muted" }, t("同一件事在本县各乡镇分属不同部分，或有的有、有的没有。")),
    filtered(
      [],
      listing({
        answer,
        columns,
        file,
        parameters,
        none,
      }),
      chosen,
    ),
  ];
}

/**
 * Returns the tab of a county: matters × townships.
 * @param {Row} whole the division
 * @param {URLSearchParams} parameters
 * @param {(changes: Record<string, string>) => string} here
 * @param {AbortSignal} signal
 */
export async function comparison(whole, parameters, here, signal) {
  const category = parameters.get("category") ?? "";
  const show = parameters.get("show") ?? "";
  const query = {
    division: whole.id,
    category,
    function: parameters.get("function"),
    differing: String(show !== "all"),
  };
  const keeps = KEEPS[show];
  const answer = keeps
    ? keptOf(await ask("/v1/compare", { ...query, limit: MOST }, signal), keeps)
    : await firstPage("/v1/compare", query, parameters, signal);
  const townships = answer.rows[0]?.cells ?? [];
  /** @type {Column[]} */
  const beside = [matterColumn(), ...sideBySide(townships)];
  const columns = townships.length <= MOST_COLUMNS ? beside : [matterColumn(), ...counted()];
  const facets = [
    facet({
      name: "show",
      title: t("事项"),
      chosen: show || "differing",
      here: (changes) => here({ show: changes.show === "differing" ? "" : changes.show }),
      choices: [
        { value: "differing", word: t("只看不同的") },
        { value: "sections", word: t("分属不同部分的") },
        { value: "missing", word: t("有的乡镇没有的") },
        { value: "all", word: t("全部事项") },
      ],
    }),
  ];
  const chosen = category ? [{ name: category, href: here({ category: "" }) }] : [];
  const legend = el(
    "p",
    { className: "muted small legend" },
    Object.keys(SECTIONS).map((section) => [signChip(section), " ", t(SECTIONS[section]), "　"]),
    "— ",
    t("没有这件事"),
  );
  const none = empty(keeps ? t("没有这样的事项。") : t("各乡镇没有不同，或只载入了一份清单。"));
  const file = `${whole.name}-${t("各乡镇对照")}`;
  return filtered(
    facets,
    [legend, listing({ answer, columns, saved: beside, file, parameters, none })],
    chosen,
  );
}

/**
 * Returns of an answer with all rows those that are to be kept.
 * @param {import("./api.js").Answer} answer
 * @param {(row: Row) => boolean} keeps
 * @returns {import("./api.js").Paged}
 */
function keptOf(answer, keeps) {
  const rows = answer.rows.filter(keeps);
  return { rows, count: rows.length, limit: null, truncated: answer.truncated, path: "", query: {} };
}

/**
 * Returns whether townships that have the matter have it in different sections.
 * @param {Row} row
 */
function inSeveralSections(row) {
  const having = row.cells.filter((/** @type {Row} */ cell) => cell.rows.length);
  const sections = having.map((/** @type {Row} */ cell) => [...new Set(cell.rows.map((/** @type {Row} */ one) => one.section))].sort().join());
  return new Set(sections).size > 1;
}

/** @returns {Column} */
function matterColumn() {
  return {
    key: "matter",
    title: t("同一件事"),
    className: "main wide",
    cell: (row) => linkTo("matter", row.matter_id, row.matter),
    value: (row) => row.matter,
  };
}

/** @param {Row[]} townships @returns {Column[]} */
function sideBySide(townships) {
  const cellOf = (/** @type {Row} */ row, /** @type {string} */ id) =>
    row.cells.find((/** @type {Row} */ one) => one.township_id === id)?.rows ?? [];
  return townships.map(({ township_id, township }) => ({
    key: township_id,
    title: township,
    className: "keep",
    cell: (row) => {
      const rows = cellOf(row, township_id);
      return rows.length ? rows.map(signLink) : el("span", { className: "muted" }, "—");
    },
    value: (row) =>
      cellOf(row, township_id)
        .map((/** @type {Row} */ one) => t(SECTIONS[one.section]))
        .join("、") || "—",
  }));
}

/** @returns {Column[]} */
function counted() {
  const words = { ...SECTIONS, missing: "没有这件事" };
  return Object.entries(words).map(([key, word]) => ({
    key,
    title: t(word),
    className: "number",
    cell: (row) => row[key],
    value: (row) => row[key],
  }));
}

/** @param {Row} one */
function townshipLink(one) {
  return [linkTo("township", one.township_id, one.township), " "];
}

/** @param {Row} one */
function dutyChip(one) {
  return [link(address(["duty", one.duty_id]), sectionChip(one.section)), " "];
}

/** @param {Row} one */
function signLink(one) {
  const label = `${t(SECTIONS[one.section])} ${one.name}`;
  return [
    el("a", { href: address(["duty", one.duty_id]), title: label, "aria-label": label }, signChip(one.section)),
    " ",
  ];
}

/** @param {string} section */
function signChip(section) {
  return el("span", { className: `chip section-${section}`, "aria-hidden": "true" }, sectionSign(section));
}
