// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Trust

/// Parameters that a client encrypted with the key of `admin/publicKey`: `encrypted=true`, hexadecimal digits.
enum EncryptedParameters {
    /// Returns the value of a parameter as the client meant it.
    static func value(_ name: String, _ context: RequestContext) throws(AdminRefusal) -> String? {
        guard let text = context.parameters.given(name) else { return nil }
        guard context.flag("encrypted") == true else { return text }
        // A key that nobody asked for has encrypted nothing.
        guard let bytes = Hex.bytes(text), let plain = SigningKey.made(SigningKey.parameters)?.decrypt(bytes) else {
            throw AdminRefusal(
                Administration.ErrorBodies.undecryptable.about(name), Administration.Rules.undecryptable,
                facts: [.init("parameter", name), .init("length", "\(text.utf8.count)")],
                wouldPass: "the value encrypted with the modulus and exponent of admin/publicKey")
        }
        return String(decoding: plain, as: UTF8.self)
    }
}
