"""ArcGIS API for Python, unmodified, signed in by a client certificate alone.

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
carol = next(user for user in ready["users"] if user["username"] == "carol")

gis = GIS(
    portal, key_file=carol["key"], cert_file=carol["certificate"], ca_bundles=[os.environ["REQUESTS_CA_BUNDLE"]]
)
check("a certificate says who it is", lambda: gis.users.me.username == "carol")
check("a search", lambda: {item.title for item in gis.content.search("Airports")} == {"Airports"})
layer = FeatureLayer(f"{server}/rest/services/Airports/FeatureServer/0", gis=gis)
check("a secured layer, by a token for the server that nobody had a password for", lambda: len(layer.query().features) == 300)

end()
