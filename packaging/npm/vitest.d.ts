// SPDX-License-Identifier: Apache-2.0
import { TestAPI } from "vitest";
import { Deployment, ScenarioLike } from "./index.mjs";

/** Vitest's `test` with the fixture `mockPortal`; `test.extend({ mockPortalScenario: "theme/name" })` names another scenario. */
export const test: TestAPI<{ mockPortalScenario: ScenarioLike; mockPortal: Deployment }>;
export const it: typeof test;
