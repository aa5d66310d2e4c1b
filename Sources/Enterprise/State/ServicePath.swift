// SPDX-License-Identifier: Apache-2.0

/// The service that a path below `rest/services` names.
struct ServicePath: Sendable, Codable {
    /// Its name with the folder: `Demographics/Census`; empty of a path that names none.
    let name: String
    /// The name with the type: `Demographics/Census.MapServer`; `nil` if the path has no type.
    let typedName: String?

    /// Creates the service of the placeholders of a route.
    init(_ names: [String: String], _ route: Route) {
        let service = names["service"]
        let name = service ?? ""
        self.name = names["folder"].map { "\($0)/\(name)" } ?? name
        typedName = if service != nil, let type = route.serviceType { self.name + "." + type } else { nil }
    }
}
