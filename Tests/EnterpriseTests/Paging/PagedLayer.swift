// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Testing

/// A layer of one release that gives few rows at once, as a client reads it. Its ids are sparse and lie in no order in the source.
struct PagedLayer {
    /// What came of one request.
    struct Page {
        var json: JSON
        var ids: [Int] = []
        /// `exceededTransferLimit`.
        var isCut = false

        var isError: Bool { json["error"] != nil }
    }

    static let limit = 25
    static let ids: [Int] = (0..<83).map { 3 + $0 * 4 + $0 / 50 * 40 }
    private static let source: String = {
        let rows = ids.enumerated().map { index, id in
            // Many rows share a color, and some have none.
            let color = index % 11 == 0 ? "null" : "\"c\(index % 3)\""
            let (x, y) = (index % 12, index / 12)
            return (
                index * 89 % ids.count,
                #"{"attributes":{"OBJECTID":\#(id),"COLOR":\#(color)},"geometry":{"x":\#(x),"y":\#(y)}}"#
            )
        }
        let fields =
            #"[{"name":"OBJECTID","type":"esriFieldTypeOID"},{"name":"COLOR","type":"esriFieldTypeString","length":2}]"#
        let features = rows.sorted { $0.0 < $1.0 }.map(\.1).joined(separator: ",\n")
        return #"{"objectIdFieldName":"OBJECTID","fields":\#(fields),"features":[\#(features)]}"#
    }()

    var fixture: PortalFixture
    var kind: String
    var format = "json"
    /// Requests that a client may send before it counts as one that never ends.
    private var left = 40

    init(_ fixture: PortalFixture, kind: String) {
        (self.fixture, self.kind) = (fixture, kind)
    }

    /// A server of that release; to be copied, for making one takes longer than asking it.
    static func fixture(_ version: Version) throws -> PortalFixture {
        try PortalFixture(
            """
            { portal: null, servers: [{ version: "\(version.name)", services: [{ name: "S", featureServer: true,
                access: "public", maxRecordCount: \(limit), layers: [{ id: 0, source: "rows.json" }] }] }] }
            """, files: ["rows.json": source])
    }

    /// What the layer says of itself.
    var description: JSON {
        mutating get { fixture.ask("/arcgis/rest/services/S/\(kind)/0?f=json").json ?? .null }
    }

    var isPagingOffered: Bool {
        mutating get { description["advancedQueryCapabilities"]?["supportsPagination"]?.truth == true }
    }

    /// A query by GET; `nil` when too many were sent.
    mutating func get(_ parameters: [(String, String)]) -> Page? { page(parameters, isPost: false) }

    mutating func post(_ parameters: [(String, String)]) -> Page? { page(parameters, isPost: true) }

    private mutating func page(_ parameters: [(String, String)], isPost: Bool) -> Page? {
        guard left > 0 else { return nil }
        left -= 1
        let path = "/arcgis/rest/services/S/\(kind)/0/query"
        let form = parameters + [("f", format)]
        let heard = isPost ? fixture.ask(path, form: form) : fixture.ask("\(path)?\(Form.encode(form))")
        if heard["Content-Type"] == "application/x-protobuf" { return Page(pbf: heard.bytes) }
        let json = heard.json ?? .null
        let rows = json["features"]?.elements ?? []
        return Page(
            json: json, ids: rows.compactMap { ($0["attributes"] ?? $0["properties"])?["OBJECTID"]?.integer },
            isCut: (json["exceededTransferLimit"] ?? json["properties"]?["exceededTransferLimit"])?.truth == true)
    }
}

extension PagedLayer.Page {
    /// A FeatureResult: of features, field 15, the first value; field 9 says that there are more.
    init(pbf bytes: [UInt8]) {
        self.init(json: .null)
        let result =
            PagedLayer.Page.fields(bytes).first { $0.number == 2 }.map { PagedLayer.Page.fields($0.bytes) } ?? []
        for field in result.first.map({ PagedLayer.Page.fields($0.bytes) }) ?? [] {
            if field.number == 9 { isCut = field.value == 1 }
            guard field.number == 15, let first = PagedLayer.Page.fields(field.bytes).first else { continue }
            if let id = PagedLayer.Page.fields(first.bytes).first { ids.append(id.value) }
        }
    }

    /// The fields of a message: numbers and blocks, and of others nothing but that they are there.
    private static func fields(_ bytes: [UInt8]) -> [(number: Int, value: Int, bytes: [UInt8])] {
        var rest = bytes[...]
        func varint() -> Int {
            var (value, shift) = (0, 0)
            while let byte = rest.popFirst() {
                value |= Int(byte & 0x7f) << shift
                shift += 7
                if byte < 0x80 { break }
            }
            return value
        }
        var fields: [(number: Int, value: Int, bytes: [UInt8])] = []
        while !rest.isEmpty {
            let tag = varint()
            switch tag & 7 {
            case 0: fields.append((tag >> 3, varint(), []))
            case 2:
                let length = varint()
                fields.append((tag >> 3, 0, Array(rest.prefix(length))))
                rest = rest.dropFirst(length)
            default: rest = rest.dropFirst(tag & 7 == 1 ? 8 : 4)
            }
        }
        return fields
    }
}
