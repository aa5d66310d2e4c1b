"""A browser without a window: signs in with a password, by SAML, and cancels; no page of another origin gets at it.

Usage: client.py READY-FILE
"""
import json
import socket
import subprocess
import sys
import time

import requests
from checks import check, end

ready = json.load(open(sys.argv[1], encoding="utf-8"))
oauth = ready["portal"] + "/sharing/rest/oauth2"


class Browser:
    """As much of WebDriver (W3C) as is needed here."""

    def __init__(self):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.driver = subprocess.Popen(["chromedriver", f"--port={port}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.base = f"http://127.0.0.1:{port}/session"
        options = {"args": ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]}
        wanted = {"capabilities": {"alwaysMatch": {"acceptInsecureCerts": True, "goog:chromeOptions": options}}}
        for _ in range(100):
            try:
                answer = requests.post(self.base, json=wanted, timeout=60).json()["value"]
                break
            except requests.ConnectionError:
                time.sleep(0.1)
        self.base += "/" + answer["sessionId"]

    def call(self, what, **body):
        answer = requests.post(f"{self.base}/{what}", json=body, timeout=60).json()["value"]
        if isinstance(answer, dict) and "error" in answer:
            raise RuntimeError(answer["message"])
        return answer

    def open(self, url):
        self.call("url", url=url)

    def find(self, css):
        (key, value), = self.call("element", using="css selector", value=css).items()
        return value

    def type(self, css, text):
        self.call(f"element/{self.find(css)}/value", text=text)

    def click(self, css):
        self.call(f"element/{self.find(css)}/click")

    def get(self, what):
        return requests.get(f"{self.base}/{what}", timeout=60).json()["value"]

    def run(self, script):
        return self.call("execute/sync", script=script, args=[])

    def wait(self, test):
        for _ in range(100):
            if test():
                return True
            time.sleep(0.1)
        return False

    def end(self):
        requests.delete(self.base, timeout=60)
        self.driver.terminate()
        self.driver.wait()


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
