// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// Every path that the documentation of portals and servers names, and that released clients ask for.
///
/// What the router does not answer is found here, so that a gap of the double is never taken for a mistake of the
/// caller: ``NotEmulated`` says so. A path that is neither here nor in the router no real system has.
package enum Surface {
    /// All rows, in the order of the documentation.
    package static let all: [DocumentedPath] =
        sharingRoot + home + community + content + portals + portalAdmin + serverAdmin + catalog + restAdmin + mapServer
        + featureServer + imageServer + geocodeServer + gpServer + vectorTileServer + sceneServer + geometryServer
        + networkServer + otherServers

    /// The rows of a kind of site by the number of their segments, for it is the first thing that a path must share.
    private static let index: [SiteKind: [Int: [(row: DocumentedPath, pattern: PathPattern)]]] = {
        var index: [SiteKind: [Int: [(row: DocumentedPath, pattern: PathPattern)]]] = [:]
        for row in all {
            for pattern in row.paths {
                index[row.kind, default: [:]][pattern.segments.count, default: []].append((row, pattern))
            }
        }
        return index
    }()

    /// A row that matches a path, how, and what its placeholders stand for.
    struct Match {
        var row: DocumentedPath
        var pattern: PathPattern
        var names: [String: String]
    }

    /// Returns the row that says most of a path below a site's context.
    static func find(_ kind: SiteKind, _ path: ArraySlice<String>) -> Match? {
        var best: Match?
        for (row, pattern) in index[kind]?[path.count] ?? [] {
            guard let names = pattern.match(path) else { continue }
            if let best, !pattern.isCloser(than: best.pattern) { continue }
            best = Match(row: row, pattern: pattern, names: names)
        }
        return best
    }

    /// Returns whether real systems have a resource of its own where a route has a placeholder: `createService` is no
    /// folder.
    static func knowsBetter(than route: Route, _ path: ArraySlice<String>, _ version: Version) -> Bool {
        guard let last = path.last, route.path.utf8.last == UInt8(ascii: "}"),
            !last.utf8.allSatisfy({ ASCII.isDigit($0) }), let match = find(route.kind, path)
        else { return false }
        return match.row.isIn(version) && match.pattern.isCloser(than: route.pattern)
    }

    /// Returns whether a release has a documented path without placeholders.
    static func has(_ kind: SiteKind, _ path: String, _ version: Version) -> Bool {
        find(kind, path.split(separator: "/").map(String.init)[...])?.row.isIn(version) ?? false
    }

    /// The types of service, emulated or not: the fourth segment of the rows below `rest/services`. Written out, for
    /// scenario files ask for them, and the rows cost more to make than the rest of a start.
    package static let serviceTypes = [
        "BigDataCatalogServer", "ElevationServer", "FeatureServer", "GPServer", "GeoDataServer",
        "GeoEnrichmentServer", "GeocodeServer", "GeometryServer", "GlobeServer", "ImageServer",
        "KnowledgeGraphServer", "LRServer", "MapServer", "MaritimeChartService", "MobileServer", "NAServer",
        "NetworkDiagramServer", "OGCFeatureServer", "ParcelFabricServer", "RelationalCatalogServer", "SceneServer",
        "SchematicsServer", "SearchServer", "StreamServer", "SymbolServer", "TopographicProductionServer",
        "TraceNetworkServer", "UtilityNetworkServer", "ValidationServer", "VectorTileServer",
        "VersionManagementServer", "VideoServer", "WCSServer", "WFSServer", "WMSServer", "WorkflowManagerServer",
        "WorkforceServer",
    ]

    private static let types = Dictionary(uniqueKeysWithValues: serviceTypes.map { ($0.lowercased(), $0) })

    /// Returns the type of service that a segment names, whatever its case.
    static func serviceType(_ word: String) -> String? { types[word.lowercased()] }

    /// Returns the part of a site that a row belongs to: `sharing/rest/content`, `admin`, a type of service.
    package static func area(of row: DocumentedPath) -> String {
        let segments = row.paths[0].segments
        switch segments.first {
        case "sharing":
            let parts = ["community", "content", "portals", "oauth2"]
            return segments.count > 2 && parts.contains(segments[2]) ? "sharing/rest/\(segments[2])" : "sharing/rest"
        case "rest" where segments.count > 3 && segments[1] == "services": return segments[3]
        case "rest" where segments.count > 1 && segments[1] == "admin": return "rest/admin"
        case "rest", "services", "tokens": return "rest"
        case let first?: return first
        case nil: return ""
        }
    }

    /// Returns the known paths of a kind of site, for "did you mean".
    static func paths(_ kind: SiteKind) -> [String] { all.filter { $0.kind == kind }.flatMap { $0.paths.map(\.text) } }
}
