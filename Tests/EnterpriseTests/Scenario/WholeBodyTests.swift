// SPDX-License-Identifier: Apache-2.0

import Formats
import TestSupport
import Testing

@testable import Enterprise

/// A refusal that is checked by a part of its words may hide a wrong sentence.
@Suite("Whole bodies")
struct WholeBodyTests {
    private static let themes: Set = [
        "saml", "oauth", "oidc", "tokens", "web-tier", "content", "federation", "generate-token", "seed-thread",
        "expiry",
        "referer", "server-tokens", "online", "adaptor",
    ]

    private static let names = EmbeddedScenarios().builtInNames.filter {
        themes.contains(String($0.prefix { $0 != "/" }))
    }

    @Test("scenarios of logins and tokens compare the whole body of a JSON refusal", arguments: names)
    func whole(_ name: String) throws {
        let files = EmbeddedScenarios()
        let path = try #require(files.builtIn(name))
        let (root, _) = JSON5Reader.read(try #require(files.read(path)), file: path)
        for step in root?["steps"]?.nodes ?? [] {
            let answer = step["response"]?.json
            let isError = answer?["json"]?["error"]?["code"] != nil || answer?["json"]?["status"]?.text == "error"
            guard step["because"]?.text != nil, isError else { continue }
            #expect(answer?["body"] != nil, "\(name): \(step["say"]?.text ?? "")")
        }
    }
}
