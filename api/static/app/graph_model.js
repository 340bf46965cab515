// What a picture of the graph holds: parts that were fetched one by one, what is hidden, and where everything stands.

import { OTHER_SIDE, RELATION_ORDER } from "./relations.js";

/** @typedef {import("./dom.js").Row} Row */
/**
 * @typedef {object} Part What one request brought: the beginning, or an expansion that can be taken away again.
 * @property {Row[]} nodes
 * @property {Row[]} edges
 * @property {string} [replaces] a node that stands for several, which this part shows one by one
 * @property {string | null} [next] where the answer goes on
 * @property {number} [rest] how many more there are
 */
/** @typedef {Row & {x: number, y: number, width: number, height: number, column: number}} Placed */

/** Nodes of one picture: what a person can still look at, and a browser draws within a second. */
export const MOST_NODES = 300;

const LINE = 27;
const HEIGHT = 22;
const FIRST_SCREEN = 280; // where a node that is alone in its column is seen without scrolling
const LEFT = new Set(["department", "others-department"]);
const RIGHT = new Set(["township", "county", "prefecture", "province", "others-township"]);

/** The parts of a picture, and what is seen of them. */
export class GraphModel {
  /** @param {string} centre id of the node that the picture is about */
  constructor(centre) {
    this.centre = centre;
    /** @type {Map<string, Part>} */
    this.parts = new Map();
    /** @type {Set<string>} Relations that are not shown. */
    this.hidden = new Set();
    /** @type {Map<string, {x: number, y: number}>} Where a person has put nodes. */
    this.pins = new Map();
  }

  /** Returns all nodes and edges, each once, without those that are replaced; at most MOST_NODES nodes. */
  all() {
    /** @type {Map<string | undefined, Part>} */
    const replaced = new Map([...this.parts.values()].filter((part) => part.replaces).map((part) => [part.replaces, part]));
    /** @type {Map<string, Row>} */
    const nodes = new Map();
    /** @type {Map<string, Row>} */
    const edges = new Map();
    let cut = 0;
    const add = (/** @type {Row} */ node) => {
      if (nodes.has(node.id)) return;
      // Rows stand where the group stood that they are of.
      if (replaced.has(node.id)) for (const own of replaced.get(node.id)?.nodes ?? []) add(own);
      else if (nodes.size < MOST_NODES) nodes.set(node.id, node);
      else cut += 1;
    };
    for (const part of this.parts.values()) {
      part.nodes.forEach(add);
      for (const edge of part.edges) edges.set(edgeKey(edge), edge);
    }
    const kept = [...edges.values()].filter((edge) => nodes.has(edge.from) && nodes.has(edge.to));
    return { nodes: [...nodes.values()], edges: kept, cut };
  }

  /** Returns the relations that there are, in the order of their words; both sides of one work (交办, 配合) together. */
  relations() {
    const there = new Set(this.all().edges.map((edge) => edge.relation));
    const known = RELATION_ORDER.filter((relation) => there.has(relation));
    const second = known.map((relation) => OTHER_SIDE[relation]);
    return known
      .filter((relation) => !second.includes(relation))
      .map((relation) => [relation, OTHER_SIDE[relation]].filter((side) => there.has(side)));
  }

  /**
   * Returns a node, even one that is replaced by its rows.
   * @param {string} id
   */
  node(id) {
    for (const part of this.parts.values()) for (const node of part.nodes) if (node.id === id) return node;
    return undefined;
  }

  /** Returns what is shown: without hidden relations, and without nodes that only these had tied to the picture. */
  shown() {
    const { nodes, edges, cut } = this.all();
    const kept = edges.filter((edge) => !this.hidden.has(edge.relation));
    const tied = new Set(edges.flatMap((edge) => [edge.from, edge.to]));
    const still = new Set(kept.flatMap((edge) => [edge.from, edge.to]));
    return {
      nodes: nodes.filter(({ id }) => id === this.centre || still.has(id) || !tied.has(id)),
      edges: kept,
      cut,
    };
  }
}

/** @param {Row} edge */
export function edgeKey(edge) {
  return `${edge.from} ${edge.relation} ${edge.to}`;
}

/**
 * Returns the column of a node: 0 departments, 1 what they do, 2 townships. A county stands between its bodies and its townships.
 * @param {Row} node
 * @param {string} [centre] of the picture
 */
export function columnOf(node, centre) {
  if (node.id === centre && node.kind !== "township" && RIGHT.has(node.kind)) return 1;
  if (LEFT.has(node.kind) || LEFT.has(node.id)) return 0;
  return RIGHT.has(node.kind) || RIGHT.has(node.id) ? 2 : 1;
}

/**
 * Returns the nodes in columns: departments, what they do, townships. A path has a column for each of its steps.
 * @param {Row[]} nodes
 * @param {Map<string, {x: number, y: number}>} pins
 * @param {number} width of the picture
 * @param {string} centre
 * @param {Map<string, number>} [steps] of a path: node → its step
 * @returns {{placed: Placed[], height: number}}
 */
export function inColumns(nodes, pins, width, centre, steps) {
  const shares = steps ? Array(Math.max(...steps.values()) + 1).fill(1) : [1.05, 1.9, 0.8];
  /** @type {Row[][]} */
  const columns = shares.map(() => []);
  for (const node of nodes) {
    // What is unfolded on a path stands beside what it was unfolded from.
    const column = steps ? Math.min(steps.get(node.id) ?? columnOf(node), shares.length - 1) : columnOf(node, centre);
    columns[column].push(node);
  }
  const gap = width < 600 ? 14 : Math.max(40, width * 0.09);
  const sum = shares.reduce((a, b) => a + b, 0);
  const unit = (width - 4 - gap * (shares.length - 1)) / sum;
  const longest = Math.max(...columns.map((column) => column.length));
  const height = Math.max(160, longest * LINE + 12);
  /** @type {Placed[]} */
  const placed = [];
  let left = 2;
  for (const [column, share] of shares.entries()) {
    const own = columns[column];
    const boxWidth = Math.min(share * unit, 340);
    const x = left + (share * unit) / 2;
    const step = (height - 12) / own.length;
    for (const [place, node] of own.entries())
      placed.push({
        ...node,
        column,
        x: pins.get(node.id)?.x ?? x,
        y: pins.get(node.id)?.y ?? 6 + Math.min((place + 0.5) * step, own.length === 1 ? FIRST_SCREEN : Infinity),
        width: boxWidth,
        height: HEIGHT,
      });
    left += share * unit + gap;
  }
  return { placed, height };
}

/**
 * Returns the nodes in rings around the centre: what is tied to it, and the others.
 * @param {Row[]} nodes
 * @param {Row[]} edges
 * @param {string} centre
 * @param {Map<string, {x: number, y: number}>} pins
 * @param {number} width
 * @returns {{placed: Placed[], height: number}}
 */
export function inRings(nodes, edges, centre, pins, width) {
  const near = new Set(edges.flatMap((edge) => (edge.from === centre ? [edge.to] : edge.to === centre ? [edge.from] : [])));
  const rings = [
    nodes.filter(({ id }) => id === centre),
    nodes.filter(({ id }) => id !== centre && near.has(id)),
    nodes.filter(({ id }) => id !== centre && !near.has(id)),
  ];
  const height = width < 600 ? 460 : 680;
  const middle = { x: width / 2, y: height / 2 };
  const reach = { x: width / 2 - (width < 600 ? 34 : 90), y: height / 2 - 34 };
  /** @type {Placed[]} */
  const placed = [];
  for (const [ring, own] of rings.entries()) {
    // Rings that are crowded are two: every other node stands a little further in.
    const radius = ring === 0 ? 0 : rings[2].length === 0 || ring === 2 ? 1 : 0.52;
    for (const [place, node] of own.entries()) {
      const angle = (2 * Math.PI * place) / own.length - Math.PI / 2;
      const inner = own.length > 24 && place % 2 ? 0.84 : 1;
      placed.push({
        ...node,
        column: columnOf(node),
        x: pins.get(node.id)?.x ?? middle.x + Math.cos(angle) * reach.x * radius * inner,
        y: pins.get(node.id)?.y ?? middle.y + Math.sin(angle) * reach.y * radius * inner,
        width: 13,
        height: 13,
      });
    }
  }
  return { placed, height };
}

/**
 * Returns the step of each node on the paths: its least distance from their start.
 * @param {string[][]} paths
 */
export function stepsOf(paths) {
  /** @type {Map<string, number>} */
  const steps = new Map();
  for (const path of paths) for (const [step, id] of path.entries()) steps.set(id, Math.min(step, steps.get(id) ?? step));
  return steps;
}
