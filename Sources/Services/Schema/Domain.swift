// SPDX-License-Identifier: Apache-2.0

package import Formats

/// The values that a field may have.
package struct Domain: Sendable, Hashable, Codable {
    package enum Values: Sendable, Hashable, Codable {
        /// Codes with their names.
        case coded([Code])
        /// A range that includes both ends.
        case range(JSON, JSON)
    }

    package struct Code: Sendable, Hashable, Codable {
        package var name: String
        package var code: JSON

        package init(name: String, code: JSON) { (self.name, self.code) = (name, code) }
    }

    package var name: String
    package var description: String?
    package var values: Values
    /// What a geodatabase does with the values of rows that are merged or split.
    package var mergePolicy = "esriMPTDefaultValue"
    package var splitPolicy = "esriSPTDefaultValue"

    package init(name: String, values: Values) { (self.name, self.values) = (name, values) }
}
