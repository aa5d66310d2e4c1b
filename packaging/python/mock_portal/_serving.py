# SPDX-License-Identifier: Apache-2.0
"""A running ``mock-portal``, and the deployments in it."""
from __future__ import annotations

import datetime
import json
import os
import shutil
import ssl
import subprocess
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import Any, Dict, List, Optional, Type, Union

from . import control as _control
from ._command import command as _command

# What the environment of a developer says to `serve` is for a server of theirs, not for a test's own.
_OF_SERVE = [f"MOCK_PORTAL_{name}" for name in (
    "HOST", "HOSTS", "PORT", "HTTP_PORT", "HTTPS_PORT", "READY_FILE", "CA_FILE", "PUBLIC_URL", "CONTROL_TOKEN", "SCENARIO", "WATCH", "LOG")]
Span = Union[str, datetime.timedelta]
ScenarioLike = Union[str, "os.PathLike[str]", Dict[str, Any]]


def _duration(span: Span) -> str:
    if isinstance(span, str):
        return span
    milliseconds = round(span.total_seconds() * 1000)
    return f"PT{milliseconds // 1000}.{milliseconds % 1000:03}S"


def _body(scenario: ScenarioLike) -> Any:
    """The body of ``POST deployments``: a built-in name, a path, a scenario in JSON5, or one as a dict."""
    if isinstance(scenario, dict):
        return scenario
    if isinstance(scenario, str) and scenario.lstrip().startswith("{"):
        return scenario
    text = os.fspath(scenario)
    if text.endswith(".json5") or text[:1] in "./":
        return {"name": os.path.abspath(text)}
    return {"name": text}


class Clock:
    """The clock of a deployment: it runs with the machine's until it is frozen or moved."""

    def __init__(self, control: _control.Control) -> None:
        self._control = control

    def now(self) -> datetime.datetime:
        return datetime.datetime.fromtimestamp(self._control.clock()["now"] / 1000, datetime.timezone.utc)

    def freeze(self) -> None:
        self._control.move_clock(freeze=True)

    def run(self) -> None:
        self._control.move_clock(freeze=False)

    def advance(self, span: Optional[Span] = None, **parts: float) -> None:
        """Moves it on: ``advance("PT61M")``, ``advance(minutes=61)``, ``advance(timedelta(hours=1))``."""
        self._control.move_clock(advance=_duration(span if span is not None else datetime.timedelta(**parts)))

    def set(self, moment: Union[str, datetime.datetime]) -> None:
        if isinstance(moment, datetime.datetime):
            if moment.tzinfo is None:
                raise ValueError("a moment needs a time zone")
            moment = moment.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
        self._control.move_clock(set=moment)

    def skew(self, server: str, span: Union[int, Span]) -> None:
        """Puts one server's clock ahead of the others (or behind, if negative), by ms or a duration."""
        by: Union[int, str] = round(span.total_seconds() * 1000) if isinstance(span, datetime.timedelta) else span
        self._control.move_clock(skew={"server": server, "by": by})


class Deployment:
    """A portal and its servers on a port of their own."""

    def __init__(self, ready: Any, token: Optional[str] = None) -> None:
        self.ready = ready
        self.control = _control.Control(ready["control"], token)
        self.clock = Clock(self.control)

    @property
    def http(self) -> str:
        """The origin over HTTP: ``http://127.0.0.1:…``."""
        return str(self.ready["http"])

    @property
    def https(self) -> str:
        """The origin over HTTPS; ``ca`` is what a client is to trust."""
        return str(self.ready["https"])

    @property
    def url(self) -> str:
        """The URL of the (first) portal, over HTTPS."""
        if self.ready["portal"] is None:
            raise LookupError("this scenario has no portal")
        return str(self.ready["portal"])

    @property
    def server_url(self) -> str:
        """The URL of the (first) server, over HTTPS."""
        for url in self.ready["servers"].values():
            return str(url)
        raise LookupError("this scenario has no server")

    def service_url(self, name: str, kind: str = "MapServer", server: Optional[str] = None) -> str:
        base = self.ready["servers"][server] if server else self.server_url
        return f"{base}/rest/services/{name}/{kind}"

    @property
    def ca(self) -> str:
        """The file with the authority's certificate: ``requests.get(url, verify=mock_portal.ca)``."""
        return str(self.ready["ca"])

    def ssl_context(self) -> ssl.SSLContext:
        """What trusts this deployment: for urllib, httpx and aiohttp."""
        return ssl.create_default_context(cafile=self.ca)

    def user(self, name: str) -> Any:
        for user in self.ready["users"]:
            if user["username"] == name:
                return user
        raise LookupError(f"no user {name!r}; there are " + ", ".join(u["username"] for u in self.ready["users"]))

    def token(self, user: Optional[str] = None, **order: Any) -> str:
        """A token as a door would give it, without the dance: ``token("viewer", minutes=-1)`` is an expired one."""
        return self.control.token(user=user, **order)["token"]

    def event(self, event: Any, **details: Any) -> None:
        """What an administrator or a machine does: ``event("restart-server")``, ``event("disable-user", user="viewer")``."""
        self.control.event(event, **details)

    def fault(self, then: Dict[str, Any], **when: Any) -> str:
        """Sets a fault and returns its id: ``fault({"delay": "PT2S"}, path="**/query", nth=1)``."""
        fault: Any = {"then": then}
        if when:
            fault["when"] = when
        return self.control.add_faults(fault)["ids"][0]

    def requests(self, **which: Any) -> List[Any]:
        """The requests so far, oldest first: ``requests(rule="token.expired")``."""
        return self.control.requests(**which)["requests"]

    def verify(self, times: Any = None, **pattern: Any) -> None:
        """Fails, with the nearest requests, unless as many came: ``verify(path="**/generateToken", times=1)``."""
        request: Any = pattern
        verdict = self.control.verify(request, times=times)
        if not verdict["passed"]:
            raise AssertionError(verdict["message"])

    def transcript(self, limit: int = 50) -> str:
        """The journal for people: a line a request, and under a refused one the rule, what it saw and what would have passed."""
        page = self.control.requests(limit=1000)
        lines: List[str] = []
        kept = page["requests"][-limit:]
        hidden = page["total"] - len(kept)
        if hidden:
            lines.append(f"({hidden} earlier ones)")
        for entry in kept:
            response = entry.get("response")
            status = response["status"] if response else "-"
            lines.append(f"{entry['id']:>4}  {entry.get('method') or '?':<5}{entry.get('target') or entry.get('unreadable')}  -> {status}")
            because = entry.get("because")
            if because:
                facts = ", ".join(f"{k}={v}" for k, v in because["facts"].items())
                lines.append(f"      because     {because['rule']}" + (f" ({facts})" if facts else ""))
                lines.append(f"      would pass  {because['wouldPass']}")
        for edit in page.get("edits", []):
            lines.append(f"{edit['id']:>4}  {edit['kind']}: {edit['text']}")
        return "\n".join(lines) or "no request came"


class MockPortal(Deployment):
    """A ``mock-portal`` of one's own, for a ``with`` statement; it is itself a deployment, and starts others.

    >>> with MockPortal("start/federated") as mock: print(mock.url)
    """

    def __init__(self, scenario: ScenarioLike = "start/federated", arguments: Any = (), timeout: float = 20) -> None:
        self._folder = tempfile.mkdtemp(prefix="mock-portal-")
        folder = Path(self._folder)
        ready = folder / "ready.json"
        body = _body(scenario)
        if isinstance(body, str) or "name" not in body:
            # A scenario of one's own, as a file: what serves reads files.
            body = body if isinstance(body, str) else json.dumps(body)
            (folder / "scenario.json5").write_text(body, encoding="utf-8")
            name = str(folder / "scenario.json5")
        else:
            name = body["name"]
        program, environment = _command()
        for variable in _OF_SERVE:
            environment.pop(variable, None)
        self._errors = open(folder / "errors", "w+b")
        try:
            self._process = subprocess.Popen(
                [*program, "serve", name, "--port", "0", "--log", "off", "--ready-file", str(ready), *arguments],
                stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=self._errors, env=environment)
        except OSError as error:
            self._clean()
            raise RuntimeError(f"mock-portal cannot be started: {program[0]}: {error.strerror}") from None
        end = time.monotonic() + timeout
        while not ready.exists():
            if self._process.poll() is not None or time.monotonic() > end:
                self._process.kill()
                self._process.wait()
                self._errors.seek(0)
                said = self._errors.read().decode(errors="replace").strip()
                self._clean()
                raise RuntimeError(f"mock-portal did not start: {said or 'it said nothing'}")
            time.sleep(0.01)
        super().__init__(json.loads(ready.read_text(encoding="utf-8")))

    def start(self, scenario: ScenarioLike = "start/federated") -> Deployment:
        """Another deployment, on a port of its own, in the same process."""
        return Deployment(self.control.start_deployment(_body(scenario)))

    def stop_deployment(self, deployment: Deployment) -> None:
        self.control.stop_deployment(deployment.ready["id"])

    def stop(self) -> None:
        if self._process.poll() is None:
            self._process.terminate()
            try:
                self._process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
        self._clean()

    def _clean(self) -> None:
        self._errors.close()
        shutil.rmtree(self._folder, ignore_errors=True)

    def __enter__(self) -> "MockPortal":
        return self

    def __exit__(self, kind: Optional[Type[BaseException]], error: Optional[BaseException], trace: Optional[TracebackType]) -> None:
        self.stop()
