"""restgdf, unmodified: a directory is crawled, layers are read in pages, by condition and as statistics; a login's token.

Usage: client.py READY-FILE; REQUESTS_CA_BUNDLE names the authority's certificate.
"""
import asyncio
import json
import os
import ssl
import sys
import warnings

warnings.filterwarnings("ignore")
import aiohttp  # noqa: E402
import restgdf  # noqa: E402
from restgdf import AGOLUserPass, ArcGISTokenSession, Directory, FeatureLayer  # noqa: E402
from checks import check, end, impossible  # noqa: E402

ready = json.load(open(sys.argv[1], encoding="utf-8"))
portal = ready["portal"]
trusted = ssl.create_default_context(cafile=os.environ["REQUESTS_CA_BUNDLE"])


async def failure(wanted):
    """The error that is raised."""
    try:
        await wanted
    except Exception as problem:  # noqa: BLE001
        return f"{type(problem).__name__}: {problem}"
    return ""


async def listed(rows):
    return [row async for row in rows]


async def everything(session, base, name, token=None, folder="Open/"):
    services = f"{base}/arcgis/rest/services"
    for kind in ("MapServer", "FeatureServer"):
        label = f"{name}, {kind}"
        url = f"{services}/{folder}Travel/{kind}/0"
        layer = await FeatureLayer.from_url(url, session=session, token=token)
        check(f"{label}: name and count", lambda: layer.name == "Airports" and layer.count == 300)
        check(f"{label}: fields", lambda: {"OBJECTID", "IATA"} <= set(layer.fields) and layer.object_id_field == "OBJECTID")
        check(f"{label}: what pages are", lambda: layer.metadata.max_record_count == 100
              and layer.metadata.advanced_query_capabilities["supportsPagination"])
        rows = [row async for row in layer.stream_rows(on_truncation="ignore")]
        check(f"{label}: all rows, by pages", lambda: len({row["IATA"] for row in rows}) == 300)
        batches = [batch async for batch in layer.stream_feature_batches(on_truncation="ignore")]
        check(f"{label}: in batches", lambda: sorted(len(batch) for batch in batches) == [100] * 3)
        cut = await failure(listed(layer.stream_rows()))
        check(f"{label}: a page with more behind it is an error to it", lambda: "exceededTransferLimit=true" in cut)
        whole = await FeatureLayer.from_url(
            f"{services}/{'Public' if folder else ''}Airports/{kind}/0", session=session, token=token)
        check(f"{label}: a layer in one page", lambda: whole.count == 300 <= whole.metadata.max_record_count)
        ids = await whole.get_oids()
        check(f"{label}: all ids", lambda: len(set(ids)) == 300)
        frame = await whole.get_df()
        check(f"{label}: as a table", lambda: len(frame) == 300 and frame["ELEVATION"].max() > 5000)
        one = await layer.where("IATA = 'DEN'")
        check(f"{label}: with a condition", lambda: one.count == 1)
        features = [feature async for feature in one.iter_features()]
        check(f"{label}: its feature", lambda: features[0]["attributes"]["ICAO"] == "KDEN" and features[0]["geometry"]["x"])
        countries = await whole.get_unique_values("COUNTRY", sortby="COUNTRY")
        check(f"{label}: distinct values", lambda: countries == sorted(set(countries)) and "US" in countries)
        counts = await whole.get_value_counts("COUNTRY")
        check(f"{label}: counted", lambda: counts["COUNTRY_count"].sum() == 300 and counts["COUNTRY"][0] == "US")
        nested = await whole.get_nested_count(("COUNTRY", "ELEVATION"))
        check(f"{label}: counted by two", lambda: len(nested) > len(counts))
        missing = await failure(layer.get_unique_values("NOPE"))
        check(f"{label}: a field that is not there", lambda: missing.startswith("FieldDoesNotExistError"))
        bad = await failure((await FeatureLayer.from_url(url, session=session, token=token)).where("NOPE ="))
        check(f"{label}: a condition that is none", lambda: "Unable to" in bad or "Failed to" in bad or "Cannot perform" in bad)

    directory = await Directory.from_url(services, session=session, token=token)
    found = await directory.crawl(return_feature_count=True)
    names = {entry.name for entry in found}
    check(f"{name}: the services", lambda: {"Open/Travel", "Open/Tiles", "World"} <= names)
    check(f"{name}: their layers", lambda: any(layer.name == "Airports" for layer in directory.feature_layers()))
    errors = [str(error) for error in directory.report.errors]
    told = all("Token Required" in error or "403" in error or "rasters" in error for error in errors)
    check(f"{name}: nothing failed that need not", lambda: told or print("     ", errors))


async def main():
    connector = aiohttp.TCPConnector(ssl=trusted)
    async with aiohttp.ClientSession(connector=connector) as session:
        for scheme in ("http", "https"):
            await everything(session, ready[scheme], scheme)
        secured = f'{ready["https"]}/arcgis/rest/services/Travel/FeatureServer/0'
        refused = await failure(FeatureLayer.from_url(secured, session=session))
        check("no token: told so", lambda: "499" in refused or "Token Required" in refused)
        refused = await failure(FeatureLayer.from_url(secured, session=session, token="rubbish"))
        check("a bad token: told so", lambda: "498" in refused or "Invalid Token" in refused)
        login = {"username": "viewer", "password": "viewer", "client": "requestip", "f": "json"}
        async with session.post(f"{portal}/sharing/rest/generateToken", data=login) as answer:
            token = (await answer.json(content_type=None))["token"]
        await everything(session, ready["https"], "a member", token, folder="")
        # Impossible: its own sign-in reads JSON only from an answer whose type says JSON, and a portal's says text/plain.
        login = ArcGISTokenSession(
            session=session, token_url=f"{portal}/sharing/rest/generateToken",
            credentials=AGOLUserPass(username="viewer", password="viewer"))
        refused = await failure(login.update_token())
        check("its own sign-in does not read what a portal answers",
              lambda: "ContentTypeError" in refused and "text/plain" in refused)


asyncio.run(main())
impossible("signing in by ArcGISTokenSession: it reads JSON only where the Content-Type says so, and a portal's is text/plain")
impossible("pages by default: it takes exceededTransferLimit of a page that was asked for as a cut answer; on_truncation='ignore' is used")
impossible("GeoDataFrames: geopandas and pyogrio, which bring a GDAL of their own, are not installed")
end()
