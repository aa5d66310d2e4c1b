// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `queryDomains`: each domain once, whichever layers and fields refer to it.
enum DomainsOperation {
    static func answer(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        let text = request.given("layers") ?? ""
        guard let asked = (try? JSONReader.read(Array(text.utf8)))?.elements else {
            throw request.badParameter("layers", text)
        }
        var domains: [JSON] = []
        var seen: Set<String> = []
        for id in asked {
            guard let number = id.integer else { throw request.badParameter("layers", text) }
            let layer = try request.layer(String(number), in: service)
            let types = layer.rowTypes
            for field in layer.data?.fields ?? [] {
                // A type of rows may have a domain of its own in the field's place.
                for domain in [field.domain] + types.map({ $0.domain(field.name) }) {
                    guard let domain, seen.insert(domain.name).inserted else { continue }
                    domains.append(domain.json(of: field.type))
                }
            }
        }
        return .json(.object([.init("domains", .array(domains))]))
    }
}
