"""ArcREST_Package 3.5.9 (Esri), unmodified: the administration of a server by itself.

Usage, by Jython: server.py FOLDER-OF-THE-PACKAGE READY-FILE FOLDER-OF-STAND-INS
"""
import json
import os
import sys

sys.path[:0] = [sys.argv[3], sys.argv[1]]
from jython import check, end, impossible
from arcrest.web._base import BaseWebOperations
BaseWebOperations._verify = True
from arcrest.manageags import AGSAdministration
from arcrest.security import AGSTokenSecurityHandler

ready = json.load(open(sys.argv[2]))
http = str(ready["http"])


def quiet(name, run):
    """It prints every key that it does not know."""
    def quietly():
        shown, sys.stdout = sys.stdout, open(os.devnull, "w")
        try:
            return run()
        finally:
            sys.stdout = shown
    check(name, quietly)


def done(answer):
    return answer.get("status") == "success" or answer.get("success") is True


login = AGSTokenSecurityHandler("siteadmin", "siteadmin", token_url=http + "/arcgis/tokens/generateToken")
admin = AGSAdministration(http + "/arcgis/admin", login)
quiet("the root", lambda: "services" in admin.resources)
quiet("the release", lambda: admin.currentVersion)

security = admin.security
quiet("security: resources", lambda: "users" in security.resources)
quiet("a user", lambda: done(security.addUser("ines", "secret", "Ines", "She drives", "ines@example.com")))
quiet("a role", lambda: done(security.addRole("drivers", "Who drives")))
quiet("to the role", lambda: done(security.addUsersToRole("drivers", "ines")))
quiet("a privilege", lambda: done(security.assignPrivilege("drivers", "PUBLISH")))
quiet("of the role", lambda: security.getPrivilegeForRole("drivers") == {"privilege": "PUBLISH"})
quiet("of the user", lambda: security.getPrivilegeForUser("ines") == {"privilege": "PUBLISH"})
quiet("roles", lambda: security.getRoles()["roles"][0]["rolename"] == "drivers")
quiet("roles by privilege", lambda: security.getRolesByPrivilege("PUBLISH")["roles"])
quiet("roles of the user", lambda: security.getRolesForUser("ines")["roles"] == ["drivers"])
quiet("users", lambda: "ines" in [one["username"] for one in security.getUsers()["users"]])
quiet("users of the role", lambda: security.getUsersWithinRole("drivers")["users"] == ["ines"])
quiet("users searched", lambda: security.searchUsers("ines", 1)["users"][0]["fullname"] == "Ines")
quiet("roles searched", lambda: len(security.searchRoles("drivers", 5)["roles"]) == 1)
quiet("the role described", lambda: done(security.updateRole("drivers", "Drivers")))
quiet("from the role", lambda: done(security.removeUsersFromRole("drivers", "ines")))
quiet("roles taken", lambda: done(security.assignRoles("ines", "drivers")) and done(security.removeRoles("ines", "drivers")))
quiet("no role", lambda: done(security.removeRole("drivers")))
quiet("no user", lambda: done(security.removeUser("ines")))
quiet("the administrator", lambda: security.primarySiteAdministrator == {"disabled": "false"})
quiet("the configuration", lambda: security.securityConfig["authenticationTier"] == "GIS_SERVER")

services = admin.services
one = [{"folderName": "", "serviceName": "Airports", "type": "MapServer"}]


def airports():
    return [each for each in admin.services.services if each.serviceName == "Airports"][0]


quiet("services", lambda: airports().type == "MapServer")
quiet("folders", lambda: "Open" in services.folders)
quiet("stopped", lambda: done(services.stopServices(one)) and airports().status["realTimeState"] == "STOPPED")
quiet("started", lambda: done(services.startServices(one)) and airports().status["realTimeState"] == "STARTED")
quiet("a folder", lambda: done(services.createFolder("More", "More of them")))
quiet("no folder", lambda: done(admin.services.deleteFolder("More")))
quiet("exists", lambda: services.exists("", "Airports", "MapServer") in (True, {"exists": True}))
quiet("a service", lambda: done(services.createService({"serviceName": "Fresh", "type": "MapServer"})))
quiet("renamed", lambda: done(services.rename_service("Fresh", "MapServer", "Fresher")))
quiet("no service", lambda: done(services.deleteService("Fresher", "MapServer")))
quiet("reported", lambda: services.service_report()["reports"])
quiet("types", lambda: services.types["types"])
quiet("statistics", lambda: airports().statistics["summary"])
quiet("permissions", lambda: airports().permissions["permissions"])
quiet("item information", lambda: airports().iteminfo["name"] == "Airports")
quiet("changed", lambda: done(airports().editItemInfo({"snippet": "Short"})) and airports().iteminfo["snippet"] == "Short")
quiet("for nobody", lambda: done(airports().addPermission("esriEveryone", False)))

quiet("machines", lambda: admin.machines)
quiet("the log", lambda: done(admin.logs.clean()))
quiet("its settings", lambda: admin.logs.logSettings["logLevel"] == "INFO")
quiet("mode", lambda: admin.mode.siteMode == "EDITABLE")
quiet("system: directories", lambda: admin.system.serverDirectories)
quiet("system: licenses", lambda: admin.system.licenses["edition"])
quiet("system: web adaptors", lambda: admin.system.webAdaptors["webAdaptors"] == [])
quiet("data: a folder", lambda: done(admin.data.registerDataItem({"type": "folder", "path": "/fileShares/a", "info": {"path": "/a"}})))
quiet("data: found", lambda: len(admin.data.findDataItems(parentPath="/fileShares")["items"]) == 1)
quiet("data: valid", lambda: done(admin.data.validateAllDataItems))
quiet("data: gone", lambda: done(admin.data.unregisterDataItem("/fileShares/a")))
quiet("usage: a report", lambda: done(admin.usagereports.createUsageReport(
    "airports", [{"resourceURIs": ["services/Airports.MapServer"], "metrics": ["RequestCount"]}], {"title": "airports"})))
quiet("usage: reports", lambda: admin.usagereports.reports[0].reportname == "airports")
quiet("usage: asked", lambda: admin.usagereports.reports[0].query({"machines": "*"})["report"])
quiet("usage: deleted", lambda: done(admin.usagereports.reports[0].delete()))
quiet("the public key", lambda: admin.publicKey["publicKey"] == "10001")
quiet("info", lambda: admin.info.fullVersion)
quiet("exported", lambda: admin.exportSite("/backup")["location"])
impossible("users/update: it sends parameters, where the documentation has user=<JSON>")
quiet("the administrator is disabled", lambda: done(security.disablePrimarySiteAdministrator()))
end()
