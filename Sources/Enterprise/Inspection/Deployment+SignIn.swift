// SPDX-License-Identifier: Apache-2.0

package import Facts
package import Formats

/// Signing a browser in as somebody, without a password: what the inspector's button does.
extension Deployment {
    /// Returns the cookies by which the sites know a browser whose member has signed in.
    ///
    /// - Throws: `Event.Impossible` if nobody has that name.
    package mutating func signIn(
        _ username: String, at site: String?, now: Instant, isSecure: Bool
    ) throws(Event.Impossible) -> [Response.Field] {
        var order = TokenOrder(.user(username))
        order.at = site
        let string = try issue(order, at: now).string
        let secure = isSecure ? "; Secure" : ""
        if let name = site, let server = servers.firstIndex(where: { $0.name == name }) {
            return [agsToken(string, servers[server].context, secure)]
        }
        guard !portals.isEmpty else { return [agsToken(string, servers[0].context, secure)] }
        let index = portals.firstIndex { $0.name == site } ?? 0
        guard let number = portals[index].accounts.number(named: username) else { return [] }
        let cookie = WebTier.esriAuth(&self, index, number, at: now, isSecure: isSecure, tier: "arcgis")
        let federated = servers.indices.filter { servers[$0].federation?.portal == index }
        return [cookie] + federated.map { agsToken(string, servers[$0].context, secure) }
    }

    private func agsToken(_ string: String, _ context: String, _ secure: String) -> Response.Field {
        .init("Set-Cookie", "agstoken=\(string); Path=/\(context); HttpOnly\(secure)")
    }
}
