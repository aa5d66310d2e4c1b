// SPDX-License-Identifier: Apache-2.0
// Made from docs/openapi.json by packaging/clients.py; do not edit.

export interface Health {
  /** Always ok. */
  status: "ok";
  /** The version of mock-portal. */
  version: string;
  /** The name or path of the scenario. */
  scenario: string;
  /** The deployment's clock, in ms since 1970. */
  now: number;
}

export interface Ready {
  /** The version of mock-portal. */
  version: string;
  /** The name or path of the scenario. */
  scenario: string;
  /** The process. */
  pid: number;
  /** The origin over HTTP. */
  http: string;
  /** The origin over HTTPS. */
  https: string;
  /** The file with the authority's certificate. */
  ca: string | null;
  /** The URL of these endpoints. */
  control: string;
  /** The URL of the first portal. */
  portal: string | null;
  /** URLs of the portals by name. */
  portals: Record<string, string>;
  /** URLs of the servers by name. */
  servers: Record<string, string>;
  /** The URL of the built-in identity provider. */
  idp: string | null;
  /** Who can sign in. */
  users: Array<User>;
  /** Registered apps. */
  apps: Array<App>;
  /** Primary site administrators by server. */
  siteAdmins: Record<string, Administrator>;
  /** What is odd about the scenario. */
  warnings: Array<Finding>;
}

export interface User {
  /** The name. */
  username: string;
  /** The password. */
  password: string;
  /** Who checks the password. */
  provider: "arcgis" | "enterprise";
  /** The role. */
  role: string;
  /** portal, or the name of the server that has the user. */
  store: string;
  /** The file with the client certificate. */
  certificate: string | null;
  /** The file with its key. */
  key: string | null;
}

export interface App {
  /** The client id. */
  clientId: string;
  /** The secret. */
  clientSecret: string;
  /** The redirect URIs. */
  redirectUris: Array<string>;
}

export interface Administrator {
  /** The name. */
  username: string;
  /** The password. */
  password: string;
}

export interface Finding {
  /** The file; (request) is the request body. */
  file: string;
  /** From 1. */
  line: number;
  /** From 1. */
  column: number;
  /** What is wrong there. */
  message: string;
  /** What was probably meant. */
  suggestion: string | null;
}

export interface Requests {
  /** The number of recorded requests that match. */
  total: number;
  /** The number of exchanges dropped for newer ones. */
  dropped: number;
  /** The first matching requests. */
  requests: Array<Exchange>;
  /** The nearest requests if none matches. */
  near: Array<NearMiss>;
  /** The changes made through these endpoints or in Swift, up to the next request that is not on this page; the newest ones, at most limit. */
  edits: Array<ControlEdit>;
}

export interface Exchange {
  /** Counted from 1; never reused. */
  id: number;
  /** The deployment's clock, in ms since 1970. */
  at: number;
  /** The number of the connection. */
  connection: number;
  /** The TLS version; null without TLS. */
  tls: string | null;
  /** The method as sent; null if no request could be read. */
  method: string | null;
  /** Path and query as sent. */
  target: string | null;
  /** Name and value of each field, in their order. */
  headers: Array<Array<string>>;
  /** The body. */
  body?: string | null;
  /** A body that is not text. */
  bodyBase64?: string;
  /** Why no request could be read. */
  unreadable?: string;
  /** The door. */
  door: "sharing/generateToken" | "sharing/rest/generateToken" | "sharing" | "oauth2" | "tokens/generateToken" | "admin/generateToken" | "admin" | "portaladmin" | "rest/info" | "idp" | "rest/admin" | "catalog" | "service" | null;
  /** The authenticated caller. */
  user: string | null;
  /** The response. */
  response: Response | null;
  /** The verdict that refused it. */
  because: Because | null;
  /** The id of the fault that struck. */
  fault: string | null;
  /** From request to answer, in microseconds of wall time. */
  micros: number;
}

export interface Response {
  /** The HTTP status. */
  status: number;
  /** Name and value of each field, in their order. */
  headers: Array<Array<string>>;
  /** The body. */
  body?: string | null;
  /** A body that is not text. */
  bodyBase64?: string;
}

export interface Because {
  /** The rule's id, for mock-portal explain. */
  rule: string;
  /** The facts that it looked at. */
  facts: Record<string, string>;
  /** What would have passed. */
  wouldPass: string;
  /** The evidence that real systems do so. */
  evidence: Evidence;
}

export interface Evidence {
  /** Where it was seen. */
  source: string;
  /** How certain it is. */
  confidence: "captured" | "documented" | "reported" | "inferred";
}

export interface NearMiss {
  /** The request. */
  request: Exchange;
  /** The differences. */
  differences: Array<string>;
}

export interface ControlEdit {
  /** In sequence with those of the requests; never reused. */
  id: number;
  /** The deployment's clock, in ms since 1970; before a move of it. */
  at: number;
  /** What was changed. */
  kind: "clock" | "faults" | "event" | "token" | "scenario" | "reset";
  /** What happened, in words and without secrets. */
  text: string;
}

export interface Verification {
  /** The requests to count. */
  request: RequestPattern;
  /** The expected number; default: at least one. */
  times?: number | Times;
}

export interface RequestPattern {
  /** GET, POST. */
  method?: string;
  /** The door that answered. */
  door?: "sharing/generateToken" | "sharing/rest/generateToken" | "sharing" | "oauth2" | "tokens/generateToken" | "admin/generateToken" | "admin" | "portaladmin" | "rest/info" | "idp" | "rest/admin" | "catalog" | "service";
  /** A glob on the decoded path: * within a segment, ** across segments. */
  path?: string;
  /** The authenticated caller. */
  user?: string;
  /** A rule that refused or shaped the answer. */
  rule?: string;
  /** Parameters of the query or a form body, likewise. */
  parameters?: Record<string, string | number | boolean | null>;
  /** Parameters of the query: * matches anything, null means absent. */
  query?: Record<string, string | number | boolean | null>;
  /** Parameters of a form body, likewise. */
  form?: Record<string, string | number | boolean | null>;
  /** Header fields, likewise. */
  headers?: Record<string, string | number | boolean | null>;
  /** The size that path and query exceed, in bytes as sent. */
  longerThan?: number;
}

export interface Times {
  /** This many or more. */
  atLeast?: number;
  /** This many or fewer. */
  atMost?: number;
}

export interface Verdict {
  /** Whether there were as many as expected. */
  passed: boolean;
  /** The number of matching requests. */
  count: number;
  /** The result in words. */
  message: string;
  /** The nearest requests if there are too few. */
  near: Array<NearMiss>;
}

export interface Remarks {
  /** One for each habit found; empty if there is none. */
  remarks: Array<Remark>;
}

export interface Remark {
  /** The habit. */
  check: "token-in-url" | "password-again" | "refresh-storm" | "endless-authentication" | "referer-missing" | "plain-http";
  /** What was found, without secrets. */
  message: string;
  /** What a client should do. */
  advice: string;
  /** The ids of the requests that show it. */
  requests: Array<number>;
}

export interface Contract {
  /** Whether every clause is kept. */
  passed: boolean;
  /** One for each clause. */
  clauses: Array<Clause>;
}

export interface Clause {
  /** Its name. */
  clause: string;
  /** The promise in words. */
  says: string;
  /** Whether it is kept. */
  passed: boolean;
  /** What breaks it, without secrets; empty if nothing does. */
  message: string;
  /** What a client should do. */
  advice: string;
  /** The ids of the requests that break it. */
  requests: Array<number>;
}

export interface Clock {
  /** The time in ms since 1970. */
  now: number;
  /** The time in ISO 8601. */
  iso: string;
  /** Whether the clock is frozen. */
  frozen: boolean;
  /** By server: the ms by which its clock is ahead. */
  skew: Record<string, number>;
}

export interface ClockMove {
  /** An ISO 8601 duration to move forward: PT61M. */
  advance?: string;
  /** An ISO 8601 instant to set: 2016-01-26T17:29:00Z. */
  set?: string;
  /** Whether the clock is frozen. */
  freeze?: boolean;
  /** Puts one server's clock ahead of the others. */
  skew?: Skew;
}

export interface Skew {
  /** The server's name. */
  server: string;
  /** Ms, or an ISO 8601 duration; negative: behind. */
  by: number | string;
}

export interface Fault {
  /** When it strikes: all conditions must be met. Default: always. */
  when?: { path?: string; method?: string; door?: "sharing/generateToken" | "sharing/rest/generateToken" | "sharing" | "oauth2" | "tokens/generateToken" | "admin/generateToken" | "admin" | "portaladmin" | "rest/info" | "idp" | "rest/admin" | "catalog" | "service"; user?: string; query?: Record<string, string | number | boolean | null>; inURL?: Record<string, string | number | boolean | null>; form?: Record<string, string | number | boolean | null>; headers?: Record<string, string | number | boolean | null>; longerThan?: number; nth?: number; from?: number; times?: number; per?: string; percent?: number; };
  /** What it does: one of these. */
  then: { delay?: string; stall?: "accept" | "handshake" | "head" | "body" | "end"; reset?: "accept" | "handshake" | "head" | "body" | "end"; dribble?: { bytesPerSecond: number; }; truncate?: { afterBytes: number; }; contentLength?: string; answer?: { status?: number; headers?: Record<string, string | Array<string>>; body?: string; bodyFile?: string; }; error?: { code: number; message: string; details?: Array<string>; }; gzip?: "unasked" | "undeclared" | "pretended"; handshake?: "alert" | "expired" | "other-name" | "self-signed"; event?: Event; };
}

export interface Event {
  /** What happens. */
  event: "restart-server" | "rotate-shared-key" | "unfederate" | "federate" | "stop-site" | "start-site" | "lock-site" | "unlock-site" | "disable-organization" | "enable-organization" | "change-license" | "disable-user" | "enable-user" | "change-password" | "unlock-user" | "change-role" | "change-user-type" | "expire-password" | "delete-user" | "add-to-group" | "remove-from-group" | "delete-group" | "stop-service" | "start-service" | "delete-service" | "share-service" | "revoke-tokens" | "rollover-idp-certificate" | "drop-field" | "add-field" | "rename-field" | "break-source" | "slow-source" | "rebuild-source" | "miscount-source" | "mend-source";
  /** The server's name; optional if there is one server. */
  server?: string;
  /** The portal's name; optional if there is one portal. */
  portal?: string;
  /** The user's name. */
  user?: string;
  /** The service's name. */
  service?: string;
  /** The new password. */
  password?: string;
  /** The layer's id; default: 0. */
  layer?: number;
  /** The field's name. */
  field?: string;
  /** The field's new name. */
  to?: string;
  /** The new role: its id, or the name of one that the scenario makes. */
  role?: string;
  /** The group's id. */
  group?: string;
  /** The new user type, by its id. */
  userType?: string;
  /** Who may see it from now on. */
  access?: "public" | "org" | "private" | { groups?: Array<string>; roles?: Array<string>; };
  /** What the server is licensed for from now on. */
  license?: "none" | "basic" | "standard" | "advanced";
}

export interface FaultIds {
  /** The ids, in the order given. */
  ids: Array<string>;
}

export interface Faults {
  /** The faults. */
  faults: Array<SetFault>;
}

export interface SetFault {
  /** The id for DELETE. */
  id: string;
  /** When it strikes, as given. */
  when: Record<string, unknown>;
  /** What it does, as given. */
  then: Record<string, unknown>;
  /** The number of requests that met all but the counts. */
  matches: number;
  /** How often it struck. */
  strikes: number;
}

export interface ScenarioName {
  /** A built-in name, or a path on the machine that serves. */
  name: string;
}

export type Scenario = Record<string, unknown>;

export interface Happened {
  /** What happened. */
  event: "restart-server" | "rotate-shared-key" | "unfederate" | "federate" | "stop-site" | "start-site" | "lock-site" | "unlock-site" | "disable-organization" | "enable-organization" | "change-license" | "disable-user" | "enable-user" | "change-password" | "unlock-user" | "change-role" | "change-user-type" | "expire-password" | "delete-user" | "add-to-group" | "remove-from-group" | "delete-group" | "stop-service" | "start-service" | "delete-service" | "share-service" | "revoke-tokens" | "rollover-idp-certificate" | "drop-field" | "add-field" | "rename-field" | "break-source" | "slow-source" | "rebuild-source" | "miscount-source" | "mend-source";
}

export interface TokenOrder {
  /** A member of the portal, or a user of the server. */
  user?: string;
  /** The client id of an app. */
  app?: string;
  /** true: the server's primary site administrator. */
  siteAdmin?: boolean;
  /** portal, or the name of a portal or server; default: the first portal. */
  at?: string;
  /** What the token is bound to. */
  client?: "referer" | "ip" | "requestip";
  /** The referer that the token is bound to. */
  referer?: string;
  /** The address that the token is bound to. */
  ip?: string;
  /** The lifetime from now on; default: 60. */
  minutes?: number;
  /** Whether it is made with a key that no site here has. */
  foreign?: boolean;
}

export interface Token {
  /** The token. */
  token: string;
  /** The expiration, in ms since 1970. */
  expires: number;
}

export interface Deployment {
  /** The version of mock-portal. */
  version: string;
  /** The name or path of the scenario. */
  scenario: string;
  /** The process. */
  pid: number;
  /** The origin over HTTP. */
  http: string;
  /** The origin over HTTPS. */
  https: string;
  /** The file with the authority's certificate. */
  ca: string | null;
  /** The URL of these endpoints. */
  control: string;
  /** The URL of the first portal. */
  portal: string | null;
  /** URLs of the portals by name. */
  portals: Record<string, string>;
  /** URLs of the servers by name. */
  servers: Record<string, string>;
  /** The URL of the built-in identity provider. */
  idp: string | null;
  /** Who can sign in. */
  users: Array<User>;
  /** Registered apps. */
  apps: Array<App>;
  /** Primary site administrators by server. */
  siteAdmins: Record<string, Administrator>;
  /** What is odd about the scenario. */
  warnings: Array<Finding>;
  /** The id for DELETE. */
  id: string;
}

export interface Deployments {
  /** Oldest first. */
  deployments: Array<Deployment>;
}

export interface WholeExchange {
  /** The exchange. */
  exchange: Exchange;
  /** The rules that refused or shaped it. */
  rules: Array<Told>;
  /** The tokens in it, decoded. */
  tokens: Array<TokenReport>;
  /** The request for a shell; null: no request was read. */
  curl: string | null;
  /** An HTTP Archive of it. */
  har: Record<string, unknown>;
  /** Steps of a scenario that show it, with what it needs before: with secrets=true alone, for they run. */
  steps: Array<Record<string, unknown>>;
}

export interface Told {
  /** The rule's id. */
  rule: string;
  /** The rule in one sentence. */
  summary: string;
  /** The facts that it looked at. */
  facts: Record<string, string>;
  /** What would have passed. */
  wouldPass: string;
  /** What a client should do. */
  advice: string;
  /** The evidence. */
  source: string;
  /** How certain it is. */
  confidence: string;
  /** What released clients make of it. */
  clients: Array<string>;
}

export interface TokenReport {
  /** Its first letters. */
  token: string;
  /** Where it was in the exchange: query, form, a field, a cookie, answer. */
  place?: string | null;
  /** Whether it is good; unknown: no site here issued it. */
  state: "unknown" | "good" | "expired" | "revoked" | "ended";
  /** The same in words. */
  told: string;
  /** member, app, exchangedMember, exchangedApp, storeUser, siteAdmin, exchangedElsewhere. */
  kind?: string | null;
  /** Who issued it. */
  issuer?: { kind: "portal" | "server"; name: string; } | null;
  /** Whose it is: a user name, or an app's client id. */
  user?: string | null;
  /** By which door it was given out; null: not through a door, or the journal has dropped it. */
  door?: string | null;
  /** The exchange that gave it out. */
  exchange?: number | null;
  /** none, referer, address, requestAddress, unknownClient, serverURL, machine. */
  binding?: string | null;
  /** The referer or address that it is bound to. */
  boundTo?: string | null;
  /** When, in ms since 1970, to the minute. */
  issued?: number | null;
  /** Until when, in ms since 1970. */
  expires?: number | null;
  /** The ms until then on the deployment's clock; negative: since then. */
  remaining?: number | null;
}

export interface GivenToken {
  /** The token. */
  token: string;
}

export interface SignIn {
  /** A member of a portal, or a user of a server's own store. */
  user: string;
  /** The name of the portal or server; default: the first portal. */
  at?: string;
}

export interface SignedIn {
  /** Who. */
  user: string;
}

export interface Rules {
  /** In the order of their ids. */
  rules: Array<Rule>;
}

export interface Rule {
  /** Its id. */
  rule: string;
  /** The rule in one sentence. */
  summary: string;
  /** What a client should do. */
  advice: string;
  /** The evidence. */
  source: string;
  /** How certain it is. */
  confidence: string;
  /** What released clients make of it. */
  clients: Array<string>;
}

export interface Scenarios {
  /** In the order of their names. */
  scenarios: Array<Shown>;
}

export interface Shown {
  /** Its name. */
  name: string;
  /** What it shows. */
  title: string;
  /** Where it was reported. */
  url: string | null;
  /** How certain it is. */
  confidence: string | null;
  /** The errors in its steps. */
  errors: Array<string>;
  /** The releases of its sites. */
  versions: Array<string>;
  /** The kind of login. */
  login: string | null;
  /** The client. */
  client: string | null;
}

export interface ScenarioFile {
  /** The name or path. */
  name: string;
  /** What it shows. */
  title: string;
  /** The file; null: it was made in Swift. */
  text: string | null;
  /** Its steps. */
  steps: Array<StepOutline>;
}

export interface StepOutline {
  /** What it says. */
  say: string | null;
  /** What it does. */
  kind: "request" | "advance" | "event";
  /** Where it begins in the file. */
  line: number;
}

export interface Report {
  /** The name of the scenario. */
  name: string;
  /** What it shows. */
  title: string;
  /** Whether no step failed. */
  passed: boolean;
  /** The number of steps. */
  count: number;
  /** Those that were run, as check --json has them. */
  steps: Array<Record<string, unknown>>;
}

export interface Replica {
  /** Its number, in the order in which they came, from 0. */
  replica: number;
  /** How many have come so far. */
  replicas: number;
  /** The engine, and whether it answers. */
  engine: string;
  /** How it stands with the engine. */
  link: "well" | "silent" | "gone" | "lost";
  /** The place in the log up to which it has followed. */
  position: string;
  /** The number of entries up to there. */
  entries: number;
  /** The bytes of these entries. */
  bytes: number;
  /** The place in the log of the snapshot that is kept, from which a new replica goes on. */
  snapshot: string | null;
  /** The bytes of the entries after it, which a new replica reads. */
  tail: number;
  /** The number of changes among them. */
  changes: number;
  /** The last number of the journal. */
  exchanges: number;
  /** Records of the journal for which there was no room while the engine was gone. */
  dropped: number;
  /** The digest of the state: equal in all replicas that are at one place. */
  digest: string | null;
}

export interface Failure {
  /** What is wrong. */
  error: { code: string; message: string; };
  /** What is wrong with the body, by position. */
  findings?: Array<Finding>;
}

/** What a control endpoint refused. */
export class ControlError extends Error {
  readonly status: number;
  readonly code: string;
  readonly findings: Array<Finding>;
}

/** The control endpoints of one deployment. */
export class Control {
  constructor(url: string, token?: string);
  readonly url: string;
  /** The status, the scenario and the clock: `GET /health`. */
  health(): Promise<Health>;
  /** URLs, users and apps, as in the ready file: `GET /ready`. */
  ready(): Promise<Ready>;
  /** The certificate of the authority that clients need to trust: `GET /ca.pem`. */
  caPem(): Promise<string>;
  /** This document: `GET /openapi.json`. */
  openapi(): Promise<Record<string, unknown>>;
  /** The requests with their answers, oldest first, that meet all conditions: `GET /requests`. */
  requests(query?: { method?: string; door?: "sharing/generateToken" | "sharing/rest/generateToken" | "sharing" | "oauth2" | "tokens/generateToken" | "admin/generateToken" | "admin" | "portaladmin" | "rest/info" | "idp" | "rest/admin" | "catalog" | "service"; path?: string; user?: string; rule?: string; after?: number; limit?: number; secrets?: boolean; }): Promise<Requests>;
  /** Clears the journal; numbers continue: `DELETE /requests`. */
  clearRequests(): Promise<void>;
  /** The last request: `GET /requests/last`. */
  lastRequest(query?: { secrets?: boolean; }): Promise<Exchange>;
  /** Counts requests, and lists near misses if there are too few: `POST /verify`. */
  verify(body: Verification): Promise<Verdict>;
  /** The careless habits that the recorded requests show: `GET /hygiene`. */
  hygiene(query?: { check?: "token-in-url" | "password-again" | "refresh-storm" | "endless-authentication" | "referer-missing" | "plain-http"; }): Promise<Remarks>;
  /** Whether the recorded requests keep what a client promises, clause by clause: `GET /contract`. */
  contract(query?: { clause?: string; }): Promise<Contract>;
  /** The same as JUnit XML, a case for each clause; with it all habits are JUnit, too: `GET /contract.xml`. */
  contractXml(query?: { clause?: string; }): Promise<string>;
  /** The deployment's clock: `GET /clock`. */
  clock(): Promise<Clock>;
  /** Moves the clock by one of these: `POST /clock`. */
  moveClock(body: ClockMove): Promise<Clock>;
  /** Sets a fault or a list of them: `POST /faults`. */
  addFaults(body: Fault | Array<Fault>): Promise<FaultIds>;
  /** The faults, in the order they are tried: `GET /faults`. */
  faults(): Promise<Faults>;
  /** Removes all faults, including the scenario's: `DELETE /faults`. */
  clearFaults(): Promise<void>;
  /** Removes a fault: `DELETE /faults/{id}`. */
  removeFault(id: string): Promise<void>;
  /** Serves another scenario on the same ports, unless it has errors: `PUT /scenario`. */
  serveScenario(body: ScenarioName | Scenario): Promise<Ready>;
  /** The file of the scenario that is served: `GET /scenario`. */
  scenario(): Promise<ScenarioFile>;
  /** Resets state, journal, faults and clock to the scenario's beginning: `POST /reset`. */
  reset(): Promise<void>;
  /** Triggers an event, such as an administrator's action or a restart: `POST /events`. */
  event(body: Event): Promise<Happened>;
  /** Creates a token for one of user, app and siteAdmin, as a door would: `POST /tokens`. */
  token(body: TokenOrder): Promise<Token>;
  /** Starts an additional deployment with its own port and its own /_mock: `POST /deployments`. */
  startDeployment(body: ScenarioName | Scenario): Promise<Deployment>;
  /** The deployments started here: `GET /deployments`. */
  deployments(): Promise<Deployments>;
  /** Stops a deployment and those started there: `DELETE /deployments/{id}`. */
  stopDeployment(id: string): Promise<void>;
  /** An exchange with all that is known of it: its rules, its tokens, as curl, HAR and steps of a scenario: `GET /exchanges/{id}`. */
  exchange(id: string, query?: { secrets?: boolean; }): Promise<WholeExchange>;
  /** What a token says, and what has become of it: `POST /tokens/decode`. */
  decodeToken(body: GivenToken): Promise<TokenReport>;
  /** Portals and servers, users, services, items and who may see them, as it is now: `GET /deployment`. */
  deployment(query?: { secrets?: boolean; }): Promise<Record<string, unknown>>;
  /** Signs this browser in as somebody, by the cookies of the sites: `POST /sign-in`. */
  signIn(body: SignIn): Promise<SignedIn>;
  /** Every rule, with its evidence and what a client should do: `GET /rules`. */
  rules(): Promise<Rules>;
  /** The built-in scenarios, with the errors, releases, logins and clients that they are about: `GET /scenarios`. */
  scenarios(): Promise<Scenarios>;
  /** A built-in scenario's file: `GET /scenarios/{theme}/{name}`. */
  builtInScenario(theme: string, name: string): Promise<ScenarioFile>;
  /** Runs a scenario's steps, up to the first that fails: on a deployment of its own, or on this one: `POST /check`. */
  check(body: ScenarioName | Scenario, query?: { here?: boolean; until?: number; }): Promise<Report>;
  /** How this replica stands with the others: the engine, its place in the log, its state: `GET /replicas`. */
  getReplicas(query?: { digest?: boolean; }): Promise<Replica>;
}
