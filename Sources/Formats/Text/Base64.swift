// SPDX-License-Identifier: Apache-2.0

/// Base64 with padding (RFC 4648 section 4).
package enum Base64 {
    package static func encode(_ bytes: [UInt8]) -> String {
        EsriAlphabet.encode(bytes).replacing("-", with: "+").replacing("_", with: "/").replacing(".", with: "=")
    }

    /// Returns the bytes, or `nil` if the text is not Base64.
    package static func decode(_ text: String) -> [UInt8]? {
        guard !text.utf8.contains(where: { [45, 46, 95].contains($0) }) else { return nil }
        return EsriAlphabet.decode(
            text.replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "."))
    }
}
