import Facts
import Formats

/// `oauth2/token` with `grant_type=client_credentials`: auth-reference 4.3 and 4.4.
enum TokenEndpoint {
    /// Minutes an app's token lives if nothing is asked: 7,200 s, as the Python API takes it to be.
    static let defaultMinutes: Int64 = 120

    static func answer(_ deployment: inout Deployment, _ visit: inout Visit) -> Outcome {
        guard case .portal(let place) = visit.site else { return .page(Page.notFound) }
        let parameters = visit.parameters
        let portal = deployment.portals[place]
        let clientID = parameters.given("client_id") ?? ""
        visit.caller = clientID.isEmpty ? nil : clientID
        guard let number = portal.apps.firstIndex(where: { $0.clientID == clientID }) else {
            let known = portal.apps.map(\.clientID).joined(separator: ", ")
            return .refused(
                OAuth.Said.invalidClientID,
                Because(
                    OAuth.Rules.unknownClient, facts: [.init("client_id", clientID)], wouldPass: "one of: \(known)"))
        }
        let grant = parameters.given("grant_type") ?? ""
        guard grant == "client_credentials" else {
            return .refused(
                OAuth.Said.unsupportedGrant,
                Because(
                    OAuth.Rules.unsupportedGrant, facts: [.init("grant_type", grant)],
                    wouldPass: "grant_type=client_credentials"))
        }
        let secret = portal.apps[number].clientSecret
        guard !secret.isEmpty, secret == parameters.given("client_secret") else {
            return .refused(
                OAuth.Said.invalidClientSecret,
                Because(
                    OAuth.Rules.wrongSecret, facts: [.init("client_id", clientID)],
                    wouldPass: "the client_secret that the scenario gives \(clientID)"))
        }
        let minutes = min(
            Lifetime.wish(parameters.given("expiration")) ?? defaultMinutes, portal.maximumMinutes ?? 20_160)
        let token = Token(
            kind: .app, subject: number, epoch: 0, binding: .none, issued: visit.now,
            expires: visit.now.advanced(minutes: minutes))
        let letters = portal.issuer.letters(token, generator: &deployment.generator)
        return .json(
            .object([
                .init("access_token", .string(letters)), .init("expires_in", .number(String(minutes * 60))),
            ]), caching: .tokenDispenser)
    }
}
