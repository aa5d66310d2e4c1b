// SPDX-License-Identifier: Apache-2.0
import { spawn } from "node:child_process";
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Control, ControlError } from "./control.mjs";

export { Control, ControlError };

const own = fileURLToPath(new URL("./home/bin/mock-portal", import.meta.url));

// What the environment of a developer says to `serve` is for a server of theirs, not for a test's own.
const ofServe = ["HOST", "HOSTS", "PORT", "HTTP_PORT", "HTTPS_PORT", "READY_FILE", "CA_FILE", "PUBLIC_URL", "CONTROL_TOKEN", "SCENARIO", "WATCH", "LOG"];
const environment = () => {
  const env = { ...process.env };
  for (const name of ofServe) delete env[`MOCK_PORTAL_${name}`];
  return env;
};

/** The body of POST deployments: a built-in name, a path, a scenario in JSON5, or one as an object. */
function bodyOf(scenario) {
  if (typeof scenario !== "string" || scenario.trimStart().startsWith("{")) return scenario;
  return { name: scenario.endsWith(".json5") || /^[./]/.test(scenario) ? resolve(scenario) : scenario };
}

const durationOf = (span) => (typeof span === "number" ? `PT${(span / 1000).toFixed(3)}S` : span);

/** The clock of a deployment: it runs with the machine's until it is frozen or moved. */
export class Clock {
  #control;

  constructor(control) { this.#control = control; }

  async now() { return new Date((await this.#control.clock()).now); }
  async freeze() { await this.#control.moveClock({ freeze: true }); }
  async run() { await this.#control.moveClock({ freeze: false }); }
  /** Moves it on: by "PT61M", or by milliseconds. */
  async advance(span) { await this.#control.moveClock({ advance: durationOf(span) }); }
  async set(moment) { await this.#control.moveClock({ set: moment instanceof Date ? moment.toISOString().replace(/\.\d+/, "") : moment }); }
  async skew(server, by) { await this.#control.moveClock({ skew: { server, by } }); }
}

/** A portal and its servers on a port of their own. */
export class Deployment {
  constructor(ready, token) {
    this.ready = ready;
    this.control = new Control(ready.control, token);
    this.clock = new Clock(this.control);
  }

  get http() { return this.ready.http; }
  get https() { return this.ready.https; }
  get ca() { return this.ready.ca; }
  get caPem() { return readFileSync(this.ready.ca, "utf8"); }

  get url() {
    if (this.ready.portal === null) throw new Error("this scenario has no portal");
    return this.ready.portal;
  }

  get serverURL() {
    const [first] = Object.values(this.ready.servers);
    if (first === undefined) throw new Error("this scenario has no server");
    return first;
  }

  serviceURL(name, kind = "MapServer", server) {
    return `${server ? this.ready.servers[server] : this.serverURL}/rest/services/${name}/${kind}`;
  }

  user(name) {
    const found = this.ready.users.find((user) => user.username === name);
    if (!found) throw new Error(`no user "${name}"; there are ${this.ready.users.map((user) => user.username).join(", ")}`);
    return found;
  }

  /** A token as a door would give it, without the dance: `token("viewer", { minutes: -1 })` is an expired one. */
  async token(user, order = {}) { return (await this.control.token({ user, ...order })).token; }

  async event(event, details = {}) { await this.control.event({ event, ...details }); }

  async fault(then, when) { return (await this.control.addFaults(when ? { when, then } : { then })).ids[0]; }

  async requests(which) { return (await this.control.requests(which)).requests; }

  /** Throws, with the nearest requests, unless as many came. */
  async verify(request, times) {
    const verdict = await this.control.verify(times === undefined ? { request } : { request, times });
    if (!verdict.passed) throw new Error(verdict.message);
  }

  /** The journal for people: a line a request, and under a refused one the rule, what it saw and what would have passed. */
  async transcript(limit = 50) {
    const page = await this.control.requests({ limit: 1000 });
    const kept = page.requests.slice(-limit);
    const lines = page.total > kept.length ? [`(${page.total - kept.length} earlier ones)`] : [];
    for (const entry of kept) {
      lines.push(`${String(entry.id).padStart(4)}  ${(entry.method ?? "?").padEnd(5)}${entry.target ?? entry.unreadable}  -> ${entry.response?.status ?? "-"}`);
      if (!entry.because) continue;
      const facts = Object.entries(entry.because.facts).map(([name, value]) => `${name}=${value}`).join(", ");
      lines.push(`      because     ${entry.because.rule}${facts ? ` (${facts})` : ""}`, `      would pass  ${entry.because.wouldPass}`);
    }
    for (const edit of page.edits) lines.push(`${String(edit.id).padStart(4)}  ${edit.kind}: ${edit.text}`);
    return lines.join("\n") || "no request came";
  }

  /** Stops it; it was started by `MockPortal.deploy`. */
  async stop() { await this.owner?.control.stopDeployment(this.ready.id); }
}

/** A `mock-portal` of one's own; it is itself a deployment, and starts others. */
export class MockPortal extends Deployment {
  #process;
  #folder;
  #kill;

  static async start(scenario = "start/federated", { args = [], timeout = 20_000 } = {}) {
    const folder = mkdtempSync(join(tmpdir(), "mock-portal-"));
    let process_;
    const clean = () => rmSync(folder, { recursive: true, force: true });
    const kill = () => { process_?.kill("SIGKILL"); clean(); };
    try {
      const body = bodyOf(scenario);
      let name = body.name;
      if (typeof body === "string" || name === undefined) {
        // A scenario of one's own, as a file: what serves reads files.
        name = join(folder, "scenario.json5");
        writeFileSync(name, typeof body === "string" ? body : JSON.stringify(body));
      }
      const ready = join(folder, "ready.json"), errors = join(folder, "errors");
      const program = process.env.MOCK_PORTAL ?? (existsSync(own) ? own : "mock-portal");
      const out = openSync(errors, "w");
      let failed;
      process_ = spawn(program, ["serve", name, "--port", "0", "--log", "off", "--ready-file", ready, ...args], { stdio: ["ignore", "ignore", out], env: environment() });
      process_.once("error", (error) => { failed = `${program}: ${error.message}`; });
      closeSync(out);
      // A run that is over does not wait for it; it ends with the run.
      process_.unref();
      process.once("exit", kill);
      const end = Date.now() + timeout;
      while (!existsSync(ready)) {
        if (failed || process_.exitCode !== null || Date.now() > end) {
          throw new Error(`mock-portal did not start: ${failed ?? (readFileSync(errors, "utf8").trim() || "it said nothing")}`);
        }
        await new Promise((done) => setTimeout(done, 10));
      }
      const mock = new MockPortal(JSON.parse(readFileSync(ready, "utf8")));
      mock.#process = process_;
      mock.#folder = folder;
      mock.#kill = kill;
      return mock;
    } catch (error) {
      process.removeListener("exit", kill);
      kill();
      throw error;
    }
  }

  /** Another deployment, on a port of its own, in the same process. */
  async deploy(scenario = "start/federated") {
    const deployment = new Deployment(await this.control.startDeployment(bodyOf(scenario)));
    deployment.owner = this;
    return deployment;
  }

  async stop() {
    process.removeListener("exit", this.#kill);
    if (this.#process.exitCode === null && this.#process.signalCode === null) {
      this.#process.ref();
      const ended = new Promise((done) => this.#process.once("exit", done));
      this.#process.kill();
      await ended;
    }
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async [Symbol.asyncDispose ?? Symbol.for("asyncDispose")]() { await this.stop(); }
}

let one;

/** The one process of this run (of a worker, where the runner has several); it ends with it. */
export function shared() { return (one ??= MockPortal.start("start/standalone")); }
