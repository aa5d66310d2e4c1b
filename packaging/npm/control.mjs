// SPDX-License-Identifier: Apache-2.0
// Made from docs/openapi.json by packaging/clients.py; do not edit.
import { ControlError, call } from "./http.mjs";

export { ControlError };

/** The control endpoints of one deployment. */
export class Control {
  #token;

  constructor(url, token) {
    this.url = url;
    this.#token = token;
  }

  #call(method, path, query, body) { return call(this.url + path, method, query, body, this.#token); }

  health() { return this.#call("GET", "/health"); }
  ready() { return this.#call("GET", "/ready"); }
  caPem() { return this.#call("GET", "/ca.pem"); }
  openapi() { return this.#call("GET", "/openapi.json"); }
  requests(query) { return this.#call("GET", "/requests", query); }
  clearRequests() { return this.#call("DELETE", "/requests"); }
  lastRequest(query) { return this.#call("GET", "/requests/last", query); }
  verify(body) { return this.#call("POST", "/verify", undefined, body); }
  hygiene(query) { return this.#call("GET", "/hygiene", query); }
  contract(query) { return this.#call("GET", "/contract", query); }
  contractXml(query) { return this.#call("GET", "/contract.xml", query); }
  clock() { return this.#call("GET", "/clock"); }
  moveClock(body) { return this.#call("POST", "/clock", undefined, body); }
  addFaults(body) { return this.#call("POST", "/faults", undefined, body); }
  faults() { return this.#call("GET", "/faults"); }
  clearFaults() { return this.#call("DELETE", "/faults"); }
  removeFault(id) { return this.#call("DELETE", `/faults/${encodeURIComponent(id)}`); }
  serveScenario(body) { return this.#call("PUT", "/scenario", undefined, body); }
  scenario() { return this.#call("GET", "/scenario"); }
  reset() { return this.#call("POST", "/reset"); }
  event(body) { return this.#call("POST", "/events", undefined, body); }
  token(body) { return this.#call("POST", "/tokens", undefined, body); }
  startDeployment(body) { return this.#call("POST", "/deployments", undefined, body); }
  deployments() { return this.#call("GET", "/deployments"); }
  stopDeployment(id) { return this.#call("DELETE", `/deployments/${encodeURIComponent(id)}`); }
  exchange(id, query) { return this.#call("GET", `/exchanges/${encodeURIComponent(id)}`, query); }
  decodeToken(body) { return this.#call("POST", "/tokens/decode", undefined, body); }
  deployment(query) { return this.#call("GET", "/deployment", query); }
  signIn(body) { return this.#call("POST", "/sign-in", undefined, body); }
  rules() { return this.#call("GET", "/rules"); }
  scenarios() { return this.#call("GET", "/scenarios"); }
  builtInScenario(theme, name) { return this.#call("GET", `/scenarios/${encodeURIComponent(theme)}/${encodeURIComponent(name)}`); }
  check(body, query) { return this.#call("POST", "/check", query, body); }
  getReplicas(query) { return this.#call("GET", "/replicas", query); }
}
