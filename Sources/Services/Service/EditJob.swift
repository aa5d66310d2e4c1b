// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// An asynchronous edit: `async=true`.
package struct EditJob: Sendable {
    /// The duration of a job on the deployment's clock: long enough to be seen pending, short enough to wait for.
    static let milliseconds: Int64 = 1_000

    var id: String
    /// When it is made.
    var due: Instant
    /// What was asked.
    var request: ServiceRequest
    var run: Resource.Answer
    /// The result, once it was performed.
    var result: Result<ServiceResponse, ServiceError>?
}
