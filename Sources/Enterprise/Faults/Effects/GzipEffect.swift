// SPDX-License-Identifier: Apache-2.0

import Formats

/// A false content coding.
struct GzipEffect: FaultEffect {
    static let name = "gzip"
    static let about = "The body is compressed without being requested or declared, or is only declared so."
    static let notation = Notation<Misencoding>.word.wrapping(GzipEffect.init, \.coding)
    static let rule = (
        summary: "The body is compressed without being requested or declared, or only declared so.",
        advice: "Check Content-Encoding and the first two bytes."
    )

    var coding: Misencoding
    var stage: Fault.Stage { .body }
    var misencoding: Misencoding? { coding }
}

extension Fault {
    /// The ways a compressed body is wrong.
    public struct Gzip: Sendable, Hashable {
        let coding: Misencoding

        /// It is compressed although the client did not accept it; `Content-Encoding` says so.
        public static let unasked = Gzip(coding: .unasked)
        /// It is compressed, but nothing says so.
        public static let undeclared = Gzip(coding: .undeclared)
        /// `Content-Encoding` says that it is compressed, but it is not.
        public static let pretended = Gzip(coding: .pretended)
    }
}

extension Fault.Effect {
    /// Compresses the body without being asked, or states a wrong coding.
    public static func gzip(_ how: Fault.Gzip) -> Self { Self(GzipEffect(coding: how.coding)) }
}
