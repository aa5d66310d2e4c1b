// SPDX-License-Identifier: Apache-2.0

package import Facts

/// The tree that a reader builds.
package protocol JSONTree: Sendable {
    associatedtype Member: Sendable

    /// A Boolean value that indicates whether values keep their positions. Finding them takes as long as reading does.
    static var hasPlaces: Bool { get }

    init(leaf: JSONLeaf, file: String, position: Position)
    init(elements: [Self], file: String, position: Position)
    init(members: [Member], file: String, position: Position)

    static func member(_ name: String, _ position: Position, _ value: Self) -> Member
    /// Returns the position of the member with that name, or `nil` if there is none or it was not kept.
    static func index(of name: String, in members: [Member]) -> Position?
}

/// A scalar value.
package enum JSONLeaf: Sendable {
    case null
    case bool(Bool)
    /// A number as spelled.
    case number(String)
    case string(String)
}
