// SPDX-License-Identifier: Apache-2.0

package import Facts

/// A path of a real system that its documentation names, or that a released client asks for: a row of ``Surface``.
///
/// Whether the double emulates it is not written here: the router's table says.
package struct DocumentedPath: Sendable {
    /// How it is asked.
    package enum Method: String, Sendable {
        case get = "GET"
        case post = "POST"
        case both = "GET, POST"
    }

    /// Who may ask for it. Others get the door's refusal before they learn what is there.
    package enum Audience: Sendable {
        case anyone
        /// Members of the portal, any account of a server.
        case members
        /// The member in the path, and administrators.
        case owner
        /// The member in the path with the privilege to publish, and administrators.
        case publisher
        case administrators
    }

    package let kind: SiteKind
    /// Where it is below the site's context; the first is how the documentation writes it.
    package let paths: [PathPattern]
    package let method: Method
    package let audience: Audience
    /// The first release that has it, and the first that has it no more; `nil`: no bound is known.
    package let since: Version?
    package let until: Version?
    package let evidence: Evidence

    /// The path as the documentation writes it.
    package var path: String { paths[0].text }

    /// Returns whether a release has it.
    package func isIn(_ version: Version) -> Bool {
        (since.map { version >= $0 } ?? true) && (until.map { version < $0 } ?? true)
    }
}

extension DocumentedPath {
    /// A row below the root of its group.
    struct Row: Sendable {
        var path: String
        var method: Method
        var page: String?
        var audience: Audience?
        var since: Version?
        var until: Version?

        /// A resource.
        static func get(
            _ path: String, _ page: String? = nil, for audience: Audience? = nil, since: Version? = nil,
            until: Version? = nil
        ) -> Row {
            Row(path: path, method: .get, page: page, audience: audience, since: since, until: until)
        }

        /// An operation that changes something.
        static func post(
            _ path: String, _ page: String? = nil, for audience: Audience? = nil, since: Version? = nil,
            until: Version? = nil
        ) -> Row {
            Row(path: path, method: .post, page: page, audience: audience, since: since, until: until)
        }

        /// An operation that only reads.
        static func both(
            _ path: String, _ page: String? = nil, for audience: Audience? = nil, since: Version? = nil,
            until: Version? = nil
        ) -> Row {
            Row(path: path, method: .both, page: page, audience: audience, since: since, until: until)
        }
    }

    /// Returns the paths of rows below each root. `manual` is where the pages are that rows name, and `source` the
    /// evidence of rows without a page; what is posted is for `posted`, unless the row says for whom.
    static func group(
        _ kind: SiteKind, below roots: [String], manual: String, source: Evidence, since: Version? = nil,
        readBy audience: Audience = .anyone, posted: Audience = .members, _ rows: [Row]
    ) -> [DocumentedPath] {
        rows.map { row in
            DocumentedPath(
                kind: kind,
                paths: roots.map { PathPattern([$0, row.path].filter { !$0.isEmpty }.joined(separator: "/")) },
                method: row.method, audience: row.audience ?? (row.method == .post ? posted : audience),
                since: row.since ?? since, until: row.until,
                evidence: row.page.map { Evidence(.documented, manual + $0) } ?? source)
        }
    }
}
