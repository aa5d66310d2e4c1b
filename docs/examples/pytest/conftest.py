"""A portal for each test: one mock-portal for the run, a deployment on its own port for each test."""
import json
import os
import subprocess
import time
import urllib.parse
import urllib.request

import pytest


def call(url, method="GET", body=None):
    """A call of a control endpoint."""
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(url, data, {"Content-Type": "application/json"}, method=method)
    with urllib.request.urlopen(request, timeout=30) as answer:
        text = answer.read()
        return json.loads(text) if text else None


def ask(url, **form):
    """What the portal or a server says to a form."""
    with urllib.request.urlopen(url, urllib.parse.urlencode(form).encode(), timeout=30) as answer:
        return json.load(answer)


@pytest.fixture(scope="session")
def control(tmp_path_factory):
    ready = tmp_path_factory.mktemp("mock-portal") / "ready.json"
    command = [os.environ.get("MOCK_PORTAL", "mock-portal"), "serve", "--port", "0", "--log", "off", "--ready-file", str(ready)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    while not ready.exists():
        assert process.poll() is None, "mock-portal did not start"
        time.sleep(0.02)
    yield json.loads(ready.read_text())["control"]
    process.terminate()
    process.wait(timeout=10)


@pytest.fixture
def portal(control):
    deployment = call(f"{control}/deployments", "POST", {"name": "start/federated"})
    yield deployment
    call(f"{control}/deployments/{deployment['id']}", "DELETE")
