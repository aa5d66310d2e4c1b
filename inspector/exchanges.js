// SPDX-License-Identifier: Apache-2.0

import { access, get, send } from "./api.js";
import { time } from "./clock.js";
import { $, copier, facts, h, link, tell } from "./dom.js";
import { addSteps } from "./scenario.js";

// The list of exchanges, newest first, and the one that is chosen.

const limit = 2000;
const known = new Map();
let chosen = null;
let waiting = [];

const form = () => $("filter").elements;

function fits(entry) {
  if (entry.kind) return !Object.values(filter()).some(Boolean);
  const { path, door, user, rule, refused } = filter();
  if (path && !(entry.target ?? "").toLowerCase().includes(path)) return false;
  if (door && entry.door !== door) return false;
  if (user && !(entry.user ?? "").toLowerCase().includes(user)) return false;
  if (rule && !entry.rules.some((id) => id.includes(rule))) return false;
  return !refused || entry.rules.length > 0;
}

function filter() {
  const text = (name) => form()[name].value.trim().toLowerCase();
  return { path: text("path"), door: form().door.value, user: text("user"), rule: text("rule"), refused: form().refused.checked };
}

/** What a person says of an answer: its status, and the code in its body, which says more. */
function answer(entry) {
  if (entry.unreadable) return entry.unreadable;
  if (entry.status === null) return "…";
  return entry.error ? `${entry.status}, error ${entry.error}` : `${entry.status}`;
}

function row(entry) {
  if (entry.kind) {
    return h("tr", { class: "edit" }, h("td", null, entry.id), h("td", null, clockTime(entry.at)),
      h("td", { colspan: 3 }, `${entry.kind}: ${entry.text}`));
  }
  const what = entry.method ? `${entry.method} ${entry.target}` : "(no request)";
  return h("tr", { "data-id": entry.id, class: [entry.rules.length ? "refused" : "", entry.id === chosen ? "chosen" : "", "new"].join(" ").trim() },
    h("td", null, entry.id), h("td", null, clockTime(entry.at)),
    h("td", null, h("a", { href: `#exchanges/${entry.id}`, "aria-current": entry.id === chosen ? "true" : null }, what)),
    h("td", null, entry.user ?? ""),
    h("td", null, answer(entry), entry.rules.length ? h("span", { class: "rule" }, entry.rules.join(", ")) : null));
}

function clockTime(milliseconds) { return new Date(milliseconds).toISOString().slice(11, 19); }

function draw() {
  const shown = [...known.values()].filter(fits).sort((a, b) => b.id - a.id);
  $("rows").replaceChildren(...shown.map(row));
  count(shown.length);
}

function count(shown) {
  const all = [...known.values()].filter((entry) => !entry.kind).length;
  $("counts").textContent = all === 0
    ? "Nothing has come yet. Send a request to the portal or a server."
    : `${all} ${all === 1 ? "exchange" : "exchanges"}${shown < known.size ? `, ${shown} shown` : ""}`;
}

/** How long the page rests before it draws again, in milliseconds: much came, and somebody wants to use it meanwhile. */
let rest = 0;

/** Adds what came since the last frame: a row each, without drawing the others anew. */
function flush() {
  const began = performance.now();
  const news = waiting;
  waiting = [];
  let isWhole = false;
  for (const entry of news) {
    if (known.has(entry.id)) isWhole = true;
    known.set(entry.id, entry);
  }
  while (known.size > limit) {
    known.delete(known.keys().next().value);
    isWhole = true;
  }
  if (isWhole || news.length > 50) draw();
  else {
    for (const entry of news) if (fits(entry)) $("rows").prepend(row(entry));
    count($("rows").children.length);
  }
  const refused = news.filter((entry) => entry.rules?.length);
  if (refused.length === 1) tell(`Refused: ${refused[0].method} ${(refused[0].target ?? "").split("?")[0]} by ${refused[0].rules[0]}`);
  else if (refused.length) tell(`${refused.length} requests were refused.`);
  for (const entry of news) {
    if (entry.door && ![...form().door.options].some((option) => option.value === entry.door)) {
      form().door.append(h("option", null, entry.door));
    }
  }
  const took = performance.now() - began;
  rest = took > 15 ? Math.min(1000, took * 3) : 0;
}

export function hearExchange(entry) {
  if (waiting.length === 0) {
    if (rest || document.hidden) setTimeout(flush, rest || 500);
    else requestAnimationFrame(flush);
  }
  waiting.push(entry);
  // A window that is not seen draws nothing, and keeps no more than it would show.
  if (waiting.length > 2 * limit) waiting = waiting.slice(-limit);
}

export function hearEdit(entry) {
  hearExchange(entry);
  // The clock was moved: what the tokens of the exchange are now is another matter.
  if (chosen !== null && entry.kind !== "scenario") setTimeout(() => show(chosen), 0);
}

export function clearExchanges() {
  known.clear();
  waiting = waiting.filter((entry) => entry.kind);
  chosen = null;
  $("detail").replaceChildren(h("p", { class: "quiet" }, "Choose an exchange to see why it was answered so."));
  draw();
}

/** Chooses an exchange, and shows all about it. */
export async function choose(id) {
  chosen = id;
  for (const other of $("rows").querySelectorAll("tr[data-id]")) {
    const isChosen = Number(other.dataset.id) === id;
    other.classList.toggle("chosen", isChosen);
    const anchor = other.querySelector("a");
    if (isChosen) anchor.setAttribute("aria-current", "true");
    else anchor.removeAttribute("aria-current");
  }
  await show(id);
  if (chosen === id) $("detail").focus({ preventScroll: false });
}

let withSecrets = false;

async function show(id) {
  try {
    const whole = await get(`exchanges/${id}${withSecrets ? "?secrets=true" : ""}`);
    if (chosen === id) $("detail").replaceChildren(...detail(whole));
  } catch (error) {
    if (chosen === id) $("detail").replaceChildren(h("p", { class: "bad" }, error.message));
  }
}

/** Adds the steps that show an exchange. They hold what it needs, passwords too, and are asked for now. */
async function add(id) {
  try {
    const { steps } = await get(`exchanges/${id}?secrets=true`);
    addSteps(steps);
    tell(`${steps.length === 1 ? "A step was" : `${steps.length} steps were`} added to your scenario.`);
  } catch (error) { tell(error.message, true); }
}

function detail({ exchange, rules, tokens, curl, har }) {
  const target = exchange.method ? `${exchange.method} ${exchange.target}` : `No request: ${exchange.unreadable}`;
  const isFull = access.level === "full";
  const secrets = h("label", { class: "check" },
    h("input", { type: "checkbox", checked: withSecrets, disabled: !isFull, on: { change: (event) => { withSecrets = event.target.checked; show(exchange.id); } } }),
    "Show passwords and tokens");
  return [
    h("h3", null, `${exchange.id}. ${target}`),
    facts([
      ["Time", time(exchange.at)], ["Door", exchange.door ?? "none"], ["User", exchange.user ?? "nobody"],
      ["TLS", exchange.tls ?? "none"], ["Took", `${(exchange.micros / 1000).toFixed(1)} ms`], ["Fault", exchange.fault],
    ]),
    ...(rules.length ? rules.map(explained) : [h("p", { class: "good" }, exchange.response ? "No rule refused it." : "It has no answer.")]),
    ...tokens.map(decoded),
    h("div", { class: "row" },
      curl === null ? null : copier("Copy as curl", () => curl, "the request as curl"),
      copier("Copy as HAR", () => JSON.stringify(har, null, 1), "the exchange as HAR"),
      h("button", { type: "button", id: "add-step", disabled: !isFull || !exchange.method, on: { click: () => add(exchange.id) } }, "Add to scenario"),
      secrets),
    h("h4", null, "Request"), message(exchange),
    h("h4", null, "Answer"),
    exchange.response ? message(exchange.response, `${exchange.response.status}`) : h("p", null, "None was sent."),
  ];
}

function explained(rule) {
  return h("section", { class: "card refusal", "aria-label": `Rule ${rule.rule}` },
    h("h4", null, rule.rule), h("p", null, rule.summary),
    facts([
      ...Object.entries(rule.facts), ["Would pass", rule.wouldPass], ["What to do", rule.advice],
      ["Evidence", h("span", null, source(rule.source), ` (${rule.confidence})`)],
    ]),
    rule.clients.length
      ? h("details", null, h("summary", null, "What clients make of it"), h("ul", null, rule.clients.map((text) => h("li", null, text))))
      : null);
}

function source(text) { return /^https?:\/\//.test(text) ? link(text) : text; }

/** What a token says. */
export function decoded(token) {
  return h("section", { class: `card token ${token.state === "good" ? "" : "refusal"}`, "aria-label": "Token" },
    h("h4", null, `Token ${token.token}`),
    h("p", { class: token.state === "good" ? "good" : "bad" }, token.told),
    facts([
      ["Found in", token.place], ["Whose", token.user], ["Kind", token.kind],
      ["Issued by", token.issuer && `${token.issuer.kind} ${token.issuer.name}`],
      ["By the door", token.door && h("span", null, `${token.door}, `, h("a", { href: `#exchanges/${token.exchange}` }, `exchange ${token.exchange}`))],
      ["Bound to", token.boundTo ? `${token.boundTo} (${token.binding})` : token.binding && "nothing"],
      ["Issued", token.issued && time(token.issued)], ["Until", token.expires && time(token.expires)],
    ]));
}

function message(part, first) {
  const headers = part.headers.map(([name, value]) => `${name}: ${value}`).join("\n");
  const body = part.bodyBase64 === undefined ? part.body : `(no text: ${part.bodyBase64.length} letters of Base64)`;
  return h("pre", { tabindex: 0 }, [first, headers, "", pretty(body)].filter((text) => text !== undefined && text !== null).join("\n").trim());
}

/** JSON with line ends, as long as it is JSON. */
function pretty(body) {
  if (!body || body.length > 200000 || !/^\s*[{[]/.test(body)) return body;
  try { return JSON.stringify(JSON.parse(body), null, 1); } catch { return body; }
}

export function startExchanges() {
  $("filter").addEventListener("input", draw);
  $("filter").addEventListener("submit", (event) => event.preventDefault());
  $("filter").addEventListener("reset", () => setTimeout(draw, 0));
  $("clear").addEventListener("click", () => send("DELETE", "requests").catch((error) => tell(error.message, true)));
  // Along the list by the arrows, as in other lists.
  $("rows").addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const all = [...$("rows").querySelectorAll("a")];
    const next = all[all.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1)];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
}
