// SPDX-License-Identifier: Apache-2.0

import { access, get, Refused, send } from "./api.js";
import { $, copy, facts, h, tell } from "./dom.js";

// The scenario that is served, and one's own, which grows from what was seen.

let served = null;

const own = () => $("own");

// MARK: one's own

/** A scenario to begin with: what is served, and steps to come. */
function beginning() {
  if (served?.text && !/^[a-z0-9-]+\/[a-z0-9-]+$/.test(served.name)) return served.text;
  const name = served?.name ?? "start/federated";
  return `{\n  title: "What I saw",\n  extends: ${JSON.stringify(name)},\n  steps: [\n  ],\n}\n`;
}

/** Where the list of steps ends: the place of its bracket, and whether something stands in it; `null`: there is none. */
function endOfSteps(text) {
  let depth = 0;
  let list = null;
  let isEmpty = true;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    if (text.startsWith("//", at)) {
      at = text.indexOf("\n", at);
      if (at < 0) return null;
      continue;
    }
    if (text.startsWith("/*", at)) {
      at = text.indexOf("*/", at) + 1;
      if (at < 1) return null;
      continue;
    }
    if (letter === '"' || letter === "'") {
      const start = at;
      for (at += 1; at < text.length && text[at] !== letter; at += 1) if (text[at] === "\\") at += 1;
      if (list !== null) isEmpty = false;
      if (depth === 1 && text.slice(start + 1, at) === "steps") list ??= begins(text, at + 1, depth);
      continue;
    }
    if (depth === 1 && list === null && text.startsWith("steps", at) && !/[\w$]/.test(text[at - 1] ?? "")) {
      list = begins(text, at + 5, depth);
      at += 4;
      continue;
    }
    if (letter === "{" || letter === "[") {
      if (list !== null && depth > list) isEmpty = false;
      depth += 1;
    } else if (letter === "}" || letter === "]") {
      depth -= 1;
      if (list !== null && depth === list) return { at, isEmpty };
    } else if (list !== null && depth > list && /\S/.test(letter) && letter !== ",") isEmpty = false;
  }
  return null;
}

const begins = (text, at, depth) => (/^\s*:\s*\[/.test(text.slice(at)) ? depth : null);

/** Writes steps at the end of one's own scenario. */
export function addSteps(steps) {
  if (own().value.trim() === "") own().value = beginning();
  const written = steps.map((step) => JSON.stringify(step, null, 2).replace(/^/gm, "    ")).join(",\n");
  const text = own().value;
  const end = endOfSteps(text);
  if (end) {
    const before = text.slice(0, end.at).trimEnd();
    const comma = end.isEmpty || before.endsWith(",") ? "" : ",";
    own().value = `${before}${comma}\n${written},\n  ${text.slice(end.at)}`;
  } else {
    const last = text.lastIndexOf("}");
    const before = text.slice(0, last).trimEnd();
    const comma = /[{,]$/.test(before) ? "" : ",";
    own().value = `${before}${comma}\n  steps: [\n${written},\n  ],\n${text.slice(last)}`;
  }
  keep();
}

function keep() {
  const url = URL.createObjectURL(new Blob([own().value], { type: "application/json5" }));
  if ($("own-download").href.startsWith("blob:")) URL.revokeObjectURL($("own-download").href);
  $("own-download").href = url;
}

// MARK: checking

function report({ title, passed, count, steps }) {
  return h("section", { "aria-label": "Report" },
    h("h4", { class: passed ? "good" : "bad" }, `${title || "The scenario"}: ${passed ? "passed" : "failed"}, ${steps.length} of ${count} steps were run`),
    h("ol", null, steps.map((step) => h("li", { class: step.outcome === "failed" ? "bad" : null },
      `${step.say}: ${step.outcome}`,
      step.differences.length ? facts(step.differences.flatMap(({ what, expected, got }) => [[`${what}, expected`, expected], [`${what}, got`, got]])) : null,
      step.because ? h("p", null, step.because) : null))));
}

function wrong(error) {
  const lines = error instanceof Refused && error.findings.length
    ? error.findings.map(({ line, column, message, suggestion }) => `${line}:${column}: ${message}${suggestion ? `; did you mean ${suggestion}?` : ""}`)
    : [error.message];
  return h("ul", { class: "bad" }, lines.map((text) => h("li", null, text)));
}

async function check(body, query, place, told) {
  place.replaceChildren(h("p", { class: "quiet" }, "Running…"));
  try {
    const made = await send("POST", `check${query}`, body);
    place.replaceChildren(report(made));
    tell(`${told}: ${made.passed ? "passed" : "failed"}`, !made.passed);
  } catch (error) {
    place.replaceChildren(wrong(error));
    tell(`${told}: it cannot be run`, true);
  }
}

// MARK: what is served

function body() { return served.text && !/^[a-z0-9-]+\/[a-z0-9-]+$|\.json5$/.test(served.name) ? served.text : { name: served.name }; }

function steps() {
  if (served.steps.length === 0) return [h("p", { class: "quiet" }, "It has no steps.")];
  const place = h("div");
  const isFull = access.level === "full";
  const run = (query, told) => () => check(body(), query, place, told);
  return [
    h("p", { class: "row" },
      h("button", { type: "button", disabled: !isFull, on: { click: run("", "All steps, elsewhere") } }, "Run all on a deployment of their own"),
      h("button", { type: "button", disabled: !isFull, on: { click: run("?here=true", "All steps, here") } }, "Run all here")),
    h("ol", null, served.steps.map((step, number) => h("li", null,
      `${step.say ?? step.kind} `,
      h("button", { type: "button", disabled: !isFull, "aria-label": `Run the steps up to ${number + 1} here`, on: { click: run(`?here=true&until=${number + 1}`, `Steps up to ${number + 1}, here`) } }, "Run to here")))),
    place,
  ];
}

export async function showScenario() {
  if (access.level !== "full") {
    $("served-title").textContent = "The control token is needed: a scenario holds passwords.";
    return;
  }
  try {
    served = await get("scenario");
    $("served-title").textContent = served.title ? `${served.name}: ${served.title}` : served.name;
    $("served-text").textContent = served.text ?? "It was made in Swift, and has no file.";
    $("served-steps").replaceChildren(...steps());
    if (own().value.trim() === "") {
      own().value = beginning();
      keep();
    }
  } catch (error) { tell(error.message, true); }
}

/** Serves a scenario: a name, or a text. */
export async function serve(scenario, place) {
  try {
    const ready = await send("PUT", "scenario", scenario);
    place?.replaceChildren();
    tell(`Now ${ready.scenario} is served.`);
  } catch (error) {
    place?.replaceChildren(wrong(error));
    tell(error.message, true);
  }
}

export function startScenario() {
  own().addEventListener("input", keep);
  $("own-check").addEventListener("click", () => check(own().value, "", $("own-report"), "Your scenario"));
  $("own-serve").addEventListener("click", async () => {
    await serve(own().value, $("own-report"));
    showScenario();
  });
  $("own-copy").addEventListener("click", () => copy(own().value, "your scenario"));
  $("own-new").addEventListener("click", () => {
    own().value = beginning();
    keep();
  });
  // What is served is asked for once somebody may see it; steps may be added before its view is shown.
  get("scenario").then((file) => { served = file; }, () => {});
}
