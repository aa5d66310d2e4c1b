// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `admin/security/psa`: the primary site administrator, who can be disabled (docs/reference/admin.md#f4).
enum SiteAdministratorResources {
    private static let parameters = Evidence.reported("docs/reference/admin.md#f4")

    static let routes: [Route] = [
        Administration.resource(
            "security/psa", "Whether the primary site administrator is disabled.",
            .documented("developers.arcgis.com/rest/enterprise-administration/server/primarysiteadministrator")
        ) { deployment, _, index throws(AdminRefusal) in
            .json(.object([.init("disabled", .string("\(deployment.sites[index].isAdministratorDisabled)"))]))
        },
        Administration.operation(
            "security/psa/disable", "The primary site administrator can no longer sign in, and its tokens end.",
            parameters
        ) { deployment, _, index throws(AdminRefusal) in
            deployment.sites[index].isAdministratorDisabled = true
            deployment.servers[index].siteAdminEpoch &+= 1
            return .json(Administration.success)
        },
        Administration.operation(
            "security/psa/enable", "The primary site administrator can sign in again.", parameters
        ) { deployment, _, index throws(AdminRefusal) in
            deployment.sites[index].isAdministratorDisabled = false
            return .json(Administration.success)
        },
        Administration.operation(
            "security/psa/update", "Changes the name or the password; its tokens end.", parameters
        ) { deployment, context, index throws(AdminRefusal) in
            let (name, password) = (context.parameters.given("username"), context.parameters.given("password"))
            guard name != nil || password != nil else { throw AdminRefusal.notGiven("password") }
            guard let admin = deployment.servers[index].siteAdmin else {
                throw AdminRefusal.unknown("User", name ?? "", among: [])
            }
            deployment.servers[index].siteAdmin = .init(
                username: name ?? admin.username, password: password ?? admin.password)
            deployment.servers[index].siteAdminEpoch &+= 1
            return .json(Administration.success)
        },
    ]
}
