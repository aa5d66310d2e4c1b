// SPDX-License-Identifier: Apache-2.0

package import Formats

/// A task of a GPServer: what it takes, and what comes of it.
package struct GPTask: Sendable {
    /// How its jobs end.
    package enum Outcome: String, Sendable, CaseIterable {
        case succeeded = "esriJobSucceeded"
        case failed = "esriJobFailed"
        case timedOut = "esriJobTimedOut"
        case cancelled = "esriJobCancelled"
    }

    package var name: String
    package var displayName: String
    package var description = ""
    package var category = ""
    package var helpURL = ""
    /// Whether it answers at once, by `execute`; others by `submitJob`.
    package var isSynchronous = false
    /// As the task's description lists them.
    package var parameters: [JSON] = []
    /// The values of its output parameters, by their names.
    package var results: [JSON.Member] = []
    /// Of a job that is done, after those that every job has.
    package var messages: [JSON] = []
    /// How long a job waits, and how long it runs, in milliseconds of the deployment's clock.
    package var waits: Int64 = 0
    package var executes: Int64 = 2_000
    package var outcome = Outcome.succeeded

    package init(name: String) { (self.name, displayName) = (name, name) }

    func parameter(_ name: String) -> JSON? { parameters.first { $0["name"]?.text == name } }

    /// Inputs that must be given and have no default.
    var required: [String] {
        parameters.filter { parameter in
            parameter["direction"]?.text != "esriGPParameterDirectionOutput"
                && (parameter["parameterType"]?.text ?? "esriGPParameterTypeRequired") == "esriGPParameterTypeRequired"
                && (parameter["defaultValue"] ?? .null) == .null
        }.compactMap { $0["name"]?.text }
    }

    /// `{"paramName","dataType","value"}` (documented).
    func value(_ name: String, _ value: JSON) -> JSON {
        .object([
            .init("paramName", .string(name)),
            .init("dataType", parameter(name)?["dataType"] ?? .string(GPTask.type(of: value))), .init("value", value),
        ])
    }

    /// What a value is where no parameter declares it.
    private static func type(of value: JSON) -> String {
        switch value {
        case .bool: "GPBoolean"
        case .number(let spelling): Int(spelling) == nil ? "GPDouble" : "GPLong"
        case .object where value["features"] != nil:
            value["geometryType"] == nil ? "GPRecordSet" : "GPFeatureRecordSetLayer"
        case .object where value["url"] != nil: "GPDataFile"
        default: "GPString"
        }
    }
}
