// SPDX-License-Identifier: Apache-2.0

import Formats
import Testing

@testable import Enterprise
@testable import Services

@Suite("Rows that portals share")
struct SharedRowsTests {
    private func store(_ fixture: PortalFixture) -> FeatureStore? {
        fixture.deployment.servers[0].services[0].map.layers[0].store
    }

    @Test("a second portal with the same file has the very rows of the first; another declaration has its own")
    func shared() throws {
        let (one, other) = (try EditFixture.standalone("11.4"), try EditFixture.standalone("10.6.1"))
        let first = try #require(store(one))
        #expect(store(other) === first)
        let declared = try EditFixture.standalone(
            layer: #", fields: [{ name: "ELEVATION", type: "esriFieldTypeDouble" }]"#)
        #expect(store(declared) !== first)
    }

    @Test("what one of them edits, the other does not see")
    func edited() throws {
        var (one, other) = (try EditFixture.standalone(), try EditFixture.standalone())
        let before = try #require(store(other))
        _ = one.ask("\(EditFixture.layer)/deleteFeatures", form: [("f", "json"), ("objectIds", "1")])
        func count(_ fixture: inout PortalFixture) -> String {
            fixture.ask("\(EditFixture.layer)/query?where=OBJECTID=1&returnCountOnly=true&f=json").body
        }
        #expect(count(&one) == #"{"count":0}"#)
        #expect(count(&other) == #"{"count":1}"#)
        #expect(store(other) === before)
    }
}
