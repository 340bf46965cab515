// Is this task on the list? A task in people's own words, and the rows that it may be, each with its reasons.

import { ask } from "./api.js";
import { combobox } from "./combobox.js";
import { address, el, link, marked } from "./dom.js";
import { offersOf } from "./find.js";
import { sectionChip } from "./kinds.js";
import { t } from "./language.js";
import { empty, heading, names } from "./parts.js";

/** @typedef {import("./dom.js").Row} Row */

const EXAMPLES = ["路灯不亮", "流浪狗伤人", "占道经营", "噪音扰民", "停水", "拖欠工资"];

/** @type {import("./main.js").View} */
export async function match(_parts, parameters, signal) {
  const text = (parameters.get("text") ?? "").trim();
  const township = parameters.get("township") ?? "";
  const answer = text ? await ask("/v1/tasks/match", { text, township, limit: 20 }, signal) : null;
  return {
    title: t("这件事在清单上吗"),
    status: answer ? t("{n} 条可能的事项", { n: answer.count }) : undefined,
    content: [
      el("h1", null, t("这件事在清单上吗？")),
      el(
        "p",
        { className: "muted" },
        t("用平常的话写一件事（例如一条 12345 诉求），看它是不是清单里的事项、该由谁办。"),
      ),
      form(text, township, parameters.get("name") ?? ""),
      answer ? result(answer, text) : examples(),
    ],
  };
}

/** @param {string} text @param {string} township @param {string} name */
function form(text, township, name) {
  const field = /** @type {HTMLTextAreaElement} */ (
    el("textarea", { id: "task", maxlength: 500, required: true, placeholder: t("例如：镇上的路灯坏了好几天没人修") })
  );
  field.value = text;
  let chosen = { id: township, name };
  const place = combobox({
    id: "task-township",
    label: t("乡镇"),
    placeholder: t("不限；或选一个乡镇"),
    value: name,
    offer: offersOf("township"),
    choose: (option) => {
      const { row } = /** @type {any} */ (option);
      chosen = { id: row.id, name: row.name };
      place.input.value = row.name;
    },
  });
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    const where = place.input.value.trim() ? chosen : { id: "", name: "" };
    location.hash = address(["match"], { text: field.value.trim(), township: where.id, name: where.name });
  };
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) submit(event);
  });
  return el(
    "form",
    { className: "form task", onsubmit: submit },
    el("label", { className: "whole", for: "task" }, t("要办的事"), field),
    el("div", { className: "field" }, el("span", null, t("在哪个乡镇")), place.element),
    el("div", { className: "field end" }, el("button", { className: "primary" }, t("查一查"))),
  );
}

function examples() {
  return el(
    "p",
    { className: "inline" },
    el("span", { className: "muted" }, t("例如：")),
    EXAMPLES.map((text) => link(address(["match"], { text }), text)),
  );
}

/** @param {import("./api.js").Answer} answer @param {string} text */
function result(answer, text) {
  if (!answer.count) {
    return empty(
      t("没有找到相符的事项：按现有清单，“{text}”可能不在清单上。可以换个说法再试，或", { text }),
      link(address(["search"], { q: text }), t("搜索这些词")),
      "。",
    );
  }
  return [heading(t("可能是这些事项"), answer.count), el("ol", { className: "found" }, answer.rows.map(candidate))];
}

/** @param {Row} row */
function candidate(row) {
  const words = row.words ?? [];
  return el(
    "li",
    null,
    el("span", { className: "sure", title: t("相符程度") }, `${Math.round(row.score * 100)}%`),
    el(
      "div",
      null,
      el(
        "p",
        null,
        link(address(["duty", row.duty_id ?? row.id]), marked(row.name, words)),
        " ",
        sectionChip(row.section),
      ),
      row.departments?.length
        ? el(
            "p",
            { className: "small" },
            t("部门："),
            names(row.departments.map((/** @type {any} */ body) => body.name ?? body)),
          )
        : null,
      (row.why ?? []).map((/** @type {string} */ why) => el("p", { className: "why" }, why)),
    ),
    el("span", { className: "offer-place" }, [row.county, row.township].filter(Boolean).join(" ")),
  );
}
