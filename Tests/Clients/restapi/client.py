"""bmi-arcgis-restapi, unmodified: a token by the server's own word, services, layers, rows by cookie, the exchange.

Usage: client.py READY-FILE; REQUESTS_CA_BUNDLE names the authority's certificate.
"""
import json
import sys
import warnings

warnings.filterwarnings("ignore")
import restapi  # noqa: E402
from restapi.rest_utils import do_request  # noqa: E402
from checks import check, end, raised  # noqa: E402

ready = json.load(open(sys.argv[1], encoding="utf-8"))
portal, server = ready["portal"], ready["servers"]["gis"]
services = f"{server}/rest/services"

# Before there is a token: the client keeps those it has, and sends them by itself.
check("no token: 499", lambda: raised(lambda: restapi.MapService(f"{services}/Airports/MapServer"), 499))
check("a public service", lambda: restapi.MapService(f"{services}/PublicAirports/MapServer").layers[0].name == "Airports")
check("a wrong password: 400", lambda: raised(lambda: restapi.generate_token(services, "publisher", "wrong"), 400))
check(
    "the enterprise user: 400",
    lambda: raised(lambda: restapi.generate_token(services, "dirk@CONTOSO", "known-only-to-the-idp"), 400),
)

token = restapi.generate_token(services, "viewer", "viewer")
check("a token, and whose it is", lambda: token.portalInfo.username == "viewer" and not token.isExpired)
check("the catalog", lambda: len(restapi.ArcServer(services, token=token).services) == 6)
service = restapi.MapService(f"{services}/Airports/MapServer", token=token)
check("a service", lambda: service.layers[0].name == "Airports" and service.mapName)
layer = service.layer(0)
check("its layer: fields", lambda: layer.list_fields()[:4] == ["OBJECTID", "Shape", "ICAO", "IATA"])
check("rows as GeoJSON", lambda: layer.query(where="OBJECTID < 5").features[0].properties.IATA == "ATL")
check("all rows", lambda: len(layer.query(exceed_limit=True)) == 300)
check("all ids", lambda: len(layer.getOIDs()) == 300)
features = restapi.FeatureLayer(f"{services}/Small/FeatureServer/0", token=token)
check("pages of a feature layer", lambda: len(features.query(exceed_limit=True)) == 300)
check("a field that is not there: 400", lambda: raised(lambda: layer.query(where="nope = 1"), 400))
organization = restapi.Portal(portal, "viewer", "viewer")
check("the portal", lambda: organization.json.isPortal and organization.json.user.username == "viewer")
items = do_request(f"{portal}/sharing/rest/search", {"q": 'title:Airports type:"Feature Service"', "token": str(token)})
check("an item, and the service it names", lambda: organization.getItem(items.results[0].id).url == f"{services}/Airports/FeatureServer")
# What the client sends when it wants a token for a service of the portal: a GET.
wanted = {
    "token": str(token), "serverURL": f"{services}/Airports/MapServer", "expiration": 1440, "request": "getToken",
    "referer": "http", "f": "json",
}
exchanged = do_request(f"{portal}/sharing/rest/generateToken", wanted)
check("the exchange, by GET", lambda: exchanged.token != token.token and exchanged.expires)
check("what came of it opens the service", lambda: do_request(f"{services}/Airports/MapServer", {"token": exchanged.token}).layers)

end()
