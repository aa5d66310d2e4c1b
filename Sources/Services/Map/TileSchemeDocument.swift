// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The XML files of a cache and of a `.tpk`: `conf.xml`, `conf.cdi` and `iteminfo.xml`, with the elements that public
/// readers look for (GDAL's ESRIC driver, consbio/tpkutils).
struct TileSchemeDocument {
    var export: TileExport

    private static let head = #"<?xml version="1.0" encoding="utf-8"?>"# + "\n"
    private static let spaces = [
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"), ("xmlns:xs", "http://www.w3.org/2001/XMLSchema"),
        ("xmlns:typens", "http://www.esri.com/schemas/ArcGIS/10.1"),
    ]

    private func element(_ name: String, _ text: String) -> XMLElement { XMLElement(name, text: text) }

    private func number(_ value: Double) -> String {
        if case .number(let spelling) = JSON.double(value) { spelling } else { "0" }
    }

    private func typed(_ name: String, _ type: String, _ children: [XMLElement]) -> XMLElement {
        XMLElement(name, [("xsi:type", "typens:\(type)")], children)
    }

    private var reference: XMLElement {
        let json = export.cache.reference.json(.newest)
        let numbers = [("WKID", json["wkid"]), ("LatestWKID", json["latestWkid"])].compactMap { name, value in
            value?.integer.map { element(name, String($0)) }
        }
        // GDAL's driver reads the text only.
        let text = json["wkt"]?.text ?? export.cache.reference.system?.wkt
        let texts = text.map { [element("WKT", $0)] } ?? []
        let isGeographic = export.cache.reference.units == "esriDecimalDegrees"
        return typed(
            "SpatialReference", isGeographic ? "GeographicCoordinateSystem" : "ProjectedCoordinateSystem",
            texts + numbers)
    }

    /// `conf.xml`: the scheme, the format of the images, and how tiles are stored.
    func scheme(_ storage: TilePackage.Storage) -> String {
        let cache = export.cache
        let corner = cache.frame(level: cache.numbers.first ?? 0, row: 0, column: 0)?.extent
        let levels = cache.numbers.map { number in
            typed(
                "LODInfo", "LODInfo",
                [
                    element("LevelID", String(number)), element("Scale", self.number(cache.scale(number))),
                    element("Resolution", self.number(cache.resolution(number))),
                ])
        }
        let info: [XMLElement] = [
            reference,
            typed(
                "TileOrigin", "PointN",
                [element("X", number(corner?.xmin ?? 0)), element("Y", number(corner?.ymax ?? 0))]),
            element("TileCols", String(cache.size.width)), element("TileRows", String(cache.size.height)),
            element("DPI", "96"), typed("LODInfos", "ArrayOfLODInfo", levels),
        ]
        let image = [element("CacheTileFormat", "PNG32"), element("CompressionQuality", "0")]
        let stored = [
            element("StorageFormat", storage.rawValue), element("PacketSize", String(TileBundle.side)),
        ]
        return document(
            "CacheInfo", "CacheInfo",
            [
                typed("TileCacheInfo", "TileCacheInfo", info), typed("TileImageInfo", "TileImageInfo", image),
                typed("CacheStorageInfo", "CacheStorageInfo", stored),
            ])
    }

    /// `conf.cdi`: the extent.
    var extent: String {
        let box = export.extent
        return document(
            "EnvelopeN", "EnvelopeN",
            [
                element("XMin", number(box.xmin)), element("YMin", number(box.ymin)), element("XMax", number(box.xmax)),
                element("YMax", number(box.ymax)), reference,
            ])
    }

    /// `iteminfo.xml`.
    var item: String {
        TileSchemeDocument.head
            + XMLElement(
                "ESRI_ItemInformation", [],
                [
                    element("name", export.name), element("title", export.name), element("type", "tile package"),
                    element("summary", export.description), element("tags", ""),
                    element("description", export.description), element("accessinformation", ""),
                    element("licenseinfo", ""),
                ]
            ).xml
    }

    private func document(_ name: String, _ type: String, _ children: [XMLElement]) -> String {
        let attributes = TileSchemeDocument.spaces + [("xsi:type", "typens:\(type)")]
        return TileSchemeDocument.head + XMLElement(name, attributes, children).xml
    }
}
