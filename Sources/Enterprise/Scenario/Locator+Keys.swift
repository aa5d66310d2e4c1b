// SPDX-License-Identifier: Apache-2.0

import Formats
import Services

extension Locator.Location: ScenarioPart {
    static let table = KeyTable<Self>(
        "a location",
        [
            KeyRow(
                "address", .string, "The address by which it is found and shown.", isRequired: true, always: \.address),
            KeyRow("x", .number, "Its longitude.", isRequired: true, always: \.x),
            KeyRow("y", .number, "Its latitude.", isRequired: true, always: \.y),
            KeyRow(
                Keys.Key(
                    "attributes", .map(.any), "The attributes of a candidate, and of a reverse geocoded address."),
                read: { node, location, _ in location.attributes = node.json.members ?? [] }),
            KeyRow("extent", .box, "The extent to zoom to.", \.extent),
            KeyRow(
                Keys.Key("score", .integer(1...100), "The score of a full match; default: 100."),
                read: { node, location, _ in location.score = Double(node.integer ?? 100) }),
        ])

    static func blank(at location: CodeLocation) -> Self { Self(address: "", x: .int(0), y: .int(0)) }
}

extension Notation<JSON> {
    /// A number as it is spelled.
    static var number: Self {
        Self(
            kind: .any,
            read: { node, loader in
                if node.json.double != nil { return node.json }
                loader.fail(node, "expected a number, found \(node.json.kind)")
                return nil
            }, write: { $1.tree($0) })
    }
}

extension Notation<Envelope> {
    /// An object with its four sides.
    fileprivate static var box: Self {
        let sides = ["xmin", "ymin", "xmax", "ymax"]
        return Self(
            kind: .object(
                Keys(what: "an extent", list: sides.map { Keys.Key($0, .any, "In degrees.", isRequired: true) })),
            read: { node, loader in
                let numbers = sides.compactMap { node[$0] }.compactMap {
                    Notation<JSON>.number.read($0, &loader)?.double
                }
                guard numbers.count == 4 else { return nil }
                return Envelope(xmin: numbers[0], ymin: numbers[1], xmax: numbers[2], ymax: numbers[3])
            },
            write: { box, writer in
                writer.map(zip(sides, [box.xmin, box.ymin, box.xmax, box.ymax]).map { ($0, .number("\($1)")) })
            })
    }
}
