// SPDX-License-Identifier: Apache-2.0

import Services

/// How a portal publishes: how long its jobs take, whether they fail, and what is in packages that the double does not
/// read.
package struct Publishing: Sendable, Codable {
    /// The state of the data store that keeps hosted layers.
    package enum DataStore: String, Sendable, CaseIterable, Codable {
        case working
        /// Nothing can be created in it.
        case broken
    }

    /// How long a job takes, in milliseconds.
    package var duration: Int64 = 1_000
    /// The message with which every job of `publish` fails, in the end.
    package var failure: String?
    package var dataStore = DataStore.working
    /// The layers of packages, by the name of the file.
    package var packages: [Scenario.Package] = []

    /// Returns the layers of a package, by the name of its file or the title of its item.
    func layers(ofPackage names: [String?]) -> [Layer]? {
        packages.first { names.contains($0.name) }?.served
    }
}
