// SPDX-License-Identifier: Apache-2.0
import { test as base } from "@playwright/test";
import { shared } from "./index.mjs";

/** Playwright's `test` with the fixture `mockPortal`; `test.use({ mockPortalScenario: "theme/name" })` names another scenario. */
export const test = base.extend({
  mockPortalScenario: ["start/federated", { option: true }],
  mockPortal: async ({ mockPortalScenario }, use, testInfo) => {
    const portal = await (await shared()).deploy(mockPortalScenario);
    await use(portal);
    if (testInfo.status !== testInfo.expectedStatus) {
      await testInfo.attach("mock-portal", { body: await portal.transcript().catch(String), contentType: "text/plain" });
    }
    await portal.stop();
  },
  // The authority is made at start: a browser of the test does not know it.
  ignoreHTTPSErrors: true,
});
export { expect } from "@playwright/test";
