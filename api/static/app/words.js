// The English of the page's texts. A test holds that every Chinese text of the page's code has its line.

/** @type {Record<string, string>} */
export const ENGLISH = {};
