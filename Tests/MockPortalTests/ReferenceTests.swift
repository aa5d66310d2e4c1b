import Enterprise
import Facts
import Testing

@testable import MockPortal

/// What `mock-portal explain` prints.
@Suite("explain")
struct ReferenceTests {
    @Test("has a page for every rule, with what to do and how we know", arguments: Explanation.rules.map(\.id))
    func page(_ id: String) throws {
        let page = try #require(Reference.explain(id))
        #expect(page.hasPrefix("\(id)\n"))
        for part in ["What to do:  ", "Evidence:    "] { #expect(page.contains(part)) }
        let slice = String(id.prefix { $0 != "." })
        if ["token", "generate-token", "access", "admin", "federation"].contains(slice) {
            #expect(page.contains("Clients:     "), "what clients make of \(id)")
        }
    }

    @Test("has a page for every quirk", arguments: Behaviour.allCases)
    func quirk(_ behaviour: Behaviour) throws {
        let page = try #require(Reference.explain("quirk.\(behaviour.rawValue)"))
        for choice in behaviour.choices { #expect(page.contains(choice.rawValue)) }
    }

    @Test("knows nothing else") func unknown() { #expect(Reference.explain("token.nope") == nil) }
}
