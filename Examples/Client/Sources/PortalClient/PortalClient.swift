// SPDX-License-Identifier: Apache-2.0

import Foundation
#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// A small client of a Portal for ArcGIS and the servers federated with it: signs in once, renews in time, and asks again
/// once where a server refuses its token.
public actor PortalClient {
    private struct Token {
        var string: String
        var expires: Date
    }

    private let portal: URL
    private let username: String
    private let password: String
    private let referer: String
    private let now: @Sendable () -> Date
    private let session = URLSession(configuration: .ephemeral)
    private var token: Token?

    /// Tokens are asked for again so long before their end.
    private static let margin: TimeInterval = 60

    /// - Parameters:
    ///   - portal: `https://gis.example/portal`
    ///   - username: Who signs in.
    ///   - password: The password.
    ///   - referer: What tokens are bound to, and what every request says.
    ///   - now: The clock.
    public init(
        portal: URL, username: String, password: String, referer: String,
        now: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.portal = portal
        self.username = username
        self.password = password
        self.referer = referer
        self.now = now
    }

    /// The JSON at a URL of the portal or of a server that takes its tokens.
    public func json(_ url: URL) async throws -> [String: any Sendable] {
        do {
            return try await post(url, ["token": currentToken()])
        } catch PortalError.refused(let code, _) where code == 498 {
            // The token ended before its time: revoked, or the server was restarted. Once, or it would never end.
            token = nil
            return try await post(url, ["token": currentToken()])
        }
    }

    private func currentToken() async throws -> String {
        if let token, token.expires.timeIntervalSince(now()) > Self.margin { return token.string }
        let url = portal.appending(path: "sharing/rest/generateToken")
        let answer: [String: any Sendable]
        do {
            answer = try await post(
                url,
                [
                    "username": username, "password": password, "client": "referer", "referer": referer,
                    "expiration": "60",
                ])
        } catch PortalError.refused(_, let message) {
            // The portal says the same of a wrong password and of an enterprise login: the browser is the way out of both.
            let page = portal.appending(path: "sharing/rest/oauth2/authorize")
            throw PortalError.signInWithBrowser(page, reason: message)
        }
        guard let string = answer["token"] as? String, let expires = answer["expires"] as? NSNumber else {
            throw PortalError.unreadable
        }
        token = Token(string: string, expires: Date(timeIntervalSince1970: expires.doubleValue / 1000))
        return string
    }

    private func post(_ url: URL, _ form: [String: String]) async throws -> [String: any Sendable] {
        var request = URLRequest(url: url)
        request.httpMethod = "POST"
        request.setValue("application/x-www-form-urlencoded", forHTTPHeaderField: "Content-Type")
        request.setValue(referer, forHTTPHeaderField: "Referer")
        let unreserved = CharacterSet.alphanumerics.union(CharacterSet(charactersIn: "-._~"))
        let pairs = form.merging(["f": "json"]) { own, _ in own }.map { name, value in
            "\(name)=\(value.addingPercentEncoding(withAllowedCharacters: unreserved) ?? "")"
        }
        request.httpBody = Data(pairs.joined(separator: "&").utf8)
        let (data, _) = try await session.data(for: request)
        guard let answer = try JSONSerialization.jsonObject(with: data) as? [String: any Sendable] else {
            throw PortalError.unreadable
        }
        // Refusals come with status 200; the body says what the matter is.
        if let error = answer["error"] as? [String: any Sendable] {
            let details = (error["details"] as? [String] ?? []).joined(separator: " ")
            throw PortalError.refused((error["code"] as? NSNumber)?.intValue ?? 0, details)
        }
        return answer
    }
}
