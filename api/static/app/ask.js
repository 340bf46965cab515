// The questions of the catalogue, each with a form made from its parameters and its answer as a table.

import { catalog, catalogueQuestions, firstPage, pathOf } from "./api.js";
import { answerColumns } from "./answers.js";
import { combobox } from "./combobox.js";
import { address, el, link } from "./dom.js";
import { fieldName, offersOf } from "./find.js";
import { kindWord, SECTIONS } from "./kinds.js";
import { currentLanguage, either, t } from "./language.js";
import { empty, heading } from "./parts.js";
import { fieldWord, FINDINGS, LAW_LEVELS, questionSays, TOPICS } from "./questions.js";
import { listing } from "./table.js";
import { QUESTION as TAKEN_BACK, takenBack, takenBackParts } from "./taken_back.js";

/** @typedef {import("./dom.js").Row} Row */

/** Parameters that the page itself takes care of. */
const OWN = new Set(["limit", "after", "candidates"]);
/** @type {Record<string, string>} Parameter → kind of thing that is offered for it, by id; an `id` is of what the question is named after. */
const THINGS = {
  department: "department",
  other: "department",
  start: "department,township",
  end: "department,township",
  duty: "duty",
  township: "township",
  function: "function",
  division: "county,prefecture,province,township",
  parent: "county,prefecture,province",
  law: "law",
  matter: "matter",
};

/** @type {Record<string, [string, string, object?]>} Questions that a view of its own answers: the view, the parameter that says about what, and others. */
const VIEWS = {
  department: ["department", "id"],
  division: ["division", "id"],
  duty: ["duty", "id"],
  matrix: ["matrix", "division"],
  matter: ["matter", "id"],
  township_summary: ["township", "township"],
  changes: ["township", "township", { tab: "changes" }],
};
/** What changed between editions is no question of the catalogue: the township's page compares them. */
const CHANGES = {
  name: "changes",
  title: "新旧清单的变化",
  title_en: "What changed between editions",
  question: "Which rows of a township's list were added, dropped, reworded or moved, and which went to other departments?",
  topic: "比较与变化",
  parameters: [{ name: "township", type: "string", required: true, title: "乡镇", title_en: "Township", says: "the township" }],
};
/** With more townships than this, a question that may be given a place is not asked of all of them before someone wants it. */
const MANY = 100;
const ID = /^(dept|div|duty|matter)-[0-9a-f]+$/;

/** @type {Record<string, Record<string, string>>} Parameters with few values. */
const CHOICES = {
  section: SECTIONS,
  level: { province: "省区市", prefecture: "市州", county: "县区", township: "乡镇" },
  kind: FINDINGS,
};

/** @type {import("./main.js").View} */
export async function ask([name], parameters, signal) {
  const questions = await catalogueQuestions();
  if (!name) return index([...questions, CHANGES]);
  if (name === CHANGES.name) return changes(parameters);
  const question = questions.find((/** @type {Row} */ one) => one.name === name);
  if (!question)
    return {
      title: t("没有这个问题"),
      content: [el("h1", null, t("没有这个问题")), empty(link("#/ask", t("看全部问题")))],
    };
  return one(question, parameters, signal);
}

/** @param {Row[]} questions */
function index(questions) {
  const item = (/** @type {Row} */ question) =>
    el(
      "li",
      null,
      link(
        address(["ask", question.name]),
        either(question.title, question.title_en),
        el("span", { className: "says" }, questionSays(question)),
      ),
    );
  return {
    title: t("问答"),
    content: [
      el("h1", null, t("问答")),
      el(
        "p",
        { className: "muted" },
        t("选一个问题，填好条件，答案以表格给出，可以排序、导出、打印。要查一件具体的事归谁管，请用"),
        link("#/match", t("查事项归属")),
        "。",
      ),
      el(
        "div",
        { className: "topics" },
        Object.entries(TOPICS).map(([topic, members]) => {
          const asked = [...members, ...(topic === CHANGES.topic ? [CHANGES.name] : [])].flatMap((name) => questions.find((one) => one.name === name) ?? []);
          return el("section", null, heading(t(topic)), el("ul", { className: "questions" }, asked.map(item)));
        }),
      ),
    ],
  };
}

/** @param {URLSearchParams} parameters */
function changes(parameters) {
  const title = either(CHANGES.title, CHANGES.title_en);
  return {
    title,
    content: [
      el("p", { className: "path" }, link("#/ask", t("问答"))),
      el("h1", null, title),
      el("p", { className: "muted" }, questionSays(CHANGES)),
      form(CHANGES, CHANGES.parameters, parameters, false),
      empty(t("请从列表里选一个乡镇。")),
    ],
  };
}

/** @param {Row} question @param {URLSearchParams} parameters @param {AbortSignal} signal */
async function one(question, parameters, signal) {
  // A division is any place; where it may be given, the older county is not asked for as well.
  const placed = question.parameters.some((/** @type {Row} */ field) => field.name === "division");
  const asked = question.parameters.filter(
    (/** @type {Row} */ { name }) => !OWN.has(name) && !(name === "county" && placed),
  );
  const given = Object.fromEntries(
    asked.map((/** @type {Row} */ field) => [field.name, parameters.get(field.name) ?? ""]),
  );
  const lacking = asked.filter((/** @type {Row} */ field) => field.required && !given[field.name]);
  const wide = !lacking.length && !parameters.get("all") && (await ofMany(asked, given));
  // A question that needs nothing is answered at once.
  const title = either(question.title, question.title_en);
  const answer = lacking.length || wide ? null : await answered(question, given, parameters, signal);
  return {
    title,
    status: answer ? t("{n} 条", { n: answer.rows }) : undefined,
    content: [
      el("p", { className: "path" }, link("#/ask", t("问答"))),
      el("h1", null, title),
      el("p", { className: "muted" }, questionSays(question)),
      asked.length ? form(question, asked, parameters, wide || parameters.has("all")) : null,
      answer
        ? answer.content
        : wide
          ? empty(t("已载入的乡镇很多：请先填写县区等条件，或"), link(address(["ask", question.name], { all: true }), t("问全部乡镇（可能要等一会儿）")), "。")
          : empty(
              t("请先填写：{fields}", {
                fields: lacking.map(fieldWord).join("、"),
              }),
            ),
      cypher(question),
    ],
  };
}

/**
 * Returns the answer as it is shown, and of how many rows it is.
 * @param {Row} question
 * @param {Record<string, string>} given
 * @param {URLSearchParams} parameters
 * @param {AbortSignal} signal
 * @returns {Promise<{rows: number, content: import("./dom.js").Child}>}
 */
async function answered(question, given, parameters, signal) {
  const file = either(question.title, question.title_en);
  if (question.name === TAKEN_BACK) {
    const parts = await takenBack(given, parameters, signal);
    return { rows: parts.judged.count, content: takenBackParts(parts, file, parameters) };
  }
  const answer = await firstPage(pathOf("queries", question.name), given, parameters, signal);
  const none = empty(t("没有答案。请放宽条件，或核对名称。"));
  return { rows: answer.total ?? answer.count, content: listing({ answer, ...answerColumns(question), file, parameters, none }) };
}

/**
 * Returns whether nothing was filled in of a question that may be given a place, where many townships are loaded.
 * @param {Row[]} asked
 * @param {Record<string, string>} given
 */
async function ofMany(asked, given) {
  const placed = asked.some(({ name }) => name === "division" || name === "county");
  if (!placed || Object.values(given).some(Boolean)) return false;
  return (await catalog()).dataset.townships > MANY;
}

/** @param {Row} question */
function cypher(question) {
  return el(
    "details",
    { className: "cypher" },
    el("summary", null, t("给分析人员：这个问题的 Cypher")),
    el("pre", { tabindex: 0, "aria-label": "Cypher" }, el("code", null, question.cypher)),
  );
}

/**
 * Returns the form; sending it puts what was filled in into the address, or leads to the view that answers. Of things chosen by
 * name the address has the id, and the name beside it (`NAME.name`), so that the form can show it again.
 * @param {Row} question
 * @param {Row[]} asked
 * @param {URLSearchParams} parameters
 * @param {boolean} wide whether it is not asked of all townships before someone wants it
 */
function form(question, asked, parameters, wide) {
  const fields = asked.map((field) => formField(question, field, parameters));
  const send = (/** @type {Event} */ event) => {
    event.preventDefault();
    /** @type {Record<string, string>} */
    const given = Object.assign({}, ...fields.map((field) => field.value()));
    const [view, about, beside] = VIEWS[question.name] ?? [];
    const all = wide && !Object.values(given).some(Boolean); // sent with nothing filled in, it is meant of all
    location.hash = ID.test(given[about]) ? address([view, given[about]], { ...beside }) : address(["ask", question.name], { ...given, all });
  };
  return el(
    "form",
    { className: "form", onsubmit: send },
    fields.map(({ element }) => element),
    el("div", { className: "field end" }, el("button", { className: "primary" }, t("提问"))),
  );
}

/**
 * @param {Row} question
 * @param {Row} field
 * @param {URLSearchParams} parameters
 * @returns {{element: HTMLElement, value: () => Record<string, string>}}
 */
function formField(question, field, parameters) {
  const { name } = field;
  const id = `field-${name}`;
  const given = parameters.get(name) ?? "";
  const thing = name === "id" ? question.name : name;
  const called = name === "id" && THINGS[thing] ? kindWord(thing) : fieldWord(field);
  const word = el(
    "span",
    null,
    called,
    field.required ? el("span", { className: "bad", title: t("必填") }, " *") : null,
  );
  const says = currentLanguage() === "en" ? el("span", { className: "says" }, field.says) : null;
  const choices = name === "level" && question.name === "laws" ? LAW_LEVELS : CHOICES[name];
  if (choices) {
    const options = Object.entries(choices).map(([value, said]) =>
      el("option", { value, selected: value === given }, t(said)),
    );
    const select = /** @type {HTMLSelectElement} */ (
      el("select", { id }, el("option", { value: "" }, t("全部")), options)
    );
    return { element: el("label", { for: id }, word, select, says), value: () => ({ [name]: select.value }) };
  }
  if (field.type === "boolean") {
    const usual = field.default === true;
    const box = /** @type {HTMLInputElement} */ (
      el("input", { id, type: "checkbox", checked: given ? given === "true" : usual })
    );
    const value = () => ({ [name]: box.checked === usual ? "" : String(box.checked) });
    return { element: el("label", { for: id, className: "check" }, box, word, says), value };
  }
  if (THINGS[thing]) {
    let chosen = { id: given, shown: parameters.get(`${name}.name`) ?? given };
    const field = combobox({
      id,
      label: called,
      value: chosen.shown,
      placeholder: t("输入名称，从列表里选"),
      offer: offersOf(THINGS[thing]),
      choose: (option) => {
        const { row } = /** @type {any} */ (option);
        chosen = { id: row.id, shown: fieldName(row) };
        field.input.value = chosen.shown;
      },
    });
    // What was typed without choosing is sent as it is: the catalogue knows names, too.
    const value = () => {
      const text = field.input.value.trim();
      /** @type {Record<string, string>} */
      const sent =
        text && text === chosen.shown && chosen.id !== text
          ? { [name]: chosen.id, [`${name}.name`]: text }
          : { [name]: text };
      return sent;
    };
    return { element: el("div", { className: "field" }, word, field.element, says), value };
  }
  const input = /** @type {HTMLInputElement} */ (
    el("input", { id, value: given, maxlength: 200, inputmode: field.type === "integer" ? "numeric" : null })
  );
  return { element: el("label", { for: id }, word, input, says), value: () => ({ [name]: input.value.trim() }) };
}
