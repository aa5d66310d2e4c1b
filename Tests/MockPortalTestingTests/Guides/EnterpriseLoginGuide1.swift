// SPDX-License-Identifier: Apache-2.0

import Foundation
import MockPortal
import MockPortalTesting
import Testing

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

@Test("an enterprise user is refused on the password path", .mockEnterprise("start/federated"))
func enterpriseUserIsRefused() async throws {
    let mock = try MockEnterprise.current
    var request = URLRequest(url: mock.portal.overHTTP.generateTokenURL)
    request.httpMethod = "POST"
    request.setValue("application/x-www-form-urlencoded", forHTTPHeaderField: "Content-Type")
    request.httpBody = Data(
        "username=dirk%40CONTOSO&password=known-only-to-the-idp&referer=https://app.example&f=json".utf8)

    _ = try await URLSession.shared.data(for: request)

    #expect(mock.requests.last?.errorCode == 400)
    #expect(mock.verify(.rule("generate-token.enterprise-login"), times: 1).passed)
}
