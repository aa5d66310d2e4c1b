// SPDX-License-Identifier: Apache-2.0

import { access, get, send } from "./api.js";
import { $, copier, copy, h, tell } from "./dom.js";
import { decoded } from "./exchanges.js";

// Who can sign in, with what, and signing in as somebody.

/** The address of a site, under the name by which this page was asked for: cookies belong to a name. */
export function address(site) {
  const port = site.ports && (location.protocol === "https:" ? site.ports.https || site.ports.http : site.ports.http || site.ports.https);
  return `${location.protocol}//${location.hostname}:${port || location.port}/${site.context}`;
}

async function signIn(user, site, page) {
  // The window first: a browser opens none once the answer is there.
  const opened = window.open("about:blank", "_blank");
  try {
    await send("POST", "sign-in", { user, at: site.name });
    if (opened) {
      opened.opener = null;
      opened.location = `${address(site)}/${page}`;
    }
    tell(`This browser is signed in as ${user}.`);
  } catch (error) {
    opened?.close();
    tell(error.message, true);
  }
}

async function newToken(user, site) {
  try {
    const made = await send("POST", "tokens", { ...user, at: site.name });
    await copy(made.token, "the token");
    $("decode").elements.token.value = made.token;
  } catch (error) { tell(error.message, true); }
}

/** A password or a secret, which is asked for when it is copied and not before. */
async function secret(site, find) {
  const whole = await get("deployment?secrets=true");
  return find([...whole.portals, ...whole.servers].find((one) => one.name === site.name && one.context === site.context));
}

function person(site, user, page) {
  const isFull = access.level === "full";
  const state = [user.isDisabled && "disabled", user.isLocked && "locked", user.hasSecondFactor && "second factor"].filter(Boolean);
  return h("tr", null,
    h("th", { scope: "row" }, user.username), h("td", null, user.fullName ?? ""), h("td", null, user.role ?? "site administrator"),
    h("td", null, [user.provider, ...state].filter(Boolean).join(", ")),
    h("td", null, h("span", { class: "row" },
      copier("Name", () => user.username, `name of ${user.username}`),
      isFull ? copier("Password", () => secret(site, (found) => (page ? found.users.find((one) => one.username === user.username) : found.siteAdmin).password), `password of ${user.username}`) : null,
      page ? h("button", { type: "button", disabled: !isFull, "data-sign-in": user.username, "aria-label": `Sign in as ${user.username}`, on: { click: () => signIn(user.username, site, page) } }, "Sign in as") : null,
      h("button", { type: "button", disabled: !isFull, "aria-label": `New token for ${user.username}`, on: { click: () => newToken(page ? { user: user.username } : { siteAdmin: true }, site) } }, "New token"))));
}

function table(title, rows, count) {
  if (rows.length === 0) return null;
  return h("div", null, h("h3", null, title),
    h("table", { class: "wide" },
      h("thead", null, h("tr", null, ["User name", "Name", "Role", "Provider", "To use"].map((text) => h("th", { scope: "col" }, text)))),
      h("tbody", null, rows)),
    count > rows.length ? h("p", { class: "quiet" }, `… and ${count - rows.length} more`) : null);
}

export async function showPeople() {
  try {
    const { portals, servers } = await get("deployment");
    const parts = [
      ...portals.map((portal) => table(`Portal ${portal.name}`, portal.users.map((user) => person(portal, user, "home/")), portal.userCount)),
      ...servers.flatMap((server) => [
        table(`Users of server ${server.name}`, server.portal ? [] : server.users.map((user) => person(server, user, "rest/services")), server.userCount),
        server.siteAdmin && table(`Administrator of server ${server.name}`, [person(server, server.siteAdmin, null)], 1),
      ]),
      ...portals.filter((portal) => portal.apps.length).map((portal) => h("div", null, h("h3", null, `Apps of portal ${portal.name}`),
        h("ul", null, portal.apps.map((app) => h("li", { class: "row" }, app.clientId, " ",
          copier("Id", () => app.clientId, `id of ${app.clientId}`),
          access.level === "full" ? copier("Secret", () => secret(portal, (found) => found.apps.find((one) => one.clientId === app.clientId).clientSecret), `secret of ${app.clientId}`) : null))))),
    ];
    $("people").replaceChildren(...parts.filter(Boolean));
  } catch (error) { $("people").replaceChildren(h("p", { class: "bad" }, error.message)); }
}

export function startPeople() {
  $("decode").addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      $("decoded").replaceChildren(decoded(await send("POST", "tokens/decode", { token: $("decode").elements.token.value.trim() })));
      tell($("decoded").querySelector("p").textContent);
    } catch (error) { tell(error.message, true); }
  });
}
