// SPDX-License-Identifier: Apache-2.0

import Facts

/// The reason that an edit failed.
struct EditFailure: Error, Sendable {
    enum Reason: Sendable, Hashable {
        case missing
        case notNullable, value, notEditable, untrustedHTML, outsideDomain
        case curve, geometry, geometryUpdate, noZ, noM
        case constraint(Constraint.Verdict)
        case globalIDMissing, globalIDEmpty, globalIDTaken
        case attachment
    }

    var reason: Reason
    /// The field concerned, or the id of the row; empty if there is neither.
    var subject = ""
    /// The given value.
    var given = ""
    /// What would have passed.
    var wouldPass = ""

    /// The documented and captured codes of failures: feature-service-error-codes; -2147217395, -2147207418 in the
    /// examples of addFeatures and applyEdits; -2147467259 in R-ArcGIS/arcgislayers#259.
    struct Wording: Sendable, Hashable {
        var code: Int
        var description: String
        /// The HRESULT behind the code.
        var extendedCode: Int
    }

    private static let failed = -2_147_467_259
    private static let valueFailed = -2_147_217_395
    private static let constraintFailed = -2_147_207_418

    /// Returns the code and description. `.hresult` is for servers before the list of codes, which gave the database's
    /// own.
    func wording(_ numbers: Choice) -> Wording {
        let modern = numbered
        guard numbers == .hresult else { return modern }
        switch reason {
        case .value, .notNullable, .outsideDomain:
            return Wording(
                code: Self.valueFailed, description: "Setting of Value for \(subject) failed.",
                extendedCode: Self.valueFailed)
        default:
            return Wording(
                code: modern.extendedCode, description: modern.description, extendedCode: modern.extendedCode)
        }
    }

    private var numbered: Wording {
        func wording(_ code: Int, _ description: String, _ extended: Int = Self.failed) -> Wording {
            Wording(code: code, description: description, extendedCode: extended)
        }
        return switch reason {
        case .notNullable:
            wording(1001, "Field: \(subject) is not nullable. Cannot set null value.", Self.valueFailed)
        case .noM: wording(1002, "Geometry does not have m-values.")
        case .geometryUpdate: wording(1004, "Geometry update not allowed.")
        case .curve: wording(1005, "True curve update not allowed.")
        case .untrustedHTML: wording(1006, "Invalid untrusted HTML content detected in field: \(subject).")
        case .attachment: wording(1008, "Adding an attachment failed.")
        case .missing: wording(1011, "Object is missing.")
        case .noZ: wording(1014, "Geometry does not have z-values.")
        case .geometry: wording(1015, "Geometry could not be set.")
        case .value, .outsideDomain: wording(1016, "Setting of value for \(subject) failed.", Self.valueFailed)
        // Documented with the code of an update that failed for no specific reason.
        case .constraint(let verdict):
            wording(
                1019, "Violated attribute constraint rule. [Error No: \(verdict.number), \(verdict.message)]",
                Self.constraintFailed)
        case .globalIDMissing: wording(1020, "Missing GlobalID.")
        case .globalIDEmpty: wording(1021, "Empty GlobalID.")
        case .globalIDTaken: wording(1022, "Unique constraint violation error on inserting the value.")
        case .notEditable: wording(1023, "Field: \(subject) is not editable.")
        }
    }

    var verdict: Verdict {
        var facts: [Verdict.Fact] = []
        if !subject.isEmpty { facts.append(.init("about", subject)) }
        if !given.isEmpty { facts.append(.init("given", String(given.prefix(200)))) }
        return Verdict(rule, facts: facts, wouldPass: wouldPass)
    }

    private var rule: Rule {
        switch reason {
        case .missing: MapServices.EditRules.missing
        case .notNullable: MapServices.EditRules.notNullable
        case .value: MapServices.EditRules.value
        case .notEditable: MapServices.EditRules.notEditable
        case .untrustedHTML: MapServices.EditRules.untrustedHTML
        case .outsideDomain: MapServices.EditRules.outsideDomain
        case .curve, .geometry, .noZ, .noM: MapServices.EditRules.geometry
        case .geometryUpdate: MapServices.EditRules.geometryUpdate
        case .constraint: MapServices.EditRules.constraint
        case .globalIDMissing, .globalIDEmpty, .globalIDTaken: MapServices.EditRules.globalID
        case .attachment: MapServices.EditRules.attachmentEdit
        }
    }
}
