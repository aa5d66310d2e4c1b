// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// A server's `admin/generateToken`: for its site administrator and, until it is federated, for users who may publish.
enum AdminGenerateToken {
    static func answer(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        guard case .server(let index) = context.site else { return .page(Page.notFound) }
        if context.isGet, context.format == .html { return .page(TokenForm.server(context), caching: .anybody) }
        let server = deployment.servers[index]
        if let missing = ServerAdministrator.noSite(server, Administration.ErrorBodies.noSiteForTokens) {
            return missing
        }
        do throws(AdminRefusal) {
            return try issue(&deployment, &context, index)
        } catch {
            return error.outcome
        }
    }

    private static func issue(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) throws(AdminRefusal) -> Outcome {
        let username = try EncryptedParameters.value("username", context) ?? ""
        context.caller = username.isEmpty ? nil : username
        let password = try EncryptedParameters.value("password", context) ?? ""
        let (kind, subject, epoch) = try subject(&deployment, &context, index, username, password)
        let tokens = deployment.servers[index].tokens
        let minutes = Lifetime.server(
            asked: try EncryptedParameters.value("expiration", context), short: tokens.shortMinutes,
            long: tokens.longMinutes)
        var binding = Binding.none
        // Old documentation spells the parameter with a double r (server-admin-api/generateToken).
        var referer = try EncryptedParameters.value("referer", context)
        if referer == nil { referer = try EncryptedParameters.value("referrer", context) }
        if let referer {
            binding = deployment.bindings.bind(.referer, to: referer)
        } else if try EncryptedParameters.value("client", context)?.lowercased() == "requestip" {
            binding = deployment.bindings.bind(.requestAddress, to: context.call.connection.peerAddress)
        }
        let token = Token(
            kind: kind, subject: subject, epoch: epoch, binding: binding, issued: context.now,
            expires: context.now.advanced(minutes: minutes))
        let string = deployment.servers[index].issuer.string(token, generator: &deployment.generator)
        return .json(
            .object([
                .init("token", .string(string)), .init("expires", .string(String(token.expires.milliseconds))),
            ]), caching: .tokenDispenser)
    }

    /// Returns whom a token is for: the primary site administrator, or, while the server stands alone, a user of its
    /// store who may publish or administer (docs/reference/server-tokens.md#what-federation-changes).
    private static func subject(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int, _ username: String,
        _ password: String
    ) throws(AdminRefusal) -> (Token.Kind, Int, UInt16) {
        let invalid = Tokens.ErrorBodies.adminInvalidCredentials
        if let verdict = SiteAdministrator.refuse(&deployment, &context, index, username, password) {
            throw AdminRefusal(.refused(invalid, verdict))
        }
        if deployment.servers[index].siteAdmin?.username == username {
            return (.siteAdmin, 0, deployment.servers[index].siteAdminEpoch)
        }
        let facts: [Verdict.Fact] = [
            .init("username", username), .init("server", deployment.servers[index].name),
        ]
        guard deployment.servers[index].federation == nil else {
            throw AdminRefusal(
                invalid, Tokens.Rules.serverPortalUsers, facts: facts,
                wouldPass: "the server's primary site administrator")
        }
        let lockout = context.choice(.lockoutServer)
        let checked = Credentials.check(
            username, password, in: &deployment.servers[index].accounts, at: context.now, lockout: lockout)
        switch checked {
        case .failure(let refusal) where refusal.verdict.rule.id == Identity.Rules.lockedOut.id:
            throw AdminRefusal(.refused(invalid, refusal.verdict))
        case .failure(let refusal):
            throw AdminRefusal(
                invalid, Identity.Rules.serverWrongCredentials, facts: facts, wouldPass: refusal.verdict.wouldPass)
        case .success(let number):
            let account = deployment.servers[index].accounts[number]
            let privilege = AdminPrivilege(role: account.role)
            guard privilege > .access else {
                throw AdminRefusal(
                    invalid, Administration.Rules.needsPrivilege,
                    facts: facts + [.init("privilege", privilege.rawValue)],
                    wouldPass: "a user with the privilege PUBLISH or ADMINISTER")
            }
            return (.storeUser, number, account.epoch)
        }
    }
}
