// Two wordings of the same work: which words differ.

import { el } from "./dom.js";

/** @typedef {{text: string, kind: "same" | "old" | "new"}} Piece */

const ENDS = new Set(["；", "。", ";", "."]); // how a clause ends says nothing
const MOST = 1200; // words of a text that are compared word by word; longer ones are shown whole

/**
 * Returns the words of a text, punctuation each for itself. Chinese has no spaces: the browser's own dictionary parts it.
 * @param {string} text
 * @returns {string[]}
 */
export function wordsOf(text) {
  const segmenter = new Intl.Segmenter("zh", { granularity: "word" });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/**
 * Returns the pieces that lead from one text to the other: longest common subsequence of their words.
 * @param {string} before
 * @param {string} after
 * @returns {Piece[]}
 */
export function diff(before, after) {
  if (before === after) return before ? [{ text: before, kind: "same" }] : [];
  const a = wordsOf(before);
  const b = wordsOf(after);
  if (a.length > MOST || b.length > MOST)
    return joined([
      { text: before, kind: "old" },
      { text: after, kind: "new" },
    ]);
  const same = (/** @type {number} */ i, /** @type {number} */ j) =>
    a[i] === b[j] || (ENDS.has(a[i]) && ENDS.has(b[j]));
  // lengths[i][j]: longest common subsequence of a from i and b from j
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i][j] = same(i, j) ? lengths[i + 1][j + 1] + 1 : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
    }
  }
  /** @type {Piece[]} */
  const pieces = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && same(i, j)) {
      pieces.push({ text: b[j], kind: "same" });
      i++;
      j++;
    } else if (j >= b.length || (i < a.length && lengths[i + 1][j] >= lengths[i][j + 1]))
      pieces.push({ text: a[i++], kind: "old" });
    else pieces.push({ text: b[j++], kind: "new" });
  }
  return joined(pieces);
}

/** @param {Piece[]} pieces */
function joined(pieces) {
  /** @type {Piece[]} */
  const whole = [];
  for (const piece of pieces) {
    const last = whole[whole.length - 1];
    if (last?.kind === piece.kind) last.text += piece.text;
    else if (piece.text) whole.push({ ...piece });
  }
  return whole;
}

/**
 * Returns what two texts have in common: twice the letters of the words that both have, by the letters of both; 0 to 1.
 * @param {string} before
 * @param {string} after
 */
export function likeness(before, after) {
  const letters = (/** @type {string} */ text) => text.replace(/[^\p{L}\p{N}]/gu, "").length;
  const shared = diff(before, after).reduce((sum, { text, kind }) => sum + (kind === "same" ? letters(text) : 0), 0);
  return (2 * shared) / Math.max(1, letters(before) + letters(after));
}

/**
 * Returns the second text with what it has more marked as inserted, and what it lacks as deleted.
 * @param {string} before
 * @param {string} after
 * @returns {(Node | string)[]}
 */
export function markedDiff(before, after) {
  return diff(before, after).map(({ text, kind }) =>
    kind === "same" ? text : el(kind === "old" ? "del" : "ins", null, text),
  );
}
