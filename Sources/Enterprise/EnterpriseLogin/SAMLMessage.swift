// SPDX-License-Identifier: Apache-2.0

import Formats
import Trust

/// A request or response to sign out, or a request to sign in, as it came: by POST or by redirect.
struct SAMLMessage: Sendable {
    let root: XMLTree
    /// The message's XML.
    private let bytes: [UInt8]
    private let query: (signed: [UInt8], signature: [UInt8], algorithm: String)?

    /// Reads a message without trusting it; `nil` if it is none.
    init?(_ name: String, _ context: RequestContext) {
        self.init(name, context.parameters, query: context.call.request.target.query)
    }

    private init?(_ name: String, _ parameters: Parameters, query: String?) {
        guard let found = parameters.first(name.lowercased()) else { return nil }
        let text = String(decoding: found.value.utf8.filter { $0 > 32 }, as: UTF8.self)
        guard text.utf8.count <= 400_000, let coded = Base64.decode(text), !coded.isEmpty else { return nil }
        // What comes in a form is not deflated.
        let isDeflated = found.source == .query
        guard let bytes = isDeflated ? Compression.deflate.expand(coded, limit: SAMLRedirect.limit) : coded,
            let root = try? XMLSignature.read(bytes), root.namespace == EnterpriseLogin.protocolNamespace
        else { return nil }
        self.root = root
        self.bytes = bytes
        if isDeflated, let query, let signed = SAMLRedirect.signed(query, name),
            let signature = parameters.given("signature").flatMap(Base64.decode)
        {
            self.query = (signed, signature, parameters["sigalg"] ?? "")
        } else {
            self.query = nil
        }
    }

    /// Returns the content that one of the certificates' keys signed (SAML profiles section 4.4.4.1).
    func verified(by certificates: [String], allowsSHA1: Bool) throws(XMLFailure) -> XMLTree {
        guard let query else {
            return try XMLSignature.verifyMessage(bytes, certificates: certificates, allowsSHA1: allowsSHA1).root
        }
        guard query.algorithm == SAMLRedirect.sha256 || (allowsSHA1 && query.algorithm == SAMLRedirect.sha1) else {
            throw XMLFailure(description: "the signature method is weak or unknown")
        }
        return try XMLSignature.verifyRedirected(
            bytes, signed: query.signed, signature: query.signature, certificates: certificates,
            usesSHA1: query.algorithm == SAMLRedirect.sha1
        ).root
    }
}
