// SPDX-License-Identifier: Apache-2.0
import { TestType, PlaywrightTestArgs, PlaywrightTestOptions, PlaywrightWorkerArgs, PlaywrightWorkerOptions } from "@playwright/test";
import { Deployment, ScenarioLike } from "./index.mjs";

/** Playwright's `test` with the fixture `mockPortal`; `test.use({ mockPortalScenario: "theme/name" })` names another scenario. */
export const test: TestType<
  PlaywrightTestArgs & PlaywrightTestOptions & { mockPortal: Deployment; mockPortalScenario: ScenarioLike },
  PlaywrightWorkerArgs & PlaywrightWorkerOptions>;
export { expect } from "@playwright/test";
