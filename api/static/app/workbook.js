// A table as an Excel workbook: what is on the screen, with a sheet that says what it is.
//
// Formats: ECMA-376 (SpreadsheetML, the least that Excel and WPS open) in a ZIP without compression (PKWARE APPNOTE 6.3.10).

/** @typedef {string | number | null | undefined} Cell */
/** @typedef {{name: string, rows: Cell[][], head?: boolean}} Sheet `head`: the first row is one, and stays in view */

const MOST_CHARACTERS = 32767; // of a cell, "Excel specifications and limits" (Microsoft)
const CUT = "……（单元格放不下，其余见 CSV）";
const WIDEST = 60;
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";
/** Two looks of a cell: wrapped text, and a heading. */
const STYLES = `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/></font><font><b/><sz val="11"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFDDE7F3"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf fontId="1" fillId="2" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

/**
 * Returns the workbook as a file.
 * @param {Sheet[]} sheets
 */
export function workbook(sheets) {
  const numbered = sheets.map((sheet, place) => ({ ...sheet, id: place + 1 }));
  const types = numbered.map(({ id }) => part(`/xl/worksheets/sheet${id}.xml`, `${TYPE}.worksheet+xml`)).join("");
  const files = {
    "[Content_Types].xml": `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part("/xl/workbook.xml", `${TYPE}.sheet.main+xml`)}${part("/xl/styles.xml", `${TYPE}.styles+xml`)}${types}</Types>`,
    "_rels/.rels": relations([["officeDocument", "xl/workbook.xml"]]),
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${numbered
      .map(({ id, name }) => `<sheet name="${safe(sheetName(name))}" sheetId="${id}" r:id="r${id}"/>`)
      .join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relations([
      ...numbered.map(({ id }) => /** @type {[string, string]} */ (["worksheet", `worksheets/sheet${id}.xml`])),
      ["styles", "styles.xml"],
    ]),
    "xl/styles.xml": STYLES,
    ...Object.fromEntries(numbered.map((sheet) => [`xl/worksheets/sheet${sheet.id}.xml`, sheetXml(sheet)])),
  };
  const encoder = new TextEncoder();
  return zip(Object.entries(files).map(([name, xml]) => [name, encoder.encode(XML + xml)]));
}

/** @param {string} name @param {string} type */
function part(name, type) {
  return `<Override PartName="${name}" ContentType="${type}"/>`;
}

/** @param {[string, string][]} targets kind and path; their ids are r1, r2, … */
function relations(targets) {
  const one = (/** @type {[string, string]} */ [kind, target], /** @type {number} */ place) =>
    `<Relationship Id="r${place + 1}" Type="${OFFICE}/${kind}" Target="${target}"/>`;
  return `<Relationships xmlns="${PACKAGE}/relationships">${targets.map(one).join("")}</Relationships>`;
}

/** @param {Sheet} sheet */
function sheetXml({ rows, head }) {
  const columns = Math.max(1, ...rows.slice(0, 1).map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) => {
    const lines = rows.slice(0, 200).flatMap((row) => String(row[column] ?? "").split("\n"));
    const width = Math.min(WIDEST, Math.max(...lines.map(widthOf)) + 3);
    return `<col min="${column + 1}" max="${column + 1}" width="${width}" customWidth="1"/>`;
  });
  const view = head
    ? '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews>'
    : "";
  const filter = head ? `<autoFilter ref="A1:${letters(columns)}${rows.length}"/>` : "";
  const body = rows.map((row, place) => {
    const style = head && place === 0 ? 1 : 0;
    return `<row r="${place + 1}">${row.map((cell, column) => cellXml(cell, `${letters(column + 1)}${place + 1}`, style)).join("")}</row>`;
  });
  return `<worksheet xmlns="${MAIN}">${view}<cols>${widths.join("")}</cols><sheetData>${body.join("")}</sheetData>${filter}</worksheet>`;
}

/** @param {Cell} cell @param {string} place @param {number} style */
function cellXml(cell, place, style) {
  if (cell == null || cell === "") return "";
  if (typeof cell === "number") return `<c r="${place}" s="${style}"><v>${cell}</v></c>`;
  const text = cell.length > MOST_CHARACTERS ? cell.slice(0, MOST_CHARACTERS - CUT.length) + CUT : cell;
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${safe(text)}</t></is></c>`;
}

/** @param {string} text what XML has no way to write becomes U+FFFD */
function safe(text) {
  return text
    .replace(/[^\t\n\r\u0020-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** @param {string} name as a sheet may have it: 31 characters, none of []:*?/\ */
function sheetName(name) {
  return name.replace(/[[\]:*?/\\]/g, " ").slice(0, 31);
}

/** @param {string} text in characters of the usual size: a Chinese one counts as two */
function widthOf(text) {
  return [...text.slice(0, WIDEST)].reduce((sum, one) => sum + (one > "\u2e7f" ? 2 : 1), 0);
}

/** @param {number} column from 1 @returns {string} A, B, …, Z, AA, … */
function letters(column) {
  const rest = Math.floor((column - 1) / 26);
  return (rest ? letters(rest) : "") + String.fromCharCode(65 + ((column - 1) % 26));
}

/**
 * Returns files as a ZIP, each stored as it is.
 * @param {[string, Uint8Array][]} files
 */
function zip(files) {
  /** @type {BlobPart[]} */
  const parts = [];
  /** @type {BlobPart[]} */
  const directory = [];
  let offset = 0;
  let listed = 0;
  for (const [path, bytes] of files) {
    const name = new TextEncoder().encode(path);
    // Version 2.0, names in UTF-8 (bit 11), stored; 1 January 1980, for the date is told on the first sheet.
    const about = [20, 0x0800, 0, 0, 0x21, [crc32(bytes)], [bytes.length], [bytes.length], name.length, 0];
    const local = packed([[0x04034b50], ...about]);
    const central = packed([[0x02014b50], 20, ...about, 0, 0, 0, [0], [offset]]);
    parts.push(local, name, bytes);
    directory.push(central, name);
    offset += local.length + name.length + bytes.length;
    listed += central.length + name.length;
  }
  const end = packed([[0x06054b50], 0, 0, files.length, files.length, [listed], [offset], 0]);
  return new Blob([...parts, ...directory, end], { type: `${TYPE}.sheet` });
}

/** @param {(number | number[])[]} fields little-endian: two bytes each, four where it stands in a list */
function packed(fields) {
  const bytes = fields.flatMap((field) => {
    const [value, size] = typeof field === "number" ? [field, 2] : [field[0], 4];
    return Array.from({ length: size }, (_, place) => (value >>> (8 * place)) & 255);
  });
  return new Uint8Array(bytes);
}

const REMAINDERS = Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit++) remainder = remainder & 1 ? (remainder >>> 1) ^ 0xedb88320 : remainder >>> 1;
  return remainder;
});

/** @param {Uint8Array} bytes */
function crc32(bytes) {
  let remainder = 0xffffffff;
  for (const byte of bytes) remainder = (remainder >>> 8) ^ REMAINDERS[(remainder ^ byte) & 255];
  return (remainder ^ 0xffffffff) >>> 0;
}
