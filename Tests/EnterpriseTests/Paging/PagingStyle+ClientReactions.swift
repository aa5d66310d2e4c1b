// SPDX-License-Identifier: Apache-2.0

import Formats

/// How clients choose among the styles: each as its source does it.
extension PagingStyle {
    /// GDAL's ESRIJSON: the URL as it was given; if there are more, pages of as many rows as came first, from the start.
    static func gdal(_ shelf: inout PagedLayer) -> [Int] {
        guard let first = shelf.get(everything), first.json["fields"] != nil else { return [] }
        guard first.isCut else { return first.ids }
        return byFlag(first.ids.count)(&shelf)
    }

    /// esridump: pages by the count where the layer offers paging, else windows of ids by statistics (which it asks for
    /// without a condition) or by all ids, else quarters of the extent.
    static func esridump(_ shelf: inout PagedLayer) -> [Int] {
        let layer = shelf.description
        let size = min(1000, layer["maxRecordCount"]?.integer ?? 500)
        if shelf.isPagingOffered { return byCount(size)(&shelf) }
        if layer["supportsStatistics"]?.truth == true, let bounds = bounds(&shelf, [("outFields", "")]),
            let page = shelf.get([
                ("where", "OBJECTID = \(bounds.lowerBound) OR OBJECTID = \(bounds.upperBound)"),
                ("returnIdsOnly", "true"),
            ]), page.json["objectIds"]?.elements?.count == 2
        {
            return stride(from: bounds.lowerBound - 1, to: bounds.upperBound, by: size).flatMap { low in
                let clause = "OBJECTID > \(low) AND OBJECTID <= \(min(low + size, bounds.upperBound))"
                return shelf.get([("where", clause), ("outFields", "*")])?.ids ?? []
            }
        }
        let ids = byIDWindows { "OBJECTID >= \($0) AND OBJECTID <= \($1)" }(&shelf)
        return ids.isEmpty ? byQuarters(&shelf) : ids
    }

    /// The ArcGIS API for Python: everything at once; if the count says more, lists of ids.
    static func arcgis(_ shelf: inout PagedLayer) -> [Int] {
        let first = shelf.get(everything)?.ids ?? []
        let count = shelf.get([("where", "1=1"), ("returnCountOnly", "true"), ("outFields", "OBJECTID")])?.json["count"]
        guard let count = count?.integer, first.count < count else { return first }
        return byIDs(isPost: true) { [("objectIds", $0.map(String.init).joined(separator: ","))] }(&shelf)
    }

    /// koop's featureservice: pages where the layer offers them, else windows by statistics, else by all ids.
    static func koop(_ shelf: inout PagedLayer) -> [Int] {
        let size = shelf.description["maxRecordCount"]?.integer ?? 1000
        if shelf.isPagingOffered { return byCount(size)(&shelf) }
        let windows = byWindows { "OBJECTID>=\($0) AND OBJECTID<\($1)" }(&shelf)
        return windows.isEmpty ? byIDWindows { "OBJECTID>=\($0) AND OBJECTID<=\($1)" }(&shelf) : windows
    }

    /// QGIS: all ids, then lists of them by GET.
    static let qgis = byIDs(isPost: false) {
        [("objectIds", $0.map(String.init).joined(separator: ",")), ("inSR", "4326"), ("outSR", "4326")]
    }

    /// bmi-arcgis-restapi with exceed_limit: in the order of the ids, until fewer come than the layer gives.
    static func restapi(_ shelf: inout PagedLayer) -> [Int] {
        byFullPages(shelf.description["maxRecordCount"]?.integer ?? 1000, [("orderByFields", "OBJECTID ASC")])(&shelf)
    }

    /// arcgis-rest-js' queryAllFeatures: until fewer come than the layer gives.
    static func restJS(_ shelf: inout PagedLayer) -> [Int] {
        byFullPages(shelf.description["maxRecordCount"]?.integer ?? 2000)(&shelf)
    }
}
