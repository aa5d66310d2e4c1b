// SPDX-License-Identifier: Apache-2.0
import { shared } from "./index.mjs";

/** The body of a test that gets a portal of its own; the journal is told if it fails. */
export function withPortal(scenario, body) {
  if (typeof scenario === "function") [scenario, body] = ["start/federated", scenario];
  return async (context) => {
    const portal = await (await shared()).deploy(scenario);
    try {
      await body(portal, context);
    } catch (error) {
      context.diagnostic(`mock-portal: what came, and why it was refused\n${await portal.transcript().catch(String)}`);
      throw error;
    } finally {
      await portal.stop();
    }
  };
}
