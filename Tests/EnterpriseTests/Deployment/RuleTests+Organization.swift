// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

@testable import Enterprise

/// Roles, members, groups and policies of the organization.
extension RuleTests {
    static func organization(_ id: String) throws -> PortalFixture.Heard? {
        var fixture = try PortalFixture(
            """
            { portal: { version: "11.4",
                users: [{ username: "anna", password: "pw", role: "org_admin" }, { username: "bert", password: "pw" },
                        { username: "vera", password: "pw", userLicenseTypeId: "viewerUT" },
                        { username: "dirk", password: "pw", provider: "enterprise" }],
                groups: [{ id: "g1", owner: "anna", access: "org", protected: true }] } }
            """)
        let rest = "/portal/sharing/rest"
        let (anna, bert) = (fixture.token("anna"), fixture.token("bert"))
        func post(_ path: String, _ form: [(String, String)], _ token: String? = nil) -> PortalFixture.Heard {
            fixture.ask("\(rest)/\(path)", form: form + [("f", "json"), ("token", token ?? anna)])
        }
        let role = [("name", "Reviewer")]
        switch id {
        case "sharing.role-missing":
            return fixture.ask("\(rest)/portals/self/roles/nope?f=json&token=\(anna)")
        case "sharing.role-exists": return post("portals/self/createRole", [("name", "viewer")])
        case "sharing.role-in-use", "sharing.bad-privilege":
            let made = post("portals/self/createRole", role).json?["id"]?.text ?? ""
            if id == "sharing.bad-privilege" {
                return post("portals/self/roles/\(made)/setPrivileges", [("privileges", #"["portal:user:fly"]"#)])
            }
            _ = post("portals/self/updateUserRole", [("user", "bert"), ("role", made)])
            return post("portals/self/roles/\(made)/delete", [])
        case "sharing.role-beyond-type":
            return post("portals/self/updateUserRole", [("user", "vera"), ("role", "org_publisher")])
        case "sharing.last-administrator":
            return post("portals/self/updateUserRole", [("user", "anna"), ("role", "org_user")])
        case "sharing.license-type":
            return post("portals/self/updateUserLicenseType", [("users", "bert"), ("userLicenseType", "CreatorUT")])
        case "sharing.old-password":
            return post("community/users/bert/reset", [("password", "no"), ("newPassword", "abcdefg1")], bert)
        case "sharing.not-built-in": return post("community/users/dirk/reset", [("newPassword", "abcdefg1")])
        case "sharing.weak-password", "sharing.used-password":
            _ = post("portals/self/securityPolicy/update", [("minLength", "8"), ("historySize", "3")])
            if id == "sharing.weak-password" {
                return post("community/users/bert/reset", [("newPassword", "short1")])
            }
            _ = post("community/users/bert/reset", [("newPassword", "longenough1")])
            return post("community/users/bert/reset", [("newPassword", "longenough1")])
        case "sharing.bad-policy": return post("portals/self/securityPolicy/update", [("minLength", "3")])
        case "sharing.group-protected": return post("community/groups/g1/delete", [])
        case "sharing.application-missing": return post("community/groups/g1/applications/bert/accept", [])
        case "sharing.webhook-missing": return post("portals/self/webhooks/nope/delete", [])
        case "sharing.bad-schema": return post("portals/self/assignCategorySchema", [("categorySchema", "?")])
        case "sharing.sign-up-off":
            return fixture.ask(
                "\(rest)/community/signUp", form: [("username", "nina"), ("password", "x"), ("f", "json")])
        case "sharing.username-taken":
            let list = #"{"invitations":[{"username":"nina","email":"nina@example.com"}]}"#
            _ = post("portals/self/invite", [("invitationList", list)])
            let form = [("username", "bert"), ("password", "x"), ("email", "nina@example.com"), ("f", "json")]
            return fixture.ask("\(rest)/community/signUp", form: form)
        case "sharing.profiles-locked":
            _ = post("portals/self/update", [("updateUserProfileDisabled", "true")])
            return post("community/users/bert/update", [("description", "x")], bert)
        case "sharing.server-not-registered":
            return post(
                "portals/self/servers/register",
                [("name", "x"), ("url", "https://x.example/a"), ("adminUrl", "https://x.example/a")])
        default: return nil
        }
    }
}
