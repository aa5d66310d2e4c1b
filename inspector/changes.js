// SPDX-License-Identifier: Apache-2.0

import { access, get, send } from "./api.js";
import { isFrozen, showClock, time, now } from "./clock.js";
import { $, h, tell } from "./dom.js";

// The clock, events and faults, as forms.

async function move(body) {
  try {
    showClock(await send("POST", "clock", body));
    tell(`It is ${time(now())} now${isFrozen() ? ", and the clock stands" : ""}.`);
  } catch (error) { tell(error.message, true); }
}

// MARK: events

/** The keys that an event takes, by its name; of an event of a later version, all. */
const keys = [
  [/-field$/, ["server", "service", "layer", "field", "to"]], [/-source$/, ["server", "service", "layer"]],
  [/service$/, ["server", "service", "access"]], [/^change-password$/, ["user", "password"]],
  [/^change-role$/, ["user", "role"]], [/^change-user-type$/, ["user", "userType"]],
  [/group$/, ["portal", "group", "user"]], [/user$/, ["user", "portal", "server"]], [/^expire-password$/, ["user"]],
  [/organization$/, ["portal"]], [/^change-license$/, ["server", "license"]], [/-site$/, ["portal", "server"]],
  [/^rollover/, []], [/^revoke-tokens$/, ["user", "portal", "server"]], [/^(un)?federate$/, ["server", "portal"]],
  [/^(restart-server|rotate-shared-key)$/, ["server"]],
];

let schema = null;

/** What can be chosen instead of typed. */
function choices(picture) {
  const names = (list, name) => list.map((one) => one[name]);
  return {
    server: names(picture.servers, "name"), portal: names(picture.portals, "name"),
    user: [...picture.portals, ...picture.servers].flatMap((site) => names(site.users, "username")),
    service: picture.servers.flatMap((server) => names(server.services, "name")),
    group: picture.portals.flatMap((portal) => names(portal.groups, "id")),
  };
}

function eventForm(picture) {
  const all = schema.properties;
  const known = choices(picture);
  const select = h("select", { name: "event", on: { change: fields } }, all.event.enum.map((name) => h("option", null, name)));
  const place = h("span", { class: "row" });
  function fields() {
    const wanted = keys.find(([pattern]) => pattern.test(select.value))?.[1] ?? Object.keys(all).filter((key) => key !== "event");
    place.replaceChildren(...wanted.filter((key) => all[key]).map((key) => {
      const words = known[key] ?? all[key].enum ?? (key === "access" ? ["public", "org", "private"] : null);
      const input = words
        ? h("select", { name: key }, h("option", { value: "" }, "(not named)"), [...new Set(words)].map((word) => h("option", null, word)))
        : h("input", { name: key, autocomplete: "off" });
      return h("label", { title: all[key].description }, key, " ", input);
    }));
  }
  fields();
  const isFull = access.level === "full";
  $("event").replaceChildren(h("label", null, "Event ", select), place, h("button", { disabled: !isFull }, "Let it happen"));
}

async function happen(event) {
  event.preventDefault();
  const body = {};
  for (const [name, value] of new FormData($("event"))) {
    if (value !== "") body[name] = schema.properties[name]?.type === "integer" ? Number(value) : value;
  }
  try {
    await send("POST", "events", body);
    tell(`Done: ${body.event}`);
  } catch (error) { tell(error.message, true); }
}

// MARK: faults

/** The effects of a fault, with an example of each value. */
const effects = {
  delay: ['"PT2S"', "an ISO 8601 duration"], stall: ['"head"', "accept, handshake, head, body or end"],
  reset: ['"body"', "accept, handshake, head, body or end"],
  error: ['{ "code": 500, "message": "Unable to complete operation.", "details": [] }', "an error in the door's envelope"],
  answer: ['{ "status": 503, "body": "Service Unavailable" }', "a whole answer"],
  truncate: ['{ "afterBytes": 20 }', "where the body ends"], dribble: ['{ "bytesPerSecond": 20 }', "how fast it comes"],
  contentLength: ['"+10"', "by how much the length is wrong"],
};

async function setFault(event) {
  event.preventDefault();
  const data = Object.fromEntries(new FormData($("fault")));
  const when = {};
  for (const name of ["path", "method", "user"]) if (data[name]) when[name] = data[name];
  if (data.times) when.times = Number(data.times);
  try {
    const { ids } = await send("POST", "faults", { when, then: { [data.effect]: JSON.parse(data.value) } });
    tell(`The fault ${ids.join(", ")} is set.`);
    await listFaults();
  } catch (error) { tell(error instanceof SyntaxError ? `The value is no JSON: ${error.message}` : error.message, true); }
}

async function listFaults() {
  const { faults } = await get("faults");
  $("faults").replaceChildren(...faults.map((fault) => h("li", null,
    h("strong", null, fault.id), " ", h("code", null, `${JSON.stringify(fault.when)} ${JSON.stringify(fault.then)}`),
    ` struck ${fault.strikes} of ${fault.matches} `,
    h("button", {
      type: "button", "aria-label": `Remove the fault ${fault.id}`, on: {
        click: async () => {
          await send("DELETE", `faults/${encodeURIComponent(fault.id)}`).catch((error) => tell(error.message, true));
          await listFaults();
        },
      },
    }, "Remove"))));
}

export async function showChanges() {
  if (access.level !== "full") return;
  try {
    schema ??= (await get("openapi.json")).components.schemas.Event;
    eventForm(await get("deployment"));
    await listFaults();
  } catch (error) { tell(error.message, true); }
}

export function startChanges() {
  for (const button of document.querySelectorAll("[data-advance]")) {
    button.addEventListener("click", () => move({ advance: button.dataset.advance }));
  }
  $("freeze").addEventListener("click", () => move({ freeze: !isFrozen() }));
  $("advance").addEventListener("submit", (event) => {
    event.preventDefault();
    move({ advance: event.target.elements.by.value.trim() });
  });
  $("set-clock").addEventListener("submit", (event) => {
    event.preventDefault();
    move({ set: event.target.elements.to.value.trim() });
  });
  $("event").addEventListener("submit", happen);
  const form = $("fault").elements;
  form.effect.append(...Object.keys(effects).map((name) => h("option", null, name)));
  const example = () => {
    form.value.value = effects[form.effect.value][0];
    form.value.title = effects[form.effect.value][1];
  };
  form.effect.addEventListener("change", example);
  example();
  $("fault").addEventListener("submit", setFault);
  $("reset").addEventListener("click", async () => {
    try {
      await send("POST", "reset");
      tell("The scenario begins anew.");
    } catch (error) { tell(error.message, true); }
  });
}
