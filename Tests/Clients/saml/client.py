"""Headless SAML logins, against the built-in identity provider and against pysaml2, unmodified.

Usage: client.py builtin READY-FILE | metadata KEY CERTIFICATE | real READY-FILE KEY CERTIFICATE
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

    def post(self, response, state):
        form = {"SAMLResponse": response, "RelayState": state}
        return requests.post(self.oauth + "/saml/signin", data=form)

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
{"builtin": builtin, "real": real}[sys.argv[1]](*sys.argv[2:])
end()
