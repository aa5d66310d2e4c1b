// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Foundation
import TestSupport
import Testing

@testable import MockPortal

/// What is generated from the code and committed is up to date.
@Suite("The repository")
struct RepositoryTests {
    private static let root = Golden.folder.deletingLastPathComponent().deletingLastPathComponent()

    private func text(_ path: String) throws -> String {
        try String(contentsOf: Self.root.appendingPathComponent(path), encoding: .utf8)
    }

    @Test("every scenario file is in the binary; run scripts/embed-scenarios.py")
    func embedded() throws {
        let scenarios = Self.root.appendingPathComponent("scenarios")
        let files = FileManager.default.enumerator(atPath: scenarios.path)?.compactMap { $0 as? String } ?? []
        let names = files.filter { $0.hasSuffix(".json5") }.map { String($0.dropLast(6)) }.sorted()
        #expect(names == BuiltInScenarios.names)
        for name in names { #expect(BuiltInScenarios.text(name) == (try text("scenarios/\(name).json5")), "\(name)") }
    }

    @Test("scenarios/schema.json, docs/fidelity.md, docs/openapi.json, docs/gallery.md; run make schema")
    func generated() throws {
        #expect(try text("scenarios/schema.json") == ReferencePages.schema())
        #expect(try text("docs/openapi.json") == ReferencePages.openAPI())
        #expect(try text("docs/fidelity.md").hasPrefix(ReferencePages.fidelity()))
        #expect(try text("docs/gallery.md") == ReferencePages.gallery())
    }

    @Test("every report that is known has a scenario, and every scenario that is named is there")
    func reports() throws {
        let rows = try text("docs/scenarios/reports.md").split(separator: "\n").filter { $0.hasPrefix("| ") }
            .dropFirst()
        #expect(rows.count == 111)
        var named: Set<String> = []
        for row in rows {
            let names = row.matches(of: /\(\.\.\/\.\.\/scenarios\/([a-z0-9\/-]+)\.json5\)/).map { String($0.1) }
            #expect(!names.isEmpty && names.allSatisfy(BuiltInScenarios.names.contains), "\(row)")
            named.formUnion(names)
        }
        #expect(named.count >= 110)
        for name in named { #expect(BuiltInScenarios.scenario(name)?.report?.confidence != nil, "\(name)") }
    }

    @Test("the README and the docs name no rule that is not there")
    func rules() throws {
        for path in ["README.md"] {
            for match in try text(path).matches(of: /mock-portal explain ([a-z.-]+)/) {
                #expect(ReferencePages.explain(String(match.1)) != nil, "\(path): \(match.1)")
            }
        }
    }
}
