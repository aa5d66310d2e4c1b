// SPDX-License-Identifier: Apache-2.0

import Engine
import Enterprise
import Formats
import Trust
#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What may be sent to a real site, and how often: requests that read, so many a minute, and no password that is not listed or
/// was refused.
final class Courtesy: Sendable {
    enum Permission {
        case sent
        /// The same request was sent before, and this came.
        case known(ResponseReader.Received)
        case unsent(Unsent)
    }

    private struct State {
        var requests = 0
        /// Whether an answer had the field that only a double sends.
        var isDouble = false
        /// When the next request may go.
        var next: Int64 = 0
        /// The names whose password was refused, or not yet answered.
        var doubtful: Set<String> = []
        /// What came of a request with a password, by its bytes.
        var answers: [[UInt8]: ResponseReader.Received] = [:]
    }

    /// Requests a minute.
    let rate: Int
    private let sites: [(kind: SiteKind, url: WebURL)]
    private let listed: Set<Credential>
    private let state = Lock(State())

    init(rate: Int, sites: Sites, ready: JSON?) {
        self.rate = max(1, rate)
        let portals = sites.portals.flatMap { [$0.url, $0.plainURL] }.map { (SiteKind.portal, $0) }
        let servers = sites.servers.flatMap { [$0.url, $0.plainURL] }.map { (SiteKind.server, $0) }
        // The longest first: a server below a portal's path.
        self.sites = (portals + servers).compactMap { kind, url in WebURL(url).map { (kind, $0) } }
            .sorted { $0.url.target.utf8.count > $1.url.target.utf8.count }
        listed = Credential.listed(in: ready)
    }

    /// The number of requests that were sent.
    var requests: Int { state.withLock(\.requests) }
    /// Whether an answer had the field that only a double sends.
    var isDouble: Bool { state.withLock(\.isDouble) }

    /// Decides about a request of a step.
    func permission(for request: StepRequest) -> Permission {
        let found = Credential.find(in: request)
        if case .unreadable = found { return .unsent(.unreadable) }
        if request.headers.contains(where: { $0.name.lowercased().contains("method-override") }) {
            return .unsent(.changes)
        }
        let reach: Surface.Reach
        switch self.reach(of: request) {
        case .unsent(let reason): return .unsent(reason)
        case .reaches(let found): reach = found
        }
        guard case .one(let credential) = found else { return .sent }
        // A password in a request that only reads is that of a web server in front.
        guard reach == .signsIn || reach == .reads, listed.contains(credential) else { return .unsent(.password) }
        return state.withLock { state in
            if let before = state.answers[request.bytes(cookies: nil)] { return .known(before) }
            return state.doubtful.contains(credential.name.lowercased()) ? .unsent(.refusedPassword) : .sent
        }
    }

    private enum Reaching {
        case reaches(Surface.Reach)
        case unsent(Unsent)
    }

    private func reach(of request: StepRequest) -> Reaching {
        guard let site = sites.first(where: { Self.has($0.url, request.url) }) else { return .unsent(.elsewhere) }
        let path = String(request.url.path.dropFirst(site.url.target == "/" ? 0 : site.url.target.count))
        let reach = Surface.reach(of: site.kind, path, method: request.method)
        switch reach {
        case .changes: return .unsent(.changes)
        case .unknown:
            return ["GET", "HEAD", "OPTIONS"].contains(request.method) && Self.isPage(path)
                ? .reaches(.reads) : .unsent(.unknownPath)
        case .reads, .signsIn: return .reaches(reach)
        }
    }

    /// A path whose last part no operation is called: a folder, a page, a picture.
    private static func isPage(_ path: String) -> Bool {
        let last = path.split(separator: "/").last ?? ""
        return last.contains(".") && !last.contains("%")
    }

    private static func has(_ site: WebURL, _ url: WebURL) -> Bool {
        guard ASCII.equal(site.host, url.host), site.isSecure == url.isSecure, site.port == url.port else {
            return false
        }
        let path = site.target == "/" ? "" : site.target
        return url.path == path || url.path.hasPrefix(path + "/")
    }

    /// Waits until a request may go, and counts it. Returns why it may not: a redirect can lead anywhere.
    func admit(_ request: StepRequest) -> Unsent? {
        if case .unsent(let reason) = reach(of: request) { return reason }
        pace(request)
        return nil
    }

    /// Waits until a request may go, and counts it.
    func pace(_ request: StepRequest) {
        let wait = state.withLock { state in
            let now = MonotonicClock.milliseconds
            let begin = max(now, state.next)
            state.next = begin + Int64(60_000 / rate)
            state.requests += 1
            if case .one(let credential) = Credential.find(in: request) {
                state.doubtful.insert(credential.name.lowercased())
            }
            return begin - now
        }
        if wait > 0 { usleep(UInt32(wait) * 1000) }
    }

    /// Remembers what came of a request with a password. An accepted one locks nobody out.
    func note(_ received: ResponseReader.Received, of request: StepRequest) {
        if received["x-mock-portal-because"] != nil { state.withLock { $0.isDouble = true } }
        guard case .one(let credential) = Credential.find(in: request) else { return }
        // A web server in front takes the password with each request.
        let isBasic = request.headers.contains { ASCII.equal($0.name, "authorization") }
        let isAccepted = isBasic ? ![401, 403].contains(received.status) : Self.accepts(received)
        state.withLock { state in
            state.answers[request.bytes(cookies: nil)] = received
            if isAccepted { state.doubtful.remove(credential.name.lowercased()) }
        }
    }

    private static func accepts(_ received: ResponseReader.Received) -> Bool {
        if (300..<400).contains(received.status) { return received["location"]?.contains("code=") == true }
        guard received.status == 200 else { return false }
        let json = try? JSONReader.read(received.body)
        if let json { return json["token"]?.text != nil || json["access_token"]?.text != nil }
        // `request=getToken` of an old server: the token alone.
        let text = String(decoding: received.body, as: UTF8.self)
        return (20...2_000).contains(text.utf8.count) && !text.contains { $0 == "<" || $0 == " " }
    }
}
