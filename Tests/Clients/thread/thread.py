"""The thread's script in Python 3: a token from the portal, then the service with the token in the body, no Referer.

Host names, user and the odd parameter come from the environment; HTTPS is verified against the file in SSL_CERT_FILE.
"""
import json
import os
import urllib.parse
import urllib.request

portal, server = os.environ["PORTAL"], os.environ["SERVER"]


def post(url, values):
    data = urllib.parse.urlencode(values).encode()
    with urllib.request.urlopen(urllib.request.Request(url, data)) as response:
        return response.read().decode()


if "CLIENT_ID" in os.environ:
    answer = post(portal + "/sharing/rest/oauth2/token", {
        "client_id": os.environ["CLIENT_ID"], "client_secret": os.environ["CLIENT_SECRET"],
        "grant_type": "client_credentials", "f": "json"})
else:
    values = {"username": os.environ["USERNAME"], "password": os.environ["PASSWORD"], "referer": server, "f": "json"}
    if "CLIENT" in os.environ:
        values["client"] = os.environ["CLIENT"]
    answer = post(portal + "/sharing/generateToken", values)
token = json.loads(answer).get("token") or json.loads(answer).get("access_token")
if token:
    answer = post(server + "/rest/services/Airports/MapServer", {"f": "json", "token": token})
print(answer, end="")
