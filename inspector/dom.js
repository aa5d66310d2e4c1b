// SPDX-License-Identifier: Apache-2.0

// Elements are made here, and texts are texts: nothing of a deployment is ever read as markup.

const spaces = { svg: "http://www.w3.org/2000/svg" };

function make(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "on") for (const [event, run] of Object.entries(value)) node.addEventListener(event, run);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return node;
}

/** An element with attributes, listeners (`on`) and children. */
export const h = (tag, attributes, ...children) => make(document.createElement(tag), attributes, children);

/** The same in SVG. */
export const s = (tag, attributes, ...children) => make(document.createElementNS(spaces.svg, tag), attributes, children);

export const $ = (id) => document.getElementById(id);

/** Facts beside their names; what is missing is left out. */
export function facts(pairs) {
  const rows = pairs.filter(([, value]) => value !== null && value !== undefined && value !== "");
  return h("dl", null, rows.flatMap(([name, value]) => [h("dt", null, name), h("dd", null, value)]));
}

/** Tells a person what happened: in the line that screen readers read out. */
export function tell(text, isBad = false) {
  const line = $("told");
  line.classList.toggle("bad", isBad);
  line.textContent = text;
}

/** A button that copies a text. */
export function copier(label, text, about) {
  return h("button", { type: "button", "aria-label": about ?? null, on: { click: async () => {
    try { await copy(await text(), about ?? label); } catch (error) { tell(error.message, true); }
  } } }, label);
}

export async function copy(text, what) {
  try {
    await navigator.clipboard.writeText(text);
    tell(`Copied: ${what}`);
  } catch {
    // Without a secure origin there is no clipboard: the text is shown to be copied by hand.
    const area = h("textarea", { rows: 4, readonly: true, "aria-label": what }, text);
    const dialog = h("dialog", { "aria-label": what }, h("form", { method: "dialog" }, area, h("button", null, "Close")));
    dialog.addEventListener("close", () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
    area.select();
  }
}

/** A link, if it leads to the web; else the text. */
export function link(url, text) {
  return /^https?:\/\//.test(url) ? h("a", { href: url, rel: "noreferrer" }, text ?? url) : text ?? url;
}

/** A duration in words: 3 minutes. */
export function words(milliseconds) {
  const seconds = Math.floor(milliseconds / 1000);
  for (const [unit, length] of [["day", 86400], ["hour", 3600], ["minute", 60]]) {
    if (seconds >= 2 * length) return `${Math.floor(seconds / length)} ${unit}s`;
  }
  if (seconds >= 60) return "1 minute";
  return seconds === 1 ? "1 second" : `${seconds} seconds`;
}
