# SPDX-License-Identifier: Apache-2.0
"""The application under test of docker/compose.yaml: it signs in over TLS that it verifies, an hour passes, it signs in again."""
import json
import os
import ssl
import urllib.parse
import urllib.request

portal, control, secret = (os.environ[name] for name in ("PORTAL", "CONTROL", "CONTROL_TOKEN"))


def call(path, body=None):
    headers = {"Authorization": f"Bearer {secret}", "Content-Type": "application/json"}
    request = urllib.request.Request(f"{control}/{path}", None if body is None else json.dumps(body).encode(), headers)
    with urllib.request.urlopen(request, timeout=10) as answer:
        return answer.read().decode()


trust = ssl.create_default_context(cadata=call("ca.pem"))


def ask(url, **form):
    with urllib.request.urlopen(url, urllib.parse.urlencode({"f": "json", **form}).encode(), timeout=10, context=trust) as answer:
        return json.load(answer)


def sign_in():
    return ask(f"{portal}/sharing/rest/generateToken", username="viewer", password="viewer", client="requestip", expiration=60)["token"]


me = f"{portal}/sharing/rest/community/self"
token = sign_in()
assert ask(me, token=token)["username"] == "viewer"
call("clock", {"advance": "PT61M"})
assert ask(me, token=token)["error"]["code"] == 498
assert ask(me, token=sign_in())["username"] == "viewer"
print("application: 3 passed, 0 failed")
