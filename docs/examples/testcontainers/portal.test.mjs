// Testcontainers for node, with the control client of the npm package mock-portal.
import assert from "node:assert/strict";
import https from "node:https";
import { after, before, test } from "node:test";
import { Control } from "mock-portal/control";
import { GenericContainer, Wait } from "testcontainers";

let container, origin, control;

before(async () => {
  container = await new GenericContainer("mock-portal")
    .withCommand(["serve", "--host", "0.0.0.0", "--control-token", "of-the-test"])
    .withExposedPorts(7443)
    .withWaitStrategy(Wait.forHealthCheck())
    .start();
  origin = `${container.getHost()}:${container.getMappedPort(7443)}`;
  control = new Control(`http://${origin}/_mock`, "of-the-test");
});
after(() => container.stop());

test("signs in", async () => {
  const ca = await control.caPem();
  const status = await new Promise((done, failed) => {
    https.get(`https://${origin}/portal/sharing/rest?f=json`, { ca }, (answer) => { answer.resume(); done(answer.statusCode); }).on("error", failed);
  });
  assert.equal(status, 200);
});
