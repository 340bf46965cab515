// From the address to a view. All state stands after the #, so that every view can be kept and sent on.

import { catalog, Failure } from "./api.js";
import { address, el } from "./dom.js";
import { department } from "./department.js";
import { duty } from "./duty.js";
import { home } from "./home.js";
import { search } from "./search.js";
import { township } from "./township.js";

const VIEWS = { "": home, search, department, township, duty };
const WAIT_MS = 200; // answers that come sooner need no word about waiting

const main = document.getElementById("main");
const form = document.getElementById("search");
const { q, county } = form.elements;
let running = new AbortController();

async function show() {
  if (location.hash && !location.hash.startsWith("#/")) return;
  running.abort();
  running = new AbortController();
  const { signal } = running;
  const { view, parts, parameters } = parse(location.hash);
  q.value = parameters.get("q") ?? "";
  await offerCounties(parameters.get("county") ?? "");
  const waiting = setTimeout(() => main.replaceChildren(el("p", { className: "muted" }, "正在查询…")), WAIT_MS);
  try {
    const { title, content } = await view(parts, parameters, signal);
    if (signal.aborted) return;
    document.title = title ? `${title} · 乡镇履职清单` : "乡镇履职清单";
    main.replaceChildren(...content.flat(Infinity).filter(Boolean));
    // The link that was followed is gone, and the focus with it.
    if (document.activeElement === document.body) main.focus({ preventScroll: true });
    scrollTo(0, 0);
  } catch (error) {
    if (signal.aborted) return;
    main.replaceChildren(...trouble(error));
  } finally {
    clearTimeout(waiting);
  }
}

function parse(hash) {
  const [path, query] = hash.replace(/^#\/?/, "").split("?", 2);
  const [name, ...parts] = path.split("/").map(decodeURIComponent);
  const view = Object.hasOwn(VIEWS, name) ? VIEWS[name] : unknown;
  return { view, parts, parameters: new URLSearchParams(query ?? "") };
}

async function unknown() {
  return { title: "没有这一页", content: [el("h1", null, "没有这一页"), el("p", null, el("a", { href: "#/" }, "回到首页"))] };
}

// Fill the list of counties from what is loaded, and choose one; without an answer the list stays as it is.
async function offerCounties(chosen) {
  const loaded = await catalog().catch(() => ({ rows: [] }));
  const known = new Set(loaded.rows.map((row) => row.county).filter(Boolean));
  if (chosen) known.add(chosen);
  county.replaceChildren(el("option", { value: "" }, "全部县区"), ...[...known].map((name) => el("option", { value: name }, name)));
  county.value = chosen;
}

function trouble(error) {
  const says = error instanceof Failure ? error.message : "页面出错，请刷新后重试。";
  if (!(error instanceof Failure)) console.error(error);
  const retry = el("button", { type: "button" }, "重试");
  retry.addEventListener("click", show);
  return [
    el("h1", null, "没有得到答案"),
    el("p", { className: "note", role: "alert" }, says),
    error.detail ? el("p", { className: "muted small", lang: "en" }, error.detail) : null,
    el("p", null, retry),
  ].filter(Boolean);
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const next = q.value.trim() ? address(["search"], { q: q.value.trim(), county: county.value }) : address([], { county: county.value });
  if (next === location.hash) show();
  else location.hash = next;
});

// Another county asks the same view again, where the view knows counties.
county.addEventListener("change", () => {
  const { parts, parameters } = parse(location.hash);
  const name = location.hash.replace(/^#\/?/, "").split(/[/?]/)[0];
  const kept = name === "department" || name === "search" ? Object.fromEntries(parameters) : {};
  const path = name === "department" ? [name, ...parts] : name === "search" ? [name] : [];
  location.hash = address(path, { ...kept, limit: "", county: county.value });
});

addEventListener("hashchange", show);
show();
