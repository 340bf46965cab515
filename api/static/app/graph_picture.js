// The picture of the graph as SVG: on the page, in a file and on paper the same.

import { el } from "./dom.js";
import { kindWord, SECTIONS } from "./kinds.js";
import { t } from "./language.js";
import { svg } from "./picture_files.js";
import { RELATION_SECTIONS } from "./relations.js";

/** @typedef {import("./dom.js").Row} Row */
/** @typedef {import("./graph_model.js").Placed} Placed */
/**
 * @typedef {object} Drawing What is to be drawn.
 * @property {Placed[]} nodes
 * @property {Row[]} edges
 * @property {number} width
 * @property {number} height
 * @property {boolean} rings in rings, nodes are dots with their names below
 * @property {string} centre
 */
/** @typedef {{select: (id: string) => void, open: (id: string) => void, move: (id: string, at: {x: number, y: number}) => void}} Asked What a person does to it. */

const DRAG = 4; // pixels that a pointer must move before a press is a drag
const CROWDED = [24, 90]; // dots in rings, on phones and on desks; more would write their names over each other

/** @param {Row} node @returns {string} */
function inkOf(node) {
  if (node.kind === "duty" && node.section) return `var(--section-${node.section})`;
  if (node.kind === "others") return "var(--line-strong)";
  if (["county", "prefecture", "province"].includes(node.kind)) return "var(--kind-division)";
  return `var(--kind-${node.kind})`;
}

/** @param {Row} edge @returns {string} */
function edgeInk(edge) {
  const section = RELATION_SECTIONS[edge.relation];
  return section ? `var(--section-${section})` : "var(--line-strong)";
}

/**
 * Returns everything that is to be said of a node in one line: for the tip, and for those who do not see the picture.
 * @param {Row} node
 */
export function fullName(node) {
  const place = node.kind === "duty" || node.kind === "department" ? (node.place ?? "").split("/").slice(-2).join(" ") : "";
  const section = node.section ? t(SECTIONS[node.section]) : "";
  const number = node.number ? t("第 {n} 项", { n: node.number }) : "";
  const rows = node.rows ? t("{n} 条", { n: node.rows }) : "";
  return [node.kind === "others" ? "" : kindWord(node.kind), node.name, place, section, number, rows]
    .filter(Boolean)
    .join(" · ");
}

/**
 * Returns the text of a node cut to what fits: a Chinese character is as wide as the type is high.
 * @param {Placed} node
 * @param {number} size
 * @param {boolean} rings
 */
function label(node, size, rings) {
  const count = node.rows && node.rows > 1 ? ` ${node.rows}` : "";
  const room = rings ? 7 : Math.max(3, Math.floor((node.width - 12 - count.length * size * 0.6) / size));
  const name = node.name.length > room ? `${node.name.slice(0, room - 1)}…` : node.name;
  return name + count;
}

/**
 * Returns where an edge meets a node: at the side that faces the other one.
 * @param {Placed} at
 * @param {Placed} other
 */
function side(at, other) {
  const away = Math.abs(at.x - other.x) < 4 ? 1 : Math.sign(other.x - at.x);
  return at.x + (away * at.width) / 2;
}

/**
 * @param {Placed} start
 * @param {Placed} end
 * @param {boolean} rings
 */
function edgePath(start, end, rings) {
  if (rings) return `M${start.x},${start.y}L${end.x},${end.y}`;
  const [x0, x1] = [side(start, end), side(end, start)];
  // Two of one column are joined by a bow beside it.
  const [c0, c1] = Math.abs(start.x - end.x) < 4 ? [x0 + 46, x1 + 46] : [(x0 + x1) / 2, (x0 + x1) / 2];
  return `M${x0},${start.y}C${c0},${start.y} ${c1},${end.y} ${x1},${end.y}`;
}

/**
 * Returns the picture.
 * @param {Drawing} drawing
 */
export function drawn(drawing) {
  const { width, height, rings } = drawing;
  const size = width < 600 ? 10.5 : rings ? 11 : 12.5;
  const at = new Map(drawing.nodes.map((node) => [node.id, node]));
  const faint = drawing.edges.length > 150 || width < 600 ? 0.28 : 0.5;
  const edges = drawing.edges.map((edge) =>
    svg("path", {
      class: "edge",
      d: edgePath(/** @type {Placed} */ (at.get(edge.from)), /** @type {Placed} */ (at.get(edge.to)), rings),
      stroke: edgeInk(edge),
      "stroke-width": Math.min(5, 1 + Math.log2(edge.rows ?? 1) * 0.6).toFixed(1),
      "stroke-dasharray": edge.relation === "BORNE_BY" ? "5 4" : null,
      "data-from": edge.from,
      "data-to": edge.to,
    }),
  );
  const crowded = rings && drawing.nodes.length > CROWDED[width < 600 ? 0 : 1];
  const nodes = drawing.nodes.map((node) => drawNode(node, size, rings, node.id === drawing.centre, crowded));
  return svg(
    "svg",
    { class: "graph-svg", width, height, viewBox: `0 0 ${width} ${height}`, role: "group" },
    svg("g", { class: "edges", fill: "none", "stroke-opacity": faint }, ...edges),
    svg("g", { class: "nodes", "text-anchor": "middle", "font-size": size }, ...nodes),
  );
}

/**
 * @param {Placed} node
 * @param {number} size
 * @param {boolean} rings
 * @param {boolean} centre
 * @param {boolean} crowded
 */
function drawNode(node, size, rings, centre, crowded) {
  const ink = inkOf(node);
  // The name that is spoken holds the one that is seen, for those who tell their computer what to press.
  const [full, written] = [fullName(node), label(node, size, rings)];
  const vague = node.kind === "others" || node.named === false;
  const shape = rings
    ? svg("circle", { r: centre ? 10 : 6.5, fill: ink, stroke: "var(--ground)" })
    : svg("rect", {
        x: -node.width / 2,
        y: -node.height / 2,
        width: node.width,
        height: node.height,
        rx: 4,
        fill: centre ? ink : "var(--ground)",
        stroke: ink,
        "stroke-dasharray": vague ? "4 3" : null,
      });
  const text = svg(
    "text",
    {
      y: rings ? (centre ? 14 : 9) + size / 2 : 0,
      dy: "0.36em",
      fill: centre && !rings ? "var(--on-kind)" : vague ? "var(--muted)" : "var(--text)",
      "font-weight": centre ? 600 : null,
      ...(rings ? { stroke: "var(--ground)", "stroke-width": 3, "paint-order": "stroke" } : {}),
    },
    written,
  );
  return svg(
    "g",
    {
      class: "node",
      transform: `translate(${node.x} ${node.y})`,
      role: "button",
      tabindex: -1,
      "aria-label": full.includes(written) ? full : `${full} · ${written}`,
      "data-id": node.id,
    },
    shape,
    crowded && !centre ? null : text,
  );
}

/** The picture in its box: nodes are chosen by click or by keys, moved by the mouse, and told in full by a tip. */
export class Picture {
  /** @param {HTMLElement} box @param {Asked} asked */
  constructor(box, asked) {
    this.box = box;
    this.asked = asked;
    this.tip = el("div", { className: "graph-tip", hidden: true });
    /** @type {Drawing | undefined} */
    this.drawing = undefined;
    /** @type {SVGElement | undefined} */
    this.picture = undefined;
    let dragged = false;
    box.addEventListener("click", (event) => {
      const id = idAt(event);
      if (id && !dragged) this.asked.select(id);
    });
    box.addEventListener("pointerdown", (event) => {
      dragged = false;
      if (event.pointerType === "mouse" && idAt(event)) this.drag(event, () => (dragged = true));
    });
    box.addEventListener("pointerover", (event) => this.tell(idAt(event)));
    box.addEventListener("pointerleave", () => this.tell(""));
    box.addEventListener("focusin", (event) => this.tell(idAt(event)));
    box.addEventListener("focusout", () => this.tell(""));
    box.addEventListener("keydown", (event) => this.key(event));
  }

  /** @param {Drawing} drawing @param {string} chosen id of the node that is chosen, or "" */
  draw(drawing, chosen) {
    performance.mark("graph-start");
    const focused = this.box.contains(document.activeElement);
    this.drawing = drawing;
    this.picture = drawn(drawing);
    this.box.replaceChildren(this.picture, this.tip);
    this.choose(chosen);
    if (focused) this.group(chosen || drawing.centre)?.focus({ preventScroll: true });
    requestAnimationFrame(() => {
      performance.mark("graph-end");
      performance.measure("graph", "graph-start", "graph-end");
    });
  }

  /** @param {string} id @returns {SVGElement | null} */
  group(id) {
    return this.picture?.querySelector(`.node[data-id="${CSS.escape(id)}"]`) ?? null;
  }

  /** @param {string} id */
  placed(id) {
    return this.drawing?.nodes.find((node) => node.id === id);
  }

  /**
   * Shows a node and what is tied to it; the rest fades. "" shows all alike.
   * @param {string} id
   */
  choose(id) {
    if (!this.picture) return;
    const known = id && this.placed(id) ? id : "";
    const near = new Set([known]);
    for (const edge of this.picture.querySelectorAll(".edge")) {
      const ends = [edge.getAttribute("data-from") ?? "", edge.getAttribute("data-to") ?? ""];
      const tied = ends.includes(known);
      if (tied) for (const end of ends) near.add(end);
      edge.classList.toggle("near", tied);
    }
    for (const node of this.picture.querySelectorAll(".node")) {
      const own = node.getAttribute("data-id") ?? "";
      node.classList.toggle("far", Boolean(known) && !near.has(own));
      node.classList.toggle("chosen", own === known);
      node.setAttribute("tabindex", own === (known || this.drawing?.centre) ? "0" : "-1");
    }
    // Where the centre is not drawn (a law, a category), Tab stops at the first node.
    if (!this.picture.querySelector('.node[tabindex="0"]')) this.picture.querySelector(".node")?.setAttribute("tabindex", "0");
    this.picture.classList.toggle("has-choice", Boolean(known));
  }

  /** @param {string | undefined} id */
  tell(id) {
    const node = id ? this.placed(id) : undefined;
    this.tip.hidden = !node;
    if (!node) return;
    this.tip.textContent = fullName(node);
    const left = Math.max(0, Math.min(node.x - node.width / 2, this.box.clientWidth - this.tip.offsetWidth - 4));
    this.tip.style.setProperty("left", `${left}px`);
    this.tip.style.setProperty("top", `${node.y + node.height / 2 + 5}px`);
  }

  /** @param {PointerEvent} down @param {() => void} begun */
  drag(down, begun) {
    const id = idAt(down);
    const node = this.placed(id);
    const group = this.group(id);
    if (!node || !group) return;
    let at = { x: node.x, y: node.y };
    let far = false;
    const follow = (/** @type {PointerEvent} */ event) => {
      const [dx, dy] = [event.clientX - down.clientX, event.clientY - down.clientY];
      if (!far && Math.hypot(dx, dy) < DRAG) return;
      if (!far) begun();
      far = true;
      this.tip.hidden = true;
      at = { x: node.x + dx, y: node.y + dy };
      group.setAttribute("transform", `translate(${at.x} ${at.y})`);
    };
    const drop = () => {
      removeEventListener("pointermove", follow);
      if (far) this.asked.move(id, { x: Math.round(at.x), y: Math.round(at.y) });
    };
    addEventListener("pointermove", follow);
    addEventListener("pointerup", drop, { once: true });
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const id = idAt(event);
    if (!id) return;
    if (event.key === "Enter" || event.key === " ") this.asked.open(id);
    else if (event.key === "Escape") this.asked.select("");
    else if (event.key.startsWith("Arrow")) {
      const next = this.beside(id, event.key);
      if (next) {
        this.asked.select(next.id);
        this.group(next.id)?.focus();
      }
    } else return;
    event.preventDefault();
  }

  /**
   * Returns the next node in the direction of an arrow key: the nearest that lies mostly there.
   * @param {string} from
   * @param {string} key
   * @returns {Placed | undefined}
   */
  beside(from, key) {
    const here = this.placed(from);
    const [dx, dy] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key] ?? [0, 0];
    if (!here) return undefined;
    let best;
    let least = Infinity;
    for (const node of this.drawing?.nodes ?? []) {
      const [x, y] = [node.x - here.x, node.y - here.y];
      const along = x * dx + y * dy;
      const across = Math.abs(x * dy) + Math.abs(y * dx);
      // Up and down stay in the column.
      if (along <= 1 || (dy && Math.abs(x) > 30 && !this.drawing?.rings)) continue;
      if (along + across * 2 < least) [best, least] = [node, along + across * 2];
    }
    return best;
  }
}

/** @param {Event} event @returns {string} id of the node that it is about, or "" */
function idAt(event) {
  const at = /** @type {Element} */ (event.target);
  return at.closest?.(".node")?.getAttribute("data-id") ?? "";
}
