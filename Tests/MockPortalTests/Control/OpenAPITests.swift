// SPDX-License-Identifier: Apache-2.0

import Formats
import Testing

@testable import MockPortal

@Suite("The OpenAPI document")
struct OpenAPITests {
    @Test("has every endpoint, and refers to nothing that is not there")
    func whole() {
        let operations = OpenAPI.json["paths"]?.members?.flatMap { path in
            (path.value.members ?? []).map { "\($0.name.uppercased()) \(path.name.dropFirst())" }
        }
        #expect(operations == unique(Control.endpoints.map { "\($0.method.rawValue) \($0.path)" }))
        let text = String(decoding: JSONWriter.json(OpenAPI.json), as: UTF8.self)
        for match in text.matches(of: /#\\?\/components\\?\/schemas\\?\/([A-Za-z]+)/) {
            #expect(OpenAPI.json["components"]?["schemas"]?[String(match.1)] != nil, "\(match.1)")
        }
        let ids = text.matches(of: /"operationId":"([A-Za-z]+)"/).map { String($0.1) }
        #expect(Set(ids).count == Control.endpoints.count)
    }

    /// In the order of the document: methods of one path stand together.
    private func unique(_ calls: [String]) -> [String] {
        var paths: [String] = []
        for call in calls {
            let path = String(call.split(separator: " ").last ?? "")
            if !paths.contains(path) { paths.append(path) }
        }
        return paths.flatMap { path in calls.filter { $0.hasSuffix(" \(path)") } }
    }
}
