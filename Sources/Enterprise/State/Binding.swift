// SPDX-License-Identifier: Apache-2.0

/// What a token is bound to: nothing, a referer, or an address. The text itself is kept once, by number.
package struct Binding: Sendable, Hashable {
    package enum Kind: UInt8, Sendable {
        case none = 0
        case referer = 1
        /// `client=ip`, with the address that was given.
        case address = 2
        /// `client=requestip`: the address the request came from.
        case requestAddress = 3
        /// A `client` that is none of the known words: some systems make a token that no service accepts.
        case unknownClient = 4
        /// The `serverUrl` of an exchange that no server is registered under.
        case serverURL = 5
    }

    package var kind: Kind
    package var number: UInt32

    package static let none = Binding(kind: .none, number: 0)
}
