// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `community/self`: the user of the token. Without a token it is 499 in a 200, which arcgis-rest-js expects.
enum CommunitySelf {
    static func answer(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        SharingDoor.answer(&deployment, &context) { deployment, context, index, caller in
            guard case .member(_, let number) = caller else { return SharingDoor.required("community/self", context) }
            return .json(CommunityUser.json(deployment, context, index, number, caller))
        }
    }
}
