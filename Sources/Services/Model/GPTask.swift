// SPDX-License-Identifier: Apache-2.0

package import Formats

/// A task of a GPServer: its parameters and its results.
package struct GPTask: Sendable, Codable {
    /// The ways its jobs end.
    package enum Outcome: String, Sendable, CaseIterable, Codable {
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
    /// A Boolean value that indicates whether `execute` runs it immediately; others run by `submitJob`.
    package var isSynchronous = false
    /// The parameters, as the task's description lists them.
    package var parameters: [JSON] = []
    /// The values of its output parameters, by name.
    package var results: [JSON.Member] = []
    /// The messages of a finished job, after those that every job has.
    package var messages: [JSON] = []
    /// How long a job waits and runs, in milliseconds of the deployment's clock.
    package var waits: Int64 = 0
    package var executes: Int64 = 2_000
    package var outcome = Outcome.succeeded

    package init(name: String) { (self.name, displayName) = (name, name) }

    func parameter(_ name: String) -> JSON? { parameters.first { $0["name"]?.text == name } }

    /// The required inputs without a default.
    var required: [String] {
        parameters.filter { parameter in
            parameter["direction"]?.text != "esriGPParameterDirectionOutput"
                && (parameter["parameterType"]?.text ?? "esriGPParameterTypeRequired") == "esriGPParameterTypeRequired"
                && (parameter["defaultValue"] ?? .null) == .null
        }.compactMap { $0["name"]?.text }
    }

    /// Returns `{"paramName","dataType","value"}` (documented).
    func value(_ name: String, _ value: JSON) -> JSON {
        .object([
            .init("paramName", .string(name)),
            .init("dataType", parameter(name)?["dataType"] ?? .string(GPTask.type(of: value))), .init("value", value),
        ])
    }

    /// Returns the data type of a value that no parameter declares.
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
