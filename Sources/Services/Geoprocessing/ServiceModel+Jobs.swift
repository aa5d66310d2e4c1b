// SPDX-License-Identifier: Apache-2.0

package import Facts

/// The jobs of a service as its administrators see them.
extension ServiceModel {
    /// What a job says of itself.
    package struct JobReport: Sendable {
        package var id: String
        package var task: String
        package var submitted: Instant
        /// When it ended; `nil` while it runs.
        package var ended: Instant?
        package var status: GPJob.Status
        /// Who submitted it; `nil` where nobody signed in.
        package var user: String?
    }

    /// Returns the jobs, newest first.
    package func reports(at now: Instant) -> [JobReport] {
        gpJobs.reversed().map { job in
            let status = job.status(now)
            return JobReport(
                id: job.id, task: job.task.name, submitted: job.submitted,
                ended: status.isOver ? min(job.ends, now) : nil, status: status, user: job.user)
        }
    }

    /// Cancels a job; returns whether it could be.
    package mutating func cancel(job id: String, at now: Instant) -> Bool {
        guard let number = gpJobs.firstIndex(where: { $0.id == id }), !gpJobs[number].status(now).isOver else {
            return false
        }
        gpJobs[number].cancelled = gpJobs[number].cancelled ?? now
        return true
    }
}
