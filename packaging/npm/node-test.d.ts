// SPDX-License-Identifier: Apache-2.0
import { Deployment, ScenarioLike } from "./index.mjs";

/** What is used of node's TestContext. */
export interface Context { diagnostic(message: string): void; }

/** The body of a test that gets a portal of its own; the journal is told if it fails. */
export function withPortal<C extends Context>(body: (portal: Deployment, context: C) => unknown): (context: C) => Promise<void>;
export function withPortal<C extends Context>(
  scenario: ScenarioLike, body: (portal: Deployment, context: C) => unknown): (context: C) => Promise<void>;
