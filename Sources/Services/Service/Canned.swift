// SPDX-License-Identifier: Apache-2.0

package import Formats

/// A literal answer from the scenario.
package enum Canned: Sendable {
    case json(JSON)
    case bytes([UInt8], type: String)

    var result: ServiceRequest.Result {
        switch self {
        case .json(let json): .json(json)
        case .bytes(let bytes, let type): .bytes(bytes, type: type)
        }
    }
}

extension ServiceRequest {
    /// A Boolean value that indicates whether the scenario gives any literal answers.
    package var hasCanned: Bool { !service.canned.isEmpty }

    /// Returns the scenario's literal answer for a path below the service, if there is one. Bytes do not answer a
    /// request for JSON.
    package func canned(_ path: String) -> Result? {
        guard let canned = service.canned[path] else { return nil }
        if case .bytes = canned, format == "json" || format == "pjson" { return nil }
        return canned.result
    }
}
