// Loading a document through the page. Its route is not there yet.

import { el } from "./dom.js";
import { t } from "./language.js";
import { empty } from "./parts.js";

/** @type {import("./main.js").View} */
export async function load() {
  return {
    title: t("载入文件"),
    content: [
      el("h1", null, t("载入文件")),
      empty(
        t("请在服务器上运行 "),
        el("code", null, "graphkb check"),
        t(" 核对，再用 "),
        el("code", null, "graphkb load"),
        t(" 载入。"),
      ),
    ],
  };
}
