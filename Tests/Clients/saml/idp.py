"""pysaml2 as an identity provider: its metadata, and signed responses to a portal's requests."""
import base64
import zlib

from saml2 import BINDING_HTTP_POST, BINDING_HTTP_REDIRECT
from saml2.config import IdPConfig
from saml2.metadata import entity_descriptor
from saml2.saml import NAMEID_FORMAT_PERSISTENT, NameID
from saml2.server import Server

ENTITY = "https://idp.example/metadata"


def provider(key, certificate, portal_metadata=None):
    config = {
        "entityid": ENTITY,
        "xmlsec_binary": "/usr/bin/xmlsec1",
        "key_file": key,
        "cert_file": certificate,
        "service": {"idp": {
            "endpoints": {"single_sign_on_service": [
                ("https://idp.example/redirect", BINDING_HTTP_REDIRECT), ("https://idp.example/post", BINDING_HTTP_POST)],
                "single_logout_service": [("https://idp.example/logout", BINDING_HTTP_REDIRECT)]},
            "name_id_format": [NAMEID_FORMAT_PERSISTENT],
            "sign_assertion": True, "sign_response": False,
            "policy": {"default": {"lifetime": {"minutes": 15}, "name_form": NAMEID_FORMAT_PERSISTENT}},
        }},
        "metadata": {"inline": [portal_metadata]} if portal_metadata else {},
        "allow_unknown_attributes": True,
    }
    return IdPConfig().load(config)


def metadata(key, certificate):
    return str(entity_descriptor(provider(key, certificate)))


def respond(key, certificate, portal_metadata, location_query, name, **more):
    """The signed response to the request in a redirect's query, as the form field has it; without a query to none."""
    server = Server(config=provider(key, certificate, portal_metadata))
    if location_query:
        request = server.parse_authn_request(location_query["SAMLRequest"][0], BINDING_HTTP_REDIRECT)
        arguments = server.response_args(request.message)
    else:
        arguments = {"in_response_to": None, "sp_entity_id": server.metadata.service_providers()[0]}
    arguments.update(more.pop("arguments", {}))
    response = server.create_authn_response(
        {"givenname": "Dirk"}, userid=name, name_id=NameID(format=NAMEID_FORMAT_PERSISTENT, text=name),
        authn={"class_ref": "urn:oasis:names:tc:SAML:2.0:ac:classes:Password", "authn_auth": ENTITY},
        sign_assertion=more.pop("sign_assertion", True), sign_response=more.pop("sign_response", False),
        sign_alg="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
        digest_alg="http://www.w3.org/2001/04/xmlenc#sha256", **more, **arguments)
    return base64.b64encode(str(response).encode()).decode()


def redirected_logout(key, certificate, portal_metadata, target, name, state):
    """The signed request to sign somebody out, as the URL to which a browser is sent."""
    server = Server(config=provider(key, certificate, portal_metadata))
    portal = server.metadata.service_providers()[0]
    _, request = server.create_logout_request(
        target, portal, name_id=NameID(format=NAMEID_FORMAT_PERSISTENT, text=name), sign=False)
    sent = server.apply_binding(
        BINDING_HTTP_REDIRECT, str(request), target, state, sign=True,
        sigalg="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256")
    return dict(sent["headers"])["Location"]


def logout_response(key, certificate, portal_metadata, query):
    """What the provider makes of a portal's request to sign out: the name in it, and the answer as a form field."""
    server = Server(config=provider(key, certificate, portal_metadata))
    request = server.parse_logout_request(query["SAMLRequest"][0], BINDING_HTTP_REDIRECT)
    response = server.create_logout_response(
        request.message, [BINDING_HTTP_POST], sign=True,
        sign_alg="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
        digest_alg="http://www.w3.org/2001/04/xmlenc#sha256")
    return request.message.name_id.text, base64.b64encode(str(response).encode()).decode()


def inflated(text):
    return zlib.decompress(base64.b64decode(text), -15).decode()
