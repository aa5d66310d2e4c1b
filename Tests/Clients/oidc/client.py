"""authlib, unmodified: believes the ID tokens of the built-in OpenID Connect provider; and the way through the portal.

Usage: client.py READY-FILE; REQUESTS_CA_BUNDLE names the authority's certificate.
"""
import base64
import json
import re
import sys
from urllib.parse import parse_qsl, urlsplit

import requests
from authlib.jose import JsonWebKey, jwt
from authlib.jose.errors import BadSignatureError
from checks import check, end

ready = json.load(open(sys.argv[1], encoding="utf-8"))
oauth = ready["portal"] + "/sharing/rest/oauth2"


def query(url):
    return dict(parse_qsl(urlsplit(url).query))


def begin():
    """What the portal asks of the provider."""
    page = requests.get(oauth + "/authorize", params={
        "client_id": "mockapp", "response_type": "code", "redirect_uri": "urn:ietf:wg:oauth:2.0:oob"}).text
    link = re.search(r'id="oidc" href="([^"]+)"', page).group(1)
    return requests.get(link, allow_redirects=False).headers["Location"]


def sign_in(url):
    form = {**query(url), "username": "dirk@CONTOSO", "password": "known-only-to-the-idp"}
    return requests.post(url.split("?")[0], data=form, allow_redirects=False).headers["Location"]


found = requests.get(ready["idp"] + "/.well-known/openid-configuration").json()
check("discovery: the issuer is where it was asked", lambda: found["issuer"] == ready["idp"])

page = requests.get(sign_in(begin())).text
code = re.search(r'<input id="code" value="([^"]+)"', page).group(1)
token = requests.post(oauth + "/token", data={
    "client_id": "mockapp", "grant_type": "authorization_code", "code": code, "redirect_uri": "urn:ietf:wg:oauth:2.0:oob"}).json()
check("through the portal: a token for the user", lambda: token["username"] == "dirk@CONTOSO")

asked = begin()
back = query(sign_in(asked))
wanted = query(asked)
form = {"grant_type": "authorization_code", "code": back["code"], "client_id": wanted["client_id"], "redirect_uri": wanted["redirect_uri"]}
answer = requests.post(found["token_endpoint"], data=form).json()
keys = JsonWebKey.import_key_set(requests.get(found["jwks_uri"]).json())
options = {"iss": {"essential": True, "value": found["issuer"]}, "aud": {"essential": True, "value": wanted["client_id"]},
           "nonce": {"essential": True, "value": wanted["nonce"]}}
claims = jwt.decode(answer["id_token"], keys, claims_options=options)
check("authlib believes the ID token", lambda: claims.validate() is None and claims["preferred_username"] == "dirk@CONTOSO")
head, body, signature = answer["id_token"].split(".")


def refused():
    try:
        changed = base64.urlsafe_b64decode(body + "==").replace(b"dirk@CONTOSO", b"anna@CONTOSO")
        jwt.decode(f"{head}.{base64.urlsafe_b64encode(changed).decode().rstrip('=')}.{signature}", keys)
    except BadSignatureError:
        return True


check("and not a changed one", refused)
again = requests.post(found["token_endpoint"], data=form)
check("the code is good once", lambda: again.status_code == 400 and again.json() == {"error": "invalid_grant"})

end()
