// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Testing

@testable import Services

/// Which values are taken, and what fills in those that are missing.
@Suite("Values of edits")
struct EditValueTests {
    @Test("defaults are filled in from 11.1 on, and missing before")
    func defaults() {
        var new = TreesService("11.1")
        #expect(new.ask("0/addFeatures", [("features", #"[{"attributes":{}}]"#)]).rules.isEmpty)
        #expect(new.values("state").last == .string("good"))
        var old = TreesService("10.9.1")
        #expect(old.ask("0/addFeatures", [("features", #"[{"attributes":{}}]"#)]).rules == ["edit.null-value"])
    }

    @Test("untrusted HTML: refused by hosted services, or where a quirk says so")
    func html() {
        let features = [("features", #"[{"attributes":{"name":"<script>","state":"good"}}]"#)]
        var server = TreesService()
        #expect(server.ask("0/addFeatures", features).rules.isEmpty)
        var hosted = TreesService("online")
        let refused = hosted.ask("0/addFeatures", features)
        #expect(refused.json["error"]?["message"] == .string("Unable to complete operation."))
        #expect(refused.rules == ["edit.untrusted-html"])
        #expect(hosted.ask("0/addFeatures", [("features", #"[{"attributes":{"name":"a < b"}}]"#)]).rules.isEmpty)
    }

    @Test("trusts the elements that Esri lists, without handlers")
    func trustedHTML() {
        for text in ["<b>x</b>", "1 < 2", "<a href='https://x.example'>x</a>", "<br/>", "a<3"] {
            #expect(TrustedHTML.allows(text), "\(text)")
        }
        for text in ["<script>x", "<img src=x onerror=alert(1)>", "<a href='javascript:x'>", "<!-- x -->", "</iframe>"]
        {
            #expect(!TrustedHTML.allows(text), "\(text)")
        }
    }

    @Test("domains are checked where a quirk says so")
    func domains() {
        let update = [("features", #"[{"attributes":{"OBJECTID":1,"height":500}}]"#)]
        var grove = TreesService()
        #expect(grove.ask("0/updateFeatures", update).rules.isEmpty)
        grove.quirks[.editOutsideDomain] = .refuse
        #expect(grove.ask("0/updateFeatures", update).rules == ["edit.outside-domain"])
    }
}
