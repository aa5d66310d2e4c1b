// SPDX-License-Identifier: Apache-2.0

import Formats

extension LayerData {
    private var globalIDIndex: Int? { fields.firstIndex { $0.type == .globalID } }

    /// A Boolean value that indicates whether there is a field for global ids and a row without one.
    var lacksGlobalIDs: Bool {
        guard let index = globalIDIndex else { return false }
        return features.contains { $0.values[index] == .null }
    }

    /// Returns the rows with global ids: their own, or ones derived from the scope and the object id.
    func withGlobalIDs(of scope: String) -> LayerData {
        guard let index = globalIDIndex else { return self }
        var filled = self
        for row in filled.features.indices where filled.features[row].values[index] == .null {
            filled.features[row].values[index] = .string(GlobalID.made(of: scope, filled.features[row].objectID))
        }
        return filled
    }
}
