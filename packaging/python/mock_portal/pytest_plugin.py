# SPDX-License-Identifier: Apache-2.0
"""The pytest plugin: a portal for each test.

* ``mock_portal``: a deployment of its own for the test; the journal is shown if the test fails.
* ``@pytest.mark.mock_portal("theme/name")``: its scenario; also a path (relative to the file of the test), a dict, or JSON5.
  ``frozen=True`` freezes its clock at the start.
* ``mock_portal_clock``, ``mock_portal_events``: its clock; what happens to it.
* ``mock_portal_process``: the one ``mock-portal`` of the run, or of the worker where pytest-xdist runs several.
"""
from __future__ import annotations

import os
from typing import Any, Callable, Iterator

import pytest

from ._serving import Clock, Deployment, MockPortal, ScenarioLike

_ATTACHED = pytest.StashKey[Deployment]()


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("mock-portal")
    group.addoption("--mock-portal-scenario", metavar="SCENARIO", help="the scenario of tests without a mark (start/federated)")
    group.addoption("--mock-portal-command", metavar="PATH", help="the command to start, in place of the one in the package")
    parser.addini("mock_portal_scenario", "the scenario of tests without a mark", default="start/federated")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers", "mock_portal(scenario, frozen=False): the scenario that the fixture mock_portal serves to this test")
    command = config.getoption("--mock-portal-command")
    if command:
        # The environment, so that workers of pytest-xdist have it, too.
        os.environ["MOCK_PORTAL"] = os.path.abspath(command) if os.sep in command else command


@pytest.fixture(scope="session")
def mock_portal_process() -> Iterator[MockPortal]:
    """The one process: each worker of pytest-xdist has a session, and so a process, of its own."""
    with MockPortal("start/standalone") as process:
        yield process


def _scenario(request: pytest.FixtureRequest) -> ScenarioLike:
    mark = request.node.get_closest_marker("mock_portal")
    scenario: Any = mark.args[0] if mark and mark.args else None
    if scenario is None:
        scenario = request.config.getoption("--mock-portal-scenario") or request.config.getini("mock_portal_scenario")
    if not isinstance(scenario, dict) and not str(scenario).lstrip().startswith("{"):
        text: str = os.fspath(scenario)
        if text.endswith(".json5") or text.startswith("."):
            return str(os.path.join(os.path.dirname(str(request.node.path)), text))
        return text
    own: ScenarioLike = scenario
    return own


@pytest.fixture
def mock_portal(request: pytest.FixtureRequest, mock_portal_process: MockPortal) -> Iterator[Deployment]:
    """A portal and its servers for this test alone."""
    deployment = mock_portal_process.start(_scenario(request))
    request.node.stash[_ATTACHED] = deployment
    mark = request.node.get_closest_marker("mock_portal")
    if mark and mark.kwargs.get("frozen"):
        deployment.clock.freeze()
    yield deployment
    del request.node.stash[_ATTACHED]
    mock_portal_process.stop_deployment(deployment)


@pytest.fixture
def mock_portal_clock(mock_portal: Deployment) -> Clock:
    """The clock of this test's portal."""
    return mock_portal.clock


@pytest.fixture
def mock_portal_events(mock_portal: Deployment) -> Callable[..., None]:
    """What happens to this test's portal: ``mock_portal_events("restart-server")``."""
    return mock_portal.event


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Any:
    report = yield
    deployment = item.stash.get(_ATTACHED, None)
    if deployment is not None and report.when == "call" and report.failed:
        try:
            text = deployment.transcript()
        except Exception as error:  # The test failed for a reason of its own, which is what has to be told.
            text = f"the journal could not be read: {error}"
        report.sections.append(("mock-portal: what came, and why it was refused", text))
    return report
