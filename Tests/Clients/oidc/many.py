"""Many sign-ins at once by a provider that is another part of the same process: none waits for itself.

Usage: many.py READY-FILE; REQUESTS_CA_BUNDLE names the authority's certificate.
"""
import html
import json
import re
import sys
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import parse_qsl, urljoin, urlsplit

import requests
from checks import check, end

COUNT = 16
ready = json.load(open(sys.argv[1], encoding="utf-8"))
rest = ready["portal"] + "/sharing/rest"
idp = ready["https"] + "/idp"
admin = requests.post(f"{rest}/generateToken", data={
    "username": "portadmin", "password": "portadmin", "client": "requestip", "f": "json"}).json()["token"]
made = requests.post(f"{rest}/portals/self/oidc/register", data={
    "name": "E", "issuer": idp, "clientId": "mock-portal/portal", "clientSecret": "s", "usePKCE": "true", "token": admin, "f": "json",
    "authorizationEndpoint": f"{idp}/oidc/authorize", "tokenEndpoint": f"{idp}/oidc/token", "jwksUri": f"{idp}/oidc/jwks"}).json()
check("the provider is registered", lambda: "error" not in made)


def begun(_):
    """Where the provider sends the browser back to, for the portal to ask it for a token."""
    page = requests.get(f"{rest}/oauth2/authorize", params={
        "client_id": "mockapp", "response_type": "code", "redirect_uri": "urn:ietf:wg:oauth:2.0:oob"}).text
    link = urljoin(f"{rest}/oauth2/authorize", html.unescape(re.search(r'id="oidc" href="([^"]+)"', page).group(1)))
    asked = requests.get(link, allow_redirects=False).headers["Location"]
    form = {**dict(parse_qsl(urlsplit(asked).query)), "username": "dirk@CONTOSO", "password": "known-only-to-the-idp"}
    return requests.post(f"{idp}/oidc/authorize", data=form, allow_redirects=False).headers["Location"]


backs = [begun(number) for number in range(COUNT)]
with ThreadPoolExecutor(COUNT) as pool:
    answers = list(pool.map(lambda back: requests.get(back, allow_redirects=False), backs))
check(f"{COUNT} at once are signed in", lambda: all("code=" in one.headers.get("Location", "") for one in answers))

end()
