// SPDX-License-Identifier: Apache-2.0

extension Deployment {
    /// Returns whether a caller may keep what a locator finds: who has no custom role, and whose role has the privilege
    /// (inferred; docs/reference/refusals.md#bodies has the refusal).
    func mayStorePlaces(_ caller: String, atServer server: Int) -> Bool {
        guard let portal = servers[server].federation?.portal,
            let number = portals[portal].accounts.number(named: caller),
            portals[portal].role(portals[portal].accounts[number].role) != nil
        else { return true }
        return portals[portal].may(number, Privileges.storing) || portals[portal].may(number, "premium:user:geocode")
    }
}
