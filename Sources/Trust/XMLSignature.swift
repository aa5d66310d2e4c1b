// SPDX-License-Identifier: Apache-2.0

internal import CXMLSec
package import Formats

/// The reason that XML cannot be read, signed or trusted.
package struct XMLFailure: Error, Sendable, CustomStringConvertible {
    package var description: String

    package init(description: String) {
        self.description = description
    }
}

/// An assertion whose signature was verified. It is a copy of the very element that the signature covers, so nothing
/// around that element can be mistaken for it.
package struct VerifiedXML: Sendable {
    package let root: XMLTree

    fileprivate init(root: XMLTree) {
        self.root = root
    }
}

/// XML signatures by xmlsec1 (SAML core section 5.4).
package enum XMLSignature {
    /// Reads a document without trusting its content. Document types are refused before they are parsed.
    package static func read(_ bytes: [UInt8]) throws(XMLFailure) -> XMLTree {
        try tree(unsafe call(on: bytes) { bytes, count, error in unsafe mp_xml_read(bytes, count, error) })
    }

    /// Returns the assertion of a response if it or the response is signed with the key of one of the certificates
    /// (PEM). Signatures by SHA-1 count only if they are allowed.
    package static func verify(
        _ bytes: [UInt8], certificates: [String], allowsSHA1: Bool = false
    ) throws(XMLFailure) -> VerifiedXML {
        var last = XMLFailure(description: "no certificate is known")
        for certificate in certificates {
            let result = unsafe call(on: bytes) { bytes, count, error in
                unsafe mp_xml_verified(bytes, count, certificate, allowsSHA1 ? 1 : 0, error)
            }
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
