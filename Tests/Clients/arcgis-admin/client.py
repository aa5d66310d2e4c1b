"""ArcGIS API for Python, unmodified: what an administrator does to members, roles, groups, the organization, the portal
and its servers.

Usage: client.py READY-FILE; REQUESTS_CA_BUNDLE names the authority's certificate.
"""
import json
import os
import sys
import warnings

warnings.filterwarnings("ignore")
from arcgis.gis import GIS  # noqa: E402
from checks import check, end, impossible, raised  # noqa: E402

ready = json.load(open(sys.argv[1], encoding="utf-8"))
portal, servers = ready["portal"], ready["servers"]
bundle = {"ca_bundles": [os.environ["REQUESTS_CA_BUNDLE"]]}
gis = GIS(portal, "portadmin", "portadmin", **bundle)


def login(name, password):
    user = GIS(portal, name, password, **bundle).users.me
    return user.username if user else None


# Members
nina = gis.users.create(
    "nina", "nina-secret1", "Nina", "Nilsson", "nina@example.com", role="org_user", user_type="creatorUT", provider="arcgis"
)
check("users: created", lambda: nina.username == "nina" and nina.fullName == "Nina Nilsson")
check("users: signs in", lambda: login("nina", "nina-secret1") == "nina")
check("users: found", lambda: "nina" in [u.username for u in gis.users.search("nina")])
check("users: changed", lambda: nina.update(description="surveys", tags=["a", "b"], email="n@example.com"))
check("users: as changed", lambda: gis.users.get("nina").description == "surveys" and gis.users.get("nina").tags == ["a", "b"])
check("users: publisher", lambda: nina.update_role("org_publisher") and gis.users.get("nina").role == "org_publisher")
check("users: disabled", lambda: nina.disable() and gis.users.get("nina").disabled)
check("users: cannot sign in", lambda: raised(lambda: login("nina", "nina-secret1"), "Invalid"))
check("users: enabled", lambda: nina.enable() and login("nina", "nina-secret1") == "nina")
check("users: several disabled, and enabled", lambda: gis.users.disable_users(["nina"]) and gis.users.enable_users(["nina"]))
check("users: a new password", lambda: nina.reset(new_password="other-secret1"))
check("users: signs in with it", lambda: login("nina", "other-secret1") == "nina")
check("users: user type", lambda: nina.user_types()["id"] == "creatorUT")
check("users: user types", lambda: "viewerUT" in [t["id"] for t in gis.users.license_types])
check("users: counts", lambda: {"key": "creatorUT", "count": 4} in gis.users.counts("user_type", as_df=False))
check("users: no listings, no bundles", lambda: nina.provisions == [] and nina.bundles == [])
check("users: enterprise", lambda: gis.users.get("dirk@CONTOSO").provider == "enterprise")
impossible("users: send_notification is for ArcGIS Online alone")

# Roles
role = gis.users.roles.create("Reviewer", "reviews", ["portal:user:viewOrgItems", "portal:user:joinGroup"])
check("roles: created", lambda: role.name == "Reviewer" and sorted(role.privileges)[0] == "portal:user:joinGroup")
check("roles: listed", lambda: "Reviewer" in [r.name for r in gis.users.roles.all()])
check("roles: assigned", lambda: nina.update_role(role) and gis.users.get("nina").role == role.role_id)
ninas = GIS(portal, "nina", "other-secret1", **bundle)
check("roles: what it lacks is refused", lambda: raised(lambda: ninas.groups.create("G", "t"), "permission"))
role.privileges = role.privileges + ["portal:user:createGroup"]
check("roles: what it has is allowed", lambda: ninas.groups.create("G", "t", access="private").delete())
role.description = "reviews all"
check("roles: described", lambda: gis.users.roles.get_role(role.role_id).description == "reviews all")
check("roles: taken away", lambda: nina.update_role("org_user"))
check("roles: deleted", lambda: role.delete() and not gis.users.roles.exists("Reviewer"))

# Groups
group = gis.groups.create("Surveyors", "survey,field", description="d", snippet="s", access="org", is_invitation_only=False)
check("groups: created", lambda: group.title == "Surveyors" and group.access == "org")
check("groups: members added", lambda: group.add_users(["nina", "viewer"])["notAdded"] == [])
check("groups: members", lambda: sorted(group.get_members()["users"]) == ["nina", "viewer"])
check("groups: a manager", lambda: group.update_users_roles(managers=["nina"])["results"][0]["success"])
check("groups: removed", lambda: group.remove_users(["viewer"])["notRemoved"] == [])
check("groups: updated", lambda: group.update(snippet="all of them") and gis.groups.get(group.id).snippet == "all of them")
group.protected = True
check("groups: protected", lambda: raised(group.delete, "protection"))
group.protected = False
impossible("groups: notify is for ArcGIS Online alone")
team = GIS(portal, "viewer", "viewer", **bundle).groups.get("0123456789abcdef0123456789abcdef")
check("groups: asked to join", lambda: team.join())
own = gis.groups.get("0123456789abcdef0123456789abcdef")
check("groups: accepted", lambda: own.applications[0].accept() and "viewer" in own.get_members()["users"])
check("groups: left", lambda: team.leave() and "viewer" not in own.get_members()["users"])
check("groups: reassigned", lambda: group.reassign_to("nina") and gis.groups.get(group.id).owner == "nina")
check(
    "users: deleted, and what was hers is the administrator's",
    lambda: gis.users.get("nina").delete(reassign_to="portadmin") and gis.users.get("nina") is None,
)
check("groups: the administrator's", lambda: gis.groups.get(group.id).owner == "portadmin")
check("groups: deleted", lambda: gis.groups.get(group.id).delete())

# The organization
check("org: renamed", lambda: gis.update_properties({"name": "Town of Bree"}) and gis.properties.name == "Town of Bree")
check("org: described", lambda: gis.update_properties({"description": "A town"}) and gis.properties.description == "A town")
policy = gis.admin.password_policy
check("org: password policy", lambda: policy.policy["minLength"] == 8)
policy.policy = {"minLength": 12, "minUpper": 1}
check("org: a stricter one", lambda: gis.admin.password_policy.policy["minUpper"] == 1)
check(
    "org: which decides",
    lambda: raised(lambda: gis.users.create("otto", "short1", "O", "O", "o@example.com", role="org_user", user_type="creatorUT"), "")
    or gis.users.get("otto") is None,
)
check("org: as installed", lambda: gis.admin.password_policy.reset())
check("org: lockout policy", lambda: gis.admin.password_policy.lockout_policy["maxFailedAttempts"] == 5)
gis.admin.category_schema.schema = [{"title": "Categories", "categories": [{"title": "Water"}]}]
check("org: categories", lambda: gis.admin.category_schema.schema["categorySchema"][0]["title"] == "Categories")
gis.users.user_settings = {"role": "org_publisher", "userLicenseType": "creatorUT"}
check("org: what new members get", lambda: gis.users.user_settings["role"] == "org_publisher")
check("org: sign-in settings", lambda: gis.admin.ux.security_settings.signin_settings["signinOptionsOrder"]["logins"] == ["arcgis"])
check("org: no social logins", lambda: gis.admin.social_providers.configuration is not None)

# The portal
system = gis.admin.system
system.properties = {"disableSignup": True}
check("system: properties", lambda: gis.admin.system.properties["disableSignup"] is True)
check("system: no web adaptors", lambda: system.web_adaptors.list() == [])
check("system: directories", lambda: len(system.directories) == 5)
check("system: database", lambda: system.database["name"] == "PostgreSQL")
check("system: the index", lambda: [i["name"] for i in system.index_status["indexes"]] == ["users", "groups", "search"])
check("system: built again", lambda: system.reindex("FULL"))
check("system: languages", lambda: system.languages["languages"] == "en")
check("system: limits", lambda: system.limits["ScheduleTask"][0]["numLimit"] == 20)
check("system: content from elsewhere", lambda: system.content_discovery is True)
check("system: mail", lambda: system.email.update("smtp.example", "a@b.example", False, "A") and system.email.test("c@d.example"))
check("system: licenses", lambda: system.licenses.properties["userTypes"][0]["id"])
check("machines", lambda: gis.admin.machines.list()[0].status())
check("mode", lambda: gis.admin.mode["isReadOnly"] is False)
check("logs: settings", lambda: gis.admin.logs.settings["settings"]["logLevel"] == "INFO")
check("logs: what was refused", lambda: "logMessages" in gis.admin.logs.query(start_time="2099-01-01T00:00:00", end_time="2000-01-01T00:00:00"))
check("logs: emptied", lambda: gis.admin.logs.clean())
security = gis.admin.security
check("security: configuration", lambda: security.config["userStoreConfig"]["type"] == "BUILTIN")
impossible("security: test_identity_store is a property that takes arguments")
check("security: identity store", lambda: security.update_identity_store()["status"] == "success")
check("security: certificates", lambda: [c.properties["aliasName"] for c in security.ssl.list()] == ["portal"])
check("security: enterprise users", lambda: security.enterpriseusers.search("dirk")["users"][0]["username"] == "dirk@CONTOSO")
check("security: apps", lambda: security.oauth.app_info["apps"][0]["appId"] == "app")
check("security: an app's new id", lambda: security.oauth.update("app", "app2"))
check("license: none bought", lambda: gis.admin.license.all() == [])

# Federation
federation = gis.admin.federation
check("federation: servers", lambda: [s["url"] for s in federation.servers["servers"]] == [servers["gis"]])
check("federation: federated", lambda: federation.federate(servers["alone"], servers["alone"], "psa", "psa") == "success")
ids = {s["url"]: s["id"] for s in federation.servers["servers"]}
check("federation: validated", lambda: federation.validate(ids[servers["alone"]])["status"] == "success")
check("federation: all of them", lambda: federation.validate_all()["status"] == "success")
check("federation: a function", lambda: federation.update(ids[servers["alone"]], "FEDERATED_SERVER", "ImageHosting")["status"] == "success")
check("federation: unfederated", lambda: federation.unfederate(ids[servers["alone"]]) and len(federation.servers["servers"]) == 1)

end()
