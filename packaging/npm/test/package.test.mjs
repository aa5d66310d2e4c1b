// SPDX-License-Identifier: Apache-2.0
// The package as it is installed: run by packaging/tests/npm.sh in a folder that has it in node_modules.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import https from "node:https";
import { after, test } from "node:test";
import { ControlError, MockPortal, shared } from "mock-portal";
import { withPortal } from "mock-portal/node-test";

const ask = async (url, form) => (await fetch(url, { method: "POST", body: new URLSearchParams({ f: "json", ...form }) })).json();
const alive = (pid) => { try { process.kill(pid, 0); return true; } catch { return false; } };

test("each test has its own", withPortal(async (portal) => {
  assert.deepEqual(await portal.requests(), []);
  await ask(`${portal.http}/arcgis/rest/info`);
}));

test("and nothing of the other", withPortal(async (portal) => assert.deepEqual(await portal.requests(), [])));

test("https is trusted", withPortal(async (portal) => {
  const status = await new Promise((done, failed) => {
    https.get(`${portal.url}/sharing/rest?f=json`, { ca: portal.caPem }, (answer) => { answer.resume(); done(answer.statusCode); }).on("error", failed);
  });
  assert.equal(status, 200);
}));

test("clock, events, faults", withPortal(async (portal) => {
  await portal.clock.freeze();
  const before = await portal.clock.now();
  await portal.clock.advance("PT1M");
  await portal.clock.advance(1500);
  assert.equal((await portal.clock.now()) - before, 61_500);
  await portal.clock.set(new Date("2026-01-02T00:00:00Z"));
  assert.equal((await portal.clock.now()).toISOString(), "2026-01-02T00:00:00.000Z");
  await portal.clock.skew("gis", "PT5M");
  assert.equal((await portal.control.clock()).skew.gis, 300_000);
  await portal.clock.run();
  await portal.event("stop-service", { service: "Airports" });
  assert.ok("error" in (await ask(portal.serviceURL("Airports").replace(portal.https, portal.http), { token: await portal.token("viewer") })));
  const id = await portal.fault({ answer: { status: 503 } }, { path: "**/rest/info", nth: 1 });
  assert.equal((await fetch(`${portal.http}/arcgis/rest/info`)).status, 503);
  await portal.control.removeFault(id);
  assert.equal(portal.user("viewer").password, "viewer");
}));

test("errors are told", withPortal(async (portal) => {
  await assert.rejects(portal.event("restart-srever"), (error) => error instanceof ControlError && error.status === 422 && /did you mean/.test(error.message));
  await assert.rejects(portal.verify({ path: "**/generateToken" }, 1), /[Ee]xpected/);
  assert.throws(() => portal.user("veiwer"), /viewer/);
  await assert.rejects(MockPortal.start("start/federatd"), /did you mean "start\/federated"/);
}));

test("scenarios of one's own", withPortal('{ portal: null, servers: [{ version: "10.6.1" }] } // JSON5', async (portal) => {
  assert.equal((await ask(`${portal.http}/arcgis/rest/info`)).fullVersion, "10.6.1");
  assert.throws(() => portal.url, /no portal/);
  writeFileSync("own.json5", '{ portal: null, servers: [{ version: "10.5.1" }] }');
  for (const scenario of ["./own.json5", { portal: null, servers: [{ version: "10.5.1" }] }]) {
    const mock = await MockPortal.start(scenario);
    assert.equal((await ask(`${mock.http}/arcgis/rest/info`)).fullVersion, "10.5.1");
    const { pid } = mock.ready;
    await mock.stop();
    assert.ok(!alive(pid) && !existsSync(mock.ca));
  }
}));

test("variables of serve are for others", async () => {
  Object.assign(process.env, { MOCK_PORTAL_CONTROL_TOKEN: "x", MOCK_PORTAL_HTTP_PORT: "1", MOCK_PORTAL_LOG: "loud" });
  const mock = await MockPortal.start();
  assert.equal((await mock.control.health()).scenario, "start/federated");
  await mock.stop();
  for (const name of ["CONTROL_TOKEN", "HTTP_PORT", "LOG"]) delete process.env[`MOCK_PORTAL_${name}`];
});

test("every call", withPortal(async (portal) => {
  const { control } = portal;
  assert.equal((await control.health()).status, "ok");
  assert.equal((await control.ready()).portal, portal.url);
  assert.match(await control.caPem(), /BEGIN CERTIFICATE/);
  assert.ok((await control.openapi()).openapi);
  await ask(`${portal.http}/arcgis/rest/info`);
  assert.equal((await control.lastRequest()).door, "rest/info");
  assert.ok((await control.hygiene({ check: "plain-http" })).remarks);
  await control.addFaults([{ then: { delay: "PT0S" } }]);
  assert.equal((await control.faults()).faults.length, 1);
  await control.clearFaults();
  assert.equal((await control.serveScenario({ name: "start/standalone" })).portal, null);
  await control.reset();
  const child = await control.startDeployment({ name: "start/standalone" });
  assert.deepEqual((await control.deployments()).deployments.map((each) => each.id), [child.id]);
  await control.stopDeployment(child.id);
  await control.clearRequests();
  assert.equal((await control.requests({ rule: "token.expired", limit: 5 })).total, 0);
}));

test("a failing test tells the journal", () => {
  writeFileSync("failing.mjs", `
    import { test } from "node:test";
    import { withPortal } from "mock-portal/node-test";
    test("fails", withPortal(async (portal) => {
      await fetch(portal.http + "/portal/sharing/generateToken", { method: "POST",
        body: new URLSearchParams({ username: "dirk@CONTOSO", password: "known-only-to-the-idp", referer: "https://app.example", f: "json" }) });
      throw new Error("no token");
    }));`);
  const { NODE_TEST_CONTEXT, ...env } = process.env;
  const run = spawnSync(process.execPath, ["--test", "failing.mjs"], { encoding: "utf8", env });
  assert.notEqual(run.status, 0);
  assert.match(run.stdout, /because {5}generate-token.enterprise-login/);
  assert.doesNotMatch(run.stdout, /known-only-to-the-idp/);
});

test("nothing is left when a run ends, however it ends", () => {
  const script = 'import { MockPortal } from "mock-portal"; const m = await MockPortal.start(); console.log(m.ready.pid); ';
  for (const end of ["", "process.exit(3)", "throw new Error('x')"]) {
    const run = spawnSync(process.execPath, ["--input-type=module", "-e", script + end], { encoding: "utf8" });
    const pid = Number(run.stdout);
    assert.ok(pid > 0, run.stderr);
    for (let tries = 0; alive(pid) && tries < 100; tries++) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    assert.ok(!alive(pid), end);
  }
});

test("fixtures for Vitest and Playwright, by the shape that both have", async (t) => {
  // Neither is installed here: two modules of their names have what these packages use of them.
  for (const [name, runner] of [["vitest", "vitest"], ["@playwright/test", "playwright"]]) {
    if (!existsSync(`node_modules/${name}/stand-in`)) { t.diagnostic(`${name} itself is installed`); continue; }
    const { test: extended } = await import(`mock-portal/${runner}`);
    const attached = [];
    const result = await extended.runForTest(async ({ mockPortal }) => {
      assert.ok("currentVersion" in (await ask(`${mockPortal.http}/portal/sharing/rest`)));
    }, { status: "failed", expectedStatus: "passed", attach: async (what, { body }) => attached.push(body) });
    assert.equal(result, "done");
    if (runner === "playwright") assert.match(attached[0], /GET|POST/);
  }
});

test("the README", async () => {
  const blocks = [...readFileSync("node_modules/mock-portal/README.md", "utf8").matchAll(/```js(?: \w+)?\n([^]*?)```/g)].map((found) => found[1]);
  assert.equal(blocks.length, 4);
  const { NODE_TEST_CONTEXT, ...env } = process.env;
  for (const [number, block] of blocks.entries()) {
    writeFileSync(`block-${number}.mjs`, block);
    // Vitest and Playwright themselves have runners of their own; their stand-ins run by node's.
    if (/mock-portal\/(vitest|playwright)/.test(block) && !existsSync(`node_modules/${block.includes("vitest") ? "vitest" : "@playwright/test"}/stand-in`)) continue;
    const run = spawnSync(process.execPath, block.includes("test(") ? ["--test", `block-${number}.mjs`] : [`block-${number}.mjs`], { encoding: "utf8", env });
    assert.equal(run.status, 0, run.stdout + run.stderr);
  }
});

test("the version", async () => {
  const about = JSON.parse(readFileSync("node_modules/mock-portal/package.json", "utf8"));
  assert.equal((await shared()).ready.version, about.version);
  assert.equal(about.scripts, undefined);
});

after(async () => { await (await shared()).stop(); });
