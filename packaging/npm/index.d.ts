// SPDX-License-Identifier: Apache-2.0
import { Control, ControlError, Deployment as Ready, Event, Exchange, RequestPattern, Times, TokenOrder, User } from "./control.mjs";

export { Control, ControlError };
export * from "./control.mjs";

/** A built-in name, a path, a scenario in JSON5, or one as an object. */
export type ScenarioLike = string | Record<string, unknown>;

/** The clock of a deployment: it runs with the machine's until it is frozen or moved. */
export class Clock {
  constructor(control: Control);
  now(): Promise<Date>;
  freeze(): Promise<void>;
  run(): Promise<void>;
  /** Moves it on: by an ISO 8601 duration such as "PT61M", or by milliseconds. */
  advance(span: string | number): Promise<void>;
  set(moment: string | Date): Promise<void>;
  /** Puts one server's clock ahead of the others, or behind if negative: ms, or an ISO 8601 duration. */
  skew(server: string, by: string | number): Promise<void>;
}

/** A portal and its servers on a port of their own. */
declare class DeploymentOfAPortal {
  constructor(ready: Ready, token?: string);
  /** URLs, users and apps, as in the ready file. */
  readonly ready: Ready;
  /** Every endpoint under `/_mock`. */
  readonly control: Control;
  readonly clock: Clock;
  /** The origin over HTTP. */
  readonly http: string;
  /** The origin over HTTPS. */
  readonly https: string;
  /** The file with the authority's certificate: NODE_EXTRA_CA_CERTS, or `ca` of node:https. */
  readonly ca: string;
  readonly caPem: string;
  /** The URL of the first portal. */
  readonly url: string;
  /** The URL of the first server. */
  readonly serverURL: string;
  serviceURL(name: string, kind?: string, server?: string): string;
  user(name: string): User;
  /** A token as a door would give it, without the dance. */
  token(user?: string, order?: Omit<TokenOrder, "user">): Promise<string>;
  event(event: Event["event"], details?: Omit<Event, "event">): Promise<void>;
  /** Sets a fault: what it does, and when; returns its id. */
  fault(then: Record<string, unknown>, when?: Record<string, unknown>): Promise<string>;
  requests(which?: Parameters<Control["requests"]>[0]): Promise<Array<Exchange>>;
  /** Throws, with the nearest requests, unless as many came; without `times`: at least one. */
  verify(request: RequestPattern, times?: number | Times): Promise<void>;
  /** The journal for people. */
  transcript(limit?: number): Promise<string>;
  stop(): Promise<void>;
}
export { DeploymentOfAPortal as Deployment };

/** A `mock-portal` of one's own; it is itself a deployment, and starts others. */
export class MockPortal extends DeploymentOfAPortal {
  static start(scenario?: ScenarioLike, options?: { args?: Array<string>; timeout?: number }): Promise<MockPortal>;
  /** Another deployment, on a port of its own, in the same process. */
  deploy(scenario?: ScenarioLike): Promise<DeploymentOfAPortal>;
}

/** The one process of this run; it ends with it. */
export function shared(): Promise<MockPortal>;
