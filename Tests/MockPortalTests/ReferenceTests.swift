// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Facts
import Testing

@testable import MockPortal

/// What `mock-portal explain` prints.
@Suite("explain")
struct ReferenceTests {
    @Test("has a page for every rule, with what to do and how we know", arguments: Explanation.rules.map(\.id))
    func page(_ id: String) throws {
        let page = try #require(ReferencePages.explain(id))
        #expect(page.hasPrefix("\(id)\n"))
        for part in ["What to do:  ", "Evidence:    "] { #expect(page.contains(part)) }
        let slice = String(id.prefix { $0 != "." })
        if ["token", "generate-token", "access", "admin", "federation"].contains(slice) {
            #expect(page.contains("Clients:     "), "what clients make of \(id)")
        }
    }

    @Test("has a page for every quirk", arguments: Behavior.allCases)
    func quirk(_ behavior: Behavior) throws {
        let page = try #require(ReferencePages.explain("quirk.\(behavior.rawValue)"))
        for choice in behavior.choices { #expect(page.contains(choice.rawValue)) }
    }

    @Test("knows nothing else") func unknown() { #expect(ReferencePages.explain("token.nope") == nil) }
}
