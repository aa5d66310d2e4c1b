// SPDX-License-Identifier: Apache-2.0

import { access, get } from "./api.js";
import { $, facts, h, link, tell } from "./dom.js";
import { serve } from "./scenario.js";

// Every rule and every built-in scenario, found by the words of an error.

const most = 40;
let library = null;

/** The words as `mock-portal find` reads them: what a pasted error has of letters and figures. */
function words(text) {
  const keys = new Set(["error", "code", "message", "messages", "messagecode", "details", "status"]);
  return text.toLowerCase().split(/[^\p{L}\p{N}_-]+/u).filter((word) => word && !keys.has(word));
}

function holds(text, wanted) { return wanted.every((word) => text.includes(word)); }

function rule(one) {
  return h("details", null,
    h("summary", null, h("strong", null, one.rule), ` ${one.summary}`),
    facts([["What to do", one.advice], ["Evidence", `${one.source} (${one.confidence})`]]),
    one.clients.length ? h("ul", null, one.clients.map((text) => h("li", null, text))) : null);
}

function scenario(one) {
  const source = h("pre", { tabindex: 0 });
  const details = h("details", {
    on: {
      toggle: async () => {
        if (!details.open || source.textContent) return;
        try { source.textContent = (await get(`scenarios/${one.name}`)).text; } catch (error) { tell(error.message, true); }
      },
    },
  }, h("summary", null, h("strong", null, one.name), ` ${one.title}`),
    facts([
      ["Errors", one.errors.join("; ")], ["Releases", one.versions.join(", ")], ["Login", one.login], ["Client", one.client],
      ["Reported", one.url && h("span", null, link(one.url), one.confidence ? ` (${one.confidence})` : "")],
    ]),
    h("p", null, h("button", { type: "button", disabled: access.level !== "full", "aria-label": `Serve ${one.name}`, on: { click: () => serve({ name: one.name }) } }, "Serve it")),
    source);
  return details;
}

function draw() {
  if (!library) return;
  const wanted = words($("search").elements.words.value);
  const plain = wanted.filter((word) => !/^\d+$/.test(word));
  const rules = library.rules.filter((one) => holds(one.text, plain));
  const scenarios = library.scenarios.filter((one) => holds(one.text, wanted));
  $("rules").replaceChildren(...rules.slice(0, most).map(rule));
  $("scenarios").replaceChildren(...scenarios.slice(0, most).map(scenario));
  const rest = rules.length > most || scenarios.length > most ? `; the first ${most} of each are shown` : "";
  $("found").textContent = `${rules.length} rules, ${scenarios.length} scenarios${rest}`;
}

export async function showLibrary() {
  if (library) return;
  $("found").textContent = "Reading…";
  try {
    const [{ rules }, { scenarios }] = await Promise.all([get("rules"), get("scenarios")]);
    const text = (one) => JSON.stringify(one).toLowerCase();
    library = { rules: rules.map((one) => ({ ...one, text: text(one) })), scenarios: scenarios.map((one) => ({ ...one, text: text(one) })) };
    draw();
  } catch (error) { $("found").textContent = error.message; }
}

export function startLibrary() {
  $("search").addEventListener("input", draw);
  $("search").addEventListener("submit", (event) => event.preventDefault());
}
