// SPDX-License-Identifier: Apache-2.0

import Formats

/// The positions of a geometry in Esri JSON, in order: taken out to be moved together, and put back.
struct Positions {
    var xs: [Double] = []
    var ys: [Double] = []

    init(_ geometry: JSON) { collect(geometry) }

    private static let parts: Set = ["points", "paths", "rings"]

    private mutating func collect(_ json: JSON) {
        switch json {
        case .object(let members):
            if let x = json["x"]?.double, let y = json["y"]?.double {
                xs.append(x)
                ys.append(y)
                return
            }
            for member in members where Positions.parts.contains(member.name) { collect(member.value) }
        case .array(let elements):
            if let (x, y) = Positions.position(elements) {
                xs.append(x)
                ys.append(y)
                return
            }
            for element in elements { collect(element) }
        default: break
        }
    }

    private static func position(_ elements: [JSON]) -> (Double, Double)? {
        guard elements.count >= 2, case .number = elements[0], let x = elements[0].double, let y = elements[1].double
        else { return nil }
        return (x, y)
    }

    /// Returns the geometry with these positions instead of its own. Infinite ones are left out.
    func replaced(in geometry: JSON) -> JSON {
        var next = 0
        return replaced(geometry, &next, least: 0) ?? .null
    }

    /// `least` is the number of positions that a part needs: two of a path, four of a ring.
    private func replaced(_ json: JSON, _ next: inout Int, least: Int) -> JSON? {
        switch json {
        case .object(let members):
            if json["x"]?.double != nil, json["y"]?.double != nil {
                defer { next += 1 }
                guard xs[next].isFinite, ys[next].isFinite else { return nil }
                return .object(
                    members.map { member in
                        switch member.name {
                        case "x": .init("x", .double(xs[next]))
                        case "y": .init("y", .double(ys[next]))
                        default: member
                        }
                    })
            }
            var isEmpty = false
            let moved = members.map { member -> JSON.Member in
                guard Positions.parts.contains(member.name) else { return member }
                let least = member.name == "rings" ? 4 : member.name == "paths" ? 2 : 0
                let value = replaced(member.value, &next, least: least) ?? .array([])
                isEmpty = isEmpty || value.elements?.isEmpty == true && member.value.elements?.isEmpty == false
                return .init(member.name, value)
            }
            return isEmpty ? nil : .object(moved)
        case .array(let elements):
            if Positions.position(elements) != nil {
                defer { next += 1 }
                guard xs[next].isFinite, ys[next].isFinite else { return nil }
                return .array([.double(xs[next]), .double(ys[next])] + elements.dropFirst(2))
            }
            var kept: [JSON] = []
            kept.reserveCapacity(elements.count)
            for element in elements { if let moved = replaced(element, &next, least: least) { kept.append(moved) } }
            guard kept.count < elements.count, let first = kept.first, first.elements?.first?.elements == nil else {
                return .array(kept)
            }
            // A part that lost positions: a ring is closed again, and what is too short is left out.
            if least == 4, kept.last != first { kept.append(first) }
            return kept.count < least ? nil : .array(kept)
        default: return json
        }
    }
}
