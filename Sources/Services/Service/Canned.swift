// SPDX-License-Identifier: Apache-2.0

package import Formats

/// An answer that a scenario gives word for word.
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
    /// Whether the scenario gives any answers word for word.
    package var hasCanned: Bool { !service.canned.isEmpty }

    /// The scenario's own answer for the path below the service, if it has one. Bytes are no answer to a question for
    /// JSON.
    package func canned(_ path: String) -> Result? {
        guard let canned = service.canned[path] else { return nil }
        if case .bytes = canned, format == "json" || format == "pjson" { return nil }
        return canned.result
    }
}
