// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Formats
import Foundation
import Testing

@testable import MockPortal

/// What a portal asks of servers elsewhere: over a socket, and never past this machine.
@Suite("The back channel")
struct BackChannelTests {
    private func run(_ url: String, trust: String = "") -> Errand.Reply {
        BackChannel.run(BackRequest(method: "GET", url: url, fields: [], body: []), trusting: trust)
    }

    @Test("reads an answer over HTTP and over HTTPS, and trusts nobody else")
    func answers() async throws {
        let mock = try await MockEnterprise.start("start/federated")
        let authority = mock.certificateAuthority.pem
        for url in [mock.portal.url, mock.portal.overHTTP.url] {
            let result = run("\(url.absoluteString)/sharing/rest/info?f=json", trust: authority)
            guard case .answer(200, let body) = result else {
                Issue.record("\(result)")
                continue
            }
            #expect(String(decoding: body, as: UTF8.self).contains("authInfo"))
        }
        guard case .failure = run("\(mock.portal.url.absoluteString)/sharing/rest/info", trust: "") else {
            Issue.record("an authority that nobody named is trusted")
            return
        }
        await mock.stop()
    }

    @Test(
        "asks nobody past loopback",
        arguments: [
            "http://192.0.2.1/", "https://example.com/", "http://127.0.0.1.example.com/", "http://127.1/",
            "http://[::2]/",
            "http://0.0.0.0/", "file:///etc/passwd", "http://localhost@192.0.2.1/",
        ])
    func elsewhere(_ url: String) {
        guard case .failure(let reason) = run(url) else {
            Issue.record("\(url) was asked")
            return
        }
        #expect(reason.contains("loopback") || reason.contains("no http or https"))
    }
}
