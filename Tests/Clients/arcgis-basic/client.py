"""ArcGIS API for Python, unmodified, signed in by HTTP Basic: the web server asks, and the client finds out by itself.

Usage: client.py READY-FILE; REQUESTS_CA_BUNDLE names the authority's certificate.
"""
import json
import os
import sys
import warnings

warnings.filterwarnings("ignore")
from arcgis.features import FeatureLayer  # noqa: E402
from arcgis.gis import GIS  # noqa: E402
from checks import check, end  # noqa: E402

ready = json.load(open(sys.argv[1], encoding="utf-8"))
portal, server = ready["portal"], ready["servers"]["gis"]
dirk = next(user for user in ready["users"] if user["username"] == "dirk")


def signs_nobody_in(run):
    """Whether it raises, or gives nobody."""
    try:
        return run() is None
    except Exception:  # noqa: BLE001 - what it raises depends on where the client stumbles
        return True


bundle = {"ca_bundles": [os.environ["REQUESTS_CA_BUNDLE"]]}
gis = GIS(portal, dirk["username"], dirk["password"], **bundle)
check("a name and a password that only the directory knows", lambda: gis.users.me.username == "dirk")
check("a search", lambda: {item.title for item in gis.content.search("Airports")} == {"Airports"})
layer = FeatureLayer(f"{server}/rest/services/Airports/FeatureServer/0", gis=gis)
check("a secured layer", lambda: len(layer.query().features) == 300)

check("a wrong password signs nobody in", lambda: signs_nobody_in(lambda: GIS(portal, "dirk", "wrong", **bundle).users.me))

end()
