// SPDX-License-Identifier: Apache-2.0

/// What a token is bound to: nothing, a referer, or an address. The text is stored once and referred to by number.
package struct Binding: Sendable, Hashable {
    package enum Kind: UInt8, Sendable {
        case none = 0
        case referer = 1
        /// `client=ip`, with the given address.
        case address = 2
        /// `client=requestip`: the address of the request.
        case requestAddress = 3
        /// An unknown `client`: some systems issue a token for it that no service accepts.
        case unknownClient = 4
        /// The `serverUrl` of an exchange under which no server is registered.
        case serverURL = 5
        /// The machine's own address of a portal with authentication in front, where an app asked for it.
        case machine = 6
    }

    package var kind: Kind
    package var number: UInt32

    package static let none = Binding(kind: .none, number: 0)
}
