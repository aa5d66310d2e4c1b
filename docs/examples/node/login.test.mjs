// A portal for each test, with node's own test runner: MOCK_PORTAL=path/to/mock-portal node --test
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, test } from "node:test";

let server, folder, control, portal;

/** A call of a control endpoint. */
async function call(url, method = "GET", body) {
  const answer = await fetch(url, {
    method,
    headers: { "Content-Type": "application/json" },
    body: body && JSON.stringify(body),
  });
  const text = await answer.text();
  assert.ok(answer.ok, text);
  return text ? JSON.parse(text) : null;
}

const ask = async (url, form) => (await fetch(url, { method: "POST", body: new URLSearchParams(form) })).json();

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "mock-portal-"));
  const ready = join(folder, "ready.json");
  server = spawn(process.env.MOCK_PORTAL ?? "mock-portal", ["serve", "--port", "0", "--log", "off", "--ready-file", ready], { stdio: "ignore" });
  for (let tries = 0; !existsSync(ready); tries++) {
    assert.ok(server.exitCode === null && tries < 3000, "mock-portal did not start");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  control = JSON.parse(readFileSync(ready, "utf8")).control;
});
after(async () => {
  server.kill();
  await new Promise((resolve) => server.once("exit", resolve));
  rmSync(folder, { recursive: true });
});
beforeEach(async () => { portal = await call(`${control}/deployments`, "POST", { name: "start/federated" }); });
afterEach(() => call(`${control}/deployments/${portal.id}`, "DELETE"));

test("a token for 60 minutes ends after 60 minutes, and nobody waits for it", async () => {
  await call(`${portal.control}/clock`, "POST", { freeze: true });
  const { token } = await ask(`${portal.http}/portal/sharing/rest/generateToken`, {
    username: "viewer", password: "viewer", client: "requestip", expiration: "60", f: "json",
  });
  const service = `${portal.http}/arcgis/rest/services/Airports/MapServer`;
  assert.ok("currentVersion" in (await ask(service, { token, f: "json" })));

  await call(`${portal.control}/clock`, "POST", { advance: "PT59M59S" });
  assert.ok("currentVersion" in (await ask(service, { token, f: "json" })));
  await call(`${portal.control}/clock`, "POST", { advance: "PT1S" });
  assert.equal((await ask(service, { token, f: "json" })).error.code, 498);

  const verdict = await call(`${portal.control}/verify`, "POST", { request: { rule: "token.expired" }, times: 1 });
  assert.ok(verdict.passed, verdict.message);
});

test("each test has its own portal", async () => {
  assert.equal((await call(`${portal.control}/requests`)).total, 0);
});
