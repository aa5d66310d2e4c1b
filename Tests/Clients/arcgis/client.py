"""ArcGIS API for Python, unmodified: every way of signing in that a portal without a browser allows.

Usage: client.py READY-FILE; REQUESTS_CA_BUNDLE names the authority's certificate.
"""
import json
import os
import sys
import warnings

warnings.filterwarnings("ignore")
from arcgis.features import FeatureLayer  # noqa: E402
from arcgis.gis import GIS  # noqa: E402

ready = json.load(open(sys.argv[1], encoding="utf-8"))
portal, server = ready["portal"], ready["servers"]["gis"]
app = ready["apps"][0]
bundle = {"ca_bundles": [os.environ["REQUESTS_CA_BUNDLE"]]}
passed = failed = 0


def check(name, run):
    """Runs it; it must give something true."""
    global passed, failed
    try:
        got, error = run(), None
    except Exception as problem:  # noqa: BLE001 - whatever the client raises is told
        got, error = None, f"{type(problem).__name__}: {problem}"
    if got:
        passed += 1
        print(f"ok    {name}")
    else:
        failed += 1
        print(f"FAIL  {name}: {error or repr(got)}")


def raised(run, text):
    """Whether it raises an error that says so."""
    try:
        run()
    except Exception as problem:  # noqa: BLE001
        return text in str(problem) or print(f"      raised {type(problem).__name__}: {problem}")
    return print("      raised nothing")


def me(gis):
    user = gis.users.me
    return user.username if user else None


def count(gis, service="Airports"):
    layer = FeatureLayer(f"{server}/rest/services/{service}/FeatureServer/0", gis=gis)
    return layer.query(where="1=1", return_count_only=True)


check("anonymous: no user", lambda: me(GIS(portal, **bundle)) is None)
check("anonymous: a public layer", lambda: count(GIS(portal, **bundle), "PublicAirports") == 300)
check("anonymous: a secured layer asks for a token", lambda: raised(lambda: count(GIS(portal, **bundle)), "Token Required"))

user = GIS(portal, "viewer", "viewer", **bundle)
check("name and password (it scrapes the sign-in page)", lambda: me(user) == "viewer")
check("name and password: a secured layer", lambda: count(user) == 300)
check("name and password: version", lambda: user.version[0] == 2024)
check("the name in other letters", lambda: me(GIS(portal, "VIEWER", "viewer", **bundle)) == "viewer")
# The client tries everything twice: five failures lock an account, so each wrong password is another user's.
check(
    "a wrong password",
    lambda: raised(lambda: GIS(portal, "publisher", "wrong", **bundle).users.me, "Invalid username or password"),
)

generated = GIS(portal, "portadmin", "portadmin", use_gen_token=True, **bundle)
check("use_gen_token", lambda: me(generated) == "portadmin")
check("use_gen_token: a secured layer", lambda: count(generated) == 300)
check(
    "use_gen_token: a wrong password",
    lambda: raised(lambda: me(GIS(portal, "portadmin", "wrong", use_gen_token=True, **bundle)), "Unable to generate token."),
)
check(
    "use_gen_token: the enterprise user is refused",
    lambda: raised(
        lambda: me(GIS(portal, "dirk@CONTOSO", "known-only-to-the-idp", use_gen_token=True, **bundle)),
        "Invalid username or password.",
    ),
)
check(
    "the enterprise user is refused by the sign-in page",
    lambda: raised(
        lambda: me(GIS(portal, "dirk@CONTOSO", "known-only-to-the-idp", **bundle)), "Invalid username or password"
    ),
)

own = GIS(portal, client_id=app["clientId"], client_secret=app["clientSecret"], **bundle)
check("an app for itself: no user", lambda: me(own) is None)
check("an app for itself: a secured layer", lambda: count(own) == 300)

code = GIS(portal, "viewer", "viewer", client_id=app["clientId"], **bundle)
check("code by client id, name and password", lambda: me(code) == "viewer")
check("code: a secured layer", lambda: count(code) == 300)
refresh = getattr(code._con._session.auth, "_refresh_token", None)
check("code: a refresh token came", lambda: refresh)
check("a refresh token for a password", lambda: me(GIS(portal, client_id=app["clientId"], password=refresh, **bundle)) == "viewer")
token = user._con.token or code._con.token
check("a token", lambda: me(GIS(portal, token=token, **bundle)) == "viewer")

print(f"{passed} passed, {failed} failed")
sys.exit(failed != 0)
