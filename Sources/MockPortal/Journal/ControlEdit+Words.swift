// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Facts
import Formats

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
        zip(ids, faults).map { "\($0) is set, a \($1.effect.kind)" }.joined(separator: "; ")
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
