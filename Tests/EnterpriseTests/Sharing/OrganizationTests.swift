// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Testing

@testable import Enterprise

/// Operations on the organization, its roles, members and groups: what they answer, and what is so afterwards.
@Suite("The organization")
struct OrganizationTests {
    private static let rest = "/portal/sharing/rest"

    private static func fixture() throws -> PortalFixture {
        try PortalFixture(
            """
            { seed: 5, portal: { version: "11.4",
                users: [{ username: "anna", password: "pw", role: "org_admin" }, { username: "bert", password: "pw" },
                        { username: "cleo", password: "pw", role: "org_publisher" }],
                groups: [{ id: "g1", title: "Team", owner: "anna", access: "org" }] },
              servers: [{ version: "11.4", federated: true, hosting: true,
                services: [{ name: "Hosted/T", type: "FeatureServer", owner: "cleo", layers: [] }] }] }
            """)
    }

    /// Who asks what below `sharing/rest`, and the answer.
    private static let table: [(String, String, String, String)] = [
        ("anna", "community/users/bert/unlock", "", #"{"success":true,"username":"bert"}"#),
        ("anna", "community/users/bert/expirePassword", "expiration=1", #"{"success":true,"username":"bert"}"#),
        ("anna", "community/groups/g1/protect", "", #"{"success":true}"#),
        ("anna", "community/groups/g1/reassign", "targetUsername=cleo", #"{"success":true,"groupId":"g1"}"#),
        (
            "anna", "portals/self/disableUsers", "users=bert,nobody",
            #"{"results":[{"username":"bert","status":true},{"username":"nobody","status":false}]}"#
        ),
        ("anna", "portals/self/removeUsers", "users=bert,cleo", #"{"notRemoved":["cleo"]}"#),
        (
            "anna", "portals/self/updateUserLicenseType", "users=[\"bert\"]&userLicenseType=viewerUT",
            #"{"results":[{"username":"bert","status":false}]}"#
        ),
        ("anna", "portals/self/setUserDefaultSettings", "role=org_publisher", #"{"success":true}"#),
        (
            "bert", "community/checkUsernames", "usernames=bert,nina",
            #"{"usernames":[{"requested":"bert","suggested":"bert1"},{"requested":"nina","suggested":"nina"}]}"#
        ),
        (
            "anna", "portals/self/update", "name=Town&clearEmptyFields=true",
            #"{"success":true,"id":"0123456789ABCDEF"}"#
        ),
        (
            "bert", "community/users/bert/provisionedListings", "",
            #"{"total":0,"start":1,"num":10,"nextStart":-1,"provisionedListings":[]}"#
        ),
        (
            "anna", "community/groups/g1/assignCategorySchema",
            #"categorySchema={"categorySchema":[{"title":"Categories","categories":[]}]}"#, #"{"success":true}"#
        ),
    ]

    @Test("answers as it is known to", arguments: table)
    func answer(_ user: String, _ path: String, _ form: String, _ wanted: String) throws {
        var fixture = try Self.fixture()
        let fields = Form.parse(form).map { ($0.name, $0.value) } + [("f", "json"), ("token", fixture.token(user))]
        #expect(fixture.ask("\(Self.rest)/\(path)", form: fields).body == wanted)
    }

    /// Asks as somebody.
    private static func ask(
        _ fixture: inout PortalFixture, _ path: String, _ form: [(String, String)]? = nil, as user: String = "anna"
    ) -> PortalFixture.Heard {
        let token = fixture.token(user)
        guard let form else { return fixture.ask("\(rest)/\(path)?f=json&token=\(token)") }
        return fixture.ask("\(rest)/\(path)", form: form + [("f", "json"), ("token", token)])
    }

    @Test("a custom role lets its members do what its privileges say, and nothing else")
    func roles() throws {
        var fixture = try Self.fixture()
        let made = Self.ask(&fixture, "portals/self/createRole", [("name", "Editor"), ("description", "edits")])
        let id = try #require(made.json?["id"]?.text)
        #expect(id.utf8.count == 16)
        #expect(Self.ask(&fixture, "portals/self/updateUserRole", [("user", "bert"), ("role", id)]).verdict.isEmpty)
        let refused = Self.ask(&fixture, "community/createGroup", [("title", "G")], as: "bert")
        #expect(refused.rule == "sharing.no-privilege")
        #expect(refused.verdict.first?.facts.contains { $0.value == "portal:user:createGroup" } == true)
        let privileges = #"{"privileges":["portal:user:createGroup","portal:admin:disableUsers"]}"#
        _ = Self.ask(&fixture, "portals/self/roles/\(id)/setPrivileges", [("privileges", privileges)])
        #expect(
            Self.ask(&fixture, "portals/self/roles/\(id)/privileges").body
                == #"{"privileges":["portal:admin:disableUsers","portal:user:createGroup"]}"#)
        #expect(Self.ask(&fixture, "community/createGroup", [("title", "G")], as: "bert").verdict.isEmpty)
        #expect(Self.ask(&fixture, "community/users/cleo/disable", [], as: "bert").verdict.isEmpty)
        #expect(Self.ask(&fixture, "community/users/cleo/delete", [], as: "bert").rule == "sharing.no-privilege")
        let own = Self.ask(&fixture, "community/self", as: "bert").json
        #expect(own?["privileges"]?.elements?.count == 2 && own?["role"]?.text == id)
        let names = Self.ask(&fixture, "portals/self/roles").json?["roles"]?.elements?.compactMap { $0["name"]?.text }
        #expect(names == ["Viewer", "Data Editor", "Editor"])
        _ = Self.ask(&fixture, "portals/self/updateUserRole", [("user", "bert"), ("role", "org_user")])
        let deleted = Self.ask(&fixture, "portals/self/roles/\(id)/delete", [])
        #expect(deleted.body == #"{"success":true,"roleId":"\#(id)"}"#, "documented: delete-role")
    }

    @Test("webhooks are kept, paused, changed and deleted")
    func webhooks() throws {
        var fixture = try Self.fixture()
        let path = "portals/self/webhooks"
        let form = [("name", "Flow"), ("url", "https://hooks.example/1"), ("changes", "manualChanges")]
        let made = Self.ask(&fixture, "\(path)/createWebhook", form + [("events", "/items,/users/add")])
        #expect(made.body == #"{"success":true}"#)
        #expect(Self.ask(&fixture, "\(path)/createWebhook", [("name", "Flow")]).rule == "sharing.not-given")
        #expect(Self.ask(&fixture, path, as: "bert").rule == "sharing.not-administrator")
        let list = Self.ask(&fixture, path).json
        #expect(list?["total"]?.integer == 1 && list?["nextStart"]?.integer == -1)
        let hook = try #require(list?["webhooks"]?[0])
        let id = try #require(hook["id"]?.text)
        #expect(hook["events"]?.elements?.compactMap(\.text) == ["/items", "/users/add"])
        #expect(hook["config"]?["deactivationPolicy"]?["daysInPast"]?.integer == 5)
        _ = Self.ask(&fixture, "\(path)/\(id)/deactivate", [])
        #expect(Self.ask(&fixture, "\(path)/\(id)").json?["isActive"]?.truth == false)
        let changed = [("name", "Other"), ("url", "https://hooks.example/2"), ("changes", "allChanges")]
        _ = Self.ask(&fixture, "\(path)/\(id)/update", changed)
        let now = Self.ask(&fixture, "\(path)/\(id)").json
        #expect(now?["name"]?.text == "Other" && now?["events"]?[0]?.text == "/" && now?["isActive"]?.truth == false)
        _ = Self.ask(&fixture, "\(path)/settings/update", [("notificationAttempts", "4")])
        #expect(
            Self.ask(&fixture, "\(path)/settings").body
                == #"{"notificationAttempts":4,"notificationTimeOutInSeconds":10,"notificationElapsedTimeInSeconds":5}"#
        )
        _ = Self.ask(&fixture, "\(path)/\(id)/delete", [])
        #expect(Self.ask(&fixture, "\(path)/\(id)").rule == "sharing.webhook-missing")
    }

    @Test("the policies decide: which passwords are taken, and how many wrong ones lock")
    func policies() throws {
        var fixture = try Self.fixture()
        let path = "portals/self/securityPolicy"
        #expect(
            Self.ask(&fixture, path).body.hasPrefix(
                #"{"passwordPolicy":{"type":"default","minLength":8,"minLetter":1,"minDigit":1,"created":-1,"modified":-1},"#
            ))
        _ = Self.ask(&fixture, "\(path)/update", [("minLength", "10"), ("minOther", "1"), ("minDigit", "")])
        #expect(Self.ask(&fixture, path).json?["passwordPolicy"]?["minOther"]?.integer == 1)
        let weak = Self.ask(&fixture, "community/users/bert/reset", [("newPassword", "abcdefghij")])
        #expect(weak.rule == "sharing.weak-password")
        #expect(weak.verdict.first?.facts.contains { $0.value == "1 special characters" } == true)
        _ = Self.ask(&fixture, "\(path)/reset", [])
        _ = Self.ask(
            &fixture, "\(path)/lockoutLoginPolicy/update",
            [("maxFailedAttempts", "2"), ("lockoutDurationInMinutes", "3")])
        func sign(_ password: String) -> String? {
            let form = [("username", "bert"), ("password", password), ("referer", "x"), ("f", "json")]
            return fixture.ask("\(Self.rest)/generateToken", form: form).rule
        }
        #expect(sign("no") == "generate-token.wrong-password" && sign("no") == "generate-token.wrong-password")
        #expect(sign("pw") == "generate-token.locked-out")
        _ = Self.ask(&fixture, "community/users/bert/unlock", [])
        #expect(sign("pw") == nil)
        _ = Self.ask(&fixture, "community/users/bert/expirePassword", [])
        #expect(sign("pw") == "generate-token.password-expired")
        // More days than there will be are never.
        _ = Self.ask(&fixture, "\(path)/update", [("expirationInDays", "9223372036854775807")])
        _ = Self.ask(&fixture, "community/users/bert/reset", [("newPassword", "longer-than-1")])
        #expect(sign("longer-than-1") == nil)
    }

    @Test("a new password ends the member's tokens")
    func tokens() throws {
        var fixture = try Self.fixture()
        let old = fixture.token("bert")
        _ = Self.ask(&fixture, "community/users/bert/reset", [("newPassword", "other")])
        #expect(fixture.ask("\(Self.rest)/community/self?f=json&token=\(old)").json?["error"]?["code"]?.integer == 498)
    }

    @Test("an application waits for a manager, who lets in or not")
    func applications() throws {
        var fixture = try Self.fixture()
        for user in ["bert", "cleo"] { _ = Self.ask(&fixture, "community/groups/g1/join", [], as: user) }
        let list = Self.ask(&fixture, "community/groups/g1/applications").json?["applications"]?.elements
        #expect(list?.compactMap { $0["username"]?.text } == ["bert", "cleo"])
        #expect(list?.first?.members?.map(\.name) == ["username", "fullname", "received"])
        let accepted = Self.ask(&fixture, "community/groups/g1/applications/bert/accept", [])
        #expect(accepted.body == #"{"success":true,"username":"bert","groupId":"g1"}"#)
        _ = Self.ask(&fixture, "community/groups/g1/applications/cleo/decline", [])
        #expect(Self.ask(&fixture, "community/groups/g1/applications").body == #"{"applications":[]}"#)
        let users = Self.ask(&fixture, "community/groups/g1/users").json?["users"]?.elements?.compactMap(\.text)
        #expect(users == ["bert"])
        let told = Self.ask(&fixture, "community/users/cleo/notifications", as: "cleo")
        #expect(told.json?["notifications"]?[0]?["type"]?.text == "application_declined")
    }

    @Test("who is invited without a password joins by signing up")
    func invitation() throws {
        var fixture = try Self.fixture()
        let list = #"{"invitations":[{"username":"nina","email":"n@example.com","role":"org_publisher"}]}"#
        _ = Self.ask(&fixture, "portals/self/invite", [("invitationList", list)])
        #expect(Self.ask(&fixture, "portals/self/invitations").json?["total"]?.integer == 1)
        let form = [("username", "nina"), ("password", "secret"), ("fullname", "Nina N"), ("f", "json")]
        #expect(
            fixture.ask("\(Self.rest)/community/signUp", form: form).body == #"{"success":true,"username":"nina"}"#)
        #expect(Self.ask(&fixture, "community/users/nina").json?["role"]?.text == "org_publisher")
        #expect(Self.ask(&fixture, "portals/self/invitations").json?["total"]?.integer == 0)
    }

    @Test("an invitation is read and taken back by its id")
    func invitationTakenBack() throws {
        var fixture = try Self.fixture()
        let list = #"{"invitations":[{"username":"nina","email":"n@example.com","role":"org_user"}]}"#
        _ = Self.ask(&fixture, "portals/self/invite", [("invitationList", list)])
        let known = Self.ask(&fixture, "portals/self/invitations").json?["invitations"]?[0]
        let path = "portals/self/invitations/\(known?["id"]?.text ?? "")"
        #expect(Self.ask(&fixture, path).json?["username"]?.text == "nina")
        #expect(Self.ask(&fixture, "\(path)/delete", [("f", "json")]).json?["success"]?.truth == true)
        #expect(Self.ask(&fixture, "portals/self/invitations").json?["total"]?.integer == 0)
        #expect(Self.ask(&fixture, path).rule == "sharing.invitation-missing")
    }

    @Test("settings are read back, and act")
    func settings() throws {
        var fixture = try Self.fixture()
        let extent = #"{"xmin":1,"ymin":2,"xmax":3,"ymax":4,"spatialReference":{"wkid":102100}}"#
        _ = Self.ask(
            &fixture, "portals/self/update",
            [
                ("description", "A town"), ("defaultExtent", extent), ("commentsEnabled", "true"),
                ("allowedRedirectUris", "https://a.example,https://b.example"), ("access", "private"),
                ("canSignInArcGIS", "false"),
            ])
        let own = Self.ask(&fixture, "portals/self").json
        #expect(own?["description"]?.text == "A town" && own?["commentsEnabled"]?.truth == true)
        #expect(own?["defaultExtent"]?["xmax"]?.integer == 3 && own?["allowedRedirectUris"]?.elements?.count == 2)
        #expect(own?["access"]?.text == "private" && own?["canSignInArcGIS"]?.truth == false)
        #expect(fixture.ask("\(Self.rest)/search?q=*&f=json").json?["total"]?.integer == 0)
    }
}
