// SPDX-License-Identifier: Apache-2.0

/// The value of `f`: how a resource is wanted. Absent means `html` (docs/reference/http.md#rules-of-every-resource).
enum Format: Sendable, Hashable {
    case html, json, pjson, geojson
    case other(String)

    init(_ text: String?) {
        switch text?.lowercased() {
        case nil, "", "html": self = .html
        // Of pictures and bytes only errors are written, and those as JSON in a 200 (reported of `f=image`).
        case "json", "image", "pbf": self = .json
        case "pjson": self = .pjson
        case "geojson": self = .geojson
        case let other?: self = .other(other)
        }
    }
}
