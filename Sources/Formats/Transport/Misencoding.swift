// SPDX-License-Identifier: Apache-2.0

/// The ways a response can misstate its content coding.
package enum Misencoding: String, Sendable, CaseIterable, Codable {
    /// It is compressed although the client did not accept it; Content-Encoding says so.
    case unasked
    /// It is compressed, but nothing says so.
    case undeclared
    /// Content-Encoding says that it is compressed, but it is not.
    case pretended
}
