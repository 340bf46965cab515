// A text field that offers what the text may mean: the combobox of the ARIA practices, with a list below it.

import { el } from "./dom.js";
import { t } from "./language.js";

/**
 * @typedef {object} Option
 * @property {string} key What it stands for; unique in its list.
 * @property {import("./dom.js").Child} content
 * @property {boolean} [best] Enter takes it without the arrow keys; only the first option may be.
 */
/**
 * @typedef {object} Combobox
 * @property {HTMLElement} element
 * @property {HTMLInputElement} input
 */

/** Whether a button of the mouse, or a finger, is down: what closes then would move what is being pressed away from under it. */
let pressing = false;
addEventListener("pointerdown", () => (pressing = true), true);
for (const end of ["pointerup", "pointercancel"]) addEventListener(end, () => (pressing = false), true);

const PAUSE_MS = 90; // between two keys of quick typing

/**
 * Returns a field. `offer` gives the options for a text, `usual` those before anything is typed; `choose` takes the one
 * picked, `submit` the text where none was.
 * @param {object} settings
 * @param {string} settings.id
 * @param {string} settings.label
 * @param {string} [settings.placeholder]
 * @param {string} [settings.value]
 * @param {string} [settings.name] under which a form sends it
 * @param {(text: string, signal: AbortSignal) => Promise<Option[]>} settings.offer
 * @param {() => Promise<Option[]>} [settings.usual]
 * @param {(option: Option) => void} settings.choose
 * @param {(text: string) => void} [settings.submit]
 * @returns {Combobox}
 */
export function combobox({ id, label, placeholder, value, name, offer, usual, choose, submit }) {
  const list = el("ul", { id: `${id}-list`, className: "options", role: "listbox", "aria-label": label, hidden: true });
  const input = /** @type {HTMLInputElement} */ (
    el("input", {
      id,
      name,
      placeholder,
      value,
      type: "search",
      maxlength: 100,
      role: "combobox",
      autocomplete: "off",
      spellcheck: "false",
      "aria-label": label,
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-controls": list.id,
      enterkeyhint: "search",
    })
  );
  /** @type {Option[]} */
  let options = [];
  let active = -1;
  let asking = new AbortController();
  /** @type {Promise<void>} */
  let pending = Promise.resolve();

  function close() {
    asking.abort();
    options = [];
    active = -1;
    list.hidden = true;
    list.replaceChildren();
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  /** @param {number} index */
  function activate(index) {
    active = index;
    for (const [place, item] of [...list.children].entries())
      item.setAttribute("aria-selected", String(place === index));
    if (index < 0) input.removeAttribute("aria-activedescendant");
    else {
      input.setAttribute("aria-activedescendant", list.children[index].id);
      list.children[index].scrollIntoView({ block: "nearest" });
    }
  }

  /** @param {Option} option */
  function take(option) {
    close();
    choose(option);
  }

  async function refresh() {
    const text = input.value.trim();
    if (!text) return usual ? show(usual) : close();
    await show((signal) => offer(text, signal), PAUSE_MS);
  }

  /** @param {(signal: AbortSignal) => Promise<Option[]>} get @param {number} [pause] */
  async function show(get, pause = 0) {
    asking.abort();
    asking = new AbortController();
    const { signal } = asking;
    await new Promise((resolve) => setTimeout(resolve, pause));
    if (signal.aborted) return;
    const found = await get(signal).catch(() => []);
    if (signal.aborted) return;
    options = found;
    list.replaceChildren(...found.map(item));
    list.hidden = !found.length;
    input.setAttribute("aria-expanded", String(found.length > 0));
    activate(found[0]?.best ? 0 : -1);
  }

  /** @param {Option} option @param {number} place */
  function item(option, place) {
    // mousedown, because the field's blur would close the list before a click arrives.
    const pick = (/** @type {Event} */ event) => {
      event.preventDefault();
      take(option);
    };
    return el(
      "li",
      { id: `${id}-${place}`, role: "option", "aria-selected": "false", onmousedown: pick },
      option.content,
    );
  }

  async function enter() {
    await pending;
    if (active >= 0 && options[active]) take(options[active]);
    else if (submit || !options.length) {
      const text = input.value.trim();
      close();
      submit?.(text);
    }
  }

  input.addEventListener("input", () => {
    pending = refresh();
  });
  input.addEventListener("blur", () => {
    if (!pressing) return close();
    asking.abort();
    // The click comes after the press ends, and before a timer.
    for (const end of ["pointerup", "pointercancel"]) addEventListener(end, () => setTimeout(() => document.activeElement !== input && close()), { once: true });
  });
  // What stands there is replaced by what is typed. A click would put the caret after the focus did select, so it selects again.
  let fresh = false;
  input.addEventListener("focus", () => {
    fresh = true;
    input.select();
  });
  input.addEventListener("click", () => {
    if (fresh) input.select();
    if (list.hidden) pending = fresh && usual ? show(usual) : refresh();
    fresh = false;
  });
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return; // the Enter that ends an input method's composition chooses nothing
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!options.length) pending = refresh();
      else
        activate(
          (active +
            (event.key === "ArrowDown" ? 1 : -1) +
            options.length +
            (active < 0 && event.key === "ArrowUp" ? 1 : 0)) %
            options.length,
        );
    } else if (event.key === "Enter") {
      event.preventDefault();
      void enter();
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    }
  });
  return { element: el("div", { className: "combo" }, input, list), input };
}

/** Returns the line that stands where a list of options has nothing to offer. */
export function noOption() {
  return el("span", { className: "muted" }, t("没有相符的名称"));
}
