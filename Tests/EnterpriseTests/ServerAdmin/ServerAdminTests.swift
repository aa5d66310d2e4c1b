// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Testing
import Trust

@testable import Enterprise

/// What is changed in a server's administrator directory is read back, and acts.
@Suite("A server's administration")
struct ServerAdminTests {
    static let done = #"{"status":"success"}"#

    /// A server of its own, and its administrator's token.
    struct Site {
        var fixture: PortalFixture
        let token: String

        init(_ version: String = "11.4") throws {
            fixture = try PortalFixture.standalone(version)
            token = RuleTests.siteAdmin(&fixture)
        }

        mutating func get(_ path: String) -> PortalFixture.Heard {
            fixture.ask("/arcgis/admin/\(path)\(path.contains("?") ? "&" : "?")f=json&token=\(token)")
        }

        @discardableResult
        mutating func post(_ path: String, _ form: [(String, String)] = []) -> PortalFixture.Heard {
            fixture.ask("/arcgis/admin/\(path)?f=json&token=\(token)", form: form)
        }

        /// Posts one file.
        mutating func upload(_ path: String, _ part: String, _ name: String, _ text: String) -> PortalFixture.Heard {
            let body =
                "--b\r\nContent-Disposition: form-data; name=\"\(part)\"; filename=\"\(name)\"\r\n\r\n\(text)\r\n--b--\r\n"
            return fixture.ask(
                "/arcgis/admin/\(path)\(path.contains("?") ? "&" : "?")f=json&token=\(token)", method: "POST",
                fields: [("Content-Type", "multipart/form-data; boundary=b")], body: Array(body.utf8))
        }
    }

    /// An operation, and the member that shows afterward what it was given.
    private static let changes: [(operation: String, form: [(String, String)], reading: String, shows: String)] = [
        (
            "system/properties/update", [("properties", #"{"WebContextURL":"https://gis.example/arcgis"}"#)],
            "system/properties", #""WebContextURL":"https://gis.example/arcgis""#
        ),
        (
            "system/handlers/soap/soaphandlerconfig/edit", [("allowedOrigins", "https://a.example")],
            "system/handlers/soap/soaphandlerconfig", #""allowedOrigins":"https://a.example""#
        ),
        (
            "system/handlers/rest/servicesdirectory/edit", [("jsapi.arcgis", "https://js.example")],
            "system/handlers/rest/servicesdirectory", #""jsapi.arcgis":"https://js.example""#
        ),
        (
            "system/webadaptors/config/update", [("webAdaptorConfig", #"{"sharedKey":"k"}"#)],
            "system/webadaptors/config", #"{"sharedKey":"k"}"#
        ),
        ("usagereports/settings/edit", [("samplingInterval", "5")], "usagereports/settings", #""samplingInterval":5"#),
        ("data/config/update", [("datastoreConfig", #"{"blockDataCopy":true}"#)], "data/config", "true"),
        ("mode/update", [("siteMode", "READ_ONLY")], "mode", #""siteMode":"READ_ONLY""#),
        (
            "services/properties/update", [("properties", #"{"a":"b"}"#)], "services/properties", #"{"a":"b"}"#
        ),
        (
            "security/config/update", [("virtualDirsSecurityEnabled", "true")], "security/config",
            #""virtualDirsSecurityEnabled":true"#
        ),
        (
            "security/config/updateIdentityStore", [("userStoreConfig", #"{"type":"LDAP"}"#)], "security/config",
            #""userStoreConfig":{"type":"LDAP"}"#
        ),
        (
            "system/directories/register",
            [("name", "more"), ("physicalPath", "/more"), ("directoryType", "OUTPUT"), ("maxFileAge", "7")],
            "system/directories/more", #""physicalPath":"/more","directoryType":"OUTPUT""#
        ),
        (
            "system/directories/arcgisoutput/edit", [("maxFileAge", "99")], "system/directories/arcgisoutput",
            #""maxFileAge":99"#
        ),
        ("machines/ARCGIS.INTERNAL.LOCAL/edit", [("socMaxHeapSize", "128")], "machines/ARCGIS.INTERNAL.LOCAL", "128"),
        ("machines/ARCGIS.INTERNAL.LOCAL/stop", [], "machines/ARCGIS.INTERNAL.LOCAL/status", "STOPPED"),
        (
            "machines/ARCGIS.INTERNAL.LOCAL/sslcertificates/generate", [("alias", "own"), ("commonName", "gis")],
            "machines/ARCGIS.INTERNAL.LOCAL/sslcertificates", "own"
        ),
        ("machines/register", [("machineName", "B"), ("adminURL", "https://b/admin")], "machines", "https://b/admin"),
        (
            "services/Open.MapServer/edit", [("service", #"{"description":"New","maxInstancesPerNode":9}"#)],
            "services/Open.MapServer", #""maxInstancesPerNode":9"#
        ),
        (
            "services/Open.MapServer/iteminfo/edit", [("serviceItemInfo", #"{"snippet":"Short"}"#)],
            "services/Open.MapServer/iteminfo", #""snippet":"Short""#
        ),
        ("services/Folder/editFolder", [("description", "Deep")], "services/Folder", #""description":"Deep""#),
        (
            "services/createService", [("service", #"{"serviceName":"New","type":"MapServer"}"#)],
            "services/New.MapServer/status", "STARTED"
        ),
        (
            "services/renameService",
            [("serviceName", "Open"), ("serviceType", "MapServer"), ("serviceNewName", "Free")],
            "services/Free.MapServer", #""serviceName":"Free""#
        ),
        ("psa/x", [], "security/psa", "false"),
        (
            "security/roles/add", [("rolename", "r"), ("description", "d")], "security/roles/getRoles",
            #""rolename":"r""#
        ),
        (
            "usagereports/add", [("usagereport", #"{"reportname":"r","since":"LAST_DAY","queries":[]}"#)],
            "usagereports/r", #""since":"LAST_DAY""#
        ),
        (
            "system/webadaptors/register", [("webAdaptorURL", "https://w.example/arcgis")], "system/webadaptors",
            "https://w.example/arcgis"
        ),
        (
            "data/registerItem", [("item", #"{"path":"/fileShares/a","type":"folder","info":{"path":"/a"}}"#)],
            "data/items/fileShares/a", #""path":"/fileShares/a""#
        ),
    ]

    @Test("what is changed is read back", arguments: changes.indices)
    func readBack(_ number: Int) throws {
        let change = Self.changes[number]
        var site = try Site()
        if change.operation != "psa/x" {
            #expect(site.post(change.operation, change.form).verdict.isEmpty, "\(change.operation)")
        }
        let heard = site.get(change.reading)
        #expect(heard.body.contains(change.shows), "\(change.operation): \(heard.body)")
    }

    @Test("a created service is asked, restricted to a role, stopped and deleted")
    func service() throws {
        var site = try Site()
        site.post("services/createFolder", [("folderName", "Maps")])
        let json = #"{"serviceName":"New","type":"MapServer","description":"Fresh","capabilities":"Map"}"#
        #expect(site.post("services/Maps/createService", [("service", json)]).body == Self.done)
        func ask(_ token: String = "") -> String? {
            site.fixture.ask("/arcgis/rest/services/Maps/New/MapServer?f=json\(token.isEmpty ? "" : "&token=\(token)")")
                .rule
        }
        #expect(ask() == nil)
        site.post("security/roles/add", [("rolename", "team")])
        site.post("services/Maps/New.MapServer/permissions/add", [("principal", "team"), ("isAllowed", "true")])
        site.post(
            "services/Maps/New.MapServer/permissions/add", [("principal", "esriEveryone"), ("isAllowed", "false")])
        let form = [("username", "uwe"), ("password", "pw"), ("client", "requestip"), ("f", "json")]
        let uwe = site.fixture.ask("/arcgis/tokens/generateToken", form: form).token
        #expect(ask() == "token.required")
        #expect(ask(uwe) == "access.not-shared")
        site.post("security/roles/addUsersToRole", [("rolename", "team"), ("users", "uwe")])
        #expect(ask(uwe) == nil)
        site.post("services/Maps/New.MapServer/stop")
        #expect(ask(uwe) == "service.not-started")
        site.post("services/Maps/New.MapServer/delete")
        #expect(ask(uwe) == "service.not-found")
        #expect(site.post("services/Maps/createService", [("service", json)]).body == Self.done)
    }

    @Test("without its pages, the services directory says so, and answers JSON")
    func directory() throws {
        var site = try Site()
        site.post("system/handlers/rest/servicesdirectory/edit", [("servicesDirEnabled", "false")])
        let page = site.fixture.ask("/arcgis/rest/services")
        #expect(page.status == 403)
        #expect(page.body.contains("403") && page.body.contains("Services Directory has been disabled."))
        #expect(site.fixture.ask("/arcgis/rest/services?f=json").verdict.isEmpty)
    }

    @Test("a KMZ file is an archive of the KML")
    func kmz() throws {
        var site = try Site()
        let kml = #"{"kml":"https://earth.google.com/kml/2.2","NetworkLink":{"name":"roads","open":1}}"#
        let id = site.post("kml/createKmz", [("kml", kml)]).json?["item"]?["itemID"]?.text ?? ""
        let archive = ZIPArchive(site.get("uploads/\(id)/download").bytes)
        let text = archive?.entries.first.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
        #expect(text.hasSuffix("<NetworkLink><name>roads</name><open>1</open></NetworkLink></kml>\n"), "\(text)")
        #expect(site.get("kml").body.contains("roads.kmz"))
    }

    @Test("a dictionary that Python printed is taken")
    func printed() throws {
        var site = try Site()
        let services = "{'services': [{'folderName': '', 'serviceName': 'Open', 'type': 'MapServer'}]}"
        #expect(site.post("services/stopServices", [("services", services)]).body == Self.done)
    }

    @Test("an asynchronous edit is a job")
    func job() throws {
        var site = try Site()
        let heard = site.post("services/Open.MapServer/edit", [("service", "{}"), ("runAsync", "true")])
        let id = heard.json?["jobid"]?.text ?? ""
        #expect(site.get("system/jobs/\(id)").json?["status"]?.text == "COMPLETED")
    }

    @Test("a file in parts is the one that they make")
    func upload() throws {
        var site = try Site()
        let id = site.post("uploads/register", [("itemName", "a.sd")]).json?["item"]?["itemID"]?.text ?? ""
        _ = site.upload("uploads/\(id)/uploadPart?partId=2", "partFile", "2", "rld")
        _ = site.upload("uploads/\(id)/uploadPart?partId=1", "partFile", "1", "wo")
        #expect(site.get("uploads/\(id)").json?["committed"]?.truth == false)
        #expect(site.post("uploads/\(id)/commit", [("parts", "1,2")]).body == Self.done)
        #expect(site.get("uploads/\(id)/download").body == "world")
        #expect(site.get("uploads/\(id)/serviceconfiguration.json").json?["service"]?["serviceName"]?.text == "a")
        #expect(site.upload("uploads/upload", "itemFile", "b.sd", "x").json?["item"]?["itemName"]?.text == "b.sd")
        #expect(site.get("uploads").json?["items"]?.elements?.count == 2)
        site.post("uploads/\(id)/delete")
        #expect(site.get("uploads").json?["items"]?.elements?.count == 1)
    }

    @Test("the log has what was refused, newest first, by pages")
    func log() throws {
        var site = try Site()
        for name in ["A", "B", "C"] {
            site.fixture.ask("/arcgis/rest/services/\(name)/MapServer?f=json")
            site.fixture.now = site.fixture.now.advanced(milliseconds: 1000)
        }
        let first = site.get("logs/query?level=WARNING&pageSize=2")
        #expect(first.json?["hasMore"]?.truth == true)
        let messages = first.json?["logMessages"]?.elements ?? []
        #expect(messages.first?["message"]?.text?.contains("/C/MapServer") == true, "\(first.body)")
        let rest = site.get("logs/query?level=WARNING&pageSize=2&startTime=\(first.json?["endTime"]?.integer ?? 0)")
        #expect(rest.json?["logMessages"]?.elements?.count == 1)
        #expect(rest.json?["hasMore"]?.truth == false)
        site.post("logs/clean")
        #expect(site.get("logs/query?level=WARNING").json?["logMessages"]?.elements?.isEmpty == true)
    }

    @Test("a usage report counts requests")
    func usage() throws {
        var site = try Site()
        for _ in 0..<3 { site.fixture.ask("/arcgis/rest/services/Open/MapServer?f=json") }
        let report =
            #"{"reportname":"r","since":"LAST_DAY","queries":[{"resourceURIs":["services/Open.MapServer"],"metrics":["RequestCount"]}]}"#
        site.post("usagereports/add", [("usagereport", report)])
        site.fixture.now = site.fixture.now.advanced(minutes: 1)
        let heard = site.get("usagereports/r/data").json?["report"]
        let data = heard?["report-data"]?[0]?[0]?["data"]?.elements ?? []
        #expect(data.compactMap(\.integer) == [3])
        #expect(data.count == heard?["time-slices"]?.elements?.count)
    }

    @Test(
        "a usage report of times that no date has is one of a thousand slices at most",
        arguments: ["1e300", "-1e300", "9223372036854775807", "-9223372036854775808", "0"])
    func absurd(_ time: String) throws {
        var site = try Site()
        let report =
            #"{"reportname":"r","since":"CUSTOM","from":0,"to":\#(time),"aggregationInterval":1e18,"queries":[]}"#
        site.post("usagereports/add", [("usagereport", report)])
        let slices = site.get("usagereports/r/data").json?["report"]?["time-slices"]?.elements
        #expect(slices.map { (1...1001).contains($0.count) } == true, "\(slices?.count ?? -1)")
    }

    @Test("an export is what a site can become again")
    func export() throws {
        var site = try Site()
        let location = site.post("exportSite", [("location", "/backup")]).json?["location"]?.text ?? ""
        #expect(location.hasPrefix("/backup/"))
        site.post("services/Open.MapServer/delete")
        #expect(site.get("services/Open.MapServer").rule == "admin.service-missing")
        #expect(site.post("importSite", [("location", location)]).body == Self.done)
        #expect(site.get("services/Open.MapServer").verdict.isEmpty)
    }

    @Test("what was encrypted with the public key signs in")
    func encrypted() throws {
        var site = try Site()
        let key = site.fixture.ask("/arcgis/admin/publicKey?f=json").json
        #expect(key?["publicKey"]?.text == "10001")
        let own = try #require(SigningKey.made(SigningKey.parameters))
        #expect(key?["modulus"]?.text == Hex.encode(own.modulus))
        func sealed(_ text: String) -> String { Hex.encode(own.encrypt(Array(text.utf8))) }
        let form = [
            ("username", sealed("psa")), ("password", sealed("psa")), ("client", sealed("requestip")),
            ("encrypted", "true"), ("f", "json"),
        ]
        let token = site.fixture.ask("/arcgis/admin/generateToken", form: form).token
        #expect(site.fixture.ask("/arcgis/admin/machines?f=json&token=\(token)").verdict.isEmpty)
    }
}
