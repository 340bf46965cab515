// Making elements. Text always goes in as text: nothing here, or anywhere on the page, parses markup.

// Returns an element; properties named data-… , aria-… and the like are attributes. Children: nodes, texts, arrays, null.
export function el(tag, properties, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties ?? {})) {
    if (value != null) element.setAttribute(name === "className" ? "class" : name, value);
  }
  element.append(...children.flat(Infinity).filter((child) => child != null && child !== ""));
  return element;
}

// Returns the address of a view; its path parts and parameters are escaped, empty parameters left out.
export function address(parts, parameters = {}) {
  const given = Object.entries(parameters).filter(([, value]) => value !== "" && value != null);
  const query = new URLSearchParams(given).toString();
  return `#/${parts.map(encodeURIComponent).join("/")}${query ? `?${query}` : ""}`;
}

export function link(href, ...children) {
  return el("a", { href }, ...children);
}

// Returns the text with every occurrence of the words marked.
export function marked(text, words) {
  const wanted = words.filter(Boolean).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  if (!wanted.length) return [text];
  const parts = text.split(new RegExp(`(${wanted.join("|")})`, "i"));
  return parts.map((part, index) => (index % 2 ? el("mark", null, part) : part));
}

// Returns a table. A column: title, cell (row → children), className; the column `main` is a card's heading on phones.
export function table(columns, rows) {
  const head = columns.map(({ title, className }) => el("th", { scope: "col", className }, title));
  const body = rows.map((row) =>
    el("tr", null, columns.map(({ title, className, cell }) => el("td", { className, "data-label": title }, cell(row)))),
  );
  return el("table", null, el("thead", null, el("tr", null, head)), el("tbody", null, body));
}
