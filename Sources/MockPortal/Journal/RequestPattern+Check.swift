// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Facts
import Formats

extension RequestPattern {
    /// Refuses what can never match: a misspelt rule would make every `times: .never` pass.
    ///
    /// `callers`: who may turn out to be a caller; `nil` where an identity provider may vouch for anybody.
    func check(against callers: [String]?) throws(MockEnterpriseError) {
        if let method, !Request.methods.contains(method) {
            throw wrong("method", method, Request.methods, Request.methods.first { $0 == method.uppercased() })
        }
        if let rule, !Explanation.isKnown(rule) {
            throw wrong("rule", rule, Explanation.rules.map(\.id) + Behavior.allCases.map { "quirk.\($0.rawValue)" })
        }
        if let user, let callers, !callers.contains(user) { throw wrong("user or app", user, callers) }
    }

    private func wrong(
        _ what: String, _ name: String, _ known: [String], _ suggestion: String? = nil
    ) -> MockEnterpriseError {
        MockEnterpriseError(
            .invalidPattern, "no request ever matches \(self): there is no \(what) \"\(name)\"",
            suggestion: suggestion ?? Suggestion.nearest(to: name, among: known))
    }
}
