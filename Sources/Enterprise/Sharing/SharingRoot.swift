import Facts
import Formats

/// `sharing/rest` and `sharing/rest/info`.
enum SharingRoot {
    /// `currentVersion` is a string here. Enterprise's own numbers were never shown; the Python API splits it at dots
    /// and takes the release.
    static func answer(_ deployment: inout Deployment, _ visit: inout Visit) -> Outcome {
        guard case .portal(let place) = visit.site else { return .page(Page.notFound) }
        let version = deployment.portals[place].version.text
        return .json(.object([.init("currentVersion", .string(version))]), caching: .anybody)
    }

    /// `tokenServicesUrl` comes first, the other way round than at a server.
    static func info(_ deployment: inout Deployment, _ visit: inout Visit) -> Outcome {
        guard case .portal(let place) = visit.site else { return .page(Page.notFound) }
        let url = deployment.url(ofPortal: place, visit)
        return .json(
            .object([
                .init("owningSystemUrl", .string(url)),
                .init(
                    "authInfo",
                    .object([
                        .init("tokenServicesUrl", .string("\(url)/sharing/rest/generateToken")),
                        .init("isTokenBasedSecurity", .bool(true)),
                    ])),
            ]), caching: .anybody)
    }
}
