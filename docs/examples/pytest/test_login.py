"""A token for 60 minutes ends after 60 minutes, and nobody waits for it."""
from conftest import ask, call


def test_token_expires(portal):
    site, control = portal["http"], portal["control"]
    call(f"{control}/clock", "POST", {"freeze": True})
    login = ask(
        f"{site}/portal/sharing/rest/generateToken",
        username="viewer", password="viewer", client="requestip", expiration=60, f="json")
    service = f"{site}/arcgis/rest/services/Airports/MapServer"
    assert "currentVersion" in ask(service, token=login["token"], f="json")

    call(f"{control}/clock", "POST", {"advance": "PT59M59S"})
    assert "currentVersion" in ask(service, token=login["token"], f="json")
    call(f"{control}/clock", "POST", {"advance": "PT1S"})
    assert ask(service, token=login["token"], f="json")["error"]["code"] == 498

    verdict = call(f"{control}/verify", "POST", {"request": {"rule": "token.expired"}, "times": 1})
    assert verdict["passed"], verdict["message"]


def test_each_test_has_its_own_portal(portal):
    assert call(f"{portal['control']}/requests")["total"] == 0
