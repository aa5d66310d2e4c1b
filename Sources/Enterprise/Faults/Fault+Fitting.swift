// SPDX-License-Identifier: Apache-2.0

import Formats

extension Fault {
    /// Whether all holds that can be seen in the request; who calls cannot.
    func fits(_ call: Call, _ parameters: Parameters, _ door: Door?) -> Bool {
        guard effect.connectionStage == nil else { return false }
        if let path = pattern, !path.matches(Percent.decode(Substring(call.request.target.path))) { return false }
        if let method, method != call.request.method { return false }
        if let wanted = self.door, wanted != door { return false }
        if let most = longerThan, call.request.target.raw.utf8.count <= most { return false }
        return self.parameters.allSatisfy { wanted in
            let values = Self.values(wanted, call, parameters)
            guard let pattern = wanted.value else { return values.isEmpty }
            return values.contains(where: pattern.matches)
        }
    }

    private static func values(_ wanted: Parameter, _ call: Call, _ parameters: Parameters) -> [String] {
        switch wanted.location {
        case .queryOrForm: parameters.all(wanted.name)
        case .query: parameters.all(wanted.name, in: .query)
        case .form: parameters.all(wanted.name, in: .body)
        case .headers: call.request.fields.all(wanted.name)
        }
    }
}
