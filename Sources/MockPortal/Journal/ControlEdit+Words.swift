// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Facts
import Formats

extension TokenOrder {
    /// Returns a description of a new token and its lifetime. `string` is the token, of which only the beginning is
    /// shown.
    func told(_ string: String) -> String {
        let whose =
            switch subject {
            case .user(let name): "the user \(name)"
            case .app(let id): "the app \(id)"
            case .siteAdmin: "the site administrator"
            }
        let long = life % 60_000 == 0 ? "\(minutes) minutes" : "\(life / 1000) seconds"
        let life = self.life < 0 ? "that has expired" : "of \(long)"
        let odd = (isForeign ? ", foreign" : "") + (isRevoked ? ", revoked" : "")
        return "a token \(life) for \(whose)\(odd): \(Redaction.token(string))"
    }
}

extension ControlEdit {
    /// Returns a description of the clock's new time and the distance.
    static func told(_ wanted: Instant, from now: Instant) -> String {
        let by = wanted.milliseconds - now.milliseconds
        return "it moves by \(ISO8601.format(duration: by)) to \(ISO8601.format(wanted))"
    }

    static func told(_ ids: [String], _ faults: [Fault]) -> String {
        zip(ids, faults).map { "\($0) is set, a \($1.effect.kind)" }.joined(separator: "; ")
    }

    /// Returns a description of the removed fault, or of all of them if `id` is `nil`.
    static func told(removed id: String?) -> String { "\(id.map { "\($0) is" } ?? "all are") removed" }

    /// Returns a description of a frozen or running clock.
    static func told(stands: Bool) -> String { stands ? "it is frozen" : "it runs" }

    /// Returns a description of the difference of a server's clock.
    static func told(skewOf server: String, by milliseconds: Int64) -> String {
        "the server \(server) is ahead by \(ISO8601.format(duration: milliseconds))"
    }
}
