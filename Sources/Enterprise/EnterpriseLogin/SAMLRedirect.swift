// SPDX-License-Identifier: Apache-2.0

import Formats
import Trust

/// The HTTP-Redirect binding (SAML bindings section 3.4): a message in a query, deflated, and its signature beside it.
enum SAMLRedirect {
    static let sha256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"
    static let sha1 = "http://www.w3.org/2000/09/xmldsig#rsa-sha1"
    /// The most that a message may expand to, in bytes.
    static let limit = 65_536

    /// Returns the URL that carries a message as the parameter of that name, signed if there is a key.
    static func url(
        _ target: String, _ name: String, _ xml: String, relayState: String?, by key: SigningKey?,
        usesSHA1: Bool = false
    ) -> String {
        var query = [(name, Base64.encode(Compression.deflate.compress(Array(xml.utf8))))]
        if let relayState { query.append(("RelayState", relayState)) }
        if let key {
            query.append(("SigAlg", usesSHA1 ? sha1 : sha256))
            query.append(
                ("Signature", Base64.encode(key.sign(Array(Form.encode(query).utf8), usesSHA1: usesSHA1))))
        }
        return RedirectURI.with(query: query, target)
    }

    /// Returns what the signature of a query covers, in the query's own letters and the order of the specification.
    static func signed(_ query: String, _ name: String) -> [UInt8]? {
        var list: [String: Substring] = [:]
        for pair in query.split(separator: "&") {
            let key = String(pair.prefix { $0 != "=" })
            // Of a name that stands twice nobody knows which one is meant.
            guard list.updateValue(pair, forKey: key) == nil else { return nil }
        }
        guard let message = list[name], let algorithm = list["SigAlg"] else { return nil }
        let parts = [message, list["RelayState"], algorithm].compactMap(\.self)
        return Array(parts.joined(separator: "&").utf8)
    }
}
