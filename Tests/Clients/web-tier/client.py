"""requests-ntlm, unmodified, against a portal behind integrated Windows authentication.

Usage: client.py READY-FILE; REQUESTS_CA_BUNDLE names the authority's certificate.
"""
import json
import sys

import requests
from requests_ntlm import HttpNtlmAuth
from checks import check, end

ready = json.load(open(sys.argv[1], encoding="utf-8"))


def session(user, password):
    new = requests.Session()
    new.auth = HttpNtlmAuth(user, password)
    return new


def who(made, base):
    return made.get(base + "/sharing/rest/community/self", params={"f": "json"}).json().get("username")


https = ready["portal"]
http = https.replace("https://", "http://")
for base in (https, http):
    scheme = base.split(":")[0]
    windows = session("CONTOSO\\dirk", "known-to-windows")
    check(f"{scheme}: signs in", lambda: who(windows, base) == "dirk@CONTOSO")
    check(f"{scheme}: the connection stays signed in", lambda: who(windows, base) == "dirk@CONTOSO")
    check(f"{scheme}: a user name as mail addresses are", lambda: who(session("dirk@CONTOSO", "known-to-windows"), base) == "dirk@CONTOSO")
    wrong = session("CONTOSO\\dirk", "wrong")
    check(f"{scheme}: a wrong password is refused", lambda: wrong.get(base + "/sharing/rest/community/self").status_code == 401)
    check(f"{scheme}: a stranger is refused", lambda: session("CONTOSO\\eve", "known-to-windows").get(base + "/sharing/rest").status_code == 401)
    post = windows.post(base + "/sharing/rest/generateToken", data={"f": "json", "referer": "http"}).json()
    check(f"{scheme}: a token without a password of its own", lambda: len(post["token"]) == 152)
    service = ready["servers"]["gis"] + "/rest/services/Airports/MapServer?f=json&token=" + post["token"]
    check(f"{scheme}: which opens the service", lambda: requests.get(service, headers={"Referer": "http"}).json()["mapName"] == "Layers")

end()
