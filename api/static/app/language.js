// The page's language. Texts stand in the code in Chinese; words.js has their English.

import { ENGLISH } from "./words.js";

const KEY = "graphkb.language";

/** @type {"zh" | "en"} */
let language = stored() === "en" ? "en" : "zh";

function stored() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null; // storage may be forbidden; the page then starts in Chinese
  }
}

/** Returns the language that texts come in: zh or en. */
export function currentLanguage() {
  return language;
}

/**
 * Makes texts come in this language, on this page and the next time.
 * @param {string} wanted
 */
export function speak(wanted) {
  language = wanted === "en" ? "en" : "zh";
  document.documentElement.lang = language === "en" ? "en" : "zh-CN";
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // as above
  }
}

/**
 * Returns a text in the page's language, with {names} replaced by values. A text without English stays Chinese.
 * @param {string} text
 * @param {Record<string, string | number>} [values]
 * @returns {string}
 */
export function t(text, values = {}) {
  const said = language === "en" ? (ENGLISH[text] ?? text) : text;
  return said.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? written(values[name]) : whole));
}

/**
 * Returns a number with its thousands parted; a text as it is.
 * @param {string | number} value
 */
export function written(value) {
  return typeof value === "number" ? value.toLocaleString(language === "en" ? "en" : "zh-CN") : value;
}

/**
 * Returns the Chinese text, or the English one where the page is English.
 * @param {string} chinese
 * @param {string | null | undefined} english
 */
export function either(chinese, english) {
  return language === "en" && english ? english : chinese;
}
