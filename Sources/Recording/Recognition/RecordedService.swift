// SPDX-License-Identifier: Apache-2.0

package import Formats

/// A service that a recording shows.
package struct RecordedService: Sendable {
    /// The name with the folder.
    package var name: String
    /// The types that were asked for, or are in a catalog.
    package var types: [String]
    /// A Boolean value that indicates whether somebody without a token was answered.
    package var isPublic = false
    /// The root, if the recording has it.
    package var root: JSON?
    /// The descriptions of its layers, by id.
    package var layers: [Int: JSON] = [:]

    /// The one type that the scenario names: a feature service beside a map service is its feature access.
    package var type: String {
        if types.contains("MapServer") { return "MapServer" }
        return types.first ?? "MapServer"
    }

    /// A Boolean value that indicates whether the map service has feature access.
    package var hasFeatureServer: Bool { type == "MapServer" && types.contains("FeatureServer") }

    /// Returns the service below `rest/services` that a path names, and what follows its type.
    static func parse(_ segments: [String]) -> (name: String, type: String, rest: [String])? {
        guard let rest = segments.firstIndex(where: { $0.lowercased() == "rest" }), segments.count > rest + 3,
            segments[rest + 1].lowercased() == "services",
            let index = segments[(rest + 3)...].firstIndex(where: { $0.hasSuffix("Server") }), index <= rest + 4
        else { return nil }
        let name = segments[(rest + 2)..<index].joined(separator: "/")
        return (name, segments[index], Array(segments[(index + 1)...]))
    }
}
