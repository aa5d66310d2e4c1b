// SPDX-License-Identifier: Apache-2.0

import Formats

/// Rewrites the URLs of upstreams to those here and back, in the spellings in which texts have them: plain, with escaped slashes
/// as in JSON, and percent-encoded once and twice.
struct UpstreamURLs {
    private var pairs: [(there: String, here: String)] = []
    /// The same of the sites' own schemes and authorities alone, for the way back.
    private var own: [(there: String, here: String)] = []

    /// Creates the rewriting for a client that reaches the proxy at an origin, such as `https://127.0.0.1:8443`.
    init(_ upstreams: [Upstream], here origin: String) {
        var plain: [(String, String)] = []
        var named: [(String, String)] = []
        for upstream in upstreams {
            let name = upstream.url.host.contains(":") ? "[\(upstream.url.host)]" : upstream.url.host
            // With the port of the scheme, as servers write it at times.
            let isPlain = !upstream.url.authority.hasSuffix(":\(upstream.url.port)")
            named.append((upstream.url.origin + upstream.url.target, origin + upstream.path))
            for (scheme, port) in [("https", 443), ("http", 80)] {
                for authority in [upstream.url.authority] + (isPlain ? ["\(name):\(port)"] : []) {
                    plain.append(("\(scheme)://\(authority)\(upstream.url.target)", origin + upstream.path))
                }
            }
        }
        let spellings: [(String) -> String] = [
            { $0 }, { $0.replacing("/", with: "\\/") }, { Percent.encode($0) }, { Percent.encode(Percent.encode($0)) },
            { $0.replacing(":", with: "%3A").replacing("/", with: "%2f").replacing("%3A", with: "%3a") },
        ]
        for (there, here) in plain.sorted(by: { $0.0.utf8.count > $1.0.utf8.count }) {
            for spelling in spellings { pairs.append((spelling(there), spelling(here))) }
        }
        for (there, here) in named.sorted(by: { $0.1.utf8.count > $1.1.utf8.count }) {
            for spelling in spellings { own.append((spelling(there), spelling(here))) }
        }
    }

    /// Returns a text of a site as a client here has to see it.
    func local(_ text: String) -> String { rewritten(text, pairs) }

    /// Returns a text of a client here as the site has to see it.
    func remote(_ text: String, at upstream: Upstream, here origin: String) -> String {
        var back = own.map { (there: $0.here, here: $0.there) }
        // Origin and Referer name the origin alone.
        for (here, there) in [
            (origin, upstream.url.origin), (Percent.encode(origin), Percent.encode(upstream.url.origin)),
        ] {
            back.append((here, there))
        }
        return rewritten(text, back)
    }

    private func rewritten(_ text: String, _ pairs: [(there: String, here: String)]) -> String {
        var text = text
        for (there, here) in pairs where text.contains(there) { text = text.replacing(there, with: here) }
        return text
    }
}
