// SPDX-License-Identifier: Apache-2.0

package import Facts

/// A parameter of an operation other than a layer's query: what it does, and what is made of values, documented or not.
///
/// Of every one: its name may have any case, empty counts as absent, and of several the first counts. A parameter has a
/// row for each evidence of its forms.
package struct OperationParameter: Sendable {
    /// What a value becomes.
    package enum Reading: Sendable, Hashable {
        /// It counts as absent.
        case absent
        /// It is read as this value.
        case read(String)
        /// It is one of the words that the parameter knows.
        case taken
        /// It is refused by the rule with this id.
        case refused(String)
    }

    /// A value, and what becomes of it.
    package struct Form: Sendable {
        package var value: String
        package var reading: Reading
    }

    package enum Need: Sendable { case optional, required }

    /// What a value that is as documented does.
    package enum Effect: Sendable {
        /// What it says.
        case acts
        /// Nothing, for this reason.
        case ignored(String)
        /// It is refused by the rule with this id, for the answer would be another.
        case refused(String, rule: String)
    }

    /// The path below the service.
    package var operation: String
    package var kind: ServiceKind
    package var name: String
    package var need: Need
    package var effect: Effect
    /// A value that is as documented.
    package var example: String
    package var forms: [Form]
    /// The evidence of `forms`.
    package var evidence: Evidence
}

extension OperationParameter {
    /// Rows of one operation.
    struct Rows {
        var operation: String
        var kind: ServiceKind
        /// The rule of what is not emulated.
        var gap = ""

        /// A parameter that acts. What nothing shows is inferred: the reading that fails no client.
        func acts(
            _ name: String, _ example: String, _ forms: KeyValuePairs<String, Reading> = [:],
            need: Need = .optional, evidence: Evidence = .inferred("the reading that fails no client")
        ) -> OperationParameter {
            OperationParameter(
                operation: operation, kind: kind, name: name, need: need, effect: .acts, example: example,
                forms: forms.map { Form(value: $0.key, reading: $0.value) }, evidence: evidence)
        }

        /// The words that the documentation lists for a parameter.
        func knows(_ name: String, _ words: String..., evidence: Evidence) -> OperationParameter {
            OperationParameter(
                operation: operation, kind: kind, name: name, need: .optional, effect: .acts, example: words[0],
                forms: words.map { Form(value: $0, reading: .taken) }, evidence: evidence)
        }

        /// A parameter without an effect, and the reason.
        func ignores(
            _ name: String, _ example: String, _ why: String,
            evidence: Evidence = .inferred("the reading that fails no client")
        ) -> OperationParameter {
            OperationParameter(
                operation: operation, kind: kind, name: name, need: .optional, effect: .ignored(why),
                example: example, forms: [Form(value: example, reading: .absent)], evidence: evidence)
        }

        /// A parameter that would change the answer, and is refused.
        func refuses(_ name: String, _ example: String, _ why: String, unless harmless: String...) -> OperationParameter
        {
            OperationParameter(
                operation: operation, kind: kind, name: name, need: .optional,
                effect: .refused(why, rule: gap), example: example,
                forms: [Form(value: example, reading: .refused(gap))]
                    + harmless.map { Form(value: $0, reading: .absent) },
                evidence: .inferred("a limit of this double"))
        }

        /// Values of a parameter that is refused which a source shows to change nothing.
        func harmless(
            _ name: String, _ example: String, _ why: String, _ values: String..., evidence: Evidence
        ) -> OperationParameter {
            OperationParameter(
                operation: operation, kind: kind, name: name, need: .optional,
                effect: .refused(why, rule: gap), example: example,
                forms: values.map { Form(value: $0, reading: .absent) }, evidence: evidence)
        }
    }
}
