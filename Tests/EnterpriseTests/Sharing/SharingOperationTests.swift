// SPDX-License-Identifier: Apache-2.0

import Formats
import Testing

@testable import Enterprise

/// Operations of the sharing API: what they answer, to the byte, and what is so afterwards.
@Suite("Operations of the sharing API")
struct SharingOperationTests {
    private static let rest = "/portal/sharing/rest"

    private static func fixture() throws -> PortalFixture {
        try PortalFixture(
            """
            { portal: { version: "11.4",
                users: [{ username: "anna", password: "pw", role: "org_admin" }, { username: "bert", password: "pw" },
                        { username: "cleo", password: "pw" }],
                groups: [{ id: "g1", title: "Team", owner: "anna", members: ["cleo"], access: "public",
                           isInvitationOnly: false }],
                items: [{ id: "m1", title: "A", type: "Web Map", owner: "bert" },
                        { id: "m2", title: "B", type: "Web Map", owner: "bert" },
                        { id: "m3", title: "C", type: "Web Map", owner: "anna" }] } }
            """)
    }

    /// Who asks what below `sharing/rest`, and the answer.
    private static let table: [(String, String, String, String)] = [
        (
            "bert", "content/users/bert/deleteItems", "items=m1,m3",
            #"{"results":[{"itemId":"m1","success":true},{"itemId":"m3","success":false,"error":{"code":500,"message":"Item does not exist or is inaccessible"}}]}"#
        ),
        (
            "bert", "content/users/bert/shareItems", "items=m1,m3&everyone=true",
            #"{"results":[{"itemId":"m1","success":true,"notSharedWith":[]},{"itemId":"m3","success":false,"notSharedWith":[],"error":{"code":500,"message":"Item does not exist or is inaccessible"}}]}"#
        ),
        ("bert", "content/users/bert/moveItems", "items=m2&folder=/", #"{"results":[{"itemId":"m2","success":true}]}"#),
        (
            "bert", "content/users/bert/items/m1/move", "folder=/",
            #"{"success":true,"itemId":"m1","owner":"bert","folder":"/"}"#
        ),
        ("bert", "content/users/bert/items/m1/protect", "", #"{"success":true}"#),
        ("bert", "content/users/bert/items/m1/canDelete", "", #"{"itemId":"m1","success":true}"#),
        (
            "bert", "content/users/bert/items/m1/reassign", "targetUsername=anna",
            #"{"success":true,"itemId":"m1"}"#
        ),
        ("bert", "content/users/bert/items/m1/update", "title=Z", #"{"success":true,"id":"m1"}"#),
        ("bert", "content/users/bert/items/m1/delete", "", #"{"success":true,"itemId":"m1"}"#),
        (
            "bert", "content/users/bert/items/m1/addResources", "fileName=a.txt&text=x",
            #"{"success":true,"itemId":"m1","owner":"bert","folder":null}"#
        ),
        ("bert", "community/groups/g1/join", "", #"{"success":true,"groupId":"g1"}"#),
        ("cleo", "community/groups/g1/leave", "", #"{"success":true,"groupId":"g1"}"#),
        ("anna", "community/groups/g1/addUsers", "users=bert,nobody", #"{"notAdded":["nobody"]}"#),
        ("anna", "community/groups/g1/removeUsers", "users=cleo,bert", #"{"notRemoved":["bert"]}"#),
        (
            "anna", "community/groups/g1/updateUsers", "admins=cleo",
            #"{"results":[{"username":"cleo","success":true}]}"#
        ),
        ("anna", "community/groups/g1/invite", "users=bert", #"{"success":true,"groupId":"g1"}"#),
        ("anna", "community/users/bert/disable", "", #"{"success":true}"#),
        ("anna", "community/users/cleo/delete", "", #"{"success":true,"username":"cleo"}"#),
        (
            "anna", "portals/self/invite", "invitationList={\"invitations\":[{\"username\":\"bert\"}]}",
            #"{"success":true,"notInvited":["bert"]}"#
        ),
        ("anna", "portals/self/updateUserRole", "user=bert&role=org_publisher", #"{"success":true}"#),
    ]

    @Test("answer as they are known to", arguments: table)
    func answer(_ user: String, _ path: String, _ form: String, _ wanted: String) throws {
        var fixture = try Self.fixture()
        let fields = Form.parse(form).map { ($0.name, $0.value) } + [("f", "json"), ("token", fixture.token(user))]
        #expect(fixture.ask("\(Self.rest)/\(path)", form: fields).body == wanted)
    }

    @Test("a protected item says so, with offendingItems in place of details")
    func protected() throws {
        var fixture = try Self.fixture()
        let form = [("f", "json"), ("token", fixture.token("bert"))]
        let item = "\(Self.rest)/content/users/bert/items/m1"
        _ = fixture.ask("\(item)/protect", form: form)
        let heard = fixture.ask("\(item)/canDelete?f=json&token=\(fixture.token("bert"))")
        #expect(
            heard.body
                == #"{"itemId":"m1","success":false,"error":{"code":400,"messageCode":"CONT_0048","message":"Unable to delete item. Delete protection is turned on.","offendingItems":[]}}"#
        )
        _ = fixture.ask("\(item)/unprotect", form: form)
        #expect(fixture.ask("\(item)/delete", form: form).json?["success"]?.truth == true)
    }

    @Test("an invitation makes a member, and is gone then")
    func invitation() throws {
        var fixture = try Self.fixture()
        let (anna, bert) = (fixture.token("anna"), fixture.token("bert"))
        let group = "\(Self.rest)/community/groups/g1"
        _ = fixture.ask("\(group)/invite", form: [("users", "bert"), ("f", "json"), ("token", anna)])
        let own = "\(Self.rest)/community/users/bert/invitations"
        let list = fixture.ask("\(own)?f=json&token=\(bert)")
        let id = try #require(list.json?["userInvitations"]?[0]?["id"]?.text)
        let accepted = fixture.ask("\(own)/\(id)/accept", form: [("f", "json"), ("token", bert)])
        #expect(accepted.body == #"{"success":true,"username":"bert","groupId":"g1","id":"\#(id)"}"#)
        let users = fixture.ask("\(group)/userList?f=json&token=\(bert)")
        #expect(users.json?["users"]?.elements?.compactMap { $0["username"]?.text } == ["cleo", "bert"])
        #expect(fixture.ask("\(own)?f=json&token=\(bert)").body == #"{"userInvitations":[]}"#)
    }
}
