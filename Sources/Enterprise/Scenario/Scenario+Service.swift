// SPDX-License-Identifier: Apache-2.0

import Facts
package import Formats
package import Services

extension Scenario {
    /// A service of a server.
    public struct Service: Sendable {
        /// Who may see a service.
        public typealias Access = Scenario.Access

        /// Whether a service runs.
        public struct State: Sendable, Hashable, ScenarioWord, Codable {
            package enum Kind: String, Sendable, CaseIterable, Codable {
                case started
                case stopped
                case missing
            }

            package let kind: Kind

            package init(_ kind: Kind) { self.kind = kind }

            /// It runs.
            public static var started: State { State(.started) }
            /// It is there and does not run.
            public static var stopped: State { State(.stopped) }
            /// The catalog lists it, and nothing answers.
            public static var missing: State { State(.missing) }
        }

        /// The credentials that an item keeps, with which a portal's proxy asks.
        package enum StoredCredentials: String, Sendable, CaseIterable, Codable {
            case none
            case valid
            /// Ones that the server no longer accepts.
            case dead
        }

        /// With its folder: `Folder/Name`.
        package var name: String
        /// `MapServer`, `FeatureServer` and others; `nil`: `MapServer`.
        package var type: String?
        /// Whether a MapServer has feature access too; `nil`: it has not.
        package var hasFeatureServer: Bool?
        /// Who may see it; `nil`: the organization.
        package var access: Access?
        /// Whether it runs; `nil`: it does.
        package var state: State?
        /// Rows an answer has at most; `nil`: as many as the release's default.
        package var maxRecordCount: Int?
        /// As its root lists them: `Map,Query,Data`.
        package var capabilities: String?
        /// Its layers.
        package var layers: [Layer]
        /// Further keys of the format, over those of the other properties.
        package var otherKeys: [String: Value]
        /// The layers as they are served; their rows are shared by all of the process that name files with the same bytes.
        package var served: [Services.Layer] = []
        package var feature = FeatureAccess()
        package var locator: Locator?
        package var tasks: [GPTask] = []
        package var imagery: Imagery?
        package var canned: [String: Canned] = [:]
        /// Who may see the portal item; the same unless given.
        package var itemAccess: Access?
        /// The referers that the item's proxy answers; empty: all.
        package var referrers: [String] = []
        /// The credentials that the item keeps for the proxy.
        package var credentials = StoredCredentials.none
        /// The member whose service it is; the portal's first administrator unless given.
        package var owner: String?
        package var json: JSON?
        package var cache: TileCache?
        package var hasWMS = false
        /// Whether it also gives KML; `nil` follows its description.
        package var hasKML: Bool?
        /// How long a start or a stop takes; `nil`: no time.
        package var operationTime: Duration?
        /// Whether a start never ends.
        package var neverStarts = false
        package var hasDynamicLayers: Bool?
        package var runtime: Runtime?
        package var description: String?
        package var copyright: String?
        /// The root that it is made from.
        package var described: JSON?
        let place: CodeLocation

        /// Writes a service; findings name `file`, `line` and `column`.
        public init(
            _ name: String, type: String? = nil, hasFeatureServer: Bool? = nil, access: Access? = nil,
            state: State? = nil, maxRecordCount: Int? = nil, capabilities: String? = nil, layers: [Layer] = [],
            otherKeys: [String: Value] = [:], file: String = #filePath, line: Int = #line, column: Int = #column
        ) {
            self.name = name
            self.type = type
            self.hasFeatureServer = hasFeatureServer
            self.access = access
            self.state = state
            self.maxRecordCount = maxRecordCount
            self.capabilities = capabilities
            self.layers = layers
            self.otherKeys = otherKeys
            place = CodeLocation(file: file, line: line, column: column)
        }

        /// Those of `start/federated`: `Airports`, for the organization, and `PublicAirports`; 300 points in layer 0.
        public static let standard = [
            Service("Airports", hasFeatureServer: true, access: .organization, layers: [.airports]),
            Service("PublicAirports", hasFeatureServer: true, access: .everyone, layers: [.airports]),
        ]

        /// The geometry service that every current deployment has, and that `portals/self` names: `Utilities/Geometry`.
        public static let geometry: Service = {
            var service = Service("Utilities/Geometry", type: "GeometryServer", access: .everyone)
            (service.itemAccess, service.description) = (.owner, "Geometric operations")
            return service
        }()

        init(at place: CodeLocation) {
            (name, layers, otherKeys) = ("", [], [:])
            self.place = place
        }

        /// What it is, where nothing else is said a map.
        package var kind: String { type ?? "MapServer" }
    }
}
