"""authlib and requests-oauthlib, unmodified: code with PKCE, refresh, client_credentials, and each error.

Usage: client.py READY-FILE; REQUESTS_CA_BUNDLE names the authority's certificate.
"""
import json
import re
import sys
from urllib.parse import parse_qs, urlsplit

import requests
from authlib.common.security import generate_token
from authlib.integrations.requests_client import OAuth2Session as Authlib
from oauthlib.oauth2 import BackendApplicationClient, MobileApplicationClient
from requests_oauthlib import OAuth2Session as Oauthlib
from checks import check, end, raised

ready = json.load(open(sys.argv[1], encoding="utf-8"))
oauth = ready["portal"] + "/sharing/rest/oauth2"
app = ready["apps"][0]
client_id, secret = app["clientId"], app["clientSecret"]
callback = app["redirectUris"][1]
users = {user["username"]: user["password"] for user in ready["users"]}


def browser(url, username="viewer", **more):
    """What a browser does: opens the page, types, and is sent back."""
    session = requests.Session()
    page = session.get(url).text
    key = re.search(r'"oauth_state":"([^"]+)"', page).group(1)
    form = {"oauth_state": key, "username": username, "password": users[username], **more}
    return session.post(oauth.replace("/rest", "") + "/signin", data=form, allow_redirects=False)


def who(token):
    answer = requests.get(ready["portal"] + "/sharing/rest/community/self", params={"f": "json", "token": token})
    return answer.json().get("username")


# authlib
verifier = generate_token(48)
session = Authlib(
    client_id, secret, redirect_uri=callback, code_challenge_method="S256",
    token_endpoint_auth_method="client_secret_post",
)
url, state = session.create_authorization_url(oauth + "/authorize", code_verifier=verifier)
back = browser(url).headers["Location"]
check("authlib: the browser comes back with the state", lambda: parse_qs(urlsplit(back).query)["state"] == [state])
token = session.fetch_token(oauth + "/token", authorization_response=back, code_verifier=verifier)
check("authlib: code with PKCE", lambda: token["expires_in"] == 1800 and token["username"] == "viewer")
check("authlib: the token is the user's", lambda: who(token["access_token"]) == "viewer")
renewed = session.refresh_token(oauth + "/token", refresh_token=token["refresh_token"])
check("authlib: refresh", lambda: renewed["access_token"] != token["access_token"] and who(renewed["access_token"]) == "viewer")
own = Authlib(client_id, secret, token_endpoint_auth_method="client_secret_post")
check("authlib: client_credentials", lambda: own.fetch_token(oauth + "/token", grant_type="client_credentials")["expires_in"] == 7200)

# requests-oauthlib
session = Oauthlib(client_id, redirect_uri=callback)
url, state = session.authorization_url(oauth + "/authorize")
back = browser(url).headers["Location"].replace("http://127", "https://127")
token = session.fetch_token(oauth + "/token", authorization_response=back, include_client_id=True)
check("requests-oauthlib: code", lambda: who(token["access_token"]) == "viewer")
renewed = session.refresh_token(oauth + "/token", client_id=client_id)
check("requests-oauthlib: refresh", lambda: who(renewed["access_token"]) == "viewer")
own = Oauthlib(client=BackendApplicationClient(client_id=client_id))
check(
    "requests-oauthlib: client_credentials",
    lambda: own.fetch_token(oauth + "/token", client_id=client_id, client_secret=secret, include_client_id=True)["expires_in"] == 7200,
)
implicit = Oauthlib(client=MobileApplicationClient(client_id), redirect_uri=callback)
url, state = implicit.authorization_url(oauth + "/authorize")
back = browser(url).headers["Location"].replace("http://127", "https://127")
check("requests-oauthlib: implicit", lambda: who(implicit.token_from_fragment(back)["access_token"]) == "viewer")


# Each error.
def fetch(**more):
    data = {"client_id": client_id, "f": "json", **more}
    return requests.post(oauth + "/token", data=data).json()["error"]


def says(name, number, text, word, **more):
    error = fetch(**more)
    check(f"error: {name}", lambda: (error["code"], error["message"], error["error_description"], error["error"]) == (number, text, text, word))


says("unknown client", 400, "Invalid client_id", "invalid_client_id", client_id="nope", grant_type="client_credentials")
says("wrong secret", 400, "Invalid client_secret", "invalid_request", client_secret="x", grant_type="client_credentials")
says("unknown refresh token", 400, "Invalid refresh_token", "invalid_request", grant_type="refresh_token", refresh_token="x")
says("no redirect_uri", 400, "redirect_uri not specified", "invalid_request", grant_type="exchange_refresh_token", refresh_token=token["refresh_token"])
exchanged = requests.post(oauth + "/token", data={
    "client_id": client_id, "grant_type": "exchange_refresh_token", "refresh_token": token["refresh_token"], "redirect_uri": callback,
}).json()
check("exchange_refresh_token: to the second", lambda: exchanged["refresh_token_expires_in"] == 1209599)
says("an exchanged refresh token", 498, "invalidated refresh_token", "invalid_request", grant_type="refresh_token", refresh_token=token["refresh_token"])
says("an unknown code", 400, "Invalid code", "invalid_request", grant_type="authorization_code", code="x", redirect_uri=callback)

page = oauth + "/authorize?client_id=" + client_id + "&response_type=code&redirect_uri="
code = parse_qs(urlsplit(browser(page + callback + "?a=b").headers["Location"]).query)["code"][0]
says("redirect_uri without its query", 400, "Invalid redirect_uri", "invalid_request", grant_type="authorization_code", code=code, redirect_uri=callback)
check("page: unregistered redirect_uri", lambda: "Invalid redirect_uri" in requests.get(page + "https://evil.example").text)
check("page: unknown client", lambda: "Error: Invalid client_id" in requests.get(page.replace(client_id, "nope") + callback).text)
denied = browser(page + callback, cancel="true").headers["Location"]
check("page: cancelled", lambda: "error=access_denied" in denied)
for library in ("authlib", "requests-oauthlib"):
    bad = (
        Authlib(client_id, "x", token_endpoint_auth_method="client_secret_post")
        if library == "authlib"
        else Oauthlib(client=BackendApplicationClient(client_id=client_id))
    )
    more = {"grant_type": "client_credentials"} if library == "authlib" else {"client_secret": "x", "include_client_id": True}
    check(f"{library}: raises the error", lambda bad=bad, more=more: raised(lambda: bad.fetch_token(oauth + "/token", **more), "Invalid client_secret"))

# Two weeks later.
requests.post(ready["control"] + "/clock", json={"advance": "P14D"})
says("an expired refresh token", 498, "refresh_token expired", "invalid_request", grant_type="refresh_token", refresh_token=exchanged["refresh_token"])

end()
