// SPDX-License-Identifier: Apache-2.0

import Foundation
import MockPortal
import MockPortalTesting
import Testing

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

@Test("each case has its own port, clock and keys", .mockEnterprise("start/standalone"), arguments: 1...20)
func caseHasDeployment(_ hours: Int) async throws {
    let mock = try MockEnterprise.current
    mock.clock.advance(hours: hours)
    _ = try await URLSession.shared.data(from: mock.server.overHTTP.infoURL)
    #expect(mock.requests.count == 1)
}
