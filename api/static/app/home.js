// The start: what is loaded, and questions to begin with.

import { ask, catalog, firstPage } from "./api.js";
import { address, el, link } from "./dom.js";
import { linkTo, sectionInk } from "./kinds.js";
import { t } from "./language.js";
import { departmentBars } from "./department_parts.js";
import { empty, figureRow, heading } from "./parts.js";

/** @typedef {import("./dom.js").Row} Row */

const BUSIEST = 10;

/** @type {import("./main.js").View} */
export async function home(_parts, parameters, signal) {
  const [loaded, busiest, places] = await Promise.all([
    catalog(),
    ask("/v1/departments", { limit: BUSIEST }, signal),
    firstPage("/v1/divisions", { level: "county" }, parameters, signal),
  ]);
  const { dataset } = loaded;
  const title = el("h1", null, t("谁把什么事交给了哪个乡镇"));
  const lead = el(
    "p",
    { className: "start-lead" },
    t("查上级部门向乡镇交办了什么、各自承担什么、收回了什么，以及印在清单的哪一行。"),
  );
  if (!loaded.count) return { title: "", content: [title, lead, nothingLoaded()] };
  return {
    title: "",
    content: [
      title,
      lead,
      figureRow([
        { value: dataset.townships, word: t("个乡镇") },
        { value: dataset.lists, word: t("份清单") },
        { value: dataset.duties, word: t("条现行事项") },
        { value: dataset.departments, word: t("个上级部门") },
      ]),
      dataset.loaded_at
        ? el("p", { className: "muted small" }, t("最近载入 {date}", { date: dataset.loaded_at.slice(0, 10) }))
        : null,
      el(
        "div",
        { className: "start" },
        el(
          "div",
          null,
          heading(t("可以这样问")),
          questions(loaded.rows, busiest.rows),
          heading([
            t("交办最多的部门"),
            " ",
            el(
              "span",
              { className: "legend" },
              sectionInk("cooperative", t("交办")),
              sectionInk("reclaimed", t("收回")),
            ),
          ]),
          departmentBars(busiest.rows),
        ),
        el("div", null, heading(t("县区")), counties(places)),
      ),
    ],
  };
}

function nothingLoaded() {
  return empty(
    t("还没有载入清单。"),
    link("#/load", t("载入第一份文件")),
    t("，或在服务器上运行 "),
    el("code", null, "graphkb load"),
    "。",
  );
}

/** @param {Row[]} lists @param {Row[]} departments */
function questions(lists, departments) {
  const body = departments.find((row) => row.named) ?? departments[0];
  const current = lists.filter((row) => row.current);
  const near = current.find((row) => body && row.county && body.division.endsWith(row.county)) ?? current[0];
  const renewed = lists.find((row) => !row.current);
  // Several counties have townships of one name.
  const called = (/** @type {Row} */ row) => [row.county, row.township].filter(Boolean).join(" ");
  /** @type {([string, string, string] | null)[]} */
  const asked = [
    body && near
      ? [
          t("{department}把哪些事交给{township}？", { department: body.name, township: called(near) }),
          t("部门页可以按乡镇、类别筛选，每行写明印在哪里"),
          address(["department", body.id], { township: near.township_id }),
        ]
      : null,
    near
      ? [
          t("{township}要做哪些事？", { township: called(near) }),
          t("基本履职、配合履职、上级部门收回三部分，谁交办得最多"),
          address(["township", near.township_id]),
        ]
      : null,
    [
      near ? t("{township}的“路灯不亮”归谁管？", { township: called(near) }) : t("“路灯不亮”归谁管？"),
      t("用群众的话来问，看它在不在清单上、该由谁办"),
      address(["match"], { text: "路灯不亮", township: near?.township_id }),
    ],
    [
      t("哪些事收回了又以别的名义交办？"),
      t("明减暗增：纸面收回，另一条里仍由乡镇做"),
      address(["ask", "reclaimed_yet_delegated"]),
    ],
    renewed
      ? [
          t("{township}的新旧清单有什么变化？", { township: called(renewed) }),
          t("新增、取消、改写、换部门、移到别的部分"),
          address(["township", renewed.township_id], { tab: "changes" }),
        ]
      : null,
  ];
  const one = (/** @type {[string, string, string]} */ [question, says, href]) =>
    el("li", null, link(href, question, el("span", { className: "says" }, says)));
  return el(
    "ul",
    { className: "questions" },
    asked.flatMap((entry) => (entry ? [one(entry)] : [])),
    el(
      "li",
      null,
      link("#/ask", t("全部问题"), el("span", { className: "says" }, t("目录里的每个问题都可以填表提问"))),
    ),
  );
}

/**
 * Returns the counties with what is loaded of them; more stand behind a link.
 * @param {import("./api.js").Paged} answer
 */
function counties(answer) {
  const rows = answer.rows.filter((row) => row.townships);
  const one = (/** @type {Row} */ row) =>
    el(
      "li",
      null,
      linkTo("division", row.id, row.name),
      " ",
      el("span", { className: "muted small" }, row.path.split("/").slice(0, -1).join(" ")),
      el("span", { className: "count" }, t("{n} 个乡镇", { n: row.townships })),
    );
  const more = answer.truncated
    ? el("p", { className: "more" }, link(address(["ask", "divisions"], { level: "county" }), t("全部县区")))
    : null;
  return [el("ul", { className: "places" }, rows.map(one)), more];
}
