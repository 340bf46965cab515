// Beside the picture: the node that is chosen, with what hangs on it by type and how much, to be unfolded one by one.

import { ask } from "./api.js";
import { address, el, link } from "./dom.js";
import { addressOf, badge, sectionChip, SECTIONS } from "./kinds.js";
import { t, written } from "./language.js";
import { neighbourWord, RELATION_ORDER } from "./relations.js";

/** @typedef {import("./dom.js").Row} Row */
/**
 * @typedef {object} Doing What a person may do with the chosen node.
 * @property {(key: string) => Promise<void>} open unfolds a part: `id~relation~section`, or `id~rows` of a group
 * @property {(key: string) => void} close takes a part away again
 * @property {(key: string) => Promise<void>} goOn fetches what is left of a part
 * @property {(id: string) => void} unpin
 * @property {() => void} leave chooses none
 */

const PAGES = new Set(["department", "township", "county", "prefecture", "province", "duty", "matter", "law", "function"]);
const ENDS = new Set(["department", "township"]);

/**
 * Returns the panel of a node.
 * @param {Row} node
 * @param {import("./graph_model.js").GraphModel} model
 * @param {Doing} doing
 * @param {boolean} grouped whether the node stands for rows of the centre
 */
export function panelOf(node, model, doing, grouped) {
  const kind = node.kind;
  const counts = el("div", { className: "graph-counts" }, el("p", { className: "muted small" }, t("正在查询…")));
  if (kind !== "others") void fill(counts, node, model, doing, grouped);
  else counts.replaceChildren(el("p", { className: "muted small" }, t("图上放不下的合在一起；用部分筛选，或看下面的数据表。")));
  return [
    el(
      "header",
      null,
      el("h2", null, kind === "others" ? null : badge(kind), " ", node.name),
      el("button", { type: "button", className: "quiet", "aria-label": t("取消选择"), onclick: doing.leave }, "×"),
    ),
    el(
      "p",
      { className: "muted small" },
      node.section ? [sectionChip(node.section), " "] : null,
      node.number ? [t("第 {n} 项", { n: node.number }), " "] : null,
      node.place ? node.place.split("/").join(" › ") : null,
    ),
    el(
      "p",
      { className: "actions" },
      PAGES.has(kind) ? link(addressOf(kind, node.id), t("打开页面")) : null,
      node.id === model.centre || kind === "others" ? null : link(address(["graph", node.id]), t("以它为中心")),
      ENDS.has(kind) && ENDS.has(centreKind(model)) && node.id !== model.centre
        ? link(address(["graph", model.centre], { to: node.id }), t("与中心之间的路径"))
        : null,
      model.pins.has(node.id) ? el("button", { type: "button", className: "quiet", onclick: () => doing.unpin(node.id) }, t("取消固定")) : null,
    ),
    counts,
  ];
}

/** @param {import("./graph_model.js").GraphModel} model */
function centreKind(model) {
  return model.all().nodes.find(({ id }) => id === model.centre)?.kind ?? "";
}

/**
 * @param {HTMLElement} box
 * @param {Row} node
 * @param {import("./graph_model.js").GraphModel} model
 * @param {Doing} doing
 * @param {boolean} grouped
 */
async function fill(box, node, model, doing, grouped) {
  /** @type {Row[]} */
  let counts;
  try {
    ({ counts } = await ask("/v1/graph/neighbours", { id: node.id, limit: 2 }));
  } catch (error) {
    box.replaceChildren(el("p", { className: "bad", role: "alert" }, /** @type {Error} */ (error).message));
    return;
  }
  counts.sort((a, b) => RELATION_ORDER.indexOf(a.relation) - RELATION_ORDER.indexOf(b.relation));
  const rows = counts.map((count) => {
    const key = [node.id, count.relation, count.section ?? ""].join("~");
    const word = [neighbourWord(count.relation, count.direction), count.kind === "duty" && count.section && ["INSTANCE_OF", "IN_CATEGORY", "CITES", "BORNE_BY"].includes(count.relation) ? ` · ${t(SECTIONS[count.section])}` : ""].join("");
    return partRow(key, word, count.count, model, doing);
  });
  const groupKey = `${node.id}~rows`;
  box.replaceChildren(
    ...(grouped ? [el("h3", null, t("在本图里")), el("ul", null, partRow(groupKey, t("逐条显示"), node.rows ?? 0, model, doing))] : []),
    el("h3", null, t("全部联系")),
    rows.length ? el("ul", null, rows) : el("p", { className: "muted small" }, t("没有别的联系。")),
  );
}

/**
 * @param {string} key
 * @param {string} word
 * @param {number} count
 * @param {import("./graph_model.js").GraphModel} model
 * @param {Doing} doing
 */
function partRow(key, word, count, model, doing) {
  const part = model.parts.get(key);
  const there = part ? 0 : drawnOf(key, model);
  const button = (/** @type {string} */ says, /** @type {() => any} */ act) =>
    el(
      "button",
      {
        type: "button",
        className: "quiet",
        "data-part": key,
        "aria-label": `${says}：${word}`,
        onclick: async (/** @type {Event} */ event) => {
          /** @type {HTMLButtonElement} */ (event.currentTarget).disabled = true;
          await act();
        },
      },
      says,
    );
  return el(
    "li",
    null,
    el("span", null, word),
    el("span", { className: "count" }, written(count)),
    part
      ? [part.next ? button(t("还有 {n} 条", { n: part.rest ?? 0 }), () => doing.goOn(key)) : null, button(t("收起"), () => doing.close(key))]
      : there >= count
        ? el("span", { className: "muted small" }, t("已在图上"))
        : button(t("展开"), () => doing.open(key)),
  );
}

/**
 * Returns how many of a part's relations the picture has already.
 * @param {string} key
 * @param {import("./graph_model.js").GraphModel} model
 */
function drawnOf(key, model) {
  const [id, relation, section] = key.split("~");
  const { nodes, edges } = model.all();
  const sections = new Map(nodes.map((node) => [node.id, node.section]));
  const ends = (/** @type {Row} */ edge) => (edge.from === id ? edge.to : edge.to === id ? edge.from : undefined);
  const single = edges.filter((edge) => edge.relation === relation && ends(edge) && (edge.rows ?? 1) === 1);
  return single.filter((edge) => !section || (sections.get(ends(edge) ?? "") ?? section) === section).length;
}
