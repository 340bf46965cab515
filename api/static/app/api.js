// The public API under /v1, and what its problems mean to a person.

const SAYS = {
  400: "服务器不接受现在的访问地址，请改用 localhost 或 IP 地址打开本页。",
  404: "没有找到：清单更新后它可能已被收回或改号，请重新搜索。",
  422: "查询条件有误，请改短或换一种说法再试。",
  500: "服务器出错，请稍后重试；若仍出错，请把时间告诉管理员查看日志。",
  503: "图数据库暂时连接不上，请稍后重试，或请管理员检查数据库。",
};

export class Failure extends Error {
  constructor(status, says, detail = "") {
    super(says);
    this.status = status;
    this.detail = detail;
  }
}

// Returns the JSON of GET path; parameters that are empty are left out. Throws Failure, and AbortError when aborted.
export async function ask(path, parameters, signal) {
  const given = Object.entries(parameters).filter(([, value]) => value !== "" && value != null);
  const query = new URLSearchParams(given).toString();
  let response;
  try {
    response = await fetch(query ? `${path}?${query}` : path, { signal });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Failure(0, "连接不到服务器，请检查服务是否在运行，然后重试。");
  }
  const body = await response.json().catch(() => ({}));
  if (!response.ok) {
    throw new Failure(response.status, SAYS[response.status] ?? body.title ?? "出错了，请稍后重试。", body.detail);
  }
  return body;
}

let lists;

// Returns the catalogue of what is loaded, asked for once a page.
export function catalog() {
  lists ??= ask("/v1/catalog", { limit: 5000 }).catch((error) => {
    lists = undefined;
    throw error;
  });
  return lists;
}
