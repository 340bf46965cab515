// Where the boxes and bands of a Sankey diagram stand: three columns, each stacked by its own order, heights by rows.

/** @typedef {{id: string, kind: string, name: string, rows: number, part?: string}} FlowNode */
/** @typedef {{from: string, to: string, rows: number}} FlowEdge */
/** @typedef {FlowNode & {x: number, y: number, height: number, column: number}} Box */
/** @typedef {FlowEdge & {thickness: number, y0: number, y1: number, source: Box, target: Box}} Band */

const GAP = 5;
const LEAST = 15; // a box is at least as high as its name

/**
 * Returns boxes and bands. Columns are the groups of nodes; each is as high as `height` allows after gaps, and all share one
 * scale, so that heights can be compared; boxes lower than their name stand further apart.
 * @param {FlowNode[][]} columns
 * @param {FlowEdge[]} edges
 * @param {{width: number, height: number, boxWidth: number, margins: [number, number]}} size margins: left and right of the outer boxes
 */
export function layOut(columns, edges, { width, height, boxWidth, margins }) {
  const most = Math.max(...columns.map((nodes) => total(nodes)), 1);
  const longest = Math.max(...columns.map((nodes) => nodes.length), 1);
  const scale = Math.max(height - longest * GAP, height * 0.6) / most;
  /** @type {Map<string, Box>} */
  const boxes = new Map();
  let bottom = 0;
  for (const [column, nodes] of columns.entries()) {
    const inner = width - margins[0] - margins[1] - boxWidth;
    const x = margins[0] + (inner * column) / Math.max(1, columns.length - 1);
    let y = 0;
    for (const node of nodes) {
      const own = node.rows * scale;
      const room = Math.max(own, LEAST);
      boxes.set(node.id, { ...node, column, x, y: y + (room - own) / 2, height: own });
      y += room + GAP;
    }
    bottom = Math.max(bottom, y);
  }
  centre(columns, boxes, bottom);
  return { boxes: [...boxes.values()], bands: bandsOf(edges, boxes, scale), height: bottom };
}

/** @param {FlowNode[]} nodes */
function total(nodes) {
  return nodes.reduce((sum, node) => sum + node.rows, 0);
}

/** @param {FlowNode[][]} columns @param {Map<string, Box>} boxes @param {number} bottom */
function centre(columns, boxes, bottom) {
  for (const nodes of columns) {
    const own = nodes.map(({ id }) => /** @type {Box} */ (boxes.get(id)));
    const last = own.at(-1);
    if (!last) continue;
    const slack = Math.max(0, bottom - (last.y + last.height)) / 2;
    for (const box of own) box.y += slack;
  }
}

/** @param {FlowEdge[]} edges @param {Map<string, Box>} boxes @param {number} scale @returns {Band[]} */
function bandsOf(edges, boxes, scale) {
  const bands = edges.flatMap((edge) => {
    const [source, target] = [boxes.get(edge.from), boxes.get(edge.to)];
    return source && target ? [{ ...edge, source, target, thickness: edge.rows * scale, y0: 0, y1: 0 }] : [];
  });
  // At each box, bands leave and arrive in the order of where they go and come from, so that they cross as little as may be.
  stack(bands, "source", "target", "y0");
  stack(bands, "target", "source", "y1");
  return bands;
}

/** @param {Band[]} bands @param {"source" | "target"} at @param {"source" | "target"} other @param {"y0" | "y1"} key */
function stack(bands, at, other, key) {
  /** @type {Map<Box, number>} */
  const used = new Map();
  for (const band of [...bands].sort((a, b) => a[other].y - b[other].y)) {
    const before = used.get(band[at]) ?? 0;
    band[key] = band[at].y + before + band.thickness / 2;
    used.set(band[at], before + band.thickness);
  }
}

/**
 * Returns the path of a band, drawn as a stroke of its thickness.
 * @param {Band} band
 * @param {number} boxWidth
 */
export function bandPath(band, boxWidth) {
  const [x0, x1] = [band.source.x + boxWidth, band.target.x];
  const middle = (x0 + x1) / 2;
  return `M${x0},${band.y0.toFixed(1)}C${middle},${band.y0.toFixed(1)} ${middle},${band.y1.toFixed(1)} ${x1},${band.y1.toFixed(1)}`;
}
