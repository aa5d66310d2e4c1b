// SPDX-License-Identifier: Apache-2.0

extension ServiceModel {
    /// Returns the capabilities of the FeatureServer; a layer may have its own.
    package func featureCapabilities(_ layer: Layer? = nil) -> String {
        layer?.capabilities ?? feature.capabilities ?? "Query"
    }

    func may(_ capability: String, _ layer: Layer) -> Bool {
        let all = featureCapabilities(layer).split(separator: ",").map { $0.filter { $0 != " " }.lowercased() }
        if all.contains(capability.lowercased()) { return true }
        // Before 10.1, one word stood for all of them.
        return all.contains("editing") && !all.contains { ["create", "update", "delete"].contains($0) }
    }
}
