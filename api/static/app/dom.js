// Making elements. Text always goes in as text: nothing here, or anywhere on the page, parses markup.

/** @typedef {Node | string | number | null | undefined | false | any[]} Child */
/** @typedef {Record<string, any>} Row One row of an answer, as /docs describes it. */

/**
 * Returns an element. Properties are attributes, except `onclick` and the like, which are listeners, and `style`, an object of
 * custom properties (the content security policy forbids style attributes). Empty children are left out.
 * @param {string} tag
 * @param {Record<string, any> | null} [properties]
 * @param {...Child} children
 * @returns {HTMLElement}
 */
export function el(tag, properties, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties ?? {})) {
    if (value == null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "style")
      for (const [key, text] of Object.entries(value)) element.style.setProperty(key, String(text));
    else element.setAttribute(name === "className" ? "class" : name, value === true ? "" : String(value));
  }
  element.append(...flat(children));
  return element;
}

/**
 * Returns the children in one list, without those that are empty.
 * @param {Child[]} children
 * @returns {(Node | string)[]}
 */
export function flat(children) {
  const all = /** @type {any[]} */ (children.flat(Infinity));
  return all
    .filter((child) => child != null && child !== "" && child !== false)
    .map((child) => (typeof child === "number" ? String(child) : child));
}

/**
 * Returns what is there of a list.
 * @template T
 * @param {(T | null)[]} list
 * @returns {T[]}
 */
export function present(list) {
  return list.flatMap((one) => (one ? [one] : []));
}

/**
 * Returns the address of a view; its path parts and parameters are escaped, empty parameters left out.
 * @param {string[]} parts
 * @param {Record<string, any>} [parameters]
 * @returns {string}
 */
export function address(parts, parameters = {}) {
  const given = Object.entries(parameters).filter(([, value]) => value !== "" && value != null && value !== false);
  const query = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return `#/${parts.map(encodeURIComponent).join("/")}${query ? `?${query}` : ""}`;
}

/**
 * @param {string} href
 * @param {...Child} children
 */
export function link(href, ...children) {
  return el("a", { href }, ...children);
}

/**
 * Returns the text with every occurrence of the words marked.
 * @param {string} text
 * @param {string[]} words
 * @returns {(Node | string)[]}
 */
export function marked(text, words) {
  const wanted = words.filter(Boolean).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  if (!wanted.length) return [text];
  const parts = text.split(new RegExp(`(${wanted.join("|")})`, "i"));
  return parts.map((part, index) => (index % 2 ? el("mark", null, part) : part));
}
