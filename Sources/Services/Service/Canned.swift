// SPDX-License-Identifier: Apache-2.0

package import Formats

/// A literal answer from the scenario.
package enum Canned: Sendable, Codable {
    case json(JSON)
    case bytes([UInt8], type: String)

    var result: ServiceResponse {
        switch self {
        case .json(let json): .json(json)
        case .bytes(let bytes, let type): .bytes(bytes, type: type)
        }
    }
}

extension ServiceModel {
    /// Returns the scenario's literal answer for a path below the service, if there is one. Bytes do not answer a
    /// request for JSON.
    package func canned(_ path: String, for request: ServiceRequest) -> ServiceResponse? {
        canned(path, format: request.format)?.result
    }

    /// Returns the scenario's literal answer in a format, the lowercase value of `f`.
    package func canned(_ path: String, format: String) -> Canned? {
        guard let canned = canned[path] else { return nil }
        if case .bytes = canned, format == "json" || format == "pjson" { return nil }
        return canned
    }
}
