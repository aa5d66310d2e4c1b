// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `community/self`: the user of the token. Without a token it is 499 in a 200, which arcgis-rest-js expects.
enum CommunitySelf {
    static func answer(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        SharingDoor.answer(&deployment, &context) { deployment, context, index, caller in
            // An app is no user: the answer has the app instead (docs/reference/sharing.md#u4).
            if case .app(_, let number) = caller {
                let appID = deployment.portals[index].apps[number].clientID
                return .json(.object([.init("appInfo", .object([.init("appId", .string(appID))]))]))
            }
            guard case .member(_, let number) = caller else { return SharingDoor.required("community/self", context) }
            return .json(CommunityUser.json(deployment, context, index, number, caller))
        }
    }
}
