// SPDX-License-Identifier: Apache-2.0

/// How a response may be wrong about its content coding.
package enum Misencoding: String, Sendable, CaseIterable {
    /// It is compressed, though nobody asked for it; Content-Encoding says so.
    case unasked
    /// It is compressed, and nothing says so.
    case undeclared
    /// Content-Encoding says so, and it is not.
    case pretended
}
