// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The formats in which a layer answers queries: those that its description lists.
enum QueryFormat: String, Sendable, CaseIterable {
    case json = "JSON"
    case amf = "AMF"
    case geoJSON = "geoJSON"
    case pbf = "PBF"

    /// Returns whether a list has the format.
    func isIn(_ list: String) -> Bool {
        list.split(separator: ",").contains { ASCII.equal(ASCII.trimmed($0), rawValue) }
    }

    /// Returns `supportedQueryFormats` with a blank after each comma, as captured of releases and runtimes
    /// (docs/reference/catalog-and-descriptions.md#a-map-service); a description from which the layer was made has its
    /// own.
    static func list(_ subject: Description.Subject) -> String {
        if let told = subject.told("supportedQueryFormats")?.text { return told }
        if let pasted = (subject.layer == nil ? subject.service.pasted : subject.layer?.pasted)?[
            "supportedQueryFormats"]?.text
        {
            return pasted
        }
        let version = subject.version
        if subject.service.isHosted(version) { return written([.json, .geoJSON, .pbf]) }
        if version < .v10_4 { return written([.json, .amf]) }
        if subject.isPro { return written(version < .v10_7 ? [.json, .geoJSON] : [.json, .geoJSON, .pbf]) }
        return written(version < .v10_7 ? [.json, .amf, .geoJSON] : [.json, .geoJSON])
    }

    private static func written(_ formats: [QueryFormat]) -> String {
        formats.map(\.rawValue).joined(separator: ", ")
    }
}
