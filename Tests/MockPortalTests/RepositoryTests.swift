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

    @Test("every file of the inspector is in the binary; run scripts/embed-scenarios.py")
    func inspector() throws {
        let folder = Self.root.appendingPathComponent("inspector")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        #expect(names == EmbeddedPages.names)
        for name in names {
            #expect(
                try Array(Data(contentsOf: folder.appendingPathComponent(name))) == EmbeddedPages.read(name), "\(name)")
        }
    }

    @Test("every guide is in the binary; run scripts/embed-scenarios.py")
    func guides() throws {
        let guides = EmbeddedGuides.all
        for guide in guides { #expect(try text(guide.path) == guide.text, "\(guide.path)") }
        let folder = "Sources/MockPortal/MockPortal.docc"
        let pages = try FileManager.default.contentsOfDirectory(
            atPath: Self.root.appendingPathComponent(folder).path
        ).filter { $0.hasSuffix(".md") }.map { "\(folder)/\($0)" }
        // A page whose title is a symbol lists symbols.
        let articles = try pages.filter { try !text($0).hasPrefix("# `") }
        #expect(Set(articles).isSubset(of: guides.map(\.path)))
        #expect(guides.contains { $0.path == "docs/recipes.md" })
    }

    @Test(
        "scenarios/schema.json, docs/fidelity.md, docs/openapi.json, docs/gallery.md, docs/scenarios/keys.md; run make schema"
    )
    func generated() throws {
        #expect(try text("scenarios/schema.json") == ReferencePages.schema())
        #expect(try text("docs/openapi.json") == ReferencePages.openAPI())
        #expect(try text("docs/fidelity.md").hasPrefix(ReferencePages.fidelity()))
        #expect(try text("docs/gallery.md") == ReferencePages.gallery())
        #expect(try text("docs/scenarios/keys.md") == ReferencePages.keys())
    }

    @Test("every operator, placeholder, event and effect of faults is shown by a scenario that check runs")
    func shown() {
        let examples = KeyExamples()
        for (name, _) in Subset.about { #expect(examples.operators[name] != nil, "\(name)") }
        for (name, _) in Placeholders.about { #expect(examples.placeholders[name] != nil, "\(name)") }
        let events = Event.Kind.allCases.map(\.rawValue).filter { examples.events[$0] == nil }
        #expect(events.isEmpty, "no scenario has them happen")
        let effects = [
            "delay", "stall", "reset", "dribble", "truncate", "contentLength", "answer", "error", "gzip", "handshake",
            "event",
        ]
        for name in effects { #expect(examples.keys["a then.\(name)"] != nil, "\(name)") }
    }

    @Test("every report has its row, shown by whom the file says, and each that needs a fault a reason")
    func reports() throws {
        let page = try text("docs/scenarios/reports.md")
        let made = ReferencePages.reports()
        #expect(page.hasPrefix(made))
        let rows = made.split(separator: "\n").filter { $0.hasPrefix("| http") }
        #expect(rows.count > 110 && rows.contains { $0.hasSuffix("| a fault |") })
        let reasons = page.dropFirst(made.count).matches(of: /scenarios\/([a-z0-9\/-]+)\.json5/).map { String($0.1) }
        #expect(Set(reasons) == Set(ReferencePages.reportsShownByFaults))
        for name in BuiltInScenarios.names where BuiltInScenarios.scenario(name)?.report?.url != nil {
            #expect(BuiltInScenarios.scenario(name)?.report?.confidence != nil, "\(name)")
        }
    }

    @Test("what a scenario says of itself, that a fault does it or the double, is what its faults say")
    func showers() throws {
        for name in BuiltInScenarios.names {
            guard let scenario = BuiltInScenarios.scenario(name), scenario.report?.url != nil else { continue }
            // Where the connection ends before an answer, there is no header that could say so.
            let isByFault = scenario.steps.contains { step in
                (step.verdict ?? nil)?.hasPrefix("fault.") == true || step.response?.closed != nil
            }
            #expect(isByFault || scenario.faults.isEmpty, "\(name): a fault strikes, and no step says so")
            if scenario.faults.isEmpty {
                let rules = scenario.steps.compactMap { $0.verdict ?? nil }
                #expect(!rules.contains { $0.hasPrefix("fault.") }, "\(name)")
            }
        }
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
