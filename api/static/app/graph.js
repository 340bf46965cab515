// The graph around anything: departments, what they do, townships, in three columns; unfolded step by step; and what joins two.

import { ask, pathOf } from "./api.js";
import { combobox } from "./combobox.js";
import { address, el, link } from "./dom.js";
import { offered, suggested } from "./find.js";
import { drawn, fullName, Picture } from "./graph_picture.js";
import { GraphModel, inColumns, inRings, MOST_NODES, stepsOf } from "./graph_model.js";
import { panelOf } from "./graph_panel.js";
import { graphTables } from "./graph_tables.js";
import { addressOf, linkTo, SECTIONS } from "./kinds.js";
import { t } from "./language.js";
import { crumbs, empty, names, pageHead, pathText } from "./parts.js";
import { pictureButtons } from "./picture_files.js";
import { sectionTabs } from "./picture_parts.js";
import { RELATION_SECTIONS, relationWord } from "./relations.js";

/** @typedef {import("./dom.js").Row} Row */
/** @typedef {import("./graph_model.js").Part} Part */

const GROUPS = 60; // of the middle column at first; more are unfolded below it
const DIVISIONS = new Set(["county", "prefecture", "province"]);
const ENDS = new Set(["department", "township"]);

/** @type {import("./main.js").View} */
export async function graph([part], parameters, signal) {
  const id = part ?? parameters.get("id") ?? "";
  const to = parameters.get("to") ?? "";
  if (!id) return start();
  const model = new GraphModel(id);
  const section = parameters.get("section") ?? "";
  const [around, above, far] = await Promise.all([
    ask("/v1/graph/neighbours", { id, limit: 2 }, signal),
    placesAbove(id, signal),
    to ? ask("/v1/graph/neighbours", { id: to, limit: 2 }, signal) : null,
  ]);
  const centre = around.nodes[0];
  const end = far?.nodes[0];
  const base = end ? await pathsTo(model, id, to, signal) : await firstPart(model, around, section, parameters, signal);
  for (const key of listed(parameters, "open")) model.parts.set(key, await fetched(model, key, section, signal));
  for (const relation of listed(parameters, "hide")) model.hidden.add(relation);
  for (const pin of listed(parameters, "pin")) {
    const [node, x, y] = pin.split("~");
    model.pins.set(node, { x: Number(x), y: Number(y) });
  }
  const here = (/** @type {Record<string, any>} */ changes) =>
    address(["graph", id], { ...Object.fromEntries(parameters), id: "", ...changes });
  const shown = scene(model, centre, base, parameters, section);
  const title = end ? t("{a} 与 {b} 之间", { a: centre.name, b: end.name }) : t("{name}的关系图", { name: centre.name });
  return {
    title,
    status: base.says,
    content: [
      pageHead(centre.kind, end ? title : centre.name, {
        path: above.length ? crumbs(above) : centre.place ? linkTo(centre.kind, centre.id, pathText(centre.place)) : null,
        facts: [base.says],
        actions: [
          DIVISIONS.has(centre.kind)
            ? [link(address(["matrix", id]), t("对照表")), link(address(["flow", id]), t("流向图"))]
            : null,
          link(addressOf(centre.kind, id), t("打开页面")),
        ],
      }),
      end || DIVISIONS.has(centre.kind) ? null : sectionTabs(section, ["", ...Object.keys(SECTIONS)], (changes) => here({ ...changes, open: "", pin: "" })),
      pathForm(centre, end),
      base.none ?? shown.content,
    ],
    mounted: base.none ? undefined : shown.mounted,
  };
}

/** @returns {import("./main.js").Shown} */
function start() {
  return {
    title: t("关系图"),
    content: [
      el("h1", null, t("关系图")),
      empty(t("从任何部门、乡镇或事项的页面打开它的关系图，或在下面找两个部门、乡镇之间的联系。")),
      pathForm(undefined, undefined),
    ],
  };
}

/**
 * Returns the divisions that a department or a division lies in, from the province down; none of other things.
 * @param {string} id
 * @param {AbortSignal} signal
 * @returns {Promise<Row[]>}
 */
async function placesAbove(id, signal) {
  if (id.startsWith("dept-")) return (await ask(pathOf("departments", id), {}, signal)).above;
  if (id.startsWith("div-")) return (await ask(pathOf("divisions", id), {}, signal)).above;
  return [];
}

/** @param {URLSearchParams} parameters @param {string} name */
function listed(parameters, name) {
  return (parameters.get(name) ?? "").split(" ").filter(Boolean);
}

/** @typedef {{says: string, none?: import("./dom.js").Child, group?: string, steps?: Map<string, number>, more?: {next: string, rest: number}}} Base What the picture starts with. */

/**
 * @param {GraphModel} model
 * @param {Row} near the centre and how many neighbours it has
 * @param {string} section
 * @param {URLSearchParams} parameters
 * @param {AbortSignal} signal
 * @returns {Promise<Base>}
 */
async function firstPart(model, near, section, parameters, signal) {
  const centre = near.nodes[0];
  const asked = { id: centre.id, section, division: parameters.get("division") ?? "", group: parameters.get("group") ?? "", limit: GROUPS };
  const columns = await ask("/v1/graph/columns", asked, signal);
  const { counts, group } = columns;
  if (counts.rows) {
    model.parts.set("", { nodes: columns.nodes, edges: columns.edges });
    const words = { row: t("逐条显示"), matter: t("按同类事项合并"), category: t("按类别合并") };
    const parts = bySection(near.counts, counts.rows);
    const told = { n: counts.rows, parts, k: words[/** @type {"row"} */ (group)], d: counts.departments, m: counts.townships };
    const says = parts ? t("{n} 条事项（{parts}），{k}；{d} 个部门，{m} 个乡镇", told) : t("{n} 条事项，{k}；{d} 个部门，{m} 个乡镇", told);
    const shown = columns.nodes.filter((/** @type {Row} */ node) => ["duty", "matter", "category"].includes(node.kind)).length;
    return { says, group, more: columns.next ? { next: columns.next, rest: counts.groups - shown } : undefined };
  }
  if (section) return { says: t("没有联系"), none: empty(t("没有可画的联系："), t("这一部分里没有它的事项，请换一个部分看看。")) };
  const around = await ask("/v1/graph/neighbours", { id: centre.id }, signal);
  if (around.nodes.length === 1)
    return { says: t("没有联系"), none: empty(t("没有可画的联系："), t("它在现行清单里没有事项。")) };
  model.parts.set("", { nodes: around.nodes, edges: around.edges });
  const all = around.counts.reduce((/** @type {number} */ sum, /** @type {Row} */ count) => sum + count.count, 0);
  return {
    says: t("{n} 个联系", { n: all }),
    more: around.next ? { next: around.next, rest: all - around.edges.length } : undefined,
  };
}

/**
 * Returns how many of the rows stand in each section; "" where all stand in one, or the picture is narrowed.
 * @param {Row[]} neighbours {relation, count}
 * @param {number} rows of the picture
 */
function bySection(neighbours, rows) {
  const parts = neighbours.filter(({ relation }) => RELATION_SECTIONS[relation]);
  const sum = parts.reduce((/** @type {number} */ all, { count }) => all + count, 0);
  if (parts.length < 2 || sum !== rows) return "";
  return names(parts.map(({ relation, count }) => `${t(SECTIONS[RELATION_SECTIONS[relation]])} ${count}`));
}

/** @param {GraphModel} model @param {string} from @param {string} to @param {AbortSignal} signal @returns {Promise<Base>} */
async function pathsTo(model, from, to, signal) {
  const answer = await ask("/v1/graph/paths", { from, to }, signal);
  if (!answer.paths.length) return { says: t("没有找到联系"), none: empty(t("两者没有共同的事项，也没有同一类事项、同一个部门或乡镇把它们连起来。")) };
  model.parts.set("", answer);
  const { paths, hops } = answer.counts;
  const says =
    hops === 2
      ? t("两者同在 {n} 条事项里", { n: paths })
      : t("两者没有共同的事项；经由同类事项、部门或乡镇，有 {n} 条联系", { n: paths });
  return { says: answer.truncated ? `${says}${t("，图上是其中 {n} 条", { n: answer.paths.length })}` : says, steps: stepsOf(answer.paths) };
}

/**
 * Returns an expansion: `id~relation~section`, or `id~rows` of a group.
 * @param {GraphModel} model
 * @param {string} key
 * @param {string} section
 * @param {AbortSignal} [signal]
 * @param {string} [after]
 * @returns {Promise<Part>}
 */
async function fetched(model, key, section, signal, after = "") {
  const [id, relation, own] = key.split("~");
  if (relation === "rows") {
    const found = await ask("/v1/graph/columns", { id: model.centre, within: id, section, group: "row", after, limit: GROUPS }, signal);
    const rest = found.counts.groups - found.nodes.filter((/** @type {Row} */ node) => node.kind === "duty").length;
    return { nodes: found.nodes, edges: found.edges, replaces: id, next: found.next, rest };
  }
  const found = await ask("/v1/graph/neighbours", { id, relation, section: own || section, after, limit: 40 }, signal);
  const count = found.counts
    .filter((/** @type {Row} */ c) => c.relation === relation && (!own || c.section === own))
    .reduce((/** @type {number} */ sum, /** @type {Row} */ c) => sum + c.count, 0);
  return { nodes: found.nodes.slice(1), edges: found.edges, next: found.next, rest: count - found.edges.length };
}

/**
 * Returns the picture with its tools, panel and tables.
 * @param {GraphModel} model
 * @param {Row} centre
 * @param {Base} base
 * @param {URLSearchParams} parameters
 * @param {string} section
 */
function scene(model, centre, base, parameters, section) {
  let chosen = parameters.get("at") ?? "";
  let rings = parameters.get("layout") === "rings";
  const box = el("div", {
    id: "graph",
    className: "graph-box",
    role: "group",
    "aria-label": t("关系图：方向键在节点间移动，回车打开节点的联系；同样的内容在下面的数据表里"),
  });
  const panel = el("aside", { className: "graph-panel", "aria-label": t("所选节点"), hidden: true });
  const tools = el("div", { className: "tools graph-tools" });
  const notes = el("div");
  const tables = el("div");
  const picture = new Picture(box, { select, open: (id) => select(id, true), move });
  /** @type {import("./graph_picture.js").Drawing | undefined} */
  let drawing;
  /** @type {number | undefined} */
  let waiting;

  const mounted = () => {
    if (chosen) showPanel(false);
    redraw();
    addEventListener("resize", settle);
  };
  return { content: [tools, el("div", { className: "graph" }, box, panel), notes, tables], mounted };

  function redraw() {
    if (!box.isConnected) return removeEventListener("resize", settle);
    const { nodes, edges, cut } = model.shown();
    const width = Math.max(320, box.clientWidth - 2);
    const { placed, height } = rings ? inRings(nodes, edges, model.centre, model.pins, width) : inColumns(nodes, model.pins, width, model.centre, base.steps);
    drawing = { nodes: placed, edges, width, height, rings, centre: model.centre };
    drawTools(nodes.length);
    drawNotes(cut);
    tables.replaceChildren(...graphTables(nodes, edges, centre.name, parameters, (id) => select(id, true)));
    picture.draw(drawing, chosen);
  }

  function settle() {
    clearTimeout(waiting);
    waiting = setTimeout(redraw, 200);
  }

  /** @param {number} count */
  function drawTools(count) {
    const layout = (/** @type {boolean} */ value, /** @type {string} */ word) =>
      el("button", { type: "button", className: "quiet", "aria-pressed": String(rings === value), onclick: () => arrange(value) }, word);
    const relation = (/** @type {string[]} */ sides) =>
      el(
        "button",
        { type: "button", className: `quiet relation section-${RELATION_SECTIONS[sides[0]] ?? "none"}`, "aria-pressed": String(!model.hidden.has(sides[0])), "data-relation": sides[0], onclick: () => toggle(sides) },
        sides.map(relationWord).join("·"),
      );
    tools.replaceChildren(
      el("span", { className: "choices", role: "group", "aria-label": t("布局") }, layout(false, t("三栏")), layout(true, t("同心圆"))),
      el("span", { className: "choices", role: "group", "aria-label": t("显示的联系") }, model.relations().map(relation)),
      el("span", { className: "muted" }, t("{n} 个对象", { n: count })),
      pictureButtons(() => drawn(/** @type {import("./graph_picture.js").Drawing} */ (drawing)), t("{name}的关系图", { name: centre.name })),
    );
  }

  /** @param {number} cut */
  function drawNotes(cut) {
    const more = base.more;
    const room = model.all().nodes.length < MOST_NODES;
    notes.replaceChildren(
      ...openedParts(),
      ...(cut ? [el("p", { className: "note" }, t("图上最多 {n} 个对象，还有 {m} 个没有画出；请收起一些，或按部分筛选。", { n: MOST_NODES, m: cut }))] : []),
      ...(more && room
        ? [el("p", { className: "more" }, el("span", null, t("还有 {n} 条", { n: more.rest })), el("button", { type: "button", onclick: () => goOn("") }, t("再显示一些")))]
        : []),
    );
  }

  /** Returns what is unfolded, each to be folded again: a group whose rows are shown has no node to do it at. */
  function openedParts() {
    const keys = [...model.parts.keys()].filter(Boolean);
    if (!keys.length) return [];
    const one = (/** @type {string} */ key) =>
      el("button", { type: "button", className: "quiet", title: t("收起"), onclick: () => close(key) }, partWord(key), " ×");
    return [el("p", { className: "opened" }, el("span", { className: "muted" }, t("已展开：")), keys.map(one))];
  }

  /** @param {string} key */
  function partWord(key) {
    const [id, relation, own] = key.split("~");
    const name = model.node(id)?.name ?? "";
    const short = name.length > 14 ? `${name.slice(0, 13)}…` : name;
    if (relation === "rows") return short;
    return [short, relationWord(relation), own && t(SECTIONS[own])].filter(Boolean).join(" · ");
  }

  /** @param {boolean} value */
  function arrange(value) {
    rings = value;
    model.pins.clear();
    keep();
    redraw();
  }

  /** @param {string[]} sides */
  function toggle(sides) {
    const hide = !model.hidden.has(sides[0]);
    for (const relation of sides) {
      if (hide) model.hidden.add(relation);
      else model.hidden.delete(relation);
    }
    keep();
    redraw();
    /** @type {HTMLElement | null} */ (tools.querySelector(`[data-relation="${sides[0]}"]`))?.focus();
  }

  /** @param {string} id @param {boolean} [go] whether the focus goes to the panel */
  function select(id, go = false) {
    chosen = id;
    keep();
    picture.choose(id);
    showPanel(go);
  }

  /** @param {boolean} go */
  function showPanel(go) {
    const node = chosen ? model.node(chosen) : undefined;
    const before = panel.hidden;
    panel.hidden = !node;
    if (node) {
      const grouped = base.group !== undefined && ["matter", "category"].includes(node.kind) && model.parts.get("")?.nodes.some(({ id }) => id === node.id);
      panel.replaceChildren(...panelOf(node, model, { open, close, goOn, unpin, leave: () => select("") }, Boolean(grouped)).filter(Boolean));
      const status = document.getElementById("status");
      if (status) status.textContent = fullName(node);
      if (go) {
        panel.scrollIntoView({ block: "nearest" });
        /** @type {HTMLElement | null} */ (panel.querySelector("button[data-part], a"))?.focus();
      }
    }
    if (before !== panel.hidden) settle();
  }

  /** @param {string} id @param {{x: number, y: number}} at */
  function move(id, at) {
    model.pins.set(id, at);
    keep();
    redraw();
    if (chosen === id) showPanel(false);
  }

  /** @param {string} id */
  function unpin(id) {
    model.pins.delete(id);
    changed("");
  }

  /** @param {string} key */
  async function open(key) {
    await bring(key, () => fetched(model, key, section));
  }

  /** @param {string} key */
  async function goOn(key) {
    const part = /** @type {Part} */ (model.parts.get(key));
    if (key) {
      await bring(key, async () => {
        const found = await fetched(model, key, section, undefined, part.next ?? "");
        return { ...found, nodes: [...part.nodes, ...found.nodes], edges: [...part.edges, ...found.edges], rest: (part.rest ?? 0) - found.edges.length };
      });
      return;
    }
    const path = base.group ? "/v1/graph/columns" : "/v1/graph/neighbours";
    const limit = Math.min(GROUPS, MOST_NODES);
    await bring("", async () => {
      const found = await ask(path, { id: centre.id, section, group: base.group, after: base.more?.next, limit });
      const before = new Set(part.nodes.map(({ id }) => id));
      const fresh = found.nodes.filter((/** @type {Row} */ node) => !before.has(node.id));
      const middle = fresh.filter((/** @type {Row} */ node) => !["department", "township", "others"].includes(node.kind)).length;
      base.more = found.next ? { next: found.next, rest: /** @type {any} */ (base.more).rest - (base.group ? middle : found.edges.length) } : undefined;
      return { nodes: [...part.nodes, ...fresh], edges: [...part.edges, ...found.edges] };
    });
  }

  /** @param {string} key @param {() => Promise<Part>} get */
  async function bring(key, get) {
    try {
      model.parts.set(key, await get());
    } catch (error) {
      notes.prepend(el("p", { className: "note bad", role: "alert" }, /** @type {Error} */ (error).message));
    }
    changed(key);
  }

  /** @param {string} key */
  function close(key) {
    model.parts.delete(key);
    changed(key);
  }

  /** @param {string} key of the part that came or went */
  function changed(key) {
    keep();
    if (chosen) showPanel(false);
    redraw();
    const button = key && [...panel.querySelectorAll("[data-part]")].find((one) => one.getAttribute("data-part") === key);
    if (button) /** @type {HTMLElement} */ (button).focus();
  }

  /** Writes what is seen into the address, so that it can be kept and sent on. */
  function keep() {
    const state = {
      ...Object.fromEntries(parameters),
      id: "",
      layout: rings ? "rings" : "",
      at: chosen,
      open: [...model.parts.keys()].filter(Boolean).join(" "),
      hide: [...model.hidden].join(" "),
      pin: [...model.pins].map(([id, { x, y }]) => `${id}~${x}~${y}`).join(" "),
    };
    history.replaceState(history.state, "", address(["graph", centre.id], state));
  }
}

/**
 * Returns the two fields that ask what joins two departments or townships.
 * @param {Row | undefined} from
 * @param {Row | undefined} to
 */
function pathForm(from, to) {
  const ends = [from && ENDS.has(from.kind) ? from : undefined, to];
  const field = (/** @type {number} */ place, /** @type {string} */ word) =>
    combobox({
      id: `path-${place}`,
      label: word,
      placeholder: word,
      value: ends[place]?.name ?? "",
      offer: async (text, signal) =>
        (await suggested(text, signal))
          .filter((row) => ENDS.has(row.kind))
          .map((row, index) => ({ key: row.id, row, best: index === 0, content: offered(row, text) })),
      choose: (option) => {
        const { row } = /** @type {any} */ (option);
        ends[place] = row;
        fields[place].input.value = row.name;
        go();
      },
    });
  const fields = [field(0, t("从哪个部门或乡镇")), field(1, t("到哪个部门或乡镇"))];
  return el(
    "details",
    { className: "path-form", open: Boolean(to) || !from },
    el("summary", null, t("找两者之间的路径")),
    el("div", null, fields[0].element, el("span", { "aria-hidden": "true" }, "→"), fields[1].element, to && from ? link(address(["graph", from.id]), t("回到 {name}", { name: from.name })) : null),
  );

  function go() {
    const [a, b] = ends;
    if (a && b && a.id !== b.id) location.hash = address(["graph", a.id], { to: b.id });
    else fields[a ? 1 : 0].input.focus();
  }
}
