"""agsadmin, unmodified: the administration of a server and the sharing API of its portal.

Usage: client.py READY-FILE; REQUESTS_CA_BUNDLE names the authority's certificate.
"""
import collections
import collections.abc
import json
import os
import sys
import tempfile
import warnings
from urllib.parse import urlsplit

warnings.filterwarnings("ignore")
from agsadmin import RestAdmin, SharingAdmin  # noqa: E402
from agsadmin.exceptions import AuthenticationError  # noqa: E402
from checks import check, end  # noqa: E402

ready = json.load(open(sys.argv[1], encoding="utf-8"))
at = urlsplit(ready["https"])
trust = os.environ["REQUESTS_CA_BUNDLE"]


def server(name="portadmin", password="portadmin", **more):
    return RestAdmin(at.hostname, name, password, port=at.port, use_ssl=True, verify=trust, **more)


def refused(run, says, kind=Exception):
    try:
        run()
    except kind as problem:
        return says in f"{type(problem).__name__}: {problem}" or print(f"      {problem}")
    return print("      raised nothing")


admin = server()


def service(name="Airports", folder=None):
    return admin.services.get_service(name, "MapServer", folder)


check("the server's information", lambda: admin.get_server_info()["owningSystemUrl"] == ready["portal"])
check("a service: its properties", lambda: service().get_properties()["serviceName"] == "Airports")
check("in a folder", lambda: service("Travel", "Open").get_properties()["type"] == "MapServer")
check("no such service", lambda: refused(lambda: service("Nothing"), "Could not find resource"))
check("a wrong password", lambda: refused(
    lambda: server(password="wrong").services.get_service("Airports", "MapServer"), "Invalid username or password", AuthenticationError))
check("a member without the right", lambda: refused(
    lambda: server("viewer", "viewer").services.get_service("Airports", "MapServer"), "HTTPError"))
check("services", lambda: "Airports" in [one.name for one in admin.services.list_services()])
check("folders", lambda: "Open" in [folder.name for folder in admin.services.list_folders()])
check("services of a folder", lambda: {"Travel", "Tiles"} <= {one.name for one in admin.services.get_folder("Open").list_services()})
check("a service's status", lambda: service().get_status()["realTimeState"] == "STARTED")
check("stopped", lambda: service().stop_service()["status"] == "success" and service().get_status()["realTimeState"] == "STOPPED")
check("and started", lambda: service().start_service()["status"] == "success" and service().get_status()["realTimeState"] == "STARTED")
check("its statistics", lambda: "summary" in service().get_statistics())
check("its item information", lambda: service().get_iteminfo())
check("its permissions", lambda: isinstance(service().get_allowed_principals(), list))
check("directories", lambda: "arcgisoutput" in [one.name for one in admin.system.directories.list()])
check("one of them", lambda: admin.system.directories.get("arcgisoutput").physical_path)
check("machines", lambda: len(admin.machines.list()) == 1)
check("uploads", lambda: admin.uploads.list() == [] or len(admin.uploads.list()) > 0)


def sharing():
    return SharingAdmin(
        at.hostname, "portadmin", "portadmin", instance_name="portal", port=at.port, use_ssl=True, verify=trust)


airports = "0a1b2c3d4e5f60718293a4b5c6d7e8f9"
check("the portal: its release", lambda: sharing().get_version())
check("the portal: its properties", lambda: sharing().portals.self.get_properties()["isPortal"])
check("the portal: an item", lambda: sharing().content.get_item(airports).get_properties()["title"] == "Airports of the world")
check("the portal: its data", lambda: sharing().content.get_item(airports).get_data()["version"] == "2.32")
check("the portal: a user's folders", lambda: sharing().content.users.get_user_content("portadmin").list_folders() == [])
check("the portal: a user's items", lambda: "items" in sharing().content.users.get_user_content("portadmin").list_items())
check("what has parameters is not sent by this Python",
      lambda: sys.version_info < (3, 10) or refused(lambda: service().rename("x"), "Mapping"))

# What this Python took away is given back, and the client sends its parameters.
collections.Mapping = collections.abc.Mapping


def described(text):
    given = service("Airports").get_properties()
    given["description"] = text
    service("Airports").set_properties(given)
    return service("Airports").get_properties()["description"] == text


def registered():
    admin.system.directories.register("more", "/more", "OUTPUT", description="More")
    return admin.system.directories.get("more").physical_path == "/more"


def uploaded():
    handle, path = tempfile.mkstemp(suffix=".sd")
    os.write(handle, b"definition")
    os.close(handle)
    admin.uploads.upload(path, "A definition")
    return [item.name for item in admin.uploads.list()] == [os.path.basename(path)]


def renamed():
    service().rename("Airfields")
    there = service("Airfields").get_properties()["serviceName"] == "Airfields"
    service("Airfields").rename("Airports")
    return there


check("a service: described", lambda: described("All of them"))
check("a service: renamed, and back", renamed)
check("a directory: registered", registered)
check("a directory: changed", lambda: setattr(admin.system.directories.get("more"), "description", "Most") is None)
check("an upload", uploaded)
check("the machine: stopped", lambda: admin.machines.list()[0].stop() or True)
check("the machine: started", lambda: admin.machines.list()[0].start() or True)
end()
