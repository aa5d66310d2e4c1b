"""Testcontainers for Python, with the control client of the wheel mock-portal."""
import json
import ssl
import urllib.request

import pytest
from mock_portal import Control
from testcontainers.core.container import DockerContainer
from testcontainers.core.wait_strategies import HealthcheckWaitStrategy


@pytest.fixture(scope="module")
def origin():
    container = (
        DockerContainer("mock-portal")
        .with_command("serve --host 0.0.0.0 --control-token of-the-test")
        .with_exposed_ports(7443)
        .waiting_for(HealthcheckWaitStrategy())
    )
    with container:
        yield f"{container.get_container_host_ip()}:{container.get_exposed_port(7443)}"


def test_signs_in(origin):
    control = Control(f"http://{origin}/_mock", "of-the-test")
    trust = ssl.create_default_context(cadata=control.ca_pem())
    with urllib.request.urlopen(f"https://{origin}/portal/sharing/rest?f=json", context=trust) as answer:
        assert "currentVersion" in json.load(answer)
