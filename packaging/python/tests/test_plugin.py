# SPDX-License-Identifier: Apache-2.0
"""The plugin as it is installed: run by packaging/tests/wheel.sh in an environment that has the wheel, pytest and pytest-xdist."""
import datetime
import json
import os
import pathlib
import re
import urllib.request

import pytest

import mock_portal as package
from mock_portal import ControlError, MockPortal

pytest_plugins = ["pytester"]
ASK = """
import json, urllib.parse, urllib.request
def ask(url, **form):
    with urllib.request.urlopen(url, urllib.parse.urlencode({"f": "json", **form}).encode()) as answer:
        return json.load(answer)
"""


def ask(url, **form):
    import urllib.parse
    with urllib.request.urlopen(url, urllib.parse.urlencode({"f": "json", **form}).encode()) as answer:
        return json.load(answer)


def test_each_test_has_its_own(mock_portal):
    assert mock_portal.requests() == []
    ask(mock_portal.http + "/arcgis/rest/info")


def test_and_nothing_of_the_other(mock_portal):
    assert mock_portal.requests() == []


def test_https_is_trusted(mock_portal):
    with urllib.request.urlopen(mock_portal.url + "/sharing/rest?f=json", context=mock_portal.ssl_context()) as answer:
        assert "currentVersion" in json.load(answer)


def test_clock(mock_portal, mock_portal_clock):
    mock_portal_clock.freeze()
    before = mock_portal_clock.now()
    mock_portal_clock.advance(minutes=1.5)
    mock_portal_clock.advance("PT30S")
    mock_portal_clock.advance(datetime.timedelta(milliseconds=250))
    assert mock_portal_clock.now() - before == datetime.timedelta(minutes=2, milliseconds=250)
    mock_portal_clock.set(datetime.datetime(2026, 1, 2, tzinfo=datetime.timezone.utc))
    assert mock_portal_clock.now().isoformat() == "2026-01-02T00:00:00+00:00"
    mock_portal_clock.skew("gis", datetime.timedelta(minutes=5))
    assert mock_portal.control.clock()["skew"]["gis"] == 300_000


def test_events(mock_portal, mock_portal_events):
    token = mock_portal.token("viewer")
    service = mock_portal.http + "/arcgis/rest/services/Airports/MapServer"
    assert "currentVersion" in ask(service, token=token)
    mock_portal_events("restart-server")
    ask(mock_portal.http + "/portal/sharing/rest/portals/self", token=token)
    mock_portal_events("stop-service", service="Airports")
    assert "error" in ask(service, token=mock_portal.token("viewer"))


def test_faults(mock_portal):
    fault = mock_portal.fault({"answer": {"status": 503}}, path="**/rest/info", nth=1)
    with pytest.raises(urllib.error.HTTPError):
        ask(mock_portal.http + "/arcgis/rest/info")
    assert "currentVersion" in ask(mock_portal.http + "/arcgis/rest/info")
    assert [each["id"] for each in mock_portal.control.faults()["faults"]] == [fault]
    mock_portal.control.remove_fault(fault)


def test_errors_are_told(mock_portal):
    with pytest.raises(ControlError, match="did you mean"):
        mock_portal.event("restart-srever")
    with pytest.raises(AssertionError, match="(?i)expected"):
        mock_portal.verify(path="**/generateToken", times=1)
    with pytest.raises(LookupError, match="viewer"):
        mock_portal.user("veiwer")


@pytest.mark.mock_portal({"portal": None, "servers": [{"name": "gis", "version": "10.3.1"}]}, frozen=True)
def test_a_dict(mock_portal):
    assert ask(mock_portal.http + "/arcgis/rest/info")["fullVersion"] == "10.3.1"
    assert mock_portal.control.clock()["frozen"]
    with pytest.raises(LookupError, match="no portal"):
        mock_portal.url


@pytest.mark.mock_portal('{ portal: null, servers: [{ version: "10.6.1" }] } // JSON5')
def test_json5(mock_portal):
    assert ask(mock_portal.http + "/arcgis/rest/info")["fullVersion"] == "10.6.1"


def test_every_call(mock_portal):
    """Each call of the typed client is answered as docs/openapi.json says."""
    control = mock_portal.control
    assert control.health()["status"] == "ok" and control.ready()["portal"] == mock_portal.url
    assert "BEGIN CERTIFICATE" in control.ca_pem() and control.openapi()["openapi"]
    ask(mock_portal.http + "/arcgis/rest/info")
    assert control.last_request()["door"] == "rest/info"
    assert control.verify({"door": "rest/info"}, times={"atLeast": 1, "atMost": 1})["passed"]
    assert control.hygiene()["remarks"] == [] or control.hygiene(check="plain-http")
    control.add_faults([{"then": {"delay": "PT0S"}}])
    control.clear_faults()
    assert control.serve_scenario({"name": "start/standalone"})["portal"] is None
    control.reset()
    child = control.start_deployment({"name": "start/standalone"})
    assert [each["id"] for each in control.deployments()["deployments"]] == [child["id"]]
    control.stop_deployment(child["id"])
    control.clear_requests()
    assert control.requests()["total"] == 0


def test_variables_of_serve_are_for_others(monkeypatch):
    for name, value in {"CONTROL_TOKEN": "x", "HTTP_PORT": "1", "LOG": "loud", "PUBLIC_URL": "rubbish", "SCENARIO": "none"}.items():
        monkeypatch.setenv(f"MOCK_PORTAL_{name}", value)
    with MockPortal() as mock:
        assert mock.control.health()["scenario"] == "start/federated"


def test_without_pytest(tmp_path):
    (tmp_path / "own.json5").write_text('{ portal: null, servers: [{ version: "10.5.1" }] }')
    with MockPortal(tmp_path / "own.json5") as mock:
        folder = mock._folder
        assert ask(mock.http + "/arcgis/rest/info")["fullVersion"] == "10.5.1"
        other = mock.start()
        assert other.url != mock.http
        pid = mock.ready["pid"]
    assert not os.path.exists(folder)
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
    with pytest.raises(RuntimeError, match='did you mean "start/federated"'):
        MockPortal("start/federatd")
    with MockPortal({"portal": None, "servers": [{"version": "10.4.1"}]}) as mock:
        assert ask(mock.http + "/arcgis/rest/info")["fullVersion"] == "10.4.1"


def test_the_journal_is_attached_to_a_failing_test(pytester):
    pytester.makepyfile(ASK + """
def test_fails(mock_portal):
    answer = ask(mock_portal.http + "/portal/sharing/generateToken",
        username="dirk@CONTOSO", password="known-only-to-the-idp", referer="https://app.example")
    assert "token" in answer
def test_passes(mock_portal):
    ask(mock_portal.http + "/arcgis/rest/info")
""")
    result = pytester.runpytest_subprocess()
    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines([
        "*mock-portal: what came, and why it was refused*", "*POST /portal/sharing/generateToken*-> 200*",
        "*because     generate-token.enterprise-login*", "*would pass*"])
    assert "known-only-to-the-idp" not in result.stdout.str().split("what came")[1]


def test_options_and_files(pytester):
    pytester.mkdir("deep")
    (pytester.path / "deep/own.json5").write_text('{ portal: null, servers: [{ version: "10.5.1" }] }')
    (pytester.path / "deep/test_own.py").write_text(ASK + """
import pytest
@pytest.mark.mock_portal("own.json5")
def test_file_beside_the_test(mock_portal):
    assert ask(mock_portal.http + "/arcgis/rest/info")["fullVersion"] == "10.5.1"
def test_ini(mock_portal):
    assert mock_portal.ready["scenario"] == "start/standalone"
""")
    pytester.makeini("[pytest]\nmock_portal_scenario = start/standalone\n")
    pytester.runpytest_subprocess("--strict-markers").assert_outcomes(passed=2)
    pytester.runpytest_subprocess("--mock-portal-scenario", "start/federated").assert_outcomes(passed=1, failed=1)
    result = pytester.runpytest_subprocess("--mock-portal-command", "/no/such/command")
    result.assert_outcomes(errors=2)
    result.stdout.fnmatch_lines(["*mock-portal cannot be started: /no/such/command*"])


def test_workers_do_not_meet(pytester):
    """pytest-xdist: many tests at once, none sees another's requests, and no process is left."""
    pytest.importorskip("xdist")
    pytester.makepyfile(ASK + """
import pytest, pathlib
@pytest.mark.parametrize("n", range(24))
def test_alone(mock_portal, mock_portal_process, n):
    for _ in range(n % 5 + 1):
        ask(mock_portal.http + "/arcgis/rest/info", n=n)
    assert [r["target"] for r in mock_portal.requests()] == ["/arcgis/rest/info"] * (n % 5 + 1)
    pathlib.Path("pid-%d" % mock_portal_process.ready["pid"]).touch()
""")
    pytester.runpytest_subprocess("-n", "3").assert_outcomes(passed=24)
    pids = [int(path.name[4:]) for path in pytester.path.glob("pid-*")]
    assert len(pids) == 3
    for pid in pids:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


def test_the_readme(pytester):
    """Each block of Python in README.md runs as it stands; those with tests are tests."""
    readme = pathlib.Path(os.environ["MOCK_PORTAL_README"]).read_text()
    blocks = re.findall(r"```python\n(.*?)```", readme, re.S)
    tests = [block for block in blocks if "def test_" in block]
    for number, block in enumerate(tests):
        (pytester.path / f"test_block_{number}.py").write_text(block)
    pytester.runpytest_subprocess().assert_outcomes(passed=sum(block.count("def test_") for block in tests))
    for block in blocks:
        if block not in tests:
            exec(compile(block, "README.md", "exec"), {})


def test_the_version():
    import importlib.metadata
    assert package.__version__ == importlib.metadata.version("mock-portal") != "0"
    with MockPortal() as mock:
        assert mock.ready["version"] == package.__version__
