// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Testing

@testable import Enterprise

/// A key that no table has is a finding, wherever an object may stand; where any names may stand, this file says why.
@Suite("Keys that nobody knows")
struct UnknownKeyTests {
    /// An object of the format: its keys, and how a scenario is written that has it.
    private struct Place {
        var path: String
        var keys: Keys
        /// Writes the scenario around a text for the object.
        var around: @Sendable (String) -> String
    }

    /// Where the format takes any names or any values, and why that is no silence.
    private static let free: [String: String] = {
        let names = "the names are those of a request or of its answer: what is written is sent, or compared"
        let paths = "the names are paths, each with an answer of its own"
        let written = "it is repeated in answers as it is written"
        return [
            "a scenario.quirks": "each name is looked up in the profile table", "a when.query": names,
            "a when.inURL": names,
            "a when.form": names, "a when.headers": names, "an answer.headers": names, "a request.headers": names,
            "a request.query": names, "a request.form": names, "a request.multipart": names, "a request.json": names,
            "a response.headers": names, "a response.json": names, "a response.pbf": names, "a response.keys": names,
            "a step.save": "the names are what later steps call it",
            "a portal.results": paths, "a server.results": paths,
            "an organization.helperServices": written, "an organization.properties": written, "an item.data": written,
            "an item.properties": written,
            "an item.extent": "two corners, which are checked", "a service.json": written,
            "a service.results": paths, "a layer.json": written,
            "a layer.renderer": "checked by its type, and written",
            "a layer.labelingInfo": "read as labels, which are checked",
            "a layer.types": written, "a layer.subtypes": written, "a layer.templates": written,
            "a location.x": "a number, which is checked", "a location.y": "a number, which is checked",
            "a location.attributes": written, "an extent.xmin": "a number, which is checked",
            "an extent.ymin": "a number, which is checked", "an extent.xmax": "a number, which is checked",
            "an extent.ymax": "a number, which is checked", "a task.parameters": written, "a task.results": written,
            "a field.defaultValue": "a value of the field, which is checked",
            "a domain.range": "values of the field, which are checked",
            "a coded value.code": "a value of the field, which is checked",
        ]
    }()

    /// All objects below a kind of value, and all places where any names or values may stand.
    private static func walk(
        _ kind: Keys.Kind, _ path: String, _ around: @escaping @Sendable (String) -> String, _ places: inout [Place],
        _ free: inout Set<String>
    ) {
        switch kind {
        case .object(let keys):
            guard !places.contains(where: { $0.keys.what == keys.what && $0.keys.list.count == keys.list.count }) else {
                return
            }
            places.append(Place(path: path, keys: keys, around: around))
            for key in keys.list {
                let others = keys.list.filter { $0.isRequired && $0.name != key.name }
                    .map { ", \($0.name): \(sample($0.kind))" }.joined()
                walk(
                    key.kind, "\(keys.what).\(key.name)", { around("{ \(key.name): \($0)\(others) }") }, &places, &free)
            }
        case .list(let inner): walk(inner, path, { around("[\($0)]") }, &places, &free)
        case .map(.either(let kinds)):
            free.insert(path)
            for kind in kinds { walk(kind, path, { around("{ a: \($0) }") }, &places, &free) }
        case .map(.any), .map(.string), .map(.list): free.insert(path)
        case .map(let inner):
            free.insert(path)
            walk(inner, path, { around("{ a: \($0) }") }, &places, &free)
        case .either(let kinds): for kind in kinds { walk(kind, path, around, &places, &free) }
        case .any: free.insert(path)
        case .string, .boolean, .integer, .null, .word, .release, .duration, .notYet: break
        }
    }

    /// A value of a kind, as a scenario writes it.
    private static func sample(_ kind: Keys.Kind) -> String {
        switch kind {
        case .string: "'a'"
        case .boolean: "true"
        case .integer(let range): "\(range.lowerBound)"
        case .null: "null"
        case .word(let words): "'\(words[0])'"
        case .release: "'11.4'"
        case .duration: "'PT1S'"
        case .object(let keys):
            "{ \(keys.list.filter(\.isRequired).map { "\($0.name): \(sample($0.kind))" }.joined(separator: ", ")) }"
        case .map: "{}"
        case .list: "[]"
        case .either(let kinds): sample(kinds[0])
        case .any, .notYet: "1"
        }
    }

    private static let walked: (places: [Place], free: Set<String>) = {
        var places: [Place] = []
        var free: Set<String> = []
        walk(.object(Scenario.table.keys), "", { $0 }, &places, &free)
        return (places, free)
    }()

    @Test("each key of each object, misspelt, is a finding at its place, with what was meant")
    func misspelt() {
        #expect(Self.walked.places.count > 40)
        var tried = 0
        for place in Self.walked.places {
            let names = Set(place.keys.list.map(\.name))
            for key in place.keys.list where key.name.count >= 4 {
                var letters = Array(key.name)
                letters.swapAt(letters.count - 1, letters.count - 2)
                if String(letters) == key.name { letters.removeLast() }
                let wrong = String(letters)
                if names.contains(wrong) { continue }
                tried += 1
                let others = place.keys.list.filter { $0.isRequired && $0.name != key.name }
                    .map { ", \($0.name): \(Self.sample($0.kind))" }.joined()
                let text = place.around("{ \(wrong): \(Self.sample(key.kind))\(others) }")
                let found = ScenarioLoader.load("test.json5", files: MemoryFiles(["test.json5": text])).1
                let column =
                    text.utf8.count - (text.firstRange(of: "\(wrong):").map { text[$0.lowerBound...].utf8.count } ?? 0)
                    + 1
                let right = found.contains {
                    // Of "type" and "types" both are near.
                    let isMeant = $0.suggestion.map { $0 == key.name || key.name.hasPrefix($0) } ?? false
                    return $0.message.hasPrefix("\(place.keys.what) has no key \"\(wrong)\"") && isMeant
                        && $0.position == Position(line: 1, column: column)
                }
                #expect(right, "\(place.path): \(text): \(found)")
            }
        }
        #expect(tried > 250)
    }

    @Test("where any names may stand, it is known why")
    func names() {
        // The keys of an image's properties are those of the root, with any values: they are repeated there.
        let free = Self.walked.free.filter { !$0.hasPrefix("an image's properties.") }
        #expect(free.subtracting(Self.free.keys).isEmpty)
        #expect(Set(Self.free.keys).subtracting(Self.walked.free).isEmpty)
    }
}
