// SPDX-License-Identifier: Apache-2.0
import { test as base } from "vitest";
import { shared } from "./index.mjs";

/** Vitest's `test` with the fixture `mockPortal`; `test.extend({ mockPortalScenario: "theme/name" })` names another scenario. */
export const test = base.extend({
  mockPortalScenario: "start/federated",
  mockPortal: async ({ mockPortalScenario, onTestFailed }, use) => {
    const portal = await (await shared()).deploy(mockPortalScenario);
    let text = "";
    onTestFailed?.(() => console.error(`mock-portal: what came, and why it was refused\n${text}`));
    await use(portal);
    text = await portal.transcript().catch(String);
    await portal.stop();
  },
});
export const it = test;
