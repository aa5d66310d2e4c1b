// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Formats

/// What the checks look at in an exchange, read once.
final class Habit {
    let exchange: Exchange
    let hasTokenInURL: Bool
    /// The token of the request, wherever it is.
    let token: String?
    /// A Boolean value that indicates whether it has a password, a client's secret, a code or a refresh token.
    let hasCredentials: Bool
    /// The `username` of a request, if it has one.
    let user: String?
    /// The parameter `referer`, or an empty string.
    let referer: String
    /// A Boolean value that indicates whether it has the header field `Referer`.
    let hasReferer: Bool
    /// The token in the answer, and its expiration.
    let issued: (token: String, expires: Int64?)?
    /// A Boolean value that indicates whether the answer's error is 498 or 499.
    let isRefused: Bool

    /// Reads an exchange; `nil` if it has no request.
    init?(_ exchange: Exchange) {
        guard let request = exchange.request else { return nil }
        self.exchange = exchange
        let parameters = HabitParameters(request)
        hasTokenInURL = parameters.hasTokenInURL
        token = parameters.token ?? Habit.token(inHeaderOf: request)
        hasCredentials = parameters.hasCredentials
        (user, referer) = (parameters.username, parameters.referer)
        hasReferer = request.fields["referer"] != nil
        // Reading the JSON of each answer would take most of the time, and few have what is looked for.
        let body = exchange.responseBody
        let isShort = body.first == UInt8(ascii: "{") && body.count < Habit.longest
        let json = isShort && Habit.isWorthReading(body) ? try? JSONReader.read(body) : nil
        issued = json.flatMap { Habit.issued($0, at: exchange.at) }
        isRefused = json.flatMap(Exchange.errorCode).map { $0 == 498 || $0 == 499 } ?? false
    }

    /// The decoded path.
    var path: String { exchange.path ?? "" }

    /// The size from which an answer is no token and no error, in bytes.
    private static let longest = 8192

    private static func issued(_ json: JSON, at now: Instant) -> (token: String, expires: Int64?)? {
        guard let token = json["token"]?.text ?? json["access_token"]?.text else { return nil }
        let seconds = json["expires_in"]?.integer.map { now.milliseconds + Int64($0) * 1000 }
        return (token, json["expires"]?.integer.map { Int64($0) } ?? seconds)
    }

    /// Returns whether `token"`, 498 or 499 is in a text.
    private static func isWorthReading(_ body: [UInt8]) -> Bool {
        let (bytes, word) = (body.span, Array(#"token""#.utf8))
        for at in bytes.indices {
            let byte = bytes[at]
            if byte == 0x34, at + 2 < bytes.count, bytes[at + 1] == 0x39, bytes[at + 2] & 0xFE == 0x38 { return true }
            guard byte == 0x22, at >= 5 else { continue }
            var length = 0
            while length < 5, bytes[at - 5 + length] == word[length] { length += 1 }
            if length == 5 { return true }
        }
        return false
    }

    private static func token(inHeaderOf request: Request) -> String? {
        for name in ["x-esri-authorization", "authorization"] {
            let words = (request.fields[name] ?? "").split(separator: " ")
            if words.count == 2, words[0].lowercased() == "bearer" { return String(words[1]) }
        }
        guard let cookie = request.fields["cookie"] else { return nil }
        return Cookie.parse(cookie).first { $0.name == "agstoken" && !$0.value.isEmpty }?.value
    }
}
