// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Testing

@testable import Enterprise

/// Jobs of geoprocessing services, certificates of machines, and second machines of portals.
extension ServerAdminTests {
    @Test("a job is listed, found, cancelled and deleted")
    func jobs() throws {
        var jobs = try JobFixture()
        let (first, second) = (jobs.submit(), jobs.submit())
        #expect(jobs.get("jobs").json?["jobs"]?.elements?.count == 2)
        let one = jobs.get("jobs/\(first)").json
        #expect(
            one?.members?.map(\.name) == [
                "jobID", "submittedTime", "endTime", "status", "username", "machinename", "url",
            ])
        #expect(one?["machinename"]?.text == "ONE")
        #expect(one?["url"]?.text == "https://h.example/arcgis/rest/services/Tools/Work/GPServer/Slow/jobs/\(first)")
        #expect(jobs.post("jobs/\(first)/cancel").body == Self.done)
        jobs.fixture.now = jobs.fixture.now.advanced(milliseconds: 60_000)
        #expect(jobs.get("jobs/\(first)").json?["status"]?.text == "esriJobCancelled")
        #expect(jobs.get("jobs/query?startTime=0&status=esriJobSucceeded").json?["total"]?.integer == 1)
        #expect(jobs.get("jobs/query?startTime=0&number=1&start=1").json?["nextStart"]?.integer == 2)
        #expect(
            jobs.get("jobs/statistics").body == #"{"total":2,"cancelled":1,"failed":0,"succeeded":1}"#)
        #expect(jobs.post("jobs/\(second)/delete").body == Self.done)
        #expect(jobs.get("jobs/\(second)").rule == "admin.entry-missing")
        #expect(
            jobs.fixture.ask("/arcgis/rest/services/Tools/Work/GPServer/Slow/jobs/\(second)?f=json").rule
                == "gp.unknown-job")
    }

    @Test("a certificate is requested, signed, exported, and gone")
    func certificates() throws {
        var site = try Site()
        let path = "machines/ARCGIS.INTERNAL.LOCAL/sslcertificates"
        site.post(
            "\(path)/generate",
            [("alias", "own"), ("commonName", "gis.example"), ("organization", "Contoso"), ("san", "DNS:gis.example")])
        let one = site.get("\(path)/own").json
        #expect(one?["subject"]?.text == "CN=gis.example, O=Contoso")
        #expect(one?["entryType"]?.text == "PrivateKeyEntry")
        let request = site.get("\(path)/own/generateCSR").json?["certificateSigningRequest"]?.text ?? ""
        #expect(request.hasPrefix("-----BEGIN NEW CERTIFICATE REQUEST-----\r\n"))
        #expect(request == site.get("\(path)/own/generateCSR").json?["certificateSigningRequest"]?.text)
        let exported = site.get("\(path)/own/export")
        #expect(exported["Content-Type"] == "application/x-x509-ca-cert")
        // What is signed by itself is of its key, too.
        let signed = site.upload("\(path)/own/importSignedCertificate", "caSignedCertificate", "own.cer", exported.body)
        #expect(signed.body == Self.done)
        let root = site.upload(
            "\(path)/importRootOrIntermediate?alias=root", "rootCACertificate", "r.cer", exported.body)
        #expect(root.body == Self.done)
        #expect(site.get("\(path)/root").json?["entryType"]?.text == "trustedCertEntry")
        #expect(site.get("\(path)/root/generateCSR").rule == "admin.certificate-unreadable")
        site.post("\(path)/SelfSignedCertificate/delete")
        #expect(site.get(path).body == #"{"certificates":["own","root"]}"#)
    }

    @Test("a machine joins a portal's site, is its standby, and leaves it")
    func standby() throws {
        var fixture = try RuleTests.portals()
        #expect(
            fixture.ask("/two/portaladmin/joinSite", form: RuleTests.joining).body
                == #"{"status":"success","recheckAfterSeconds":1}"#)
        let token = fixture.token("anna", [("client", "requestip")])
        let machines = fixture.ask("/two/portaladmin/machines?f=json&token=\(token)").json?["machines"]
        #expect(machines?.elements?.map { $0["role"]?.text } == ["Primary", "Standby"])
        let name = machines?[1]?["machineName"]?.text ?? ""
        #expect(name == "TWO.INTERNAL.LOCAL")
        #expect(fixture.ask("/two/sharing/rest/community/self?f=json&token=\(token)").json?["username"]?.text == "anna")
        let form = [("machineName", name), ("f", "json"), ("token", token)]
        #expect(fixture.ask("/portal/portaladmin/machines/unregister", form: form).body == Self.done)
        #expect(fixture.ask("/two/portaladmin?f=json").rule == "portaladmin.no-site")
    }
}
