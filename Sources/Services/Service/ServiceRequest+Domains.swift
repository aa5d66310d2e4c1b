// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `queryDomains`: each domain once, whichever layers and fields refer to it.
extension ServiceRequest {
    func domains() -> Result {
        guard let text = given("layers"), let asked = (try? JSONReader.read(Array(text.utf8)))?.elements else {
            return .refused(badParameter("layers", given("layers") ?? ""))
        }
        var domains: [JSON] = []
        var seen: Set<String> = []
        for id in asked {
            guard let number = id.integer else { return .refused(badParameter("layers", text)) }
            switch find(String(number)) {
            case .failure(let refused): return .refused(refused)
            case .success(let layer):
                for field in layer.data?.fields ?? [] {
                    guard let domain = field.domain, seen.insert(domain.name).inserted else { continue }
                    domains.append(domain.json(of: field.type))
                }
            }
        }
        return .json(.object([.init("domains", .array(domains))]))
    }
}
