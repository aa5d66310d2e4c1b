// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import TestSupport
import Testing

@testable import Enterprise

/// What released clients send to administrator directories (`Tests/Golden/requests`): taken, or named as not emulated;
/// nobody is told that it was a mistake.
@Suite("Requests of administrators' clients")
struct ClientRequestTests {
    /// The operations, each with the parameter that carries the request, and whether it is taken.
    private static let operations: [(file: String, path: String, parameter: String, isTaken: Bool)] = [
        ("createnewsite_directories_chef", "/bare/admin/createNewSite", "directories", true),
        ("create_service_custom_data_11_5", "/arcgis/admin/services/createService", "service", true),
        ("register_database_item_chef", "/arcgis/admin/data/registerItem", "item", true),
        ("register_folder_item_arcgispy", "/arcgis/admin/data/registerItem", "item", true),
        ("security_config_federate_chef", "/arcgis/admin/security/config/update", "securityConfig", true),
        ("portal_contentstore_dsc", "/new/portaladmin/createNewSite", "contentStore", true),
        (
            "portal_identity_store_windows_dsc", "/portal/portaladmin/security/config/updateIdentityStore",
            "userStoreConfig", true
        ),
        (
            "portal_group_store_azure_11_3", "/portal/portaladmin/security/config/updateIdentityStore",
            "groupStoreConfig", true
        ),
    ]

    @Test("are taken, or named as not emulated")
    func sent() throws {
        for operation in Self.operations {
            var fixture = try PortalFixture(
                """
                { portals: [
                    { name: "portal", version: "11.5", users: [{ username: "anna", password: "pw", role: "org_admin" }] },
                    { name: "new", context: "new", version: "11.5", site: false },
                  ],
                  servers: [
                    { name: "gis", version: "11.5", siteAdmin: { username: "psa", password: "psa" } },
                    { name: "bare", context: "bare", version: "11.5", site: false },
                  ] }
                """)
            let token =
                operation.path.hasPrefix("/portal")
                ? fixture.token("anna", [("client", "requestip")])
                : RuleTests.siteAdmin(&fixture)
            let sent = try Golden.text("requests/\(operation.file).json")
            let heard = fixture.ask(
                "\(operation.path)?f=json&token=\(token)",
                form: [(operation.parameter, sent), ("username", "a"), ("password", "b")])
            if operation.isTaken {
                #expect(heard.json?["status"]?.text == "success", "\(operation.file): \(heard.body)")
            } else {
                #expect(heard.rule?.hasSuffix(".not-emulated") == true, "\(operation.file): \(heard.body)")
            }
        }
    }
}
