// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// A job of a task. Its status follows from the deployment's clock; nothing runs.
package struct GPJob: Sendable, Codable {
    package enum Status: String, Sendable {
        case submitted = "esriJobSubmitted"
        case executing = "esriJobExecuting"
        case cancelling = "esriJobCancelling"
        case cancelled = "esriJobCancelled"
        case failed = "esriJobFailed"
        case timedOut = "esriJobTimedOut"
        case succeeded = "esriJobSucceeded"

        package var isOver: Bool { ![.submitted, .executing, .cancelling].contains(self) }
    }

    /// The time in which a cancellation takes effect.
    private static let cancelling: Int64 = 1_000

    /// `j` and 32 hexadecimal digits (captured).
    package var id: String
    var task: GPTask
    var inputs: [JSON.Member]
    var submitted: Instant
    var cancelled: Instant?
    /// Who submitted it, or `nil` if nobody signed in.
    var user: String?
    /// The error in the inputs: the job fails as soon as it runs.
    var problem: String?

    /// When it ends by itself, or by its cancellation.
    var ends: Instant {
        let own = submitted.advanced(milliseconds: task.waits + (problem == nil ? task.executes : 0))
        guard let cancelled, cancelled < own else { return own }
        return cancelled.advanced(milliseconds: GPJob.cancelling)
    }

    func status(_ now: Instant) -> Status {
        let begins = submitted.advanced(milliseconds: task.waits)
        let ends = begins.advanced(milliseconds: problem == nil ? task.executes : 0)
        if let cancelled, cancelled < ends {
            return now < cancelled.advanced(milliseconds: GPJob.cancelling) ? .cancelling : .cancelled
        }
        if now < begins { return .submitted }
        if now < ends { return .executing }
        if problem != nil { return .failed }
        return Status(rawValue: task.outcome.rawValue) ?? .succeeded
    }

    /// Returns the messages. Those of every job are captured; a scenario adds its own.
    func messages(_ status: Status) -> [JSON] {
        var all = [GPJob.message("Submitted.")]
        if status == .submitted { return all }
        all.append(GPJob.message("Executing..."))
        if let problem, status == .failed { all.append(GPJob.message(problem, "Error")) }
        if status.isOver { all += task.messages }
        switch status {
        case .succeeded: all.append(GPJob.message("Succeeded."))
        case .failed: all.append(GPJob.message("Failed.", "Error"))
        case .cancelling, .cancelled: all.append(GPJob.message("Cancelled.", "Abort"))
        case .timedOut: all.append(GPJob.message("Timed out.", "Error"))
        case .submitted, .executing: break
        }
        return all
    }

    static func message(_ text: String, _ type: String = "Informative") -> JSON {
        .object([.init("type", .string("esriJobMessageType\(type)")), .init("description", .string(text))])
    }
}
