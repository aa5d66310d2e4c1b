// SPDX-License-Identifier: Apache-2.0

import Facts

/// An asynchronous edit: `async=true`.
package struct EditJob: Sendable {
    /// The duration of a job on the deployment's clock: long enough to be seen pending, short enough to wait for.
    static let milliseconds: Int64 = 1_000

    var id: String
    /// The time at which it is performed.
    var due: Instant
    /// The request. Its service is not the one that the edits change.
    var request: ServiceRequest
    var run: @Sendable (inout ServiceRequest) -> ServiceRequest.Result
    /// The result, once it was performed.
    var result: ServiceRequest.Result?
}
