// SPDX-License-Identifier: Apache-2.0

/// A URL cut at its seams, for comparing: scheme, authority without the scheme's own port, path without a last slash.
struct PlainURL: Sendable, Hashable {
    var scheme: String
    var authority: String
    var path: String

    init?(_ text: String) {
        guard let colon = text.firstRange(of: "://") else { return nil }
        scheme = text[..<colon.lowerBound].lowercased()
        let rest = text[colon.upperBound...]
        let host = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        guard !host.isEmpty else { return nil }
        let own = scheme == "https" ? ":443" : ":80"
        authority = host.lowercased()
        if authority.hasSuffix(own) { authority.removeLast(own.count) }
        path = String(rest[host.endIndex...].prefix { $0 != "?" && $0 != "#" })
        while path.hasSuffix("/") { path.removeLast() }
    }

    /// Whether this is that URL or lies below it; the scheme does not count (rest-js takes http for https too).
    func isBelow(_ root: PlainURL) -> Bool {
        guard authority == root.authority else { return false }
        let path = path.lowercased()
        let above = root.path.lowercased()
        return path == above || path.hasPrefix(above + "/")
    }
}
