// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Testing

@Suite("Every feature comes once")
struct PagingTests {
    /// What a style ends up with.
    enum Outcome: String, Sendable {
        case all
        /// The first page, and then the client believes that it has everything.
        case first
        /// The first page again and again.
        case again
        /// Some rows, and not all: what came first was not what the client took it for.
        case some
        /// Nothing: an error, or an answer that is not what was asked for.
        case nothing
    }

    /// Until which release (including it) a style has which outcome, and why if that is not all.
    typealias Spans = [(until: String, outcome: Outcome, why: String)]
    typealias Row = (style: PagingStyle, spans: Spans)

    private static let always: Spans = [("online", .all, "")]
    private static let noOffsets = "resultOffset is not known before 10.3, and gets the first page again"
    private static let noIDs = "returnIdsOnly and returnCountOnly are not known before 10.0"
    private static let noFlag = "exceededTransferLimit is not known before 10.1"

    private static let offsets: Spans = [("10.2.2", .again, noOffsets), ("online", .all, "")]
    /// Larger pages than the layer gives are never full.
    private static let large: Spans = [
        ("10.2.2", .first, noOffsets), ("online", .first, "a page is not as large as it was asked"),
    ]
    private static let flagged: Spans = [
        ("10.0.5", .first, noFlag), ("10.2.2", .again, noOffsets),
        ("10.3", .first, "10.3 does not put the flag on pages"), ("online", .all, ""),
    ]
    private static let counted: Spans = [
        ("9.3.1", .nothing, noIDs), ("10.2.2", .again, noOffsets), ("online", .all, ""),
    ]
    private static let ids: Spans = [("9.3.1", .nothing, noIDs), ("online", .all, "")]
    private static let statistics: Spans = [
        ("10.0.5", .nothing, "outStatistics is not known before 10.1"), ("online", .all, ""),
    ]
    private static let geoJSON: Spans = [
        ("10.3.1", .nothing, "f=geojson is refused before 10.4"), ("online", .all, ""),
    ]
    /// A layer that does not list PBF answers with JSON, so what holds of offsets holds of these.
    private static let pbf = flagged

    private static func list(_ ids: [Int]) -> String { ids.map(String.init).joined(separator: ",") }

    private static let styles: [Row] = [
        (PagingStyle("offsets, until a page is not full", PagingStyle.byFullPages(10)), offsets),
        (
            PagingStyle("the layer's own pages, until one is not full", PagingStyle.byFullPages(PagedLayer.limit)),
            offsets
        ),
        (PagingStyle("pages larger than the layer's, until one is not full", PagingStyle.byFullPages(1000)), large),
        (PagingStyle("offsets by the count", PagingStyle.byCount(10)), counted),
        (PagingStyle("offsets, while there are more", PagingStyle.byFlag(10)), flagged),
        (PagingStyle("offsets alone, while there are more", PagingStyle.byFlag(nil)), flagged),
        (PagingStyle("pages larger than the layer's, while there are more", PagingStyle.byFlag(1000)), flagged),
        (
            PagingStyle(
                "offsets in the order of the ids", PagingStyle.byFullPages(10, [("orderByFields", "OBJECTID")])),
            offsets
        ),
        (
            PagingStyle(
                "offsets against the order of the ids", PagingStyle.byFlag(7, [("orderByFields", "OBJECTID DESC")])),
            flagged
        ),
        (
            PagingStyle(
                "offsets in the order of what rows share", PagingStyle.byFullPages(10, [("orderByFields", "COLOR")])),
            offsets
        ),
        (
            PagingStyle(
                "offsets in the order of what rows share, the other way",
                PagingStyle.byFlag(1000, [("orderByFields", "COLOR DESC")])), flagged
        ),
        (PagingStyle("offsets of GeoJSON", format: "geojson", PagingStyle.byFlag(10)), geoJSON),
        (PagingStyle("offsets of GeoJSON, full pages", format: "geojson", PagingStyle.byFullPages(25)), geoJSON),
        (PagingStyle("offsets of pbf", format: "pbf", PagingStyle.byFlag(10)), pbf),
        (PagingStyle("offsets of pbf, full pages", format: "pbf", PagingStyle.byFullPages(25)), offsets),
        (PagingStyle("lists of ids by POST", PagingStyle.byIDs(isPost: true) { [("objectIds", list($0))] }), ids),
        (
            PagingStyle(
                "lists of ids in conditions",
                PagingStyle.byIDs(isPost: true) { [("where", "OBJECTID IN (\(list($0)))")] }),
            ids
        ),
        (
            PagingStyle(
                "windows of ids, >= and <=", PagingStyle.byIDWindows { "OBJECTID >= \($0) AND OBJECTID <= \($1)" }), ids
        ),
        (PagingStyle("windows of ids, BETWEEN", PagingStyle.byIDWindows { "OBJECTID BETWEEN \($0) AND \($1)" }), ids),
        (
            PagingStyle("what lies behind the last id", PagingStyle.afterLast),
            [
                ("10.0.5", .some, "rows come as the source has them, and no order can be asked for"),
                ("online", .all, ""),
            ]
        ),
        (
            PagingStyle(
                "windows by statistics, >= and <", PagingStyle.byWindows { "OBJECTID >= \($0) AND OBJECTID < \($1)" }),
            statistics
        ),
        (
            PagingStyle(
                "windows by statistics, BETWEEN", PagingStyle.byWindows { "OBJECTID BETWEEN \($0) AND \($1 - 1)" }),
            statistics
        ),
        (PagingStyle("quarters of the extent", PagingStyle.byQuarters), always),
    ]

    private static let clients: [Row] = [
        (
            PagingStyle("GDAL", PagingStyle.gdal),
            [
                ("9.3.1", .nothing, "a set without fields is not one for GDAL"), ("10.0.5", .first, noFlag),
                ("10.2.2", .again, noOffsets), ("10.3", .first, "10.3 does not put the flag on pages"),
                ("online", .all, ""),
            ]
        ),
        (PagingStyle("esridump", PagingStyle.esridump), always),
        (PagingStyle("ArcGIS API for Python", PagingStyle.arcgis), [("9.3.1", .first, noIDs), ("online", .all, "")]),
        (PagingStyle("koop", PagingStyle.koop), ids),
        (PagingStyle("QGIS", PagingStyle.qgis), ids),
        (
            PagingStyle("bmi-arcgis-restapi", PagingStyle.restapi),
            [
                ("10.0.5", .first, "the layer does not say how many rows it gives"), ("10.2.2", .again, noOffsets),
                ("online", .all, ""),
            ]
        ),
        (
            PagingStyle("arcgis-rest-js", PagingStyle.restJS),
            [
                ("10.0.5", .first, "the layer does not say how many rows it gives"), ("10.2.2", .again, noOffsets),
                ("online", .all, ""),
            ]
        ),
        (PagingStyle("terriajs", PagingStyle.byFlag(1000)), flagged),
    ]

    private static let desks = Result { try Version.known.map { ($0, try PagedLayer.fixture($0)) } }

    private static let cases: [(index: Int, name: String)] = (styles + clients).enumerated().map { ($0, $1.style.name) }

    @Test("at every release that supports it, and elsewhere what the table says", arguments: cases)
    func everyStyle(_ index: Int, _ name: String) throws {
        let (style, spans) = (Self.styles + Self.clients)[index]
        for (version, fixture) in try Self.desks.get() {
            for kind in version < .v10_0_0 ? ["MapServer"] : ["MapServer", "FeatureServer"] {
                var shelf = PagedLayer(fixture, kind: kind)
                shelf.format = style.format
                let ids = style.read(&shelf)
                let span = spans.first { version <= (Version($0.until) ?? version) }
                #expect(
                    Self.outcome(ids) == span?.outcome.rawValue,
                    "\(name), \(version.name) \(kind): \(ids.count) rows. \(span?.why ?? "")")
            }
        }
    }

    private static func outcome(_ ids: [Int]) -> String {
        if ids.sorted() == PagedLayer.ids { return Outcome.all.rawValue }
        if ids.isEmpty { return Outcome.nothing.rawValue }
        if ids.count <= PagedLayer.limit, Set(ids).count == ids.count { return Outcome.first.rawValue }
        if Set(ids).count <= PagedLayer.limit { return Outcome.again.rawValue }
        return Outcome.some.rawValue
    }
}
