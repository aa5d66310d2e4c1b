"""Headless SAML logins, against the built-in identity provider and against pysaml2, unmodified.

Usage: client.py builtin READY-FILE | metadata KEY CERTIFICATE | real READY-FILE KEY CERTIFICATE | closed READY-FILE KEY CERTIFICATE
"""
import base64
import html
import json
import re
import subprocess
import sys
import tempfile
from urllib.parse import parse_qs, urlsplit

import requests
from checks import check, end


class Portal:
    def __init__(self, ready):
        self.ready = json.load(open(ready, encoding="utf-8"))
        self.portal = self.ready["portal"]
        self.oauth = self.portal + "/sharing/rest/oauth2"
        self.app = self.ready["apps"][0]["clientId"]
        self.oob = "urn:ietf:wg:oauth:2.0:oob"

    def begin(self):
        """The sign-in page's object, and where the provider is."""
        query = {"client_id": self.app, "response_type": "code", "redirect_uri": self.oob}
        page = requests.get(self.oauth + "/authorize", params=query).text
        self.info = json.loads(re.search(r"var oAuthInfo = (\{.*\});", page).group(1))
        url = self.info["federationInfo"]["idpAuthorizeUrl"]
        # As DOI-BLM/requests-arcgis-auth does: POST to the address.
        answer = requests.post(url, data={"oauth_state": self.info["oauth_state"]}, allow_redirects=False)
        return answer.headers["Location"]

    def post(self, response, state, where="signin", **more):
        form = {"SAMLResponse": response, "RelayState": state}
        return requests.post(f"{self.oauth}/saml/{where}", data=form, **more)

    def token(self, page):
        code = re.search(r'<input id="code" value="([^"]+)"', page).group(1)
        form = {"client_id": self.app, "grant_type": "authorization_code", "code": code, "redirect_uri": self.oob}
        return requests.post(self.oauth + "/token", data=form).json()

    def metadata(self):
        form = {"username": "portadmin", "password": "portadmin", "client": "requestip", "f": "json"}
        token = requests.post(self.portal + "/sharing/rest/generateToken", data=form).json()["token"]
        return requests.get(self.portal + "/sharing/rest/portals/self/sp", params={"token": token}).text


def fields(page):
    return {name: html.unescape(value) for name, value in re.findall(r'name="(\w+)" value="([^"]*)"', page)}


def rule(answer):
    return answer.headers.get("X-Mock-Portal-Because", "").split(",")[0]


def verified(xml, certificate):
    """Whether xmlsec1 itself believes the assertion's signature."""
    with tempfile.NamedTemporaryFile("w", suffix=".xml") as document, tempfile.NamedTemporaryFile("w", suffix=".pem") as pem:
        document.write(xml), document.flush(), pem.write(certificate), pem.flush()
        return subprocess.run(
            ["xmlsec1", "--verify", "--pubkey-cert-pem", pem.name, "--id-attr:ID",
             "urn:oasis:names:tc:SAML:2.0:assertion:Assertion", document.name], capture_output=True).returncode == 0


def builtin(ready):
    portal = Portal(ready)
    location = portal.begin()
    form = fields(requests.get(location).text)
    idp = location.split("?")[0]
    wrong = requests.post(idp, data={**form, "username": "dirk@CONTOSO", "password": "no"})
    check("built-in: a wrong password", lambda: "Incorrect user ID or password" in wrong.text)
    page = requests.post(idp, data={**form, "username": "dirk@CONTOSO", "password": "known-only-to-the-idp"}).text
    check("built-in: the form is called hiddenform", lambda: 'name="hiddenform"' in page)
    posted = fields(page)
    xml = base64.b64decode(posted["SAMLResponse"]).decode()
    answer = portal.post(posted["SAMLResponse"], posted["RelayState"])
    check("built-in: a token for the user", lambda: portal.token(answer.text)["username"] == "dirk@CONTOSO")

    metadata = requests.get(portal.ready["idp"] + "/metadata").text
    letters = re.search(r"<ds:X509Certificate>([^<]+)<", metadata).group(1)
    lines = "\n".join(letters[at:at + 64] for at in range(0, len(letters), 64))
    certificate = f"-----BEGIN CERTIFICATE-----\n{lines}\n-----END CERTIFICATE-----\n"
    check("built-in: xmlsec1 believes the response by the metadata's certificate", lambda: verified(xml, certificate))
    check("built-in: and not a changed one", lambda: not verified(xml.replace("dirk@", "anna@"), certificate))

    # pysaml2 as service provider reads the provider's metadata and response.
    from saml2 import BINDING_HTTP_POST
    from saml2.client import Saml2Client
    from saml2.config import SPConfig
    sp = re.search(r'entityID="([^"]+)"', portal.metadata()).group(1)
    config = SPConfig().load({
        "entityid": sp, "xmlsec_binary": "/usr/bin/xmlsec1", "metadata": {"inline": [metadata]}, "allow_unknown_attributes": True,
        "service": {"sp": {"allow_unsolicited": True, "want_response_signed": False, "want_assertions_signed": True,
                           "endpoints": {"assertion_consumer_service": [(portal.oauth + "/saml/signin", BINDING_HTTP_POST)]}}},
    })
    response = Saml2Client(config=config).parse_authn_request_response(posted["SAMLResponse"], BINDING_HTTP_POST)
    check("built-in: pysaml2 believes metadata and response", lambda: response.get_subject().text == "dirk@CONTOSO")


def signed_by(query, metadata):
    """Whether pysaml2 believes the signature of a redirect by the certificate in metadata."""
    from saml2.sigver import RSACrypto, verify_redirect_signature
    letters = re.search(r'use="signing">.*?<ds:X509Certificate>([^<]+)<', metadata, re.S).group(1)
    flat = {name: values[0] for name, values in query.items()}
    return verify_redirect_signature(flat, RSACrypto(None), cert=letters)


def builtin_unasked(ready):
    """The built-in provider's own beginning, and its requests to sign out, as pysaml2 reads them."""
    from saml2 import BINDING_HTTP_POST
    from saml2.client import Saml2Client
    from saml2.config import SPConfig
    portal = Portal(ready)
    sp = re.search(r'entityID="([^"]+)"', portal.metadata()).group(1)
    form = {"loginToRp": sp, "RelayState": "", "username": "dirk@CONTOSO", "password": "known-only-to-the-idp"}
    posted = fields(requests.post(portal.ready["idp"] + "/initiated", data=form).text)
    metadata = requests.get(portal.ready["idp"] + "/metadata").text
    config = SPConfig().load({
        "entityid": sp, "xmlsec_binary": "/usr/bin/xmlsec1", "metadata": {"inline": [metadata]}, "allow_unknown_attributes": True,
        "service": {"sp": {"allow_unsolicited": True, "want_response_signed": False, "want_assertions_signed": True,
                           "endpoints": {"assertion_consumer_service": [(portal.oauth + "/saml/signin2", BINDING_HTTP_POST)]}}},
    })
    response = Saml2Client(config=config).parse_authn_request_response(posted["SAMLResponse"], BINDING_HTTP_POST)
    check("unasked: pysaml2 believes what nobody asked for", lambda: response.get_subject().text == "dirk@CONTOSO")
    answer = portal.post(posted["SAMLResponse"], "", "signin2", allow_redirects=False)
    check("unasked: the portal takes it", lambda: answer.status_code == 302 and answer.headers["Location"].endswith("/home/"))
    check("unasked: once", lambda: rule(portal.post(posted["SAMLResponse"], "", "signin2")) == "saml.replayed")
    out = requests.get(portal.ready["idp"] + "/logout", params={"logoutFrom": sp, "username": "dirk@CONTOSO"}, allow_redirects=False)
    query = parse_qs(urlsplit(out.headers["Location"]).query)
    check("unasked: pysaml2 believes the request to sign out", lambda: signed_by(query, metadata))
    query["SAMLRequest"][0] += "AA"
    check("unasked: and no changed one", lambda: not signed_by(query, metadata))


def closed(ready, key, certificate):
    """A portal that wants encrypted assertions, signs its requests, and signs out with its provider."""
    import idp
    portal = Portal(ready)
    metadata = portal.metadata()

    def answered(**more):
        query = parse_qs(urlsplit(portal.begin()).query)
        return query, idp.respond(key, certificate, metadata, query, "dirk@CONTOSO", **more), query["RelayState"][0]

    query, response, state = answered(encrypt_assertion=True)
    check("encrypted: pysaml2 believes the portal's signature", lambda: signed_by(query, metadata))
    check("encrypted: pysaml2 has encrypted", lambda: b"EncryptedAssertion" in base64.b64decode(response))
    answer = portal.post(response, state, allow_redirects=False)
    check("encrypted: the portal reads it", lambda: "code=" in answer.headers["Location"])
    _, plain, plain_state = answered()
    check("encrypted: a plain one is refused", lambda: rule(portal.post(plain, plain_state)) == "saml.unencrypted")
    _, bare, bare_state = answered(encrypt_assertion=True, sign_assertion=False)
    check("encrypted: one that nobody signed", lambda: rule(portal.post(bare, bare_state)) == "saml.signature")
    arguments = {"destination": portal.oauth + "/saml/signin2"}
    unasked = idp.respond(key, certificate, metadata, None, "dirk@CONTOSO", encrypt_assertion=True, arguments=arguments)
    first = portal.post(unasked, "", "signin2", allow_redirects=False)
    check("unasked and encrypted: the portal takes it", lambda: first.status_code == 302)
    check("unasked and encrypted: once", lambda: rule(portal.post(unasked, "", "signin2")) == "saml.replayed")

    cookies = {"esri_auth": first.headers["Set-Cookie"].split(";")[0].split("=", 1)[1]}
    away = requests.get(portal.oauth + "/signout", cookies=cookies, allow_redirects=False)
    asked = parse_qs(urlsplit(away.headers["Location"]).query)
    check("logout: goes to the provider's address", lambda: away.headers["Location"].startswith("https://idp.example/logout?"))
    check("logout: pysaml2 believes the portal's request", lambda: signed_by(asked, metadata))
    name, back = idp.logout_response(key, certificate, metadata, asked)
    check("logout: for the user", lambda: name == "dirk@CONTOSO")
    check("logout: the portal takes the answer", lambda: "You are signed out" in portal.post(back, "", "signout").text)
    check("logout: once", lambda: rule(portal.post(back, "", "signout")) == "saml.logout-unasked")
    target = portal.oauth + "/saml/signout"
    url = idp.redirected_logout(key, certificate, metadata, target, "dirk@CONTOSO", "there")
    told = requests.get(url, allow_redirects=False)
    answer = parse_qs(urlsplit(told.headers["Location"]).query)
    check("logout: the provider's request is answered", lambda: told.headers["Location"].startswith("https://idp.example/logout?"))
    check("logout: with its state", lambda: answer["RelayState"] == ["there"])
    check("logout: pysaml2 believes the answer", lambda: signed_by(answer, metadata))
    check("logout: a request without its signature", lambda: rule(requests.get(url.split("&SigAlg")[0])) == "saml.logout-signature")


def real(ready, key, certificate):
    import idp
    portal = Portal(ready)
    metadata = portal.metadata()

    def signed(name="dirk@CONTOSO", **more):
        location = urlsplit(portal.begin())
        check.location = location
        query = parse_qs(location.query)
        return idp.respond(key, certificate, metadata, query, name, **more), query["RelayState"][0]

    response, state = signed()
    check("pysaml2: the request goes to its address", lambda: check.location.netloc == "idp.example")
    answer = portal.post(response, state)
    check("pysaml2: a token for the user", lambda: portal.token(answer.text)["username"] == "dirk@CONTOSO")
    check("pysaml2: replayed", lambda: rule(portal.post(response, state)) == "oauth.sign-in-unknown")
    response, state = signed(sign_assertion=False, sign_response=True)
    check("pysaml2: the response signed instead of the assertion", lambda: "SUCCESS" in portal.post(response, state).text)
    response, state = signed(sign_assertion=True, sign_response=True)
    check("pysaml2: both signed", lambda: "SUCCESS" in portal.post(response, state).text)
    response, state = signed(sign_assertion=False)
    check("pysaml2: unsigned", lambda: rule(portal.post(response, state)) == "saml.signature")
    response, state = signed()
    changed = base64.b64encode(base64.b64decode(response).replace(b"dirk@CONTOSO", b"portadmin@X")).decode()
    check("pysaml2: tampered", lambda: rule(portal.post(changed, state)) == "saml.signature")
    first, _ = signed()
    _, other = signed()
    check("pysaml2: the answer to another request", lambda: rule(portal.post(first, other)) == "saml.unasked")
    response, state = signed(arguments={"destination": "https://elsewhere.example/acs"})
    check("pysaml2: addressed to somebody else", lambda: rule(portal.post(response, state)) == "saml.recipient")
    response, state = signed(arguments={"sp_entity_id": "https://elsewhere.example"})
    check("pysaml2: meant for somebody else", lambda: rule(portal.post(response, state)) == "saml.audience")
    response, state = signed("nobody@CONTOSO")
    check("pysaml2: nobody's name", lambda: rule(portal.post(response, state)) == "saml.invitation-only")
    response, state = signed()
    requests.post(portal.ready["control"] + "/clock", json={"advance": "PT20M"})
    check("pysaml2: too late", lambda: rule(portal.post(response, state)) == "saml.expired")


if sys.argv[1] == "metadata":
    import idp
    print(idp.metadata(*sys.argv[2:]))
    sys.exit(0)
{"builtin": builtin, "unasked": builtin_unasked, "real": real, "closed": closed}[sys.argv[1]](*sys.argv[2:])
end()
