// SPDX-License-Identifier: Apache-2.0

import Formats

/// What may be asked of a site that must stay as it is.
extension Surface {
    /// What a request to a documented path does to a site.
    package enum Reach: Sendable, Hashable {
        /// It reads and leaves nothing behind.
        case reads
        /// It may change something, start a job, or end a session.
        case changes
        /// It takes a name and a password, or exchanges a token.
        case signsIn
        /// No page names it, so nothing is known.
        case unknown
    }

    /// Returns what a request to a path below a site's context does, by its method and by what the documentation says of the
    /// path. What is in doubt changes something.
    package static func reach(of kind: SiteKind, _ path: String, method: String) -> Reach {
        guard ["GET", "HEAD", "POST", "OPTIONS"].contains(method) else { return .changes }
        // As a server reads it: `%61ddItem` is an operation, too.
        let segments = path.split(separator: "/").map { Percent.decode(String($0)) }
        guard !segments.contains(where: { $0 == "." || $0 == ".." || $0.contains("/") || $0.contains("\\") }) else {
            return .changes
        }
        guard let match = find(kind, segments[...]) else { return .unknown }
        let last = (match.pattern.segments.last ?? "").lowercased()
        if signingIn.contains(last) || match.pattern.text.lowercased().hasSuffix("oauth2/token") { return .signsIn }
        switch match.row.method {
        case .post: return .changes
        // The ends of sessions are documented as resources.
        case .get: return ending.contains(last) ? .changes : .reads
        case .both: return readingOperations.contains(last) ? .reads : .changes
        }
    }

    private static let signingIn: Set = ["generatetoken", "gettoken", "login", "signin"]
    private static let ending: Set = ["logout", "signout"]

    /// The operations that only compute an answer. Others that take GET start jobs, write messages, or run what nobody knows,
    /// such as a task.
    private static let readingOperations: Set<String> = [
        "find", "query", "identify", "queryrelatedrecords", "querydatebins", "queryattachments", "queryanalytic",
        "generaterenderer", "suggest", "querydomains", "querydataelements", "export", "validatesql", "querytopfeatures",
        "queryhistogram", "querybins", "queryassets", "query3d", "getestimates", "assets", "search",
        "isservicenameavailable", "checkurlkeyavailable", "exists", "self", "sample", "reversegeocode", "querylegends",
        "querygpsinfo", "querycontingentvalues", "queryboundary", "project", "platformself", "measure",
        "measurefromimage", "maptoimage", "locate", "imagetomap", "getsamples", "geocodeaddresses",
        "generatesymbol", "findaddresscandidates", "exportimage", "estimateexporttilessize", "querydatamodel",
        "finditems", "computehistograms", "computestatisticshistograms", "computepixellocation", "computeangles",
        "checkusernames", "tokens", "users", "groups", "canreassignitems", "cancreateservice", "getappinfo", "status",
        "statistics", "slices", "retrievetravelmodes", "computeclassstatistics", "image",
    ]
}
