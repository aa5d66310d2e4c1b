"""requests-gssapi, unmodified, and tokens that are sent in ways that no honest client knows.

Usage: client.py HTTPS-BASE; KRB5CCNAME holds a ticket of dirk.
"""
import base64
import sys
import time

import gssapi
import requests
from requests_gssapi import HTTPSPNEGOAuth, REQUIRED
from checks import check, end

SELF = sys.argv[1] + "/portal/sharing/rest/community/self?f=json"
SPNEGO = gssapi.OID.from_int_seq("1.3.6.1.5.5.2")
KERBEROS = gssapi.OID.from_int_seq("1.2.840.113554.1.2.2")
NTLM = b"NTLMSSP\0" + bytes([1, 0, 0, 0]) + bytes(28)


def token(mechanism=SPNEGO, service="HTTP@localhost"):
    name = gssapi.Name(service, gssapi.NameType.hostbased_service)
    return gssapi.SecurityContext(name=name, mech=mechanism, usage="initiate").step()


def send(data, scheme="Negotiate"):
    return requests.get(SELF, headers={"Authorization": f"{scheme} {base64.b64encode(data).decode()}"})


def because(answer):
    return answer.status_code, answer.headers.get("X-Mock-Portal-Because")


def der(tag, *parts):
    body = b"".join(parts)
    size = bytes([len(body)]) if len(body) < 128 else bytes([0x82]) + len(body).to_bytes(2, "big")
    return bytes([tag]) + size + body


def wrapped(mechanisms, inner):
    """NegTokenInit of RFC 4178: the mechanisms, and the token of the first."""
    listed = der(0xA0, der(0x30, *(der(0x06, oid) for oid in mechanisms)))
    return der(0x60, der(0x06, bytes(SPNEGO)), der(0xA0, der(0x30, listed, der(0xA2, der(0x04, inner)))))


NTLM_OID = bytes.fromhex("2b06010401823702020a")

session = requests.Session()
session.auth = HTTPSPNEGOAuth(mutual_authentication=REQUIRED)
check("requests-gssapi signs in, and is sure of the server", lambda: session.get(SELF).json()["username"] == "dirk@CONTOSO")
check("and again on the same connection", lambda: session.get(SELF).json()["username"] == "dirk@CONTOSO")
eager = requests.Session()
eager.auth = HTTPSPNEGOAuth(opportunistic_auth=True, mutual_authentication=REQUIRED)
check("without being asked first", lambda: eager.get(SELF).history == [] and eager.get(SELF).status_code == 200)
check("a ticket without SPNEGO around it", lambda: send(token(KERBEROS)).json()["username"] == "dirk@CONTOSO")

once = token()
check("a token counts once", lambda: send(once).status_code == 200)
check("and no second time", lambda: because(send(once)) == (401, "web-tier.ticket-replay"))
bare = once[once.index(bytes([0x06, 0x09]) + bytes(KERBEROS) + b"\x01\x00") - 4:]
bare = bare[:4 + int.from_bytes(bare[2:4], "big")]
check("nor out of its wrapping", lambda: because(send(bare)) == (401, "web-tier.ticket-replay"))
check("nor in another", lambda: because(send(wrapped([bytes(KERBEROS)], bare))) == (401, "web-tier.ticket-replay"))

old = token()
# Longer than the clockskew of krb5.conf.
time.sleep(12)
check("a token from before is refused by the clock", lambda: because(send(old)) == (401, "web-tier.ticket-time"))
check("a ticket for another service of the host", lambda: because(send(token(service="host@localhost"))) == (401, "web-tier.ticket-service"))

fresh = token(KERBEROS)
check("a token with one bit changed", lambda: because(send(fresh[:-20] + bytes([fresh[-20] ^ 1]) + fresh[-19:]))[1] in {"web-tier.ticket-key", "web-tier.ticket-unreadable"})
check("half a token", lambda: because(send(fresh[:len(fresh) // 2])) == (401, "web-tier.ticket-unreadable"))
check("no token at all", lambda: because(send(b"")) [0] == 401)
check("any bytes", lambda: because(send(b"\x60\x82\xff\xff" * 10)) == (401, "web-tier.ticket-unreadable"))

# Down to NTLM: it has its own scheme, and nothing else leads there.
check("NTLM after Negotiate", lambda: because(send(NTLM)) == (401, "web-tier.negotiated-ntlm"))
check("NTLM in SPNEGO", lambda: because(send(wrapped([NTLM_OID], NTLM)))[0] == 401)
check("NTLM before Kerberos", lambda: because(send(wrapped([NTLM_OID, bytes(KERBEROS)], NTLM))) == (401, "web-tier.ticket-legs"))
check("NTLM under its own name is answered", lambda: send(NTLM, "NTLM").headers["WWW-Authenticate"].startswith("NTLM TlRMTVNT"))
end()
