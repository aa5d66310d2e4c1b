// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// A server's `admin/generateToken`: for its site administrator and, once federated, for no one else.
enum AdminGenerateToken {
    static func answer(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        guard case .server(let index) = context.site else { return .page(Page.notFound) }
        if context.isGet, context.format == .html { return .page(TokenForm.server(context), caching: .anybody) }
        let server = deployment.servers[index]
        if let missing = ServerAdministrator.noSite(server, Administration.ErrorBodies.noSiteForTokens) {
            return missing
        }
        let username = context.parameters.given("username") ?? ""
        context.caller = username.isEmpty ? nil : username
        let password = context.parameters.given("password") ?? ""
        if let verdict = SiteAdministrator.refuse(&deployment, &context, index, username, password) {
            return .refused(Tokens.ErrorBodies.adminInvalidCredentials, verdict)
        }
        guard server.siteAdmin?.username == username else {
            let rule =
                server.federation == nil ? Identity.Rules.serverWrongCredentials : Tokens.Rules.serverPortalUsers
            return .refused(
                Tokens.ErrorBodies.adminInvalidCredentials,
                Verdict(
                    rule, facts: [.init("username", username), .init("server", server.name)],
                    wouldPass: "the server's primary site administrator"))
        }
        let minutes = Lifetime.server(
            asked: context.parameters.given("expiration"), short: server.tokens.shortMinutes,
            long: server.tokens.longMinutes)
        var binding = Binding.none
        // Old documentation spells the parameter with a double r (server-admin-api/generateToken).
        if let referer = context.parameters.given("referer") ?? context.parameters.given("referrer") {
            binding = deployment.bindings.bind(.referer, to: referer)
        } else if context.parameters.given("client")?.lowercased() == "requestip" {
            binding = deployment.bindings.bind(.requestAddress, to: context.call.connection.peerAddress)
        }
        let token = Token(
            kind: .siteAdmin, subject: 0, epoch: server.siteAdminEpoch, binding: binding, issued: context.now,
            expires: context.now.advanced(minutes: minutes))
        let string = server.issuer.string(token, generator: &deployment.generator)
        return .json(
            .object([
                .init("token", .string(string)), .init("expires", .string(String(token.expires.milliseconds))),
            ]), caching: .tokenDispenser)
    }
}
