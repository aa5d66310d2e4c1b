// SPDX-License-Identifier: Apache-2.0

import Formats

/// A failed TLS handshake.
struct HandshakeEffect: FaultEffect {
    static let name = "handshake"
    static let about = "TLS ends with an alert, or presents a certificate that should not be trusted."
    static let notation = Notation<Fault.Handshake>.word.wrapping(HandshakeEffect.init, \.how)
    static let rule = (
        summary: "The TLS handshake fails: an alert, or a certificate that should not be trusted.",
        advice: "Report the reason, and do not continue without TLS."
    )

    var how: Fault.Handshake
    var stage: Fault.Stage { .handshake }
    var connection: (fault: ConnectionFault, told: String)? {
        guard let flaw = how.flaw else { return (.alert, "the alert handshake_failure") }
        return (.certificate(flaw), "the certificate is \(flaw.rawValue)")
    }
}

extension Fault {
    /// The ways the TLS handshake fails.
    public struct Handshake: Sendable, Hashable {
        /// The flaw of the certificate; `nil` means an alert instead.
        let flaw: CertificateFlaw?

        /// The server sends the alert `handshake_failure` (RFC 8446 section 6).
        public static let alert = Handshake(flaw: nil)
        /// The certificate has expired.
        public static let expired = Handshake(flaw: .expired)
        /// The certificate is for another host.
        public static let otherName = Handshake(flaw: .otherName)
        /// The certificate is self-signed.
        public static let selfSigned = Handshake(flaw: .selfSigned)
    }
}

extension Notation<Fault.Handshake> {
    fileprivate static var word: Self {
        Self(
            kind: .word(["alert"] + CertificateFlaw.allCases.map(\.rawValue)),
            read: { node, _ in Fault.Handshake(flaw: node.text.flatMap(CertificateFlaw.init)) },
            write: { $1.node(.string($0.flaw?.rawValue ?? "alert")) })
    }
}

extension Fault.Effect {
    /// Makes the TLS handshake fail.
    public static func handshake(_ how: Fault.Handshake) -> Self { Self(HandshakeEffect(how: how)) }
}
