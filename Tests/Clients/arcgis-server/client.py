"""ArcGIS API for Python 2.4.4, unmodified: arcgis.gis.server.Server, the administration of a server by itself.

Usage: client.py READY-FILE; REQUESTS_CA_BUNDLE names the authority's certificate.
"""
import json
import os
import sys
import tempfile
import warnings

warnings.filterwarnings("ignore")
import requests  # noqa: E402
from arcgis.gis.server import Server  # noqa: E402
from checks import check, end  # noqa: E402

ready = json.load(open(sys.argv[1], encoding="utf-8"))
url = ready["servers"]["gis"]
trust = os.environ["REQUESTS_CA_BUNDLE"]


def signed_in(name="siteadmin", password="siteadmin"):
    """Its own sign-in posts to tokenServicesUrl as it is, where a server by itself has a page; a token it takes."""
    form = {"username": name, "password": password, "client": "requestip", "f": "json"}
    token = requests.post(f"{url}/admin/generateToken", data=form, verify=trust, timeout=20).json()["token"]
    return Server(url=f"{url}/admin", token=token, verify_cert=False)


def rest(path):
    return requests.get(f"{url}/rest/services/{path}", params={"f": "json"}, verify=trust, timeout=20).json()


def written(name, text):
    path = os.path.join(tempfile.mkdtemp(), name)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


server = signed_in()
check("the root", lambda: "services" in server.resources)

users, roles = server.users, server.users.roles
check("users: one is made", lambda: users.create("ines", "secret", "Ines", "She drives", "ines@example.com").username == "ines")
check("users: found", lambda: users.get("ines").fullname == "Ines")
check("users: searched", lambda: [one.username for one in users.search("ines")] == ["ines"])
check("users: changed", lambda: users.get("ines").update(full_name="Ines M") and users.get("ines").fullname == "Ines M")
check("roles: one is made", lambda: roles.create("drivers", "Who drives"))
check("roles: all", lambda: [one.rolename for one in roles.all()] == ["drivers"])
check("roles: counted", lambda: roles.count["totalRoles"] == 1)
check("roles: described", lambda: roles.get_role("drivers")[0].update("Drivers"))
check("roles: a privilege", lambda: roles.get_role("drivers")[0].set_privileges("publish"))
check("roles: granted", lambda: roles.get_role("drivers")[0].grant("ines"))
check("users: a role more", lambda: users.get("ines").add_role("drivers"))
check("users: it may publish", lambda: users._get_user_privileges("ines") == {"privilege": "PUBLISH"})
check("users: its roles", lambda: users._get_user_roles("ines")["roles"] == ["drivers"])
check("a publisher: creates a folder", lambda: signed_in("ines", "secret").services.create_folder("Hers"))
check("a publisher: makes no role", lambda: signed_in("ines", "secret").users.roles.create("x") is False)

services = server.services


def service(name="Airports", folder=None):
    return [one for one in services.list(folder) if one.properties.serviceName == name][0]


check("services: folders", lambda: {"Open", "Hers"} <= set(services.folders))
check("services: listed", lambda: service().properties.type == "MapServer")
check("services: in a folder", lambda: service("Travel", "Open").properties.serviceName == "Travel")
check("services: there is one", lambda: services.exists("", "Airports", "MapServer") is True)
check("services: there is none", lambda: services.exists("", "Nothing", "MapServer") is False)
check("services: status", lambda: service().status["realTimeState"] == "STARTED")
check("services: stopped", lambda: service().stop() and "error" in rest("Airports/MapServer"))
check("services: started", lambda: service().start() and "layers" in rest("Airports/MapServer"))
check("services: restarted", lambda: service().restart())
check("services: statistics", lambda: service().statistics["summary"]["type"] == "MapServer")
check("services: item information", lambda: service().iteminformation.properties["name"] == "Airports")
check("services: its manifest", lambda: service().iteminformation.manifest["databases"])


def edited():
    one = service()
    given = dict(one.properties)
    given["description"] = "All of them"
    return one.edit(given)[0] and service().properties.description == "All of them"


check("services: edited", edited)


def edited_later():
    done, job = service().edit({"minInstancesPerNode": 0}, future=True)
    return done and job.result()["status"] == "COMPLETED"


check("services: edited by a job", edited_later)
new = {"serviceName": "Fresh", "type": "MapServer", "description": "", "capabilities": "Map", "properties": {}, "extensions": []}
check("services: created", lambda: services.create_service(new)["status"] == "success" and "mapName" in rest("Fresh/MapServer"))
check("services: renamed", lambda: service("Fresh").rename("Fresher") and "mapName" in rest("Fresher/MapServer"))
check("services: permissions", lambda: service("Fresher")._add_permission("drivers") and len(service("Fresher")._permissions["permissions"]) == 2)
check("services: not for everyone", lambda: service("Fresher")._add_permission("esriEveryone", False) and rest("Fresher/MapServer")["error"]["code"] == 499)
check("services: deleted", lambda: service("Fresher").delete() and "error" in rest("Fresher/MapServer"))
many = [{"folderName": "Open", "serviceName": "Travel", "type": "MapServer"}]
check("services: many stopped", lambda: services._stop_services(many) and "error" in rest("Open/Travel/MapServer"))
check("services: many started", lambda: services._start_services(many) and "layers" in rest("Open/Travel/MapServer"))
check("services: reported", lambda: services._service_report()["reports"][0]["serviceName"])
check("services: types", lambda: services._types["types"])
check("services: a folder is made", lambda: services.create_folder("More", "More of them"))
check("services: a folder is deleted", lambda: services.delete_folder("More"))
check("services: properties", lambda: services.service_properties == {})

machines = server.machines
check("machines: one", lambda: len(machines.list()) == 1)
check("machines: its status", lambda: machines.list()[0].status["realTimeState"] == "STARTED")
check("machines: its hardware", lambda: machines.list()[0].hardware["numLogicalProcessors"] > 0)
check("machines: stopped", lambda: machines.list()[0].stop() and rest("Airports/MapServer")["status"] == "error")
check("machines: started", lambda: machines.list()[0].start() and "layers" in rest("Airports/MapServer"))
check("machines: synchronized", lambda: machines.list()[0].synchronize())
check("machines: certificates", lambda: machines.list()[0].ssl_certificates["certificates"] == ["SelfSignedCertificate"])
check("machines: a root certificate", lambda: machines.list()[0].import_root_certificate("root", written("root.cer", open(trust, encoding="utf-8").read())))
check("machines: one of them", lambda: machines.list()[0].ssl_certificate("root")["entryType"] == "trustedCertEntry")
check("machines: deleted", lambda: machines.list()[0].delete_certificate("root") == "success")

system = server.system
check("system: properties", lambda: system.server_properties.update({"uploadFileExtensionWhitelist": "sd,soe"}))
check("system: directories", lambda: "arcgisoutput" in [one.properties.name for one in system.directories.all()])
check("system: a directory", lambda: system.directories.add("more", "/more", "OUTPUT", 10))
check("system: read", lambda: system.directories.get("more").properties.physicalPath == "/more")
check("system: edited", lambda: system.directories.get("more").edit("/most", "NONE", 5, "Most"))
check("system: cleaned", lambda: system.directories.get("more").clean())
check("system: unregistered", lambda: system.directories.get("more").unregister() and system.directories.get("more") is None)
check("system: licenses", lambda: system.licenses["edition"]["name"])
check("system: web adaptors", lambda: system.web_adaptors["webAdaptors"] == [])
check("system: their key", lambda: system.update_web_adaptors_configuration({"sharedKey": "k"}) and system.web_adaptors_configuration["sharedKey"] == "k")
check("system: the store", lambda: system.configuration_store.properties.type == "FILESYSTEM")
check("system: the store is moved", lambda: system.configuration_store.edit("FILESYSTEM", "/elsewhere"))
check("system: the cache", lambda: system.clear_cache())
check("system: deployment", lambda: "singleClusterMode" in system.deployment)
check("system: jobs", lambda: len(system.jobs.properties.jobs) == 1)
check("system: platform services", lambda: len(system.platform_services.list()) == 3)
check("system: one is stopped", lambda: system.platform_services.list()[0].stop()["status"] == "success" and system.platform_services.list()[0].status()["realTimeState"] == "STOPPED")
check("system: handlers", lambda: "rest" in system.handlers["resources"])
check("system: the directory's settings", lambda: "enabled" in system.directories.properties)

data = server.datastores
check("data: roots", lambda: "/fileShares" in data.data_items["rootItems"])
check("data: a folder", lambda: data.add_folder("shared", "/shared") is not None)
check("data: a database", lambda: data.add_database("parcels", "SERVER=db;DATABASE=parcels") is not None)
check("data: listed", lambda: {one._path for one in data.list()} == {"/fileShares/shared", "/enterpriseDatabases/parcels"})
check("data: searched", lambda: len(data.search(types="egdb")["items"]) == 1)
check("data: configured", lambda: data.config == {"blockDataCopy": False})
check("data: valid", lambda: data.validate())
check("data: unregistered", lambda: data._unregister_data_item("/fileShares/shared")["success"])

uploads = server.uploads
check("uploads: a file", lambda: uploads.upload(written("a.sd", "x"), "A definition")[0])
check("uploads: listed", lambda: uploads.uploads["items"][0]["itemName"] == "a.sd")
check("uploads: read", lambda: uploads.item(uploads.uploads["items"][0]["itemID"])["committed"] is True)
check("uploads: not of that kind", lambda: uploads.upload(written("a.exe", "x"))[0] is False)
check("uploads: deleted", lambda: uploads.delete(uploads.uploads["items"][0]["itemID"]))

logs = server.logs
check("logs: queried", lambda: len(logs.query(level="INFO")["logMessages"]) > 3)
check("logs: settings", lambda: logs.settings["logLevel"] == "INFO")
check("logs: edited", lambda: logs.edit("WARNING")["status"] == "success")
check("logs: cleaned", lambda: logs.clean())
check("logs: reports counted", lambda: logs.count_error_reports())

usage = server.usage
queries = {"resourceURIs": ["services/Airports.MapServer"], "metrics": ["RequestCount"]}
check("usage: none", lambda: usage.list() == [])
check("usage: settings", lambda: usage.settings["enabled"] is True)
check("usage: made", lambda: usage.create("airports", queries))
check("usage: asked", lambda: any(usage.list()[0].query()["report"]["report-data"][0][0]["data"]))
check("usage: at once", lambda: "report" in usage.quick_report(queries="services/", metrics="RequestCount"))
check("usage: deleted", lambda: usage.list()[0].delete()["status"] == "success" and usage.list() is not None)

site = server.site
check("site: its key", lambda: site.public_key["publicKey"] == "10001")
exported = {}
check("site: exported", lambda: exported.update(site.export("/backup")) or exported["location"].startswith("/backup/"))
check("site: imported", lambda: site.import_site(exported["location"])["status"] == "success")
check("users: deleted", lambda: users.get("ines").delete() and users.get("ines") is None)
check("roles: deleted", lambda: roles.get_role("drivers")[0].delete() and roles.all() == [])
check("the administrator is told", lambda: server._security.primary_site_administrator_status == {"disabled": "false"})
check("and can be disabled", lambda: server._security.disable_primary_site_administrator())
end()
