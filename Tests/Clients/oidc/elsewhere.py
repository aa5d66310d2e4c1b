"""authlib, unmodified, as the OpenID Connect provider of a portal: over real sockets, and with what may be wrong.

Usage: elsewhere.py MOCK-PORTAL WORK-FOLDER
"""
import json
import re
import subprocess
import sys
import time
from pathlib import Path

import requests
from authlib.jose import JsonWebKey
from checks import check, end
from provider import Provider

binary, work = sys.argv[1], Path(sys.argv[2])
provider = Provider()
callback = "urn:ietf:wg:oauth:2.0:oob"


class Portal:
    def __init__(self, **more):
        scenario = work / "elsewhere.json5"
        scenario.write_text(provider.scenario(**more), encoding="utf-8")
        self.file = work / "elsewhere-ready.json"
        self.file.unlink(missing_ok=True)
        self.process = subprocess.Popen(
            [binary, "serve", str(scenario), "--port", "0", "--ready-file", str(self.file), "--log", "off"], stdout=subprocess.PIPE)
        assert self.process.stdout.readline().startswith(b"mock-portal ready"), "mock-portal did not start"
        for _ in range(100):
            if self.file.exists():
                break
            time.sleep(0.05)
        ready = json.loads(self.file.read_text(encoding="utf-8"))
        self.http = requests.Session()
        self.http.trust_env = False
        self.http.verify = ready["ca"]
        self.oauth = ready["portal"] + "/sharing/rest/oauth2"

    def __enter__(self):
        return self

    def __exit__(self, *problem):
        self.process.terminate()
        self.process.wait()

    def begin(self):
        page = self.http.get(self.oauth + "/authorize", params={"client_id": "mockapp", "response_type": "code", "redirect_uri": callback})
        return re.search(r'id="oidc" href="([^"]+)"', page.text).group(1).replace("&amp;", "&")

    def sign_in(self):
        """What the portal says at the end of the whole way, as a browser goes it."""
        return self.http.get(self.begin())

    def because(self, answer):
        return answer.headers.get("X-Mock-Portal-Because", "")


with Portal() as portal:
    page = portal.sign_in()
    code = re.search(r'<input id="code" value="([^"]+)"', page.text)
    check("elsewhere: a code at the end", lambda: code is not None)
    token = portal.http.post(portal.oauth + "/token", data={
        "client_id": "mockapp", "grant_type": "authorization_code", "code": code.group(1), "redirect_uri": callback}).json()
    check("elsewhere: a token for the user", lambda: token["username"] == "dirk@CONTOSO")
    stranger = JsonWebKey.generate_key("RSA", 2048, {"kid": "1"}, is_private=True)
    for name, wrong in [
        ("another issuer", {"jwt": {"iss": "https://other.example"}}), ("an expired token", {"jwt": {"exp": -3600}}),
        ("another audience", {"aud": ["somebody"]}), ("another's signature", {"jwt": {"key": stranger}}),
        ("other keys", {"keys": stranger}), ("the profile of somebody else", {"claims": {"sub": "anna"}}),
        ("a profile without a name", {"claims": {"preferred_username": None}}),
    ]:
        provider.wrong = wrong
        answer = portal.sign_in()
        check(f"elsewhere: {name}", lambda: portal.because(answer).startswith("oidc.no-profile")
              and "Did not receive 'user profile' parameter from the provider." in answer.text)
    provider.wrong = {}
    check("elsewhere: and nothing is wrong again", lambda: "SUCCESS" in portal.sign_in().text)

with Portal(usePKCE=True) as portal:
    check("elsewhere: with PKCE", lambda: "SUCCESS" in portal.sign_in().text)
with Portal(clientSecret="guessed") as portal:
    check("elsewhere: a wrong secret", lambda: portal.because(portal.sign_in()).startswith("oidc.no-profile"))
with Portal(tokenEndpoint=provider.url + "/nowhere") as portal:
    check("elsewhere: a wrong token URL", lambda: portal.because(portal.sign_in()).startswith("oidc.no-profile"))
with Portal(tokenEndpoint="https://192.0.2.1/token") as portal:
    check("elsewhere: nothing leaves this machine", lambda: portal.because(portal.sign_in()).startswith("oidc.no-profile"))

end()
