// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

@testable import Enterprise

/// Certificates, jobs, joined sites, the recycle bin, views, packages and webhooks.
extension RuleTests {
    static func lifecycle(_ id: String) throws -> PortalFixture.Heard? {
        switch id {
        case "admin.certificate-unreadable", "admin.certificate-other-key", "admin.job-over": try site(lifecycle: id)
        case "portaladmin.certificate-unreadable", "portaladmin.certificate-other-key", "portaladmin.join-failed",
            "portaladmin.site-full":
            try portal(lifecycle: id)
        case "sharing.webhook-not-sent": try webhook()
        default: try content(lifecycle: id)
        }
    }

    private static func site(lifecycle id: String) throws -> PortalFixture.Heard? {
        if id == "admin.job-over" {
            var jobs = try JobFixture()
            let job = jobs.submit()
            jobs.fixture.now = jobs.fixture.now.advanced(milliseconds: 60_000)
            return jobs.post("jobs/\(job)/cancel")
        }
        var site = try ServerAdminTests.Site()
        let path = "machines/ARCGIS.INTERNAL.LOCAL/sslcertificates"
        if id == "admin.certificate-unreadable" {
            return site.upload("\(path)/importRootOrIntermediate?alias=x", "rootCACertificate", "x.cer", "rubbish")
        }
        site.post("\(path)/generate", [("alias", "other"), ("commonName", "x")])
        let other = site.get("\(path)/other/export").body
        return site.upload(
            "\(path)/SelfSignedCertificate/importSignedCertificate", "caSignedCertificate", "x.cer", other)
    }

    /// Two portals, the second without a site.
    static func portals(_ more: String = "") throws -> PortalFixture {
        try PortalFixture(
            """
            { portals: [
                { name: "one", version: "11.4", users: [{ username: "anna", password: "pw", role: "org_admin" }] },
                { name: "two", version: "11.4", context: "two", site: false },
                { name: "three", version: "11.4", context: "three", site: false }], servers: [] \(more) }
            """)
    }

    static let joining = [
        ("machineAdminUrl", "https://h.example/portal"), ("username", "anna"), ("password", "pw"), ("f", "json"),
    ]

    private static func portal(lifecycle id: String) throws -> PortalFixture.Heard? {
        var fixture = try portals()
        switch id {
        case "portaladmin.join-failed":
            return fixture.ask(
                "/two/portaladmin/joinSite", form: joining.dropLast(2) + [("password", "no"), ("f", "json")])
        case "portaladmin.site-full":
            fixture.ask("/two/portaladmin/joinSite", form: joining)
            return fixture.ask("/three/portaladmin/joinSite", form: joining)
        default: break
        }
        let token = fixture.token("anna", [("client", "requestip")])
        func upload(_ path: String, _ text: String) -> PortalFixture.Heard {
            let body =
                "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.cer\"\r\n\r\n\(text)\r\n--b--\r\n"
            return fixture.ask(
                "/portal/portaladmin/security/sslCertificates/\(path)f=json&token=\(token)", method: "POST",
                fields: [("Content-Type", "multipart/form-data; boundary=b")], body: Array(body.utf8))
        }
        if id == "portaladmin.certificate-unreadable" { return upload("importRootOrIntermediate?alias=x&", "rubbish") }
        let form = [("alias", "other"), ("cn", "x"), ("f", "json"), ("token", token)]
        fixture.ask("/portal/portaladmin/security/sslCertificates/generateCertificate", form: form)
        let other = fixture.ask(
            "/portal/portaladmin/security/sslCertificates/other/export?f=json&token=\(token)", form: [])
        return upload("portal/importSignedCertificate?", other.body)
    }

    private static func webhook() throws -> PortalFixture.Heard? {
        var fixture = try PublishingFixture()
        let path = "\(PublishingFixture.rest)/portals/self/webhooks"
        _ = fixture.post(
            "\(path)/createWebhook", [("name", "w"), ("url", "https://hooks.example/x"), ("changes", "allChanges")],
            as: "anna")
        let hook = fixture.post(path, as: "anna").json?["webhooks"]?[0]?["id"]?.text ?? ""
        _ = fixture.post("\(PublishingFixture.own)/items/m/update", [("title", "Other")])
        return fixture.post("\(path)/\(hook)/notificationStatus", as: "anna")
    }

    private static func content(lifecycle id: String) throws -> PortalFixture.Heard? {
        var fixture = try PublishingFixture()
        let own = PublishingFixture.own
        switch id {
        case "sharing.not-recyclable": return fixture.get("\(own)/items/m/canRecycle")
        case "sharing.not-restorable": return fixture.post("\(own)/items/m/restore")
        case "sharing.not-replaceable":
            return fixture.post("\(own)/replaceService", [("toReplaceItemId", "m"), ("replacementItemId", "m")])
        case "sharing.not-package":
            let made = fixture.post("\(PublishingFixture.rest)/community/createGroup", [("title", "G")])
            let group = made.json?["group"]?["id"]?.text ?? ""
            return fixture.post("\(PublishingFixture.rest)/community/groups/\(group)/import", [("itemId", "m")])
        case "sharing.has-views":
            _ = HostedViewTests.make(&fixture)
            return fixture.post("\(own)/items/\(Item.id("gis", "Hosted/T", "FeatureServer"))/delete")
        case "rest-admin.view-source":
            _ = HostedViewTests.make(&fixture, adding: nil)
            return fixture.post(
                "\(PublishingFixture.admin)/V/FeatureServer/addToDefinition",
                [("addToDefinition", HostedViewTests.definition(of: "None"))])
        default: return nil
        }
    }
}
