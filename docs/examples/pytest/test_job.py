"""A client polls a job that takes an hour, and nobody waits: the clock is moved between two polls."""
import concurrent.futures
import time

import pytest
from conftest import ask, call

TOTAL = {"name": "Total", "dataType": "GPLong", "direction": "esriGPParameterDirectionOutput",
         "parameterType": "esriGPParameterTypeDerived"}
COUNT = {"name": "Count", "waits": "PT1M", "executes": "PT1H", "parameters": [TOTAL], "results": {"Total": 28000}}
SCENARIO = {
    "portal": None,
    "servers": [{"name": "gis", "services": [
        {"name": "Tools", "type": "GPServer", "access": "public", "tasks": [COUNT]}]}],
}


@pytest.fixture
def task(portal):
    call(f"{portal['control']}/scenario", "PUT", SCENARIO)
    call(f"{portal['control']}/clock", "POST", {"freeze": True})
    return f"{portal['http']}/arcgis/rest/services/Tools/GPServer/Count"


def test_job_ends_by_the_clock(portal, task):
    job = ask(f"{task}/submitJob", f="json")["jobId"]
    for move, status in [("PT59S", "Submitted"), ("PT1S", "Executing"), ("PT59M59S", "Executing"), ("PT1S", "Succeeded")]:
        call(f"{portal['control']}/clock", "POST", {"advance": move})
        assert ask(f"{task}/jobs/{job}", f="json")["jobStatus"] == f"esriJob{status}"
    assert ask(f"{task}/jobs/{job}/results/Total", f="json")["value"] == 28000


def test_slow_server_answers_once_the_clock_has_moved(portal, task):
    control = portal["control"]
    call(f"{control}/faults", "POST", {"when": {"path": "**/submitJob"}, "then": {"delay": "PT5M"}})
    with concurrent.futures.ThreadPoolExecutor() as pool:
        asked = pool.submit(ask, f"{task}/submitJob", f="json")
        while not asked.done() and not call(f"{control}/requests?path=**/submitJob")["requests"]:
            time.sleep(0.02)
        with pytest.raises(concurrent.futures.TimeoutError):
            asked.result(timeout=0.3)
        call(f"{control}/clock", "POST", {"advance": "PT5M"})
        assert asked.result()["jobStatus"] == "esriJobSubmitted"
