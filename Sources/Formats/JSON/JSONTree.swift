// SPDX-License-Identifier: Apache-2.0

package import Facts

/// What a reader makes of a text.
package protocol JSONTree: Sendable {
    associatedtype Member: Sendable

    /// Whether values keep where they stand; finding that out takes as long as reading does.
    static var hasPlaces: Bool { get }

    init(leaf: JSONLeaf, file: String, position: Position)
    init(elements: [Self], file: String, position: Position)
    init(members: [Member], file: String, position: Position)

    static func member(_ name: String, _ position: Position, _ value: Self) -> Member
    /// Where the member of that name stands; `nil` if there is none, or nobody noted it.
    static func index(of name: String, in members: [Member]) -> Position?
}

/// A value without parts.
package enum JSONLeaf: Sendable {
    case null
    case bool(Bool)
    /// As it is spelt.
    case number(String)
    case string(String)
}
