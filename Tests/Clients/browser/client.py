"""A browser without a window: signs in with a password, by SAML, and cancels; no page of another origin gets at it.

Usage: client.py READY-FILE
"""
import json
import sys

import requests
from checks import check, end
from webdriver import Browser

ready = json.load(open(sys.argv[1], encoding="utf-8"))
oauth = ready["portal"] + "/sharing/rest/oauth2"


browser = Browser()
try:
    page = f"{oauth}/authorize?client_id=mockapp&response_type=code&redirect_uri=urn:ietf:wg:oauth:2.0:oob"

    browser.open(page)
    browser.type("input[name=username]", "viewer")
    browser.type("input[name=password]", "wrong")
    browser.click("button[type=submit]")
    check("a wrong password is told", lambda: browser.wait(lambda: "Invalid username or password." in browser.get("source")))
    browser.type("input[name=username]", "viewer")
    browser.type("input[name=password]", "viewer")
    browser.click("button[type=submit]")
    check("name and password", lambda: browser.wait(lambda: browser.get("title").startswith("SUCCESS code=")))

    browser.open(page)
    browser.click("#saml")
    check("SAML: the provider's form", lambda: browser.get("title") == "Sign In" and "/idp/sso?" in browser.get("url"))
    browser.type("input[name=username]", "dirk@CONTOSO")
    browser.type("input[name=password]", "known-only-to-the-idp")
    browser.click("button[type=submit]")
    check("SAML: signed in", lambda: browser.wait(lambda: browser.get("title").startswith("SUCCESS code=")))
    code = browser.run("return document.getElementById('code').value")
    form = {"client_id": "mockapp", "grant_type": "authorization_code", "code": code, "redirect_uri": "urn:ietf:wg:oauth:2.0:oob"}
    token = requests.post(oauth + "/token", data=form).json()
    check("SAML: a token for the user", lambda: token["username"] == "dirk@CONTOSO")

    browser.open(page)
    browser.click("button[name=cancel]")
    check("cancelled", lambda: browser.wait(lambda: "error=access_denied" in browser.get("url")))

    browser.open(ready["servers"]["gis"] + "/rest/services/Airports/MapServer")
    check("the services directory asks to sign in", lambda: "/rest/login?" in browser.get("url"))
    browser.type("input[name=username]", "viewer")
    browser.type("input[name=password]", "viewer")
    browser.click("button[type=submit]")
    check("and comes back", lambda: browser.wait(lambda: browser.get("url").endswith("/Airports/MapServer")))

    # As people do: from the service to the layer to its rows, by links and buttons alone.
    browser.click("a[href$='/Airports/MapServer/0']")
    check("a layer by its link", lambda: browser.get("title") == "Layer: Airports (ID: 0)")
    browser.click("a[href$='/MapServer/0/query']")
    browser.type("#where", "NAME LIKE 'Z%' AND COUNTRY <> '<b>'")
    browser.type("#outFields", "NAME")
    browser.click("button[formmethod=get]")
    check("its rows by the form", lambda: browser.wait(lambda: "# records: " in browser.get("source") and "f=html" in browser.get("url")))
    found = "return [...document.querySelectorAll('.record')].length"
    rows = browser.run(found)
    check("there are some, and what was asked stands in the form", lambda: rows > 0 and "<b>" in browser.run("return document.getElementById('where').value"))
    browser.click("button[formmethod=post]")
    check("the same by POST", lambda: browser.wait(lambda: "f=html" not in browser.get("url")) and browser.run(found) == rows)

    browser.open(page + "&state=%3C%2Fscript%3E%3Cscript%3Edocument.title%3D1%3C%2Fscript%3E")
    check("nothing of the address runs in the page", lambda: browser.get("title") == "Sign in")

    # A page of elsewhere: the sandboxed frame has an origin of its own.
    browser.open("data:text/html,<title>elsewhere</title>")
    control = ready["control"] + "/health"
    script = f"return fetch('{control}').then(a => a.status, () => 'kept out')"
    check("a page of another origin is kept out of the control endpoints", lambda: browser.run(script) == "kept out")
finally:
    browser.end()

end()
