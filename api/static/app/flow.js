// Department → category → township of a division: how many rows go where, as a Sankey diagram and as a table.

import { ask } from "./api.js";
import { address, el, link } from "./dom.js";
import { addressOf, kindWord, linkTo } from "./kinds.js";
import { t, written } from "./language.js";
import { empty, pageHead, pathText } from "./parts.js";
import { pictureButtons, svg } from "./picture_files.js";
import { BOTH, chooseDivision, HANDED, handed, nameWithPart, partOf, sectionOf, sectionTabs } from "./picture_parts.js";
import { bandPath, layOut } from "./sankey.js";
import { listing } from "./table.js";

/** @typedef {import("./dom.js").Row} Row */

const BOX = 12;
const COLUMN_KINDS = ["department", "category", "township"];
/** @type {Record<string, number>} */
const COLUMN_OF_OTHERS = { "others-department": 0, "others-category": 1, "others-township": 2 };
/** @type {Record<string, string>} */
const COUNTED = {
  cooperative: "交办 {n} 项次（一项有几个部门就计几次）",
  reclaimed: "收回 {n} 项次（一项有几个部门就计几次）",
  [BOTH]: "交办与收回共 {n} 项次（一项有几个部门就计几次）",
};
const TOPS = { departments: [15, 30, 60], townships: [30, 60] };

/** @type {import("./main.js").View} */
export async function flow([id], parameters, signal) {
  const division = id ?? parameters.get("division") ?? "";
  if (!division) return chooseDivision("flow", t("流向图"), signal, parameters);
  const part = handed(parameters);
  const section = sectionOf(part);
  const body = parameters.get("department") ?? "";
  const departments = Number(parameters.get("departments")) || TOPS.departments[0];
  const townships = Number(parameters.get("townships")) || TOPS.townships[0];
  const answer = body
    ? await ofDepartment(body, division, section, signal)
    : await ask("/v1/flows", { division, section, departments, townships }, signal);
  const here = (/** @type {Record<string, any>} */ changes) =>
    address(["flow", division], { ...Object.fromEntries(parameters), division: "", ...changes });
  for (const node of answer.nodes) node.part = partOf(node, answer.division);
  const { counts } = answer;
  const title = `${answer.division.name} ${t("流向图")}`;
  const name = body ? answer.nodes.find((/** @type {Row} */ n) => n.id === body)?.name : undefined;
  return {
    title: name ? `${name} → ${title}` : title,
    status: t("{n} 个部门，{k} 个类别，{m} 个乡镇", { n: counts.departments, k: counts.categories, m: counts.townships }),
    content: [
      pageHead(answer.division.kind, name ? [name, " → ", title] : title, {
        path: linkTo(answer.division.kind, division, pathText(answer.division.place)),
        facts: [
          t("{n} 个部门，{k} 个类别，{m} 个乡镇", { n: counts.departments, k: counts.categories, m: counts.townships }),
          t(COUNTED[part], { n: counts.rows }),
        ],
        actions: [link(address(["matrix", division], { section: part }), t("对照表"))],
      }),
      body ? el("p", { className: "chosen" }, el("span", { className: "muted" }, t("筛选：")), link(here({ department: "" }), name ?? body, el("span", { "aria-label": t("取消这个筛选") }, " ×"))) : null,
      sectionTabs(part, HANDED, here),
      counts.rows ? drawn(answer, title, parameters, here, { departments, townships }, { part, body }) : empty(t("这一部分没有部门与乡镇之间的事项。"), link(here({ section: BOTH }), t("查看全部"))),
    ],
  };
}

/**
 * Returns the flow of one department alone, in the form of /v1/flows.
 * @param {string} id
 * @param {string} division
 * @param {string} section
 * @param {AbortSignal} signal
 */
async function ofDepartment(id, division, section, signal) {
  const [columns, place] = await Promise.all([
    ask("/v1/graph/columns", { id, division, section, group: "category" }, signal),
    ask("/v1/graph/neighbours", { id: division, limit: 2 }, signal),
  ]);
  const kinds = new Map(columns.nodes.map((/** @type {Row} */ node) => [node.id, node.kind]));
  // A row without category stands for itself in the columns; here all of them are one.
  const middle = (/** @type {string} */ node) => (kinds.get(node) === "duty" ? "none-category" : node);
  const edges = new Map();
  for (const edge of columns.edges) {
    const outer = kinds.get(edge.from) === "department" || edge.from === "others-department";
    const [from, to] = outer ? [edge.from, middle(edge.to)] : [middle(edge.to), edge.from];
    const sum = edges.get(`${from} ${to}`) ?? { from, to, rows: 0 };
    sum.rows += edge.rows;
    edges.set(`${from} ${to}`, sum);
  }
  const loose = columns.nodes.filter((/** @type {Row} */ node) => node.kind === "duty");
  const nodes = columns.nodes.filter((/** @type {Row} */ node) => node.kind !== "duty");
  if (loose.length) nodes.push({ id: "none-category", kind: "category", name: t("未分类"), rows: loose.length });
  return {
    division: place.nodes[0],
    nodes,
    edges: [...edges.values()],
    counts: {
      departments: columns.counts.departments,
      categories: nodes.filter((/** @type {Row} */ node) => node.kind === "category").length,
      townships: columns.counts.townships,
      rows: columns.counts.rows,
    },
  };
}

/** @param {Row} node */
function columnOf(node) {
  return COLUMN_OF_OTHERS[node.id] ?? COLUMN_KINDS.indexOf(node.kind);
}

/**
 * @param {Row} answer
 * @param {string} title
 * @param {URLSearchParams} parameters
 * @param {(changes: Record<string, any>) => string} here
 * @param {{departments: number, townships: number}} tops
 * @param {Narrowed} narrowed
 */
function drawn(answer, title, parameters, here, tops, narrowed) {
  const width = Math.max(340, Math.min(1240, document.documentElement.clientWidth - (document.documentElement.clientWidth > 760 ? 48 : 28)));
  const bandTo = (/** @type {Ends} */ ends) => dutiesOf(ends, answer.division, narrowed);
  const picture = sankey(answer, width, title, here, bandTo);
  const more = (/** @type {"departments" | "townships"} */ key, /** @type {number} */ shown, /** @type {string} */ word) => {
    const next = TOPS[key].find((step) => step > tops[key]);
    return answer.counts[key] > shown && next ? link(here({ [key]: next }), word) : null;
  };
  const shown = (/** @type {string} */ kind) => answer.nodes.filter((/** @type {Row} */ node) => node.kind === kind).length;
  return [
    el(
      "div",
      { className: "tools" },
      el("span", { className: "muted" }, narrowed.part === BOTH ? t("点部门只看它的流向。") : t("点部门只看它的流向；点色带看相应的事项。")),
      more("departments", shown("department"), t("显示更多部门")),
      more("townships", shown("township"), t("显示更多乡镇")),
      pictureButtons(() => picture, title),
    ),
    el("div", { className: "flow-box" }, picture),
    edgeTable(answer, title, parameters, bandTo),
  ];
}

/**
 * @param {Row} answer
 * @param {number} width
 * @param {string} title
 * @param {(changes: Record<string, any>) => string} here
 * @param {(ends: Ends) => string | null} bandTo
 */
function sankey(answer, width, title, here, bandTo) {
  const columns = [0, 1, 2].map((column) => answer.nodes.filter((/** @type {Row} */ node) => columnOf(node) === column));
  const narrow = width < 700;
  const size = narrow ? 10.5 : 13;
  const parted = answer.nodes.some((/** @type {Row} */ node) => node.part);
  /** @type {[number, number]} */
  const margins = narrow ? [96, 62] : parted ? [240, 170] : [190, 120];
  const wanted = narrow ? 560 : 620;
  const { boxes, bands, height } = layOut(columns, answer.edges, { width, height: wanted, boxWidth: BOX, margins });
  const top = 26;
  const heads = [t("部门"), t("类别"), t("乡镇")].map((word, column) => {
    const inner = width - margins[0] - margins[1] - BOX;
    const x = margins[0] + (inner * column) / 2 + BOX / 2;
    return svg("text", { x, y: 12, "text-anchor": "middle", "font-size": size - 1, fill: "var(--muted)" }, word);
  });
  const picture = svg(
    "svg",
    { class: "flow", width, height: height + top + 4, viewBox: `0 0 ${width} ${height + top + 4}`, role: "group", "aria-label": title },
    ...heads,
    svg("g", { transform: `translate(0 ${top})` }, svg("g", { fill: "none" }, ...bands.map((band) => drawBand(band, bandTo(band)))), ...boxes.map((box) => drawBox(box, size, margins, width, here))),
  );
  highlight(picture);
  return picture;
}

/** @param {import("./sankey.js").Band} band @param {string | null} href */
function drawBand(band, href) {
  const says = t("{a} → {b}：{n} 项次", { a: fullName(band.source), b: fullName(band.target), n: band.rows });
  const colour = band.source.kind === "department" ? "var(--kind-department)" : band.source.kind === "category" ? "var(--kind-township)" : "var(--muted)";
  const path = svg(
    "path",
    { class: href ? "band to" : "band", "data-href": href, d: bandPath(band, BOX), stroke: colour, "stroke-opacity": 0.22, "stroke-width": Math.max(1, band.thickness).toFixed(1), "data-from": band.from, "data-to": band.to },
    svg("title", {}, says),
  );
  return path;
}

/** @typedef {{source: Row, target: Row}} Ends Of a band. */
/** @typedef {{part: string, body: string}} Narrowed The part of the lists, and the department, that a flow is narrowed to. */

/**
 * Returns where the rows of a band are listed: the department's or the township's, of one category; null for what is summed.
 * @param {Ends} ends
 * @param {Row} division whose flow it is
 * @param {Narrowed} narrowed
 */
function dutiesOf({ source, target }, division, { part, body }) {
  if (part === BOTH) return null; // no page lists what is delegated and what is taken back, and nothing else
  const category = (source.kind === "category" ? source : target).name;
  if (source.kind === "department" && target.kind === "category") {
    const tab = part === "reclaimed" ? "reclaimed" : "";
    return addressOf("department", source.id, { tab, township: division.kind === "township" ? division.id : "", category });
  }
  if (source.kind === "category" && target.kind === "township")
    return addressOf("township", target.id, { section: part, category, department: body });
  return null;
}

/**
 * @param {import("./sankey.js").Box} box
 * @param {number} size of type
 * @param {[number, number]} margins
 * @param {number} width
 * @param {(changes: Record<string, any>) => string} here
 */
function drawBox(box, size, margins, width, here) {
  const colour = box.kind === "others" ? "var(--line-strong)" : `var(--kind-${box.kind})`;
  const middle = box.y + box.height / 2;
  const left = box.column === 0;
  const x = left ? box.x - 6 : box.x + BOX + 6;
  const room = left ? margins[0] - 10 : box.column === 2 ? margins[1] - 10 : Math.min(140, (width - margins[0] - margins[1]) / 2 - 30);
  const count = written(box.rows);
  const counted = width >= 700 || box.column === 1;
  const part = width >= 700 ? box.part : "";
  const taken = (counted ? count.length * size * 0.6 + 6 : 0) + (part ? (part.length + 0.5) * (size - 1.5) : 0);
  const name = shortened(box.name, room - taken, size);
  const label = svg(
    "text",
    { x, y: middle.toFixed(1), dy: "0.35em", "text-anchor": left ? "end" : "start", "font-size": size, fill: "var(--text)", stroke: "var(--ground)", "stroke-width": 4, "stroke-linejoin": "round", "paint-order": "stroke" },
    name,
    part ? svg("tspan", { fill: "var(--muted)", "font-size": size - 1.5, dx: 4 }, part) : null,
    counted ? svg("tspan", { fill: box.column === 1 ? "var(--text)" : "var(--muted)", "font-size": size - 1.5, dx: 5 }, count) : null,
  );
  const parts = [
    svg("title", {}, t("{a}：{n} 项次", { a: fullName(box), n: box.rows })),
    svg("rect", { x: box.x, y: box.y.toFixed(1), width: BOX, height: Math.max(1, box.height).toFixed(1), fill: colour }),
    label,
  ];
  const href = box.kind === "department" ? here({ department: box.id }) : box.kind === "township" ? addressOf("township", box.id) : null;
  return href ? svg("a", { href, class: "box", "data-id": box.id }, ...parts) : svg("g", { class: "box", "data-id": box.id }, ...parts);
}

/**
 * Returns the text cut to what fits, as Chinese characters are as wide as they are high.
 * @param {string} text
 * @param {number} room
 * @param {number} size
 */
function shortened(text, room, size) {
  const most = Math.max(2, Math.floor(room / size));
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

/**
 * Shows the bands of the box that is pointed at or has the focus stronger.
 * @param {SVGElement} picture
 */
function highlight(picture) {
  const mark = (/** @type {Event} */ event) => {
    const at = /** @type {Element} */ (event.target);
    const id = at.closest?.(".box")?.getAttribute("data-id");
    for (const band of picture.querySelectorAll(".band")) {
      const on = id ? band.getAttribute("data-from") === id || band.getAttribute("data-to") === id : band === at;
      band.classList.toggle("strong", on);
    }
  };
  picture.addEventListener("click", (event) => {
    const href = /** @type {Element} */ (event.target).getAttribute("data-href");
    if (href) location.hash = href;
  });
  picture.addEventListener("mouseover", mark);
  picture.addEventListener("focusin", mark);
  picture.addEventListener("mouseleave", mark);
}

/**
 * @param {Row} answer
 * @param {string} title
 * @param {URLSearchParams} parameters
 * @param {(ends: Ends) => string | null} bandTo
 */
function edgeTable(answer, title, parameters, bandTo) {
  const nodes = new Map(answer.nodes.map((/** @type {Row} */ node) => [node.id, node]));
  const rows = answer.edges.map((/** @type {Row} */ edge) => ({ ...edge, start: nodes.get(edge.from), end: nodes.get(edge.to) }));
  const end = (/** @type {"start" | "end"} */ key, /** @type {string} */ word, className = "") => ({
    key,
    title: word,
    className,
    cell: (/** @type {Row} */ row) => named(row[key]),
    value: (/** @type {Row} */ row) => fullName(row[key]),
  });
  /** @type {import("./table.js").Column[]} */
  const columns = [
    end("start", t("从"), "main"),
    end("end", t("到")),
    { key: "kind", title: t("一段"), cell: segment, value: segment },
    { key: "rows", title: t("项次"), className: "number", cell: count, value: (row) => row.rows },
  ];
  const paged = { rows, count: rows.length, limit: null, truncated: false, path: "", query: {} };
  /** @param {Row} row */
  function count(row) {
    const href = bandTo({ source: row.start, target: row.end });
    return href ? link(href, written(row.rows)) : written(row.rows);
  }
  return [el("h2", null, t("数据表")), listing({ answer: paged, columns, file: title, parameters })];
}

/** @param {Row} row */
function segment(row) {
  return columnOf(row.start) === 0 ? `${kindWord("department")} → ${kindWord("category")}` : `${kindWord("category")} → ${kindWord("township")}`;
}

/** @param {Row} node */
function named(node) {
  if (node.kind !== "department" && node.kind !== "township") return node.name;
  return [linkTo(node.kind, node.id, node.name), node.part ? el("span", { className: "muted small" }, ` ${node.part}`) : null];
}

/** @param {Row} node */
function fullName(node) {
  return nameWithPart(node.name, node.part ?? "");
}
