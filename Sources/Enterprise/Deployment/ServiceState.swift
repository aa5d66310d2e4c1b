import MapServices

/// A service that lives: its access, whether it runs, and the map behind it.
struct ServiceState: Sendable {
    enum Access: Sendable, Hashable {
        case everyone
        case organization
        case owner
        case groups([String])
    }

    enum Running: Sendable {
        case started, stopped, missing
    }

    /// With its folder: `Demographics/Census`.
    var name: String
    /// `MapServer`, `FeatureServer`: a map service with feature access has both.
    var types: [String]
    var access: Access
    var running: Running
    var map: MapService

    /// The folder, or an empty text for the root.
    var folder: String { name.contains("/") ? String(name.prefix { $0 != "/" }) : "" }
}
