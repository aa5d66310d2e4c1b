// SPDX-License-Identifier: Apache-2.0

package import Facts

extension Scenario {
    /// Where the behavior was reported that a scenario shows.
    package struct Report: Sendable {
        package var url: String?
        package var version: String?
        package var login: String?
        package var client: String?
        package var confidence: Confidence?
    }
}

extension Scenario.Report: ScenarioPart {
    static let table = KeyTable<Self>(
        "a report",
        [
            KeyRow("url", .string, "The page, thread or issue.", \.url),
            KeyRow("version", .string, "The release that it reports on.", \.version),
            KeyRow("login", .string, "The kind of login.", \.login),
            KeyRow("client", .string, "The client software.", \.client),
            KeyRow("confidence", .word, "How certain it is that real systems do so.", \.confidence),
        ])

    static func blank(at location: CodeLocation) -> Self { Self() }
}
