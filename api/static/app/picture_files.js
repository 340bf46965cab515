// Pictures as files: SVG as it stands on the page, and PNG drawn from it.

import { el } from "./dom.js";
import { save } from "./exports.js";
import { t } from "./language.js";

const SCALE = 2;
const NAMESPACE = "http://www.w3.org/2000/svg";

/**
 * Returns an element of an SVG picture.
 * @param {string} tag
 * @param {Record<string, string | number | null | undefined>} [attributes]
 * @param {...(Node | string | null)} children
 * @returns {SVGElement}
 */
export function svg(tag, attributes = {}, ...children) {
  const element = /** @type {SVGElement} */ (document.createElementNS(NAMESPACE, tag));
  for (const [name, value] of Object.entries(attributes))
    if (value != null) element.setAttribute(name, String(value));
  element.append(.../** @type {(Node | string)[]} */ (children.filter((child) => child != null)));
  return element;
}

/**
 * Returns the text of an SVG file: colours that the page's style names stand in it as they are now.
 * @param {SVGElement} picture
 */
function fileOf(picture) {
  const style = getComputedStyle(document.documentElement);
  const copy = /** @type {SVGElement} */ (picture.cloneNode(true));
  copy.setAttribute("xmlns", NAMESPACE);
  copy.setAttribute("font-family", style.getPropertyValue("--text-face").trim() || "sans-serif");
  const { width, height } = sizeOf(picture);
  copy.prepend(svg("rect", { width, height, fill: "var(--ground)" }));
  return new XMLSerializer()
    .serializeToString(copy)
    .replace(/var\((--[\w-]+)\)/g, (_whole, name) => style.getPropertyValue(name).trim());
}

/** @param {SVGElement} picture */
function sizeOf(picture) {
  return { width: Number(picture.getAttribute("width")), height: Number(picture.getAttribute("height")) };
}

/** @param {SVGElement} picture @returns {Promise<Blob>} */
async function pngOf(picture) {
  const { width, height } = sizeOf(picture);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(fileOf(picture))}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = width * SCALE;
  canvas.height = height * SCALE;
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/png"),
  );
}

/**
 * Returns the buttons that save a picture.
 * @param {() => SVGElement} picture
 * @param {string} file name without ending
 */
export function pictureButtons(picture, file) {
  const svgFile = () => save(new Blob([fileOf(picture())], { type: "image/svg+xml" }), `${file}.svg`);
  const pngFile = async () => save(await pngOf(picture()), `${file}.png`);
  return el(
    "span",
    { className: "exports" },
    el("button", { type: "button", className: "quiet", onclick: svgFile }, t("导出 SVG")),
    el("button", { type: "button", className: "quiet", onclick: pngFile }, t("导出 PNG")),
  );
}
