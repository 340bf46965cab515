// The bar above every view: search, the ways in, and the language; below it, the way for programmers.

import { combobox } from "./combobox.js";
import { el, link } from "./dom.js";
import { offers } from "./find.js";
import { currentLanguage, speak, t } from "./language.js";
import { address } from "./dom.js";

const bar = /** @type {HTMLElement} */ (document.getElementById("bar"));
/** @type {string | undefined} */
let drawn;
/** @type {HTMLInputElement | undefined} */
let box;

/** The ways in: name of the view → address and words. */
const WAYS = [
  { view: "ask", href: "#/ask", word: "问答" },
  { view: "match", href: "#/match", word: "查事项归属" },
  { view: "load", href: "#/load", word: "载入" },
];

/**
 * Draws the bar in the page's language, and says in it which view is shown.
 * @param {string} view
 * @param {URLSearchParams} parameters
 * @param {() => void} show shows the present address again
 */
export function drawBar(view, parameters, show) {
  if (drawn !== currentLanguage()) {
    bar.replaceChildren(...pieces(show));
    document.getElementById("foot")?.replaceChildren(link("/docs", t("给程序员：接口")));
    const skip = document.getElementById("skip");
    if (skip) skip.textContent = t("跳到正文");
    drawn = currentLanguage();
  }
  for (const way of bar.querySelectorAll("nav a[data-view]")) {
    if (way.getAttribute("data-view") === view) way.setAttribute("aria-current", "page");
    else way.removeAttribute("aria-current");
  }
  if (box && document.activeElement !== box) box.value = view === "search" ? (parameters.get("q") ?? "") : "";
}

/** @param {() => void} show */
function pieces(show) {
  const search = combobox({
    id: "q",
    name: "q",
    label: t("搜索部门、事项、乡镇或依据"),
    placeholder: t("搜部门、事项、乡镇，例如：水利局"),
    offer: offers,
    choose: (option) => go(/** @type {any} */ (option).href, show),
    submit: (text) => go(text ? address(["search"], { q: text }) : "#/", show),
  });
  box = search.input;
  const form = el(
    "form",
    { role: "search", onsubmit: (/** @type {Event} */ event) => event.preventDefault() },
    search.element,
  );
  const hint = el("kbd", { "aria-hidden": "true", title: t("按 / 键开始搜索") }, "/");
  form.append(hint);
  const ways = WAYS.map(({ view, href, word }) => el("a", { href, "data-view": view }, t(word)));
  const other = currentLanguage() === "en" ? "zh" : "en";
  const language = el(
    "button",
    {
      type: "button",
      className: "quiet",
      lang: other === "en" ? "en" : "zh-CN",
      onclick: () => changeLanguage(other, show),
    },
    other === "en" ? "English" : "中文",
  );
  return [
    link(
      "#/",
      el("img", { src: "/static/icon.svg", alt: "", width: 20, height: 20 }),
      el("b", null, t("乡镇履职清单")),
    ),
    form,
    el("nav", { "aria-label": t("主要页面") }, ways, language),
  ];
}

/** @param {string} href @param {() => void} show */
function go(href, show) {
  box?.blur();
  if (href === location.hash) show();
  else location.hash = href;
}

/** @param {string} language @param {() => void} show */
function changeLanguage(language, show) {
  speak(language);
  const [path, query] = location.hash.split("?", 2);
  const parameters = new URLSearchParams(query ?? "");
  if (!parameters.has("lang")) return show();
  parameters.set("lang", language);
  location.hash = `${path}?${parameters}`;
}

addEventListener("keydown", (event) => {
  const typing = event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  box?.focus();
  box?.select();
});
