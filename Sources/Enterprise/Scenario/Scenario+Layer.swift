// SPDX-License-Identifier: Apache-2.0

import Formats
import Services
import Trust

extension Scenario {
    /// A layer of a service.
    public struct Layer: Sendable {
        /// Where its rows come from.
        public struct Source: Sendable, Hashable {
            enum Kind: Hashable {
                case file(String)
                case geoJSON(String)
            }

            let kind: Kind

            /// Returns a source that is a GeoJSON file, relative to the Swift file; `builtin:` begins the paths of files in the
            /// library.
            public static func file(_ path: String) -> Source { Source(kind: .file(path)) }
            /// Returns a source that is GeoJSON in the code.
            public static func geoJSON(_ text: String) -> Source { Source(kind: .geoJSON(text)) }
        }

        /// Its id.
        package var id: Int
        /// Its name; `nil`: as the format has it.
        package var name: String?
        /// Where its rows come from; `nil`: it has none.
        package var source: Source?
        /// Further keys of the format, over those of the other properties.
        package var otherKeys: [String: Value]
        let place: CodeLocation

        /// Writes a layer; findings name `file`, `line` and `column`.
        public init(
            _ id: Int, name: String? = nil, source: Source? = nil, otherKeys: [String: Value] = [:],
            file: String = #filePath,
            line: Int = #line, column: Int = #column
        ) {
            self.id = id
            self.name = name
            self.source = source
            self.otherKeys = otherKeys
            place = CodeLocation(file: file, line: line, column: column)
        }

        init(_ id: Int, at place: CodeLocation) { (self.id, self.place, otherKeys) = (id, place, [:]) }

        /// Layer 0: 300 airports of the world.
        public static let airports = Layer(0, name: "Airports", source: .file("builtin:data/airports.geojson"))
    }
}

/// Of the keys of a layer Swift writes those of which it has a property.
extension Scenario.Layer: ScenarioPart {
    static let table = KeyTable<Self>("a layer", Services.Layer.keys.keys.list.map(row))

    private static func row(_ key: Keys.Key) -> KeyRow<Self> {
        switch key.name {
        case "id":
            KeyRow(key, read: { node, layer, _ in layer.id = node.integer ?? 0 }) { $1.node(.number("\($0.id)")) }
        case "name": KeyRow(key, read: { _, _, _ in }) { layer, writer in layer.name.map { writer.node(.string($0)) } }
        case "source": KeyRow(key, read: { _, _, _ in }) { $0.source?.written(by: &$1) }
        default: KeyRow(key, read: { _, _, _ in })
        }
    }

    static func blank(at location: CodeLocation) -> Self { Self(0, at: location) }
    var location: CodeLocation? { place }
}

extension Scenario.Layer.Source {
    /// The name of the file; data that stand in the code are kept under a name of their own.
    func written(by writer: inout TreeWriter) -> Node {
        switch kind {
        case .file(let path): return writer.node(.string(path))
        case .geoJSON(let text):
            let bytes = Array(text.utf8)
            let name = "\(TreeWriter.prefix)\(Hex.encode(Digest.sha256(bytes))).geojson"
            writer.keep(bytes, as: name)
            return writer.node(.string(name))
        }
    }
}
