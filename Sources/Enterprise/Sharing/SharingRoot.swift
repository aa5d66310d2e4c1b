// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `sharing/rest` and `sharing/rest/info`.
enum SharingRoot {
    /// Returns the release. `currentVersion` is a string here, which the Python API splits at dots.
    static func answer(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        guard case .portal(let index) = context.site else { return .page(Page.notFound) }
        let version = deployment.portals[index].version
        return .json(
            .object(
                [.init("currentVersion", .string(PortalVersion.current(deployment.portals[index].release)))]
                    + PortalVersion.enterprise(version)),
            caching: .anybody)
    }

    /// Returns the token service. `tokenServicesUrl` comes first, unlike at a server.
    static func info(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        guard case .portal(let index) = context.site else { return .page(Page.notFound) }
        let url = deployment.url(ofPortal: index, context)
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
