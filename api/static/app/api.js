// The public API under /v1, and what its problems mean to a person.

import { currentLanguage, t } from "./language.js";

/** @typedef {import("./dom.js").Row} Row */
/**
 * @typedef {object} Answer A list as the API gives it.
 * @property {Row[]} rows
 * @property {number} count
 * @property {number} [total]
 * @property {number | null} limit
 * @property {boolean} truncated
 * @property {string | null} [next] Cursor of the next page.
 */

/** @type {Record<number, string>} */
const SAYS = {
  400: "服务器不接受现在的访问地址，请改用 localhost 或 IP 地址打开本页。",
  401: "需要密钥：请填写管理员给您的密钥。",
  403: "这个密钥没有权限，请向管理员要一个可以载入的密钥。",
  404: "没有找到：清单更新后它可能已被收回或改号，请重新搜索。",
  409: "正在载入另一份文件，请等它完成后再试。",
  413: "文件太大，请拆开后分别上传，或请管理员在服务器上载入。",
  415: "不认识这种文件，请用 PDF、Word、Excel、网页或纯文本。",
  408: "上传中断了，请检查网络后重新上传。",
  422: "查询条件有误，请改短或换一种说法再试。",
  429: "请求太频繁，请稍等片刻再试。",
  500: "服务器出错，请稍后重试；若仍出错，请把时间告诉管理员查看日志。",
  504: "这个问题太大，没有在限定时间内答完，请用筛选缩小范围再试。",
  501: "这台服务器没有开放载入，请管理员用 graphkb serve 启动它。",
  503: "图数据库暂时连接不上，请稍后重试，或请管理员检查数据库。",
};

const WRONG_KEY = "密钥不对：服务器不认识这个密钥，请核对后重新填写。";
/** What a header can hold, and every key is made of; a browser refuses to send anything else. */
const SENDABLE = /^[\x21-\x7e]*$/;
const UNREADABLE = "读不出这份文件里的清单，请看下面的原因，或换一种格式再试。";
const UNREADABLE_AS = "读不出这份文件里的清单：{reason}。";

/** What went wrong, in words for the person; `detail` is the server's own sentence. */
export class Failure extends Error {
  /**
   * @param {number} status 0 where no answer came
   * @param {string} says
   * @param {string} [detail]
   */
  constructor(status, says, detail = "") {
    super(says);
    this.status = status;
    this.detail = detail;
  }
}

const KEY = "graphkb.key"; // of sessionStorage: the key is forgotten with the tab

/** Returns the key that this tab was given, "" where none was. */
export function key() {
  return sessionStorage.getItem(KEY) ?? "";
}

/**
 * Keeps a key for this tab.
 * @param {string} given
 */
export function keepKey(given) {
  sessionStorage.setItem(KEY, given.trim());
}

/**
 * Returns the JSON of a request, sent with the key where there is one. Throws Failure, and AbortError when aborted.
 * @param {string} url
 * @param {RequestInit} [options]
 * @returns {Promise<any>}
 */
export async function request(url, options = {}) {
  if (!SENDABLE.test(key())) throw new Failure(401, t(WRONG_KEY));
  const headers = { "accept-language": currentLanguage(), ...(key() ? { authorization: `Bearer ${key()}` } : {}) };
  let answer;
  try {
    answer = await fetch(url, { headers, ...options });
  } catch (error) {
    if (/** @type {Error} */ (error).name === "AbortError") throw error;
    throw new Failure(0, t("连接不到服务器，请检查服务是否在运行，然后重试。"));
  }
  if (answer.ok) return answer.json();
  const problem = await answer.json().catch(() => ({}));
  if (problem.reason) throw new Failure(answer.status, t(UNREADABLE_AS, { reason: problem.reason }), problem.detail);
  const wrongKey = answer.status === 401 && key() ? WRONG_KEY : undefined;
  const said = problem.type === "/problems/unreadable-document" ? UNREADABLE : (wrongKey ?? SAYS[answer.status]);
  throw new Failure(answer.status, said ? t(said) : (problem.title ?? t("出错了，请稍后重试。")), problem.detail);
}

/**
 * Returns a path with its parameters; those that are empty are left out.
 * @param {string} path
 * @param {Record<string, any>} parameters
 */
export function url(path, parameters) {
  const given = Object.entries(parameters).filter(([, value]) => value !== "" && value != null);
  const query = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return query ? `${path}?${query}` : path;
}

/**
 * Returns the answer to GET path. Throws as `request`.
 * @returns {Promise<any>}
 * @param {string} path
 * @param {Record<string, any>} [parameters]
 * @param {AbortSignal} [signal]
 */
export function ask(path, parameters = {}, signal) {
  return request(url(path, parameters), { signal });
}

/**
 * Returns the path of one thing of a collection.
 * @param {string} collection such as departments
 * @param {...string} parts
 */
export function pathOf(collection, ...parts) {
  return ["/v1", collection, ...parts.map(encodeURIComponent)].join("/");
}

/** Rows of a first page; a view's address may ask for more with `rows`. */
export const PAGE = 100;
/** Most rows of one answer. */
export const MOST = 5000;

/**
 * Returns the first rows of a list, as many as the view's address asks for, and how to ask for those behind them.
 * @param {string} path
 * @param {Record<string, any>} query
 * @param {URLSearchParams} parameters of the view's address
 * @param {AbortSignal} [signal]
 * @returns {Promise<Paged>}
 */
export async function firstPage(path, query, parameters, signal) {
  const asked = Math.min(MOST, Math.max(PAGE, Number(parameters.get("rows")) || PAGE));
  const answer = await ask(path, { ...query, limit: asked }, signal);
  return { ...answer, path, query };
}

/** @typedef {Answer & {path: string, query: Record<string, any>}} Paged An answer that knows how it was asked for. */

/**
 * Returns the answer with its next page behind it.
 * @param {Paged} answer
 * @param {number} [limit]
 * @returns {Promise<Paged>}
 */
export async function nextPage(answer, limit = PAGE) {
  const more = await ask(answer.path, { ...answer.query, limit, cursor: answer.next });
  return { ...answer, ...more, rows: [...answer.rows, ...more.rows], count: answer.rows.length + more.rows.length };
}

/** @type {Promise<Answer & {dataset: Row}> | undefined} */
let lists;

/**
 * Returns the figures of what is loaded and a few lists, asked for once a page; `forgetCatalog` has it asked for again.
 * @returns {Promise<Answer & {dataset: Row}>}
 */
export function catalog() {
  const asked = lists ?? ask("/v1/catalog", { limit: PAGE });
  lists = asked;
  asked.catch(() => forgetCatalog());
  return asked;
}

/** @type {Promise<Row[]> | undefined} */
let questions;

/**
 * Returns the questions of the catalogue, asked for once a page.
 * @returns {Promise<Row[]>}
 */
export function catalogueQuestions() {
  const asked = questions ?? ask("/v1/queries").then((answer) => answer.rows);
  questions = asked;
  asked.catch(() => {
    questions = undefined;
  });
  return asked;
}

export function forgetCatalog() {
  lists = undefined;
}
