"""QGIS, unmodified, without a window: layers in local systems from feature and map services, drawn where they lie; its
catalog; a secured service with a token and without.

Usage: client.py READY-FILE READY-FILE: of the scenario with local systems, and of the one with secured services.
"""
import json
import os
import sys
import urllib.parse
import urllib.request

os.environ["QT_QPA_PLATFORM"] = "offscreen"
from checks import check, end  # noqa: E402
from qgis.core import (  # noqa: E402
    Qgis, QgsApplication, QgsAuthMethodConfig, QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsFeatureRequest,
    QgsMapRendererParallelJob, QgsMapSettings, QgsPointXY, QgsProject, QgsRaster, QgsRasterLayer, QgsRectangle, QgsSettings,
    QgsVectorLayer)
from qgis.PyQt.QtCore import QSize  # noqa: E402
from qgis.PyQt.QtGui import QColor  # noqa: E402

local, secured = (json.load(open(path, encoding="utf-8")) for path in sys.argv[1:3])
rest = f'{local["http"]}/arcgis/rest/services'
# Where the first three places of each service lie, in degrees, and by what QGIS may be off: its shifts of datum are its own.
PLACES = {
    "Munich": (25832, [(11.575488, 48.137225), (11.553757, 48.174444), (11.545747, 48.130578)], 1e-5),
    "NewYork": (2263, [(-73.985656, 40.748433), (-73.977265, 40.752700), (-73.926186, 40.829659)], 1e-5),
    "London": (27700, [(-0.124625, 51.500729), (-0.075406, 51.505456), (-0.001545, 51.477928)], 1e-4),
}
application = QgsApplication([], False)
application.initQgis()
QgsProject.instance()


def vector(url, system, more=""):
    return QgsVectorLayer(f"crs='EPSG:{system}' url='{url}'{more}", "rows", "arcgisfeatureserver")


def raster(url, system, more=""):
    return QgsRasterLayer(f"crs='EPSG:{system}' format='PNG32' layer='0' url='{url}'{more}", "map", "arcgismapserver")


def moved(places, system):
    """Degrees in another system, by QGIS."""
    move = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:4326"), QgsCoordinateReferenceSystem(f"EPSG:{system}"), QgsProject.instance())
    return [move.transform(QgsPointXY(*place)) for place in places]


def degrees(layer):
    back = QgsCoordinateTransform(layer.crs(), QgsCoordinateReferenceSystem("EPSG:4326"), QgsProject.instance())
    return [back.transform(feature.geometry().asPoint()) for feature in layer.getFeatures()]


def drawn(layer, places, system):
    """The picture of a layer in a system, and whether each place is red in it, and what surrounds it is not."""
    at = moved(places, system)
    half = max(max(p[axis] for p in at) - min(p[axis] for p in at) for axis in (0, 1)) * 0.7
    x, y = (sum(p[axis] for p in at) / len(at) for axis in (0, 1))
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(QgsCoordinateReferenceSystem(f"EPSG:{system}"))
    settings.setOutputSize(QSize(400, 400))
    settings.setBackgroundColor(QColor(255, 255, 255))
    settings.setExtent(QgsRectangle(x - half, y - half, x + half, y + half))
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    picture, to_pixel = job.renderedImage(), settings.mapToPixel()

    def red(x, y):
        color = picture.pixelColor(int(x), int(y))
        return color.red() > 180 and color.green() < 60 and color.blue() < 60

    pixels = [to_pixel.transform(place) for place in at]
    # The outermost places lie on the edge of the map's extent, beyond which QGIS draws nothing of a server's picture.
    inside = all(any(red(p.x() + dx, p.y() + dy) for dx in (-3, 0, 3) for dy in (-3, 0, 3)) for p in pixels)
    outside = any(red(p.x() + dx, p.y() + dy) for p in pixels for dx, dy in ((14, 0), (-14, 0), (0, 14), (0, -14)))
    return inside and not outside


for name, (system, places, most) in PLACES.items():
    layer = vector(f"{rest}/{name}/FeatureServer/0", system)
    check(f"{name}: a layer", lambda: layer.isValid() and layer.featureCount() == 3 and layer.crs().authid() == f"EPSG:{system}")
    check(f"{name}: its fields", lambda: [field.name() for field in layer.fields()] == ["OBJECTID", "NAME"])
    check(f"{name}: places, moved by QGIS", lambda: all(
        abs(a.x() - b[0]) < most and abs(a.y() - b[1]) < most for a, b in zip(degrees(layer), places)))
    first = list(layer.getFeatures())[0].geometry().asPoint()
    near = QgsFeatureRequest(QgsRectangle(first.x() - 10, first.y() - 10, first.x() + 10, first.y() + 10))
    check(f"{name}: rows of a rectangle", lambda: len(list(vector(f"{rest}/{name}/FeatureServer/0", system).getFeatures(near))) == 1)
    drawing = raster(f"{rest}/{name}/MapServer", system)
    check(f"{name}: a map", lambda: drawing.isValid() and drawing.crs().authid() == f"EPSG:{system}")
    identified = drawing.dataProvider().identify(
        QgsPointXY(first), QgsRaster.IdentifyFormatFeature, QgsRectangle(first.x() - 500, first.y() - 500, first.x() + 500, first.y() + 500), 400, 400)
    check(f"{name}: identify", lambda: identified.isValid() and "1" in str(
        [f.attributes() for found in identified.results().values() for store in found for f in store.features()]))
    for target in (system, 3857, 4326) if name != "London" else ():
        check(f"{name}: rows drawn by QGIS in {target}", lambda: drawn(layer, places, target))
        check(f"{name}: the server's map in {target}", lambda: drawn(drawing, places, target))

# The catalog, as the browser panel shows it.
QgsSettings().setValue("qgis/connections-arcgisfeatureserver/double/url", rest)
providers = {p.name(): p for p in QgsApplication.dataItemProviderRegistry().providers()}
name = next((name for name in providers if "arcgis" in name.lower() or "afs" in name.lower()), None)
root = providers[name].createDataItem("", None)
connection = next((item for item in root.createChildren() if item.name() == "double"), None)
services = {item.name(): item for item in connection.createChildren()} if connection else {}
check("the catalog lists services", lambda: {"Munich", "NewYork", "London"} <= {name.split(" ")[0] for name in services})

service = f'{secured["http"]}/arcgis/rest/services/Travel'
check("without a token: no layer, and the reason", lambda: not vector(f"{service}/FeatureServer/0", 4326).isValid())
form = {"username": "viewer", "password": "viewer", "client": "requestip", "f": "json"}
with urllib.request.urlopen(f'{secured["http"]}/portal/sharing/rest/generateToken', urllib.parse.urlencode(form).encode()) as answer:
    token = json.load(answer)["token"]
keys = QgsApplication.authManager()
keys.setMasterPassword("a password of this test", True)
for kind, given in (("a token", token), ("a token that is none", "rubbish")):
    config = QgsAuthMethodConfig("EsriToken")
    config.setName(kind)
    config.setConfig("token", given)
    keys.storeAuthenticationConfig(config)
    with_token = vector(f"{service}/FeatureServer/0", 4326, f" authcfg='{config.id()}'")
    if given == token:
        check(f"{kind}: rows", lambda: with_token.isValid() and with_token.featureCount() > 0)
        check(f"{kind}: a map", lambda: raster(f"{service}/MapServer", 3857, f" authcfg='{config.id()}'").isValid())
    else:
        check(f"{kind}: no layer", lambda: not with_token.isValid())
print(f"QGIS {Qgis.QGIS_VERSION.split('-')[0]}")
end()
