// SPDX-License-Identifier: Apache-2.0

import Formats
import Testing

@testable import Enterprise

/// What an administrator forbids (docs/reference/admin.md#what-an-administrator-forbids).
@Suite("What an administrator of a server forbids")
struct SiteRestrictionTests {
    private static let directory = "system/handlers/rest/servicesdirectory"

    @Test("the services directory has texts in the documented order, and its switch by another name than edit")
    func keys() throws {
        var site = try ServerAdminTests.Site()
        let members = site.get(Self.directory).json?.members ?? []
        #expect(
            members.map(\.name) == [
                "jsapi.arcgis.css", "jsapi.arcgis.css2", "arcgis.com.map.text", "logLevel", "allowedOrigins",
                "arcgis.com.map", "jsapi.arcgis", "callbackFunctionsEnabled", "consoleLogging", "jsapi.arcgis.sdk",
                "enabled",
            ])
        #expect(members.allSatisfy { $0.value.text != nil })
        var old = try ServerAdminTests.Site("10.9.1")
        #expect(old.get(Self.directory).json?["callbackFunctionsEnabled"] == nil)
    }

    /// A form of `edit`, and whether the directory has pages after it.
    private static let edits: [(form: [(String, String)], isOpen: Bool)] = [
        ([("servicesDirEnabled", "false")], false), ([("servicesDirEnabled", "true")], true),
        ([("enabled", "False")], false), ([("enabled", "True")], true),
        ([("enabled", "true"), ("servicesDirEnabled", "false")], false),
        ([("jsapi.arcgis", "https://js.example")], false),
    ]

    @Test("edit takes the switch by both names, and turns the pages off without it", arguments: edits.indices)
    func edit(_ index: Int) throws {
        let (form, isOpen) = Self.edits[index]
        var site = try ServerAdminTests.Site()
        #expect(site.post("\(Self.directory)/edit", form).body == ServerAdminTests.done)
        #expect(site.get(Self.directory).json?["enabled"]?.text?.lowercased() == "\(isOpen)")
        #expect(site.fixture.ask("/arcgis/rest/services").rule == (isOpen ? nil : "service.directory-disabled"))
    }

    @Test("with HTTPS alone, a call by HTTP is redirected with its query")
    func plain() throws {
        var site = try ServerAdminTests.Site()
        site.post("security/config/update", [("Protocol", "HTTPS")])
        let heard = site.fixture.ask("/arcgis/rest/services?f=json", secure: false)
        #expect(heard.status == 302 && heard.rule == "service.plain-http")
        #expect(heard["Location"]?.hasPrefix("https://") == true)
        #expect(heard["Location"]?.hasSuffix("/arcgis/rest/services?f=json") == true)
    }

    /// Operations that read-only mode leaves open, and others.
    private static let operations: [(path: String, form: [(String, String)], isOpen: Bool)] = [
        ("exportSite", [], true), ("importSite", [("location", "x")], false),
        ("machines/register", [("machineName", "B.EXAMPLE"), ("adminURL", "https://b.example/admin")], true),
        ("security/config/testIdentityStore", [("userStoreConfig", #"{"type":"BUILTIN"}"#)], true),
        ("security/users/getUsers", [], true), ("security/users/search", [("filter", "p")], true),
        ("security/users/add", [("username", "x"), ("password", "x")], false),
        ("system/handlers/rest/cache/clear", [], true), ("logs/clean", [], true),
        ("data/findItems", [("parentPath", "/")], true), ("services/createFolder", [("folderName", "F")], false),
    ]

    @Test("read-only mode blocks most operations, not those of the list", arguments: operations.indices)
    func readOnly(_ index: Int) throws {
        let (path, form, isOpen) = Self.operations[index]
        var site = try ServerAdminTests.Site("10.9.1")
        site.post("mode/update", [("siteMode", "READ_ONLY")])
        #expect(site.post(path, form).rule == (isOpen ? nil : "admin.read-only"))
    }
}
