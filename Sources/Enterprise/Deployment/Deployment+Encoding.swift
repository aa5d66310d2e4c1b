// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services

/// What the encoder of a response has to know of the site and the request.
extension Deployment {
    func encoder(_ context: RequestContext, _ origin: String?, cookies: [Response.Field] = []) -> ResponseEncoder {
        ResponseEncoder(
            kind: context.site.kind, format: context.format, callback: context.parameters.given("callback"),
            serverMediaType: context.profile.choice(.serverMediaType),
            isAdmin: context.route.door == .admin || context.route.door == .adminGenerateToken,
            isSecure: context.isSecure,
            hasServerField: context.site.kind == .server && context.profile.choice(.serverField) == .show,
            style: context.site.kind == .server ? context.profile.version.style : .server, cookies: cookies,
            path: context.call.request.target.path, query: context.isGet ? context.call.request.target.query : nil,
            location: directoryLocation(context),
            isOnlineSharing: isOnlineSharing(context), allowedOrigin: allowed(origin),
            allowsCredentials: context.profile.choice(.corsCredentials) == .show, explains: explains,
            quirks: context.quirks + encodingQuirks(context),
            date: date.text)
    }

    /// Returns whether it is the sharing API of ArcGIS Online since 2024.
    private func isOnlineSharing(_ context: RequestContext) -> Bool {
        guard case .portal(let index) = context.site, context.route.door == .sharing else { return false }
        return portals[index].version.isOnline && portals[index].year >= 2024
    }

    /// Returns the quirks that no handler asks for because they shape how a server's answers are encoded.
    private func encodingQuirks(_ context: RequestContext) -> [Behavior] {
        guard !context.profile.hasNoQuirks, context.site.kind == .server else { return [] }
        return [.serverField, .serverMediaType].filter { context.profile[$0].isQuirk }
    }

    /// Returns the cookie that servers set for unknown callers. Sending it back identifies nobody.
    func rolesCookie(_ context: inout RequestContext) -> Response.Field? {
        guard case .server(let index) = context.site, context.caller == nil,
            context.route.door == .catalog || context.route.door == .service,
            context.choice(.serverRolesCookie) == .show
        else { return nil }
        let value = "\"419jqfa+uOZgYod4xPOQ8Q==\"; Version=1; Path=/\(servers[index].context)/rest; HttpOnly"
        return .init("Set-Cookie", "AGS_ROLES=\(value)")
    }
}
