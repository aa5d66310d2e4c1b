// SPDX-License-Identifier: Apache-2.0

/// A request as it was received. The raw is kept: a double must notice sloppy clients.
///
/// A class, for it never changes, and who answers it hands it on again and again.
package final class Request: Sendable {
    /// As sent, case kept: `GET`.
    package let method: String
    package let target: Target
    /// 1 for HTTP/1.1, 0 for HTTP/1.0.
    package let minorVersion: Int
    package let fields: Fields
    /// After transfer decoding; a content coding (gzip) is left as it was.
    package let body: [UInt8]

    package init(
        method: String, target: Target, minorVersion: Int = 1, fields: Fields = Fields(), body: [UInt8] = []
    ) {
        self.method = method
        self.target = target
        self.minorVersion = minorVersion
        self.fields = fields
        self.body = body
    }

    /// Whether the connection goes on after the answer (RFC 9112 section 9.3).
    package var keepsAlive: Bool {
        if minorVersion == 0 { return fields.has("connection", token: "keep-alive") }
        return !fields.has("connection", token: "close")
    }
}
