import Facts
import Formats

/// `portals/self`: the keys that clients read, in the alphabetical order of the captured mocks.
enum PortalSelf {
    static func answer(_ deployment: inout Deployment, _ visit: inout Visit) -> Outcome {
        SharingDoor.answer(&deployment, &visit) { deployment, visit, place, caller in
            let portal = deployment.portals[place]
            let url = deployment.url(ofPortal: place, visit)
            let hostname = PlainURL(url).map { $0.authority + $0.path } ?? url
            var members: [JSON.Member] = [
                .init("access", .string("public")), .init("allSSL", .bool(portal.isSSLOnly)),
                .init("allowedOrigins", .array([])), .init("allowedRedirectUris", .array([])),
                .init("authorizedCrossOriginDomains", .array([])),
            ]
            if case .app(_, let number) = caller {
                members.append(.init("appInfo", .object([.init("appId", .string(portal.apps[number].clientID))])))
            }
            members += [
                .init("canSearchPublic", .bool(true)), .init("canSharePublic", .bool(true)),
                .init("canSignInArcGIS", .bool(portal.hasBuiltInLogins)),
                .init("canSignInIDP", .bool(portal.hasSAMLLogins)),
                .init("canSignInOIDC", .bool(portal.hasOIDCLogins)), .init("canSignInSocial", .bool(false)),
                .init("culture", .string("en")), .init("currentVersion", .string(portal.version.text)),
                .init("customBaseUrl", .string("")),
                .init("defaultExtent", defaultExtent), .init("helperServices", .object([])),
                .init("httpPort", .number("80")), .init("httpsPort", .number("443")),
                .init("id", .string(organizationID)), .init("isPortal", .bool(true)),
                .init("maxTokenExpirationMinutes", .number(String(portal.maximumMinutes ?? -1))),
                .init("mfaEnabled", .bool(false)), .init("name", .string(portal.organization)),
                .init("portalHostname", .string(hostname)), .init("portalMode", .string("singletenant")),
                .init("portalName", .string(portal.organization)), .init("supportsHostedServices", .bool(true)),
                .init("supportsOAuth", .bool(true)), .init("updateUserProfileDisabled", .bool(false)),
                .init("urlKey", .null),
            ]
            if case .member(_, let number) = caller {
                members.append(.init("user", CommunityUser.json(portal, number)))
            }
            return .json(.object(members))
        }
    }

    /// What Enterprise calls its only organization (SRV, community td-p/135124).
    static let organizationID = "0123456789ABCDEF"

    private static let defaultExtent: JSON = .object([
        .init("xmin", .number("-1.9830824454693094E7")), .init("ymin", .number("-8399737.889818337")),
        .init("xmax", .number("1.9830824454693094E7")), .init("ymax", .number("8399737.889818337")),
        .init("spatialReference", .object([.init("wkid", .number("102100"))])),
    ])
}
