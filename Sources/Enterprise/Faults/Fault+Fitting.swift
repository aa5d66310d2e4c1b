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
            guard let pattern = wanted.value else { return parameters[wanted.name] == nil }
            return parameters[wanted.name].map(pattern.matches) ?? false
        }
    }
}
