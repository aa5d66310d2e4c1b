// SPDX-License-Identifier: Apache-2.0
// Compiled by packaging/tests/npm.sh, not run: the types say what can be done, and what cannot.
import { Deployment, MockPortal, ControlError, Exchange } from "mock-portal";
import { Control } from "mock-portal/control";
import { withPortal } from "mock-portal/node-test";

export async function main(): Promise<void> {
  const mock = await MockPortal.start({ extends: "start/federated" }, { args: ["--seed", "7"] });
  const portal: Deployment = await mock.deploy("start/standalone");
  const control: Control = portal.control;
  await portal.event("change-password", { user: "viewer", password: "other" });
  // @ts-expect-error There is no such event.
  await portal.event("restart-srever");
  await portal.clock.advance("PT61M");
  const requests: Exchange[] = await portal.requests({ rule: "token.expired", limit: 10 });
  // @ts-expect-error There is no such door.
  await portal.requests({ door: "window" });
  const because: string | undefined = requests[0]?.because?.wouldPass;
  const frozen: boolean = (await control.moveClock({ freeze: true })).frozen;
  await portal.verify({ method: "POST" }, { atLeast: 1 });
  const body = withPortal("start/standalone", async (it) => { await it.token("siteuser", { minutes: -1 }); });
  await body({ diagnostic: (message: string) => console.log(message, because, frozen, ControlError) });
}
