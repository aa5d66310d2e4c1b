# SPDX-License-Identifier: Apache-2.0
# Made from docs/openapi.json by packaging/clients.py; do not edit.
"""The control endpoints under ``/_mock``, as typed calls. Only Python's own library is used."""
from __future__ import annotations

from typing import Any, Dict, List, Literal, Optional, TypedDict, Union, cast

from ._http import ControlError, call as _http_call, given as _given, segment as _segment

__all__ = ["Control", "ControlError"]


class Health(TypedDict):
    status: Literal["ok"]  # Always ok.
    version: str  # The version of mock-portal.
    scenario: str  # The name or path of the scenario.
    now: int  # The deployment's clock, in ms since 1970.


class Ready(TypedDict):
    version: str  # The version of mock-portal.
    scenario: str  # The name or path of the scenario.
    pid: int  # The process.
    http: str  # The origin over HTTP.
    https: str  # The origin over HTTPS.
    ca: Union[str, None]  # The file with the authority's certificate.
    control: str  # The URL of these endpoints.
    portal: Union[str, None]  # The URL of the first portal.
    portals: Dict[str, str]  # URLs of the portals by name.
    servers: Dict[str, str]  # URLs of the servers by name.
    idp: Union[str, None]  # The URL of the built-in identity provider.
    users: List["User"]  # Who can sign in.
    apps: List["App"]  # Registered apps.
    siteAdmins: Dict[str, "Administrator"]  # Primary site administrators by server.
    warnings: List["Finding"]  # What is odd about the scenario.


class User(TypedDict):
    username: str  # The name.
    password: str  # The password.
    provider: Literal["arcgis", "enterprise"]  # Who checks the password.
    role: str  # The role.
    store: str  # portal, or the name of the server that has the user.
    certificate: Union[str, None]  # The file with the client certificate.
    key: Union[str, None]  # The file with its key.


class App(TypedDict):
    clientId: str  # The client id.
    clientSecret: str  # The secret.
    redirectUris: List[str]  # The redirect URIs.


class Administrator(TypedDict):
    username: str  # The name.
    password: str  # The password.


class Finding(TypedDict):
    file: str  # The file; (request) is the request body.
    line: int  # From 1.
    column: int  # From 1.
    message: str  # What is wrong there.
    suggestion: Union[str, None]  # What was probably meant.


class Requests(TypedDict):
    total: int  # The number of recorded requests that match.
    dropped: int  # The number of exchanges dropped for newer ones.
    requests: List["Exchange"]  # The first matching requests.
    near: List["NearMiss"]  # The nearest requests if none matches.
    edits: List["ControlEdit"]  # The changes made through these endpoints or in Swift, up to the next request that is not on this page; the newest ones, at most limit.


class _Exchange(TypedDict):
    id: int  # Counted from 1; never reused.
    at: int  # The deployment's clock, in ms since 1970.
    connection: int  # The number of the connection.
    tls: Union[str, None]  # The TLS version; null without TLS.
    method: Union[str, None]  # The method as sent; null if no request could be read.
    target: Union[str, None]  # Path and query as sent.
    headers: List[List[str]]  # Name and value of each field, in their order.
    door: Union[Literal["sharing/generateToken", "sharing/rest/generateToken", "sharing", "oauth2", "tokens/generateToken", "admin/generateToken", "admin", "portaladmin", "rest/info", "idp", "rest/admin", "catalog", "service"], None]  # The door.
    user: Union[str, None]  # The authenticated caller.
    response: Union["Response", None]  # The response.
    because: Union["Because", None]  # The verdict that refused it.
    fault: Union[str, None]  # The id of the fault that struck.
    micros: int  # From request to answer, in microseconds of wall time.


class Exchange(_Exchange, total=False):
    body: Union[str, None]  # The body.
    bodyBase64: str  # A body that is not text.
    unreadable: str  # Why no request could be read.


class _Response(TypedDict):
    status: int  # The HTTP status.
    headers: List[List[str]]  # Name and value of each field, in their order.


class Response(_Response, total=False):
    body: Union[str, None]  # The body.
    bodyBase64: str  # A body that is not text.


class Because(TypedDict):
    rule: str  # The rule's id, for mock-portal explain.
    facts: Dict[str, str]  # The facts that it looked at.
    wouldPass: str  # What would have passed.
    evidence: "Evidence"  # The evidence that real systems do so.


class Evidence(TypedDict):
    source: str  # Where it was seen.
    confidence: Literal["captured", "documented", "reported", "inferred"]  # How certain it is.


class NearMiss(TypedDict):
    request: "Exchange"  # The request.
    differences: List[str]  # The differences.


class ControlEdit(TypedDict):
    id: int  # In sequence with those of the requests; never reused.
    at: int  # The deployment's clock, in ms since 1970; before a move of it.
    kind: Literal["clock", "faults", "event", "token", "scenario", "reset"]  # What was changed.
    text: str  # What happened, in words and without secrets.


class _Verification(TypedDict):
    request: "RequestPattern"  # The requests to count.


class Verification(_Verification, total=False):
    times: Union[int, "Times"]  # The expected number; default: at least one.


class RequestPattern(TypedDict, total=False):
    method: str  # GET, POST.
    door: Literal["sharing/generateToken", "sharing/rest/generateToken", "sharing", "oauth2", "tokens/generateToken", "admin/generateToken", "admin", "portaladmin", "rest/info", "idp", "rest/admin", "catalog", "service"]  # The door that answered.
    path: str  # A glob on the decoded path: * within a segment, ** across segments.
    user: str  # The authenticated caller.
    rule: str  # A rule that refused or shaped the answer.
    parameters: Dict[str, Union[str, int, bool, None]]  # Parameters of the query or a form body, likewise.
    query: Dict[str, Union[str, int, bool, None]]  # Parameters of the query: * matches anything, null means absent.
    form: Dict[str, Union[str, int, bool, None]]  # Parameters of a form body, likewise.
    headers: Dict[str, Union[str, int, bool, None]]  # Header fields, likewise.
    longerThan: int  # The size that path and query exceed, in bytes as sent.


class Times(TypedDict, total=False):
    atLeast: int  # This many or more.
    atMost: int  # This many or fewer.


class Verdict(TypedDict):
    passed: bool  # Whether there were as many as expected.
    count: int  # The number of matching requests.
    message: str  # The result in words.
    near: List["NearMiss"]  # The nearest requests if there are too few.


class Remarks(TypedDict):
    remarks: List["Remark"]  # One for each habit found; empty if there is none.


class Remark(TypedDict):
    check: Literal["token-in-url", "password-again", "refresh-storm", "endless-authentication", "referer-missing", "plain-http"]  # The habit.
    message: str  # What was found, without secrets.
    advice: str  # What a client should do.
    requests: List[int]  # The ids of the requests that show it.


class Contract(TypedDict):
    passed: bool  # Whether every clause is kept.
    clauses: List["Clause"]  # One for each clause.


class Clause(TypedDict):
    clause: str  # Its name.
    says: str  # The promise in words.
    passed: bool  # Whether it is kept.
    message: str  # What breaks it, without secrets; empty if nothing does.
    advice: str  # What a client should do.
    requests: List[int]  # The ids of the requests that break it.


class Clock(TypedDict):
    now: int  # The time in ms since 1970.
    iso: str  # The time in ISO 8601.
    frozen: bool  # Whether the clock is frozen.
    skew: Dict[str, int]  # By server: the ms by which its clock is ahead.


class ClockMove(TypedDict, total=False):
    advance: str  # An ISO 8601 duration to move forward: PT61M.
    set: str  # An ISO 8601 instant to set: 2016-01-26T17:29:00Z.
    freeze: bool  # Whether the clock is frozen.
    skew: "Skew"  # Puts one server's clock ahead of the others.


class Skew(TypedDict):
    server: str  # The server's name.
    by: Union[int, str]  # Ms, or an ISO 8601 duration; negative: behind.


class _Fault(TypedDict):
    then: Dict[str, Any]  # What it does: one of these.


class Fault(_Fault, total=False):
    when: Dict[str, Any]  # When it strikes: all conditions must be met. Default: always.


class _Event(TypedDict):
    event: Literal["restart-server", "rotate-shared-key", "unfederate", "federate", "stop-site", "start-site", "lock-site", "unlock-site", "disable-organization", "enable-organization", "change-license", "disable-user", "enable-user", "change-password", "unlock-user", "change-role", "change-user-type", "expire-password", "delete-user", "add-to-group", "remove-from-group", "delete-group", "stop-service", "start-service", "delete-service", "share-service", "revoke-tokens", "rollover-idp-certificate", "drop-field", "add-field", "rename-field", "break-source", "slow-source", "rebuild-source", "miscount-source", "mend-source"]  # What happens.


class Event(_Event, total=False):
    server: str  # The server's name; optional if there is one server.
    portal: str  # The portal's name; optional if there is one portal.
    user: str  # The user's name.
    service: str  # The service's name.
    password: str  # The new password.
    layer: int  # The layer's id; default: 0.
    field: str  # The field's name.
    to: str  # The field's new name.
    role: str  # The new role: its id, or the name of one that the scenario makes.
    group: str  # The group's id.
    userType: str  # The new user type, by its id.
    access: Union[Literal["public", "org", "private"], Dict[str, Any]]  # Who may see it from now on.
    license: Literal["none", "basic", "standard", "advanced"]  # What the server is licensed for from now on.


class FaultIds(TypedDict):
    ids: List[str]  # The ids, in the order given.


class Faults(TypedDict):
    faults: List["SetFault"]  # The faults.


class SetFault(TypedDict):
    id: str  # The id for DELETE.
    when: Dict[str, Any]  # When it strikes, as given.
    then: Dict[str, Any]  # What it does, as given.
    matches: int  # The number of requests that met all but the counts.
    strikes: int  # How often it struck.


class ScenarioName(TypedDict):
    name: str  # A built-in name, or a path on the machine that serves.


Scenario = Dict[str, Any]  # a scenario, as scenarios/schema.json describes it


class Happened(TypedDict):
    event: Literal["restart-server", "rotate-shared-key", "unfederate", "federate", "stop-site", "start-site", "lock-site", "unlock-site", "disable-organization", "enable-organization", "change-license", "disable-user", "enable-user", "change-password", "unlock-user", "change-role", "change-user-type", "expire-password", "delete-user", "add-to-group", "remove-from-group", "delete-group", "stop-service", "start-service", "delete-service", "share-service", "revoke-tokens", "rollover-idp-certificate", "drop-field", "add-field", "rename-field", "break-source", "slow-source", "rebuild-source", "miscount-source", "mend-source"]  # What happened.


class TokenOrder(TypedDict, total=False):
    user: str  # A member of the portal, or a user of the server.
    app: str  # The client id of an app.
    siteAdmin: bool  # true: the server's primary site administrator.
    at: str  # portal, or the name of a portal or server; default: the first portal.
    client: Literal["referer", "ip", "requestip"]  # What the token is bound to.
    referer: str  # The referer that the token is bound to.
    ip: str  # The address that the token is bound to.
    minutes: int  # The lifetime from now on; default: 60.
    foreign: bool  # Whether it is made with a key that no site here has.


class Token(TypedDict):
    token: str  # The token.
    expires: int  # The expiration, in ms since 1970.


class Deployment(TypedDict):
    version: str  # The version of mock-portal.
    scenario: str  # The name or path of the scenario.
    pid: int  # The process.
    http: str  # The origin over HTTP.
    https: str  # The origin over HTTPS.
    ca: Union[str, None]  # The file with the authority's certificate.
    control: str  # The URL of these endpoints.
    portal: Union[str, None]  # The URL of the first portal.
    portals: Dict[str, str]  # URLs of the portals by name.
    servers: Dict[str, str]  # URLs of the servers by name.
    idp: Union[str, None]  # The URL of the built-in identity provider.
    users: List["User"]  # Who can sign in.
    apps: List["App"]  # Registered apps.
    siteAdmins: Dict[str, "Administrator"]  # Primary site administrators by server.
    warnings: List["Finding"]  # What is odd about the scenario.
    id: str  # The id for DELETE.


class Deployments(TypedDict):
    deployments: List["Deployment"]  # Oldest first.


class WholeExchange(TypedDict):
    exchange: "Exchange"  # The exchange.
    rules: List["Told"]  # The rules that refused or shaped it.
    tokens: List["TokenReport"]  # The tokens in it, decoded.
    curl: Union[str, None]  # The request for a shell; null: no request was read.
    har: Dict[str, Any]  # An HTTP Archive of it.
    steps: List[Dict[str, Any]]  # Steps of a scenario that show it, with what it needs before: with secrets=true alone, for they run.


class Told(TypedDict):
    rule: str  # The rule's id.
    summary: str  # The rule in one sentence.
    facts: Dict[str, str]  # The facts that it looked at.
    wouldPass: str  # What would have passed.
    advice: str  # What a client should do.
    source: str  # The evidence.
    confidence: str  # How certain it is.
    clients: List[str]  # What released clients make of it.


class _TokenReport(TypedDict):
    token: str  # Its first letters.
    state: Literal["unknown", "good", "expired", "revoked", "ended"]  # Whether it is good; unknown: no site here issued it.
    told: str  # The same in words.


class TokenReport(_TokenReport, total=False):
    place: Union[str, None]  # Where it was in the exchange: query, form, a field, a cookie, answer.
    kind: Union[str, None]  # member, app, exchangedMember, exchangedApp, storeUser, siteAdmin, exchangedElsewhere.
    issuer: Union[Dict[str, Any], None]  # Who issued it.
    user: Union[str, None]  # Whose it is: a user name, or an app's client id.
    door: Union[str, None]  # By which door it was given out; null: not through a door, or the journal has dropped it.
    exchange: Union[int, None]  # The exchange that gave it out.
    binding: Union[str, None]  # none, referer, address, requestAddress, unknownClient, serverURL, machine.
    boundTo: Union[str, None]  # The referer or address that it is bound to.
    issued: Union[int, None]  # When, in ms since 1970, to the minute.
    expires: Union[int, None]  # Until when, in ms since 1970.
    remaining: Union[int, None]  # The ms until then on the deployment's clock; negative: since then.


class GivenToken(TypedDict):
    token: str  # The token.


class _SignIn(TypedDict):
    user: str  # A member of a portal, or a user of a server's own store.


class SignIn(_SignIn, total=False):
    at: str  # The name of the portal or server; default: the first portal.


class SignedIn(TypedDict):
    user: str  # Who.


class Rules(TypedDict):
    rules: List["Rule"]  # In the order of their ids.


class Rule(TypedDict):
    rule: str  # Its id.
    summary: str  # The rule in one sentence.
    advice: str  # What a client should do.
    source: str  # The evidence.
    confidence: str  # How certain it is.
    clients: List[str]  # What released clients make of it.


class Scenarios(TypedDict):
    scenarios: List["Shown"]  # In the order of their names.


class Shown(TypedDict):
    name: str  # Its name.
    title: str  # What it shows.
    url: Union[str, None]  # Where it was reported.
    confidence: Union[str, None]  # How certain it is.
    errors: List[str]  # The errors in its steps.
    versions: List[str]  # The releases of its sites.
    login: Union[str, None]  # The kind of login.
    client: Union[str, None]  # The client.


class ScenarioFile(TypedDict):
    name: str  # The name or path.
    title: str  # What it shows.
    text: Union[str, None]  # The file; null: it was made in Swift.
    steps: List["StepOutline"]  # Its steps.


class StepOutline(TypedDict):
    say: Union[str, None]  # What it says.
    kind: Literal["request", "advance", "event"]  # What it does.
    line: int  # Where it begins in the file.


class Report(TypedDict):
    name: str  # The name of the scenario.
    title: str  # What it shows.
    passed: bool  # Whether no step failed.
    count: int  # The number of steps.
    steps: List[Dict[str, Any]]  # Those that were run, as check --json has them.


class Replica(TypedDict):
    replica: int  # Its number, in the order in which they came, from 0.
    replicas: int  # How many have come so far.
    engine: str  # The engine, and whether it answers.
    link: Literal["well", "silent", "gone", "lost"]  # How it stands with the engine.
    position: str  # The place in the log up to which it has followed.
    entries: int  # The number of entries up to there.
    bytes: int  # The bytes of these entries.
    snapshot: Union[str, None]  # The place in the log of the snapshot that is kept, from which a new replica goes on.
    tail: int  # The bytes of the entries after it, which a new replica reads.
    changes: int  # The number of changes among them.
    exchanges: int  # The last number of the journal.
    dropped: int  # Records of the journal for which there was no room while the engine was gone.
    digest: Union[str, None]  # The digest of the state: equal in all replicas that are at one place.


class _Failure(TypedDict):
    error: Dict[str, Any]  # What is wrong.


class Failure(_Failure, total=False):
    findings: List["Finding"]  # What is wrong with the body, by position.


class Control:
    """The control endpoints of one deployment."""

    def __init__(self, url: str, token: Optional[str] = None, timeout: float = 30) -> None:
        self.url = url
        self._token = token
        self._timeout = timeout

    def _call(self, method: str, path: str, query: Any, body: Any) -> Any:
        return _http_call(self.url + path, method, query, body, self._token, self._timeout)

    def health(self) -> "Health":
        """The status, the scenario and the clock: ``GET /health``."""
        return cast("Health", self._call("GET", "/health", None, None))

    def ready(self) -> "Ready":
        """URLs, users and apps, as in the ready file: ``GET /ready``."""
        return cast("Ready", self._call("GET", "/ready", None, None))

    def ca_pem(self) -> str:
        """The certificate of the authority that clients need to trust: ``GET /ca.pem``."""
        return cast(str, self._call("GET", "/ca.pem", None, None))

    def openapi(self) -> Dict[str, Any]:
        """This document: ``GET /openapi.json``."""
        return cast(Dict[str, Any], self._call("GET", "/openapi.json", None, None))

    def requests(
        self,
        *,
        method: Optional[str] = None,
        door: Optional[Literal["sharing/generateToken", "sharing/rest/generateToken", "sharing", "oauth2", "tokens/generateToken", "admin/generateToken", "admin", "portaladmin", "rest/info", "idp", "rest/admin", "catalog", "service"]] = None,
        path: Optional[str] = None,
        user: Optional[str] = None,
        rule: Optional[str] = None,
        after: Optional[int] = None,
        limit: Optional[int] = None,
        secrets: Optional[bool] = None,
    ) -> "Requests":
        """The requests with their answers, oldest first, that meet all conditions: ``GET /requests``."""
        return cast("Requests", self._call("GET", "/requests", _given(method=method, door=door, path=path, user=user, rule=rule, after=after, limit=limit, secrets=secrets), None))

    def clear_requests(self) -> None:
        """Clears the journal; numbers continue: ``DELETE /requests``."""
        self._call("DELETE", "/requests", None, None)

    def last_request(self, *, secrets: Optional[bool] = None) -> "Exchange":
        """The last request: ``GET /requests/last``."""
        return cast("Exchange", self._call("GET", "/requests/last", _given(secrets=secrets), None))

    def verify(self, request: "RequestPattern", *, times: Optional[Union[int, "Times"]] = None) -> "Verdict":
        """Counts requests, and lists near misses if there are too few: ``POST /verify``."""
        return cast("Verdict", self._call("POST", "/verify", None, _given(request=request, times=times)))

    def hygiene(
        self,
        *,
        check: Optional[Literal["token-in-url", "password-again", "refresh-storm", "endless-authentication", "referer-missing", "plain-http"]] = None,
    ) -> "Remarks":
        """The careless habits that the recorded requests show: ``GET /hygiene``."""
        return cast("Remarks", self._call("GET", "/hygiene", _given(check=check), None))

    def contract(self, *, clause: Optional[str] = None) -> "Contract":
        """Whether the recorded requests keep what a client promises, clause by clause: ``GET /contract``."""
        return cast("Contract", self._call("GET", "/contract", _given(clause=clause), None))

    def contract_xml(self, *, clause: Optional[str] = None) -> str:
        """The same as JUnit XML, a case for each clause; with it all habits are JUnit, too: ``GET /contract.xml``."""
        return cast(str, self._call("GET", "/contract.xml", _given(clause=clause), None))

    def clock(self) -> "Clock":
        """The deployment's clock: ``GET /clock``."""
        return cast("Clock", self._call("GET", "/clock", None, None))

    def move_clock(
        self,
        *,
        advance: Optional[str] = None,
        set: Optional[str] = None,
        freeze: Optional[bool] = None,
        skew: Optional["Skew"] = None,
    ) -> "Clock":
        """Moves the clock by one of these: ``POST /clock``."""
        return cast("Clock", self._call("POST", "/clock", None, _given(advance=advance, set=set, freeze=freeze, skew=skew)))

    def add_faults(self, body: Union["Fault", List["Fault"]]) -> "FaultIds":
        """Sets a fault or a list of them: ``POST /faults``."""
        return cast("FaultIds", self._call("POST", "/faults", None, body))

    def faults(self) -> "Faults":
        """The faults, in the order they are tried: ``GET /faults``."""
        return cast("Faults", self._call("GET", "/faults", None, None))

    def clear_faults(self) -> None:
        """Removes all faults, including the scenario's: ``DELETE /faults``."""
        self._call("DELETE", "/faults", None, None)

    def remove_fault(self, id: str) -> None:
        """Removes a fault: ``DELETE /faults/{id}``."""
        self._call("DELETE", f"/faults/{_segment(id)}", None, None)

    def serve_scenario(self, body: Union["ScenarioName", "Scenario"]) -> "Ready":
        """Serves another scenario on the same ports, unless it has errors: ``PUT /scenario``."""
        return cast("Ready", self._call("PUT", "/scenario", None, body))

    def scenario(self) -> "ScenarioFile":
        """The file of the scenario that is served: ``GET /scenario``."""
        return cast("ScenarioFile", self._call("GET", "/scenario", None, None))

    def reset(self) -> None:
        """Resets state, journal, faults and clock to the scenario's beginning: ``POST /reset``."""
        self._call("POST", "/reset", None, None)

    def event(
        self,
        event: Literal["restart-server", "rotate-shared-key", "unfederate", "federate", "stop-site", "start-site", "lock-site", "unlock-site", "disable-organization", "enable-organization", "change-license", "disable-user", "enable-user", "change-password", "unlock-user", "change-role", "change-user-type", "expire-password", "delete-user", "add-to-group", "remove-from-group", "delete-group", "stop-service", "start-service", "delete-service", "share-service", "revoke-tokens", "rollover-idp-certificate", "drop-field", "add-field", "rename-field", "break-source", "slow-source", "rebuild-source", "miscount-source", "mend-source"],
        *,
        server: Optional[str] = None,
        portal: Optional[str] = None,
        user: Optional[str] = None,
        service: Optional[str] = None,
        password: Optional[str] = None,
        layer: Optional[int] = None,
        field: Optional[str] = None,
        to: Optional[str] = None,
        role: Optional[str] = None,
        group: Optional[str] = None,
        userType: Optional[str] = None,
        access: Optional[Union[Literal["public", "org", "private"], Dict[str, Any]]] = None,
        license: Optional[Literal["none", "basic", "standard", "advanced"]] = None,
    ) -> "Happened":
        """Triggers an event, such as an administrator's action or a restart: ``POST /events``."""
        return cast("Happened", self._call("POST", "/events", None, _given(event=event, server=server, portal=portal, user=user, service=service, password=password, layer=layer, field=field, to=to, role=role, group=group, userType=userType, access=access, license=license)))

    def token(
        self,
        *,
        user: Optional[str] = None,
        app: Optional[str] = None,
        siteAdmin: Optional[bool] = None,
        at: Optional[str] = None,
        client: Optional[Literal["referer", "ip", "requestip"]] = None,
        referer: Optional[str] = None,
        ip: Optional[str] = None,
        minutes: Optional[int] = None,
        foreign: Optional[bool] = None,
    ) -> "Token":
        """Creates a token for one of user, app and siteAdmin, as a door would: ``POST /tokens``."""
        return cast("Token", self._call("POST", "/tokens", None, _given(user=user, app=app, siteAdmin=siteAdmin, at=at, client=client, referer=referer, ip=ip, minutes=minutes, foreign=foreign)))

    def start_deployment(self, body: Union["ScenarioName", "Scenario"]) -> "Deployment":
        """Starts an additional deployment with its own port and its own /_mock: ``POST /deployments``."""
        return cast("Deployment", self._call("POST", "/deployments", None, body))

    def deployments(self) -> "Deployments":
        """The deployments started here: ``GET /deployments``."""
        return cast("Deployments", self._call("GET", "/deployments", None, None))

    def stop_deployment(self, id: str) -> None:
        """Stops a deployment and those started there: ``DELETE /deployments/{id}``."""
        self._call("DELETE", f"/deployments/{_segment(id)}", None, None)

    def exchange(self, id: str, *, secrets: Optional[bool] = None) -> "WholeExchange":
        """An exchange with all that is known of it: its rules, its tokens, as curl, HAR and steps of a scenario: ``GET /exchanges/{id}``."""
        return cast("WholeExchange", self._call("GET", f"/exchanges/{_segment(id)}", _given(secrets=secrets), None))

    def decode_token(self, token: str) -> "TokenReport":
        """What a token says, and what has become of it: ``POST /tokens/decode``."""
        return cast("TokenReport", self._call("POST", "/tokens/decode", None, _given(token=token)))

    def deployment(self, *, secrets: Optional[bool] = None) -> Dict[str, Any]:
        """Portals and servers, users, services, items and who may see them, as it is now: ``GET /deployment``."""
        return cast(Dict[str, Any], self._call("GET", "/deployment", _given(secrets=secrets), None))

    def sign_in(self, user: str, *, at: Optional[str] = None) -> "SignedIn":
        """Signs this browser in as somebody, by the cookies of the sites: ``POST /sign-in``."""
        return cast("SignedIn", self._call("POST", "/sign-in", None, _given(user=user, at=at)))

    def rules(self) -> "Rules":
        """Every rule, with its evidence and what a client should do: ``GET /rules``."""
        return cast("Rules", self._call("GET", "/rules", None, None))

    def scenarios(self) -> "Scenarios":
        """The built-in scenarios, with the errors, releases, logins and clients that they are about: ``GET /scenarios``."""
        return cast("Scenarios", self._call("GET", "/scenarios", None, None))

    def built_in_scenario(self, theme: str, name: str) -> "ScenarioFile":
        """A built-in scenario's file: ``GET /scenarios/{theme}/{name}``."""
        return cast("ScenarioFile", self._call("GET", f"/scenarios/{_segment(theme)}/{_segment(name)}", None, None))

    def check(
        self,
        body: Union["ScenarioName", "Scenario"],
        *,
        here: Optional[bool] = None,
        until: Optional[int] = None,
    ) -> "Report":
        """Runs a scenario's steps, up to the first that fails: on a deployment of its own, or on this one: ``POST /check``."""
        return cast("Report", self._call("POST", "/check", _given(here=here, until=until), body))

    def get_replicas(self, *, digest: Optional[bool] = None) -> "Replica":
        """How this replica stands with the others: the engine, its place in the log, its state: ``GET /replicas``."""
        return cast("Replica", self._call("GET", "/replicas", _given(digest=digest), None))
