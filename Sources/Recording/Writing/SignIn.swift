// SPDX-License-Identifier: Apache-2.0

import Formats

/// A step that gets the token with which a recording began.
enum SignIn {
    /// The person who signs in where the recording shows nobody.
    static let stranger = "portadmin"

    static func step(_ site: RecordedSite, _ recognition: Recognition) -> DraftStep {
        let user = person(of: site)
        let path = site.kind == .portal ? "/sharing/rest/generateToken" : "/tokens/generateToken"
        let request = JSON.object([
            .init("url", .string(SiteURLs.name(site, recognition) + path)),
            .init(
                "form",
                .object([
                    .init("username", .string(user.username)),
                    .init("password", .string(user.password ?? user.username)),
                    .init("client", .string("requestip")), .init("f", .string("json")),
                ])),
        ])
        var step = DraftStep(
            exchange: nil, say: "Not in the recording: a sign-in, for the token that it began with", request: request)
        step.saves = [.init("signedIn_\(site.name)", .string("/token"))]
        return step
    }

    /// Returns who signs in: whom the site spoke of, else an administrator.
    static func person(of site: RecordedSite) -> RecordedUser {
        if let known = site.users.first(where: { $0.isKnown && !$0.isEnterprise }) { return known }
        return RecordedUser(stranger)
    }
}
