// SPDX-License-Identifier: Apache-2.0

import Engine
import Formats
import Foundation
import TestSupport
import Testing
import Trust

@testable import MockPortal
@testable import Recording

@Suite("record")
struct RecordTests {
    /// A client in front of a proxy in front of a second double of another release.
    private func recorded(
        _ name: String, keeping kept: [String] = [],
        _ steps: (_ portal: String, _ server: String, _ ask: (String, String?) throws -> ResponseReader.Received) throws
            -> Void
    ) throws -> ImportRun {
        let (loaded, _) = MockEnterprise.load(name)
        let site = try MockEnterprise(try #require(loaded), options: MockEnterprise.Options())
        defer { site.stopAndWait() }
        let urls = [site.sites.portals[0].url, site.sites.servers[0].url]
        let proxy = try RecordRun(
            upstreams: urls, hosts: ["127.0.0.1"], port: 0, authority: site.certificateAuthority.pem)
        let origin = "https://127.0.0.1:\(proxy.port)"
        let trust = try ClientContext(authority: proxy.certificateAuthority)
        var jar = CookieJar()
        try steps("\(origin)/portal", "\(origin)/arcgis") { url, form in
            var request = StepRequest(get: try #require(WebURL(url)))
            if let form {
                (request.method, request.body, request.contentType) = (
                    "POST", Array(form.utf8), "application/x-www-form-urlencoded"
                )
            }
            var exchange = HTTPExchange(trust: trust, certificate: nil, jar: jar, timeout: 20_000, isEndAwaited: false)
            let result = exchange.go(request, follow: 0)
            jar = exchange.jar
            guard case .success(.response(let received)) = result else {
                throw ImportRun.Failure(description: "\(result)")
            }
            return received
        }
        jar = CookieJar()
        var options = ImportRun.Options()
        options.kept = kept
        return try proxy.end(options: options)
    }

    @Test("what passes through is rewritten both ways, and becomes a scenario that passes")
    func session() throws {
        let run = try recorded("start/federated") { portal, server, ask in
            let given = try ask(
                "\(portal)/sharing/rest/generateToken",
                "username=viewer&password=viewer&client=referer&referer=\(Percent.encode(portal))&f=json")
            let token = try #require(try JSONReader.read(given.body)["token"]?.text)
            let own = try JSONReader.read(try ask("\(server)/rest/info?f=json", nil).body)
            // The server names its portal as it is reached here.
            #expect(own["owningSystemUrl"]?.text == portal)
            #expect(own["authInfo"]?["tokenServicesUrl"]?.text?.hasPrefix(portal) == true)
            let me = try JSONReader.read(
                try ask("\(portal)/sharing/rest/community/self?f=json&token=\(Percent.encode(token))", nil).body)
            #expect(me["username"]?.text == "viewer")
            let described = try ask("\(server)/rest/services/Airports/MapServer?f=json", nil)
            #expect(described.status == 200)
            let elsewhere = try ask(String(portal.dropLast(6)) + "elsewhere", nil)
            #expect(elsewhere.status == 404)
        }
        for word in ["viewer", "127.0.0.1:"] { #expect(!run.scenario.contains("\"\(word)")) }
        let (passes, text) = try ImportTests.check(run.scenario)
        #expect(passes, "\(text)\n\(run.report.text)")
        #expect((run.report.counts[.own] ?? 0) >= 3, "\(run.report.text)")
    }

    @Test("a site of another release is reproduced, and what the releases differ in is named")
    func release() throws {
        let older = """
            { extends: 'start/federated', portal: { version: '10.6.1' }, servers: [{ name: 'gis', version: '10.6.1' }] }
            """
        let run = try ImportTests.with(older, "json5") { path in
            try recorded(path, keeping: ["publicairports"]) { portal, server, ask in
                for url in [
                    "\(portal)/sharing/rest?f=json", "\(portal)/sharing/rest/portals/self?f=json",
                    "\(server)/rest/info?f=json", "\(server)/rest/services?f=json",
                    "\(server)/rest/services/PublicAirports/MapServer?f=json",
                    "\(server)/rest/services/PublicAirports/MapServer?f=json&token=wrong",
                ] { _ = try ask(url, nil) }
            }
        }
        #expect(run.scenario.contains("version: \"10.6.1\""))
        let (passes, text) = try ImportTests.check(run.scenario)
        #expect(passes, "\(text)\n\(run.report.text)")
        #expect((run.report.counts[.own] ?? 0) >= 3, "\(run.report.text)")
        // The newest release answers otherwise, and each difference has its place.
        let site = try MockEnterprise.startAndWait(named: "start/federated", options: MockEnterprise.Options())
        defer { site.stopAndWait() }
        let ready = String(decoding: JSONWriter.json(site.ready), as: UTF8.self)
        let (facts, told) = try ImportTests.with(run.scenario, "json5") { path in
            var run = CheckRun(rate: 60_000)
            run.check([path], against: ready, certificateAuthority: site.certificateAuthority.pem) { _ in }
            return (run.facts, run.attestedText)
        }
        let differences = facts.flatMap(\.differences)
        #expect(differences.contains { $0.what == "json /currentVersion" && $0.expected == "10.61" }, "\(told)")
        #expect(told.contains("the scenarios are of 10.6.1, the sites say"))
    }

    @Test("a site that is not there is told to the client")
    func away() throws {
        let proxy = try RecordRun(upstreams: ["http://127.0.0.1:9/portal"], hosts: ["127.0.0.1"], port: 0)
        let url = try #require(WebURL("http://127.0.0.1:\(proxy.port)/portal/sharing/rest?f=json"))
        var exchange = HTTPExchange(
            trust: nil, certificate: nil, jar: CookieJar(), timeout: 20_000, isEndAwaited: false)
        guard case .success(.response(let received)) = exchange.go(StepRequest(get: url), follow: 0) else {
            Issue.record("no answer")
            return
        }
        #expect(received.status == 502)
        let text = String(decoding: received.body, as: UTF8.self)
        #expect(text.hasPrefix("mock-portal record: cannot connect to 127.0.0.1 port 9"))
        #expect(throws: ImportRun.Failure.self) {
            try RecordRun(upstreams: ["gis.example.com"], hosts: ["127.0.0.1"], port: 0)
        }
    }

    @Test("URLs are rewritten in each spelling")
    func spellings() throws {
        guard
            case .success(let upstreams) = Upstream.all([
                "https://gis.example.com/portal/", "https://maps.example.com/arcgis",
            ])
        else {
            Issue.record("no upstreams")
            return
        }
        let here = "https://127.0.0.1:8443"
        let urls = UpstreamURLs(upstreams, here: here)
        for (there, local) in [
            ("https://gis.example.com/portal/sharing", "https://127.0.0.1:8443/portal/sharing"),
            ("http://gis.example.com:80/portal", "https://127.0.0.1:8443/portal"),
            (#"{"u":"https:\/\/maps.example.com\/arcgis\/rest"}"#, #"{"u":"https:\/\/127.0.0.1:8443\/arcgis\/rest"}"#),
            ("r=https%3A%2F%2Fgis.example.com%2Fportal%2Fhome", "r=https%3A%2F%2F127.0.0.1%3A8443%2Fportal%2Fhome"),
            ("https://other.example.com/portal", "https://other.example.com/portal"),
        ] { #expect(urls.local(there) == local) }
        let portal = try #require(upstreams.first { $0.path == "/portal" })
        #expect(
            urls.remote("r=https%3A%2F%2F127.0.0.1%3A8443%2Fportal", at: portal, here: here)
                == "r=https%3A%2F%2Fgis.example.com%2Fportal")
        #expect(
            urls.remote("https://127.0.0.1:8443/arcgis/x", at: portal, here: here)
                == "https://maps.example.com/arcgis/x")
        #expect(urls.remote(here, at: portal, here: here) == "https://gis.example.com")
    }
}
