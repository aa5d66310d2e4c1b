// SPDX-License-Identifier: Apache-2.0

import Formats
import Trust

extension MockEnterprise.Scenario {
    /// A service of a server.
    public struct Service: Sendable, Written {
        /// Who may see a service.
        public enum Access: Sendable, Hashable {
            /// Anybody, without a token.
            case everyone
            /// Members of the portal, or users of the server's own store.
            case organization
            /// Its owner and administrators.
            case owner
            /// Members of these groups, by their ids.
            case groups([String])
        }

        /// Whether a service runs.
        public enum State: String, Sendable {
            /// It runs.
            case started
            /// It is there and does not run.
            case stopped
            /// The catalog lists it, and nothing answers.
            case missing
        }

        /// With its folder: `Folder/Name`.
        public var name: String
        /// `MapServer`, `FeatureServer` and others; `nil`: `MapServer`.
        public var type: String?
        /// Whether a MapServer has feature access too; `nil`: it has not.
        public var hasFeatureServer: Bool?
        /// Who may see it; `nil`: the organization.
        public var access: Access?
        /// Whether it runs; `nil`: it does.
        public var state: State?
        /// Rows an answer has at most; `nil`: as many as the release's default.
        public var maxRecordCount: Int?
        /// As its root lists them: `Map,Query,Data`.
        public var capabilities: String?
        /// Its layers.
        public var layers: [Layer]
        /// Further keys of the format, as a JSON5 object, laid over the others.
        public var more: String?
        let location: CodeLocation

        /// Writes a service; findings name `file`, `line` and `column`.
        public init(
            _ name: String, type: String? = nil, hasFeatureServer: Bool? = nil, access: Access? = nil,
            state: State? = nil, maxRecordCount: Int? = nil, capabilities: String? = nil, layers: [Layer] = [],
            more: String? = nil, file: String = #filePath, line: Int = #line, column: Int = #column
        ) {
            self.name = name
            self.type = type
            self.hasFeatureServer = hasFeatureServer
            self.access = access
            self.state = state
            self.maxRecordCount = maxRecordCount
            self.capabilities = capabilities
            self.layers = layers
            self.more = more
            location = CodeLocation(file: file, line: line, column: column)
        }

        /// Those of `start/federated`: `Airports`, for the organization, and `PublicAirports`; 300 points in layer 0.
        public static let standard = [
            Service("Airports", hasFeatureServer: true, access: .organization, layers: [.airports]),
            Service("PublicAirports", hasFeatureServer: true, access: .everyone, layers: [.airports]),
        ]

        func write(to writing: inout Writing) {
            writing.put("name", name)
            writing.put("type", type)
            writing.put("featureServer", hasFeatureServer)
            access?.write(to: &writing)
            writing.put("state", state?.rawValue)
            writing.put("maxRecordCount", maxRecordCount)
            writing.put("capabilities", capabilities)
            writing.put("layers", layers)
        }
    }

    /// A layer of a service.
    public struct Layer: Sendable, Written {
        /// Where its rows come from.
        public enum Source: Sendable, Hashable {
            /// A GeoJSON file, relative to the Swift file; `builtin:` begins the paths of files in the library.
            case file(String)
            /// GeoJSON that stands in the code.
            case geoJSON(String)
        }

        /// Its id.
        public var id: Int
        /// Its name; `nil`: as the format has it.
        public var name: String?
        /// Where its rows come from; `nil`: it has none.
        public var source: Source?
        /// Further keys of the format, as a JSON5 object, laid over the others.
        public var more: String?
        let location: CodeLocation

        /// Writes a layer; findings name `file`, `line` and `column`.
        public init(
            _ id: Int, name: String? = nil, source: Source? = nil, more: String? = nil, file: String = #filePath,
            line: Int = #line, column: Int = #column
        ) {
            self.id = id
            self.name = name
            self.source = source
            self.more = more
            location = CodeLocation(file: file, line: line, column: column)
        }

        /// Layer 0: 300 airports of the world.
        public static let airports = Layer(0, name: "Airports", source: .file("builtin:data/airports.geojson"))

        func write(to writing: inout Writing) {
            writing.put("id", id)
            writing.put("name", name)
            switch source {
            case nil: break
            case .file(let path): writing.put("source", path)
            case .geoJSON(let text):
                let bytes = Array(text.utf8)
                let name = "\(WrittenFiles.prefix)\(Hex.encode(Digest.sha256(bytes))).geojson"
                writing.keep(bytes, as: name)
                writing.put("source", name)
            }
        }
    }
}
