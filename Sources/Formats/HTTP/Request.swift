/// A request as it was received. The raw is kept: a double must notice sloppy clients.
package struct Request: Sendable {
    /// `GET`; as sent, case kept.
    package var method: String
    /// The request target as sent: `/portal/sharing/rest?f=json`, `http://host/…`, `*`.
    package var target: Target
    /// `1.1` or `1.0`.
    package var minorVersion: Int
    package var fields: Fields
    /// After transfer decoding; content coding (gzip) is left as it was.
    package var body: [UInt8]

    package init(method: String, target: Target, minorVersion: Int = 1, fields: Fields, body: [UInt8] = []) {
        self.method = method
        self.target = target
        self.minorVersion = minorVersion
        self.fields = fields
        self.body = body
    }
}
