// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The bytes that a member's items may have.
enum Quota {
    /// Returns the refusal of bytes for which the member has no room.
    static func refuse(
        _ deployment: Deployment, _ context: RequestContext, _ index: Int, _ owner: String, adding bytes: Int
    ) -> Outcome? {
        let portal = deployment.portals[index]
        guard bytes > 0, let number = portal.accounts.number(named: owner),
            let quota = portal.accounts[number].storageQuota
        else { return nil }
        let own = portal.items.filter { $0.owner == owner }
        let uploaded = own.compactMap { portal.content.parts[$0.id] }.flatMap(\.values).reduce(0) { $0 + $1.count }
        let used = own.reduce(uploaded) { $0 + max($1.size, 0) }
        guard used + bytes > quota else { return nil }
        return SharingDoor.Refused(
            errorBody: Sharing.ContentErrorBodies.quota,
            verdict: Verdict(
                Sharing.ContentRules.quota,
                facts: [.init("storageQuota", "\(quota)"), .init("used", "\(used)"), .init("bytes", "\(bytes)")],
                wouldPass: "at most \(max(quota - used, 0)) bytes, or a larger storageQuota of \(owner)"), context
        ).outcome
    }
}

extension UserContent {
    /// The quota of members who have none of their own: 2 TiB (docs/reference/sharing.md#u2).
    static let standardQuota = 2_199_023_255_552
}
