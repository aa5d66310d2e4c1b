// SPDX-License-Identifier: Apache-2.0

import Formats

/// The access rules of the control endpoints: programs on this machine, or callers with the token, but never pages of
/// other origins.
struct ControlAccess: Sendable {
    let token: String?
    /// The names and addresses, in addition to this machine's, that the Host field may have.
    let hosts: [String]

    /// Checks whether a request is allowed.
    ///
    /// - Throws: 403 if the caller is not allowed, 401 if the token is missing or wrong.
    func admit(_ request: Request, from peer: String) throws(ControlFailure) {
        try admitReading(request)
        guard let token else {
            guard peer.hasPrefix("127.") || peer == "::1" || peer.hasPrefix("::ffff:127.") else {
                throw ControlFailure(
                    403, "not-local",
                    "The control endpoints answer this machine only, unless serve has --control-token.")
            }
            return
        }
        guard isBearer(token, request.fields["authorization"] ?? "") else {
            var failure = ControlFailure(401, "unauthorized", "The control token is required: Authorization: Bearer …")
            failure.fields = [.init("WWW-Authenticate", "Bearer realm=\"mock-portal\"")]
            throw failure
        }
    }

    /// Checks what holds for everybody: that no page of elsewhere asks.
    func admitReading(_ request: Request) throws(ControlFailure) {
        // A name that resolves to this machine does not prove who the caller is: DNS can be made to do so.
        guard isOurs(request.target.authority ?? request.fields["host"] ?? "localhost") else {
            throw ControlFailure(403, "foreign-host", "The Host field does not name a host of this deployment.")
        }
        if let origin = request.fields["origin"], !isOurs(String(origin.drop { $0 != "/" }.dropFirst(2))) {
            throw ControlFailure(403, "foreign-origin", "A page of another origin may not use the control endpoints.")
        }
        if request.fields["sec-fetch-site"] == "cross-site" {
            throw ControlFailure(403, "foreign-origin", "A page of another site may not use the control endpoints.")
        }
    }

    /// Compares a bearer token (RFC 6750 section 2.1) in constant time for tokens of the right length.
    private func isBearer(_ token: String, _ field: String) -> Bool {
        let parts = field.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, ASCII.equal(parts[0], "bearer") else { return false }
        let (given, wanted) = (Array(ASCII.trimmed(parts[1]).utf8), Array(token.utf8))
        guard given.count == wanted.count else { return false }
        return zip(given, wanted).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }

    private func isOurs(_ authority: String) -> Bool {
        let host =
            authority.hasPrefix("[") ? authority.dropFirst().prefix { $0 != "]" } : authority.prefix { $0 != ":" }
        return ASCII.equal(host, "localhost") || host == "::1"
            || host.hasPrefix("127.") && host.utf8.allSatisfy { ASCII.isDigit($0) || $0 == UInt8(ascii: ".") }
            || hosts.contains { ASCII.equal(host, $0) }
    }
}
