import Facts
import Formats

/// A server's `admin/generateToken`: its site administrator's door, and once federated nobody else's.
enum AdminGenerateToken {
    static func answer(_ deployment: inout Deployment, _ visit: inout Visit) -> Outcome {
        guard case .server(let place) = visit.site else { return .page(Page.notFound) }
        if visit.isGet, visit.format == .html { return .page(TokenForm.server(visit), caching: .anybody) }
        let server = deployment.servers[place]
        if let missing = ServerAdministrator.noSite(server, Administration.Said.noSiteForTokens) { return missing }
        let username = visit.parameters.given("username") ?? ""
        visit.caller = username.isEmpty ? nil : username
        let password = visit.parameters.given("password") ?? ""
        if let because = SiteAdministrator.refuse(&deployment, &visit, place, username, password) {
            return .refused(Tokens.Said.adminInvalidCredentials, because)
        }
        guard server.siteAdmin?.username == username else {
            let rule = server.federation == nil ? Tokens.Rules.serverWrongCredentials : Tokens.Rules.serverPortalUsers
            return .refused(
                Tokens.Said.adminInvalidCredentials,
                Because(
                    rule, facts: [.init("username", username), .init("server", server.name)],
                    wouldPass: "the server's primary site administrator"))
        }
        let minutes = Lifetime.server(
            asked: visit.parameters.given("expiration"), short: server.tokens.shortMinutes,
            long: server.tokens.longMinutes)
        var binding = Binding.none
        // Old documentation spells the parameter with two r's (server-admin-api/generateToken).
        if let referer = visit.parameters.given("referer") ?? visit.parameters.given("referrer") {
            binding = deployment.bindings.bind(.referer, to: referer)
        } else if visit.parameters.given("client")?.lowercased() == "requestip" {
            binding = deployment.bindings.bind(.requestAddress, to: visit.call.connection.peerAddress)
        }
        let token = Token(
            kind: .siteAdmin, subject: 0, epoch: server.siteAdminEpoch, binding: binding, issued: visit.now,
            expires: visit.now.advanced(minutes: minutes))
        let letters = server.issuer.letters(token, generator: &deployment.generator)
        return .json(
            .object([
                .init("token", .string(letters)), .init("expires", .string(String(token.expires.milliseconds))),
            ]), caching: .tokenDispenser)
    }
}
