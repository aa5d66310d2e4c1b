// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Formats

extension Hygiene {
    /// Returns remarks on exchanges, in the order of the checks.
    static func remarks(_ exchanges: [Exchange], _ checks: Set<Hygiene>) -> [Remark] {
        let requests = exchanges.compactMap { Habit($0) }
        return allCases.filter(checks.contains).flatMap { $0.remarks(requests) }
    }

    private func remarks(_ requests: [Habit]) -> [Remark] {
        switch kind {
        case .tokenInURL:
            return remark(requests.filter(\.hasTokenInURL)) {
                "\($0 == 1 ? "a request has" : "\($0) requests have") the token in the URL"
            }
        case .passwordAgain: return passwordAgain(requests)
        case .refreshStorm: return refreshStorm(requests)
        case .endlessAuthentication: return endless(requests)
        case .refererMissing:
            let bearing = requests.filter { $0.token != nil }
            let without = bearing.filter { !$0.hasReferer }
            guard without.count < bearing.count else { return [] }
            return remark(without) { "\($0) of \(bearing.count) requests with a token have no Referer" }
        case .plainHTTP:
            let bare = requests.filter { !$0.exchange.isSecure && ($0.token != nil || $0.hasCredentials) }
            return remark(bare) { "\($0 == 1 ? "a request carries" : "\($0) requests carry") a secret without TLS" }
        }
    }

    private func remark(_ requests: [Habit], _ message: (Int) -> String) -> [Remark] {
        requests.isEmpty
            ? [] : [Remark(check: self, message: message(requests.count), exchanges: requests.map(\.exchange))]
    }

    /// Finds a second answer with a token for the same user and door while the first token was neither old nor refused.
    private func passwordAgain(_ requests: [Habit]) -> [Remark] {
        var last: [String: (request: Habit, expires: Int64)] = [:]
        var refused: Set<String> = []
        var again: [Habit] = []
        for request in requests {
            // An account whose tokens are refused must sign in again.
            if request.isRefused, let token = request.token { refused.insert(token) }
            guard request.hasCredentials, let user = request.user, let given = request.issued else { continue }
            let key = "\(request.path) \(user) \(request.referer)"
            let now = request.exchange.at.milliseconds
            if let earlier = last[key], let token = earlier.request.issued?.token, !refused.contains(token),
                now < earlier.expires - Self.margin
            {
                if again.last?.exchange.number != earlier.request.exchange.number { again.append(earlier.request) }
                again.append(request)
            }
            last[key] = (request, given.expires ?? now)
        }
        return remark(again) { _ in "a password was sent again while its token was still valid" }
    }

    /// The time before expiration at which renewing is prudent, in milliseconds.
    private static let margin: Int64 = 300_000

    private func refreshStorm(_ requests: [Habit]) -> [Remark] {
        var byUser: [String: [Habit]] = [:]
        for request in requests where request.issued != nil {
            byUser[request.exchange.user ?? request.user ?? "", default: []].append(request)
        }
        return byUser.sorted { $0.key < $1.key }.flatMap { user, list -> [Remark] in
            var start = 0
            var worst: ArraySlice<Habit> = []
            for end in list.indices {
                while list[end].exchange.at.milliseconds - list[start].exchange.at.milliseconds >= 60_000 { start += 1 }
                if end - start + 1 > worst.count { worst = list[start...end] }
            }
            guard worst.count > 3 else { return [] }
            return remark(Array(worst)) { "\($0) tokens for \(user.isEmpty ? "nobody" : user) within a minute" }
        }
    }

    private func endless(_ requests: [Habit]) -> [Remark] {
        var runs: [String: [Habit]] = [:]
        var found: [Habit] = []
        for request in requests where request.issued == nil && (request.isRefused || !runs.isEmpty) {
            let key = "\(request.exchange.method ?? "") \(request.path)"
            guard request.isRefused else {
                runs[key] = nil
                continue
            }
            runs[key, default: []].append(request)
            if let run = runs[key], run.count == 3 {
                found += run
            } else if runs[key, default: []].count > 3 {
                found.append(request)
            }
        }
        return remark(found) { "the same request was refused \($0) times and repeated" }
    }
}
