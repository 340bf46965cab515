// A department and a township that a text names together: what the one hands to the other, as /v1/search and /v1/suggest tell it.

import { address, el, link } from "./dom.js";
import { t } from "./language.js";

/** @typedef {import("./dom.js").Row} Row */

/**
 * Returns what there is between the two, each with the address of the page that shows exactly these rows.
 * @param {Row} pair
 * @returns {{words: string, href: string}[]}
 */
function ways({ department, department_id: id, township, township_id: division, delegated, taken_back: taken }) {
  const given = {
    words: t("{department} 交给 {township} 的 {n} 条", { department, township, n: delegated }),
    href: address(["department", id], { township: division }),
  };
  const back = {
    words: t("{department} 从 {township} 收回的 {n} 条", { department, township, n: taken }),
    href: address(["department", id], { tab: "reclaimed", township: division }),
  };
  return [...(delegated ? [given] : []), ...(taken ? [back] : [])];
}

/**
 * Returns the pairs above the results of a search; nothing where there are none.
 * @param {Row[]} pairs
 */
export function pairLinks(pairs) {
  if (!pairs.length) return null;
  const one = (/** @type {Row} */ pair) =>
    el(
      "li",
      null,
      ways(pair).map(({ words, href }) => link(href, words)),
      el("span", { className: "muted small" }, pair.county ?? ""),
    );
  return el("ul", { className: "pairs", "aria-label": t("部门与乡镇之间") }, pairs.map(one));
}

/**
 * Returns the options of the search box for the pairs: the first thing between each two.
 * @param {Row[]} pairs
 */
export function pairOffers(pairs) {
  return pairs.map((pair) => {
    const [first] = ways(pair);
    return {
      key: `pair:${pair.department_id}:${pair.township_id}`,
      href: first.href,
      best: pairs.length === 1,
      content: [
        el("span", { className: "offer-name" }, first.words),
        el("span", { className: "offer-place" }, pair.county ?? ""),
      ],
    };
  });
}
