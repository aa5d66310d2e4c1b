// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services

/// `portaladmin/license`, since 10.7, and `system/licenses` before: what the portal is licensed for
/// (developers.arcgis.com/rest/enterprise-administration/portal/license). Licenses are files that nobody can read here:
/// `importLicense` takes one that looks like JSON, and `validateLicense` says what it would.
enum PortalLicense {
    private static let key = "license"

    @Sendable static func read(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) throws(PortalRefusal) -> Outcome {
        let types = UserType.all.filter { $0.level == 2 || $0.id == "viewerUT" }.prefix(4).map { type in
            JSON.object([
                .init("id", .string(type.id)), .init("maximumRegisteredMembers", .int(50)),
                .init(
                    "currentRegisteredMembers",
                    .int(deployment.portals[index].accounts.list.count { $0.licenseType == type.id && !$0.isGone })),
            ])
        }
        return .json(
            .object([
                .init("version", .string(deployment.portals[index].version.text)),
                .init("licenseManager", deployment.portals[index].documents["license/manager"] ?? .null),
                .init("imported", deployment.portals[index].documents[key] ?? .null),
                .init("userTypes", .array(Array(types))),
            ]))
    }

    /// `system/licenses` of releases before 10.7: members by level.
    @Sendable static func levels(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) throws(PortalRefusal) -> Outcome {
        let members = deployment.portals[index].accounts.list.count { !$0.isGone }
        return .json(
            .object([
                .init("currentRegisteredMembers", .int(members)), .init("maximumRegisteredMembers", .int(200)),
                .init("features", .array([])), .init("expiration", .int(-1)),
                .init("queuedEntitlements", .array([])),
            ]))
    }

    @Sendable static func `import`(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) throws(PortalRefusal) -> Outcome {
        let license = try file(context)
        deployment.portals[index].documents[key] = license["version"] ?? .string(deployment.portals[index].version.text)
        return .json(.object([.init("success", .bool(true))]))
    }

    /// `validateLicense`: without a token, for it comes before the site. It says the user types that can be the first
    /// administrator's.
    static func validate(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        do throws(PortalRefusal) {
            _ = try file(context)
            let types = UserType.all.filter { $0.level == 2 }
            return .json(
                .object([
                    .init(
                        "MyEsri",
                        .object([
                            .init("version", .string("1.3")),
                            .init(
                                "definitions",
                                .object([.init("userTypes", .array(types.map(json))), .init("appBundles", .array([]))])),
                        ]))
                ]))
        } catch { return .refused(error.errorBody, error.verdict) }
    }

    /// `populateLicense`, `releaseLicense`, `removeAllEntitlements` and `removeEntitlement`: nothing is checked out here.
    @Sendable static func done(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) throws(PortalRefusal) -> Outcome { .json(.object([.init("success", .bool(true))])) }

    /// `updateLicenseManager`: `licenseManagerInfo={"hostname":…,"port":27000}`.
    @Sendable static func manager(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) throws(PortalRefusal) -> Outcome {
        let info = JSON.object(try context.neededObject("licenseManagerInfo"))
        guard info["hostname"]?.text != nil else {
            throw .badValue("licenseManagerInfo", "", #"{"hostname":"licenses.example","port":27000}"#)
        }
        deployment.portals[index].documents["license/manager"] = info
        return .json(.object([.init("success", .bool(true))]))
    }

    private static func json(_ type: UserType) -> JSON {
        .object([
            .init("id", .string(type.id)), .init("name", .string(type.name)),
            .init("description", .string(type.name)), .init("level", .int(type.level)),
            .init("isEsriDefault", .bool(true)),
        ])
    }

    private static func file(_ context: RequestContext) throws(PortalRefusal) -> JSON {
        guard let file = context.parameters.files.first else { throw .notGiven("file") }
        guard let json = try? JSONReader.read(file.bytes), json.members != nil else {
            throw PortalRefusal(
                Administration.ErrorBodies.badLicense, Administration.Rules.badLicense, [("file", file.fileName)],
                "a license file, which is JSON")
        }
        return json
    }
}
