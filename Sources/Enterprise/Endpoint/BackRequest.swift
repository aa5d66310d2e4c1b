// SPDX-License-Identifier: Apache-2.0

package import Formats

/// A request that a site sends to another server: the back channel to an identity provider.
package struct BackRequest: Sendable, Hashable, Codable {
    package var method: String
    package var url: String
    package var fields: [Response.Field]
    package var body: [UInt8]
    /// The authorities whose certificates count, in PEM; `nil`: those that the double always trusts.
    package var trust: String?

    package init(
        method: String, url: String, fields: [Response.Field] = [], body: [UInt8] = [], trust: String? = nil
    ) {
        self.method = method
        self.url = url
        self.fields = fields
        self.body = body
        self.trust = trust
    }
}
