// SPDX-License-Identifier: Apache-2.0

import Formats
import Trust

/// A signed token in the compact form (RFC 7515), before anything in it is believed.
struct JSONWebToken: Sendable {
    let head: JSON
    let claims: JSON
    private let signed: [UInt8]
    private let signature: [UInt8]

    init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, let head = Self.json(parts[0]), let claims = Self.json(parts[1]),
            let signature = Self.decode(parts[2])
        else { return nil }
        (self.head, self.claims, self.signature) = (head, claims, signature)
        signed = Array("\(parts[0]).\(parts[1])".utf8)
    }

    /// Returns whether a key of the set signed it. Only RS256 counts, whatever else the token or the set say: `none` and
    /// secrets shared with the client are how such checks are got round (RFC 8725 section 2.1).
    func isSigned(by keys: JSON) -> Bool {
        guard head["alg"]?.text == "RS256" else { return false }
        let named = head["kid"]?.text
        let known = keys["keys"]?.elements ?? []
        return known.contains { key in
            guard key["kty"]?.text == "RSA", key["use"]?.text ?? "sig" == "sig",
                key["alg"]?.text ?? "RS256" == "RS256", named == nil || key["kid"]?.text == named,
                let modulus = Self.decode(key["n"]?.text ?? ""), let exponent = Self.decode(key["e"]?.text ?? "")
            else { return false }
            return SigningKey.isSigned(signed, signature, modulus: modulus, exponent: exponent)
        }
    }

    private static func json(_ text: String) -> JSON? {
        decode(text).flatMap { try? JSONReader.read($0) }.flatMap { $0.members == nil ? nil : $0 }
    }

    /// Returns the bytes of base64url without padding.
    private static func decode(_ text: String) -> [UInt8]? {
        guard !text.isEmpty, !text.contains(".") else { return nil }
        return EsriAlphabet.decode(text + String(repeating: ".", count: (4 - text.utf8.count % 4) % 4))
    }
}
