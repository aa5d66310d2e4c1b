// SPDX-License-Identifier: Apache-2.0

internal import CXMLSec
package import Formats

/// The reason that XML cannot be read, signed or trusted.
package struct XMLFailure: Error, Sendable, CustomStringConvertible {
    package var description: String

    package init(description: String) {
        self.description = description
    }

    /// A Boolean value that indicates whether an assertion was encrypted for another key.
    package var isUndecipherable: Bool { unsafe description == String(cString: mp_xml_undecipherable) }
}

/// An assertion whose signature was verified. It is a copy of the very element that the signature covers, so nothing
/// around that element can be mistaken for it.
package struct VerifiedXML: Sendable {
    package let root: XMLTree

    fileprivate init(root: XMLTree) {
        self.root = root
    }
}

/// XML signatures and encryption by xmlsec1 (SAML core sections 5.4 and 6).
package enum XMLSignature {
    /// Reads a document without trusting its content. Document types are refused before they are parsed.
    package static func read(_ bytes: [UInt8]) throws(XMLFailure) -> XMLTree {
        try tree(unsafe call(on: bytes) { bytes, count, error in unsafe mp_xml_read(bytes, count, error) })
    }

    /// Returns the assertion of a response if it or the response is signed with the key of one of the certificates
    /// (PEM). Signatures by SHA-1 count only if they are allowed. An encrypted assertion is decrypted with `key`.
    package static func verify(
        _ bytes: [UInt8], certificates: [String], key: SigningKey? = nil, allowsSHA1: Bool = false
    ) throws(XMLFailure) -> VerifiedXML {
        let pem = key?.privatePEM
        return try verified(by: certificates) { certificate in
            unsafe call(on: bytes) { bytes, count, error in
                unsafe mp_xml_verified(bytes, count, certificate, pem, allowsSHA1 ? 1 : 0, error)
            }
        }
    }

    /// Returns a signed message that is no response: a request or a response to sign out.
    package static func verifyMessage(
        _ bytes: [UInt8], certificates: [String], allowsSHA1: Bool = false
    ) throws(XMLFailure) -> VerifiedXML {
        try verified(by: certificates) { certificate in
            unsafe call(on: bytes) { bytes, count, error in
                unsafe mp_xml_message_verified(bytes, count, certificate, allowsSHA1 ? 1 : 0, error)
            }
        }
    }

    /// Returns a message that the HTTP-Redirect binding's signature covers, which stands in the query beside it
    /// (SAML bindings section 3.4.4.1): `signed` are the query's own bytes.
    package static func verifyRedirected(
        _ bytes: [UInt8], signed: [UInt8], signature: [UInt8], certificates: [String], usesSHA1: Bool
    ) throws(XMLFailure) -> VerifiedXML {
        guard certificates.contains(where: { SigningKey.isSigned(signed, signature, $0, usesSHA1: usesSHA1) }) else {
            throw XMLFailure(description: "the signature in the query is wrong")
        }
        return VerifiedXML(root: try read(bytes))
    }

    /// Returns the response with its assertion encrypted for a certificate's key (PEM).
    package static func encrypt(_ xml: String, for certificate: String) throws(XMLFailure) -> String {
        let encrypted = unsafe call(on: Array(xml.utf8)) { bytes, count, error in
            unsafe mp_xml_encrypted(bytes, count, certificate, error)
        }
        return try encrypted.get()
    }

    private static func verified(
        by certificates: [String], _ verify: (String) -> Result<String, XMLFailure>
    ) throws(XMLFailure) -> VerifiedXML {
        var last = XMLFailure(description: "no certificate is known")
        for certificate in certificates {
            let result = verify(certificate)
            do throws(XMLFailure) {
                return VerifiedXML(root: try tree(result))
            } catch {
                last = error
            }
        }
        throw last
    }

    /// Returns the document with a signature in the element of that id.
    package static func sign(
        _ xml: String, id: String, by key: SigningKey, usesSHA1: Bool = false
    ) throws(XMLFailure) -> String {
        let pem = key.privatePEM
        let certificate = key.certificate
        let signed = unsafe call(on: Array(xml.utf8)) { bytes, count, error in
            unsafe mp_xml_signed(bytes, count, id, pem, certificate, usesSHA1 ? 1 : 0, error)
        }
        return try signed.get()
    }

    /// The size of xmlsec's context, for the test that compares the library's layout with its own flags.
    package static var contextSize: Int { Int(mp_xml_context_size()) }

    private typealias Function = (
        UnsafePointer<CChar>, Int, UnsafeMutablePointer<UnsafePointer<CChar>?>
    ) -> UnsafeMutablePointer<CChar>?

    private static func call(on bytes: [UInt8], _ function: Function) -> Result<String, XMLFailure> {
        var why: UnsafePointer<CChar>?
        let text = unsafe (bytes + [0]).withUnsafeBytes { buffer -> UnsafeMutablePointer<CChar>? in
            guard let start = unsafe buffer.bindMemory(to: CChar.self).baseAddress else { return nil }
            return unsafe function(start, bytes.count, &why)
        }
        guard let text = unsafe text else {
            return .failure(
                XMLFailure(description: unsafe why.map { unsafe String(cString: $0) } ?? "the XML is wrong"))
        }
        defer { unsafe mp_xml_free(text) }
        return .success(unsafe String(cString: text))
    }

    private static func tree(_ result: Result<String, XMLFailure>) throws(XMLFailure) -> XMLTree {
        let text = try result.get()
        guard let json = try? JSONReader.read(Array(text.utf8)), let tree = XMLTree(json) else {
            throw XMLFailure(description: "the XML is nested too deep")
        }
        return tree
    }
}
