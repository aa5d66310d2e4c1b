// SPDX-License-Identifier: Apache-2.0

/// A constraint rule of a layer, as in attribute rules: a condition that every row must meet.
package struct Constraint: Sendable, Codable {
    /// An invalid clause, with the position of the error.
    package struct Problem: Error, Sendable {
        package var offset: Int
        package var reason: String
    }

    /// The error that the rule's author defined for a violation.
    struct Verdict: Sendable, Hashable, Codable {
        var number: Int
        var message: String
    }

    let condition: Where
    let verdict: Verdict
    /// The clause as written.
    let text: String

    /// Reads a where clause over the layer's fields.
    package static func read(
        _ text: String, errorNumber: Int, errorMessage: String, in layer: LayerData
    ) -> Result<Constraint, Problem> {
        do throws(Where.Failure) {
            let condition = try Where.parse(text, fields: layer.columns)
            return .success(
                Constraint(
                    condition: condition, verdict: Verdict(number: errorNumber, message: errorMessage), text: text))
        } catch {
            return .failure(Problem(offset: error.offset, reason: error.reason))
        }
    }

    /// Returns whether a row meets the condition, using a small database with one row.
    func allows(_ row: Feature, in layer: LayerData) -> Bool {
        var alone = layer
        alone.features = [row]
        return (try? FeatureStore(alone).select(condition, order: "c0 ASC", limit: 1, offset: 0))?.isEmpty == false
    }
}
