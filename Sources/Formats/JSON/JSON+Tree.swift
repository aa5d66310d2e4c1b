// SPDX-License-Identifier: Apache-2.0

package import Facts

extension JSON: JSONTree {
    package static var hasPlaces: Bool { false }

    package init(leaf: JSONLeaf, file: String, position: Position) {
        switch leaf {
        case .null: self = .null
        case .bool(let truth): self = .bool(truth)
        case .number(let spelling): self = .number(spelling)
        case .string(let text): self = .string(text)
        }
    }

    package init(elements: [JSON], file: String, position: Position) { self = .array(elements) }

    package init(members: [Member], file: String, position: Position) { self = .object(members) }

    package static func member(_ name: String, _ position: Position, _ value: JSON) -> Member { Member(name, value) }

    package static func index(of name: String, in members: [Member]) -> Position? { nil }
}
