// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Formats

extension Hygiene {
    /// Returns remarks on exchanges, in the order of the checks.
    static func remarks(_ exchanges: [Exchange], _ checks: Set<Hygiene>) -> [Remark] {
        let requests = exchanges.filter { $0.method != nil }
        return allCases.filter(checks.contains).flatMap { $0.remarks(requests) }
    }

    private func remarks(_ requests: [Exchange]) -> [Remark] {
        switch kind {
        case .tokenInURL:
            return remark(requests.filter { $0.query("token") != nil }) {
                "\($0 == 1 ? "a request has" : "\($0) requests have") the token in the URL"
            }
        case .passwordAgain: return passwordAgain(requests)
        case .refreshStorm: return refreshStorm(requests)
        case .endlessAuthentication: return endless(requests)
        case .refererMissing:
            let bearing = requests.filter { $0.token != nil }
            let without = bearing.filter { $0.header("referer") == nil }
            guard without.count < bearing.count else { return [] }
            return remark(without) { "\($0) of \(bearing.count) requests with a token have no Referer" }
        case .plainHTTP:
            let bare = requests.filter { !$0.isSecure && ($0.token != nil || $0.hasCredentials) }
            return remark(bare) { "\($0 == 1 ? "a request carries" : "\($0) requests carry") a secret without TLS" }
        }
    }

    private func remark(_ exchanges: [Exchange], _ message: (Int) -> String) -> [Remark] {
        exchanges.isEmpty ? [] : [Remark(check: self, message: message(exchanges.count), exchanges: exchanges)]
    }

    /// Finds a second answer with a token for the same user and door while the first token was neither old nor refused.
    private func passwordAgain(_ requests: [Exchange]) -> [Remark] {
        var last: [String: (exchange: Exchange, expires: Int64)] = [:]
        var refused: Set<String> = []
        var again: [Exchange] = []
        for exchange in requests {
            // An account whose tokens are refused must sign in again.
            if let token = exchange.token, [498, 499].contains(exchange.errorCode ?? 0) { refused.insert(token) }
            guard exchange.hasCredentials, exchange.hasUser, let given = exchange.issued else { continue }
            let key =
                "\(exchange.path ?? "") \(exchange.parameter("username") ?? "") \(exchange.parameter("referer") ?? "")"
            if let earlier = last[key], let token = earlier.exchange.issued?.token, !refused.contains(token),
                exchange.at.milliseconds < earlier.expires - Self.margin
            {
                if again.last?.number != earlier.exchange.number { again.append(earlier.exchange) }
                again.append(exchange)
            }
            last[key] = (exchange, given.expires ?? exchange.at.milliseconds)
        }
        return remark(again) { _ in "a password was sent again while its token was still valid" }
    }

    /// The time before expiration at which renewing is prudent, in milliseconds.
    private static let margin: Int64 = 300_000

    private func refreshStorm(_ requests: [Exchange]) -> [Remark] {
        var byUser: [String: [Exchange]] = [:]
        for exchange in requests where exchange.issued != nil {
            byUser[exchange.user ?? exchange.parameter("username") ?? "", default: []].append(exchange)
        }
        return byUser.sorted { $0.key < $1.key }.flatMap { user, list -> [Remark] in
            var start = 0
            var worst: ArraySlice<Exchange> = []
            for end in list.indices {
                while list[end].at.milliseconds - list[start].at.milliseconds >= 60_000 { start += 1 }
                if end - start + 1 > worst.count { worst = list[start...end] }
            }
            guard worst.count > 3 else { return [] }
            return remark(Array(worst)) { "\($0) tokens for \(user.isEmpty ? "nobody" : user) within a minute" }
        }
    }

    private func endless(_ requests: [Exchange]) -> [Remark] {
        var runs: [String: [Exchange]] = [:]
        var found: [Exchange] = []
        for exchange in requests where exchange.issued == nil {
            let key = "\(exchange.method ?? "") \(exchange.path ?? "")"
            guard [498, 499].contains(exchange.errorCode ?? 0) else {
                runs[key] = nil
                continue
            }
            runs[key, default: []].append(exchange)
            if let run = runs[key], run.count == 3 {
                found += run
            } else if runs[key, default: []].count > 3 {
                found.append(exchange)
            }
        }
        return remark(found) { "the same request was refused \($0) times and repeated" }
    }
}

extension Exchange {
    fileprivate func query(_ name: String) -> String? {
        guard case .request(let request) = received, let query = request.target.query else { return nil }
        return Form.parse(query).first { ASCII.equal($0.name, name) && !$0.value.isEmpty }?.value
    }

    /// The token of the request, wherever it is.
    fileprivate var token: String? {
        if let token = parameter("token"), !token.isEmpty { return token }
        for name in ["x-esri-authorization", "authorization"] {
            let words = (header(name) ?? "").split(separator: " ")
            if words.count == 2, words[0].lowercased() == "bearer" { return String(words[1]) }
        }
        return Cookie.parse(header("cookie") ?? "").first { $0.name == "agstoken" && !$0.value.isEmpty }?.value
    }

    /// A password, a client's secret, a code or a refresh token.
    fileprivate var hasCredentials: Bool {
        ["password", "client_secret", "code", "refresh_token"].contains { !(parameter($0) ?? "").isEmpty }
    }

    fileprivate var hasUser: Bool { !(parameter("username") ?? "").isEmpty }

    /// The token in the answer, and its expiration.
    fileprivate var issued: (token: String, expires: Int64?)? {
        guard responseBody.first == UInt8(ascii: "{"), responseBody.count < 65_536,
            let json = try? JSONReader.read(responseBody),
            let token = json["token"]?.text ?? json["access_token"]?.text
        else { return nil }
        let seconds = json["expires_in"]?.integer.map { at.milliseconds + Int64($0) * 1000 }
        return (token, json["expires"]?.integer.map { Int64($0) } ?? seconds)
    }
}
