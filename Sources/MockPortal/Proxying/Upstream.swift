// SPDX-License-Identifier: Apache-2.0

import Formats

/// A real site that is recorded: where it is, and below which path it is reached here.
struct Upstream: Sendable {
    /// The site's own URL: its origin with the path, without a final slash.
    let url: WebURL
    /// The path here: the site's own, unless another site has it already.
    let path: String

    /// Creates the upstreams of URLs, or returns the one that is no URL of a site.
    static func all(_ texts: [String]) -> Result<[Upstream], Unusable> {
        var list: [Upstream] = []
        for text in texts {
            guard var url = WebURL(text), !url.target.contains("?") else {
                return .failure(
                    Unusable(reason: "--upstream must be an http or https URL, such as https://gis.example.com/portal"))
            }
            while url.target.hasSuffix("/"), !url.target.isEmpty { url.target.removeLast() }
            var path = url.target
            var number = 2
            while list.contains(where: { $0.path == path }) {
                path = "/upstream\(number)\(url.target)"
                number += 1
            }
            list.append(Upstream(url: url, path: path))
        }
        // The longest first: /portal/x before /portal.
        return .success(list.sorted { $0.path.utf8.count > $1.path.utf8.count })
    }

    /// Why a text is no upstream.
    struct Unusable: Error {
        var reason: String
    }

    /// Returns whether a path is this site's.
    func has(_ path: String) -> Bool {
        self.path.isEmpty || path == self.path || path.hasPrefix(self.path + "/")
    }

    /// Returns the target at the site for a target here.
    func target(of target: String) -> String {
        let rest = url.target + target.dropFirst(path.count)
        return rest.hasPrefix("/") ? rest : "/" + rest
    }
}
