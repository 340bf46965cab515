// Is this task on the list? A task in people's own words, and the rows that it may be, each with its reasons.

import { ask, Failure } from "./api.js";
import { combobox } from "./combobox.js";
import { address, el, link } from "./dom.js";
import { sectionChip } from "./kinds.js";
import { t } from "./language.js";
import { clauses, empty, heading, note } from "./parts.js";
import { onlyCounty, placeOf, placeOffers, placesNamed, taskAddress, usualPlaces } from "./places.js";

/** @typedef {import("./dom.js").Row} Row */
/** @typedef {import("./dom.js").Child} Child */
/** @typedef {import("./places.js").Place} Place */
/** @typedef {{text: string, place: Place | null, typed: string, hint: Child}} Asked `hint` says what is wrong with the place. */

const EXAMPLES = ["路灯不亮", "流浪狗伤人", "占道经营", "噪音扰民", "停水", "拖欠工资"];
const SHOWN = 10;
const LONGEST = 1000; // characters that /v1/tasks/match takes

/** @type {import("./main.js").View} */
export async function match(_parts, parameters, signal) {
  const asked = await askedBy(parameters, signal);
  const limit = Math.min(100, Number(parameters.get("rows")) || SHOWN);
  const answer = await answerTo(asked, limit, signal);
  const shown = el("div", null, answer ? result(answer, asked) : asked.hint ? null : examples(asked.place));
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
      form(asked, shown),
      shown,
    ],
  };
}

/**
 * Returns what the address asks: `township` or `county` is the id of a place, `place` its name as typed.
 * @param {URLSearchParams} parameters
 * @param {AbortSignal} signal
 * @returns {Promise<Asked>}
 */
async function askedBy(parameters, signal) {
  const text = (parameters.get("text") ?? "").trim().slice(0, LONGEST);
  const given = ["county", "township"].map((name) => parameters.get(name) ?? "");
  const id = given.find((value) => value.startsWith("div-"));
  const typed = id ? "" : given.join("") || (parameters.get("place") ?? "").trim();
  if (typed) return { text, ...(await placeTyped(text, typed, signal)) };
  const place = id ? await placeOf(id, signal) : await onlyCounty();
  const lacking = text ? t("请写明是哪个乡镇或县区。") : "";
  return { text, place, typed: "", hint: place ? null : id ? t("没有这个乡镇或县区，请重新选。") : lacking };
}

/**
 * @param {string} text
 * @param {string} typed
 * @param {AbortSignal} signal
 */
async function placeTyped(text, typed, signal) {
  const { meant, similar } = await placesNamed(typed, signal);
  if (meant.length === 1) return { place: meant[0], typed, hint: null };
  const says = meant.length
    ? t("有 {n} 个地方叫“{place}”，请选一个：", { n: meant.length, place: typed })
    : t("没有载入“{place}”的清单，请从列表里选乡镇或县区。", { place: typed });
  const choices = (meant.length ? meant : similar).map((place, index) => [
    index ? "、" : " ",
    el("a", { className: "keep", href: taskAddress(text, place) }, place.name),
  ]);
  return { place: null, typed, hint: [says, choices.length && !meant.length ? t("名称相近的有：") : null, choices] };
}

/**
 * Returns the answer, null where text or place is lacking; a place without lists gets its hint.
 * @param {Asked} asked
 * @param {number} limit
 * @param {AbortSignal} signal
 * @returns {Promise<Row | null>}
 */
async function answerTo(asked, limit, signal) {
  const { text, place } = asked;
  if (!text || !place) return null;
  try {
    return await ask("/v1/tasks/match", { text, [place.level]: place.id, limit }, signal);
  } catch (error) {
    if (!(error instanceof Failure) || ![404, 422].includes(error.status)) throw error;
    asked.hint =
      error.status === 404
        ? t("还没有载入{place}的现行清单，请另选乡镇或县区。", { place: place.name })
        : t("{place}的乡镇太多，请选其中一个乡镇。", { place: place.name });
    return null;
  }
}

/**
 * Returns the form. While it says something else than what is answered, the answer is hidden.
 * @param {Asked} asked
 * @param {HTMLElement} shown
 */
function form(asked, shown) {
  const field = /** @type {HTMLTextAreaElement} */ (
    el("textarea", {
      id: "task",
      maxlength: LONGEST,
      placeholder: t("例如：镇上的路灯坏了好几天没人修"),
      "aria-describedby": "task-hint",
    })
  );
  field.value = asked.text;
  let chosen = asked.place;
  const textHint = el("span", { id: "task-hint", className: "hint", role: "alert" });
  const placeHint = el("span", { id: "task-place-hint", className: "hint", role: "alert" }, asked.hint);
  const place = combobox({
    id: "task-place",
    label: t("在哪里"),
    placeholder: t("乡镇或县区的名称"),
    value: asked.place?.name ?? asked.typed,
    offer: placeOffers,
    usual: usualPlaces,
    choose: (option) => {
      chosen = /** @type {any} */ (option).place;
      place.input.value = chosen?.name ?? "";
      placeHint.replaceChildren();
      if (field.value.trim()) send();
      else field.focus();
    },
    submit: send,
  });
  place.input.setAttribute("aria-describedby", placeHint.id);
  const changed = el(
    "p",
    { className: "muted", role: "status", hidden: true },
    t("内容已改动，点“查一查”看新的结果。"),
  );

  function send() {
    const text = field.value.trim();
    const typed = place.input.value.trim();
    textHint.replaceChildren(text ? "" : t("请写要办的事。"));
    if (!typed) placeHint.replaceChildren(t("请写明是哪个乡镇或县区。"));
    if (!text || !typed) return (text ? place.input : field).focus();
    location.hash = typed === chosen?.name ? taskAddress(text, chosen) : address(["match"], { text, place: typed });
  }

  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    send();
  };
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) submit(event);
  });
  const element = el(
    "form",
    { className: "form task", onsubmit: submit },
    el("label", { className: "whole", for: "task" }, t("要办的事"), field, textHint),
    el("div", { className: "field" }, el("span", null, t("在哪里")), place.element, placeHint),
    el("div", { className: "field end" }, el("button", { className: "primary" }, t("查一查"))),
  );
  element.addEventListener("input", () => {
    const same = field.value.trim() === asked.text && place.input.value.trim() === (asked.place?.name ?? asked.typed);
    shown.hidden = !same;
    changed.hidden = same || !asked.text || !asked.place;
  });
  return [element, changed];
}

/** @param {Place | null} place */
function examples(place) {
  return el(
    "p",
    { className: "inline" },
    el("span", { className: "muted" }, t("例如：")),
    EXAMPLES.map((text) => link(taskAddress(t(text), place), t(text))),
  );
}

/** @param {Row} answer @param {Asked} asked */
function result(answer, asked) {
  const verdict = answer.on_list ? el("p", { className: "note good" }, answer.says) : note(answer.says);
  const looked = el(
    "p",
    { className: "muted small" },
    t("在 {place} 的 {n} 份现行清单里查找。", { place: asked.place?.name ?? "", n: answer.townships }),
  );
  if (!answer.count)
    return [
      verdict,
      looked,
      empty(t("可以换个说法再试，或"), link(address(["search"], { q: asked.text }), t("搜索这些词")), "。"),
    ];
  const fitting = answer.rows.filter((/** @type {Row} */ row) => row.fits);
  const others = answer.rows.filter((/** @type {Row} */ row) => !row.fits);
  return [
    verdict,
    looked,
    fitting.length
      ? [heading(t("相符的事项"), fitting.length), el("ol", { className: "found" }, fitting.map(candidate))]
      : null,
    others.length
      ? el(
          "details",
          null,
          el("summary", null, fitting.length ? t("其他沾边的事项") : t("最接近的事项"), ` ${others.length}`),
          el("ol", { className: "found" }, others.map(candidate)),
        )
      : null,
    answer.truncated && !others.length ? more(answer, asked) : null,
  ];
}

/** @param {Row} answer @param {Asked} asked */
function more(answer, asked) {
  const rows = Math.min(100, answer.count * 3);
  return el("p", { className: "more" }, t("还有更多"), link(`${taskAddress(asked.text, asked.place)}&rows=${rows}`, t("显示更多")));
}

/** @param {number} score 0-1, how much of the task is in the row's words */
function fit(score) {
  if (score >= 0.8) return t("很相符");
  return score >= 0.6 ? t("较相符") : t("略沾边");
}

/** @param {Row} row */
function candidate(row) {
  return el(
    "li",
    { className: row.fits ? null : "far" },
    el("span", { className: "sure", title: t("说法与这条事项的文字有多相符") }, el("b", null, fit(row.score)), `${Math.round(row.score * 100)}%`),
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
