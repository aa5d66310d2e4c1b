// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

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
    /// What was given.
    var given = ""
    /// What would have passed.
    var wouldPass = ""

    /// What it says. `.hresult`: servers before the list of numbers gave the database's own.
    func body(_ numbers: Choice) -> ErrorBody {
        guard numbers == .hresult else { return numbered.about(about) }
        switch reason {
        case .value, .notNullable, .outsideDomain: return Bodies.valueHRESULT.about(subject)
        default: return numbered.about(about).with(code: numbered.extendedCode)
        }
    }

    private typealias Bodies = Features.EditErrorBodies

    /// What the body names.
    private var about: String {
        guard case .constraint(let verdict) = reason else { return subject }
        return "\(verdict.number), \(verdict.message)"
    }

    private var numbered: ErrorBody {
        switch reason {
        case .notNullable: Bodies.notNullable
        case .noM: Bodies.noM
        case .geometryUpdate: Bodies.geometryUpdate
        case .curve: Bodies.curve
        case .untrustedHTML: Bodies.untrustedHTML
        case .attachment: Bodies.attachment
        case .missing: Bodies.missing
        case .noZ: Bodies.noZ
        case .geometry: Bodies.geometry
        case .value, .outsideDomain: Bodies.value
        case .constraint: Bodies.constraint
        case .globalIDMissing: Bodies.globalIDMissing
        case .globalIDEmpty: Bodies.globalIDEmpty
        case .globalIDTaken: Bodies.globalIDTaken
        case .notEditable: Bodies.notEditable
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
        case .missing: Features.EditRules.missing
        case .notNullable: Features.EditRules.notNullable
        case .value: Features.EditRules.value
        case .notEditable: Features.EditRules.notEditable
        case .untrustedHTML: Features.EditRules.untrustedHTML
        case .outsideDomain: Features.EditRules.outsideDomain
        case .curve, .geometry, .noZ, .noM: Features.EditRules.geometry
        case .geometryUpdate: Features.EditRules.geometryUpdate
        case .constraint: Features.EditRules.constraint
        case .globalIDMissing, .globalIDEmpty, .globalIDTaken: Features.EditRules.globalID
        case .attachment: Features.EditRules.attachmentEdit
        }
    }
}
