// SPDX-License-Identifier: Apache-2.0

import { get } from "./api.js";
import { $, h, s, tell } from "./dom.js";
import { address } from "./people.js";

// The deployment as a picture: portals on the left, servers on the right, federation between them, and who may see what.

const width = 330;
const line = 22;
const shown = 12;

/** Who may see it, as a sign and in words. */
function sharing(access) {
  if (access === "public") return ["○", "everyone"];
  if (access === "org") return ["◐", "the organization"];
  if (access === "private") return ["●", "its owner"];
  return ["◑", `the groups ${access.groups.join(", ")}`];
}

function lines(title, entries, count) {
  const rest = count > Math.min(entries.length, shown) ? [{ text: `… and ${count - Math.min(entries.length, shown)} more`, isQuiet: true }] : [];
  return [{ text: title, isQuiet: true }, ...entries.slice(0, shown), ...rest];
}

function cut(text, most = 40) { return text.length > most ? `${text.slice(0, most - 1)}…` : text; }

/** A box with a heading and lines. */
function box(x, y, title, subtitle, rows, places) {
  const height = 56 + rows.length * line;
  const group = s("g", { transform: `translate(${x} ${y})` },
    s("rect", { class: "box", width, height, rx: 4 }),
    s("text", { x: 12, y: 22, "font-weight": 600 }, cut(title)), s("text", { x: 12, y: 40, class: "small" }, cut(subtitle, 46)));
  rows.forEach((row, number) => {
    const top = 60 + number * line;
    const text = s("text", { x: row.isQuiet ? 12 : 20, y: top, class: row.isQuiet ? "small" : null }, cut(row.text));
    if (row.about) text.append(s("title", null, row.about));
    group.append(text);
    if (row.id) places.set(row.id, { x: x, y: y + top - 5 });
  });
  return { group, height };
}

function draw({ portals, servers }) {
  const [left, right] = [10, 10 + width + 190];
  const [items, services] = [new Map(), new Map()];
  const boxes = [];
  const [portalPlaces, serverPlaces] = [new Map(), new Map()];
  let [low, lowRight] = [10, 10];
  for (const portal of portals) {
    const rows = [
      ...lines("Users", portal.users.map((user) => ({ text: `${user.username}, ${user.role}${user.isDisabled ? ", disabled" : ""}` })), portal.userCount),
      ...(portal.groups.length ? lines("Groups", portal.groups.map((group) => ({ text: `${group.title} (${group.members.length})` })), portal.groups.length) : []),
      ...lines("Items", portal.items.map((item) => {
        const [sign, words] = sharing(item.access);
        return { text: `${sign} ${item.title}, ${item.type}`, about: `Shared with ${words}`, id: item.id };
      }), portal.itemCount),
    ];
    const { group, height } = box(left, low, `Portal ${portal.name}`, `${portal.version}, /${portal.context}${portal.state === "started" ? "" : `, ${portal.state}`}`, rows, items);
    boxes.push(group);
    portalPlaces.set(portal.name, low);
    low += height + 30;
  }
  for (const server of servers) {
    const rows = [
      ...(server.portal || server.users.length === 0 ? [] : lines("Users", server.users.map((user) => ({ text: `${user.username}, ${user.role}` })), server.userCount)),
      ...lines("Services", server.services.map((service) => {
        const [sign, words] = sharing(service.access);
        const state = service.state === "started" ? "" : `, ${service.state}`;
        return { text: `${sign} ${service.name} (${service.types.join(", ")})${state}`, about: `Shared with ${words}`, id: `${server.name}/${service.name}` };
      }), server.serviceCount),
    ];
    const kind = server.portal ? (server.isHosting ? "hosting, " : "federated, ") : "stands alone, ";
    const { group, height } = box(right, lowRight, `Server ${server.name}`, `${kind}${server.version}, /${server.context}${server.isSecured ? "" : ", not secured"}`, rows, services);
    boxes.push(group);
    serverPlaces.set(server.name, lowRight);
    lowRight += height + 30;
  }
  const arrows = servers.filter((server) => server.portal).flatMap((server) => {
    const [from, to] = [portalPlaces.get(server.portal) + 20, serverPlaces.get(server.name) + 20];
    const [a, b] = [left + width, right - 9];
    const middle = (a + b) / 2;
    return [
      s("path", { class: `arrow${server.hasStaleKey ? " broken" : ""}`, d: `M${a} ${from} C${middle} ${from} ${middle} ${to} ${b} ${to}` }),
      s("path", { class: "head", d: `M${b + 9} ${to} l-10 -5 v10 z` }),
      s("text", { class: "small", x: middle, y: (from + to) / 2 - 6, "text-anchor": "middle" }, server.hasStaleKey ? "federated, stale key" : "federated"),
    ];
  });
  // From each item to the service behind it.
  const shares = servers.flatMap((server) => server.services.flatMap((service) => service.items.map((id) => {
    const [item, place] = [items.get(id), services.get(`${server.name}/${service.name}`)];
    if (!item || !place) return null;
    const [a, b] = [left + width, right];
    return s("path", { class: "share", d: `M${a} ${item.y} C${a + 80} ${item.y} ${b - 80} ${place.y} ${b} ${place.y}` });
  }))).filter(Boolean);
  const height = Math.max(low, lowRight);
  const total = servers.length ? right + width + 10 : left + width + 10;
  const about = `${portals.length} portals, ${servers.length} servers: ${servers.map((server) => `${server.name} ${server.portal ? `is federated with ${server.portal}` : "stands alone"}`).join("; ")}. The tables below say the same.`;
  return s("svg", { viewBox: `0 0 ${total} ${height}`, width: total, height, role: "img", "aria-label": about }, ...shares, ...arrows, ...boxes);
}

function table(title, heads, rows, count) {
  if (rows.length === 0) return null;
  return h("div", null, h("h3", null, title),
    h("table", { class: "wide" }, h("thead", null, h("tr", null, heads.map((text) => h("th", { scope: "col" }, text)))),
      h("tbody", null, rows.map(([first, ...others]) => h("tr", null, h("th", { scope: "row" }, first), others.map((cell) => h("td", null, cell)))))),
    count > rows.length ? h("p", { class: "quiet" }, `… and ${count - rows.length} more`) : null);
}

export async function showDeployment() {
  try {
    const picture = await get("deployment");
    $("picture").replaceChildren(draw(picture));
    const parts = [
      h("p", { class: "quiet" }, "○ everyone  ◐ the organization  ◑ groups  ● the owner"),
      ...picture.portals.map((portal) => table(`Items of portal ${portal.name}`, ["Title", "Type", "Owner", "Shared with"],
        portal.items.map((item) => [h("a", { href: `${address(portal)}/home/item.html?id=${encodeURIComponent(item.id)}` }, item.title), item.type, item.owner ?? "", sharing(item.access)[1]]), portal.itemCount)),
      ...picture.servers.map((server) => table(`Services of server ${server.name}`, ["Name", "Types", "State", "Shared with"],
        server.services.map((service) => [
          h("a", { href: `${address(server)}/rest/services/${service.name.split("/").map(encodeURIComponent).join("/")}/${encodeURIComponent(service.types[0] ?? "")}` }, service.name),
          service.types.join(", "), service.state, sharing(service.access)[1]]), server.serviceCount)),
      h("h3", null, "Pages"),
      h("ul", null,
        picture.portals.flatMap((portal) => [["Home", "home/"], ["Sharing API", "sharing/rest"], ["Administrator directory", "portaladmin"]].map(([name, path]) =>
          h("li", null, h("a", { href: `${address(portal)}/${path}` }, `${name} of portal ${portal.name}`)))),
        picture.servers.flatMap((server) => [["Services directory", "rest/services"], ["Administrator directory", "admin/"], ["Manager", "manager"]].map(([name, path]) =>
          h("li", null, h("a", { href: `${address(server)}/${path}` }, `${name} of server ${server.name}`))))),
    ];
    $("parts").replaceChildren(...parts.filter(Boolean));
  } catch (error) { $("parts").replaceChildren(h("p", { class: "bad" }, error.message)); }
}

export function startDeployment() {
  $("redraw").addEventListener("click", async () => {
    await showDeployment();
    tell("The picture is drawn anew.");
  });
}
