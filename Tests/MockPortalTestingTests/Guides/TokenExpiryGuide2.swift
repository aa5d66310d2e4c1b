// SPDX-License-Identifier: Apache-2.0

import MockPortal
import MockPortalTesting
import Testing

@Test("tokens of every kind", .mockEnterprise("start/federated"))
func tokensOfEveryKind() throws {
    let mock = try MockEnterprise.current
    let tokens = [
        try mock.token(for: "viewer", flaw: .expired),
        try mock.token(for: "viewer", flaw: .revoked),
        try mock.token(for: "viewer", flaw: .foreign),
        try mock.token(for: "viewer", boundTo: .referer("https://app.example")),
        try mock.token(for: .app("mockapp"), lifetime: .seconds(90)),
    ]
    #expect(Set(tokens).count == 5)
}
