// SPDX-License-Identifier: Apache-2.0

package import Facts
import Formats

/// A row of the endpoint table, which the router, `mock-portal routes`, the documentation and "did you mean" read.
package final class Route: Sendable {
    typealias Handler = @Sendable (inout Deployment, inout RequestContext) -> Outcome
    /// One that may leave what is slow to make to a worker.
    typealias DeferringHandler = @Sendable (inout Deployment, inout RequestContext) -> Deferrable<Outcome>

    /// The kind of site that has the endpoint.
    package let kind: SiteKind
    /// The path below the context, in which `{name}` stands for one segment:
    /// `rest/services/{service}/MapServer/{layer}`.
    package let path: String
    package let door: Door
    package let summary: String
    package let evidence: Evidence
    /// The first release that has the endpoint; `nil` is the first known.
    package let since: Version?
    /// The first release that has it no more; `nil` if none is known.
    package let until: Version?
    /// The word after the service in the path of one: its type.
    let serviceType: String?
    let handler: DeferringHandler

    /// Of an endpoint that answers at once.
    convenience init(
        _ kind: SiteKind, _ path: String, _ door: Door, _ summary: String, since: Version? = nil, until: Version? = nil,
        evidence: Evidence, handler: @escaping Handler
    ) {
        self.init(kind, path, door, summary, since: since, until: until, evidence: evidence) { deployment, context in
            .ready(handler(&deployment, &context))
        }
    }

    init(
        _ kind: SiteKind, _ path: String, _ door: Door, _ summary: String, since: Version? = nil, until: Version? = nil,
        evidence: Evidence, handler: @escaping DeferringHandler
    ) {
        self.kind = kind
        self.path = path
        self.door = door
        self.summary = summary
        self.evidence = evidence
        self.since = since
        self.until = until
        serviceType = door == .service ? Route.word(after: "{service}", in: path) : nil
        self.handler = handler
    }

    private static func word(after name: String, in path: String) -> String? {
        let segments = path.split(separator: "/")
        guard let at = segments.firstIndex(of: name[...]), segments.indices.contains(at + 1) else { return nil }
        return String(segments[at + 1])
    }

    /// The path as a pattern, made anew each time: a start has a thousand routes, of which the first answer needs one.
    var pattern: PathPattern { PathPattern(path) }

    /// Returns whether a release has the endpoint.
    func isIn(_ version: Version) -> Bool {
        (since.map { version >= $0 } ?? true) && (until.map { version < $0 } ?? true)
    }
}
