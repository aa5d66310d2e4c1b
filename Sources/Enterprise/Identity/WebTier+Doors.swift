// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Trust

/// The ways to authenticate: names and passwords, Windows, certificates.
extension WebTier {
    // MARK: ldap

    static func basic(_ deployment: Deployment, _ context: RequestContext, _ index: Int) -> Result<Int, Refused> {
        let challenges = ["Basic realm=\"\(context.authority.filter { $0 != "\"" })\""]
        guard let (name, password) = basic(context.call.request.fields["authorization"]) else {
            return .failure(
                Refused(
                    401,
                    Verdict(
                        Identity.Rules.unauthenticated, facts: [.init("webTier", "ldap")],
                        wouldPass: "Authorization: Basic … with the name and password of an enterprise user"),
                    challenges: challenges))
        }
        let accounts = deployment.portals[index].accounts
        guard let number = user(accounts, [name]), accounts[number].password == password else {
            return .failure(Refused(401, wrong(name), challenges: challenges))
        }
        return .success(number)
    }

    private static func wrong(_ name: String) -> Verdict {
        Verdict(
            Identity.Rules.wrongCredentials, facts: [.init("username", name)],
            wouldPass: "an enterprise user's password in the scenario")
    }

    /// Returns the name and password of a Basic field, or `nil` if it has another scheme or is invalid.
    private static func basic(_ value: String?) -> (name: String, password: String)? {
        guard let text = credentials(value, "basic").map({ String(decoding: $0, as: UTF8.self) }),
            let colon = text.firstIndex(of: ":")
        else { return nil }
        return (String(text[..<colon]), String(text[text.index(after: colon)...]))
    }

    /// Returns the decoded base64 after a scheme.
    private static func credentials(_ value: String?, _ scheme: String) -> [UInt8]? {
        let words = value?.split(separator: " ", omittingEmptySubsequences: true) ?? []
        guard words.count == 2, words[0].lowercased() == scheme else { return nil }
        return Base64.decode(String(words[1]))
    }

    // MARK: iwa

    static let announced = ["Negotiate", "NTLM"]

    static func windows(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) -> Result<Int, Refused> {
        let connection = context.call.connection.id
        let kerberos = deployment.portals[index].kerberos
        if let kerberos, let token = credentials(context.call.request.fields["authorization"], "negotiate") {
            return negotiate(deployment, &context, index, kerberos, token)
        }
        if case .known(index, let account)? = deployment.handshakes[connection] { return .success(account) }
        let message = credentials(context.call.request.fields["authorization"], "ntlm")
        let asks =
            kerberos.map(asks)
            ?? Verdict(
                Identity.Rules.unauthenticated, facts: [.init("webTier", "iwa")],
                wouldPass: "the NTLM handshake of an enterprise user, on one connection")
        switch message.flatMap(NTLM.kind) {
        case 1:
            let challenge = deployment.generator.bytes(8)
            deployment.handshakes[connection] = .challenged(challenge)
            return .failure(Refused(401, asks, challenges: ["NTLM \(Base64.encode(NTLM.challenge(challenge)))"]))
        case 3:
            guard case .challenged(let challenge)? = deployment.handshakes.removeValue(forKey: connection),
                let message, let said = NTLM.Authentication(message)
            else { return .failure(Refused(401, asks, challenges: announced)) }
            let accounts = deployment.portals[index].accounts
            // Members of a domain are named user@DOMAIN (support.esri.com 000023415).
            let names = ["\(said.user)@\(said.domain)", "\(said.user)@\(NTLM.domain)", said.user]
            guard let number = user(accounts, names), said.isMade(with: accounts[number].password, challenge: challenge)
            else { return .failure(Refused(401, wrong(said.user), challenges: announced)) }
            deployment.handshakes[connection] = .known(portal: index, account: number)
            return .success(number)
        default: return .failure(Refused(401, asks, challenges: announced))
        }
    }

    // MARK: pki

    static func certificate(_ deployment: Deployment, _ context: RequestContext, _ index: Int) -> Result<Int, Refused> {
        guard let der = context.call.connection.tls?.clientCertificate else {
            return .failure(
                Refused(
                    403,
                    Verdict(
                        Identity.Rules.noCertificate, facts: [.init("scheme", context.isSecure ? "https" : "http")],
                        wouldPass: "the certificate of a user with certificate: true")))
        }
        let fingerprint = Digest.sha256(der)
        guard let number = deployment.portals[index].certificates[fingerprint],
            !deployment.portals[index].accounts[number].isDisabled
        else {
            return .failure(
                Refused(
                    403,
                    Verdict(
                        Identity.Rules.strangeCertificate,
                        facts: [.init("sha256", String(Hex.encode(fingerprint).prefix(16)))],
                        wouldPass: "the certificate that the ready file names for the user")))
        }
        return .success(number)
    }
}
