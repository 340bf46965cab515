// Loading a document: it is sent and checked, a person looks at the check, and only then it is loaded.

import { ask, Failure, forgetCatalog, keepKey, key, pathOf, request, url } from "./api.js";
import { checkReport } from "./check.js";
import { address, el, link } from "./dom.js";
import { t } from "./language.js";
import { heading, note, particulars } from "./parts.js";
import { table } from "./table.js";

/** @typedef {import("./dom.js").Row} Row */

const POLL_MS = 400;
const FORMATS = ".txt,.tsv,.csv,.html,.htm,.mht,.docx,.doc,.xlsx,.xls,.pdf,.md,.png,.jpg,.jpeg,.tif,.tiff";

/** @type {import("./main.js").View} */
export async function load([id], _parameters, signal) {
  const title = t("载入文件");
  const box = el("div", { className: "load" });
  const head = [
    el("h1", null, title),
    el("p", { className: "muted" }, t("先上传核对，看过核对结果再载入；重复载入同一份清单不会重复。")),
  ];
  if (id) await showDocument(id, box, signal);
  else box.replaceChildren(...sendForm(box, signal));
  return { title, content: [...head, box] };
}

/** @param {HTMLElement} box @param {AbortSignal} signal */
function sendForm(box, signal) {
  const keyField = /** @type {HTMLInputElement} */ (
    el("input", {
      id: "key",
      type: "password",
      autocomplete: "off",
      spellcheck: "false",
      value: key(),
      placeholder: t("管理员给您的密钥"),
    })
  );
  keyField.addEventListener("input", () => keepKey(keyField.value));
  keyField.addEventListener("change", () => void sendWaiting());
  const file = /** @type {HTMLInputElement} */ (
    el("input", { id: "file", type: "file", accept: FORMATS, className: "unseen" })
  );
  const said = el("div", { role: "status" });
  /** @type {File | undefined} A file that was refused for its key: it is sent again with another. */
  let waiting;
  const send = async (/** @type {File | null | undefined} */ chosen) => {
    if (!chosen) return;
    waiting = undefined;
    const refused = await sendFile(chosen, said, signal, places());
    if (!refused) return;
    waiting = chosen;
    const again = t("用上面的密钥上传“{name}”", { name: chosen.name });
    said.append(el("p", null, el("button", { type: "button", onclick: sendWaiting }, again)));
    keyField.focus();
  };
  const sendWaiting = () => send(waiting);
  file.addEventListener("change", () => {
    const chosen = file.files?.[0];
    void send(chosen);
    file.value = ""; // or the same file could not be chosen again
  });
  const drop = el(
    "label",
    { className: "drop", for: "file" },
    el("b", null, t("把文件拖到这里，或点击选择")),
    el("span", { className: "muted" }, t("PDF、Word、Excel、网页、纯文本或扫描图片")),
  );
  drop.addEventListener("dragover", (event) => {
    event.preventDefault();
    drop.classList.add("over");
  });
  drop.addEventListener("dragleave", () => drop.classList.remove("over"));
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    drop.classList.remove("over");
    void send(event.dataTransfer?.files[0]);
  });
  const lacking = ["province", "prefecture", "county", "township", "edition"].map(
    (name) => /** @type {[string, HTMLInputElement]} */ ([name, el("input", { id: `lack-${name}`, maxlength: 100 })]),
  );
  const places = () => Object.fromEntries(lacking.map(([name, field]) => [name, field.value.trim()]));
  return [
    el(
      "div",
      { className: "form" },
      el(
        "label",
        { for: "key" },
        t("密钥"),
        keyField,
        el(
          "span",
          { className: "says" },
          t("只存在本标签页里，关闭后即忘。管理员在服务器上发放："),
          el("code", { className: "keep" }, "graphkb key create NAME --scope load"),
        ),
      ),
    ),
    file,
    drop,
    el(
      "details",
      { className: "lacking" },
      el("summary", null, t("文件没有印地名或日期时，在这里补充")),
      el(
        "div",
        { className: "form" },
        lacking.map(([name, field]) => el("label", { for: field.id }, t(LACKING[name]), field)),
      ),
    ),
    said,
  ];
}

/** @type {Record<string, string>} */
const LACKING = {
  province: "省区市",
  prefecture: "市州",
  county: "县区",
  township: "乡镇",
  edition: "版本（如 2025-08）",
};

/**
 * Sends a file, shows how far it is, and goes to its check. Returns whether it was refused for its key.
 * @param {File} file
 * @param {HTMLElement} said
 * @param {AbortSignal} signal
 * @param {Record<string, string>} places
 */
async function sendFile(file, said, signal, places) {
  if (!key()) {
    trouble(said, new Failure(401, t("需要密钥：请填写管理员给您的密钥。")));
    return true;
  }
  said.replaceChildren(
    el("p", null, t("正在上传并核对“{name}”，大的扫描件可能要几分钟…", { name: file.name })),
    el("progress", { "aria-label": t("进度") }),
  );
  try {
    const sent = await request(url("/v1/documents", { name: file.name, ...places }), {
      method: "POST",
      body: file,
      signal,
    });
    location.hash = address(["load", sent.id]);
  } catch (error) {
    if (signal.aborted) return false;
    trouble(said, error);
    return error instanceof Failure && [401, 403].includes(error.status);
  }
  return false;
}

/** @param {HTMLElement} said @param {unknown} error */
function trouble(said, error) {
  const known = error instanceof Failure ? error : undefined;
  if (!known) console.error(error);
  said.replaceChildren(
    el(
      "div",
      { className: "note bad", role: "alert" },
      known?.message ?? t("页面出错，请刷新后重试。"),
      known?.status === 401 ? null : particulars(known?.detail),
    ),
  );
}

/**
 * Shows what was read of a document, with the button that loads it.
 * @param {string} id
 * @param {HTMLElement} box
 * @param {AbortSignal} signal
 */
async function showDocument(id, box, signal) {
  /** @type {Row} */
  let sent;
  try {
    sent = await request(`/v1/documents/${encodeURIComponent(id)}`, { signal });
  } catch (error) {
    if (!(error instanceof Failure) || ![401, 403, 404].includes(error.status)) throw error;
    trouble(
      box,
      error.status === 404 ? new Failure(404, t("这份上传的文件已过期（上传后保留一小时），请重新上传。")) : error,
    );
    box.append(el("p", null, link("#/load", t("重新上传"))));
    return;
  }
  draw(sent, box, signal);
  if (sent.state === "loading") void follow(id, box, signal);
}

/** @param {Row} sent @param {HTMLElement} box @param {AbortSignal} signal */
function draw(sent, box, signal) {
  const { verdict, details } = checkReport(sent.report, `/v1/documents/${encodeURIComponent(sent.id)}/report.html`);
  const offered = state(sent, box, signal);
  // Nobody can have seen what stands below the button that says so.
  const seenFirst = sent.report.disagreements && !["loading", "loaded"].includes(sent.state);
  box.replaceChildren(
    el("p", { className: "facts" }, el("b", null, sent.name), el("span", null, `${Math.ceil(sent.size / 1024)} KB`)),
    ...verdict,
    ...(seenFirst ? [...details, ...offered] : [...offered, ...details]),
  );
}

/** @param {Row} sent @param {HTMLElement} box @param {AbortSignal} signal @returns {HTMLElement[]} */
function state(sent, box, signal) {
  if (sent.state === "loading") {
    const { progress } = sent;
    return [
      el(
        "div",
        { role: "status" },
        el("p", null, t("正在载入：{n} / {m} 条", { n: progress.duties_done, m: progress.duties })),
        el("progress", { max: Math.max(1, progress.duties), value: progress.duties_done, "aria-label": t("进度") }),
      ),
    ];
  }
  if (sent.state === "loaded")
    return [
      el("p", { className: "note good", role: "status" }, t("已载入。")),
      loadedTable(sent.loaded, true),
      loadedLinks(sent.loaded, signal),
      el("p", { className: "actions" }, el("a", { className: "button", href: "#/load" }, t("再载入一份"))),
    ];
  const faults = sent.fault
    ? [
        note(
          sent.state === "failed"
            ? t("载入失败，请稍后重试，或请管理员查看日志。")
            : t("还不能载入：文件没有印出是哪个乡镇的清单，请换一份文件，或补充地名后重新上传。"),
          particulars(sent.fault),
        ),
      ]
    : [];
  const button = el(
    "button",
    { type: "button", className: "primary", disabled: !sent.loadable, onclick: () => void start(sent, box, signal) },
    sent.report.disagreements ? t("看过不一致之处，仍然载入") : t("载入"),
  );
  return [
    ...faults,
    ...(sent.plan.length ? [heading(t("载入后会怎样")), loadedTable(sent.plan, false)] : []),
    el("p", { className: "actions" }, button, el("a", { className: "button", href: "#/load" }, t("换一份文件"))),
  ];
}

/** @param {Row} sent @param {HTMLElement} box @param {AbortSignal} signal */
async function start(sent, box, signal) {
  try {
    await request(`/v1/documents/${encodeURIComponent(sent.id)}/load`, { method: "POST", signal });
  } catch (error) {
    const said = el("div");
    box.prepend(said);
    return trouble(said, error);
  }
  await follow(sent.id, box, signal);
}

/**
 * Asks how far the loading is until it ends.
 * @param {string} id
 * @param {HTMLElement} box
 * @param {AbortSignal} signal
 */
async function follow(id, box, signal) {
  while (!signal.aborted) {
    const sent = await request(`/v1/documents/${encodeURIComponent(id)}`, { signal });
    draw(sent, box, signal);
    if (sent.state !== "loading") return forgetCatalog();
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

/**
 * Returns the ways to what was loaded: each list's township, and what changed since the edition before.
 * @param {Row[]} lists
 * @param {AbortSignal} signal
 */
function loadedLinks(lists, signal) {
  const box = el("ul", { className: "loaded" });
  const one = (/** @type {Row} */ list) => {
    const name = [list.county, list.township].filter(Boolean).join(" ");
    const changes = address(["township", list.township_id], { tab: "changes" });
    return el(
      "li",
      null,
      link(address(["township", list.township_id]), t("看{name}的清单", { name })),
      list.editions.length > 1 ? [" · ", link(changes, t("与上一版相比有什么变化"))] : null,
    );
  };
  const asked = lists.map((list) => ask(pathOf("lists", list.list_id), {}, signal));
  Promise.all(asked).then(
    (found) => box.replaceChildren(...found.map(one)),
    () => {}, // they are loaded all the same, and the search finds them
  );
  return box;
}

/** @param {Row[]} lists @param {boolean} done */
function loadedTable(lists, done) {
  const number = (/** @type {string} */ field, /** @type {string} */ title) => ({
    key: field,
    title,
    className: "number",
    cell: (/** @type {Row} */ row) => row[field],
  });
  return table(
    [
      {
        key: "place",
        title: t("乡镇"),
        className: "main keep",
        cell: (row) => [row.place.county, row.place.township].filter(Boolean).join(" "),
      },
      { key: "edition", title: t("版本"), className: "keep", cell: (row) => row.edition },
      {
        key: "status",
        title: t("状态"),
        cell: (row) => (row.status === "unchanged" ? t("与已载入的相同") : done ? t("已载入") : t("将载入")),
      },
      number("added", t("新增")),
      number("updated", t("更新")),
      number("unchanged", t("不变")),
      number("retired", t("撤下")),
      {
        key: "inferred",
        title: t("推断的地名"),
        cell: (row) => (row.inferred.length ? t("清单没有印出，由机构名称或区划表推断") : ""),
      },
    ],
    lists,
  );
}
