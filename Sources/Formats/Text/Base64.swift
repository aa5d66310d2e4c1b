/// Base64 of RFC 4648 section 4, with padding.
package enum Base64 {
    package static func encode(_ bytes: [UInt8]) -> String {
        EsriAlphabet.encode(bytes).replacing("-", with: "+").replacing("_", with: "/").replacing(".", with: "=")
    }
}
