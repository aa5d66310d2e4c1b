"""geopy's ArcGIS geocoder, unmodified: places of a locator and addresses of places, with and without a login.

Usage: client.py READY-FILE; REQUESTS_CA_BUNDLE names the authority's certificate.
"""
import json
import os
import ssl
import sys

from geopy.exc import GeocoderAuthenticationFailure, GeocoderServiceError
from geopy.geocoders import ArcGIS
from checks import check, end, impossible

ready = json.load(open(sys.argv[1], encoding="utf-8"))
trusted = ssl.create_default_context(cafile=os.environ["REQUESTS_CA_BUNDLE"])


def geocoder(scheme, **login):
    host = ready[scheme].split("//")[1]
    # Where the portal has its context, the domain is followed by it.
    return ArcGIS(scheme=scheme, domain=host, auth_domain=f"{host}/portal", ssl_context=trusted, timeout=20, **login)


def kind(run, wanted, says=""):
    try:
        run()
    except wanted as problem:
        return type(problem) is wanted and says in str(problem) or print(f"      {type(problem).__name__}: {problem}")
    except Exception as problem:  # noqa: BLE001
        return print(f"      raised {type(problem).__name__}: {problem}")
    return print("      raised nothing")


member = dict(username="viewer", password="viewer", referer="http://www.example.com")
for name, arcgis in {
    "http": geocoder("http"), "https": geocoder("https"), "with a login": geocoder("https", **member)
}.items():
    home = "1411 E Mission Ave, Spokane, Washington, 99202"
    check(f"{name}: a place", lambda: arcgis.geocode("1411 E Mission Ave, Spokane").address == home)
    check(f"{name}: where it is", lambda: arcgis.geocode("1411 E Mission Ave, Spokane").point[:2] == (47.6716, -117.3866))
    check(f"{name}: all that fit", lambda: len(arcgis.geocode("Mission Spokane", exactly_one=False)) == 2)
    check(f"{name}: none", lambda: arcgis.geocode("Atlantis") is None)
    raw = lambda fields: arcgis.geocode(home, out_fields=fields).raw["attributes"]  # noqa: E731
    check(f"{name}: without fields no attributes", lambda: raw(None) == {})
    check(f"{name}: the fields that were asked for", lambda: raw(["City", "Postal"]) == {"City": "Spokane", "Postal": "99202"})
    check(f"{name}: what every locator knows of a match",
          lambda: set(raw("Score,Match_addr,Addr_type")) == {"Score", "Match_addr", "Addr_type"})
    check(f"{name}: all fields", lambda: {"City", "Score", "Match_addr", "Loc_name"} <= set(raw("*")))
    check(f"{name}: an address", lambda: arcgis.reverse((47.6717, -117.3866)).address
          == "1411 E Mission Ave, Spokane, Washington 99202, USA")
    check(f"{name}: as text", lambda: arcgis.reverse("47.6717, -117.3866").raw["Postal"] == "99202")
    check(f"{name}: one without a street", lambda: arcgis.reverse((47.6728, -117.3833)).address)
    check(f"{name}: no address there", lambda: arcgis.reverse((10, 10)) is None)
    check(f"{name}: nor so near", lambda: arcgis.reverse((47.6730, -117.3866), distance=1) is None)

check("a wrong password", lambda: kind(
    lambda: geocoder("https", **member | {"password": "wrong"}).geocode("x"),
    GeocoderAuthenticationFailure, "Invalid username or password."))
lost = geocoder("https", **member)
lost.geocode("Mission Park")
lost.token = "rubbish"
check("a token that died is renewed", lambda: lost.geocode("Mission Park").address.startswith("Mission Park")
      and lost.token != "rubbish")
late = ArcGIS(scheme="https", domain=ready["https"].split("//")[1], auth_domain=ready["https"].split("//")[1] + "/later",
              ssl_context=trusted, timeout=20, **member)
check("a portal since 10.7 takes no password from an address",
      lambda: kind(lambda: late.geocode("x"), GeocoderAuthenticationFailure, "should not contain username and password"))
check("nothing to look for", lambda: kind(lambda: geocoder("https").geocode(""), GeocoderServiceError))
impossible("signing in at a portal since 10.7: the client sends name and password in the address of a GET")
end()
