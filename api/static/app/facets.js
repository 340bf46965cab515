// Filters: what can be chosen, with counts, as links. The choice stands in the address.

import { el, link } from "./dom.js";
import { t, written } from "./language.js";

/** @typedef {{value: string, word: import("./dom.js").Child, count?: number | null, className?: string}} Choice */

const SHOWN = 12; // choices that stand open; more are unfolded

/**
 * Returns one filter. Choosing the chosen one again takes it off.
 * @param {object} settings
 * @param {string} settings.name of the parameter
 * @param {string} settings.title
 * @param {Choice[]} settings.choices
 * @param {string} settings.chosen
 * @param {(changes: Record<string, string>) => string} settings.here makes the address with changed parameters
 */
export function facet({ name, title, choices, chosen, here }) {
  if (choices.length < 2 && !chosen) return null;
  const most = Math.max(1, ...choices.map((choice) => choice.count ?? 0));
  const one = (/** @type {Choice} */ choice) => {
    const on = choice.value === chosen;
    return el(
      "li",
      null,
      el(
        "a",
        {
          href: here({ [name]: on ? "" : choice.value }),
          className: choice.className,
          "data-key": `${name}-${choice.value}`,
          "aria-current": on ? "true" : null,
          style: { "--share": (choice.count ?? 0) / most },
        },
        el("span", null, choice.word),
        choice.count == null ? null : el("span", { className: "count" }, written(choice.count)),
        on ? el("span", { className: "off", title: t("取消这个筛选") }, "×") : null,
      ),
    );
  };
  const rest = choices.slice(SHOWN);
  const folded = rest.length
    ? el(
        "details",
        { open: rest.some((choice) => choice.value === chosen) },
        el("summary", null, t("还有 {n} 个", { n: rest.length })),
        el("ul", null, rest.map(one)),
      )
    : null;
  return el(
    "section",
    { className: "facet" },
    el("h2", null, title),
    el("ul", null, choices.slice(0, SHOWN).map(one)),
    folded,
  );
}

/**
 * Returns filters beside what they filter; on narrow screens they unfold above it.
 * @param {import("./dom.js").Child[]} facets
 * @param {import("./dom.js").Child} content
 * @param {{name: import("./dom.js").Child, href: string}[]} chosen what is filtered by, each with the address without it
 */
export function filtered(facets, content, chosen) {
  const some = facets.filter(Boolean);
  const marks = chosen.map(({ name, href }) => link(href, name, el("span", { "aria-label": t("取消这个筛选") }, " ×")));
  const shown = marks.length
    ? el("p", { className: "chosen" }, el("span", { className: "muted" }, t("筛选：")), marks)
    : null;
  if (!some.length) return el("div", null, shown, content);
  const wide = matchMedia("(min-width: 900px)").matches;
  return el(
    "div",
    { className: "with-rail" },
    el(
      "details",
      { className: "rail", open: wide },
      el("summary", null, t("筛选"), marks.length ? el("span", { className: "count" }, marks.length) : null),
      some,
    ),
    el("div", { className: "with-rail-main" }, shown, content),
  );
}
