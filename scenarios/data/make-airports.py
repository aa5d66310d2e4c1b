#!/usr/bin/env python3
"""Trims the airports of the PyPI package airportsdata (MIT) to about 300, as GeoJSON, one feature a line.

The rule: the well-known ones named below, then of every country the first with an IATA code by ICAO code, then the
next ones of every country in the same way until there are 300.
Run with airportsdata installed: python3 make-airports.py > airports.geojson
"""
import json
import sys

import airportsdata

WELL_KNOWN = """
KATL KLAX KORD KDFW KDEN KJFK KSFO KSEA KLAS KMCO KMIA KPHX KIAH KBOS KMSP KDTW KPHL KLGA KBWI KSAN PANC PHNL PADK
CYYZ CYVR CYUL MMMX SBGR SBGL SAEZ SCEL SKBO SPJC EGLL EGKK LFPG LFPO EDDF EDDM EHAM LEMD LEBL LIRF LIMC LSZH LOWW
EKCH ENGM ESSA EFHK BIKF LPPT LGAV LTFM UUEE UHMA OMDB OTHH OERK LLBG HECA FAOR FACT HKJK DNMM GMMN VIDP VABB VTBS
WSSS WMKK WIII RPLL VHHH ZBAA ZSPD RJTT RJAA RKSI YSSY YMML YBBN YPPH NZAA NZWN NFFN NSFA NTAA SCIP FIMP
""".split()

airports = airportsdata.load("ICAO")
chosen = [code for code in WELL_KNOWN if code in airports]
seen = {airports[code]["country"] for code in chosen}
while len(chosen) < 300:
    for code in sorted(airports):
        country = airports[code]["country"]
        if airports[code]["iata"] and country not in seen and code not in chosen and len(chosen) < 300:
            seen.add(country)
            chosen.append(code)
    seen.clear()

lines = []
for code in chosen:
    airport = airports[code]
    lines.append(json.dumps({
        "type": "Feature",
        "properties": {
            "ICAO": airport["icao"], "IATA": airport["iata"] or None, "NAME": airport["name"],
            "CITY": airport["city"] or None, "STATE": airport["subd"] or None, "COUNTRY": airport["country"],
            "ELEVATION": round(airport["elevation"]), "TIMEZONE": airport["tz"],
        },
        "geometry": {"type": "Point", "coordinates": [airport["lon"], airport["lat"]]},
    }, ensure_ascii=False, separators=(",", ":")))
sys.stdout.write('{"type":"FeatureCollection","features":[\n' + ",\n".join(lines) + "\n]}\n")
