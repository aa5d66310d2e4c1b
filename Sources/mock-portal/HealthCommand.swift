// SPDX-License-Identifier: Apache-2.0

import MockPortal

/// Asks a running `serve` how it is: what a container's health check runs.
enum HealthCommand {
    static func run(_ words: [String]) throws(Exit) {
        let arguments = try Arguments(words)
        guard arguments.rest.count < 2 else { throw .usage("health takes one URL") }
        let port = Environment["MOCK_PORTAL_HTTP_PORT"] ?? Environment["MOCK_PORTAL_PORT"] ?? "7443"
        let url = arguments.rest.first ?? "http://127.0.0.1:\(port)"
        switch Health.ask(url) {
        case .well(let text): Console.out(text + "\n")
        case .ill(let reason): throw Exit(1, "mock-portal: \(reason)")
        }
    }
}
