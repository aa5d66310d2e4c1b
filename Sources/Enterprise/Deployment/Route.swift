// SPDX-License-Identifier: Apache-2.0

package import Facts

/// A row of the endpoint table, which the router, `mock-portal routes`, the documentation and "did you mean" read.
package final class Route: Sendable {
    /// The kind of site that has the endpoint.
    package enum Kind: String, Sendable {
        case portal, server
        /// The built-in identity provider.
        case idp
    }

    typealias Handler = @Sendable (inout Deployment, inout RequestContext) -> Outcome

    package let kind: Kind
    /// The path below the context, in which `{name}` stands for one segment:
    /// `rest/services/{service}/MapServer/{layer}`.
    package let path: String
    package let door: Door
    package let summary: String
    package let evidence: Evidence
    /// The first release that has the endpoint; `nil` is the first known.
    package let since: Version?
    let segments: [String]
    let handler: Handler

    init(
        _ kind: Kind, _ path: String, _ door: Door, _ summary: String, since: Version? = nil, evidence: Evidence,
        handler: @escaping Handler
    ) {
        self.kind = kind
        self.path = path
        self.door = door
        self.summary = summary
        self.evidence = evidence
        self.since = since
        self.segments = path.split(separator: "/").map(String.init)
        self.handler = handler
    }
}
