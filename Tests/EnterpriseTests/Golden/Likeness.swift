// SPDX-License-Identifier: Apache-2.0

import Formats

/// What two JSON values have in common apart from what they say: the same keys in the same order, with values of the same
/// types.
enum Likeness {
    /// Where ours is not like the real one, each once: `lacks /a`, `adds /a`, `/a: order`, `/a: null for an array`.
    /// Elements of arrays are held against those of the same place, and all are called `*`.
    static func differences(real: JSON, ours: JSON) -> [String] {
        var found: [String] = []
        compare(real, ours, "", &found)
        return found.reduce(into: []) { list, difference in
            if !list.contains(difference) { list.append(difference) }
        }
    }

    private static func compare(_ real: JSON, _ ours: JSON, _ path: String, _ found: inout [String]) {
        switch (real, ours) {
        case (.object(let theirs), .object(let members)): compare(theirs, members, path, &found)
        case (.array(let theirs), .array(let elements)):
            if theirs.isEmpty != elements.isEmpty {
                found.append("\(path): \(elements.isEmpty ? "empty" : "not empty")")
            }
            for (their, element) in zip(theirs, elements) { compare(their, element, "\(path)/*", &found) }
        default:
            if real.kind != ours.kind { found.append("\(path): \(ours.kind) for \(real.kind)") }
        }
    }

    private static func compare(
        _ theirs: [JSON.Member], _ members: [JSON.Member], _ path: String, _ found: inout [String]
    ) {
        let (wanted, names) = (theirs.map(\.name), members.map(\.name))
        found += wanted.filter { !names.contains($0) }.map { "lacks \(path)/\($0)" }
        found += names.filter { !wanted.contains($0) }.map { "adds \(path)/\($0)" }
        if wanted.filter(names.contains) != names.filter(wanted.contains) { found.append("\(path): order") }
        for member in theirs {
            guard let value = members.first(where: { $0.name == member.name })?.value else { continue }
            compare(member.value, value, "\(path)/\(member.name)", &found)
        }
    }
}
