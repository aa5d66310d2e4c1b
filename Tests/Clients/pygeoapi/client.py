"""pygeoapi's ESRI provider, unmodified: a collection's fields, pages, filters and single features, with a login and without.

Usage: client.py READY-FILE; REQUESTS_CA_BUNDLE names the authority's certificate.
"""
import json
import sys

from pygeoapi.provider.base import ProviderConnectionError
from pygeoapi.provider.esri import ESRIServiceProvider
from checks import check, end

ready = json.load(open(sys.argv[1], encoding="utf-8"))


def provider(layer, **more):
    return ESRIServiceProvider({
        "name": "ESRI", "type": "feature", "data": f"{layer}", "id_field": "OBJECTID", **more})


def refused(run, says):
    try:
        run()
    except ProviderConnectionError as problem:
        return says in str(problem) or print(f"      {problem}")
    return print("      raised nothing")


def codes(collection):
    return [feature["properties"]["IATA"] for feature in collection["features"]]


member = dict(username="viewer", password="viewer", token_service=f'{ready["portal"]}/sharing/rest/generateToken')
opened = {
    f"{scheme}, {kind}, {'with a login' if login else 'open'}": provider(
        f"{ready[scheme]}/arcgis/rest/services/{'' if login else 'Open/'}Travel/{kind}/0", **login)
    for scheme in ("http", "https") for kind in ("MapServer", "FeatureServer") for login in ({}, member)}
for name, airports in opened.items():
    check(f"{name}: fields", lambda: airports.fields["IATA"]["type"] == "esriFieldTypeString")
    check(f"{name}: how many", lambda: airports.query(resulttype="hits")["numberMatched"] == 300)
    first = airports.query(limit=10)
    check(f"{name}: a page", lambda: first["numberReturned"] == 10 and first["type"] == "FeatureCollection")
    check(f"{name}: the next", lambda: not set(codes(first)) & set(codes(airports.query(offset=10, limit=10))))
    # The server gives 100 at once; the client asks for 250 more, and gets another 100.
    check(f"{name}: more than the server gives at once", lambda: len(set(codes(airports.query(limit=150)))) == 200)
    check(f"{name}: in a rectangle", lambda: "DEN" in codes(airports.query(bbox=[-110, 35, -100, 45], limit=50)))
    check(f"{name}: by a text", lambda: codes(airports.query(properties=[("IATA", "DEN")])) == ["DEN"])
    check(f"{name}: by a number", lambda: codes(airports.query(properties=[("ELEVATION", 5434)])) == ["DEN"])
    down = lambda: [feature["properties"]["ELEVATION"] for feature in airports.query(  # noqa: E731
        sortby=[{"property": "ELEVATION", "order": "-"}], limit=20)["features"]]
    check(f"{name}: in order", lambda: down() == sorted(down(), reverse=True))
    check(f"{name}: some properties", lambda: set(airports.query(
        select_properties=["IATA"], limit=1)["features"][0]["properties"]) == {"IATA"})
    check(f"{name}: without shapes", lambda: airports.query(skip_geometry=True, limit=1)["features"][0]["geometry"] is None)
    check(f"{name}: one by its id", lambda: airports.get(5)["properties"]["IATA"] == "DEN")
    check(f"{name}: its id and place", lambda: airports.get(5)["id"] == 5 and airports.get(5)["geometry"]["coordinates"][0] < -104)

services = f'{ready["https"]}/arcgis/rest/services'
check("no login: told so", lambda: refused(lambda: provider(f"{services}/Travel/FeatureServer/0"), "Token Required"))
check("a wrong password: no token", lambda: refused(
    lambda: provider(f"{services}/Travel/FeatureServer/0", **member | {"password": "wrong"}), "Invalid Token"))
check("no such service", lambda: refused(lambda: provider(f"{services}/Open/Nothing/FeatureServer/0"), "Service Open/Nothing/"))

end()
