// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

extension TokenFilter {
    /// Returns the refusal of a kind of token that this door does not accept.
    static func refuseKind(
        _ deployment: Deployment, _ context: inout RequestContext, _ token: Token, _ bearer: Bearer
    ) -> Verdict? {
        // The administrator directory has its own rules.
        guard case .server(let index) = context.site, context.route.door != .admin else { return nil }
        let isFederated = deployment.servers[index].federation != nil
        switch token.kind {
        case .app where context.choice(.tokenAppOnService) == .refuse:
            return Verdict(
                Tokens.Rules.appOnService, facts: bearer.facts(deployment), wouldPass: "a user's token",
                evidence: context.evidence(.tokenAppOnService))
        case .exchangedApp where context.choice(.tokenExchangedAppOnService) == .refuse:
            return Verdict(
                Tokens.Rules.exchangedAppOnService, facts: bearer.facts(deployment),
                wouldPass: "a user's token, exchanged or not",
                evidence: context.evidence(.tokenExchangedAppOnService))
        case .siteAdmin where isFederated && context.choice(.tokenSiteAdminOnService) == .refuse:
            return Verdict(
                Tokens.Rules.siteAdminOnService, facts: bearer.facts(deployment),
                wouldPass: "the token of a portal user",
                evidence: context.evidence(.tokenSiteAdminOnService))
        default: return nil
        }
    }

    /// Whether the token comes from whom it is bound to.
    static func refuseBinding(
        _ deployment: Deployment, _ context: inout RequestContext, _ token: Token, _ bearer: Bearer
    ) -> Verdict? {
        let bound = deployment.bindings.text(token.binding)
        func bindingFacts() -> [Verdict.Fact] { bearer.facts(deployment) + [.init("boundTo", bound)] }
        var isService: Bool = if case .server = context.site { true } else { false }
        // The administrator directory refuses address-bound tokens by a rule of its own.
        if context.route.door == .admin { isService = false }
        let isPortalToken = token.kind == .member || token.kind == .app
        switch token.binding.kind {
        case .none, .serverURL: return nil
        case .machine:
            guard case .portal(let index) = context.site, deployment.address(ofPortal: index, context) == .adaptor
            else { return nil }
            return Verdict(
                Tokens.Rules.otherAddressOfSite, facts: bindingFacts() + [.init("host", context.host)],
                wouldPass: "the same request at \(bound)")
        case .unknownClient:
            // Only services were seen to refuse such a token; other doors accept it.
            guard isService, isPortalToken else { return nil }
            return Verdict(
                Tokens.Rules.unknownClientOnService, facts: bearer.facts(deployment) + [.init("client", bound)],
                wouldPass: "a token requested without client, or with client=referer",
                evidence: context.evidence(.generateTokenUnknownClient))
        case .address, .requestAddress:
            if isService, isPortalToken, context.choice(.tokenIPBoundOnService) == .refuse {
                return Verdict(
                    Tokens.Rules.ipBoundOnService, facts: bindingFacts(),
                    wouldPass: "a token requested with client=referer, or with a referer and no client",
                    evidence: context.evidence(.tokenIPBoundOnService))
            }
            let peer = context.call.connection.peerAddress
            guard peer != bound else { return nil }
            return Verdict(
                Tokens.Rules.otherAddress, facts: bindingFacts() + [.init("requestFrom", peer)],
                wouldPass: "the same request from \(bound), or a token bound to \(peer)")
        case .referer:
            guard let header = context.call.request.fields["referer"] else {
                let asked: Behavior? =
                    isService
                    ? .tokenRefererMissing
                    : context.route.door == .portalAdmin ? .tokenRefererMissingOnPortalAdmin : nil
                guard let asked, context.choice(asked) == .refuse else { return nil }
                return Verdict(
                    Tokens.Rules.refererMissing, facts: bindingFacts(), wouldPass: "Referer: \(bound)",
                    evidence: context.evidence(asked))
            }
            guard !Referer.matches(bound: bound, header: header), context.choice(.tokenOtherReferer) == .refuse else {
                return nil
            }
            return Verdict(
                Tokens.Rules.otherReferer, facts: bindingFacts() + [.init("referer", header)],
                wouldPass: "Referer: \(bound)",
                evidence: context.evidence(.tokenOtherReferer))
        }
    }
}
