// Is this task on the list? A task in people's own words, and the rows that it may be, each with its reasons.

import { ask, catalog } from "./api.js";
import { combobox } from "./combobox.js";
import { address, el, link } from "./dom.js";
import { suggested, offered } from "./find.js";
import { sectionChip } from "./kinds.js";
import { t } from "./language.js";
import { clauses, empty, heading, note } from "./parts.js";

/** @typedef {import("./dom.js").Row} Row */

const EXAMPLES = ["路灯不亮", "流浪狗伤人", "占道经营", "噪音扰民", "停水", "拖欠工资"];
const SHOWN = 10;

/** @type {import("./main.js").View} */
export async function match(_parts, parameters, signal) {
  const text = (parameters.get("text") ?? "").trim();
  const where = {
    township: parameters.get("township") ?? "",
    county: parameters.get("county") ?? "",
    place: parameters.get("place") ?? "",
  };
  const known = where.township || where.county ? where : await anyPlace();
  const limit = Math.min(100, Number(parameters.get("rows")) || SHOWN);
  const answer =
    text && (known.township || known.county)
      ? await ask("/v1/tasks/match", { text, township: known.township, county: known.county, limit }, signal)
      : null;
  return {
    title: t("这件事在清单上吗"),
    status: answer ? answer.says : undefined,
    content: [
      el("h1", null, t("这件事在清单上吗？")),
      el(
        "p",
        { className: "muted" },
        t("用平常的话写一件事（例如一条 12345 诉求），看它是不是清单里的事项、该由谁办。"),
      ),
      form(text, known),
      answer ? result(answer, { ...known, text }) : examples(known),
    ],
  };
}

/** Returns a place that has lists, for who has not chosen one. */
async function anyPlace() {
  const first = (await catalog()).rows.find((row) => row.current);
  return {
    township: first?.county ? "" : (first?.township_id ?? ""),
    county: first?.county ?? "",
    place: first?.county ?? first?.township ?? "",
  };
}

/** @param {string} text @param {{township: string, county: string, place: string}} where */
function form(text, where) {
  const field = /** @type {HTMLTextAreaElement} */ (
    el("textarea", { id: "task", maxlength: 1000, required: true, placeholder: t("例如：镇上的路灯坏了好几天没人修") })
  );
  field.value = text;
  let chosen = where;
  const place = combobox({
    id: "task-place",
    label: t("在哪里"),
    placeholder: t("乡镇或县区的名称"),
    value: where.place,
    offer: placeOffers,
    choose: (option) => {
      const { row } = /** @type {any} */ (option);
      chosen =
        row.kind === "township"
          ? { township: row.id, county: "", place: row.name }
          : { township: "", county: row.name, place: row.name };
      place.input.value = row.name;
    },
  });
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    const typed = place.input.value.trim();
    const where = typed === chosen.place ? chosen : { township: typed, county: "", place: typed };
    if (field.value.trim()) location.hash = address(["match"], { text: field.value.trim(), ...where });
  };
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) submit(event);
  });
  return el(
    "form",
    { className: "form task", onsubmit: submit },
    el("label", { className: "whole", for: "task" }, t("要办的事"), field),
    el("div", { className: "field" }, el("span", null, t("在哪里")), place.element),
    el("div", { className: "field end" }, el("button", { className: "primary" }, t("查一查"))),
  );
}

/**
 * Offers townships and counties.
 * @param {string} text
 * @param {AbortSignal} signal
 */
async function placeOffers(text, signal) {
  const found = await Promise.all(["township", "county"].map((kind) => suggested(text, signal, kind)));
  return found.flat().map((row, index) => ({ key: row.id, row, best: index === 0, content: offered(row, text) }));
}

/** @param {Row} where */
function examples(where) {
  return el(
    "p",
    { className: "inline" },
    el("span", { className: "muted" }, t("例如：")),
    EXAMPLES.map((text) => link(address(["match"], { text: t(text), ...where }), t(text))),
  );
}

/** @param {Row} answer @param {Row} asked */
function result(answer, asked) {
  const verdict = answer.on_list ? el("p", { className: "note good" }, answer.says) : note(answer.says);
  const looked = el(
    "p",
    { className: "muted small" },
    t("在 {place} 的 {n} 份现行清单里查找。", { place: asked.place, n: answer.townships }),
  );
  if (!answer.count)
    return [
      verdict,
      looked,
      empty(t("可以换个说法再试，或"), link(address(["search"], { q: asked.text }), t("搜索这些词")), "。"),
    ];
  const more = answer.truncated
    ? el(
        "p",
        { className: "more" },
        t("还有更多"),
        link(address(["match"], { ...asked, rows: Math.min(100, answer.count * 3) }), t("显示更多")),
      )
    : null;
  return [
    verdict,
    looked,
    heading(answer.on_list ? t("相符的事项") : t("最接近的事项"), answer.count),
    el("ol", { className: "found" }, answer.rows.map(candidate)),
    more,
  ];
}

/** @param {Row} row */
function candidate(row) {
  return el(
    "li",
    { className: row.fits ? null : "far" },
    el("span", { className: "sure", title: t("相符程度") }, `${Math.round(row.score * 100)}%`),
    el(
      "div",
      null,
      el(
        "p",
        null,
        link(address(["duty", row.duty_id]), row.name),
        " ",
        sectionChip(row.section),
        " ",
        el("b", null, row.who),
      ),
      el("p", { className: "why" }, row.why),
      row.role.length
        ? el(
            "details",
            { className: "why" },
            el("summary", null, t("乡镇要做什么")),
            clauses(row.role.map((/** @type {string} */ text) => ({ text }))),
          )
        : null,
    ),
    el("span", { className: "offer-place" }, [row.county, row.township].filter(Boolean).join(" ")),
  );
}
