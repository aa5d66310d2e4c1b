// SPDX-License-Identifier: Apache-2.0

import Formats

/// A shapefile: shapes, attributes and the text of their reference (ESRI Shapefile Technical Description, July 1998).
enum Shapefile {
    static func read(
        _ shapes: [UInt8], attributes: [UInt8]?, reference: [UInt8]?, encoding: [UInt8]?
    ) throws(UploadedLayers.Failure) -> LayerData {
        guard shapes.count >= 100, bigEndian(shapes, at: 0) == 9994 else {
            throw UploadedLayers.Failure("the .shp file has no header of a shapefile")
        }
        var table = RowTable(values: "attributes")
        var declaration = LayerDeclaration()
        let records = attributes.flatMap(DBaseTable.init)
        if attributes != nil, records == nil { throw UploadedLayers.Failure("the .dbf file cannot be read") }
        declaration.fields = records?.fields ?? []
        declaration.reference = reference.flatMap { self.reference(String(decoding: $0, as: UTF8.self)) }
        declaration.geometryType = geometryType(shapes.number(at: 32, bytes: 4))
        let isLatin = encoding.map { String(decoding: $0, as: UTF8.self).contains("8859") } ?? (encoding == nil)
        var (at, row) = (100, 0)
        while at + 12 <= shapes.count {
            let length = bigEndian(shapes, at: at + 4) * 2
            guard length >= 4, at + 8 + length <= shapes.count else {
                throw UploadedLayers.Failure("the .shp file is cut off in record \(row + 1)")
            }
            let shape = ShapeRecord(shapes, at: at + 8, length: length)
            guard shape.isReadable else {
                throw UploadedLayers.Failure("record \(row + 1) of the .shp file has a shape that cannot be read")
            }
            let values = records?.row(row, isLatin: isLatin) ?? []
            do throws(SourceValueError) { try table.add(values, shape.geometry) } catch {
                throw UploadedLayers.Failure(error.message)
            }
            (at, row) = (at + 8 + length, row + 1)
        }
        do throws(SourceValueError) { return try table.layer(declaration) } catch {
            throw UploadedLayers.Failure(error.message)
        }
    }

    private static func bigEndian(_ bytes: [UInt8], at: Int) -> Int {
        guard at + 4 <= bytes.count else { return 0 }
        return (0..<4).reduce(0) { $0 << 8 | Int(bytes[at + $1]) }
    }

    private static func geometryType(_ number: Int) -> GeometryType? {
        switch number % 10 {
        case 1: .point
        case 3: .polyline
        case 5: .polygon
        case 8: .multipoint
        default: nil
        }
    }

    /// Returns the reference that a .prj file names, by its number where that is known.
    private static func reference(_ text: String) -> SpatialReference {
        func other(_ wkid: Int) -> SpatialReference {
            SpatialReference(json: .object([.init("wkid", .int(wkid))]))
        }
        let name = text.split(separator: "\"").dropFirst().first.map(String.init) ?? ""
        if name.contains("Web_Mercator") || name.contains("Pseudo-Mercator") { return .webMercator }
        if text.hasPrefix("GEOGCS"), name.contains("WGS_1984") || name == "WGS 84" { return .wgs84 }
        let zone = name.split { !$0.isNumber }.last.flatMap { Int($0) } ?? 0
        let isSouth = name.hasSuffix("S")
        if (1...60).contains(zone), name.contains("UTM_Zone") || name.contains("UTM zone") {
            if name.hasPrefix("ETRS") { return other(25_800 + zone) }
            if name.hasPrefix("WGS") { return other((isSouth ? 32_700 : 32_600) + zone) }
            if name.hasPrefix("NAD_1983") { return other(26_900 + zone) }
        }
        return SpatialReference(json: .object([.init("wkt", .string(text))]))
    }
}
