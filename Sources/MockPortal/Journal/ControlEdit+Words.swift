// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Facts
import Formats

extension Event {
    /// What happened, without the password.
    var told: String {
        let (user, service) = (
            "the user \(self.user ?? "")", "the service \(self.service ?? "")\(server.map { " of \($0)" } ?? "")"
        )
        return switch kind {
        case .restartServer: "\(index) restarts"
        case .rotateSharedKey: "the token key of \(index) is another"
        case .unfederate: "\(index) is federated no more"
        case .federate: "\(index) is federated\(portal.map { " with the portal \($0)" } ?? "")"
        case .disableUser: "\(user) is disabled"
        case .enableUser: "\(user) is enabled"
        case .changePassword: "\(user) has another password"
        case .unlockUser: "\(user) is locked out no more"
        case .stopService: "\(service) is stopped"
        case .startService: "\(service) is started"
        case .deleteService: "\(service) is deleted"
        case .revokeTokens: "the tokens of \(self.user == nil ? index : user) end"
        case .dropField: "layer \(layer ?? 0) of \(service) has the field \(field ?? "") no more"
        case .addField: "layer \(layer ?? 0) of \(service) has the field \(field ?? "") more"
        case .rolloverIdPCertificate: "the identity provider has another certificate"
        }
    }

    /// Federating names both, and then the server is what it happens to.
    private var index: String {
        if let server { return "the server \(server)" }
        if let portal, kind != .federate { return "the portal \(portal)" }
        return "the server"
    }
}

extension TokenOrder {
    /// What was made, and how long it lasts. `letters`: the token, of which the first stand there.
    func told(_ string: String) -> String {
        let whose =
            switch subject {
            case .user(let name): "the user \(name)"
            case .app(let id): "the app \(id)"
            case .siteAdmin: "the site administrator"
            }
        let life = minutes < 0 ? "that has ended" : "of \(minutes) minutes"
        let odd = (isForeign ? ", foreign" : "") + (isRevoked ? ", revoked" : "")
        return "a token \(life) for \(whose)\(odd): \(Redaction.token(string))"
    }
}

extension ControlEdit {
    /// Where the clock was moved to, and how far that was.
    static func told(_ wanted: Instant, from now: Instant) -> String {
        let by = wanted.milliseconds - now.milliseconds
        return "it moves by \(ISO8601.format(duration: by)) to \(ISO8601.format(wanted))"
    }

    static func told(_ ids: [String], _ faults: [Fault]) -> String {
        zip(ids, faults).map { "\($0) is set, a \($1.then.kind)" }.joined(separator: "; ")
    }

    /// `nil`: all of them.
    static func told(removed id: String?) -> String { "\(id.map { "\($0) is" } ?? "all are") taken away" }

    /// Whether the clock stands.
    static func told(stands: Bool) -> String { stands ? "it stands" : "it runs" }

    /// By how much a server's clock differs.
    static func told(skewOf server: String, by milliseconds: Int64) -> String {
        "the server \(server) is ahead by \(ISO8601.format(duration: milliseconds))"
    }
}
