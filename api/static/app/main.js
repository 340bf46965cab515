// From the address to a view. All state stands after the #, so that every view can be kept and sent on.
//
// A view is a function (parts, parameters, signal) → {title, content, status?, mounted?}: parts of the address behind the view's
// name, its parameters, and a signal that aborts when another view is shown. `content` are nodes; `status` is read out to
// those who do not see the page; `mounted` is called once the nodes stand in the page.

import { Failure, keepKey } from "./api.js";
import { drawBar } from "./bar.js";
import { el, flat } from "./dom.js";
import { currentLanguage, speak, t } from "./language.js";
import { particulars } from "./parts.js";

/** @typedef {{title: string, content: import("./dom.js").Child[], status?: string, mounted?: () => void}} Shown */
/** @typedef {(parts: string[], parameters: URLSearchParams, signal: AbortSignal) => Promise<Shown>} View */

/** @type {Record<string, () => Promise<View>>} Name → its view; its module comes when it is first shown. */
const VIEWS = {
  "": async () => (await import("./home.js")).home,
  search: async () => (await import("./search.js")).search,
  department: async () => (await import("./department.js")).department,
  township: async () => (await import("./township.js")).township,
  duty: async () => (await import("./duty.js")).duty,
  division: async () => (await import("./division.js")).division,
  function: async () => (await import("./function.js")).lineOfWork,
  law: async () => (await import("./law.js")).law,
  matter: async () => (await import("./matter.js")).matter,
  ask: async () => (await import("./ask.js")).ask,
  match: async () => (await import("./match.js")).match,
  load: async () => (await import("./load.js")).load,
  graph: async () => (await import("./graph.js")).graph,
  matrix: async () => (await import("./matrix.js")).matrix,
  flow: async () => (await import("./flow.js")).flow,
};

const WAIT_MS = 200; // answers that come sooner need no word about waiting

const main = /** @type {HTMLElement} */ (document.getElementById("main"));
const status = /** @type {HTMLElement} */ (document.getElementById("status"));
let running = new AbortController();
/** @type {string | undefined} The path that is shown: another one is another page, with its own start. */
let shownPath;
/** The address that the page was opened with. */
const opened = location.hash;

async function show() {
  if (location.hash && !location.hash.startsWith("#/")) return;
  running.abort();
  running = new AbortController();
  const { signal } = running;
  const { name, parts, parameters } = parse(location.hash);
  speak(parameters.get("lang") ?? currentLanguage());
  drawBar(name, parameters, show);
  const path = location.hash.split("?")[0];
  const samePage = path === shownPath;
  const wait = setTimeout(showWaiting, WAIT_MS);
  try {
    const view = Object.prototype.hasOwnProperty.call(VIEWS, name) ? await VIEWS[name]() : unknown;
    if (signal.aborted) return;
    const shown = await view(parts, parameters, signal);
    if (signal.aborted) return;
    put(shown, samePage);
    shownPath = path;
  } catch (error) {
    if (signal.aborted) return;
    put({ title: t("没有得到答案"), content: trouble(error) }, false);
    shownPath = undefined;
  } finally {
    clearTimeout(wait);
    if (!signal.aborted) main.removeAttribute("aria-busy");
  }
}

function showWaiting() {
  main.setAttribute("aria-busy", "true");
  if (!main.childElementCount) main.replaceChildren(el("p", { className: "muted" }, t("正在查询…")));
}

/**
 * Puts a view on the page. A new page starts at its top with the focus on its heading; the same page with other filters keeps
 * focus and place.
 * @param {Shown} shown
 * @param {boolean} samePage
 */
function put(shown, samePage) {
  const focused = samePage ? focusKey(document.activeElement) : undefined;
  document.title = shown.title ? `${shown.title} · ${t("乡镇履职清单")}` : t("乡镇履职清单");
  main.replaceChildren(...flat(shown.content));
  status.textContent = shown.status ?? shown.title;
  main.dataset.shown = location.hash;
  main.querySelector(".tabs [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
  shown.mounted?.();
  const before = history.state?.scroll;
  if (samePage) {
    if (focused && document.activeElement === document.body) byFocusKey(focused)?.focus({ preventScroll: true });
    return;
  }
  scrollTo(0, typeof before === "number" ? before : 0);
  // The page that was opened leaves the focus where a browser puts it: Tab starts at the top.
  if (shownPath !== undefined || location.hash !== opened) focusHeading();
}

function focusHeading() {
  const heading = main.querySelector("h1") ?? main;
  heading.setAttribute("tabindex", "-1");
  heading.focus({ preventScroll: true });
}

/** @param {Element | null} element */
function focusKey(element) {
  if (!element || !main.contains(element)) return undefined;
  return element.id || element.getAttribute("data-key") || undefined;
}

/** @param {string} key @returns {HTMLElement | null} */
function byFocusKey(key) {
  return main.querySelector(`#${CSS.escape(key)}, [data-key="${CSS.escape(key)}"]`);
}

/** @param {string} hash */
function parse(hash) {
  const [path, query] = hash.replace(/^#\/?/, "").split("?", 2);
  const [name, ...parts] = path.split("/").map(decoded);
  return { name, parts, parameters: new URLSearchParams(query ?? "") };
}

/** @param {string} part */
function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** @type {View} */
async function unknown() {
  return {
    title: t("没有这一页"),
    content: [el("h1", null, t("没有这一页")), el("p", null, el("a", { href: "#/" }, t("回到首页")))],
  };
}

/** @param {unknown} error */
function trouble(error) {
  const known = error instanceof Failure ? error : undefined;
  if (!known) console.error(error);
  return [
    el("h1", null, t("没有得到答案")),
    el("p", { className: "note bad", role: "alert" }, known?.message ?? t("页面出错，请刷新后重试。")),
    particulars(known?.detail),
    known?.status === 401 ? keyForm() : null,
    el(
      "p",
      { className: "actions" },
      el("button", { type: "button", onclick: show }, t("重试")),
      el("a", { className: "button", href: "#/" }, t("回到首页")),
    ),
  ];
}

/** Asks for the key, where the server answers nobody without one. */
function keyForm() {
  const field = /** @type {HTMLInputElement} */ (el("input", { id: "key", type: "password", autocomplete: "off" }));
  const send = (/** @type {Event} */ event) => {
    event.preventDefault();
    keepKey(field.value);
    show();
  };
  return el(
    "form",
    { className: "form", onsubmit: send },
    el("label", { for: "key" }, t("密钥"), field),
    el("div", { className: "field end" }, el("button", { className: "primary" }, t("继续"))),
  );
}

// Where the reader stood is kept with the address, for going back.
let settling = 0;
addEventListener(
  "scroll",
  () => {
    clearTimeout(settling);
    settling = setTimeout(() => history.replaceState({ ...history.state, scroll: scrollY }, ""), 150);
  },
  { passive: true },
);

document.getElementById("skip")?.addEventListener("click", (event) => {
  event.preventDefault();
  main.focus();
});

history.scrollRestoration = "manual";
addEventListener("hashchange", show);
show();
