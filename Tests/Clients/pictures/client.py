"""Every format of export and of WMS, opened by readers that had no part in writing it: Pillow, Ghostscript and librsvg.

Each must have the size that was asked for and show an airport where it lies. Usage: client.py READY-FILE;
REQUESTS_CA_BUNDLE names the authority's certificate.
"""
import io
import json
import shutil
import subprocess
import sys

import requests
from PIL import Image

from checks import check, end

ready = json.load(open(sys.argv[1], encoding="utf-8"))
for tool, package in (("gs", "ghostscript"), ("rsvg-convert", "librsvg2-bin")):
    if not shutil.which(tool):
        sys.exit(f"{tool} is missing; install it with: apt-get install {package}")

WIDTH, HEIGHT = 500, 400
BOX = (-125, 30, -100, 50)
DENVER = (406, 202)
RED = (200, 0, 0)
token = requests.post(
    ready["portal"] + "/sharing/rest/generateToken",
    data={"username": "viewer", "password": "viewer", "client": "requestip", "referer": "x", "f": "json"},
).json()["token"]
service = ready["https"] + "/arcgis/rest/services/Travel/MapServer"
wms = ready["https"] + "/arcgis/services/Travel/MapServer/WMSServer"


def page(data):
    """A page of PDF or PostScript as pixels, 96 an inch."""
    made = subprocess.run(
        ["gs", "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=png16m", "-r96", "-dTextAlphaBits=4", "-o", "-", "-"],
        input=data, capture_output=True, check=True)
    return Image.open(io.BytesIO(made.stdout))


def drawing(data):
    made = subprocess.run(["rsvg-convert", "--format", "png"], input=data, capture_output=True, check=True)
    return Image.open(io.BytesIO(made.stdout))


def opened(data, kind):
    picture = {"PDF": page, "PS": page, "SVG": drawing}.get(kind, lambda data: Image.open(io.BytesIO(data)))(data)
    if kind not in ("PDF", "PS", "SVG") and picture.format != kind:
        raise ValueError(f"a reader takes it for {picture.format}")
    return picture


def export(format, **more):
    answer = requests.get(service + "/export", params={
        "bbox": ",".join(map(str, BOX)), "bboxSR": 4326, "imageSR": 4326, "size": f"{WIDTH},{HEIGHT}",
        "layers": "show:0,3", "format": format, "f": "image", "token": token, **more})
    return answer


def shows(picture):
    seen = picture.convert("RGB").getpixel(DENVER)
    if picture.size != (WIDTH, HEIGHT):
        raise ValueError(f"it is {picture.size}")
    # Dots of a JPEG are not exactly of the colour they were drawn in.
    if max(abs(a - b) for a, b in zip(seen, RED)) > 8:
        raise ValueError(f"Denver is {seen}")
    return True


FORMATS = (
    ("png", "PNG", "image/png"), ("png8", "PNG", "image/png"), ("png24", "PNG", "image/png"),
    ("PNG32", "PNG", "image/png"), ("jpg", "JPEG", "image/jpeg"), ("gif", "GIF", "image/gif"),
    ("bmp", "BMP", "image/bmp"), ("tiff", "TIFF", "image/tiff"), ("pdf", "PDF", "application/pdf"),
    ("ps", "PS", "application/postscript"), ("svg", "SVG", "image/svg+xml"), ("svgz", "SVG", "image/svg+xml"))
for format, kind, media in FORMATS:
    for transparent in ("false", "true"):
        answer = export(format, transparent=transparent)
        check(f"{format}, transparent={transparent}: is {media}", lambda: answer.headers["Content-Type"] == media)
        check(f"{format}, transparent={transparent}: Denver's airport is red", lambda: shows(opened(answer.content, kind)))
    if kind in ("PNG", "GIF"):
        check(f"{format}: the ground lets all through",
              lambda: opened(answer.content, kind).convert("RGBA").getpixel((1, 1))[3] == 0)
    elif kind not in ("PDF", "PS"):
        check(f"{format}: the ground is white all the same",
              lambda: opened(answer.content, kind).convert("RGB").getpixel((1, 1)) == (255, 255, 255))
    href = export(format, f="json").json()["href"]
    check(f"{format}: the href leads to it",
          lambda: shows(opened(requests.get(href, params={"token": token}).content, kind)))
check("tiff without ground below: alpha is kept out of it", lambda: opened(export("tiff").content, "TIFF").mode == "RGB")

capabilities = requests.get(
    wms, params={"service": "WMS", "request": "GetCapabilities", "version": "1.3.0", "token": token}).text
listed = capabilities.split("<GetMap>")[1].split("</GetMap>")[0]
for media, kind in (("image/bmp", "BMP"), ("image/jpeg", "JPEG"), ("image/tiff", "TIFF"), ("image/png", "PNG"),
                    ("image/png8", "PNG"), ("image/png24", "PNG"), ("image/png32", "PNG"), ("image/gif", "GIF"),
                    ("image/svg+xml", "SVG")):
    check(f"WMS lists {media}", lambda: f"<Format>{media}</Format>" in listed)
    answer = requests.get(wms, params={
        "service": "WMS", "request": "GetMap", "version": "1.1.1", "layers": "0,2", "styles": ",", "srs": "EPSG:4326",
        "bbox": ",".join(map(str, BOX)), "width": WIDTH, "height": HEIGHT, "format": media, "token": token})
    check(f"WMS {media}: Denver's airport is red", lambda: shows(opened(answer.content, kind)))
end()
